"""The fork server: a small process with the readers loaded, which gives each file a child of its own.

Started by front.py with `python -m`, never imported there: it has one thread, no connection to a
database and an empty environment, so that a fork of it is cheap, safe and knows no secret.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module

from shishi.readers.apart.confinement import leave_network
from shishi.readers.apart.job import MARK, OUT_OF_MEMORY, TRAILER, Job, work
from shishi.readers.apart.limits import Limits

_LONGEST_ORDER = 64_000
_HEAVY = (
    "shishi.readers.reading",
    "shishi.readers.office",
    "shishi.readers.pdf.pdf",
    "shishi.readers.plain.pasted",
    "shishi.readers.sheets.delimited",
    "shishi.readers.sheets.ods",
    "shishi.readers.sheets.xls",
    "shishi.readers.sheets.xlsx",
    "shishi.readers.web.html",
    "shishi.readers.word.docx",
)


@dataclass(slots=True)
class _Server:
    """The children at work: process id → the channel that waits for their end."""

    control: socket.socket
    selector: selectors.DefaultSelector = field(default_factory=selectors.DefaultSelector)
    running: dict[int, socket.socket] = field(default_factory=dict)
    loaded: bool = False

    def serve(self) -> None:
        """Take orders until whoever gives them is gone."""
        awake, wake = socket.socketpair()
        for end in (awake, wake):
            end.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.selector.register(self.control, selectors.EVENT_READ)
        self.selector.register(awake, selectors.EVENT_READ)
        while True:
            for key, _ in self.selector.select():
                if key.fileobj is self.control:
                    if not self._take_order():
                        return
                elif key.fileobj is awake:
                    _drain(awake)
                    self._bury()
                else:
                    self._say_end(key)

    def _take_order(self) -> bool:
        order, descriptors, _, _ = socket.recv_fds(self.control, _LONGEST_ORDER, 1)
        if not order or not descriptors:
            for child in self.running:
                os.kill(child, signal.SIGKILL)
            return False
        channel = socket.socket(fileno=descriptors[0])
        values = json.loads(order)
        job = Job(**values | {"limits": Limits(**values["limits"])})
        child = os.fork()
        if child == 0:
            self._be_a_child(channel, job)
        self.running[child] = channel
        if not self.loaded:  # while the first child works; those after it find everything loaded
            self.loaded = True
            for name in _HEAVY:
                import_module(name)
            gc.freeze()  # what is loaded stays, and no child need look through it
        return True

    def _be_a_child(self, channel: socket.socket, job: Job) -> None:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for other in (*self.running.values(), *self._registered()):
                other.close()
            work(channel, job)
            status = 0
        except MemoryError:
            status = OUT_OF_MEMORY
        finally:
            os._exit(status)

    def _registered(self) -> list[socket.socket]:
        keys = self.selector.get_map().values()
        return [key.fileobj for key in keys if isinstance(key.fileobj, socket.socket)]

    def _bury(self) -> None:
        while self.running:
            child, status = os.waitpid(-1, os.WNOHANG)
            if not child:
                return
            channel = self.running.pop(child)
            channel.setblocking(False)
            trailer = TRAILER.pack(MARK, os.waitstatus_to_exitcode(status))
            self.selector.register(channel, selectors.EVENT_WRITE, trailer)

    def _say_end(self, key: selectors.SelectorKey) -> None:
        channel = key.fileobj
        assert isinstance(channel, socket.socket)
        self.selector.unregister(channel)
        with suppress(OSError):  # nobody listens any more
            channel.send(key.data)
        channel.close()


def _drain(awake: socket.socket) -> None:
    with suppress(BlockingIOError):
        while awake.recv(4096):
            pass


def main() -> None:
    """Serve the orders that come down standard input, out of reach of the network."""
    control = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    leave_network()
    _Server(control).serve()


if __name__ == "__main__":
    main()
