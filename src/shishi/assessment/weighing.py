"""Weigh pairs: how far the number of a report goes towards the number of a goal that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from shishi.assessment.kinds import COMPARE
from shishi.assessment.pairs import Pair, Relation
from shishi.matching.goals.numbers import Number, is_same_matter
from shishi.matching.goals.pairing import Found, Pairing, pair_numbers
from shishi.matching.goals.preparing import counts_finished
from shishi.rulebook import Bands


def weigh_numbers(
    goals: Sequence[Number], answers: Sequence[Number], *, bands: Bands, whole_year: bool = False
) -> tuple[Pair, ...]:
    """Pair each number of a goal with the number of the report that answers it, and weigh the two.

    `bands` say from which share on a goal counts as met. `whole_year` says that the goals are for
    the year, so that what was counted since the start of the year answers them.
    """
    pairings = pair_numbers(goals, answers, whole_year=whole_year)
    return tuple(_weigh(pairing, bands=bands, whole_year=whole_year) for pairing in pairings)


def _weigh(pairing: Pairing, *, bands: Bands, whole_year: bool) -> Pair:
    goal = pairing.goal
    if pairing.found is not Found.ANSWER:
        answer = pairing.answers[0] if pairing.answers else None
        return Pair(goal, answer, Relation(pairing.found.value))
    compare = COMPARE[goal.measure.kind]
    compared = [
        _hold_to_matter(compare(goal, answer, bands=bands, whole_year=whole_year), answer)
        for answer in pairing.answers
    ]
    if len({pair.relation for pair in compared}) > 1:
        return Pair(goal, None, Relation.SEVERAL)
    least = min(compared, key=lambda pair: pair.share or Decimal(0))
    return replace(least, candidates=len({answer.measure.value for answer in pairing.answers}))


def _hold_to_matter(pair: Pair, answer: Number) -> Pair:
    """A goal is not met by counting what is only begun or prepared: 8座已开工 for 建成8座.

    Nor is it met or missed by a number around which nothing says that it counts the same.
    """
    compared = pair.relation in (Relation.MET, Relation.SHORT)
    if compared and not is_same_matter(pair.goal, answer):
        return replace(pair, relation=Relation.UNSURE)
    if pair.relation is not Relation.MET or counts_finished(pair.goal, answer):
        return pair
    return replace(pair, relation=Relation.OTHER)
