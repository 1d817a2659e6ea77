"""Rows of two lines whose bars add up to those of one row, though each line is a row that lacks cells.

Whoever reads lines cannot tell; who knows units can: a sentence that has ended does not go on with the
name of a unit, which begins a row that shares the item of the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shishi.layouts.cutting import cut
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.listing import unit_share
from shishi.places import Text
from shishi.readers.document import Cell, Document, Grid, Ruling


def part_added(document: Document, terms: Terms) -> Document:
    """Part rows that were put together of two lines, where the second begins with who does the work."""
    parts = [
        _parted(part, terms) if isinstance(part, Grid) and part.ruling is Ruling.BARRED else part
        for part in document.parts
    ]
    same = all(a is b for a, b in zip(parts, document.parts, strict=True))
    return document if same else replace(document, parts=tuple(parts))


def _parted(grid: Grid, terms: Terms) -> Grid:
    if not any("。\n" in cell.text.value for cell in grid.cells):
        return grid
    rows = [list(cells) for _, cells in groupby(grid.cells, key=lambda c: c.row)]
    parted = [part for row in rows for part in _rows_of(row, terms)]
    if len(parted) == len(rows):
        return grid
    cells = (
        Cell(text, number, column)
        for number, texts in enumerate(parted, 1)
        for column, text in enumerate(texts, 1)
    )
    return replace(grid, height=len(parted), cells=tuple(cells))


def _rows_of(row: Sequence[Cell], terms: Terms) -> Iterator[list[Text]]:
    """Give a row as it is, or the two it was put together of; its last cell may have lines of its own."""
    texts = [cell.text for cell in row]
    for at, text in enumerate(texts[1:-1], 1):
        end = text.value.find("。\n") + 1
        if end and unit_share(terms.plain(text.value[end:].strip())) == 100:
            yield [*texts[:at], cut(text, 0, end)]
            yield [cut(text, end + 1, len(text.value)), *texts[at + 1 :]]
            return
    yield texts
