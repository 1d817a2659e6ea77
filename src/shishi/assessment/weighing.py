"""Weigh pairs: how far the number of a report goes towards the number of a goal that it answers.

What counts the period and what counts since the start are kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from shishi.matching.goals.numbers import Number, in_first_unit, is_ceiling, is_same_matter
from shishi.matching.goals.pairing import Found, Pairing, pair_numbers
from shishi.matching.goals.preparing import counts_finished
from shishi.measures.measure import Basis, Comparator, Kind, Measure
from shishi.rulebook import Bands


class Relation(StrEnum):
    """How a goal's number and a report's number stand to each other."""

    MET = "number-met"
    SHORT = "number-short"
    UNANSWERED = "number-unanswered"
    SEVERAL = "several-answers"
    BASIS = "basis-differs"
    KIND = "kind-differs"
    UNIT = "unit-differs"
    ABOUT = "number-about"
    OTHER = "counts-something-else"
    BEFORE = "step-before"
    UNSURE = "matter-unsure"


@dataclass(frozen=True, slots=True)
class Pair:
    """A goal's number, the number that answers it, and what follows.

    `share` is what was reached of the goal, cut to four places; `alike` is False where the page
    does not say that both numbers cover the same time.
    """

    goal: Number
    answer: Number | None
    relation: Relation
    share: Decimal | None = None
    alike: bool = True


def weigh_numbers(
    goals: Sequence[Number], answers: Sequence[Number], *, bands: Bands, whole_year: bool = False
) -> tuple[Pair, ...]:
    """Pair each number of a goal with the number of the report that answers it, and weigh the two.

    `bands` say from which share on a goal counts as met. `whole_year` says that the goals are for
    the year, so that what was counted since the start of the year answers them.
    """
    pairings = pair_numbers(goals, answers, whole_year=whole_year)
    return tuple(_weigh(pairing, bands=bands, whole_year=whole_year) for pairing in pairings)


def reaches(share: Decimal, edge: Decimal, bands: Bands) -> bool:
    """Say whether a share reaches the edge of a band; the rulebook says to which side an edge belongs."""
    return share > edge or (bands.edge_counts and share == edge)


def _weigh(pairing: Pairing, *, bands: Bands, whole_year: bool) -> Pair:
    goal = pairing.goal
    if pairing.found is not Found.ANSWER:
        answer = pairing.answers[0] if pairing.answers else None
        return Pair(goal, answer, Relation(pairing.found.value))
    compared = [
        _hold_to_matter(_compare(goal, answer, bands=bands, whole_year=whole_year), answer)
        for answer in pairing.answers
    ]
    if len({pair.relation for pair in compared}) > 1:
        return Pair(goal, None, Relation.SEVERAL)
    return min(compared, key=lambda pair: pair.share or Decimal(0))


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


def _compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    share = _share(goal.measure, answer.measure)
    reached = reaches(share, bands.on_schedule_from, bands)
    counted = goal.measure.kind in (Kind.COUNT, Kind.MONEY) and not whole_year
    bases = [goal.measure.basis, answer.measure.basis]
    if not counted or bases[0] is bases[1]:
        alike = not counted or bases[0] is not Basis.UNKNOWN
        return Pair(goal, answer, _judge(goal.measure, share, bands), share, alike)
    if is_ceiling(goal.measure):
        bases.reverse()
    if bases[1] is Basis.CUMULATIVE:
        # What was counted since the start is never less than what was counted in the period.
        relation = Relation.BASIS if reached else _judge(goal.measure, share, bands)
    elif bases[0] is Basis.CUMULATIVE:
        relation = Relation.MET if reached else Relation.BASIS
    else:
        relation = _judge(goal.measure, share, bands)
    return Pair(goal, answer, relation, share, alike=False)


def _judge(goal: Measure, share: Decimal, bands: Bands) -> Relation:
    if reaches(share, bands.on_schedule_from, bands):
        return Relation.MET
    # 约44% is not missed by 41.6%.
    near = goal.comparator is Comparator.ABOUT and reaches(share, bands.about_from, bands)
    return Relation.ABOUT if near else Relation.SHORT


def _share(goal: Measure, answer: Measure) -> Decimal:
    asked, reached = in_first_unit(goal), in_first_unit(answer)
    if is_ceiling(goal):
        asked, reached = reached, asked
    if not asked:
        return Decimal(1)
    share = reached / asked
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(
        Decimal("0.0001"), ROUND_DOWN
    )
