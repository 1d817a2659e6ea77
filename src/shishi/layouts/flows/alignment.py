"""Align the paragraphs of a table without rulings with its columns: the cheapest path wins.

A table that was flattened into paragraphs is read like this: every paragraph stands in some column;
the next one stands in the same cell, in a later column of the same row, or in the next row. Each step
has a cost (see fit and prices), and dynamic programming finds the reading with the lowest sum. The
same sums, run from both ends, tell for each paragraph what the best reading would cost that puts it
into another column, or on the other side of a cell's end. That margin is how sure we are, and what is
flagged.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import product
from operator import add

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.habits import Habits, Lines, Step, Traces, habits_of, leaves_traces, usual
from shishi.layouts.flows.joints import closing_marks
from shishi.layouts.flows.learnt.anew import doubt_joined_themes
from shishi.layouts.flows.learnt.heads import join_heads
from shishi.layouts.flows.lone.lost import doubt_lost_lists, printed_blanks
from shishi.layouts.flows.lone.units import (
    doubt_lone_lists,
    doubt_lone_rows,
    doubt_odd_supporters,
    doubt_pairs,
)
from shishi.layouts.flows.prices import NEVER, Evidence, Prices
from shishi.records import Field

_HABIT = 1
_CLEARLY = 4
"""By so much must a reading be cheaper in which codes number the themes."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cheapest reading: one Step a grain, in order, and what it costs."""

    steps: tuple[Step, ...]
    cost: int


def price(evidence: Evidence, columns: Sequence[Column]) -> int:
    """Give what the cheapest reading costs, to tell better columns from worse."""
    if not evidence.grains:
        return 0
    prices = Prices(evidence, columns, usual(columns))
    return min(a + b for a, b in zip(_forward(prices)[-1], prices.last, strict=True))


def align(evidence: Evidence, columns: Sequence[Column]) -> Alignment:
    """Place each grain in a column: once with the usual habits, then with this table's own.

    >>> from shishi.layouts.flows.looks import look_at
    >>> from shishi.layouts.flows.prices import Grain
    >>> from shishi.records import Field
    >>> words = "1 新建绿道5公里。 区水务局 2 改造道路3条。 区住建局 柳湖街道".split()
    >>> table = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS)]
    >>> grains = Evidence([Grain(look_at(w, frozenset()), 1) for w in words])
    >>> steps = align(grains, table).steps
    >>> [s.column for s in steps], [s.new_row for s in steps].count(True)
    ([0, 1, 2, 0, 1, 2, 3], 2)
    """
    if not evidence.grains:
        return Alignment((), 0)
    looks = [g.look for g in evidence.grains]
    first, own_items = _first_reading(evidence, columns)
    parted = [not s.continues for s in first.steps[1:]]
    if not evidence.grains[0].whole and (marks := closing_marks(looks, parted)):
        evidence = evidence.ended_by(marks)
        first, own_items = _first_reading(evidence, columns)
    evidence, habits = _learn(evidence, columns, first, own_items=own_items)
    read = _Path(Prices(evidence, columns, habits)).weigh()
    whole = evidence.grains[0].whole
    if not whole:
        read = replace(read, steps=join_heads(read.steps, looks, columns))
    if habits.traces is Traces.UNSURE:
        read = _tempered(read, first, habits.repeated)
        if not whole:
            steps = doubt_lone_lists(read.steps, looks, columns)
            read = replace(read, steps=doubt_odd_supporters(steps, looks, columns))
    if habits.traces is not Traces.ALL:
        gaps = None if whole else evidence.extra_gaps
        printed = printed_blanks(read.steps, looks, columns, extra_gaps=gaps)
        read = replace(read, steps=doubt_lost_lists(read.steps, looks, columns, blanks=printed))
    if not whole:
        read = replace(read, steps=doubt_joined_themes(read.steps, looks, columns))
    apart = whole or any(evidence.tight)
    if habits.traces is not Traces.ALL and not apart:
        read = replace(read, steps=doubt_lone_rows(read.steps, looks, columns))
    if habits.lines is Lines.EACH and not apart:
        read = replace(read, steps=doubt_pairs(read.steps, looks, columns))
    return read


def _first_reading(evidence: Evidence, columns: Sequence[Column]) -> tuple[Alignment, bool]:
    """Read a table with the usual habits, and say whether each row under a code has an item of its own there."""
    first = _Path(Prices(evidence, columns, usual(columns))).weigh()
    if not {Field.CODE, Field.ITEM} <= {c.field for c in columns}:
        return first, False
    themed = _Path(Prices(evidence, columns, usual(columns, own_items=True))).weigh()
    return (themed, True) if themed.cost + _CLEARLY <= first.cost else (first, False)


def _learn(
    evidence: Evidence, columns: Sequence[Column], first: Alignment, *, own_items: bool
) -> tuple[Evidence, Habits]:
    """Learn a table's habits from its first reading, or from one that supposes that blank cells leave traces.

    That one is believed where nearly all blanks left theirs and the cells fit nearly as well.
    """
    looks = [g.look for g in evidence.grains]
    for told, traces in product(evidence.by_gaps(), (Traces.ALL, Traces.BLANKS)):
        supposed = replace(usual(columns, own_items=own_items), traces=traces)
        read = _Path(Prices(told, columns, supposed)).weigh()
        gaps = told.extra_gaps
        left = leaves_traces(columns, looks, read.steps, traces=traces, extra_gaps=gaps)
        if left and read.cost <= first.cost + left:
            return told, habits_of(columns, looks, read.steps, traces=traces, own_items=own_items)
    return evidence, habits_of(columns, looks, first.steps, own_items=own_items)


def _tempered(second: Alignment, first: Alignment, repeated: Set[int]) -> Alignment:
    """Let habits settle a doubt only so far, for they were learnt from the doubtful reading itself.

    Words that stand for sure in other rows settle it.
    """
    steps = tuple(
        replace(b, margin=min(b.margin, a.margin + _HABIT))
        if a.column == b.column and t not in repeated
        else b
        for t, (b, a) in enumerate(zip(second.steps, first.steps, strict=True))
    )
    return replace(second, steps=steps)


def _forward(prices: Prices) -> list[list[int]]:
    """Give for each grain and state the cost of the cheapest way there, the grain included."""
    fits, joints = prices.fits, prices.joints
    sums = [list(map(add, prices.first, fits[0]))]
    for t in range(1, len(fits)):
        before = sums[-1]
        steps = [min(map(add, before, into)) for into in prices.steps(t).into]
        best = map(min, steps, map(add, before, joints[t]))
        sums.append(list(map(add, best, fits[t])))
    return sums


def _backward(prices: Prices) -> list[list[int]]:
    """Give for each grain and state the cost of the cheapest way on from there to the end."""
    fits, joints = prices.fits, prices.joints
    sums = [prices.last]
    for t in range(len(fits) - 1, 0, -1):
        after = list(map(add, fits[t], sums[-1]))
        steps = [min(map(add, after, out_of)) for out_of in prices.steps(t).out_of]
        sums.append(list(map(min, steps, map(add, after, joints[t]))))
    sums.reverse()
    return sums


class _Path:
    """The cheapest way through one table: the states it goes through, and how it got into each.

    A link is (begins a row, joined with the grain before it in one cell).
    """

    def __init__(self, prices: Prices) -> None:
        self._prices = prices
        self._joints = prices.joints
        self._ahead = _forward(prices)
        self._states = [_lowest(list(map(add, self._ahead[-1], prices.last)))]
        self.links: list[tuple[bool, bool]] = []
        for t in range(len(self._ahead) - 1, 0, -1):
            self._go_back(t)
        self.links = [(True, False), *self.links[::-1]]
        self._states.reverse()
        self.columns = [prices.states[s].column for s in self._states]

    def _go_back(self, t: int) -> None:
        here, before = self._states[-1], self._ahead[t - 1]
        steps = list(map(add, before, self._prices.steps(t).into[here]))
        parted = _lowest(steps)
        joined = before[here] + self._joints[t][here] <= steps[parted]
        there = here if joined else parted
        states, own = self._prices.states, self._prices.evidence.grains[t]
        back = states[there].column >= states[here].column
        self.links.append((not joined and (back or own.begins), joined))
        self._states.append(there)

    def weigh(self) -> Alignment:
        """Say of each step how much dearer the next-best reading is."""
        behind = _backward(self._prices)
        steps = []
        for t, column in enumerate(self.columns):
            through = self._prices.by_column(map(add, self._ahead[t], behind[t]))
            begins, joined = self.links[t]
            rivals = [(cost, c) for c, cost in enumerate(through) if c != column]
            if t and self.columns[t - 1] == column:
                rivals.append((self._other_link(t, joined, behind[t]), column))
            cost, rival = min(rivals, default=(NEVER, None))
            margin = min(cost - through[column], IMPOSSIBLE)
            steps.append(Step(column, begins, joined, margin, rival))
        ends = zip(self._ahead[-1], self._prices.last, strict=True)
        return Alignment(tuple(steps), min(a + b for a, b in ends))

    def _other_link(self, t: int, joined: bool, behind: Sequence[int]) -> int:
        """Give the cost of the best way on which two grains of one column are parted, or joined."""
        prices, column, fits = self._prices, self.columns[t], self._prices.fits[t]
        same = [i for i, s in enumerate(prices.states) if s.column == column]
        if joined:
            new = prices.row_begins(column)
            into = prices.steps(t).into[new]
            return min(self._ahead[t - 1][i] + into[i] for i in same) + fits[new] + behind[new]
        return min(self._ahead[t - 1][i] + self._joints[t][i] + fits[i] + behind[i] for i in same)


def _lowest(costs: Sequence[int]) -> int:
    return min(range(len(costs)), key=costs.__getitem__)
