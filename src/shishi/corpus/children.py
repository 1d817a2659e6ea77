"""Children: the processes that read, started where they are needed and thrown away when one dies.

A file that crashes the reader, or takes longer than it may, costs its process and nothing else: the
bucket is read again without it, and the file stands in the findings.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from threading import Lock

from shishi.corpus.child import LIMITS
from shishi.corpus.plan import Job
from shishi.readers.apart.job import OUT_OF_MEMORY

PATIENCE = 120.0
"""Seconds without a word after which a child is given up; it ends itself long before."""

COMMAND = [sys.executable, "-P", "-c", "from shishi.corpus.child import main; main()"]
"""How a child is started."""
_SECONDS_TO_END = 30.0  # after it has closed its output
_SECONDS_TO_START = 120.0  # on a machine where many start at once
_JOBS_A_CHILD = 64  # memory that a library kept goes with its process
_OVER_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


class ChildDied(Exception):
    """A child ended, or is to be ended, over a file; `why` is the code of a refusal and its facts.

    `at` is the file's index in its job, None where it was over none of them.
    """

    def __init__(self, at: int | None, why: Mapping[str, object]) -> None:
        self.at, self.why = at, why
        super().__init__(f"{why['code']} at file {at}")


class BucketFailed(RuntimeError):
    """A bucket that no child could finish, though no single file is at fault: a full disk, say."""


@dataclass(slots=True)
class Child:
    """A process that runs child.py, and the jobs it has done."""

    process: subprocess.Popen[bytes]
    jobs: int = 0
    _rest: bytes = b""

    def work(self, job: Job, *, seconds: float) -> Mapping[str, int]:
        """Have a bucket read; give its counts. Raises ChildDied."""
        at: int | None = None
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise self._death(None) from None
        while True:
            answer = self._answer(seconds, at)
            if isinstance(counts := answer.get("done"), dict):
                self.jobs += 1
                return {str(name): int(count) for name, count in counts.items()}
            at = int(str(answer["at"]))

    def wait_until_ready(self) -> None:
        """Wait for the first line, which says that everything is imported."""
        self._answer(_SECONDS_TO_START, None)

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(BrokenPipeError):
                    pipe.close()
        self.process.wait()

    def _death(self, at: int | None) -> ChildDied:
        status = self.process.wait(_SECONDS_TO_END)
        if status in _OVER_TIME:
            return ChildDied(at, {"code": "too-long", "seconds": LIMITS.wall})
        if status == OUT_OF_MEMORY:
            return ChildDied(at, {"code": "too-much-memory"})
        how = signal.Signals(-status).name if status < 0 else status
        return ChildDied(at, {"code": "reader-crashed", "how": how})

    def _answer(self, seconds: float, at: int | None) -> dict[str, object]:
        assert self.process.stdout is not None
        output = self.process.stdout.fileno()
        while b"\n" not in self._rest:
            if not select.select([output], [], [], seconds)[0]:
                raise ChildDied(at, {"code": "too-long", "seconds": int(seconds)})
            more = os.read(output, 65536)
            if not more:
                raise self._death(at)
            self._rest += more
        line, self._rest = self._rest.split(b"\n", 1)
        answer: dict[str, object] = json.loads(line)
        return answer


_idle: list[Child] = []
_lock = Lock()


def work_apart(job: Job, *, seconds: float = PATIENCE) -> Mapping[str, int]:
    """Read a bucket in a child of this process and give its counts.

    May be called from several threads; each gets a child of its own, and children are used again.
    A file that kills its child is left out and named in the findings. Raises BucketFailed where a
    child dies over no file, twice.
    """
    excused = 1
    while True:
        try:
            with _a_child() as child:
                return child.work(job, seconds=seconds)
        except ChildDied as death:
            if death.at is not None:
                job = replace(job, lost={**job.lost, job.files[death.at]: death.why})
            elif excused:
                excused -= 1
            else:
                raise BucketFailed(job.bucket) from death


def end_children() -> None:
    """End the children that wait for work in this process."""
    with _lock:
        waiting = list(_idle)
        _idle.clear()
    for child in waiting:
        child.end()


@contextmanager
def _a_child() -> Iterator[Child]:
    """Give a child that waits for work, or a new one; where it did not end its work it is ended."""
    child = _take()
    worked = False
    try:
        yield child
        worked = True
    finally:
        if worked and child.jobs < _JOBS_A_CHILD:
            with _lock:
                _idle.append(child)
        else:
            child.end()


def _take() -> Child:
    with _lock:
        if _idle:
            return _idle.pop()
    child = Child(subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
    child.wait_until_ready()
    return child
