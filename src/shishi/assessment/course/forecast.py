"""Forecast: where a series stands at the year's end if it goes on as it did, and what is needed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from shishi.assessment.course.series import Point, Series
from shishi.assessment.reasons import Reason
from shishi.matching.goals.numbers import is_ceiling
from shishi.measures.measure import Kind
from shishi.measures.units import load_words

_MONTHS = 12
_ALL = Decimal(100)
_TENTH = Decimal("0.1")
_GROWING = frozenset({Kind.COUNT, Kind.MONEY, Kind.WORKS})


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a number of the year leads. `value` is None where nothing can be said; `reasons` say why.

    `pace` is what was added a month so far, rounded; `needed` what must be added a month from now on,
    rounded up, so that it is enough. Both are in the unit of the series. `reached` is the month in which the target is met at that pace, None
    when that is not in this year. `points` is how many reports it rests on.
    """

    series: Series
    reasons: tuple[Reason, ...]
    value: Decimal | None = None
    pace: Decimal | None = None
    needed: Decimal | None = None
    reached: int | None = None
    points: int = 0


def forecast(series: Series) -> Forecast:
    """Forecast the year's end of a series from the pace of its reports, or say why that cannot be done.

    Counts since January need one report: the calendar gives the time. A share of the works needs two,
    since nobody knows when they began. Levels and rates have no pace.

    >>> from shishi.assessment.course.series import draw_series
    >>> from shishi.text.periods import Period
    >>> (bridges,) = draw_series("修桥60座", goals={}, reports={Period(2031, 6, 6): "累计修桥24座。"})
    >>> found = forecast(bridges)
    >>> str(found.value), str(found.pace), str(found.needed)
    ('48', '4.0', '6.0')
    """
    points = _last_of_months(series)
    why = _refuse(series, points)
    if why:
        return Forecast(series, (why,), points=len(points))
    last, pace = points[-1], _pace(points)
    if pace < 0:
        return Forecast(
            series, (Reason("forecast-falls", _facts(series, last)),), points=len(points)
        )
    done, left = last.actual or Decimal(0), _MONTHS - last.period.last
    value = _round(done + pace * left, series)
    missing = series.target - done
    reached = last.period.last + int((missing / pace).to_integral_value(ROUND_UP)) if pace else None
    facts = _facts(series, last) | {
        "pace": _one_place(pace),
        "needed": _one_place(missing / left, up=True),
        "value": value,
        "month": reached,
        "from": str(points[0].period),
        "count": len(points),
    }
    basis = "forecast-between-reports" if len(points) > 1 else "forecast-since-january"
    outcome = "forecast-reaches" if value >= series.target else "forecast-misses"
    return Forecast(
        series,
        (Reason(basis, facts), Reason(outcome, facts)),
        value,
        _one_place(pace),
        _one_place(missing / left, up=True),
        reached if reached is not None and reached <= _MONTHS else None,
        len(points),
    )


def _last_of_months(series: Series) -> list[Point]:
    """Give one point a month: what was reported up to its end."""
    by_month = {point.period.last: point for point in series.reported}
    return [by_month[month] for month in sorted(by_month)]


def _refuse(series: Series, points: list[Point]) -> Reason | None:
    asked = series.asked.text if series.asked else "100%"
    if series.kind not in _GROWING:
        return Reason("forecast-no-pace", {"asked": asked})
    if series.asked is not None and is_ceiling(series.asked):
        return Reason("forecast-ceiling", {"asked": asked})
    if not points:
        return Reason("forecast-no-number", {"asked": asked})
    facts = _facts(series, points[-1])
    if (points[-1].actual or Decimal(0)) >= series.target:
        return Reason("forecast-reached", facts)
    if points[-1].period.last == _MONTHS:
        return Reason("forecast-year-over", facts)
    if series.kind is Kind.WORKS and len(points) < 2:
        return Reason("forecast-one-point", facts)
    return None


def _pace(points: list[Point]) -> Decimal:
    first, last = points[0], points[-1]
    done = last.actual or Decimal(0)
    if len(points) == 1:
        return done / last.period.last
    return (done - (first.actual or Decimal(0))) / (last.period.last - first.period.last)


def _facts(series: Series, last: Point) -> dict[str, object]:
    return {
        "asked": series.asked.text if series.asked else "100%",
        "target": series.target,
        "unit": series.unit,
        "period": str(last.period),
        "months": last.period.last,
        "left": _MONTHS - last.period.last,
        "actual": last.actual,
    }


def _round(value: Decimal, series: Series) -> Decimal:
    """No half bridges, and no more than all of the works."""
    if series.kind is Kind.WORKS:
        return min(value, _ALL).quantize(_TENTH, ROUND_DOWN)
    unit = load_words().units.get(series.unit)
    whole = unit is not None and unit.whole
    return value.quantize(Decimal(1) if whole else _TENTH, ROUND_DOWN)


def _one_place(value: Decimal, *, up: bool = False) -> Decimal:
    return value.quantize(_TENTH, ROUND_UP if up else ROUND_HALF_UP)
