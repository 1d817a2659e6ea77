"""The repository as it travels: no place of one machine, no host of a registry, a lock that locks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

LEFT_BEHIND = {".git", ".venv", ".hypothesis", "__pycache__", "build", "dist", "var"}
# Built from halves, so that this file does not find itself.
MACHINE = re.compile(
    "|".join("/" + name + "/" for name in ("work", "tmp", "root", "home", "Users"))
)
HOSTS = re.compile("py" + r"pi\.org|" + "python" + r"hosted\.")


def find_machine_names(root: Path) -> list[str]:
    """Name the lines that give away a path of one machine or the host of a registry."""
    return [
        f"{path.relative_to(root)}:{number}: {found[0]}"
        for path in find_files(root)
        for number, line in enumerate(_lines(path), start=1)
        if (found := MACHINE.search(line) or HOSTS.search(line))
    ]


def find_lock_faults(lock: str) -> list[str]:
    """Name the lines of a lock file that bind nothing: a pin without hash, an address."""
    lines = [line.strip() for line in lock.splitlines()]
    faults = [f"address: {n}" for n in lines if "://" in n or re.match(r"--?[a-z-]+[ =]\S*/", n)]
    for block in re.split(r"\n(?=[a-z])", lock):
        name = block.splitlines()[0].strip(" \\")
        if re.match(r"[a-z]", name) and "--hash=sha256:" not in block:
            faults.append(f"no hash: {name}")
        if re.match(r"[a-z]", name) and "==" not in name:
            faults.append(f"no version: {name}")
    return faults


def find_files(root: Path) -> Iterator[Path]:
    """Find the files of the repository, those left out that tools leave behind."""
    for path in sorted(root.iterdir()):
        if path.name in LEFT_BEHIND or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.is_dir():
            yield from find_files(path)
        else:
            yield path


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:  # a picture or a spreadsheet; nothing to read there
        return []
