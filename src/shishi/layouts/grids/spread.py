"""A grid spread out: which cell covers each spot, and its words without white space."""

from __future__ import annotations

from shishi.layouts.flows.crossed import Token
from shishi.layouts.terms import Terms
from shishi.readers.document import Cell, Grid

Rows = list[list[Cell | None]]
"""A grid spread out: rows[r][c] is the cell that covers the spot, None where there is none."""


def spread(grid: Grid, terms: Terms) -> Rows:
    """Put each cell into every spot it covers; once a grid, for all who ask under the same terms."""
    kept = terms.spread.get(id(grid))
    if kept is None:
        kept = terms.spread[id(grid)] = grid, _spread(grid)
    return kept[1]


def _spread(grid: Grid) -> Rows:
    rows: Rows = [[None] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        _, top, left, height, width, _ = cell
        if height == width == 1 and top <= grid.height and left <= grid.width:
            rows[top - 1][left - 1] = cell
            continue
        for row in rows[top - 1 : top - 1 + height]:
            for column in range(left - 1, min(grid.width, left - 1 + width)):
                row[column] = cell
    return rows


def plain_of(cell: Cell | None, terms: Terms) -> str:
    """Give the words of a cell without white space; blank where there is no cell."""
    return terms.plain(cell.text.value) if cell else ""


def plain_row(row: list[Cell | None], terms: Terms) -> list[str]:
    """Give the words of a row, spot by spot; a cell that covers several is folded once, a row too.

    The list is kept for all who ask under the same terms, and not to be changed.
    """
    kept = terms.words.get(id(row))
    if kept is None or kept[0] is not row:
        kept = terms.words[id(row)] = row, _plain_row(row, terms)
    return kept[1]


def _plain_row(row: list[Cell | None], terms: Terms) -> list[str]:
    words: list[str] = []
    for column, cell in enumerate(row):
        same = column and cell is not None and cell is row[column - 1]
        words.append(words[-1] if same else plain_of(cell, terms))
    return words


def plain_cells(row: list[Cell | None], terms: Terms) -> list[str]:
    """Give the words of a row as plain_row does, without cells over most of the width (headings)."""
    words = plain_row(row, terms)
    wide = [cell is not None and 1 < cell.columns > len(row) // 2 for cell in row]
    if not any(wide):
        return words
    return ["" if spans else word for spans, word in zip(wide, words, strict=True)]


def lines_of(grid: Grid, terms: Terms, *, height: int | None = None) -> list[list[Token]]:
    """Give the rows of a grid of pasted lines, or the first of them, as tokens, blank cells too."""
    height = min(grid.height, height or grid.height)
    lines: list[list[Token]] = [[] for _ in range(height)]
    for cell in grid.cells:
        if cell.row <= height:
            lines[cell.row - 1].append(Token(cell.text, plain_of(cell, terms), cell.row - 1))
    return lines
