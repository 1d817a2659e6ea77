"""Files that know no merged cells: a blank cell below a lead may be the rest of one that was merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shishi.layouts.layout import RawRow, RawTable, Shape
from shishi.readers.document import Document
from shishi.records import Field

_FORMATS = frozenset({"csv"})
_OFTEN = 3
"""Where fewer than one of so many rows has a lead, a blank one says that there is none."""


def doubt_blank_leads(tables: Sequence[RawTable], document: Document) -> list[RawTable]:
    """Mark the leads that are blank below one, in the tables of a file that has no merged cells.

    So only in rows of another item: one without an item of its own is a part of the item above it.
    """
    if document.source.format not in _FORMATS:
        return list(tables)
    return [_doubted(t) if t.layout.shape is Shape.CELLS else t for t in tables]


def _doubted(table: RawTable) -> RawTable:
    fields = [c.field for c in table.layout.columns]
    if Field.LEAD_UNITS not in fields or Field.ITEM not in fields:
        return table
    lead, item = fields.index(Field.LEAD_UNITS), fields.index(Field.ITEM)
    led = sum(lead in row.cells for row in table.rows)
    if led == len(table.rows) or _OFTEN * led < len(table.rows):
        return table
    return replace(table, rows=tuple(_rows(table.rows, lead, item)))


def _rows(rows: Sequence[RawRow], lead: int, item: int) -> Iterator[RawRow]:
    """Yield the rows; below a heading no cell reaches down from above it."""
    below: RawRow | None = None
    for row in rows:
        if lead in row.cells:
            below = row
        elif below and item in row.cells and row.given == below.given:
            row = row._replace(unsure=row.unsure | {lead})
        yield row
