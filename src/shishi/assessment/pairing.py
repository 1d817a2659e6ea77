"""Pair numbers: which number of a report answers which number of a goal, and can the two be compared.

A number answers the goal it shares most words with, so each answers one goal only. What counts a
stock, what counts the period and what counts since the start are kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from fractions import Fraction

from shishi.assessment.numbers import (
    Number,
    closeness,
    counts_finished,
    in_first_unit,
    is_ceiling,
    is_same_matter,
    is_step_before,
    matter,
    same_kind,
    same_unit,
)
from shishi.measures.measure import Basis, Comparator, Kind, Measure
from shishi.rulebook import Bands

_SAME_MATTER = Fraction(2, 5)


class Relation(StrEnum):
    """How a goal's number and a report's number stand to each other."""

    MET = "number-met"
    SHORT = "number-short"
    UNANSWERED = "number-unanswered"
    SEVERAL = "several-answers"
    BASIS = "basis-differs"
    KIND = "kind-differs"
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


def pair_numbers(
    goals: Sequence[Number], answers: Sequence[Number], *, bands: Bands, whole_year: bool = False
) -> tuple[Pair, ...]:
    """Pair each number of a goal with the number of the report that answers it.

    `bands` say from which share on a goal counts as met. `whole_year` says that the goals are for
    the year, so that what was counted since the start of the year answers them.
    """
    wanted = [(answer, _best_goals(answer, goals)) for answer in answers]
    pairs = []
    for goal in goals:
        own = [answer for answer, best in wanted if any(goal is one for one in best)]
        if own:
            pairs.append(_pair(goal, own, bands=bands, whole_year=whole_year))
        else:
            pairs.append(_unanswered(goal, answers))
    return tuple(pairs)


def _unanswered(goal: Number, answers: Sequence[Number]) -> Pair:
    """Say that nothing answers a goal, or only a number of another kind about the same thing."""
    for answer in answers:
        if not same_kind(goal, answer) and same_unit(goal, answer) and closeness(goal, answer)[1]:
            return Pair(goal, answer, Relation.KIND)
    return Pair(goal, None, Relation.UNANSWERED)


def reaches(share: Decimal, edge: Decimal, bands: Bands) -> bool:
    """Say whether a share reaches the edge of a band; the rulebook says to which side an edge belongs."""
    return share > edge or (bands.edge_counts and share == edge)


def _best_goals(answer: Number, goals: Sequence[Number]) -> list[Number]:
    fitting = [goal for goal in goals if same_unit(goal, answer)]
    alike = [goal for goal in fitting if same_kind(goal, answer)] or fitting
    best = max((closeness(goal, answer) for goal in alike), default=(0, 0))
    return [goal for goal in alike if closeness(goal, answer) == best]


def _pair(goal: Number, answers: list[Number], *, bands: Bands, whole_year: bool) -> Pair:
    alike = [a for a in answers if same_kind(goal, a)]
    if not alike:
        return Pair(goal, answers[0], Relation.KIND)
    before, alike = alike, [a for a in alike if not _is_before(goal, a)]
    if not alike:
        return Pair(goal, before[0], Relation.BEFORE)
    if whole_year:
        alike = [a for a in alike if a.measure.basis is Basis.CUMULATIVE] or alike
    nearest = _nearest(goal, alike)
    same_basis = [a for a in nearest if a.measure.basis is goal.measure.basis] or nearest
    compared = [
        _hold_to_matter(_compare(goal, a, bands=bands, whole_year=whole_year), a)
        for a in same_basis
    ]
    if len({pair.relation for pair in compared}) > 1:
        return Pair(goal, None, Relation.SEVERAL)
    return min(compared, key=lambda pair: pair.share or Decimal(0))


def _is_before(goal: Number, answer: Number) -> bool:
    """What may count something else altogether is no step of this goal."""
    return is_same_matter(goal, answer) and is_step_before(goal, answer)


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


def _nearest(goal: Number, answers: list[Number]) -> list[Number]:
    """Choose the answers whose clause shares most words; all, where even the best share few."""
    asked = matter(goal)
    shared = [len(asked & matter(answer)) for answer in answers]
    best = max(shared)
    if best < len(asked) * _SAME_MATTER:
        return answers
    return [answer for answer, n in zip(answers, shared, strict=True) if n == best]


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
