"""Tell which lines make a row: the cheapest way to part them, each row cut into its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.blanks import Blanks
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.joints import Joints
from shishi.layouts.flows.spaced.learning import Learnt
from shishi.layouts.flows.spaced.pricing import Pricing
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Spread, cheapest, spread

_NO_WAY = 60
_BROKEN_ROW = 3
_MOST_LINES, _MANY_LINES = 12, 8
_PASSES = 3
_OPEN_END = 20
_ELSEWHERE, _SURELY = -4, 8


@dataclass(frozen=True, slots=True)
class Strip:
    """One row: its tokens, half-open, whether it prints a code, and how it was cut."""

    first: int
    end: int
    coded: bool
    cut: Spread | None


class Rows:
    """The rows of a body: read once as most tables are, then again as this one is."""

    def __init__(
        self,
        body: Body,
        heads: Sequence[Head],
        codes: frozenset[int],
        *,
        headings: frozenset[int] = frozenset(),
        within: frozenset[int] = frozenset(),
    ) -> None:
        self._body, self._heads, self._codes = body, heads, codes
        self._headings = headings
        self._within = within  # lines at which no row begins
        self._pricing = Pricing(body, heads, codes)
        self._shared = 2 * len(codes) > sum(map(bool, body.lines)) - len(headings)
        self._blanks = Blanks(heads, shared=self._shared)
        self._broken = _BROKEN_ROW

    def read(self, passes: int = _PASSES) -> list[Strip]:
        """Part the lines into rows and cut each."""
        strips = first = [self._cut(a, b) for a, b in self._part()]
        for _ in range(passes - 1):
            self._learn(strips)
            strips = [self._cut(a, b) for a, b in self._part()]
        if passes > 1:
            before = _margins(first)
            strips = [_weighed(strip, before) for strip in strips]
        return strips

    def price(self) -> int:
        """Give what the cheapest first reading costs."""
        return sum(self._row_price([range(a, b)]) for a, b in self._part())

    def _learn(self, strips: Sequence[Strip]) -> None:
        learnt, joints = Learnt(len(self._heads)), Joints(self._body)
        self._blanks = Blanks(self._heads, shared=self._shared)
        for strip in strips:
            if not strip.cut:
                continue
            self._blanks.count(strip.first, strip.cut, coded=strip.coded)
            for column, cell in strip.cut.cells.items():
                first, end = strip.first + cell.start, strip.first + cell.end
                look = self._body.looks(first, end)[-1]
                learnt.add_cell(first, column, look, sure=cell.margin >= SURE)
                field, begins = self._heads[column].field, first == strip.first
                joints.count(range(first, end), column, field, begins=begins)
        self._pricing.learn(learnt, joints)
        lines = sum(map(bool, self._body.lines)) - len(self._headings)
        share = (lines - len(strips) + 0.3) / (lines + 3)
        self._broken = round(max(1.0, min(8.0, log2((1 - share) / share))))

    # --- rows out of lines ---

    def _part(self) -> list[tuple[int, int]]:
        """Give the half-open token spans of the rows: runs of lines with the lowest sum of costs."""
        spans: list[tuple[int, int]] = []
        for run in self._runs():
            best, way = [0], [0]
            for end in range(1, len(run) + 1):
                costs = {
                    start: best[start] + self._row_price(run[start:end])
                    for start in range(max(0, end - _MOST_LINES), end)
                    if not start or self._begins(run[start])
                }
                start = min(costs, key=lambda s: (costs[s], -s))
                best.append(costs[start])
                way.append(start)
            spans += reversed(list(_followed(way, run)))
        return spans

    def _begins(self, line: range) -> bool:
        return self._body.tokens[line.start].line not in self._within

    def _runs(self) -> Iterator[list[range]]:
        """Yield runs of lines: a code or a heading begins a new one."""
        run: list[range] = []
        for number, line in enumerate(self._body.lines):
            if not line or number in self._headings or any(t in self._codes for t in line):
                if run:
                    yield run
                run = []
            if line and number not in self._headings:
                run.append(line)
        if run:
            yield run

    def _row_price(self, lines: Sequence[range]) -> int:
        first, end = lines[0].start, lines[-1].stop
        broken = self._broken * (len(lines) - 1) + _OPEN_END * self._body.tokens[end - 1].is_open
        if self._are_too_many(len(lines), end - first):
            return _NO_WAY * len(lines) + broken
        blanks = self._blanks.of(range(first, end), coded=self._is_coded(first, end))
        price = cheapest(end - first, self._pricing.cells(first, end), blanks=blanks)
        return min(price, _NO_WAY * len(lines)) + broken

    def _are_too_many(self, lines: int, tokens: int) -> bool:
        """Tell lines and tokens of no row; one of many lines has nothing but line ends within its cells."""
        width = len(self._heads)
        most = 2 * width + 4 if lines <= _MANY_LINES else width - 1 + lines
        return lines > 1 and tokens > most

    def _is_coded(self, first: int, end: int) -> bool:
        return any(t in self._codes for t in range(first, end))

    def _cut(self, first: int, end: int) -> Strip:
        coded = self._is_coded(first, end)
        blanks = self._blanks.of(range(first, end), coded=coded)
        cells = self._pricing.cells(first, end)
        return Strip(first, end, coded, spread(end - first, cells, blanks=blanks, skips=()))


def _margins(strips: Sequence[Strip]) -> dict[tuple[int, int, int], int]:
    """Give how sure each cell of a reading is, by its first token, end and column; end 0: a blank one."""
    margins: dict[tuple[int, int, int], int] = {}
    for strip in strips:
        for column, cell in strip.cut.cells.items() if strip.cut else ():
            margins[strip.first + cell.start, strip.first + cell.end, column] = cell.margin
        for column, margin in strip.cut.blanks.items() if strip.cut else ():
            margins[strip.first, 0, column] = margin
    return margins


def _weighed(strip: Strip, before: Mapping[tuple[int, int, int], int]) -> Strip:
    """Say how sure a row is by both readings: what the table's own habits say must make up for a doubt.

    A cell that the first reading put elsewhere has to be told by habits alone.
    """
    if strip.cut is None:
        return strip
    cells = {}
    for column, cell in strip.cut.cells.items():
        was = before.get((strip.first + cell.start, strip.first + cell.end, column), _ELSEWHERE)
        cells[column] = replace(cell, margin=cell.margin + min(was, _SURELY) - SURE)
    blanks = {
        column: margin + min(before.get((strip.first, 0, column), _ELSEWHERE), _SURELY) - SURE
        for column, margin in strip.cut.blanks.items()
    }
    return replace(strip, cut=Spread(cells, blanks))


def _followed(way: Sequence[int], run: Sequence[range]) -> Iterator[tuple[int, int]]:
    end = len(run)
    while end:
        start = way[end]
        yield run[start].start, run[end - 1].stop
        end = start
