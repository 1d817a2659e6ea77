"""Spread one row over its columns: the cheapest way to cut it, and how sure each cell is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shishi.layouts.flows.fit import IMPOSSIBLE
from shishi.layouts.flows.strips.pricing import Stretch

NEVER = 10**9


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
    way = _Way(length, cells, blanks=blanks, skips=skips)
    if way.least >= NEVER:
        return None
    found = way.read()
    return Spread(found, way.blanks(found), way.least)


def cheapest(
    length: int,
    cells: Sequence[Sequence[Stretch]],
    *,
    blanks: Sequence[int],
    skips: Sequence[int] = (),
) -> int:
    """Give what the cheapest way to cut a row costs; NEVER when none covers it (see spread)."""
    return _Way(length, cells, blanks=blanks, skips=skips).least


class _Way:
    """The sums of all ways through one row, from both ends."""

    def __init__(
        self,
        length: int,
        cells: Sequence[Sequence[Stretch]],
        *,
        blanks: Sequence[int],
        skips: Sequence[int],
    ) -> None:
        white = set(skips)
        self._next = list(range(length + 1))
        for at in range(length - 1, -1, -1):
            if at in white:
                self._next[at] = self._next[at + 1]
        self._cells, self._blanks, self._length = cells, blanks, length
        self._ahead = self._sum_ahead()
        self._behind = self._sum_behind()
        self.least = self._ahead[-1].get(length, NEVER)

    def _sum_ahead(self) -> list[dict[int, int]]:
        sums = [{self._next[0]: 0}]
        for stretches, blank in zip(self._cells, self._blanks, strict=True):
            before = sums[-1]
            here = {at: cost + blank for at, cost in before.items()}
            for s in stretches:
                if s.start in before:
                    end = self._next[s.end]
                    here[end] = min(here.get(end, NEVER), before[s.start] + s.cost)
            sums.append(here)
        return sums

    def _sum_behind(self) -> list[dict[int, int]]:
        sums = [{self._length: 0}]
        for stretches, blank in zip(reversed(self._cells), reversed(self._blanks), strict=True):
            after = sums[-1]
            here = {at: cost + blank for at, cost in after.items()}
            for s in stretches:
                if (end := self._next[s.end]) in after:
                    here[s.start] = min(here.get(s.start, NEVER), after[end] + s.cost)
            sums.append(here)
        return sums[::-1]

    def read(self) -> dict[int, CutCell]:
        """Follow the cheapest way, and weigh each of its cells against the next-best."""
        found: dict[int, CutCell] = {}
        at = self._next[0]
        for k, (stretches, blank) in enumerate(zip(self._cells, self._blanks, strict=True)):
            after = self._behind[k + 1]
            best, chosen = after.get(at, NEVER) + blank, None
            for s in stretches:
                if s.start == at:
                    cost = s.cost + after.get(self._next[s.end], NEVER)
                    if cost < best or (cost == best and chosen is None):
                        best, chosen = cost, s
            if chosen:
                found[k] = self._weighed(k, chosen)
                at = self._next[chosen.end]
        return found

    def blanks(self, filled: Mapping[int, CutCell]) -> dict[int, int]:
        """Say of each column that was left blank how much dearer the best way is that fills it."""
        margins = {}
        for k, stretches in enumerate(self._cells):
            before, after = self._ahead[k], self._behind[k + 1]
            if k not in filled:
                costs = (
                    before.get(s.start, NEVER) + s.cost + after.get(self._next[s.end], NEVER)
                    for s in stretches
                )
                margins[k] = min(costs, default=NEVER) - self.least
        return margins

    def _weighed(self, column: int, chosen: Stretch) -> CutCell:
        least, rival = NEVER, column
        for k, stretches in enumerate(self._cells):
            before, after = self._ahead[k], self._behind[k + 1]
            for s in stretches:
                if not s.start <= chosen.start < s.end or (k == column and s == chosen):
                    continue
                cost = before.get(s.start, NEVER) + s.cost + after.get(self._next[s.end], NEVER)
                if cost < least:
                    least, rival = cost, k
        margin = min(least - self.least, IMPOSSIBLE)
        return CutCell(chosen.start, chosen.end, margin, rival)
