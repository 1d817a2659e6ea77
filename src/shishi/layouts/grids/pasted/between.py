"""Headings between pasted rows: a line without bars or tabs behind the last cell of the row above.

What was pasted does not say whether such a line goes on in that cell, or stands between the rows. It is a
heading where it reads as one and the next row begins with a number, unless cells of the table are broken
over lines elsewhere, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from shishi.layouts.cutting import cut
from shishi.layouts.grids.pasted.behind import put_behind
from shishi.layouts.grids.pasted.contacts import contacts_below
from shishi.layouts.grids.pasted.tails import is_tail, stopped_columns
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.units.broken import lines_of
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.notes import begins_note, is_loose, is_signature
from shishi.places import Text
from shishi.readers.document import Cell, Document, Flow, Grid, Ruling
from shishi.records import Field
from shishi.text.numerals import parse_number

_NUMBER = re.compile(r"[(（]?([一二三四五六七八九十]{1,3})(?:[)）]、?|、)")

_AMOUNT = re.compile("[0-9][0-9,]*(?:[.][0-9]+)?[%％]?")
_SHORTEST_LINE, _HEADER_WORDS = 4, 2


class _Line(NamedTuple):
    """A line behind a row that may be a heading: the row, the text, and whether it says so itself."""

    row: int
    text: Text
    number: int  # its own number, 0 for none
    labelled: bool


def part_headings(document: Document, terms: Terms) -> Document:
    """Give the headings between pasted rows rows of their own."""
    parts: list[Grid | Flow] = [
        _part(part, terms) if isinstance(part, Grid) else part for part in document.parts
    ]
    same = all(a is b for a, b in zip(parts, document.parts, strict=True))
    return document if same else replace(document, parts=tuple(parts))


def _part(grid: Grid, terms: Terms) -> Grid:
    if grid.ruling is Ruling.BARRED:
        return _parted(grid, terms)
    if grid.ruling is Ruling.TABBED:
        grid = _without_note(grid, terms)
        joined, lines = put_behind(grid)
        return _parted(joined, terms, among=lines) if lines else grid
    return grid


def _without_note(grid: Grid, terms: Terms) -> Grid:
    """Give the note behind a table its own row where it stands in the blank last cell, on a line of its own."""
    row = [cell for cell in grid.cells if cell.row == grid.height]
    last = row[-1].text
    alone = len(row) > 1 and _line_of(last) > _line_of(row[-2].text)
    plain = terms.plain(last.value)
    if not alone or not (begins_note(plain) or is_signature(plain)):
        return grid
    blank = row[-1]._replace(text=cut(last, 0, 0))
    below = Cell(last, grid.height + 1, 1, columns=grid.width)
    cells = (*(blank if cell is row[-1] else cell for cell in grid.cells), below)
    return replace(grid, height=grid.height + 1, cells=cells)


def _line_of(text: Text) -> int:
    return text.pieces[-1].place.line or 0 if text.pieces else 0


def _parted(grid: Grid, terms: Terms, *, among: Collection[int] | None = None) -> Grid:
    """Part the lines from the rows they stand behind; `among`: only these rows have any, the others' lines are quoted."""
    rows = [list(cells) for _, cells in groupby(grid.cells, key=lambda c: c.row)]
    coded = 2 * sum(_is_code(row, terms) for row in rows) > len(rows)
    wrapped = sum("\n" in cell.text.value for row in rows for cell in row[:-1])
    found, loose = list[_Line](), dict[int, Text]()
    above_contacts = contacts_below(rows, terms)
    header = next((row for row in rows if len(row) > 1), [])
    stopped = frozenset() if among is None else stopped_columns(rows, terms)
    for row, below in pairwise([*rows, []]):
        behind = among is None or row[0].row in among
        for text in _lines_behind(row[-1], terms) if behind else ():
            line = _heading(text, row[0].row, terms)
            around = is_loose(terms.plain(text.value)) or row[0].row == above_contacts
            if around or (line and _leads_part(text, row[-1], below, terms=terms)):
                loose[row[0].row] = text
            elif line and _leads_again(text, below, header=header, terms=terms):
                found.append(line._replace(labelled=True))
            elif (
                line and row is not header and _goes_on(line, row[-1], stopped=stopped, terms=terms)
            ):
                pass  # plain in itself, so that it says nothing of the lines below cells that are closed
            elif line and (line.number or line.labelled or _begins(below, terms, coded=coded)):
                found.append(line)
            else:
                wrapped += 1
    if not _follow(found) or wrapped:
        counted = _count_from(header, found)
        found = [line for line in found if line.labelled or line in counted]
    lines = {line.row: line.text for line in found} | loose
    return _with_rows(grid, rows, lines, terms=terms) if lines else grid


def _lines_behind(cell: Cell, terms: Terms) -> Iterator[Text]:
    """Give the last line of a row's last cell where it has no bars; all from a note on are one.

    The lines of a broken header word are none.
    """
    if terms.dialect.word(terms.plain(cell.text.value)):
        return
    own = cell.text.pieces[0].place.line if cell.text.pieces else None
    lines = [t for t in lines_of(cell.text) if t.pieces and t.pieces[0].place.line != own]
    plain = [terms.plain(t.value) for t in lines]
    both = ["".join(pair) for pair in pairwise([*plain, ""])]
    loose = (is_loose(word) or is_signature(two) for word, two in zip(plain, both, strict=True))
    first = next((t for t, is_around in zip(lines, loose, strict=True) if is_around), None)
    if first:
        above = cell.text.value.rfind(f"\n{first.value}")  # the words may be a unit above, too
        start = above + 1 if above >= 0 else cell.text.value.index(first.value)
        yield cut(cell.text, start, len(cell.text.value))
    elif lines:
        yield lines[-1]


def _heading(text: Text, row: int, terms: Terms) -> _Line | None:
    plain = terms.plain(text.value)
    if not read_heading(text, terms, over_rows=True) or terms.dialect.word(plain):
        return None
    if unit_share(plain) == 100 or plain in load_words().remarks or plain in terms.statuses:
        return None
    number = _NUMBER.match(plain)
    labelled = bool(read_heading(text, terms, over_rows=False))
    return _Line(row, text, int(parse_number(number[1])) if number else 0, labelled)


def _goes_on(line: _Line, cell: Cell, *, stopped: Collection[int], terms: Terms) -> bool:
    """Tell a line that plainly is the tail of the cell it stands in; one that says what it heads is none."""
    value = cell.text.value
    above = value[: value.rindex(line.text.value)].rstrip()
    if line.labelled and not line.number:
        return False
    return is_tail(
        terms.plain(line.text.value),
        terms.plain(above),
        numbered=bool(line.number),
        stopped=cell.column in stopped and "\n" not in above,
    )


def _leads_part(text: Text, cell: Cell, below: Sequence[Cell], *, terms: Terms) -> bool:
    """Tell a line between two tables: behind a number that ends the one above, over the header of the next."""
    above = cell.text.value[: cell.text.value.rindex(text.value)]
    if len(text.value) < _SHORTEST_LINE or not _is_amount(above, terms):
        return False
    words = [terms.dialect.word(plain) for c in below if (plain := terms.plain(c.text.value))]
    return sum(word is not None for word in words) >= _HEADER_WORDS


def _behind_number(rest: Text, terms: Terms) -> list[Text]:
    """Give the lines between a heading and the number that the cell is, where they read as headings too."""
    number, *over = [t for t in lines_of(rest) if t.value.strip()] or [rest]
    if not _is_amount(number.value, terms):
        return []
    alike = all(_heading(t, 0, terms) or is_loose(terms.plain(t.value)) for t in over)
    return over if alike else []


def _is_amount(words: str, terms: Terms) -> bool:
    return _AMOUNT.fullmatch(terms.plain(words).strip()) is not None


def _leads_again(
    text: Text, below: Sequence[Cell], *, header: Sequence[Cell], terms: Terms
) -> bool:
    """Tell who leads the rows below, over the header printed again."""
    again = bool(below) and [c.text.value for c in below] == [c.text.value for c in header]
    return again and Field.LEADERS in read_heading(text, terms, over_rows=True)


def _begins(row: Sequence[Cell], terms: Terms, *, coded: bool) -> bool:
    """Tell a row below a heading: it begins with its number where others do, or with its first cell."""
    if coded:
        return _is_code(row, terms)
    return len(row) > 1 and bool(row[0].text.value.strip())


def _is_code(row: Sequence[Cell], terms: Terms) -> bool:
    return bool(row) and parse_code(terms.plain(row[0].text.value)) is not None


def _follow(lines: Sequence[_Line]) -> bool:
    """Tell headings that have no numbers, or ever higher ones; a list in a cell begins at 1 again."""
    numbers = [line.number for line in lines if line.number]
    return all(b > a for a, b in pairwise(numbers))


def _count_from(header: Sequence[Cell], lines: Sequence[_Line]) -> list[_Line]:
    """Give the headings that count from 一 below the header on, none left out: no word of that goes on so, whatever cells do."""
    numbered = [line for line in lines if line.number]
    below = bool(numbered) and numbered[0].row == header[0].row
    counts = [line.number for line in numbered] == [*range(1, len(numbered) + 1)]
    return numbered if below and counts else []


def _with_rows(
    grid: Grid, rows: Sequence[Sequence[Cell]], headings: dict[int, Text], *, terms: Terms
) -> Grid:
    """Take the headings out of the cells they stand in, and give each a row below that cell's.

    So is each line between a heading and the number that the cell is.
    """
    cells: list[Cell] = []
    added = 0
    for row in rows:
        moved = [cell._replace(row=cell.row + added) for cell in row]
        if heading := headings.get(row[0].row):
            last = moved[-1].text
            rest = cut(last, 0, last.value.rindex(heading.value))
            over = _behind_number(rest, terms)
            lines = [*over, heading]
            rest = cut(rest, 0, rest.value.index(over[0].value)) if over else rest
            moved[-1] = moved[-1]._replace(text=rest)
            moved += [Cell(t, row[0].row + added + n, 1) for n, t in enumerate(lines, 1)]
            added += len(lines)
        cells += moved
    return replace(grid, height=grid.height + added, cells=tuple(cells))
