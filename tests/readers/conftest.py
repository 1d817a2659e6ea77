"""A server whose children do what a test says: what a hostile file would have to make them do."""

from __future__ import annotations

import faulthandler
import os
import socket
from collections.abc import Callable, Iterator

import pytest

from shishi.readers import formats
from shishi.readers.apart import confinement, front, server

Serve = Callable[..., None]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Give a function that serves from a fork of this process, with another reader of text.

    `guarded` False takes the guards away: the sabotaged twin.
    """
    started: list[int] = []

    def start(
        reader: Callable[..., object] | None = None,
        *,
        guarded: bool = True,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        pid = os.fork()
        if pid == 0:
            ours.close()
            faulthandler.disable()
            if reader:
                formats.TEXT["text"] = reader  # type: ignore[index]
            before()
            if guarded:
                confinement.leave_network()
            else:
                _unguard()
            try:
                server._Server(theirs, loaded=True).serve()
            finally:
                os._exit(0)
        theirs.close()
        started.append(pid)
        monkeypatch.setattr(front, "_SERVER", front._Server())
        front._SERVER._control = ours

    yield start
    front._SERVER.stop()
    for pid in started:
        os.waitpid(pid, 0)


def _unguard() -> None:
    from shishi.readers.apart import job

    for name in ("limit_memory", "limit_time"):
        setattr(job, name, lambda limits: None)
    job.limit_writing = lambda limits, size=0: None
    job.leave_files = lambda scratch=None: False
