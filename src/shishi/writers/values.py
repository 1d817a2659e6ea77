"""Values of the exchange format: numbers, facts, measures, milestones as plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from shishi.measures.measure import Measure, Milestone


def decimal_string(value: Decimal) -> str:
    """Write a number in plain digits: no exponent, no idle zeros after the point.

    >>> decimal_string(Decimal("1.50E+4")), decimal_string(Decimal("65.0")), decimal_string(Decimal("0.50"))
    ('15000', '65', '0.5')
    """
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def plain_value(value: object) -> object:
    """Turn a fact into what JSON can hold; numbers that are Decimal and dates become strings.

    >>> plain_value({"sums": (Decimal("1.50"), 2)})
    {'sums': ['1.5', 2]}
    """
    if isinstance(value, Mapping):
        return {str(name): plain_value(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_value(inner) for inner in value]
    if isinstance(value, (set, frozenset)):
        return sorted(str(inner) for inner in value)
    if isinstance(value, Decimal):
        return decimal_string(value)
    return value if value is None or type(value) in (bool, int, str) else str(value)


def spelt(value: object) -> str | None:
    """Write a period or a day; None stays None."""
    return None if value is None else str(value)


def measure_to_exchange(measure: Measure) -> dict[str, object]:
    """Put a measure into the exchange format."""
    return {
        "field": measure.field.value if measure.field else None,
        "action": measure.action or None,
        "object": measure.object or None,
        "value": decimal_string(measure.value),
        "high": decimal_string(measure.high) if measure.high is not None else None,
        "unit": measure.unit,
        "comparator": measure.comparator.value,
        "kind": measure.kind.value,
        "basis": measure.basis.value,
        "derived": measure.derived,
        "sure": measure.sure,
        "span": list(measure.span),
        "text": measure.text,
    }


def milestone_to_exchange(milestone: Milestone) -> dict[str, object]:
    """Put a milestone into the exchange format."""
    return {
        "field": milestone.field.value if milestone.field else None,
        "event": milestone.event,
        "period": spelt(milestone.period),
        "comparator": milestone.comparator.value,
        "done": milestone.done,
        "span": list(milestone.span),
        "text": milestone.text,
    }
