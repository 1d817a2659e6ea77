"""Names of units that a cut row left in its sentences, where they may be a lead that was lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.fit import UNITS
from shishi.layouts.flows.strips.anchors import find_names
from shishi.layouts.flows.strips.spreading import CutCell, Spread
from shishi.records import Field

_NO_PROSE = UNITS | {Field.CODE, Field.PERCENT, Field.STATUS, Field.INVESTMENT, Field.LEADERS}
_CLEAR = 1
"""What a name costs at most that begins where something new begins."""
_ENDS_SOMETHING = "。;；!?%)）”"


def doubt_strays(row: Spread, text: str, fields: Sequence[Field | None]) -> Spread:
    """Doubt the sentences in which a unit's name stands like a cell of its own, and the row's units.

    `fields` are those of the columns in the order of the cut. A name does so at the beginning or the
    end of a cell of prose, or behind a full stop in it: 民政局|科技局年内完成。
    """
    units = [k for k, name in enumerate(fields) if name in UNITS]
    if not units:
        return row
    names = [(start, end) for start, end, cost in find_names(text) if cost <= _CLEAR]
    cells = dict(row.cells)
    for k, cell in row.cells.items():
        if fields[k] not in _NO_PROSE and any(_stands_out(text, cell, name) for name in names):
            for unit in units:
                if unit in row.cells:
                    cells[unit] = replace(row.cells[unit], margin=0, rival=k)
            cells[k] = replace(cell, margin=0, rival=_nearest(units, k))
    return replace(row, cells=cells)


def _stands_out(text: str, cell: CutCell, name: tuple[int, int]) -> bool:
    """Tell a name that stands in a cell like one of its own; the whole cell may be a place."""
    start, end = name
    if not cell.start <= start < end <= cell.end or (start, end) == (cell.start, cell.end):
        return False
    return start == cell.start or text[start - 1] in _ENDS_SOMETHING or text[start - 1].isdigit()


def _nearest(units: Sequence[int], column: int) -> int:
    return min(units, key=lambda k: abs(k - column))
