"""Pair numbers: which number of a report answers which number of a goal.

A number answers the goal it shares most words with, so each answers one goal only. What counts a
stock and what counts an increase are kept apart. How well a goal is answered is not asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from shishi.matching.goals.numbers import (
    Number,
    closeness,
    is_same_matter,
    matter,
    same_kind,
    same_unit,
)
from shishi.matching.goals.preparing import counts_what_is_there, is_step_before
from shishi.measures.measure import Basis

_SAME_MATTER = Fraction(2, 5)
_FEWEST_SHARED = 2


class Found(StrEnum):
    """What was found for a goal's number, by the code of the reason where nothing answers it."""

    ANSWER = "answer"
    NOTHING = "number-unanswered"
    KIND = "kind-differs"  # an increase for a level, a share of the money for one of the works
    UNIT = "unit-differs"  # the same thing, counted in a unit that cannot be compared
    BEFORE = "step-before"  # a step before the goal's own: 选址9处 for 新建9处


@dataclass(frozen=True, slots=True)
class Pairing:
    """A goal's number and the numbers that may answer it; none of them is nearer than another.

    Where `found` is no answer, `answers` holds what was taken for one, or nothing.
    """

    goal: Number
    answers: tuple[Number, ...]
    found: Found


def pair_numbers(
    goals: Sequence[Number], answers: Sequence[Number], *, whole_year: bool = False
) -> tuple[Pairing, ...]:
    """Pair each number of a goal with the numbers of the report that answer it.

    `whole_year` says that the goals are for the year, so that what was counted since the start of
    the year answers them before what was counted in a month.
    """
    wanted = [(answer, _best_goals(answer, goals)) for answer in answers]
    pairs = []
    for goal in goals:
        own = [answer for answer, best in wanted if any(goal is one for one in best)]
        found = _pair(goal, own, whole_year=whole_year) if own else _leave_open(goal, answers)
        pairs.append(found)
    return tuple(pairs)


def _leave_open(goal: Number, answers: Sequence[Number]) -> Pairing:
    """Say that nothing answers a goal, or only a number of another kind or unit about the same thing."""
    for answer in answers:
        if not same_kind(goal, answer) and same_unit(goal, answer) and closeness(goal, answer)[1]:
            return Pairing(goal, (answer,), Found.KIND)
    for answer in answers:
        if _is_other_unit(goal, answer):
            return Pairing(goal, (answer,), Found.UNIT)
    return Pairing(goal, (), Found.NOTHING)


def _is_other_unit(goal: Number, answer: Number) -> bool:
    shares = "%" in (goal.measure.unit, answer.measure.unit)
    if shares or same_unit(goal, answer) or not goal.measure.action or is_step_before(goal, answer):
        return False
    return closeness(goal, answer)[1] >= _FEWEST_SHARED and (
        goal.measure.action == answer.measure.action
    )


def _best_goals(answer: Number, goals: Sequence[Number]) -> list[Number]:
    fitting = [goal for goal in goals if same_unit(goal, answer)]
    alike = [goal for goal in fitting if same_kind(goal, answer)] or fitting
    best = max((closeness(goal, answer) for goal in alike), default=(0, 0))
    return [goal for goal in alike if closeness(goal, answer) == best]


def _pair(goal: Number, answers: list[Number], *, whole_year: bool) -> Pairing:
    alike = [a for a in answers if same_kind(goal, a)]
    if not alike:
        return Pairing(goal, (answers[0],), Found.KIND)
    before, alike = alike, [a for a in alike if not _is_before(goal, a)]
    if not alike:
        return Pairing(goal, (before[0],), Found.BEFORE)
    if whole_year:
        alike = [a for a in alike if a.measure.basis is Basis.CUMULATIVE] or alike
    alike = [a for a in alike if a.measure.unit == goal.measure.unit] or alike
    alike = [a for a in alike if counts_what_is_there(goal, a)] or alike
    nearest = _nearest(goal, alike)
    same_basis = [a for a in nearest if a.measure.basis is goal.measure.basis] or nearest
    return Pairing(goal, tuple(same_basis), Found.ANSWER)


def _is_before(goal: Number, answer: Number) -> bool:
    """What may count something else altogether is no step of this goal."""
    return is_same_matter(goal, answer) and is_step_before(goal, answer)


def _nearest(goal: Number, answers: list[Number]) -> list[Number]:
    """Choose the answers whose clause shares most words; all, where even the best share few."""
    asked = matter(goal)
    shared = [len(asked & matter(answer)) for answer in answers]
    best = max(shared)
    if best < len(asked) * _SAME_MATTER:
        return answers
    return [answer for answer, n in zip(answers, shared, strict=True) if n == best]
