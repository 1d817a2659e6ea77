"""Answer a number of a goal by the number of the report that it is paired with."""

from __future__ import annotations

from decimal import Decimal

from shishi.assessment.answering.answers import Answer, Outcome
from shishi.assessment.calendar import Timing
from shishi.assessment.pairs import Pair, Relation, reaches
from shishi.assessment.reasons import Reason
from shishi.matching.goals.numbers import is_ceiling
from shishi.measures.measure import Kind
from shishi.rulebook import Bands

_MONTHS = 12
_STEADY = frozenset({Kind.COUNT, Kind.MONEY, Kind.WORKS})
"""The kinds of which a twelfth is due each month; a level or a rate is reached when it is."""


def number_facts(pair: Pair) -> dict[str, object]:
    """Give the facts of a pair of numbers: both as quoted, and the share reached in per cent."""
    goal, answer = pair.goal, pair.answer
    facts: dict[str, object] = {
        "goal": goal.clause.quotation,
        "goal_number": goal.measure.text,
    }
    if answer:
        facts |= {"progress": answer.clause.quotation, "progress_number": answer.measure.text}
    if pair.share is not None:
        facts["percent"] = f"{pair.share * 100:.1f}"
    return facts


def answer_number(pair: Pair, bands: Bands, timing: Timing) -> Answer:
    """Turn a pair of numbers into an answer, with what its comparison leaves unsure.

    Where the district goes by the months that are over (序时进度), a year's number is held against them.
    """
    due = timing.is_due(pair.goal.topic.clauses)
    scheduled = None if due else _answer_by_schedule(pair, bands, timing)
    return scheduled or _answer_by_goal(pair, bands, due=due)


def _answer_by_schedule(pair: Pair, bands: Bands, timing: Timing) -> Answer | None:
    if not bands.by_schedule or not timing.elapsed or pair.share is None or pair.answer is None:
        return None
    goal = pair.goal.measure
    compared = pair.relation in (Relation.MET, Relation.SHORT, Relation.ABOUT)
    if not compared or goal.kind not in _STEADY or is_ceiling(goal):
        return None
    scheduled = Decimal(timing.elapsed) / _MONTHS
    share = pair.share / scheduled
    facts = number_facts(pair) | {"months": timing.elapsed, "scheduled": f"{scheduled * 100:.1f}"}
    used = (goal, pair.answer.measure)
    if reaches(share, bands.ahead_from, bands):
        return Answer(Outcome.BEYOND, (Reason("schedule-exceeded", facts),), used, True, pair)
    if reaches(share, bands.on_schedule_from, bands):
        return Answer(Outcome.MET, (Reason("schedule-kept", facts),), used, True, pair)
    return Answer(Outcome.SHORT, (Reason("schedule-missed", facts),), used, True, pair)


def _answer_by_goal(pair: Pair, bands: Bands, *, due: bool | None) -> Answer:
    facts = number_facts(pair)
    used = tuple(number.measure for number in (pair.goal, pair.answer) if number)
    over = pair.share is not None and reaches(pair.share, bands.ahead_from, bands)
    surely = pair.alike and not is_ceiling(pair.goal.measure)
    exceeded = pair.relation is Relation.MET and over and surely
    outcome = Outcome.BEYOND if exceeded else _OUTCOMES[pair.relation]
    reasons = [Reason("number-exceeded" if exceeded else pair.relation.value, facts)]
    if not pair.alike and pair.relation in (Relation.MET, Relation.SHORT):
        reasons.append(Reason("basis-unknown"))
    return Answer(outcome, tuple(reasons), used, due, pair)


_OUTCOMES = {
    Relation.MET: Outcome.MET,
    Relation.SHORT: Outcome.SHORT,
    Relation.UNANSWERED: Outcome.MISSING,
    Relation.SEVERAL: Outcome.UNLIKE,
    Relation.BASIS: Outcome.UNLIKE,
    Relation.KIND: Outcome.UNLIKE,
    Relation.UNIT: Outcome.UNLIKE,
    Relation.ABOUT: Outcome.UNLIKE,
    Relation.OTHER: Outcome.UNLIKE,
    Relation.BEFORE: Outcome.UNLIKE,
    Relation.UNSURE: Outcome.UNLIKE,
}
