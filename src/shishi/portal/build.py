"""Build the public site: gather, check, write. What is wrong is found before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files as package_files
from pathlib import Path

from shishi.portal import addresses
from shishi.portal.addresses import EDITIONS
from shishi.portal.checks import check_pages, check_snapshots
from shishi.portal.faults import Fault, NotPublishable
from shishi.portal.open_data import numbers_to_csv, to_csv, to_json
from shishi.portal.pages import Site, draft_pages
from shishi.portal.placing import held, place, sums_of
from shishi.portal.rendering import render
from shishi.portal.snapshot import Snapshot

ASSETS = ("site.css", "fold.css", "elder.css", "icon.svg")


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: where it stands, the digest of its SHA256SUMS, how much there is of it."""

    site: Path
    digest: str
    plans: int
    items: int
    pages: int
    files: int


def build(snapshots: Sequence[Snapshot], out: Path) -> Built:
    """Build the site of these snapshots and make it `out`/current; districts and plans in order.

    Raises NotPublishable with every fault: a link that leads nowhere, an empty section, a count or a
    figure that is not that of the data files. Until the last rename, and when it fails, `out`/current
    is what it was.
    """
    return build_newest(lambda: snapshots, out)


def build_newest(read: Callable[[], Sequence[Snapshot]], out: Path) -> Built:
    """Build the site of the snapshots that `read` gives once no other builder is at work.

    Two who publish at the same time could otherwise end with the older of the two. Raises as build.
    """
    with held(out):
        return _build(read(), out)


def _build(snapshots: Sequence[Snapshot], out: Path) -> Built:
    files = gather(snapshots)
    refuse(check_pages(files, snapshots))
    files[addresses.SUMS] = sums_of(files)
    digest = place(files, out)
    return Built(
        site=out / "current",
        digest=digest,
        plans=len(snapshots),
        items=sum(len(snapshot.items) for snapshot in snapshots),
        pages=sum(path.endswith(".html") for path in files) // len(EDITIONS),
        files=len(files),
    )


def gather(snapshots: Sequence[Snapshot]) -> dict[str, bytes]:
    """Make all files of a site in memory, by their paths. Raises NotPublishable."""
    refuse(check_snapshots(snapshots))
    ordered = sorted(snapshots, key=lambda s: (s.district_slug, -s.year, s.plan_slug))
    files = dict(_data_files(ordered))
    sums = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assets = dict(_assets())
    named = {name: _hashed(name, data) for name, data in assets.items()}
    files |= {named[name]: data for name, data in assets.items()}
    site = Site(ordered, named, sums)
    for draft in draft_pages(site):
        files[draft.path] = render(draft).encode()
    return files


def refuse(faults: Iterator[Fault]) -> None:
    """Raise NotPublishable if there is a fault."""
    if found := list(faults):
        raise NotPublishable(found)


def _data_files(snapshots: Sequence[Snapshot]) -> Iterator[tuple[str, bytes]]:
    for snapshot in snapshots:
        yield addresses.data_file(snapshot, "json"), to_json(snapshot)
        yield addresses.data_file(snapshot, "csv"), to_csv(snapshot)
        yield addresses.data_file(snapshot, "numbers.csv"), numbers_to_csv(snapshot)
    yield addresses.SCHEMA, _read("publication.schema.json")


def _assets() -> Iterator[tuple[str, bytes]]:
    for name in ASSETS:
        yield name, _read(name)


def _read(name: str) -> bytes:
    return (package_files("shishi") / "data" / "portal" / name).read_bytes()


def _hashed(name: str, data: bytes) -> str:
    """Name an asset by what is in it: it can be kept for ever, and an old page keeps its own."""
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
