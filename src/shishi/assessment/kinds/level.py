"""A level (达到110张) is reached or not; since when it counts makes no difference.

What is not to be passed (控制在300件以内) is kept as long as the number stays below.
"""

from __future__ import annotations

from decimal import Decimal

from shishi.assessment.pairs import Pair, Relation, reaches, share_of
from shishi.matching.goals.numbers import Number, is_ceiling
from shishi.measures.measure import Comparator, Measure
from shishi.rulebook import Bands


def compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    """Compare a level with the level that was reached."""
    share = share_reached(goal.measure, answer.measure)
    return Pair(goal, answer, judge_share(goal.measure, share, bands), share)


def share_reached(goal: Measure, answer: Measure) -> Decimal:
    """Give what was reached of a goal; of one that is not to be passed, how far it was kept."""
    return share_of(answer, goal) if is_ceiling(goal) else share_of(goal, answer)


def judge_share(goal: Measure, share: Decimal, bands: Bands) -> Relation:
    """Say whether a share of a goal meets it."""
    if reaches(share, bands.on_schedule_from, bands):
        return Relation.MET
    # 约44% is not missed by 41.6%.
    near = goal.comparator is Comparator.ABOUT and reaches(share, bands.about_from, bands)
    return Relation.ABOUT if near else Relation.SHORT
