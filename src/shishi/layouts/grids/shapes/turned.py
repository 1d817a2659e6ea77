"""Tables that lie on their side: a row for each field, and a column for each project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import is_

from shishi.layouts.columns.column import is_project_table
from shishi.layouts.columns.matching import covering_none, match_columns
from shishi.layouts.terms import Terms
from shishi.layouts.words.vocabulary import OTHER, HeaderWord
from shishi.readers.document import Cell, Document, Grid
from shishi.records import Field

_TALLEST = 40
"""No list has so many fields; a taller grid is not looked at."""
_FEWEST = 3
_MANY = 60
_ONE_IN = 10


def turn_grids(document: Document, terms: Terms) -> Document:
    """Set each grid upright whose first column is a header, and no row of it; cells keep their places in the source.

    Lines over the fields and below them stay where they are.
    """
    parts = [_upright(p, terms) if isinstance(p, Grid) else p for p in document.parts]
    same = all(map(is_, parts, document.parts))
    return document if same else replace(document, parts=tuple(parts))


def _upright(grid: Grid, terms: Terms) -> Grid:
    if grid.pasted or grid.width < _FEWEST or not _FEWEST <= grid.height <= _TALLEST:
        return grid
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        if cell.text.value.strip():
            rows.setdefault(cell.row, []).append(cell)
    told = [row for row, cells in rows.items() if len(cells) > 1]
    if len(told) < _FEWEST or not _heads(grid, [rows[row] for row in told], terms):
        return grid
    top, end = min(told), max(told)
    turned = [
        c if c.row < top else _turned(c, top) if c.row <= end else _below(c, top + grid.width, end)
        for c in grid.cells
    ]
    width = max(grid.width if top > 1 or end < grid.height else 1, end - top + 1)
    height = top - 1 + grid.width + grid.height - end
    cells = tuple(sorted(turned, key=lambda c: (c.row, c.column)))
    return replace(grid, height=height, width=width, cells=cells)


def _heads(grid: Grid, rows: Sequence[Sequence[Cell]], terms: Terms) -> bool:
    """Tell rows whose first cells make up the header of a project table, and whose others are values.

    The first of them says how many columns the header has; its groups stand in the first.
    """
    deep = rows[0][0].columns if rows[0][0].column == 1 else 0
    labels = [[c for c in row if c.column <= deep] for row in rows]
    values = [[c for c in row if c.column > deep] for row in rows]
    if not all(labels):
        return False
    strange = [
        sum(terms.dialect.guess(terms.plain(c.text.value)) is not None for c in row)
        for row in values
    ]
    if strange[0] or _ONE_IN * sum(strange) > max(_ONE_IN, sum(map(len, values))):
        return False  # one value may be a header word
    printed = [terms.plain(row[-1].text.value) for row in labels]
    guesses = [terms.dialect.guess(word) for word in printed]
    known = sum(guess is not None and guess.claims[0][0] != OTHER for guess in guesses)
    if known < _FEWEST or 100 * known < _MANY * len(rows):
        return False
    words = [
        covering_none(guess or HeaderWord(word, word, ((OTHER, 5),)))
        for word, guess in zip(printed, guesses, strict=True)
    ]
    columns = match_columns(words, terms.dialect)[0]
    named = next((i for i, c in enumerate(columns) if c.field is Field.ITEM), None)
    return (
        named is not None
        and not strange[named]
        and is_project_table(columns)
        and len(columns) == len(rows)
        and sum(c.columns for c in values[named]) == grid.width - deep
        and len(values[named]) > 1
    )


def _turned(cell: Cell, top: int) -> Cell:
    return cell._replace(
        row=top - 1 + cell.column, column=cell.row - top + 1, rows=cell.columns, columns=cell.rows
    )


def _below(cell: Cell, first: int, end: int) -> Cell:
    return cell._replace(row=cell.row - end - 1 + first)
