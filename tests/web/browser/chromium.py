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


def main() -> None:
    """Print one line: the browser that is used, or that there is none."""
    if not find_chromium() and not os.environ.get("CHROME"):
        install_chromium()
    print(f"browser tests use {path}" if (path := find_chromium()) else MISSING)


if __name__ == "__main__":
    sys.exit(main())
