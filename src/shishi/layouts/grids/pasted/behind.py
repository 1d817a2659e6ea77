"""Lines without tabs between rows of tabs: each is a row of one cell, and may as well go on in the cell above."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from shishi.layouts.cutting import join
from shishi.readers.document import Cell, Grid


def put_behind(grid: Grid) -> tuple[Grid, frozenset[int]]:
    """Put each such line behind the last cell of the row above; give the grid, and the rows that have one behind.

    What is a heading among them is told as of lines without bars, which the reader puts there itself. A cell over
    several columns is a row for sure.
    """
    rows: list[list[Cell]] = []
    behind: set[int] = set()
    for _, group in groupby(grid.cells, key=lambda cell: cell.row):
        row = list(group)
        if len(row) > 1 or row[0].columns > 1 or not rows:
            rows.append([cell._replace(row=len(rows) + 1) for cell in row])
            continue
        last = rows[-1][-1]
        rows[-1][-1] = last._replace(
            text=join([last.text, row[0].text], ["\n"], place=last.text.place)
        )
        behind.add(len(rows))
    cells = tuple(cell for row in rows for cell in row)
    return replace(grid, height=len(rows), cells=cells), frozenset(behind)
