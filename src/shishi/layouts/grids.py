"""Project tables with rulings: header rows by their words, rows and merged cells by their spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.columns import Column, Responsible, is_project_table, match_columns
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable
from shishi.layouts.slid import put_back
from shishi.layouts.terms import Terms
from shishi.layouts.words.notes import begins_note, is_title
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, known_word
from shishi.places import Place, Text
from shishi.readers.document import Cell, Grid
from shishi.records import Field

_DEEPEST_HEADER = 3
_SEARCHED_ROWS = 12

Rows = list[list[Cell | None]]
"""A grid spread out: rows[r][c] is the cell that covers the spot, None where there is none."""


def spread(grid: Grid) -> Rows:
    """Put each cell into every spot it covers."""
    rows: Rows = [[None] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        for row in range(cell.row - 1, min(grid.height, cell.row - 1 + cell.rows)):
            for column in range(cell.column - 1, min(grid.width, cell.column - 1 + cell.columns)):
                rows[row][column] = cell
    return rows


def find_in_grid(grid: Grid, part: int, *, terms: Terms, first_name: int) -> list[Layout]:
    """Find the project tables of a grid: each header row begins one, up to the next header or the end."""
    rows = spread(grid)
    plain = [[_plain(cell, terms) for cell in row] for row in rows]
    headers = list(_find_headers(rows, plain, terms.responsible))
    layouts = []
    for index, (start, end, columns) in enumerate(headers):
        limit = headers[index + 1][0] if index + 1 < len(headers) else grid.height
        columns = _with_unprinted(columns, plain[end:limit])
        known = sum(c.field is not None for c in columns)
        layouts.append(
            Layout(
                name=f"table {first_name + index}",
                part=part,
                columns=columns,
                header=(start, end),
                body=(end, limit),
                score=100 * known // max(1, sum(bool(c.word) for c in columns)),
                reasons=(Because("header-found", {"words": [c.word for c in columns if c.word]}),),
            )
        )
    return layouts


def _plain(cell: Cell | None, terms: Terms) -> str:
    return terms.plain(cell.text.value) if cell else ""


def _find_headers(
    rows: Rows, plain: Sequence[Sequence[str]], responsible: Responsible
) -> Iterator[tuple[int, int, tuple[Column, ...]]]:
    at = 0
    while at < len(rows):
        best: tuple[int, int, tuple[Column, ...]] | None = None
        for depth in range(1, min(_DEEPEST_HEADER, len(rows) - at) + 1):
            if not _is_one_header(rows, plain, at, depth=depth):
                continue
            columns = _columns(rows[at : at + depth], plain[at : at + depth], responsible)
            if columns and (best is None or _named(columns) > _named(best[2])):
                best = (at, at + depth, columns)
        if best:
            yield best
            at = best[1]
        else:
            at += 1
            if at > _SEARCHED_ROWS and not _starts_again(plain[at : at + 1]):
                while at < len(rows) and not _starts_again(plain[at : at + 1]):
                    at += 1


def _starts_again(plain: Sequence[Sequence[str]]) -> bool:
    return bool(plain) and sum(known_word(w) is not None for w in set(plain[0]) if w) >= 3


def _named(columns: Sequence[Column]) -> int:
    return sum(c.field is not None for c in columns)


def _is_one_header(rows: Rows, plain: Sequence[Sequence[str]], at: int, *, depth: int) -> bool:
    """A deeper header holds together: some cell of its first row reaches down, or spans its children."""
    if depth == 1:
        return True
    if not any(known_word(word) for word in plain[at] if word):
        return False  # a title or a row of totals over the header
    first = [c for c in rows[at] if c]
    return any(c.rows >= depth or c.columns > 1 for c in first)


def _columns(
    rows: Rows, plain: Sequence[Sequence[str]], responsible: Responsible
) -> tuple[Column, ...] | None:
    """Name the columns of a header of one to three rows; None when it heads no project table.

    A column is named by the lowest word above it that is known; a word spanning several columns is
    only their group.
    """
    words: list[HeaderWord] = []
    for column in range(len(rows[0])):
        words.append(_word_over(rows, plain, column))
    if sum(w.claims[0][0] != OTHER for w in words) < 3:
        return None
    distinct, positions = _merge_repeats(words, rows)
    columns = match_columns(distinct, responsible)[0]
    starred = {i for i, c in enumerate(columns) if c.starred}
    if not is_project_table(columns):
        return None
    named: list[Column] = [Column(None)] * len(words)
    flat = [c for i, c in enumerate(columns) if i - 1 not in starred]
    for name, position in zip(flat, positions, strict=False):
        named[position] = name
    return tuple(named)


def _merge_repeats(words: Sequence[HeaderWord], rows: Rows) -> tuple[list[HeaderWord], list[int]]:
    """Keep one word for a header cell that spans several columns and has nothing below it."""
    distinct, positions = [], []
    for column, word in enumerate(words):
        same = column and rows[-1][column] is rows[-1][column - 1] and rows[-1][column] is not None
        if not same and word.printed:
            distinct.append(word)
            positions.append(column)
    return distinct, positions


def _word_over(rows: Rows, plain: Sequence[Sequence[str]], column: int) -> HeaderWord:
    seen = [p[column] for p in plain if p[column]]
    cells = [r[column] for r in rows if r[column]]
    whole = "".join(dict.fromkeys(seen))
    for text in (*reversed(seen), whole):
        if word := known_word(text):
            above = seen[0] if seen and seen[0] != text else ""
            return _with_period(word, above)
    return HeaderWord(seen[-1] if seen and cells else "", seen[-1] if seen else "", ((OTHER, 5),))


def _with_period(word: HeaderWord, above: str) -> HeaderWord:
    """Take the period from the group word above when the word itself names none."""
    group = known_word(above) if above and not word.period else None
    if group is None or not group.period:
        return word
    return HeaderWord(word.printed, word.word, word.claims, word.covers, group.period, word.unit)


def _with_unprinted(
    columns: tuple[Column, ...], body: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """Name a column without header whose cells are codes."""
    if any(c.field is Field.CODE for c in columns):
        return columns
    for index, column in enumerate(columns):
        cells = [row[index] for row in body if row[index]]
        coded = sum(bool(re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", c)) for c in cells)
        if column.field is None and cells and coded * 4 >= len(cells) * 3:
            return (*columns[:index], Column(Field.CODE, printed=False), *columns[index + 1 :])
    return columns


def cut_grid(
    grid: Grid, layout: Layout, *, terms: Terms, pasted: bool
) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table out of its grid.

    The second result are its cells that hold no record: notes below the rows and titles between them,
    each a cell over most of the width. `pasted`: the rows were lines of text, which tell nothing of
    merged cells and may have lost blank ones.
    """
    rows = spread(grid)
    cut_rows: list[RawRow] = []
    loose: list[Text] = []
    given: Mapping[Field, Text] = {}
    for index in range(*layout.body):
        own = [c for c in _own_cells(rows, index) if c.text.value.strip()]
        wide = next((c for c in own if c.columns * 2 > grid.width and c.columns > 1), None)
        plain = _plain(wide, terms)
        if wide and (begins_note(plain) or is_title(plain)):
            loose += [c.text for c in own]
        elif len(own) == 1 and (heading := _heading(own[0], layout, terms)):
            given = {**given, **heading}
        elif wide and len(own) == 1:
            loose.append(wide.text)
        elif row := _row(rows, index, layout, number=len(cut_rows) + 1):
            cut_rows.append(replace(row, given=given, covered=None if pasted else row.covered))
    if pasted:
        cut_rows = list(put_back(cut_rows, layout.columns, terms=terms))
    return RawTable(layout, tuple(cut_rows)), loose


def _heading(cell: Cell, layout: Layout, terms: Terms) -> Mapping[Field, Text]:
    """Read a row that is one heading: a cell over the whole width, or the row's first and only one."""
    if cell.column > 1 or cell.rows > 1:
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
            cells[column] = RawCell(_placed(cell.text, layout, number, column=column))
    return RawRow(cells, frozenset(covered)) if cells else None


def _placed(text: Text, layout: Layout, number: int, *, column: int) -> Text:
    field = layout.columns[column].field
    place = Place(
        part=layout.name, row=number, column=column + 1, field=field.value if field else ""
    )
    return Text(text.value, place, text.pieces or ())
