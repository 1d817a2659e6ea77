"""Placing a site on the disk: written beside, swapped in one rename, never changed in place.

```
out/
├── current → releases/<digest>    what the web server serves
└── releases/
    ├── <digest>/                  one site, complete; SHA256SUMS lists every file
    └── .new-…/                    one that is being written, or was when the power went
```

A reader sees the old site or the new one; whatever is cut off halfway leaves the old one standing.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

from shishi.portal.addresses import SUMS
from shishi.portal.faults import Fault

CURRENT = "current"
RELEASES = "releases"
_WIDTH = 67  # a digest, two spaces, a name of one character at least
KEPT = 3
"""How many sites stay on the disk: readers may still be on the one before."""


def sums_of(files: Mapping[str, bytes]) -> bytes:
    """List the SHA-256 of every file, as `sha256sum -c` reads it."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold a folder against other builders until the block ends; they wait, readers do not."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / ".lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def place(files: Mapping[str, bytes], out: Path) -> str:
    """Write a site into `out` and make it the current one; gives its digest, that of SHA256SUMS.

    A site that stands there already with this digest is taken as it is; a damaged one is written anew
    beside it.
    """
    digest = hashlib.sha256(files[SUMS]).hexdigest()[:16]
    releases = out / RELEASES
    releases.mkdir(parents=True, exist_ok=True)
    names = chain([digest], (f"{digest}-{number}" for number in count(2)))
    site = next(s for name in names if not (s := releases / name).exists() or not any(verify(s)))
    if not site.exists():
        _write_beside(files, site)
    _swap(out, site.name)
    _sweep(releases, site.name)
    return digest


def verify(site: Path) -> Iterator[Fault]:
    """Find the files of a site that are lost, damaged or too many, by its SHA256SUMS."""
    try:
        told = (site / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        yield Fault("lost", SUMS)
        return
    if any(len(line) < _WIDTH or line[64:66] != "  " for line in told):
        yield Fault("damaged", SUMS)
        return
    listed = {line[66:]: line[:64] for line in told}
    for path, digest in listed.items():
        file = site / path
        if not file.is_file():
            yield Fault("lost", path)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield Fault("damaged", path)
    found = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
    for path in sorted(found - listed.keys() - {SUMS}):
        yield Fault("surplus", path)


def _write_beside(files: Mapping[str, bytes], site: Path) -> None:
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=site.parent))
    new.chmod(0o755)
    for folder in sorted({(new / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (new / path).write_bytes(data)
    # One call for all files: asking for each of a thousand small ones takes seconds.
    os.sync()
    new.rename(site)
    _settle(site.parent)


def _swap(out: Path, name: str) -> None:
    """Point `current` at the site. A link cannot be changed, but another can be renamed over it."""
    link = out / f".{CURRENT}-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(RELEASES, name), target_is_directory=True)
    link.replace(out / CURRENT)
    _settle(out)


def _settle(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(releases: Path, name: str) -> None:
    """Remove what was cut off halfway, and all but the newest sites."""
    for leftover in releases.glob(".new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    others = [site for site in releases.iterdir() if site.name != name]
    others.sort(key=lambda site: site.stat().st_mtime, reverse=True)
    for site in others[KEPT - 1 :]:
        shutil.rmtree(site, ignore_errors=True)
