"""A share of the works (总工程量的60%) counts from their start, whatever month it is printed for."""

from __future__ import annotations

from shishi.assessment.kinds import level
from shishi.assessment.pairs import Pair
from shishi.matching.goals.numbers import Number
from shishi.rulebook import Bands


def compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    """Compare a share of the works with the share that is done."""
    return level.compare(goal, answer, bands=bands, whole_year=whole_year)
