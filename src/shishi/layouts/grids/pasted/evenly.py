"""Cells that bars end, counted off: as many a row as the header has, merged and blank ones included.

Only a heading between the rows may be a cell by itself. How many cells a row has is not printed anywhere:
it is the number whose header names a project table and whose rows come out even and fit it best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import IMPOSSIBLE, misfit
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.grids.headers import read_header
from shishi.layouts.grids.spread import spread
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import load_words
from shishi.places import Text
from shishi.readers.document import Cell, Grid, Ruling

_NARROWEST, _WIDEST, _DEEPEST = 3, 30, 4
_FEWEST_ROWS = 3
_MISFIT_A_CELL = 3
"""So much misfit a cell, on the average of a table, tells that the count went wrong."""
_WORST = 12
"""No cell but one that cannot stand where it does costs more: columns may hold what nobody expects."""
_SLACK = 2 * IMPOSSIBLE
_HEADING = 12
"""What it costs that a cell by itself is a heading."""


def count_evenly(texts: Sequence[Text], terms: Terms) -> Grid | None:
    """Make a grid of the cells of one table, a header first; None where no number of columns comes out even."""
    cells = _Cells(texts, terms)
    widths = range(_NARROWEST, min(_WIDEST, len(texts) // _FEWEST_ROWS) + 1)
    ways = (_count(cells, width) for width in widths)
    best = min(filter(None, ways), key=lambda way: way[0], default=None)
    return best[1] if best else None


@dataclass(frozen=True)
class _Cells:
    """The cells of a text in their order, the blank ones too."""

    texts: Sequence[Text]
    terms: Terms

    @cached_property
    def plain(self) -> list[str]:
        """Their words without white space."""
        return [self.terms.plain(text.value) for text in self.texts]

    @cached_property
    def looks(self) -> list[Look]:
        """What each could be."""
        return [look_at(plain, self.terms.statuses) for plain in self.plain]

    def grid(self, starts: Sequence[int], width: int) -> Grid:
        """Put them into rows that begin at these cells; a shorter row is a heading, or adds up others."""
        ends = [*starts[1:], min(starts[-1] + width, len(self.texts))]
        cells = [
            Cell(text, row, column)
            for row, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
            for column, text in enumerate(self.texts[start:end], 1)
            if text.value
        ]
        return Grid("table", len(starts), width, tuple(cells), ruling=Ruling.COUNTED)


def _count(cells: _Cells, width: int) -> tuple[int, Grid] | None:
    """Count off rows of so many cells under their header; give what that costs, and the grid."""
    first = range(0, len(cells.texts) - width + 1, width)[:_DEEPEST]
    header = read_header(spread(cells.grid(first, width), cells.terms), cells.terms)
    if not header:
        return None
    depth, named = header
    counted = _rows(cells, named.columns, depth * width)
    if not counted:
        return None
    cost, starts = counted
    return cost, cells.grid([*first[:depth], *starts], width)


def _rows(cells: _Cells, columns: Sequence[Column], start: int) -> tuple[int, list[int]] | None:
    """Find the cheapest way to part the cells from `start` on into rows; None where none comes out even."""
    end = len(cells.texts)
    ways: dict[int, tuple[int, int]] = {start: (0, start)}  # cost so far, where the last row began
    for at in range(start, end):
        if at not in ways or ways[at][0] > _SLACK + _MISFIT_A_CELL * (at - start):
            continue
        for length, cost in _steps(cells, columns, at):
            sofar = ways[at][0] + cost
            if at + length <= end and (at + length not in ways or sofar < ways[at + length][0]):
                ways[at + length] = sofar, at
    if end not in ways or ways[end][0] > _MISFIT_A_CELL * (end - start):
        return None
    starts = [end]
    while starts[-1] > start:
        starts.append(ways[starts[-1]][1])
    return ways[end][0], starts[:0:-1]


def _steps(cells: _Cells, columns: Sequence[Column], at: int) -> Iterator[tuple[int, int]]:
    """Yield how many cells a row may have that begins here, and what it costs that it does."""
    width = len(columns)
    if cells.plain[at : at + width] == cells.plain[:width]:
        yield width, 0
        return
    yield width, sum(_misfits(cells, columns, at))
    if cells.plain[at] in load_words().totals:
        yield from ((length, _HEADING) for length in range(2, width))
    elif _is_heading(cells, at):
        yield 1, _HEADING


def _is_heading(cells: _Cells, at: int) -> bool:
    word, terms = cells.plain[at], cells.terms
    if not word or terms.dialect.word(word):
        return False
    return bool(read_heading(cells.texts[at], terms, over_rows=True))


def _misfits(cells: _Cells, columns: Sequence[Column], at: int) -> Iterator[int]:
    """Yield what it costs each cell of a row to stand where it does; a row of one cell is a heading."""
    looks = cells.looks[at : at + len(columns)]
    told = [(look, c) for look, c in zip(looks, columns, strict=False) if look.text]
    if len(told) < 2 or cells.plain[at] in load_words().totals:
        return
    for look, column in told:
        cost = misfit(look, column) if column.field or column.word else IMPOSSIBLE
        yield cost if cost >= IMPOSSIBLE else min(cost, _WORST)
