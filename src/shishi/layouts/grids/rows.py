"""Rows of ruled tables: cut out of their grid, headings and notes between them told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shishi.layouts.crossed import cut_crossed
from shishi.layouts.grids import crosstabs, pairs
from shishi.layouts.grids.slid import put_back
from shishi.layouts.grids.spread import Rows, lines_of, plain_of, spread
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import begins_note, is_title
from shishi.places import Text
from shishi.readers.document import Cell, Grid
from shishi.records import Field


def cut_grid(
    grid: Grid, layout: Layout, *, terms: Terms, pasted: bool
) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table out of its grid.

    The second result are its cells that hold no record: notes below the rows and titles between them,
    each a cell over most of the width. `pasted`: the rows were lines of text, which tell nothing of
    merged cells and may have lost blank ones.
    """
    rows = spread(grid)
    if layout.shape is Shape.CROSS and pasted:
        return cut_crossed(lines_of(grid, terms), layout, terms=terms), []
    if layout.shape is Shape.CROSS:
        return RawTable(layout, tuple(crosstabs.cut_crosstab(rows, layout, terms=terms))), []
    if layout.shape is Shape.PAIRS:
        blocks, texts = pairs.cut_pairs(rows, layout, terms=terms)
        return RawTable(layout, tuple(blocks)), texts
    cut_rows: list[RawRow] = []
    loose: list[Text] = []
    given: Mapping[Field, Text] = {}
    for index in range(*layout.body):
        own = [c for c in _own_cells(rows, index) if c.text.value.strip()]
        wide = next((c for c in own if c.columns * 2 > grid.width and c.columns > 1), None)
        lone = own[0] if len(own) == 1 and not pasted and _is_first(own[0], layout) else None
        plain = plain_of(wide or lone, terms)
        if plain and (begins_note(plain) or is_title(plain)):
            loose += [c.text for c in own]
        elif len(own) == 1 and (heading := _heading(own[0], layout, terms)):
            given = {**given, **heading}
        elif wide and len(own) == 1:
            loose.append(wide.text)
        elif lone and _is_no_code(plain, lone, layout):
            loose.append(lone.text)
        elif row := _row(rows, index, layout, number=len(cut_rows) + 1):
            cut_rows.append(replace(row, given=given, covered=None if pasted else row.covered))
    if pasted:
        cut_rows = list(put_back(cut_rows, layout.columns, terms=terms))
    return RawTable(layout, tuple(cut_rows)), loose


def _is_first(cell: Cell, layout: Layout) -> bool:
    first = next((i for i, c in enumerate(layout.columns, 1) if c.word or c.field), 1)
    return cell.column <= first


def _is_no_code(plain: str, cell: Cell, layout: Layout) -> bool:
    """Tell a line of text that stands alone where numbers should: a table without merged cells has such."""
    return layout.columns[cell.column - 1].field is Field.CODE and parse_code(plain) is None


def _heading(cell: Cell, layout: Layout, terms: Terms) -> Mapping[Field, Text]:
    """Read a row that is one heading: a cell over the whole width, or the row's first and only one."""
    if not _is_first(cell, layout) or cell.rows > 1:
        return {}
    fields = {c.field for c in layout.columns}
    given = read_heading(cell.text, terms, over_rows=True)
    return {name: text for name, text in given.items() if name not in fields}


def _own_cells(rows: Rows, index: int) -> list[Cell]:
    return list({id(c): c for c in rows[index] if c and c.row == index + 1}.values())


def _row(rows: Rows, index: int, layout: Layout, *, number: int) -> RawRow | None:
    cells: dict[int, RawCell] = {}
    covered = set()
    for column, cell in enumerate(rows[index]):
        if cell is None or cell.column != column + 1:
            continue
        if cell.row <= index:
            covered.add(column)
        elif cell.text.value.strip():
            cells[column] = RawCell(placed_in(cell.text, layout, number, column=column))
    return RawRow(cells, frozenset(covered)) if cells else None
