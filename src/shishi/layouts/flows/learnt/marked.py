"""List marks that count the rows under each code: ① in the first row, ② in the next, in one column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shishi.layouts.flows.looks import Look
from shishi.layouts.words.codes import follow_codes

_ODD = 10
"""What it costs that a cell with such a mark stands in another column than those of the other rows."""
_KIND = re.compile(r"([①-⑳])|[(（][0-9]{1,2}[)）].")
"""Marks that count rows; 1. counts sentences of a cell as well."""
_FEW, _NEAR = 2, 2
_MOSTLY = 50  # of the names in a cell
_FEWEST_UNNAMED = 3
"""Cells of a row without a unit; with one sentence less, the second may go on in the cell of the first."""


class Marked:
    """The cells whose list marks count the rows under the codes of a table; none where marks count something else.

    >>> words = ["1", "便民出行", "①修路。", "区住建局", "②铺路。", "区交通局", "2", "安居保障", "①建房。", "区住建局"]
    >>> found = Marked([Look(w, frozenset()) for w in words])
    >>> found.behind, [words[i] for i in found.cells]
    (2, ['①修路。', '②铺路。', '①建房。'])
    """

    def __init__(self, looks: Sequence[Look]) -> None:
        coded = follow_codes([look.text for look in looks])
        codes = [i for i, (k, told) in enumerate(zip(looks, coded, strict=True)) if told]
        parts = [_counted(looks, a, b) for a, b in pairwise([*codes, len(looks)])]
        told = [
            (cells[0] - code, _kind(looks[cells[0]]))
            for code, cells in zip(codes, parts, strict=True)
            if cells
        ]
        usual, often = Counter(told).most_common(1)[0] if told else ((0, ""), 0)
        cells = [i for part in parts for i in part]
        counts = len(cells) > len(told) and often >= _FEW and often == len(told)
        self.behind = usual[0] if counts and 4 * often >= 3 * len(codes) else 0
        self.cells = cells if self.behind else []

    def misfits(self, column: int, code: int | None) -> Iterator[tuple[int, int]]:
        """Yield the cells that hardly stand in this column, and what it costs; the codes stand in column `code`."""
        if code is not None and column != code + self.behind:
            yield from ((cell, _ODD) for cell in self.cells)


def _counted(looks: Sequence[Look], code: int, end: int) -> list[int]:
    """Give the cells under a code that count from 1 in order, the rest of a row behind each; none where they do not."""
    first = next(
        (i for i in range(code + 1, min(code + _NEAR + 1, end)) if looks[i].number_mark == 1), end
    )
    kind = _kind(looks[first]) if first < end else ""
    if not kind:
        return []
    cells = [i for i in range(code, end) if _kind(looks[i]) == kind]
    in_order = [looks[i].number_mark for i in cells] == list(range(1, len(cells) + 1))
    rows = [looks[a:b] for a, b in pairwise([*cells, end])]
    return cells if in_order and _are_rows(rows) else []


def _are_rows(rows: Sequence[Sequence[Look]]) -> bool:
    """Tell rows from the items of one cell, which go on over sentences, and have their unit below the last of them."""
    named = [any(look.units >= _MOSTLY for look in row[1:]) for row in rows]
    if any(named) and not named[0]:
        return False
    fewest = max(len(rows[-1]), 2 if any(named) else _FEWEST_UNNAMED)
    return all(
        len(row) > 1 and (has_unit or len(row) >= fewest)
        for row, has_unit in zip(rows[:-1], named, strict=False)
    )


def _kind(look: Look) -> str:
    found = _KIND.match(look.text)
    return "" if not found else "circled" if found[1] else "bracketed"
