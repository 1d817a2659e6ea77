"""An office that runs as it does for a person: a process of its own, with a database on disk."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60
"""Seconds until a server that does not answer is given up."""


@dataclass(frozen=True)
class Office:
    """A running office: its address, its folder, and the accounts of its demo."""

    url: str
    home: Path

    def accounts(self) -> list[dict[str, str]]:
        """Give the demo's accounts with their passwords."""
        told: list[dict[str, str]] = json.loads((self.home / "accounts.json").read_text("utf-8"))
        return told

    def account(self, role: str, *, district: int = 0) -> dict[str, str]:
        """Give the first account of a role in the first district, or in another one."""
        names = list(dict.fromkeys(account["district"] for account in self.accounts()))
        return next(
            account
            for account in self.accounts()
            if account["role"] == role and account["district"] == names[district]
        )


def furnish(home: Path) -> None:
    """Make the demo in a folder, in a process of its own."""
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.web.browser.opening", str(home)]
    subprocess.run(command, check=True, env=environment(home))


@contextmanager
def serving(home: Path, *, workers: int = 1) -> Iterator[Office]:
    """Serve the office of a folder on loopback, with production's settings except for HTTPS."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", str(workers), "--blocking-threads", "4",
        "--no-access-log", "--log-level", "warning", "shishi.web.wsgi:application",
    ]  # fmt: skip
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment(home), stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url + "/sign-in/", server)
        yield Office(url, home)
    finally:
        server.terminate()
        server.wait(timeout=20)


def environment(home: Path) -> dict[str, str]:
    """Give the environment of an office on loopback; nothing of the tests' own settings."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("SHISHI_", "DJANGO_"))}
    return {
        **kept,
        "SHISHI_HOME": str(home),
        "SHISHI_HTTPS": "0",
        "DJANGO_SETTINGS_MODULE": "shishi.web.settings",
    }


def free_port() -> int:
    """Find a port on loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:  # refused, reset, or too slow to answer yet
            time.sleep(0.1)
    raise TimeoutError(f"the office does not answer at {url}; see its server.log")
