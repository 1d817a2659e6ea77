"""Look ahead: the forecasts of one record, from its page and from earlier pages of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shishi.assessment.course.forecast import Forecast, forecast
from shishi.assessment.course.series import Account, trace
from shishi.matching import Companion, match_companion
from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.numbers import Number, list_numbers
from shishi.measures.measure import Measured
from shishi.records import Field, Page, Record
from shishi.rulebook import Rulebook


def recall(
    page: Page, previous: Sequence[Companion], *, rulebook: Rulebook
) -> Mapping[int, tuple[Account, ...]]:
    """Recall what earlier pages of the same year tell of each record, by its order on this page."""
    recalled: dict[int, tuple[Account, ...]] = {}
    for earlier in previous:
        records = {record.order: record for record in earlier.page.records}
        for match in match_companion(page, earlier, rulebook=rulebook):
            if match.other is not None:
                other = records[match.other]
                measured = earlier.measured.get(other.order, Measured(other.order))
                told = _accounts(earlier.page, other, measured)
                recalled[match.order] = (*recalled.get(match.order, ()), *told)
    return recalled


def look_ahead(
    page: Page, record: Record, measured: Measured, *, earlier: Sequence[Account] = ()
) -> tuple[Forecast, ...]:
    """Forecast each number that an item promises for the year, and its works where their share is told."""
    own = _accounts(page, record, measured)
    year = max((account.period.year for account in own), default=None)
    accounts = [*(one for one in earlier if one.period.year == year), *own]
    promised = _numbers(record, measured, Field.ITEM)
    return tuple(forecast(series) for series in trace(promised, accounts))


def _accounts(page: Page, record: Record, measured: Measured) -> tuple[Account, ...]:
    told = ((page.plan, True, Field.GOAL), (page.report, False, Field.PROGRESS))
    return tuple(
        Account(period, is_goal, _numbers(record, measured, name))
        for period, is_goal, name in told
        if period and record.plain(name)
    )


def _numbers(record: Record, measured: Measured, name: Field) -> tuple[Number, ...]:
    goal = name is not Field.PROGRESS
    return list_numbers(split_topics(record, name, measured.of(name)), goal=goal)
