"""Tables side by side in one grid, as sheets of two columns have them: each becomes a grid of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from operator import is_

from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follows, parse_code
from shishi.readers.document import Cell, Document, Grid
from shishi.records import Field

_FEWEST_COLUMNS = 3
_SEARCHED_ROWS = 10


def part_beside(document: Document, terms: Terms) -> Document:
    """Part each grid whose header says the same words again in the same row, from the number or item on.

    What spans several of the tables, a title or a note, stays with the first. Cells keep their places in
    the source.
    """
    if document.source.format == "text":
        return document
    parts = [
        p
        for part in document.parts
        for p in (_parted(part, terms) if isinstance(part, Grid) else [part])
    ]
    same = len(parts) == len(document.parts) and all(map(is_, parts, document.parts))
    return document if same else replace(document, parts=tuple(parts))


def _parted(grid: Grid, terms: Terms) -> list[Grid]:
    if grid.width < 2 * _FEWEST_COLUMNS:
        return [grid]
    for row in _first_rows(grid):
        if begins := _begins(row, terms):
            ends = [*begins[1:], grid.width + 1]
            halves = [
                _cut(grid, a, b, first=a == begins[0]) for a, b in zip(begins, ends, strict=True)
            ]
            halves = [half for half in halves if half.cells]
            across = _counts_across(halves, row[0].row)
            return [_woven(halves, row[0].row)] if across else halves
    return [grid]


def _first_rows(grid: Grid) -> Iterator[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in takewhile(lambda c: c.row <= _SEARCHED_ROWS, grid.cells):
        if cell.text.value.strip():
            rows.setdefault(cell.row, []).append(cell)
    yield from rows.values()


def _begins(row: Sequence[Cell], terms: Terms) -> list[int]:
    """Give the columns at which the tables begin whose headers make up a row; none where it is one header."""
    if len(row) < 2 * _FEWEST_COLUMNS:
        return []
    words = [terms.plain(cell.text.value) for cell in row]
    period = words.index(words[0], 1) if words[0] in words[1:] else 0
    if period < _FEWEST_COLUMNS or len(words) % period:
        return []
    if any(word != words[i % period] for i, word in enumerate(words)):
        return []
    if not _names_items(words[:period], terms):
        return []
    begins = [cell.column for cell in row[::period]]
    return begins if all(b - a >= period for a, b in pairwise(begins)) else []


def _names_items(words: Sequence[str], terms: Terms) -> bool:
    """Tell the header of a whole table from words that stand below several groups of one: 目标, 进展."""
    guesses = [terms.dialect.guess(word) for word in words]
    return any(g is not None and g.claims[0][0] == Field.ITEM for g in guesses)


def _counts_across(halves: Sequence[Grid], header: int) -> bool:
    """Tell tables whose numbers go on in the next one and not below: 1 beside 2, then 3 beside 4.

    Without numbers a row is read across, as it is in the source.
    """
    if any(c.row >= header and c.rows > 1 for half in halves for c in half.cells):
        return False
    codes = [
        next(
            (parse_code(c.text.value) for c in half.cells if c.row > header and c.column == 1), None
        )
        for half in halves
    ]
    if not any(codes):
        return True
    return all(a and b and a != b and follows(a, b) for a, b in pairwise(codes))


def _woven(halves: Sequence[Grid], header: int) -> Grid:
    """Put the rows of several tables into one, in the order of their numbers."""
    count = len(halves)
    above = [
        c for half in halves[1:] for c in half.cells if c.row < header and c.text.value.strip()
    ]
    if above:
        halves, header = _lifted(halves, above), header + len(above)
    cells = [
        c if c.row <= header else c._replace(row=header + (c.row - header - 1) * count + at + 1)
        for at, half in enumerate(halves)
        for c in half.cells
        if c.row > header or not at
    ]
    cells.sort(key=lambda c: (c.row, c.column))
    height = header + (halves[0].height - header) * count
    return replace(halves[0], height=height, width=max(h.width for h in halves), cells=tuple(cells))


def _lifted(halves: Sequence[Grid], above: Sequence[Cell]) -> list[Grid]:
    """Give what stands over the headers of later tables rows of its own at the top, above all the others."""
    count = len(above)
    lifted = [Cell(c.text, at, 1) for at, c in enumerate(above, 1)]
    down = [
        replace(
            half,
            height=half.height + count,
            cells=tuple(c._replace(row=c.row + count) for c in half.cells if c not in above),
        )
        for half in halves
    ]
    return [replace(down[0], cells=(*lifted, *down[0].cells)), *down[1:]]


def _cut(grid: Grid, start: int, end: int, *, first: bool) -> Grid:
    """Cut the columns from `start` to before `end` out of a grid, as wide as what stands in them."""
    start = 1 if first else start
    cells = [
        c._replace(column=c.column - start + 1, columns=min(c.columns, end - c.column))
        for c in grid.cells
        if start <= c.column < end
    ]
    width = max((c.column + c.columns - 1 for c in cells if c.text.value.strip()), default=1)
    cells = [c for c in cells if c.column + c.columns - 1 <= width or c.text.value.strip()]
    return replace(grid, width=width, cells=tuple(cells), caption=grid.caption if first else None)
