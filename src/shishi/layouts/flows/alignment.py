"""Align the paragraphs of a table without rulings with its columns: the cheapest path wins.

A table that was flattened into paragraphs is read like this: every paragraph stands in some column;
the next one stands in the same cell, in a later column of the same row, or in the next row. Each step
has a cost (see fit), and dynamic programming finds the reading with the lowest sum. The same sums,
run from both ends, tell for each paragraph what the best reading would cost that puts it into another
column. That margin is how sure we are, and what is flagged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import BLANK, COVERED, IMPOSSIBLE, begins_unit, joint, misfit
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.codes import follow_codes
from shishi.records import Field

NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Step:
    """Where one paragraph was put: its column, whether it begins a row, continues a cell, and how sure.

    `margin` is what the best reading with another column would cost more; `rival` is that column.
    """

    column: int
    new_row: bool
    continues: bool
    margin: int
    rival: int | None


@dataclass(frozen=True, slots=True)
class Grain:
    """One paragraph or cell to be placed: its look, the blank lines before it, and whether it is a cell.

    `whole` is True where the source marks the end of the cell (a bar), so that it has no neighbours
    in its cell and blanks are cells of their own.
    """

    look: Look
    gap: int
    whole: bool = False


class _Costs:
    """The costs of one table, looked up by the two passes."""

    def __init__(
        self, grains: Sequence[Grain], columns: Sequence[Column], blank: Sequence[int]
    ) -> None:
        self.grains, self.columns = grains, columns
        self.usual_gap = _usual_gap(grains)
        in_order = follow_codes([g.look.text for g in grains])
        opens = [not a.whole and begins_unit(a.look, b.look) for a, b in pairwise(grains)]
        self.fit = [
            [_fit(g.look, c, in_order=k, begins_unit=o) for c in columns]
            for g, k, o in zip(grains, in_order, [*opens, False], strict=True)
        ]
        covered = [
            min(COVERED.get(c.field, b), b) if c.field else b
            for c, b in zip(columns, blank, strict=True)
        ]
        self._blank_sums = _sums(blank)
        self._covered_sums = _sums(covered)
        fields = [c.field for c in columns]
        self._theme_after_code = {
            i
            for i, f in enumerate(fields)
            if f is Field.THEME
            and Field.CODE in fields[:i]
            and columns[fields.index(Field.CODE)].printed
        }

    def step(self, t: int, start: int, end: int) -> int:
        """The cost of going from grain t-1 in column `start` to grain t in column `end`."""
        if start == end:
            return min(self._same_cell(t, end), self._next_row(t, start, end))
        if start < end:
            skipped = end - start - 1
            blanks = self._blank_sums[end] - self._blank_sums[start + 1]
            breaks_list = 8 * self._goes_on(t)
            return self._blanks(t, blanks, skipped, 0) + self._trace(t, skipped, 0) + breaks_list
        return self._next_row(t, start, end)

    def continues(self, t: int, column: int) -> bool:
        """Whether grain t, in the same column as the one before it, stands in the same cell."""
        return self._same_cell(t, column) <= self._next_row(t, column, column)

    def first(self, column: int) -> int:
        """The cost of beginning the table in a column."""
        return self._blank_sums[column]

    def last(self, column: int) -> int:
        """The cost of ending the table in a column."""
        return self._blank_sums[len(self.columns)] - self._blank_sums[column + 1]

    def _same_cell(self, t: int, column: int) -> int:
        before, after = self.grains[t - 1], self.grains[t]
        if before.whole:
            return NEVER
        return joint(
            before.look, after.look, column=self.columns[column], gap=after.gap - self.usual_gap + 1
        )

    def _next_row(self, t: int, start: int, end: int) -> int:
        blanks = self.last(start)
        covered = self._covered_sums[end] + 6 * (end in self._theme_after_code)
        trailing = len(self.columns) - start - 1
        cost = blanks + covered + 8 * self._goes_on(t)
        return self._blanks(t, cost, trailing, end) + self._trace(t, trailing, end)

    def _goes_on(self, t: int) -> bool:
        """Whether grain t carries on the numbered list of the grain before it: 2. after 1."""
        before, after = self.grains[t - 1].look, self.grains[t].look
        return (
            after.number_mark > 1
            and after.number_mark == before.number_mark + 1
            and after.is_sentence
        )

    def _blanks(self, t: int, cost: int, blanks: int, covered: int) -> int:
        """With bars every blank cell is printed, so one that is not is dearer."""
        return cost + 6 * (blanks + covered) if self.grains[t].whole else cost

    def _trace(self, t: int, blanks: int, covered: int) -> int:
        """Blank lines beyond the usual are the trace of blank cells, of merged ones only sometimes."""
        if self.grains[t].whole:
            return 0
        extra = self.grains[t].gap - self.usual_gap
        if extra in {blanks, blanks + covered}:
            return 0
        if extra <= 0:
            return 1
        return 1 if blanks + covered else 2


def _fit(look: Look, column: Column, *, in_order: bool, begins_unit: bool) -> int:
    cost = misfit(look, column)
    if begins_unit and column.field in {Field.LEAD_UNITS, Field.SUPPORT_UNITS}:
        return min(cost, 1)
    return cost + (8 if column.field is Field.CODE and look.is_code and not in_order else 0)


def _sums(costs: Sequence[int]) -> list[int]:
    sums = [0]
    for cost in costs:
        sums.append(sums[-1] + cost)
    return sums


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cheapest reading: one Step a grain, in order, and what it costs."""

    steps: tuple[Step, ...]
    cost: int


def align(grains: Sequence[Grain], columns: Sequence[Column]) -> Alignment:
    """Place each grain in a column.

    >>> from shishi.layouts.flows.looks import look_at
    >>> from shishi.records import Field
    >>> words = "1 新建绿道5公里。 区水务局 2 改造道路3条。 区住建局 柳湖街道".split()
    >>> table = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS)]
    >>> steps = align([Grain(look_at(w, frozenset()), 1) for w in words], table).steps
    >>> [s.column for s in steps], [s.new_row for s in steps].count(True)
    ([0, 1, 2, 0, 1, 2, 3], 2)
    """
    if not grains:
        return Alignment((), 0)
    blank = [BLANK[c.field] for c in columns]
    first = _cheapest(_Costs(grains, columns, blank))
    usual = _as_usual_here(blank, first.steps)
    return Alignment(_cheapest(_Costs(grains, columns, usual)).steps, first.cost)


def _as_usual_here(blank: Sequence[int], steps: Sequence[Step]) -> list[int]:
    """Make blanks dearer in columns that this table never leaves blank, cheaper where it often does."""
    rows = max(1, sum(s.new_row for s in steps))
    filled = Counter(s.column for s in steps if not s.continues)
    usual = []
    for column, cost in enumerate(blank):
        missing = rows - filled[column]
        if rows >= 4 and missing <= 0:
            cost += 4
        elif 3 * missing > rows:
            cost = min(cost, 3)
        usual.append(cost)
    return usual


def _cheapest(costs: _Costs) -> Alignment:
    width = range(len(costs.columns))
    ahead = _forward(costs, width)
    behind = _backward(costs, width)
    steps: list[Step] = []
    column = min(width, key=lambda c: ahead[-1][c] + behind[-1][c])
    path = [column]
    for t in range(len(costs.grains) - 1, 0, -1):
        column = min(width, key=lambda c: ahead[t - 1][c] + costs.step(t, c, path[-1]))
        path.append(column)
    path.reverse()
    for t, column in enumerate(path):
        through = [ahead[t][c] + behind[t][c] for c in width]
        rivals = sorted((through[c], c) for c in width if c != column)
        margin = rivals[0][0] - through[column] if rivals else IMPOSSIBLE
        same = t > 0 and path[t - 1] == column
        continues = same and costs.continues(t, column)
        new_row = t == 0 or (path[t - 1] >= column and not continues)
        steps.append(Step(column, new_row, continues, margin, rivals[0][1] if rivals else None))
    return Alignment(tuple(steps), min(ahead[-1][c] + behind[-1][c] for c in width))


def _usual_gap(grains: Sequence[Grain]) -> int:
    gaps = sorted(g.gap for g in grains[1:])
    return gaps[len(gaps) // 2] if gaps else 0


def _forward(costs: _Costs, width: range) -> list[list[int]]:
    sums = [[costs.first(c) + costs.fit[0][c] for c in width]]
    for t in range(1, len(costs.grains)):
        before = sums[-1]
        sums.append(
            [costs.fit[t][c] + min(before[b] + costs.step(t, b, c) for b in width) for c in width]
        )
    return sums


def _backward(costs: _Costs, width: range) -> list[list[int]]:
    sums = [[costs.last(c) for c in width]]
    for t in range(len(costs.grains) - 1, 0, -1):
        after = sums[-1]
        sums.append(
            [min(costs.step(t, b, c) + costs.fit[t][c] + after[c] for c in width) for b in width]
        )
    sums.reverse()
    return sums
