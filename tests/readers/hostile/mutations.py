"""Valid files changed at random: bits flipped, cut short, pieces doubled, moved, taken from another."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from tests.readers.hostile.bombs import SAMPLES, book, cell, docx, unzip
from tests.readers.packages.zips import pack

_SMALL = 60_000  # bytes of a file that is worth changing twenty thousand times


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """Give one small sample of every format that there is, and two made by hand: name and bytes."""
    found: dict[str, tuple[str, bytes]] = {}
    for path in sorted(SAMPLES.rglob("source.*"), key=lambda path: path.stat().st_size):
        if path.stat().st_size < _SMALL:
            found.setdefault(path.suffix, (path.name, path.read_bytes()))
    rows = (
        "<w:tr>"
        + cell("序号")
        + cell("项目")
        + "</w:tr><w:tr>"
        + cell("1")
        + cell("公园")
        + "</w:tr>"
    )
    made = (("a.xlsx", pack(book())), ("a.docx", pack(docx(f"<w:tbl>{rows}</w:tbl>"))))
    return (*found.values(), *made)


def mutate(seed: int) -> tuple[str, bytes]:
    """Change one original; the same seed gives the same file."""
    chance = random.Random(seed)
    name, data = chance.choice(originals())
    if (
        data.startswith(b"PK") and chance.random() < 0.7
    ):  # inside a part, so that the zip stays whole
        parts: dict[str, str | bytes] = dict(unzip(data))
        part = chance.choice(sorted(parts))
        parts[part] = _changed(bytes(parts[part]), chance)  # type: ignore[arg-type]
        return name, pack(parts)
    return name, _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for change in _changes(chance):
        if not changed:
            break
        at = chance.randrange(len(changed))
        size = min(len(changed) - at, 1 + int(chance.expovariate(1 / 60)))
        if change == "flip":
            changed[at] ^= 1 << chance.randrange(8)
        elif change == "cut":
            del changed[at:]
        elif change == "drop":
            del changed[at : at + size]
        elif change == "double":
            changed[at:at] = changed[at : at + size] * chance.choice((1, 2, 200))
        elif change == "fill":
            changed[at : at + size] = bytes([chance.choice((0, 255, 60, 34))]) * size
        else:
            other = chance.choice(originals())[1]
            start = chance.randrange(len(other))
            changed[at : at + size] = other[start : start + size]
    return bytes(changed)


def _changes(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        yield chance.choice(("flip", "flip", "flip", "drop", "double", "fill", "splice"))
    if chance.random() < 0.15:
        yield "cut"
