"""Job: what a child does with one file, and how it says what came of it."""

from __future__ import annotations

import gc
import json
import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shishi.errors import UnreadableSource
from shishi.readers.apart.confinement import leave_files, list_kept
from shishi.readers.apart.limits import (
    Limits,
    check_reach,
    limit_memory,
    limit_time,
    limit_writing,
)
from shishi.readers.apart.wire import to_lines

TRAILER = struct.Struct("!4si")
"""The last bytes down every channel: a mark, and how the child ended (minus the signal, or a code)."""

MARK = b"end\n"
OUT_OF_MEMORY = 77
"""How a child ends that asked for more memory than it may have."""

_CHUNK = 1 << 20
_OFFICE_FILE = 100 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read, or to be turned into another format by an office program.

    `kind` is the format where it is known already, `scratch` the only folder that may be written in.
    """

    name: str
    size: int
    limits: Limits
    verb: str = "read"  # or "convert"
    kind: str = ""
    scratch: str = ""


def work(channel: socket.socket, job: Job) -> None:
    """Do a job: take the bytes from the channel, send the answer down it. Never returns an error.

    The answer is a line of JSON, and what it announces: {"document": true} and its lines, {"convert":
    format}, {"file": size} and the bytes, {"refused": code, "facts": {…}}. A line before it says what the
    kernel could not take from this process: {"kept": […]}.
    """
    gc.disable()  # the process ends with the file; looking for cycles takes a third of the time
    limit_memory(job.limits)
    limit_time(job.limits)
    limit_writing(job.limits, size=_OFFICE_FILE if job.verb == "convert" else 0)
    leave_files(job.scratch or None)
    data = _receive(channel, job.size)
    with channel.makefile("wb", buffering=_CHUNK) as out:
        out.write(_line({"kept": list_kept()}))
        try:
            for line in _answer(job, data):
                out.write(line)
        except UnreadableSource as error:
            facts = {name: _spoken(fact) for name, fact in error.facts.items()}
            out.write(_line({"refused": error.code, "facts": facts}))


def _answer(job: Job, data: bytes) -> Iterator[bytes]:
    from shishi.readers.formats import CONVERTED
    from shishi.readers.reading import read_as, tell_format

    if job.verb == "convert":
        from shishi.readers.office import convert

        made = convert(data, job.kind, job.name, scratch=job.scratch)
        yield _line({"file": len(made)})
        yield made
        return
    kind = tell_format(data, job.name)
    if kind in CONVERTED:
        yield _line({"convert": kind})
        return
    document = read_as(kind, data, job.name)
    check_reach(document, job.limits)
    yield _line({"document": kind})
    for line in to_lines(document):
        yield line + b"\n"


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _spoken(fact: object) -> object:
    return fact if isinstance(fact, int) else str(fact)


def _receive(channel: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        chunk = channel.recv(min(_CHUNK, size - len(data)))
        if not chunk:
            os._exit(1)  # the one who asked is gone
        data += chunk
    return bytes(data)
