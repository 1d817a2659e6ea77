"""Spread a strip of text over its columns, row by row: the cheapest way to cut it, and how sure each cell is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from shishi.layouts.flows.fit.costs import IMPOSSIBLE

NEVER = 10**9


class Stretch(NamedTuple):
    """Characters start to end of a row as a cell of a column, and what that costs."""

    start: int
    end: int
    cost: int


@dataclass(frozen=True, slots=True)
class CutCell:
    """A cell of a row: where it stands, and what the next-best reading of its first character costs.

    `rival` is the column of that reading, the same one where only the cell's end is in doubt.
    """

    start: int
    end: int
    margin: int
    rival: int


@dataclass(frozen=True, slots=True)
class Spread:
    """A row as cut: its cells by column, for each blank column how sure that is, and what all that costs."""

    cells: Mapping[int, CutCell]
    blanks: Mapping[int, int]
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """What blank columns cost in the first row of a strip and in later ones, and where a later one may begin.

    `coded` are the costs of a later row that prints a code. `again` maps a position to what it costs
    that a row begins there.
    """

    first: Sequence[int]
    later: Sequence[int] = ()
    coded: Sequence[int] = ()
    again: Mapping[int, int] = field(default_factory=dict)


def spread(
    length: int, cells: Sequence[Sequence[Stretch]], *, blanks: Sequence[int], skips: Sequence[int]
) -> Spread | None:
    """Cut a row of so many characters into the columns' cells; None when no way covers it.

    `cells[k]` are the stretches that may be column k, `blanks[k]` is what leaving it blank costs, and
    `skips` are the positions of white space, over which every cell begins and ends.

    >>> one, two = [Stretch(0, 2, 0)], [Stretch(2, 5, 1), Stretch(0, 5, 9)]
    >>> [(k, c.start, c.end, c.margin) for k, c in spread(5, [one, two], blanks=[5, 5], skips=()).cells.items()]
    [(0, 0, 2, 13), (1, 2, 5, 13)]
    """
    rows = spread_rows(length, cells, costs=Costs(blanks), skips=skips)
    return rows[0] if rows else None


def spread_rows(
    length: int, cells: Sequence[Sequence[Stretch]], *, costs: Costs, skips: Sequence[int]
) -> list[Spread]:
    """Cut a strip of so many characters into rows and their cells; none when no way covers it.

    A stretch in the column of codes that begins at 0 is the first row's, another one a later row's.

    >>> units = [Stretch(0, 2, 0), Stretch(4, 6, 0)]
    >>> says = [Stretch(2, 4, 0), Stretch(6, 8, 0), Stretch(2, 8, 9)]
    >>> costs = Costs([9, 9], [9, 9], again={4: 3})
    >>> [sorted(row.cells) for row in spread_rows(8, [units, says], costs=costs, skips=())]
    [[0, 1], [0, 1]]
    """
    way = _Way(length, cells, costs=costs, skips=skips)
    return list(way.rows()) if way.least < NEVER else []


def cheapest(
    length: int,
    cells: Sequence[Sequence[Stretch]],
    *,
    blanks: Sequence[int],
    skips: Sequence[int] = (),
) -> int:
    """Give what the cheapest way to cut a row costs; NEVER when none covers it (see spread)."""
    return _Way(length, cells, costs=Costs(blanks), skips=skips).least


def near(
    length: int,
    cells: Sequence[Sequence[Stretch]],
    *,
    costs: Costs,
    skips: Sequence[int],
    band: int,
) -> list[list[Stretch]]:
    """Keep of the stretches those on a way through the strip that costs so much more than the cheapest.

    >>> one, two = [Stretch(0, 2, 0)], [Stretch(2, 5, 1), Stretch(0, 5, 9)]
    >>> near(5, [one, two], costs=Costs([5, 5]), skips=(), band=4)
    [[Stretch(start=0, end=2, cost=0)], [Stretch(start=2, end=5, cost=1)]]
    """
    way = _Way(length, cells, costs=costs, skips=skips)
    return [
        [s for s in stretches if way.through(k, s) <= way.least + band]
        for k, stretches in enumerate(cells)
    ]


_FIRST, _LATER, _CODED = range(3)
"""The kinds of rows: the first of a strip, a later one, a later one with a code."""
_FIRST_OR_CODED, _ONLY_CODED = (_FIRST, _CODED), (_CODED,)

_Step = tuple[int, int, int, Stretch, Sequence[int]]
"""A stretch on the way: its column, where the next one begins, its cost, itself and the kinds of rows it may stand in."""


class _Way:
    """The sums of all ways through one strip, from both ends: by kind of row, position and column."""

    def __init__(
        self,
        length: int,
        cells: Sequence[Sequence[Stretch]],
        *,
        costs: Costs,
        skips: Sequence[int],
    ) -> None:
        white = set(skips)
        self._next = list(range(length + 1))
        for at in range(length - 1, -1, -1):
            if at in white:
                self._next[at] = self._next[at + 1]
        self._cells, self._width, self._length = cells, len(cells), length
        self._blanks = [costs.first, costs.later, costs.coded]
        self._kinds = [kind for kind, blanks in enumerate(self._blanks) if blanks]
        # Usual blanks cost less than nothing; a row of blanks alone never may, or it would never end.
        least = 1 - min((sum(blanks) for blanks in self._blanks[1:] if blanks), default=0)
        self._again = {self._next[at]: max(cost, least) for at, cost in costs.again.items()}
        self._begin = self._next[0] if length else 0
        at_start: dict[int, list[_Step]] = {}
        for k, stretches in enumerate(cells):
            for s in stretches:
                kinds = self._kinds_for(s.start, k)
                step = k, self._next[s.end], s.cost, s, kinds
                at_start.setdefault(s.start, []).append(step)
        self._at_start = at_start
        ends = {end for told in at_start.values() for _, end, _, _, _ in told}
        self._positions = sorted({self._begin, length, *at_start, *ends})
        self._behind = self._sum_behind()
        # A stretch may cost less than nothing, and bring what has no way to its end just below NEVER.
        least = self._behind[_FIRST][self._begin][0]
        self.least = least if least < NEVER // 2 else NEVER

    def _kinds_for(self, start: int, column: int) -> Sequence[int]:
        """Give the kinds of rows in which a stretch may stand: its code is for the kind to say."""
        if len(self._kinds) == 1 or column != 0 or not self._blanks[_CODED]:
            return self._kinds
        return _FIRST_OR_CODED if start == self._begin else _ONLY_CODED

    def _empty(self) -> list[dict[int, list[int]]]:
        return [
            {at: [NEVER] * (self._width + 1) for at in self._positions}
            if kind in self._kinds
            else {}
            for kind in range(3)
        ]

    @cached_property
    def _ahead(self) -> list[dict[int, list[int]]]:
        """The sums from the beginning, which only those ask for who weigh ways."""
        sums = self._empty()
        sums[_FIRST][self._begin][0] = 0
        for at in self._positions:
            self._leave_blank(sums, at)
            if at in self._again and at > self._begin:
                done = min(sums[kind][at][-1] for kind in self._kinds) + self._again[at]
                for kind in self._kinds[1:]:
                    sums[kind][at][0] = min(sums[kind][at][0], done)
                self._leave_blank(sums, at)
            for k, end, cost, _, kinds in self._at_start.get(at, ()):
                for kind in kinds:
                    before, after = sums[kind][at][k], sums[kind][end]
                    if before < NEVER and before + cost < after[k + 1]:
                        after[k + 1] = before + cost
        return sums

    def _leave_blank(self, sums: list[dict[int, list[int]]], at: int) -> None:
        for kind in self._kinds:
            here = sums[kind][at]
            for k, blank in enumerate(self._blanks[kind]):
                here[k + 1] = min(here[k + 1], here[k] + blank)

    def _sum_behind(self) -> list[dict[int, list[int]]]:
        sums = self._empty()
        for at in reversed(self._positions):
            for kind in self._kinds:
                own = sums[kind]
                here = own[at]
                here[-1] = 0 if at == self._length else NEVER
                for k, end, cost, _, kinds in self._at_start.get(at, ()):
                    if kind in kinds and (through := cost + own[end][k + 1]) < here[k]:
                        here[k] = through
            self._left_blank(sums, at)
            if at in self._again and at > self._begin and len(self._kinds) > 1:
                later = min(sums[kind][at][0] for kind in self._kinds[1:]) + self._again[at]
                for kind in self._kinds:
                    sums[kind][at][-1] = min(sums[kind][at][-1], later)
                self._left_blank(sums, at)
        return sums

    def _left_blank(self, sums: list[dict[int, list[int]]], at: int) -> None:
        for kind in self._kinds:
            here = sums[kind][at]
            for k in range(self._width - 1, -1, -1):
                here[k] = min(here[k], here[k + 1] + self._blanks[kind][k])

    def through(self, column: int, cell: Stretch) -> int:
        """Give what the cheapest way costs that holds this cell."""
        start, end, ahead, behind = cell.start, self._next[cell.end], self._ahead, self._behind
        least = NEVER
        for kind in self._kinds_for(start, column):
            cost = ahead[kind][start][column] + behind[kind][end][column + 1]
            least = min(least, cost)
        return least + cell.cost

    def rows(self) -> Iterator[Spread]:
        """Follow the cheapest way, and weigh each of its cells against the next-best."""
        kind, at = _FIRST, self._begin
        while True:
            started = at
            cells, at = self._read_row(kind, at)
            yield Spread(cells, self._blank_margins(cells, (started, at)), self.least)
            if at >= self._length:
                return
            kind = min(self._kinds[1:], key=lambda k: self._behind[k][at][0])

    def _read_row(self, kind: int, at: int) -> tuple[dict[int, CutCell], int]:
        found: dict[int, CutCell] = {}
        for k in range(self._width):
            best, chosen = self._behind[kind][at][k + 1] + self._blanks[kind][k], None
            for column, end, cost, stretch, kinds in self._at_start.get(at, ()):
                if column == k and kind in kinds:
                    cost += self._behind[kind][end][k + 1]
                    if cost < best or (cost == best and chosen is None):
                        best, chosen = cost, stretch
            if chosen:
                found[k] = self._weighed(k, chosen)
                at = self._next[chosen.end]
        return found, at

    def _blank_margins(
        self, filled: Mapping[int, CutCell], span: tuple[int, int]
    ) -> dict[int, int]:
        """Say of each column that was left blank how much dearer the best way is that fills it."""
        return {
            k: next(
                (c for j, s, c in self._throughs if j == k and span[0] <= s.start < span[1]),
                NEVER,
            )
            - self.least
            for k in range(self._width)
            if k not in filled
        }

    def _weighed(self, column: int, chosen: Stretch) -> CutCell:
        """Weigh a cell against the next-best reading of its first character."""
        at = chosen.start
        told = (
            (through, k)
            for k, s, through in self._throughs
            if s.start <= at < s.end and not (k == column and s == chosen)
        )
        least, rival = next(told, (NEVER, column))
        return CutCell(at, chosen.end, min(least - self.least, IMPOSSIBLE), rival)

    @cached_property
    def _throughs(self) -> list[tuple[int, Stretch, int]]:
        """Every stretch with its column and what the cheapest way through it costs, the cheapest first."""
        found = [(k, s, self.through(k, s)) for k, own in enumerate(self._cells) for s in own]
        return sorted(found, key=lambda told: told[2])
