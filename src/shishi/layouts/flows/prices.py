"""What a step costs on the way of the paragraphs through the columns: blanks, merged cells, joints.

A state of the way is a column, seen from a row that has its own code or from one that goes on under
the code of the row above. In a row of the second kind an item or a goal that is missing most likely
stands in a merged cell above, so that it costs less to be without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import add

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import IMPOSSIBLE, UNITS
from shishi.layouts.flows.habits import Habits, Lines, Traces, cells_before
from shishi.layouts.flows.joints import begins_unit, joint, leaving
from shishi.layouts.flows.learnt.anew import Beginnings
from shishi.layouts.flows.learnt.marked import Marked
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.codes import follow_codes
from shishi.records import Field

NEVER = 10**9
_TIGHT = 16
"""Where blank lines part the cells, two lines without one between them are one cell."""
_LINED = 10
"""Where single line ends part the lines of a cell, blank lines do not."""
_FEW_GAPS = 2
_PRINTED_BLANK = 6
_ODD, _NO_BLANK, _SELDOM_WIDE = 2, 8, 6
"""Blank lines without a blank cell are odd, and most so where less than one paragraph in so many has them."""
_UNTRACED = 12
_TRACED_JOINT = 4
"""Where blanks leave traces, a paragraph too many is told by them."""
_THEME_AFTER_CODE = 6
_CODE_OUT_OF_ORDER = 8
_NEXT_CODE = 10
_NO_CODES = frozenset({Field.INVESTMENT, Field.PERCENT, Field.REMARK, None})
"""Where the next code in order stands only by chance."""
_BY_LINE = 3
_ONE_LINE = 4
"""Where all lists of units stand in one paragraph, two of them are hardly one cell."""


@dataclass(frozen=True, slots=True)
class Grain:
    """One paragraph or cell to be placed: its look, the blank lines before it, and whether it is a cell.

    `whole` is True where the source marks the end of the cell (a bar), so that it has no neighbours
    in its cell and blanks are cells of their own. `begins`: a row begins here, for a heading stands before.
    """

    look: Look
    gap: int
    whole: bool = False
    begins: bool = False
    lined: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A column, and whether the row it stands in goes on under the code of an earlier row."""

    column: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class _Costs:
    """What a step costs beside the cells it leaves out: see Grain, and `extra` blank lines before it."""

    extra: int = 0
    leaving: int = 0
    whole: bool = False
    begins: bool = False


class Evidence:
    """What can be said of the grains of one table before its columns are settled."""

    def __init__(self, grains: Sequence[Grain]) -> None:
        self.grains = grains
        gaps = sorted(g.gap for g in grains[1:])
        usual = gaps[len(gaps) // 2] if gaps else 0
        self.extra_gaps = [g.gap - usual for g in grains]
        extra = sum(gap > 0 for gap in self.extra_gaps)
        self.seldom_wide = _SELDOM_WIDE * extra <= len(grains)
        self.tight = [usual > 0 and not g.whole and g.gap == 0 for g in grains]
        self._in_order = follow_codes([g.look.text for g in grains])
        self._beginnings = Beginnings([g.look for g in grains])
        self.marked = Marked([g.look for g in grains])
        self._opens_unit = [
            *(
                not (a.whole or b.begins) and begins_unit(a.look, b.look)
                for a, b in pairwise(grains)
            ),
            False,
        ]
        self._ends: frozenset[str] = frozenset()
        self.leaving = self._leaving()
        self._fits: dict[tuple[Column, bool], list[int]] = {}
        self._joints: dict[tuple[Column, Lines | None], list[int]] = {}

    def _leaving(self) -> list[int]:
        left = leaving([g.look for g in self.grains], ends=self._ends)
        costs = [c + _TIGHT * tight for c, tight in zip([0, *left], self.tight, strict=False)]
        for cell in self.marked.cells:  # such a mark counts rows, and not what stands in one cell
            costs[cell] = 0
        return costs

    def ended_by(self, marks: frozenset[str]) -> Evidence:
        """Give the evidence in a table whose cells end with these marks, though they leave sentences open."""
        told = copy(self)
        told._ends, told._joints = marks, {}
        told.leaving = told._leaving()
        return told

    def by_gaps(self) -> Iterator[Evidence]:
        """Yield the evidence in the ways that blank lines may tell of blank cells: two lines a cell, or one."""
        more = [gap for gap in self.extra_gaps[1:] if gap > 0]
        if len(more) >= _FEW_GAPS and not self.grains[0].whole:
            if not any(gap % 2 for gap in more):
                halved = copy(self)
                halved.extra_gaps = [gap // 2 if gap > 0 else gap for gap in self.extra_gaps]
                halved._joints = {}
                yield halved
            yield self

    def fits(self, column: Column, *, coded: bool) -> list[int]:
        """Give what it costs each grain to stand in a column of a table with codes, or without."""
        if (column, coded) not in self._fits:
            told = zip(self.grains, self._in_order, self._opens_unit, strict=True)
            costs = [_fit(g.look, column, in_order=k, opens=o) for g, k, o in told]
            if coded:
                costs = list(map(add, costs, self._beginnings.misfits(column)))
            if coded and column.field in _NO_CODES:
                costs = [c + _NEXT_CODE * k for c, k in zip(costs, self._in_order, strict=True)]
            self._fits[column, coded] = costs
        return self._fits[column, coded]

    def joints(self, column: Column, *, lines: Lines | None) -> list[int]:
        """Give what it costs each grain to stand in the same cell as the one before it.

        `lines`: on which lines this table prints the units of a cell.
        """
        lines = lines if column.field in UNITS else None
        if (column, lines) not in self._joints:
            inner = [
                NEVER
                if a.whole or b.begins
                else joint(a.look, b.look, column=column, gap=extra + 1, ends=self._ends)
                + _LINED * b.lined
                for (a, b), extra in zip(pairwise(self.grains), self.extra_gaps[1:], strict=True)
            ]
            told = zip(inner, self.tight[1:], strict=True)
            inner = [0 if tight and cost < IMPOSSIBLE else cost for cost, tight in told]
            if lines:
                before = (g.look for g in self.grains[:-1])
                inner = [
                    _lined(look, cost, lines) if cost < NEVER else cost
                    for look, cost in zip(before, inner, strict=True)
                ]
            for cell in self.marked.cells:
                inner[cell - 1] = NEVER
            self._joints[column, lines] = [NEVER, *inner]
        return self._joints[column, lines]


def _fit(look: Look, column: Column, *, in_order: bool, opens: bool) -> int:
    cost = misfit(look, column)
    if opens and column.field in UNITS:
        return min(cost, 1)
    odd = column.field is Field.CODE and look.is_code and not in_order
    return cost + _CODE_OUT_OF_ORDER * odd


def _lined(before: Look, joint: int, lines: Lines) -> int:
    """Give the cost of a joint of units in a table that prints them on one line, or each on its own."""
    if lines is Lines.EACH:
        return max(0, joint - _BY_LINE)
    return joint + _ONE_LINE * (before.units == 100 and not before.unfinished_units)


@dataclass(frozen=True, slots=True)
class StepTable:
    """The costs of all steps of one kind: `into[to][of]` and, turned round, `out_of[of][to]`."""

    into: Sequence[Sequence[int]]
    out_of: Sequence[Sequence[int]]


class Prices:
    """The costs of the steps through one table's columns, made once for each kind of step."""

    def __init__(self, evidence: Evidence, columns: Sequence[Column], habits: Habits) -> None:
        self.evidence, self.columns, self.habits = evidence, columns, habits
        self.width = len(columns)
        fields = [c.field for c in columns]
        self._code = fields.index(Field.CODE) if Field.CODE in fields else None
        self._theme = fields.index(Field.THEME) if Field.THEME in fields else self.width
        self._cells = cells_before(columns)
        self.states = self._list_states()
        self.number_of = {state: i for i, state in enumerate(self.states)}
        self._own_sums, self._covered_sums = _sums(habits.blank), _sums(habits.merging.covered)
        self._tables: dict[tuple[int, int, bool, bool], StepTable] = {}

    def _list_states(self) -> list[State]:
        own = [State(c, goes_on=False) for c in range(self.width)]
        after = range(self.width if self._code is None else self._code + 1, self.width)
        return own + [State(c, goes_on=True) for c in after]

    @cached_property
    def fits(self) -> list[list[int]]:
        """For each grain what it costs in each state."""
        by_column = [self.evidence.fits(c, coded=self._code is not None) for c in self.columns]
        for column in range(self.width if self.evidence.marked.cells else 0):
            by_column[column] = list(by_column[column])  # the evidence is of other columns, too
            for grain, cost in self.evidence.marked.misfits(column, self._code):
                by_column[column][grain] += cost
        if self.habits.unlike:
            told = zip(by_column, self.habits.unlike, strict=True)
            by_column = [list(map(add, costs, unlike)) for costs, unlike in told]
        going_on = [
            [cost + own for cost in costs] if own else costs
            for costs, own in zip(by_column, self.habits.merging.own, strict=True)
        ]
        of_states = ((going_on if s.goes_on else by_column)[s.column] for s in self.states)
        return list(map(list, zip(*of_states, strict=True)))

    @cached_property
    def joints(self) -> list[list[int]]:
        """For each grain what it costs in each state to share the cell of the one before it."""
        by_column = [self.evidence.joints(c, lines=self.habits.lines) for c in self.columns]
        if self.habits.traces is Traces.UNSURE:
            of_states = [by_column[s.column] for s in self.states]
        else:
            of_states = [self._traced_joints(by_column[s.column], s) for s in self.states]
        return list(map(list, zip(*of_states, strict=True)))

    def _traced_joints(self, joints: Sequence[int], state: State) -> list[int]:
        """Give the joints of a state where blanks leave traces; those of rows that go on may be merged cells, which leave none."""
        untold = state.goes_on and self.habits.traces is Traces.BLANKS
        most = IMPOSSIBLE if untold else _TRACED_JOINT
        told = zip(joints, self.evidence.extra_gaps, strict=True)
        return [_traced(joint, extra, most=most) for joint, extra in told]

    @cached_property
    def first(self) -> list[int]:
        """The cost of beginning the table in each state."""
        return [
            self._own_sums[s.column] if s == self._beginning(s.column) else NEVER
            for s in self.states
        ]

    @cached_property
    def last(self) -> list[int]:
        """The cost of ending the table, or a row, in each state."""
        return [self._blanks_between(s, s.column + 1, self.width) for s in self.states]

    def covers(self, column: int) -> int:
        """Give the cost of a row that begins in this column: its first cells are merged ones."""
        odd = _THEME_AFTER_CODE * self._is_theme_after_code(column)
        return self._covered_sums[column] + odd

    @cached_property
    def within(self) -> StepTable:
        """The costs of the steps within one row."""
        into = [
            [self._step(a, b, _Costs()) if a.column < b.column else NEVER for a in self.states]
            for b in self.states
        ]
        return StepTable(into, list(map(list, zip(*into, strict=True))))

    def by_column(self, sums: Iterable[int]) -> list[int]:
        """Give the lowest of the costs of each column's states."""
        least = [NEVER] * self.width
        for state, cost in zip(self.states, sums, strict=True):
            least[state.column] = min(least[state.column], cost)
        return least

    def row_begins(self, column: int) -> int:
        """Give the number of the state in which a row begins that begins in this column."""
        return self.number_of[self._beginning(column)]

    def _beginning(self, column: int) -> State:
        return State(column, goes_on=self._code is not None and column > self._code)

    def steps(self, grain: int) -> StepTable:
        """Give the costs of all steps that lead to a grain from the one before it."""
        extra = min(self.evidence.extra_gaps[grain], 2 * self.width + 1)
        own = self.evidence.grains[grain]
        kind = max(extra, 0), self.evidence.leaving[grain], own.whole, own.begins
        if kind not in self._tables:
            extra, leaving, whole, begins = kind
            costs = _Costs(extra, leaving, whole=whole, begins=begins)
            into = [[self._step(a, b, costs) for a in self.states] for b in self.states]
            self._tables[kind] = StepTable(into, list(map(list, zip(*into, strict=True))))
        return self._tables[kind]

    def _step(self, start: State, end: State, costs: _Costs) -> int:
        within = start.goes_on == end.goes_on and start.column < end.column
        if within and not costs.begins:
            skipped, covered = self._cells[end.column] - self._cells[start.column + 1], 0
            cost = self._blanks_between(start, start.column + 1, end.column)
        elif (costs.begins or start.column >= end.column) and end == self._beginning(end.column):
            skipped = self._cells[-1] - self._cells[start.column + 1]
            covered = self._cells[end.column]
            cost = self.last[self.number_of[start]] + self.covers(end.column)
        else:
            return NEVER
        cost += costs.leaving
        if costs.whole:  # with bars every blank cell is printed, so one that is not is dearer
            return cost + _PRINTED_BLANK * (skipped + covered)
        if self.habits.traces is Traces.UNSURE:
            odd = _NO_BLANK if self.evidence.seldom_wide else _ODD
            return cost + _trace(costs.extra, skipped, covered, odd=odd)
        least = most = skipped + covered
        if self.habits.traces is Traces.BLANKS:
            merged = within and start.column < self._theme < end.column
            least, most = 0 if start.goes_on else skipped - merged, skipped
        return cost + _UNTRACED * (not least <= max(costs.extra, 0) <= most)

    def _blanks_between(self, state: State, start: int, end: int) -> int:
        sums = self._covered_sums if state.goes_on else self._own_sums
        return sums[end] - sums[start]

    def _is_theme_after_code(self, column: int) -> bool:
        return (
            self._code is not None
            and column > self._code
            and self.columns[column].field is Field.THEME
            and self.columns[self._code].printed
        )


def _trace(extra: int, blanks: int, covered: int, *, odd: int) -> int:
    """Blank lines beyond the usual are the trace of blank cells, of merged ones only sometimes."""
    if extra in {blanks, blanks + covered}:
        return 0
    if extra <= 0:
        return 1
    return 1 if blanks + covered else odd


def _traced(joint: int, extra: int, *, most: int) -> int:
    """Give the cost of a joint where blanks leave traces: of those there is none within a cell."""
    if joint >= IMPOSSIBLE:
        return joint
    return joint + _UNTRACED if extra > 0 else min(joint, most)


def _sums(costs: Sequence[int]) -> list[int]:
    sums = [0]
    for cost in costs:
        sums.append(sums[-1] + cost)
    return sums
