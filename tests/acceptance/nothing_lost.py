"""Count the characters of a source, and those of the pieces it was taken apart into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tests.acceptance.scores import Failure, none_wanted

BAR = "|"
"""Cell bars are structure: they may stand in a piece or in none."""


def lost_characters(source: str, pieces: Iterable[Mapping[str, Any]]) -> list[str]:
    """Give a line for each character of the source that stands in no piece, and for each made up."""
    there = _count(source)
    here = _count("".join(piece["text"] for piece in pieces))
    lost = [f"{c!r} (U+{ord(c):04X}) stands nowhere, {n} times" for c, n in (there - here).items()]
    made = [f"{c!r} (U+{ord(c):04X}) made up, {n} times" for c, n in (here - there).items()]
    return lost + made


def lost_failures(lines: Iterable[str]) -> list[Failure]:
    """Give the failure when a character is lost or made up."""
    return none_wanted("source characters that stand nowhere or twice", lines)


def _count(text: str) -> Counter[str]:
    return Counter(c for c in text.lstrip("\ufeff") if not c.isspace() and c != BAR)
