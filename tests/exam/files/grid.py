"""A page laid out as a grid: rows of cells with their spans, for formats that keep rulings."""

from __future__ import annotations

from typing import NamedTuple

from tests.exam.heads import header_cells
from tests.exam.model import Page, Table


class Box(NamedTuple):
    """One cell of the grid: where it stands, how far it reaches, and what it is for."""

    text: str
    row: int
    column: int
    depth: int
    width: int
    role: str  # title header heading cell note
    name: str = ""  # the field of the column


def lay_out(page: Page, *, title: bool = False, notes: bool = False) -> list[list[Box]]:
    """Lay out header and rows; title and notes inside the grid where asked for."""
    table = page.table
    width = len(table.columns)
    grid: list[list[Box]] = []
    if title and page.title:
        grid.append([Box(page.title, 0, 0, 1, width, "title")])
        for line in page.before:
            grid.append([Box(line, len(grid), 0, 1, width, "title")])
    grid += lay_out_header(table, len(grid))
    for row in table.rows:
        here = len(grid)
        if row.repeats_header:
            grid += lay_out_header(table, here)
        elif row.heading:
            grid.append([Box(row.heading, here, 0, 1, width, "heading")])
        else:
            cells = zip(table.columns, row.cells, strict=True)
            grid.append(
                [
                    Box(cell.text, here, n, cell.depth, 1, "cell", column.name or "other")
                    for n, (column, cell) in enumerate(cells)
                    if cell is not None
                ]
            )
    if notes:
        for line in page.notes:
            grid.append([Box(line, len(grid), 0, 1, width, "note")])
    return grid


def lay_out_header(table: Table, top: int) -> list[list[Box]]:
    """Lay out the header from row `top` on."""
    rows: list[list[Box]] = [[] for _ in range(table.header_levels)]
    for head in header_cells(table):
        rows[head.row].append(
            Box(head.text, top + head.row, head.column, head.depth, head.width, "header")
        )
    return rows
