"""Find quantities through the library, as plain values like those of the exchange format."""

from __future__ import annotations


def find_quantities(text: str) -> list[dict[str, str | None]]:
    """Give value, unit, comparator and upper end of each measure of a sentence."""
    from shishi.measures import find_measures

    return [
        {
            "value": str(measure.value),
            "unit": measure.unit,
            "comparator": measure.comparator.value,
            "high": None if measure.high is None else str(measure.high),
        }
        for measure in find_measures(text)
    ]
