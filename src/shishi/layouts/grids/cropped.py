"""Headers without rulings whose second row slid to the left: a program cropped the first row's merged cells.

Where a page marks one row as its header, pandoc cuts what is merged downwards from it at its end, and the
words of the next row move to the left edge. They are as many as there are columns under the wide words of
the first row, and belong there, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.terms import Terms
from shishi.readers.document import Cell, Document, Flow, Grid, Ruling

_FEWEST = 2
_OFTEN = 2
"""One of so many of the words must be known."""


def put_under(document: Document, terms: Terms) -> Document:
    """Put the words of a cropped header row back under the wide words above them, in tables without rulings.

    A row of a line that ends with blank cells may have been filled up, and says nothing of wide words.
    """
    if all(isinstance(part, Flow) or part.ruling is Ruling.RULED for part in document.parts):
        return document
    return replace(document, parts=tuple(_put(part, terms) for part in document.parts))


def _put(part: Grid | Flow, terms: Terms) -> Grid | Flow:
    if isinstance(part, Flow) or part.ruling is Ruling.RULED:
        return part
    first, second = (_row(part, number) for number in (1, 2))
    if part.pasted and not (first and first[-1].text.value):
        return part
    below = _below_wide(first)
    words = [cell for cell in second if cell.text.value]
    if not _FEWEST <= len(words) == len(below) or words != second[: len(words)]:
        return part
    known = [terms.dialect.guess(terms.plain(cell.text.value)) is not None for cell in words]
    if _OFTEN * sum(known) < len(known) or below == [cell.column for cell in words]:
        return part
    moved = [cell._replace(column=at) for cell, at in zip(words, below, strict=True)]
    cells = [cell for cell in part.cells if cell.row != 2]
    return replace(part, cells=tuple(sorted([*cells, *moved], key=lambda c: (c.row, c.column))))


def _row(grid: Grid, number: int) -> list[Cell]:
    return sorted((c for c in grid.cells if c.row == number), key=lambda c: c.column)


def _below_wide(row: Sequence[Cell]) -> list[int]:
    """Give the columns under words that blank cells follow: those words are over several columns."""
    below: list[int] = []
    for cell, after in zip(row, [*row[1:], None], strict=True):
        wide = after is not None and not after.text.value
        if wide or not cell.text.value:
            below.append(cell.column)
    return below
