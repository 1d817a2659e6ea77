"""Which goal a report is held against, and which status an item has in a period."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from shishi.portal.snapshot import PublicItem, PublicReport
from shishi.text.periods import Period

OVER = frozenset({"closed"})
"""After a report of this meaning nothing more is due, so it goes on standing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an item's status is in a period; `report` is of an earlier one where the item was closed."""

    report: PublicReport | None
    earlier: bool = False


def goal_of(item: PublicItem, period: str) -> tuple[str, str]:
    """Give the goal for a period, as (its period, text): its own, or the narrowest around it; or blanks."""
    wanted = period_of(period)
    covering = [
        (around.last - around.first, (spelt, text))
        for spelt, text in item.goals
        for around in (period_of(spelt),)
        if around.year == wanted.year
        and around.first <= wanted.first
        and wanted.last <= around.last
    ]
    return min(covering, default=(0, ("", "")))[1]


def goals_in_order(item: PublicItem) -> tuple[tuple[str, str], ...]:
    """Give an item's goals, as (period, text): the longest periods first, of one length the earliest."""

    def place(goal: tuple[str, str]) -> tuple[int, int, int]:
        period = period_of(goal[0])
        return period.first - period.last, period.year, period.first

    return tuple(sorted(item.goals, key=place))


def standing_in(item: PublicItem, period: str) -> Standing:
    """Give an item's standing in a period: its report of it, or an earlier one that closed the item."""
    last = _last_month(period)
    before = [r for r in item.reports if _last_month(r.period) < last]
    for report in item.reports:
        if report.period == period:
            return Standing(report)
    if before and before[-1].reviewed.means in OVER:
        return Standing(before[-1], earlier=True)
    return Standing(None)


@cache
def period_of(spelt: str) -> Period:
    """Read a period of the exchange format; a site spells the same few ten thousands of times."""
    return Period.parse(spelt)


def is_late(report: PublicReport) -> bool:
    """Say whether a report says that its item is behind, wholly or partly."""
    return report.reviewed.means in ("behind", "partly_behind")


def _last_month(spelt: str) -> tuple[int, int]:
    period = period_of(spelt)
    return period.year, period.last
