"""Say whether a goal is due: a shortfall is only behind once its time is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import Clause
from shishi.records import Page
from shishi.text.periods import Period

_DUE = {"goal-for-report": True, "goal-not-due": False}


@dataclass(frozen=True, slots=True)
class Timing:
    """What the calendar says of a page: the day that the progress is of, and whether goals are due.

    `due` is None where nobody can say. `elapsed` counts the months of the year that are over, None
    where the goals are not for the whole year.
    """

    as_of: date
    due: bool | None
    whole_year: bool
    reason: Reason
    grace: timedelta = timedelta()
    elapsed: int | None = None

    def is_due(self, clauses: Iterable[Clause]) -> bool | None:
        """Say whether what clauses of a goal ask for is due, None where nobody can say.

        What names its own time (6月底前) keeps to that.
        """
        periods = [m.period for c in clauses for m in c.milestones if m.period]
        if not periods:
            return self.due
        return max(period.end for period in periods) + self.grace <= self.as_of

    def for_year(self) -> Timing:
        """Give the same day for goals of the whole year, of which only the months tell what is due."""
        return replace(self, due=False, whole_year=True, elapsed=_count_months(self.as_of))


def time_page(page: Page, *, on: date, grace_days: int = 0) -> Timing:
    """Find out what a page's goals and reports cover, as seen on a day.

    A report tells of the time up to its last day, or up to `on` where that comes first. Without a
    period of the report, it tells of the time up to `on`.
    """
    plan, report = page.plan, page.report
    as_of = min(report.end, on) if report else on
    facts = {"plan": str(plan), "report": str(report or on)}
    code = "goal-for-report"
    if plan is None:
        code = "goal-period-unknown"
    elif report and plan.end > report.end:
        code = "goal-period-longer"
    elif plan.end > as_of:
        code = "goal-not-due"
    return Timing(
        as_of=as_of,
        due=_DUE.get(code),
        whole_year=plan is not None and plan.first == 1,
        reason=Reason(code, facts),
        grace=timedelta(days=grace_days),
        elapsed=_count_months(as_of) if _is_year_of(plan, as_of) else None,
    )


def _is_year_of(plan: Period | None, day: date) -> bool:
    return plan is not None and (plan.first, plan.last, plan.year) == (1, 12, day.year)


def _count_months(day: date) -> int:
    """Count the months of the year that are over on a day, its last day included."""
    return day.month - 1 + (day == Period(day.year, day.month, day.month).end)
