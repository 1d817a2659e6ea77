"""A rank (全市前三名) is better the smaller it is."""

from __future__ import annotations

from decimal import Decimal

from shishi.assessment.pairs import Pair, Relation, share_of
from shishi.matching.goals.numbers import Number
from shishi.rulebook import Bands


def compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    """Compare a rank with the rank that was reached; a better one is met and never ahead."""
    share = min(share_of(answer.measure, goal.measure), Decimal(1))
    return Pair(goal, answer, Relation.MET if share == 1 else Relation.SHORT, share)
