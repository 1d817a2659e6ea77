"""Where the characters of a line stand when it is printed in cells of one width: a Han character takes two."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

_NONE = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that take no room of their own."""


def stops(line: str, *, ambiguous: int = 1) -> list[int]:
    """Give the column each character of a line begins at, from 0, and the one after the last.

    `ambiguous` is the room for a character that some programs draw as wide as Han (“ ” — ① ─).

    >>> stops("住a“")
    [0, 2, 3, 4]
    """
    return list(accumulate((_width(c, ambiguous) for c in line), initial=0))


def extent(text: str) -> int:
    """Give the room that a text takes.

    >>> extent("5G基站")
    6
    """
    return stops(text)[-1]


def cut_lines(lines: Sequence[str], starts: Sequence[int]) -> list[list[tuple[int, int]]] | None:
    """Cut lines where columns begin; give the stretches of characters of each, from 0, half-open.

    Before a column stands a space. A program counts “ ” and the like as one everywhere, or as two; where
    neither fits all lines, a cut may lie anywhere between the two. None where a line cannot be cut, or has
    words before the first column.

    >>> cut_lines(["甲局  “修路”", "乙局  架桥"], [0, 6])
    [[(0, 4), (4, 8)], [(0, 4), (4, 6)]]
    """
    for narrow, wide in ((1, 1), (2, 2), (1, 2)):
        cuts: list[list[tuple[int, int]]] = []
        for line in lines:
            cut = _cut_line(line, starts, narrow=narrow, wide=wide)
            if cut is None:
                break
            cuts.append(cut)
        if len(cuts) == len(lines):
            return cuts
    return None


def _cut_line(
    line: str, starts: Sequence[int], *, narrow: int, wide: int
) -> list[tuple[int, int]] | None:
    least, most = stops(line, ambiguous=narrow), stops(line, ambiguous=wide)
    cuts: list[int] = []
    for start in starts:
        near = (
            i
            for i in range(bisect_left(most, start), bisect_right(least, start))
            if i == 0 or i == len(line) or line[i - 1].isspace()
        )
        cut = len(line) if least[-1] <= start else next(near, None)
        if cut is None:
            return None
        cuts.append(cut)
    if line[: cuts[0]].strip() or any(a > b for a, b in pairwise(cuts)):
        return None
    return list(pairwise([*cuts, len(line)]))


def _width(character: str, ambiguous: int) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _NONE:
        return 0
    kind = unicodedata.east_asian_width(character)
    return 2 if kind in "WF" else ambiguous if kind == "A" else 1
