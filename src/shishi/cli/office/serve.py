"""`shishi serve`: the office and the public site on two ports, until it is told to stop."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

import click

from shishi.cli.kept import tell_kept
from shishi.cli.words import sentence, word

CANNOT = 2
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PATIENCE = 30.0
"""Seconds that a server may take to open its port, or to finish what it is doing when told to stop."""

_LINUX_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Server:
    """One granian: which application it serves, where, with how many processes and threads."""

    application: str
    host: str
    port: int
    workers: int = 1
    threads: int = 4

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def command(self) -> list[str]:
        """The command that starts it."""
        return [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning"),
            *("--host", self.host, "--port", str(self.port), "--http", "1", "--no-ws"),
            *("--workers", str(self.workers), "--blocking-threads", str(self.threads)),
            *("--backlog", "1024", "--workers-kill-timeout", "10", "--respawn-failed-workers"),
            self.application,
        ]


class Stopped(Exception):
    """Somebody asked the program to stop."""


def serve(*, language: str, host: str, port: int, site_port: int) -> int:
    """Prepare the office, open both servers, print their addresses, and wait to be stopped.

    0 after a stop; 2 and one line where something is in the way or a server ends by itself.
    """
    if refused := _refuse(host, (port, site_port), language):
        click.echo(refused, err=True)
        return CANNOT
    servers = (
        Server("shishi.web.wsgi:application", host, port, workers=2),
        Server("shishi.web.public_site:application", host, site_port),
    )
    _set_defaults(servers[1].address)
    if errors := _prepare(language):
        for error in errors:
            click.echo(error, err=True)
        return CANNOT
    return _run(servers, language)


def _refuse(host: str, ports: Sequence[int], language: str) -> str:
    """Say why these doors cannot be opened; "" when they can."""
    if host not in LOOPBACK and not os.environ.get("SHISHI_HOSTS"):
        return sentence("lines", "serve_hosts", language, host=host)
    for port in ports:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((host, port))
            except OSError:
                return sentence("lines", "serve_taken", language, host=host, port=port)
    if ports[0] == ports[1]:
        return sentence("lines", "serve_same", language, port=ports[0])
    return ""


def _set_defaults(site: str) -> None:
    """Serve plain HTTP only where nothing but this machine is meant."""
    if not os.environ.get("SHISHI_HOSTS"):
        os.environ.setdefault("SHISHI_HTTPS", "0")
    os.environ.setdefault("SHISHI_SITE_URL", site)


def _prepare(language: str) -> list[str]:
    """Bring database, style sheets and site up to date; give what forbids opening."""
    from shishi.web.start import open_office

    open_office()
    from shishi.readers import try_confinement
    from shishi.web.preparing import (
        find_errors,
        prepare_database,
        prepare_static,
        publish_released,
    )

    click.echo(word("lines", "serve_preparing", language), err=True)
    prepare_database()
    prepare_static()
    if not publish_released():
        click.echo(word("lines", "serve_no_site", language), err=True)
    try_confinement()
    tell_kept(language)
    return find_errors()


def _run(servers: Sequence[Server], language: str) -> int:
    """Keep the servers running until a signal comes or one of them ends; none is left behind."""
    for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(signum, _stop)
    running: list[subprocess.Popen[bytes]] = []
    try:
        for server in servers:
            running.append(_start(server))
        _wait_open(servers, running)
        facts = {"office": servers[0].address, "site": servers[1].address}
        click.echo(sentence("lines", "serve_open", language, **facts))
        sys.stdout.flush()
        while all(process.poll() is None for process in running):
            time.sleep(0.2)
        click.echo(word("lines", "serve_ended", language), err=True)
        return CANNOT
    except Stopped:
        click.echo(word("lines", "serve_stopped", language), err=True)
        return 0
    finally:
        _end(running)


def _stop(signum: int, frame: FrameType | None) -> None:
    # A second signal must not break off the stopping itself.
    for other in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    raise Stopped


def _start(server: Server) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own: Ctrl-C at the terminal reaches only this program."""
    return subprocess.Popen(
        server.command(),
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_end_with_parent if sys.platform == "linux" else None,
    )


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out what would set granian up behind our back."""
    return {name: value for name, value in environment.items() if not name.startswith("GRANIAN_")}


def _end_with_parent() -> None:
    """Have the kernel stop the server when this program is killed without a chance to do so."""
    import ctypes

    ctypes.CDLL(None).prctl(_LINUX_PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_open(servers: Sequence[Server], running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Wait until every port answers, or a server has ended."""
    until = time.monotonic() + _PATIENCE
    for server in servers:
        while time.monotonic() < until and all(process.poll() is None for process in running):
            try:
                socket.create_connection((server.host, server.port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask every server to stop, wait, and kill what is left of its session."""
    for process in running:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + _PATIENCE
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
