"""A rate (标准化率65%) is a level in per cent or per head; rates of different things never meet."""

from __future__ import annotations

from shishi.assessment.kinds import level
from shishi.assessment.pairs import Pair
from shishi.matching.goals.numbers import Number
from shishi.rulebook import Bands


def compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    """Compare a rate with the rate that was reached."""
    return level.compare(goal, answer, bands=bands, whole_year=whole_year)
