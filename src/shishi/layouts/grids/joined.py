"""Joined: a ruled table that goes on in the next grid, after a page break, without its header."""

from __future__ import annotations

from dataclasses import replace

from shishi.layouts.grids.continuing import goes_on
from shishi.layouts.grids.headers import find_in_grid
from shishi.layouts.terms import Terms
from shishi.readers.document import Document, Flow, Grid

_FEWEST_COLUMNS = 3


def join_grids(document: Document, terms: Terms) -> Document:
    """Join grids that stand directly one after the other, as wide, the later one without a header.

    Where the later one begins with a header of its own it stays apart; RawTable.follows joins it. Cells keep
    their places in the source. Lines of pasted text are left as they are.
    """
    if document.source.format == "text":
        return document
    parts: list[Grid | Flow] = []
    for part in document.parts:
        before = parts[-1] if parts else None
        if isinstance(before, Grid) and isinstance(part, Grid) and _goes_on(before, part, terms):
            parts[-1] = _joined(before, part)
        else:
            parts.append(part)
    return replace(document, parts=tuple(parts)) if len(parts) < len(document.parts) else document


def _goes_on(before: Grid, after: Grid, terms: Terms) -> bool:
    """Tell whether a grid without a header is the rest of a project table."""
    if before.width != after.width or before.width < _FEWEST_COLUMNS or after.caption:
        return False
    headers = find_in_grid(before, 0, terms=terms, first_name=1)
    again = find_in_grid(after, 0, terms=terms, first_name=1)
    above = _rows_above(after, again[0].header[0]) if again else after
    if not headers or not above.cells:
        return False
    return goes_on(before, above, headers[-1], terms=terms)


def _rows_above(grid: Grid, row: int) -> Grid:
    """Give the first rows of a grid, those over a header that the next page prints again."""
    return replace(grid, height=row, cells=tuple(c for c in grid.cells if c.row <= row))


def _joined(before: Grid, after: Grid) -> Grid:
    """Put one grid under the other; a merged cell that the break cut is made whole."""
    cells = list(before.cells)
    merging = {c.column for grid in (before, after) for c in grid.cells if c.rows > 1}
    bottom = {
        (c.column, c.columns): number
        for number, c in enumerate(cells)
        if c.row + c.rows - 1 == before.height
    }
    for cell in after.cells:
        above = bottom.get((cell.column, cell.columns)) if cell.row == 1 else None
        if above is not None and cell.column in merging and not cell.text.value.strip():
            cells[above] = cells[above]._replace(rows=cells[above].rows + cell.rows)
        else:
            cells.append(cell._replace(row=cell.row + before.height))
    return replace(before, height=before.height + after.height, cells=tuple(cells))
