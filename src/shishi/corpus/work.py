"""Work: a folder into parts, on any executor; what is done already is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path

from shishi.corpus.children import end_children, work_apart
from shishi.corpus.folder import list_folder
from shishi.corpus.plan import Job, plan_jobs

_AHEAD = 4  # jobs that wait at the executor for each worker, so that none is idle
_WORKERS_AT_MOST = 64
PATIENCE = "10s"
"""How long to wait for a scheduler's first answer."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the work is: files in all, kept from before and done now, and what they became."""

    total: int
    kept: int = 0
    files: int = 0
    refused: int = 0
    records: int = 0
    measures: int = 0
    milestones: int = 0
    findings: int = 0

    def add(self, counts: Mapping[str, int]) -> Tally:
        """Give the tally with the counts of one more bucket."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        for name in values.keys() & counts.keys():
            values[name] += counts[name]
        return Tally(**values)


def read_folder(
    root: Path,
    out: Path,
    *,
    executor: Executor,
    rulebook: str | None = None,
    check: bool = False,
    width: int = 2,
) -> Iterator[Tally]:
    """Read every file below `root` into the parts of `out`; yield how far it is, bucket by bucket.

    `executor` only waits for the processes that read: threads here, or the workers of a cluster, on
    which both folders must be reachable under the same paths. `width` says how many of its workers
    to keep busy; with `check` the rules are asked too, which takes several times as long. What was finished before is kept, so that a run that was broken off goes on, and a
    second run changes nothing. Raises NotACorpus, and OSError for a folder that cannot be opened.
    """
    root, out = root.resolve(), out.resolve()
    files = list_folder(root, without=out)
    jobs, kept = plan_jobs(root, out, files, rulebook=rulebook, check=check)
    tally = Tally(total=len(files), kept=kept)
    yield tally
    for counts in drive(executor, jobs, window=min(width, _WORKERS_AT_MOST) * _AHEAD):
        tally = tally.add(counts)
        yield tally


def drive(executor: Executor, jobs: Iterable[Job], *, window: int) -> Iterator[Mapping[str, int]]:
    """Have the jobs done, `window` at a time, and yield the counts of each as it ends."""
    todo = iter(jobs)
    live: set[Future[Mapping[str, int]]] = {
        executor.submit(work_apart, job) for job in islice(todo, window)
    }
    try:
        while live:
            done, live = wait(live, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                live |= {executor.submit(work_apart, job) for job in islice(todo, 1)}
    finally:
        for future in live:
            future.cancel()


@contextmanager
def local_workers(count: int) -> Iterator[Executor]:
    """Give an executor of `count` processes on this machine; they end with the block."""
    executor = ThreadPoolExecutor(max_workers=count, thread_name_prefix="corpus")
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
        end_children()


@contextmanager
def cluster_workers(address: str) -> Iterator[tuple[Executor, int]]:
    """Give the executor of a Dask cluster, and how many threads its workers have.

    Raises OSError where no scheduler answers at the address, ImportError without the extra "cluster".
    """
    from distributed import Client

    with Client(address, set_as_default=False, timeout=PATIENCE) as client:  # type: ignore[no-untyped-call]
        width = sum(client.nthreads().values()) or 1
        yield client.get_executor(pure=False), width
