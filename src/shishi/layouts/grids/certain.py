"""Rows of ruled tables in which nothing is special, as most are: held as columns and not cut one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import cast

from shishi.layouts.grids.spread import (
    Rows,
    merged_cells,
    overlaps,
    part_row,
    plain_of,
    spots_of,
    spread,
    values_of,
)
from shishi.layouts.layout import CellColumn, CertainCells, CertainRows, Layout, RawRow, names_of
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import number_columns
from shishi.layouts.words.notes import begins_note, is_furniture
from shishi.places import Place, Text
from shishi.readers.document import Cell, Grid, Ruling
from shishi.records import Field

_HEADING = re.compile("[(（]?[一二三四五六七八九十]{1,3}[)）、]")
_FEWEST = 8
"""Fewer rows cost less one by one."""
_BESIDE = 2


def find_certain(grid: Grid, layout: Layout, terms: Terms) -> CertainRows | None:
    """Find the rows of a table where each of them has cells beside each other, and is no note; else none."""
    start, end = layout.body
    rows = spread(grid, terms)
    while end > start and not any(map(_says, rows[end - 1])):
        end -= 1
    if grid.ruling is not Ruling.RULED or end - start < _FEWEST or overlaps(grid, terms):
        return None
    merged = [c for c in merged_cells(grid, terms) if start < c.row + c.rows - 1 and c.row <= end]
    if any(c.columns > 1 or c.row <= start for c in merged):
        return None
    columns = _columns(grid, (start, end), {c.column - 1 for c in merged}, terms=terms)
    leads = any(c.field is Field.LEAD_UNITS for c in layout.columns)
    if not _are_beside(columns) or _hold_notes(columns, terms, headings=not leads):
        return None
    first, _ = part_row(rows[start], start)
    if number_columns([plain_of(cell, terms) for cell in first]):
        return None
    names = names_of(layout)
    cut = partial(_cut, rows=rows, top=start, name=layout.name, names=names)
    return CertainRows(cut, columns, name=layout.name, names=names, top=start)


def _columns(
    grid: Grid, body: tuple[int, int], merged: set[int], *, terms: Terms
) -> list[CellColumn]:
    columns = []
    start, end = (at * grid.width for at in body)
    cells, values = spots_of(grid, terms), values_of(grid, terms)
    for at in range(grid.width):
        own = slice(start + at, end, grid.width)
        spots, printed = tuple(cells[own]), values[own]
        if all(map(str.strip, printed)):
            begun = cast("Sequence[Cell]", spots)
            columns.append(CellColumn(spots, spots, begun, printed))
        else:
            columns.append(_column(spots, top=body[0], is_merged=at in merged))
    return columns


def _column(spots: tuple[Cell | None, ...], *, top: int, is_merged: bool) -> CellColumn:
    """Take a column with merged cells or blank ones; each cell of it begins within the body, and beside no other."""
    own = spots
    if is_merged:
        own = tuple([c if c and c[1] == row else None for row, c in enumerate(spots, top + 1)])
    begins = [cell for cell in own if cell]
    printed = [cell[0][0] for cell in begins]
    if not all(map(str.strip, printed)):
        blank = {id(cell) for cell in begins if not cell[0][0].strip()}
        filled = tuple([None if id(cell) in blank else cell for cell in spots])
        return _column(filled, top=top, is_merged=is_merged)
    return CellColumn(own, spots, begins, printed)


def _says(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text.value.strip())


def _are_beside(columns: Sequence[CellColumn]) -> bool:
    """Tell rows in each of which two cells begin or more."""
    if sum(column.is_full for column in columns) >= _BESIDE:
        return True
    return all(
        sum(cell is not None for cell in row) >= _BESIDE
        for row in zip(*[column.own for column in columns], strict=True)
    )


def _hold_notes(columns: Sequence[CellColumn], terms: Terms, *, headings: bool) -> bool:
    """Tell rows one of which may be a note, the furniture of a page or a heading beside who leads, by its first cell."""
    firsts = columns[0].values
    if not columns[0].is_full:
        rows = zip(*[column.own for column in columns], strict=True)
        firsts = [next(filter(None, row)).text.value for row in rows]
    plain = {terms.plain(value) for value in firsts if not value.isdigit()}
    if headings and any(map(_HEADING.match, plain)):
        return True
    return any(begins_note(word) or is_furniture(word) for word in plain)


def _cut(index: int, *, rows: Rows, top: int, name: str, names: Sequence[str]) -> RawRow:
    own, covered = part_row(rows[top + index], top + index)
    return RawRow(place_cells(own, part=name, number=index + 1, names=names), covered, {})


def place_cells(
    own: Sequence[Cell], *, part: str, number: int, names: Sequence[str]
) -> CertainCells:
    """Give the cells of a row their places in the table; `names` are those of the columns' fields."""
    new = tuple.__new__  # a page has thousands: the named way takes twice the time
    columns, texts = [], []
    for text, _, at, *_ in own:
        place = new(Place, (part, number, at, None, None, names[at - 1], None))
        texts.append(new(Text, (text.value, place, text.pieces)))
        columns.append(at - 1)
    return CertainCells(tuple(columns), tuple(texts))
