"""What the READMEs show is what the program prints, in a terminal 96 characters wide."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WIDTH = 96
NEVER_IMPATIENT = (  # however long a loaded machine takes, no progress line is shown
    "import sys; from shishi.cli import door, waiting;"
    " waiting.PATIENCE = 1e6; sys.exit(door.run(sys.argv[1:]))"
)
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readme_shows_what_the_program_prints(name):
    readme = (ROOT / name).read_text(encoding="utf-8")
    arguments = re.search(r"^\.venv/bin/shishi (.*)$", readme, flags=re.M)[1].split()
    blocks = re.findall(r"^```\n(.*?)^```", readme, flags=re.M | re.S)

    printed = print_in_terminal(arguments)

    assert printed in [tidy(block) for block in blocks]


def print_in_terminal(arguments):
    """Run shishi as somebody at a terminal would see it, colours and outer blank lines taken off."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "PYTHONUTF8": "1"}
    shishi = subprocess.Popen(
        [sys.executable, "-c", NEVER_IMPATIENT, *arguments],
        cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
    )  # fmt: skip
    os.close(theirs)
    printed = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert shishi.wait() in (0, 1)
    return tidy(printed.decode("utf-8"))


def tidy(text):
    lines = COLOURS.sub("", text.replace("\r\n", "\n")).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed: Linux says so with an error
        return b""
