"""Files that know no merged cells: a blank cell below a lead or a leader may be the rest of one that was merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.layout import RawRow, RawTable, Shape
from shishi.readers.document import Document
from shishi.records import Field

_FORMATS = frozenset({"csv"})
_MERGED = (Field.LEAD_UNITS, Field.LEADERS)
_OFTEN = 3
"""Where fewer than one of so many rows has a lead, a blank one says that there is none."""


def doubt_blank_leads(tables: Sequence[RawTable], document: Document) -> list[RawTable]:
    """Mark the leads and leaders that are blank below one, in the tables of a file that has no merged cells.

    So only in rows of another item: one without an item of its own is a part of the item above it.
    """
    if document.source.format not in _FORMATS:
        return list(tables)
    return [_doubted(t) if t.layout.shape is Shape.CELLS else t for t in tables]


def _doubted(table: RawTable) -> RawTable:
    fields = [c.field for c in table.layout.columns]
    if Field.ITEM not in fields:
        return table
    rows, item = table.rows, fields.index(Field.ITEM)
    for lead in (fields.index(name) for name in _MERGED if name in fields):
        led = sum(lead in row.cells for row in rows)
        if led < len(rows) <= _OFTEN * led:
            rows = tuple(_rows(rows, lead, item))
    return replace(table, rows=rows)


def _rows(rows: Sequence[RawRow], lead: int, item: int) -> Iterator[RawRow]:
    """Yield the rows; below a heading no cell reaches down from above it."""
    below: RawRow | None = None
    for row in rows:
        if lead in row.cells:
            below = row
        elif below and item in row.cells and row.given == below.given:
            row = row._replace(unsure=row.unsure | {lead})
        yield row
