"""A page laid out as a grid: rows of cells with their spans, for formats that keep rulings."""

from __future__ import annotations

import itertools
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


Part = tuple[str, list[list[Box]]]
"""The heading over a table, "" without one, and the rows of the table."""


def lay_out(
    page: Page, *, title: bool = False, notes: bool = False, contacts: bool = False
) -> list[list[Box]]:
    """Lay out header and rows; title, contacts and notes inside the grid where asked for."""
    table = page.table
    width = len(table.columns)
    grid: list[list[Box]] = []
    if title and page.title:
        grid.append([Box(page.title, 0, 0, 1, width, "title")])
        for line in page.before:
            grid.append([Box(line, len(grid), 0, 1, width, "title")])
    if contacts:
        grid += _lay_out_contacts(page.contacts[0], len(grid))
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
    if contacts:
        grid += _lay_out_contacts(page.contacts[1], len(grid))
    if notes:
        for line in page.notes:
            grid.append([Box(line, len(grid), 0, 1, width, "note")])
    return grid


def find_starts(grid: list[list[Box]]) -> list[int]:
    """Give the rows where the header is printed again: another table may start there."""
    return [
        n
        for n, row in enumerate(grid)
        if n and row[0].role == "header" and grid[n - 1][0].role not in ("header", "title")
    ]


def cut(grid: list[list[Box]], starts: list[int]) -> list[Part]:
    """Cut into tables, each with the heading just above it, which then stands outside."""
    edges, heading = [0, *starts, len(grid)], ""
    found: list[Part] = []
    for start, end in itertools.pairwise(edges):
        rows, above = grid[start:end], heading
        heading = rows.pop()[0].text if end in starts and rows[-1][0].role == "heading" else ""
        found.append((above, rows))
    return found


def _lay_out_contacts(lines: list[list[str]], top: int) -> list[list[Box]]:
    return [
        [Box(text, row, column, 1, 1, "note") for column, text in enumerate(line)]
        for row, line in enumerate(lines, top)
    ]


def lay_out_header(table: Table, top: int) -> list[list[Box]]:
    """Lay out the header from row `top` on."""
    rows: list[list[Box]] = [[] for _ in range(table.header_levels)]
    for head in header_cells(table):
        rows[head.row].append(
            Box(head.text, top + head.row, head.column, head.depth, head.width, "header")
        )
    return rows
