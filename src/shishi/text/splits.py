"""Splits: a name in which one character was printed as the two that it is put together of.

Where a font or a recognizer does not know a character, it is often set or read as its halves, side by
side: 大石契街道 for 大碶街道, 木交 for 校. What was meant is proposed, never put in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def list_splits(name: str) -> Iterator[str]:
    """List how a name looks with one of its characters in halves.

    >>> list(list_splits("区委党校")), list(list_splits("大碶街道"))
    (['区委党木交'], ['大石契街道'])
    """
    for at, character in enumerate(name):
        for halves in load_halves().get(character, ()):
            yield name[:at] + halves + name[at + 1 :]


def is_split(printed: str, name: str) -> bool:
    """Say whether a printed name is another one with a character in halves.

    >>> is_split("大石契街道", "大碶街道"), is_split("大石街道", "大碶街道")
    (True, False)
    """
    return len(printed) == len(name) + 1 and printed in list_splits(name)


@cache
def load_halves() -> dict[str, list[str]]:
    """Load data/splits.toml: a character → the ways it is printed as two."""
    file = files("shishi") / "data" / "splits.toml"
    halves: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))["halves"]
    return halves
