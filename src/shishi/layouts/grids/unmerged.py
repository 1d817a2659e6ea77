"""Files and pasted rows that know no merged cells: a blank cell below a lead or a leader may be the rest of one that was merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.layout import RawRow, RawTable, Shape
from shishi.readers.document import Document, Grid
from shishi.records import Field

_CSV, _TEXT = "csv", "text"
_FEWEST = {_CSV: 1, _TEXT: 2}
"""So many blank cells may be the rest of merged ones; of a single row that was pasted, a page may know no more."""
_MERGED = (Field.LEAD_UNITS, Field.LEADERS)
_OFTEN = 3
"""Where fewer than one of so many rows has a lead, a blank one says that there is none."""


def doubt_blank_leads(tables: Sequence[RawTable], document: Document) -> list[RawTable]:
    """Mark the leads and leaders that are blank below one, where the source has no merged cells.

    So only in rows of another item: one without an item of its own is a part of the item above it. In pasted
    rows a new theme has leads of its own.
    """
    source = document.source.format
    if source not in _FEWEST:
        return list(tables)
    return [
        _doubted(t, source)
        if t.layout.shape is Shape.CELLS and isinstance(document.parts[t.layout.part], Grid)
        else t
        for t in tables
    ]


def _doubted(table: RawTable, source: str) -> RawTable:
    fields = [c.field for c in table.layout.columns]
    if Field.ITEM not in fields:
        return table
    rows, item = table.rows, fields.index(Field.ITEM)
    theme = fields.index(Field.THEME) if source == _TEXT and Field.THEME in fields else None
    for lead in (fields.index(name) for name in _MERGED if name in fields):
        led = sum(lead in row.cells for row in rows)
        rest = {*_rest(rows, lead, item=item, theme=theme)}
        if len(rest) >= _FEWEST[source] and len(rows) <= _OFTEN * led:
            rows = tuple(
                row._replace(unsure=row.unsure | {lead}) if number in rest else row
                for number, row in enumerate(rows)
            )
    return replace(table, rows=rows)


def _rest(rows: Sequence[RawRow], lead: int, *, item: int, theme: int | None) -> Iterator[int]:
    """Yield the rows that a cell above may reach into; below a heading none reaches down from above it."""
    below: RawRow | None = None
    for number, row in enumerate(rows):
        if lead in row.cells:
            below = row
        elif theme is not None and theme in row.cells:
            below = None
        elif below and item in row.cells and row.given == below.given:
            yield number
