"""Find quantities through the library, as plain values like those of the exchange format."""

from __future__ import annotations

from shishi.measures import find_measures


def find_quantities(text: str) -> list[dict[str, object]]:
    """Give value, unit, comparator, upper end and whether it is derived, for each measure of a sentence."""
    return [
        {
            "value": str(measure.value),
            "unit": measure.unit,
            "comparator": measure.comparator.value,
            "derived": measure.derived,
            "high": None if measure.high is None else str(measure.high),
        }
        for measure in find_measures(text)
    ]
