"""Limits: how much of the machine one file may use, and how a process takes them on."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from pathlib import Path

from shishi.readers.document import Document, Grid
from shishi.readers.refusals import refuse

_MOST_FILES = 64


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of address space, seconds, and how far its tables may reach."""

    memory: int = 512 << 20
    cpu: int = 20
    wall: int = 30
    cells: int = 2_000_000
    columns: int = 16_384
    rows: int = 1_048_576  # of one merged cell
    answer: int = 400 << 20  # bytes that may come back


FOR_THE_WEB = Limits(cells=200_000, columns=1_000, rows=5_000, answer=64 << 20)
"""For a file that somebody uploads."""

FOR_AN_OFFICE_PROGRAM = Limits(memory=4 << 30, cpu=60, wall=90, answer=100 << 20)
"""For an office program that turns a file into another."""


def limit_memory(limits: Limits, *, for_good: bool = True) -> None:
    """Hold this process to so much memory, and let it leave no core behind.

    Beyond it Python raises MemoryError; a library may abort the process. `for_good` holds those that
    it starts as well. Not so for the children of a corpus, which read() in their own process, hold
    large libraries and may have to start an office program: theirs is so much beside what they have
    now. They call this once, and limit_time() before each file.
    """
    if for_good:
        _lower(resource.RLIMIT_AS, limits.memory)
    else:
        most = _held() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    _lower(resource.RLIMIT_CORE, 0)


def limit_time(limits: Limits) -> None:
    """Give this process so many seconds from now; the kernel ends it when they are over.

    Calling again starts anew. The process ends by SIGXCPU or SIGALRM, in the midst of a library too.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = used + limits.cpu
    resource.setrlimit(
        resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
    )
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(limits.wall)


def limit_writing(limits: Limits, *, size: int = 0) -> None:
    """Let this process write no file of more than `size` bytes, open few, and start no other."""
    del limits
    _lower(resource.RLIMIT_FSIZE, size)
    _lower(resource.RLIMIT_NOFILE, _MOST_FILES)
    if not size:
        _lower(resource.RLIMIT_NPROC, 0)


def check_reach(document: Document, limits: Limits) -> None:
    """Refuse a document whose tables reach further than the limits. Raises UnreadableSource."""
    grids = [part for part in (*document.parts, *document.aside) if isinstance(part, Grid)]
    name = document.source.name
    for grid in grids:
        if grid.width > limits.columns:
            raise refuse(name, "too-many-columns", count=grid.width, limit=limits.columns)
        tallest = max((cell.rows for cell in grid.cells), default=0)
        if tallest > limits.rows:
            raise refuse(name, "too-tall", count=tallest, limit=limits.rows)
    if sum(grid.height * grid.width for grid in grids) > limits.cells:
        raise refuse(name, "too-many-cells", limit=limits.cells)


def _held() -> int:
    """Give how many bytes of address space this process has taken."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _lower(what: int, to: int) -> None:
    """Lower a limit for good; where it is lower already it stays."""
    hard = resource.getrlimit(what)[1]
    least = to if hard == resource.RLIM_INFINITY else min(to, hard)
    resource.setrlimit(what, (least, least))
