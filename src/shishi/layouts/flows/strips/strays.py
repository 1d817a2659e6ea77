"""Names and numbers that a cut row left in its sentences, where they may be cells that were lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.fit import UNITS
from shishi.layouts.flows.strips.anchors import find_names
from shishi.layouts.flows.strips.spreading import CutCell, Spread
from shishi.records import Field

_NO_PROSE = UNITS | {Field.CODE, Field.PERCENT, Field.STATUS, Field.INVESTMENT, Field.LEADERS}
_CLEAR = 1
"""What a name costs at most that begins where something new begins."""
_FEW_WITHIN = 2
"""So many names within the sentences of one row may be those of rows that were not told apart."""
_NUMBERS = frozenset({Field.PERCENT, Field.INVESTMENT})
_BARE = re.compile(
    r"^[0-9.,]+(?:%|万元|亿元|(?=[^0-9.,%月日年、]))|[^0-9.,]?[0-9.,]+(?:%|万元|亿元)?$"
)
"""A number at the beginning or the end of a sentence."""
_ENDS_SOMETHING = "。;；!?%)）”"


def doubt_strays(row: Spread, text: str, fields: Sequence[Field | None]) -> Spread:
    """Doubt the sentences in which a unit's name stands like a cell of its own, and the row's units.

    `fields` are those of the columns in the order of the cut. A name does so at the beginning or the
    end of a cell of prose, or behind a full stop in it: 民政局|科技局年内完成。
    """
    row = _doubt_numbers(row, text, fields)
    units = [k for k, name in enumerate(fields) if name in UNITS]
    if not units:
        return row
    names = [(start, end) for start, end, cost in find_names(text) if cost <= _CLEAR]
    prose = {k: c for k, c in row.cells.items() if fields[k] not in _NO_PROSE}
    doubted = {k for k, c in prose.items() if any(_stands_out(text, c, n) for n in names)}
    within = {k: {e for s, e in names if c.start < s < e < c.end} for k, c in prose.items()}
    if sum(map(len, within.values())) >= _FEW_WITHIN:
        doubted |= {k for k, ends in within.items() if ends}
    cells = dict(row.cells)
    for unit in units:
        if unit in cells and (doubted or any(_is_cut(cells[unit], name) for name in names)):
            rival = min(doubted) if doubted else max(0, unit - 1)
            cells[unit] = replace(cells[unit], margin=0, rival=rival)
    for k in doubted:
        cells[k] = replace(cells[k], margin=0, rival=_nearest(units, k))
    return replace(row, cells=cells)


def _doubt_numbers(row: Spread, text: str, fields: Sequence[Field | None]) -> Spread:
    """Doubt a blank in a column of numbers where a sentence of the row begins or ends with one."""
    prose = [
        text[c.start : c.end].strip() for k, c in row.cells.items() if fields[k] not in _NO_PROSE
    ]
    if not any(map(_BARE.search, prose)):
        return row
    blanks = {k: 0 if fields[k] in _NUMBERS else margin for k, margin in row.blanks.items()}
    return replace(row, blanks=blanks)


def _is_cut(cell: CutCell, name: tuple[int, int]) -> bool:
    """Tell a cell of units that begins or ends within a clear name."""
    start, end = name
    return start < cell.start < end or start < cell.end < end


def _stands_out(text: str, cell: CutCell, name: tuple[int, int]) -> bool:
    """Tell a name that stands in a cell like one of its own; the whole cell may be a place."""
    start, end = name
    if not cell.start <= start < end <= cell.end or (start, end) == (cell.start, cell.end):
        return False
    return start == cell.start or text[start - 1] in _ENDS_SOMETHING or text[start - 1].isdigit()


def _nearest(units: Sequence[int], column: int) -> int:
    return min(units, key=lambda k: abs(k - column))
