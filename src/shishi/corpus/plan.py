"""Plan: which files are read together, and which of them stand in the parts already.

A file belongs to the bucket that its path hashes to, so that a file that comes, changes or goes
touches one bucket only, and what stands in a finished corpus follows from the folder alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from shishi.corpus.folder import Listed
from shishi.corpus.parts import TABLES, read_signature
from shishi.errors import ShishiError

FORMAT = 1
"""Raised when the columns change: every part is then written again."""

FILES_A_BUCKET = 32
_MOST_A_BUCKET = 128
_MARK = "corpus.json"


class NotACorpus(ShishiError):
    """A folder that a corpus cannot be written into or asked of; `code` says why."""

    def __init__(self, folder: Path, code: str) -> None:
        self.folder, self.code = folder, code
        super().__init__(f"{folder}: {code}")


@dataclass(frozen=True, slots=True)
class Job:
    """One bucket to read: plain values, so that it can travel to another machine.

    `check` asks the rules too, not only the doubts of reading. `lost` names files that are not to be tried any more, with the refusal's code and facts. Paths are those of
    the machine that works on it: folder and parts must be reachable there under the same names.
    """

    root: str
    out: str
    bucket: str
    files: tuple[str, ...]
    signature: str
    rulebook: str | None = None
    check: bool = False
    lost: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def plan_jobs(
    root: Path,
    out: Path,
    files: Sequence[Listed],
    *,
    rulebook: str | None = None,
    check: bool = False,
) -> tuple[list[Job], int]:
    """Plan the buckets that must be read, and count the files that stand in the parts already.

    Makes `out` and marks it as a corpus; parts of buckets that are gone are taken away. Raises
    NotACorpus ("not-empty") for a folder that holds something else.
    """
    count = _settle_buckets(out, len(files))
    buckets: dict[str, list[Listed]] = {}
    for listed in files:
        buckets.setdefault(_bucket_of(listed.path, count), []).append(listed)
    _take_away(out, set(buckets))
    jobs, kept = [], 0
    for bucket, members in sorted(buckets.items()):
        signature = _sign(members, rulebook, check=check)
        if read_signature(out, bucket) == signature:
            kept += len(members)
            continue
        paths = tuple(listed.path for listed in members)
        jobs.append(Job(str(root), str(out), bucket, paths, signature, rulebook, check))
    return jobs, kept


def is_corpus(out: Path) -> bool:
    """Tell whether a folder was made by plan_jobs."""
    return (out / _MARK).is_file()


def _settle_buckets(out: Path, files: int) -> int:
    """Give the number of buckets: as it was, unless the folder has outgrown it."""
    mark = out / _MARK
    if not mark.is_file():
        if out.exists() and any(out.iterdir()):
            raise NotACorpus(out, "not-empty")
        out.mkdir(parents=True, exist_ok=True)
    elif (count := int(json.loads(mark.read_text("utf-8"))["buckets"])) * _MOST_A_BUCKET >= files:
        return count
    count = max(1, -(-files // FILES_A_BUCKET))
    mark.write_text(json.dumps({"format": FORMAT, "buckets": count}) + "\n", encoding="utf-8")
    return count


def _bucket_of(path: str, count: int) -> str:
    digest = hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()
    width = len(str(count - 1))
    return f"{int.from_bytes(digest[:8]) % count:0{width}d}-of-{count}"


def _take_away(out: Path, buckets: set[str]) -> None:
    for table in TABLES:
        for file in (out / table).glob("*.parquet"):
            if file.stem not in buckets:
                file.unlink()


def _sign(files: Sequence[Listed], rulebook: str | None, *, check: bool) -> str:
    """Fingerprint what a part follows from: the files, the program, and what was asked for."""
    facts: list[object] = [FORMAT, version("shishi"), rulebook, _book_changed(rulebook), check]
    facts += [[listed.path, listed.size, listed.changed] for listed in files]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _book_changed(rulebook: str | None) -> int | None:
    file = Path(rulebook) if rulebook else None
    return file.stat().st_mtime_ns if file and file.is_file() else None
