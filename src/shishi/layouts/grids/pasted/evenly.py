"""Cells that bars end, counted off: as many a row as the header has, merged and blank ones included.

Only a heading between the rows may be a cell by itself. How many cells a row has is not printed anywhere:
it is the number whose header names a project table and whose rows come out even and fit it best. A page may
close each row with a bar of its own, those of the header too, so that every row ends with what looks like a blank cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.grids.headers.depths import read_header
from shishi.layouts.grids.spread import spread
from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.vocabulary import is_period
from shishi.places import Text
from shishi.readers.document import Cell, Grid, Ruling
from shishi.text.marks import Style, find_mark

_NARROWEST, _WIDEST, _DEEPEST = 3, 30, 4
_FEWEST_ROWS, _SAMPLE = 3, 40
_MISFIT_A_CELL = 3
"""So much misfit a cell, on the average of a table, tells that the count went wrong."""
_WORST = 12
"""No cell but one that cannot stand where it does costs more: columns may hold what nobody expects."""
_SLACK = 2 * IMPOSSIBLE
_OF_SECTIONS = (Style.CHINESE, Style.CHINESE_BRACKETS)
_FEWEST_WORDS = 3
_HEADING = 12
"""What it costs that a cell by itself is a heading."""


def count_evenly(texts: Sequence[Text], terms: Terms) -> Grid | None:
    """Make a grid of the cells of one table, a header first; None where no number of columns comes out even."""
    widths = range(_NARROWEST, min(_WIDEST, len(texts) // _FEWEST_ROWS) + 1)
    plain = [terms.plain(text.value) for text in texts]
    looks = [look_at(word, terms.statuses) for word in plain]
    ways = (
        _count(_Cells(texts, terms, plain, looks, width, closers))
        for width in widths
        for closers in (0, 1)
    )
    best = min(filter(None, ways), key=lambda way: way[0], default=None)
    return best[1] if best else None


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a text in their order, the blank ones too, and how they may be parted into rows.

    `plain` are their words without white space, `looks` what each could be. A row has `width` cells, and
    `closers` more bars behind them.
    """

    texts: Sequence[Text]
    terms: Terms
    plain: Sequence[str]
    looks: Sequence[Look]
    width: int
    closers: int

    @property
    def period(self) -> int:
        """Count the cells from the beginning of a row to that of the next."""
        return self.width + self.closers

    def grid(self, starts: Sequence[int]) -> Grid:
        """Put them into rows that begin at these cells; a shorter row is a heading, or adds up others."""
        ends = [*starts[1:], min(starts[-1] + self.period, len(self.texts))]
        cells = [
            Cell(text, row, column)
            for row, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
            for column, text in enumerate(self.texts[start:end], 1)
            if text.value
        ]
        return Grid("table", len(starts), self.width, tuple(cells), ruling=Ruling.COUNTED)

    def closes(self, start: int, length: int) -> bool:
        """Tell a row of so many cells that ends as all do: a bar behind each, and those that close it.

        The last one of the text may lack them.
        """
        end = start + length
        if end > len(self.texts):
            return end - self.closers == len(self.texts)
        return not any(self.plain[end - self.closers : end])


def _count(cells: _Cells) -> tuple[int, Grid] | None:
    """Count off the rows under their header; give what that costs, and the grid.

    Where the rows below a whole header do not fit, its words may mean what those say.
    """
    starts = range(0, len(cells.texts) - cells.period + 1, cells.period)
    if not cells.closes(0, cells.period):
        return None
    for first in (starts[:_DEEPEST], starts[:_SAMPLE]):
        header = read_header(spread(cells.grid(first), cells.terms), cells.terms)
        if not header or not all(cells.closes(at, cells.period) for at in first[: header[0]]):
            return None
        end = header[0] * cells.period
        if _goes_on(cells, end) or _holds_row(cells, end):
            return None
        if counted := _rows(cells, header[1].columns, end):
            return counted[0], cells.grid([*first[: header[0]], *counted[1]])
        if not _ends_header(cells, end):
            return None
    return None


def _goes_on(cells: _Cells, end: int) -> bool:
    """Tell a header that goes on behind what is named of it: the columns below its groups end within a row."""
    behind = cells.plain[end : end + cells.width]
    known = [bool(word) and cells.terms.dialect.guess(word) is not None for word in behind]
    return known[:1] == [True] and not all(known) and behind != cells.plain[: cells.width]


def _holds_row(cells: _Cells, end: int) -> bool:
    """Tell a header whose first half is words it knows and whose other half has none: that is the row below it.

    The rows then have not as many cells as that: a merged one prints no bar in some of them.
    """
    guess = cells.terms.dialect.guess
    printed = [word for word in cells.plain[:end] if word]
    known = [guess(word) is not None or is_period(word) for word in printed]
    words = known.index(False) if False in known else len(known)
    return words >= _FEWEST_WORDS and not any(known[words:]) and 2 * words <= len(known) + 1


def _ends_header(cells: _Cells, end: int) -> bool:
    """Tell cells the last printed one of which is a header word, and the next one none."""
    guess = cells.terms.dialect.guess
    last = next(filter(None, reversed(cells.plain[:end])), "")
    following = next(filter(None, cells.plain[end:]), "")
    return guess(last) is not None and guess(following) is None


def _rows(cells: _Cells, columns: Sequence[Column], start: int) -> tuple[int, list[int]] | None:
    """Find the cheapest way to part the cells from `start` on into rows; None where none comes out even."""
    end = len(cells.texts)
    ways: dict[int, tuple[int, int]] = {start: (0, start)}  # cost so far, where the last row began
    for at in range(start, end):
        if at not in ways or ways[at][0] > _SLACK + _MISFIT_A_CELL * (at - start):
            continue
        for length, cost in _steps(cells, columns, at):
            sofar, then = ways[at][0] + cost, min(at + length, end)
            if at + length - cells.closers <= end and (then not in ways or sofar < ways[then][0]):
                ways[then] = sofar, at
    if end not in ways or ways[end][0] > _MISFIT_A_CELL * (end - start):
        return None
    starts = [end]
    while starts[-1] > start:
        starts.append(ways[starts[-1]][1])
    return ways[end][0], starts[:0:-1]


def _steps(cells: _Cells, columns: Sequence[Column], at: int) -> Iterator[tuple[int, int]]:
    """Yield how many cells a row may have that begins here, and what it costs that it does."""
    width, period = cells.width, cells.period
    if cells.plain[at : at + width] == cells.plain[:width]:
        yield period, 0
        return
    if cells.closes(at, period) and not _holds_heading(cells, at):
        yield period, sum(_misfits(cells, columns, at))
    if cells.plain[at] in load_words().totals:
        lengths = range(2 + cells.closers, period)
        yield from ((length, _HEADING) for length in lengths if cells.closes(at, length))
    elif _is_heading(cells, at):
        alone = not any(cells.plain[at + 1 : at + width])
        yield from ((n, _HEADING) for n in {1, 1 + cells.closers, *([width] if alone else ())})


def _holds_heading(cells: _Cells, at: int) -> bool:
    """Tell a row whose last cell heads the rows below: 三、安居, and their numbers begin anew behind it.

    The row has lost a cell then.
    """
    last = at + cells.width - 1
    following = parse_code(next(filter(None, cells.plain[last + 1 :]), ""))
    mark = find_mark(cells.plain[last])
    numbered = mark is not None and mark.style in _OF_SECTIONS
    return numbered and following is not None and following[-1] == 1 and _is_heading(cells, last)


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
