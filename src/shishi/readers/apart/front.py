"""The front: hand a stranger's file to a child, and believe what comes back only after a look at it."""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from shishi.errors import UnreadableSource
from shishi.findings import load_messages
from shishi.places import Source
from shishi.readers.apart.confinement import FILES, NETWORK, bare_environment
from shishi.readers.apart.job import MARK, OUT_OF_MEMORY, TRAILER, Job
from shishi.readers.apart.limits import FOR_AN_OFFICE_PROGRAM, Limits
from shishi.readers.apart.wire import BadAnswer, from_lines
from shishi.readers.document import Document
from shishi.readers.formats import BINARY, CONVERTED, TEXT
from shishi.readers.refusals import refuse
from shishi.readers.web.guard import MOST_BYTES

_CHUNK = 1 << 20
_GRACE = 10  # seconds over the wall clock limit until a child is given up
_LONGEST_FACT = 300
_OVER_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


def read_apart(data: bytes, name: str, *, limits: Limits = Limits()) -> Document:  # noqa: B008 (frozen)
    """Read one source in a child process: the same Document as read(), or UnreadableSource.

    Whatever the file does to the child, this process lives: a crash, too much memory or time is an
    UnreadableSource (reader-crashed, too-much-memory, too-long) as any other. The first call starts
    a server, which later calls of this process share; it may be called from several threads.

    >>> read_apart("序号\\n\\n1".encode(), "list.txt").source.format
    'text'
    """
    if len(data) > MOST_BYTES:
        raise refuse(name, "too-big", size=len(data), limit=MOST_BYTES)
    answer = _ask(data, Job(name, len(data), limits))
    kind = answer.head.get("convert")
    if kind is None:
        return answer.document(data)
    if kind not in CONVERTED:
        raise refuse(name, "reader-crashed", how="?")
    made = _convert(data, name, kind=kind)
    document = _ask(made, Job(name, len(made), limits)).document(made)
    source = Source(name, kind, hashlib.sha256(data).hexdigest())
    return replace(document, source=source)


def list_kept() -> list[str]:
    """List what a child could not be kept from so far, "files" and "network": its kernel lacks the means.

    Nothing is known before a file was read; see try_confinement.
    """
    return sorted(_KEPT)


def try_confinement() -> list[str]:
    """Read a word apart, to know before a stranger's file comes what a child can be kept from."""
    read_apart(b"1", "1.txt")
    return list_kept()


def _convert(data: bytes, name: str, *, kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="shishi-") as scratch:
        job = Job(
            name, len(data), FOR_AN_OFFICE_PROGRAM, verb="convert", kind=kind, scratch=scratch
        )
        return _ask(data, job).rest


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a child said: its head, which is no refusal, and the bytes after it."""

    name: str
    head: dict[str, Any]
    rest: bytes

    def document(self, data: bytes) -> Document:
        kind = str(self.head.get("document"))
        if kind not in BINARY and kind not in TEXT:
            raise refuse(self.name, "reader-crashed", how="?")
        source = Source(self.name, kind, hashlib.sha256(data).hexdigest())
        try:
            return from_lines(self.rest.split(b"\n")[:-1], source)
        except BadAnswer:
            raise refuse(self.name, "reader-crashed", how="?") from None


def _ask(data: bytes, job: Job) -> _Answer:
    """Send a job to a child and wait for what comes of it. Raises UnreadableSource."""
    try:
        with _order(job) as channel:
            channel.settimeout(job.limits.wall + _GRACE)
            answer = _exchange(channel, data, job)
    except TimeoutError:
        _SERVER.stop()
        raise refuse(job.name, "too-long", seconds=job.limits.wall) from None
    except OSError as error:
        _SERVER.stop()
        raise refuse(job.name, "no-reader", detail=error) from error
    return _believe(answer, job)


def _order(job: Job) -> socket.socket:
    ours, theirs = socket.socketpair()
    with theirs:
        _SERVER.send(json.dumps(asdict(job)).encode(), theirs)
    return ours


def _exchange(channel: socket.socket, data: bytes, job: Job) -> bytes:
    """Send the file and take everything that comes back, the trailer of the server last."""
    with suppress(BrokenPipeError, ConnectionResetError):  # the trailer says how the child died
        channel.sendall(data)
    answer = bytearray()
    while chunk := channel.recv(_CHUNK):
        answer += chunk
        if len(answer) > job.limits.answer:
            raise refuse(job.name, "too-many-cells", limit=job.limits.cells)
    return bytes(answer)


def _believe(answer: bytes, job: Job) -> _Answer:
    body, trailer = answer[: -TRAILER.size], answer[-TRAILER.size :]
    mark, status = TRAILER.unpack(trailer) if len(trailer) == TRAILER.size else (b"", 1)
    if mark != MARK or status:
        raise _why(job, status)
    kept, _, body = body.partition(b"\n")
    line, _, rest = body.partition(b"\n")
    try:
        said, head = json.loads(kept), json.loads(line)
    except ValueError:
        said = head = None
    if not isinstance(head, dict) or not isinstance(said, dict):
        raise refuse(job.name, "reader-crashed", how="?")
    _KEPT.update({FILES, NETWORK}.intersection(_listed(said.get("kept"))))
    if "refused" in head:
        raise _refusal(job, head)
    return _Answer(job.name, head, rest)


def _listed(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _why(job: Job, status: int) -> UnreadableSource:
    """Say why a child ended before its answer."""
    if status == OUT_OF_MEMORY:
        return refuse(job.name, "too-much-memory")
    if status in _OVER_TIME:
        return refuse(job.name, "too-long", seconds=job.limits.cpu)
    if status < 0 and -status in {int(s) for s in signal.Signals}:
        return refuse(job.name, "reader-crashed", how=signal.Signals(-status).name)
    return refuse(job.name, "reader-crashed", how=status)


def _refusal(job: Job, head: dict[str, Any]) -> UnreadableSource:
    """Build the refusal that a child reports, in our own words."""
    code, facts = head["refused"], head.get("facts")
    known = isinstance(code, str) and f"{code}-remedy" in load_messages()
    if not known or not isinstance(facts, dict):
        return refuse(job.name, "reader-crashed", how="?")
    plain = {str(n): v if type(v) is int else str(v)[:_LONGEST_FACT] for n, v in facts.items()}
    try:
        return refuse(job.name, code, **plain)
    except (KeyError, TypeError):
        return refuse(job.name, "reader-crashed", how="?")


class _Server:
    """The one server of this process, started when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def send(self, order: bytes, channel: socket.socket) -> None:
        """Send an order and the channel for its answer; start the server anew if it is gone."""
        with self._lock:
            for last in (False, True):
                try:
                    socket.send_fds(self._running(), [order], [channel.fileno()])
                    return
                except (BrokenPipeError, ConnectionResetError):
                    self._end()
                    if last:
                        raise

    def stop(self) -> None:
        """Stop the server and all its children."""
        with self._lock:
            self._end()

    def forget(self) -> None:
        """Forget the server of the process this one was forked from."""
        self._lock = threading.Lock()
        if self._control:
            self._control.close()
        if self._process:
            self._process.returncode = 0  # not ours to wait for
        self._process = self._control = None

    def _running(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "shishi.readers.apart.server"],
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=None if os.environ.get("SHISHI_DEBUG") else subprocess.DEVNULL,
                    env=bare_environment(),
                    cwd=Path(tempfile.gettempdir()).anchor,
                )
        return self._control

    def _end(self) -> None:
        if self._control:
            self._control.close()
        if self._process:
            try:
                self._process.wait(timeout=_GRACE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = self._control = None


_SERVER = _Server()
_KEPT: set[str] = set()
os.register_at_fork(after_in_child=_SERVER.forget)
atexit.register(_SERVER.stop)
