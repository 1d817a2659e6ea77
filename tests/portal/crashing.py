"""Place a site again and again, killed at every touch of the disk: `python -m tests.portal.crashing OUT WAY`.

Each attempt runs in a process of its own, which ends without a word, as one does that is killed: just
before the nth change to the disk, or halfway through a file. After each the reader must find the old
site or the new one, whole. Prints the number of deaths and what was torn. WAY is `beside` for the real
thing or `in_place` for a twin that writes into the site that is being read: it must be caught.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from shishi.portal.addresses import SUMS
from shishi.portal.build import gather
from shishi.portal.placing import place, sums_of, verify
from tests.portal.invented import snapshot

CHANGES = {"os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.chmod"}
Files = dict[str, bytes]


def main(out: Path, way: str) -> None:
    """Print {"deaths": n, "torn": […], "end": digest is the new one}."""
    old, new = (_files(release) for release in (1, 2))
    before = place(old, out)
    wanted = {before, place(new, out.with_name("elsewhere"))}
    torn = []
    for death in count(1):
        survived = _die_at(death, lambda: {"beside": place, "in_place": _in_place}[way](new, out))
        torn += [f"{death}: {one}" for one in _faults(out, wanted)]
        if survived:
            break
        place(old, out)
    ended = (out / "current").resolve().name != before
    print(json.dumps({"deaths": death - 1, "torn": torn, "end": ended}))


def _files(release: int) -> Files:
    files = gather([snapshot(1, months=1, release=release)])
    files[SUMS] = sums_of(files)
    return files


def _in_place(files: Files, out: Path) -> None:
    for path, data in files.items():
        (out / "current" / path).write_bytes(data)


def _die_at(death: int, work: Callable[[], object]) -> bool:
    child = os.fork()
    if child == 0:
        _watch(death)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _watch(death: int) -> None:
    changes = iter(range(1, 1_000_000))

    def touch() -> None:
        if next(changes) == death:
            os._exit(9)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR)  # type: ignore[call-overload]
        if writes or event in CHANGES:
            touch()

    def write(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            touch()
            file.write(data[len(data) // 2 :])

    Path.write_bytes = write  # type: ignore[assignment, method-assign]
    sys.addaudithook(hear)


def _faults(out: Path, wanted: set[str]) -> Iterator[str]:
    site = out / "current"
    if site.resolve().name not in wanted:
        yield f"current is {site.resolve().name}"
    yield from (fault.say("en") for fault in verify(site))


if __name__ == "__main__":
    os.sync = lambda: None  # what the disk does later is not what is tried here
    main(Path(sys.argv[1]), sys.argv[2])
