"""The browser of the tests: Debian's Chromium, or the one that CHROME names.

`python -m tests.web.browser.chromium` says which one is used; as root it installs one where there is
none. Without one the browser tests are deselected, and the line of `MISSING` says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)  # fmt: skip
PACKAGES = ("chromium", "fonts-noto-cjk")
MISSING = (
    "browser tests NOT RUN: no Chromium here. Install one (Debian: apt-get install "
    f"{' '.join(PACKAGES)}) or name one: make test CHROME=/path/to/chrome"
)


def find_chromium() -> str | None:
    """Find the browser to drive; None where there is none."""
    if named := os.environ.get("CHROME"):
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install_chromium() -> None:
    """Install Debian's Chromium and the fonts it draws Chinese with, where the user may."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("installing Chromium for the browser tests ...", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, check=False, **quiet)


def main(words: list[str]) -> None:
    """Print one line: the browser that is used, or that there is none.

    With --remind nothing is installed and the line comes only where there is none: it stands at the
    end of the tests, where those that were left out would otherwise not be seen.
    """
    remind = "--remind" in words
    if not remind and not find_chromium() and not os.environ.get("CHROME"):
        install_chromium()
    path = find_chromium()
    if not path:
        print(MISSING)
    elif not remind:
        print(f"browser tests use {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
