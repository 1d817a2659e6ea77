"""What was judged, in the exchange format: assessments with their links and forecasts, and changes."""

from __future__ import annotations

from decimal import Decimal

from shishi.assessment import Assessment, Change, Forecast, Link, Point, Reason, say
from shishi.measures.measure import Measure
from shishi.writers.values import (
    decimal_string,
    measure_to_exchange,
    milestone_to_exchange,
    plain_value,
)


def assessment_to_exchange(assessment: Assessment, language: str) -> dict[str, object]:
    """Put an assessment into the exchange format, its reasons said in `language`."""
    return {
        "order": assessment.order,
        "status": assessment.status.value,
        "word": assessment.word,
        "claimed": assessment.claimed or None,
        "reasons": [_reason(reason, language) for reason in assessment.reasons],
        "used": [
            measure_to_exchange(u) if isinstance(u, Measure) else milestone_to_exchange(u)
            for u in assessment.used
        ],
        "rulebook": assessment.rulebook,
        "links": [_link(link, language) for link in assessment.links],
        "forecasts": [_forecast(one, language) for one in assessment.forecasts],
    }


def _link(link: Link, language: str) -> dict[str, object]:
    return {
        "field": link.field.value,
        "asked": measure_to_exchange(link.asked) if link.asked else None,
        "step": link.step or None,
        "by": link.by.value,
        "answer": measure_to_exchange(link.answer) if link.answer else None,
        "answer_step": link.answer_step or None,
        "reason": _reason(link.reason, language),
    }


def _reason(reason: Reason, language: str) -> dict[str, object]:
    facts = plain_value(reason.facts)
    return {"code": reason.code, "facts": facts, "message": say(reason, language)}


def change_to_exchange(change: Change, language: str) -> dict[str, object]:
    """Put what changed in a record since the page before into the exchange format."""
    return {
        "order": change.order,
        "previous": change.previous,
        "grounds": [ground.value for ground in change.grounds],
        "reasons": [_reason(reason, language) for reason in change.reasons],
    }


def _forecast(forecast: Forecast, language: str) -> dict[str, object]:
    series = forecast.series
    return {
        "asked": measure_to_exchange(series.asked) if series.asked else None,
        "target": decimal_string(series.target),
        "unit": series.unit,
        "kind": series.kind.value,
        "points": [_point(point, language) for point in series.points],
        "value": _number(forecast.value),
        "pace": _number(forecast.pace),
        "needed": _number(forecast.needed),
        "reached": forecast.reached,
        "reasons": [_reason(reason, language) for reason in forecast.reasons],
    }


def _point(point: Point, language: str) -> dict[str, object]:
    return {
        "period": str(point.period),
        "planned": _number(point.planned),
        "actual": _number(point.actual),
        "reasons": [_reason(reason, language) for reason in point.reasons],
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else decimal_string(value)
