"""Child: a process that reads one bucket after the other, and may die of any file in it.

It speaks lines of JSON with the process that started it (children.py): in, a Job; out, {"at": n}
before the n-th file of the bucket, then {"done": …}. A file that kills it is known by the last "at".
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from shishi.corpus.parts import write_parts
from shishi.corpus.plan import Job
from shishi.corpus.rows import Rows, merge_rows, refused_rows, rows_of
from shishi.errors import UnreadableSource
from shishi.readers import load_file, read_apart
from shishi.readers.apart.confinement import leave_network
from shishi.readers.apart.job import OUT_OF_MEMORY
from shishi.readers.apart.limits import (
    FOR_AN_OFFICE_PROGRAM,
    Limits,
    check_reach,
    limit_memory,
    limit_time,
)
from shishi.readers.document import Document
from shishi.readers.formats import CONVERTED
from shishi.readers.reading import read_as, tell_format
from shishi.readers.refusals import refuse
from shishi.street import Stop, walk_document

LIMITS = Limits()
"""What reading one file may cost; the parts of its bucket are held in the same memory."""


def main() -> None:
    """Serve jobs until the input ends, without network and within LIMITS.

    What libraries print goes to the error stream.
    """
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    leave_network()
    limit_memory(LIMITS, for_good=False)
    try:
        serve(sys.stdin, answers)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def serve(jobs: TextIO, answers: TextIO) -> None:
    """Work through the jobs, a line each."""

    def say(**answer: object) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    gc.disable()  # a page is made of many small things, and all of them go with its bucket
    say(ready=True)
    for line in jobs:
        job = Job(**json.loads(line))
        say(done=work(job, at=lambda index: say(at=index)))
        gc.collect()
        gc.freeze()  # what is left are modules and caches, and no later look need go through them


def work(job: Job, *, at: Callable[[int], None]) -> dict[str, int]:
    """Read the files of a bucket, write its parts, and count what is in them.

    `at` is told the place of each file before it is touched. A file that cannot be read becomes a
    finding; nothing that a file holds raises.
    """
    rows = merge_rows({}, _all_rows(job, at))
    write_parts(Path(job.out), job.bucket, rows, signature=job.signature)
    counts = {table: len(found) for table, found in rows.items()}
    refused = sum(notice.get("refused") is not None for notice in rows["notices"])
    return {**counts, "files": len(job.files), "refused": refused}


def _all_rows(job: Job, at: Callable[[int], None]) -> Iterator[Rows]:
    for index, path in enumerate(job.files):
        at(index)
        limit_time(LIMITS)
        yield _rows(Path(job.root) / path, job, path)


def _read(file: Path) -> Document:
    data, name = load_file(file), file.name
    kind = tell_format(data, name)
    if kind in CONVERTED:  # an office program has its own limits, and takes its time
        limit_time(FOR_AN_OFFICE_PROGRAM)
        return read_apart(data, name)
    document = read_as(kind, data, name)
    check_reach(document, LIMITS)
    return document


def _rows(file: Path, job: Job, path: str) -> Rows:
    source = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    size = 0
    try:
        size = file.stat().st_size
        if lost := job.lost.get(path):
            raise refuse(
                source, str(lost["code"]), **{k: v for k, v in lost.items() if k != "code"}
            )
        document = _read(file)
        stop = Stop.CHECK if job.check else Stop.EXTRACT
        walked = walk_document(document, source, on=None, stop=stop, rulebook=job.rulebook)
        return rows_of(walked, source, size=size)
    except UnreadableSource as error:
        return refused_rows(error, source, size=size)
    except FileNotFoundError:  # gone since the folder was listed
        return refused_rows(refuse(source, "missing"), source, size=size)
