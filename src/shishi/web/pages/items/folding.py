"""What of a long history and of many goals is open at first; the rest is folded."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.text.periods import Period
from shishi.web.projects.queries.items import GoalShown

OPEN = 6
"""How many periods of a history are open: half a year of months."""

FEW = 3
"""This many goals need no folding."""


def fold_goals(
    goals: Sequence[GoalShown], period: str
) -> tuple[tuple[GoalShown, ...], tuple[GoalShown, ...]]:
    """Part goals into those of the whole year, of a period and of the next, and the rest.

    Both parts are in order: the longest first, of one length the earliest. Where all are over by then,
    the last ones stay open.
    """
    ordered = tuple(sorted(goals, key=_place))
    if len(ordered) <= FEW:
        return ordered, ()
    now = Period.parse(period)
    parts = [goal for goal in ordered if _months(goal) < 12]
    ahead = [g for g in parts if Period.parse(g.period).end >= now.start]
    ahead.sort(key=lambda goal: (Period.parse(goal.period).end, _months(goal)))
    near = ahead[:2] or parts[-2:]
    shown = tuple(goal for goal in ordered if _months(goal) == 12 or goal in near)
    return shown, tuple(goal for goal in ordered if goal not in shown)


def _months(goal: GoalShown) -> int:
    period = Period.parse(goal.period)
    return period.last - period.first + 1


def _place(goal: GoalShown) -> tuple[int, int, int]:
    period = Period.parse(goal.period)
    return -_months(goal), period.year, period.first
