"""An increment (新增30个) counts a stretch of time: the period's and the cumulative one are kept apart."""

from __future__ import annotations

from shishi.assessment.kinds.level import judge_share, share_reached
from shishi.assessment.pairs import Pair, Relation, reaches
from shishi.matching.goals.numbers import Number, is_ceiling
from shishi.measures.measure import Basis
from shishi.rulebook import Bands


def compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    """Compare an increment with what was counted, as far as the two stretches of time allow it.

    What was counted since the start is never less than what was counted in the period, so a period's
    goal missed by the cumulative number is missed, and a cumulative goal met by the period's is met.
    """
    share = share_reached(goal.measure, answer.measure)
    judged = judge_share(goal.measure, share, bands)
    bases = [goal.measure.basis, answer.measure.basis]
    if whole_year:
        # From January on the period's number is the year's, unless it says that it is a month's.
        bases = [Basis.CUMULATIVE, Basis.PERIOD if bases[1] is Basis.PERIOD else Basis.CUMULATIVE]
    if bases[0] is bases[1]:
        return Pair(goal, answer, judged, share, bases[0] is not Basis.UNKNOWN)
    if is_ceiling(goal.measure):
        bases.reverse()
    reached = reaches(share, bands.on_schedule_from, bands)
    relation = judged
    if bases[1] is Basis.CUMULATIVE and reached:
        relation = Relation.BASIS
    elif bases[0] is Basis.CUMULATIVE:
        relation = Relation.MET if reached else Relation.BASIS
    return Pair(goal, answer, relation, share, alike=False)
