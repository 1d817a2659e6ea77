"""How far the goals of the periods lead to the year's target: points of (months elapsed, share)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from shishi.matching.counts import Counted, list_counted, pair_counted
from shishi.measures.measure import Basis, Comparator, Kind, Measured
from shishi.records import Field, Record
from shishi.rules.beside import Before, line_up
from shishi.rules.subject import Subject

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Step:
    """A goal for the end of a month: how much of the year's target it asks for, 1 being all."""

    month: int
    share: Fraction
    goal: Counted
    target: Counted


def list_steps(subject: Subject) -> Mapping[int, tuple[Step, ...]]:
    """List the cumulative goals of every record by month, of this page and of all others of its list.

    Only goals that say 累计, or that are a level, are steps towards the target; a month's own number is not.
    """
    page, beside = subject.page, subject.beside
    others = line_up(page, beside.goals, rulebook=subject.rulebook)
    found = {}
    for record in page.records:
        own = Before(page, record, subject.measured_of(record))
        steps: dict[int, Step] = {}
        earlier = subject.history.get(record.order, ())
        for before in (*others.get(record.order, ()), *earlier, own):
            step = _find_step(subject, record, before)
            if step:
                steps[step.month] = step
        found[record.order] = tuple(steps[month] for month in sorted(steps))
    return found


def _find_step(subject: Subject, record: Record, before: Before) -> Step | None:
    plan, ours = before.page.plan, subject.page.plan
    if plan is None or ours is None or plan.year != ours.year or plan.last == MONTHS:
        return None
    targets = [t for t in _list(record, subject.measured_of(record), Field.ITEM) if t.measure.value]
    goals = [
        goal
        for goal in _list(before.record, before.measured, Field.GOAL)
        if goal.measure.basis is Basis.CUMULATIVE or goal.measure.kind is Kind.LEVEL
    ]
    pairs = pair_counted(targets, goals)
    if len(pairs) != 1 or len(targets) != 1:
        return None
    ((target, goal),) = pairs
    return Step(plan.last, goal.size / target.size, goal, target)


def _list(record: Record, measured: Measured, name: Field) -> Iterator[Counted]:
    for number in list_counted(record, measured, name):
        ceiling = number.measure.comparator in (Comparator.AT_MOST, Comparator.LESS)
        if number.measure.kind in (Kind.COUNT, Kind.LEVEL) and not ceiling:
            yield number
