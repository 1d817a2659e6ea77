"""Names that a cut row left in its sentences like cells of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.fit import UNITS
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.layouts.flows.strips.anchors import find_names
from shishi.records import Field

_NO_PROSE = UNITS | {Field.CODE, Field.PERCENT, Field.STATUS, Field.INVESTMENT, Field.LEADERS}
_CLEAR = 1
"""What a name costs at most that begins where something new begins."""
_ENDS_SENTENCE = "。;；!?"


def doubt_strays(row: Spread, text: str, fields: Sequence[Field | None]) -> Spread:
    """Doubt the sentences in which a unit's name stands behind a full stop, and the row's units.

    `fields` are those of the columns in the order of the cut. Such a sentence may be the item, the name
    a lead that was not seen, and what follows it the progress: 已完成。科技局年内完成。
    """
    units = [k for k, name in enumerate(fields) if name in UNITS]
    names = [start for start, _, cost in find_names(text) if cost <= _CLEAR] if units else []
    prose = {k: c for k, c in row.cells.items() if fields[k] not in _NO_PROSE}
    doubted = {k for k, c in prose.items() if any(_stands_out(text, c, at) for at in names)}
    if not doubted:
        return row
    cells = dict(row.cells)
    for unit in cells.keys() & set(units):
        cells[unit] = replace(cells[unit], margin=0, rival=min(doubted))
    for k in doubted:
        nearest = min(units, key=lambda unit: abs(unit - k))
        cells[k] = replace(cells[k], margin=0, rival=nearest)
    return replace(row, cells=cells)


def _stands_out(text: str, cell: CutCell, at: int) -> bool:
    """Tell a name that begins a sentence within a cell."""
    return cell.start < at < cell.end and text[at - 1] in _ENDS_SENTENCE
