"""Answer each part of a goal from the report: numbers by numbers, steps by steps, words by words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from shishi.assessment.assessment import Reason
from shishi.assessment.pairs import Pair, Relation, reaches
from shishi.assessment.parts import cover_all, find_parts
from shishi.matching.goals.clauses import Clause, Topic, bare, bigrams, cover
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.numbers import is_ceiling
from shishi.matching.goals.preparing import names_preparation
from shishi.matching.goals.steps import Standing, State, find_standings
from shishi.measures.measure import Measure
from shishi.rulebook import Bands

_SAME_WORDS = Fraction(3, 4)
_SAME_MATTER = Fraction(1, 2)


class Outcome(StrEnum):
    """How the report answers one part of a goal."""

    BEYOND = "beyond"  # more than was asked
    MET = "met"
    ACTIVE = "active"  # an activity is asked for and going on
    PARTLY = "partly"  # some parts met, some short
    SHORT = "short"
    UNLIKE = "unlike"  # answered by something that cannot be compared
    MISSING = "missing"  # something definite is asked for and nothing is said
    OPEN = "open"  # something without an end point is asked for and nothing is said


@dataclass(frozen=True, slots=True)
class Answer:
    """One part of a goal: how it was answered, why, from which measures.

    `due` says whether its time is over, None where nobody can say.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...]
    used: tuple[Measure, ...] = ()
    due: bool | None = True
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report says on one topic of a goal; `promised` are the numbers of the item itself."""

    clauses: tuple[Clause, ...]
    promised: tuple[Measure, ...] = ()
    month: int = 12
    early: bool = False
    found: tuple[Standing, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", find_standings(self.clauses, month=self.month))

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The steps that have been taken or are being taken."""
        return tuple(s for s in self.found if s.state > State.PLANNED)

    @property
    def denied(self) -> tuple[Standing, ...]:
        """The steps that are said not to have been taken."""
        return tuple(s for s in self.found if s.state is State.DENIED)


def choose_clauses(
    goals: Sequence[Topic], reports: Sequence[Topic]
) -> tuple[tuple[Clause, ...], ...]:
    """Choose for each topic of a goal the clauses of the report that speak of it.

    With one topic on either side everything belongs together; otherwise a topic of the report goes
    to the goal with which it shares most words, and to none when it shares none.
    """
    if len(goals) == 1 or len(reports) == 1:
        everything = tuple(clause for topic in reports for clause in topic.clauses)
        return tuple(everything for _ in goals)
    chosen: list[list[Clause]] = [[] for _ in goals]
    for topic in reports:
        near = [len(bigrams(topic.text) & bigrams(goal.text)) for goal in goals]
        if max(near, default=0):
            chosen[near.index(max(near))].extend(topic.clauses)
    return tuple(map(tuple, chosen))


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


def answer_number(pair: Pair, bands: Bands, *, due: bool | None) -> Answer:
    """Turn a pair of numbers into an answer, with what its comparison leaves unsure."""
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


def answer_steps(
    topic: Topic, evidence: Evidence, *, numbers_open: bool, due: bool | None
) -> list[Answer]:
    """Answer the furthest step that a goal asks for; [] when it asks for none.

    A step that stands beside a number is answered by the number. Only where no number answers
    (`numbers_open`) does such a step show a shortfall.
    """
    asked = [s for s in find_standings(topic.clauses, goal=True) if s.state is not State.PLANNED]
    alone = [s for s in asked if not s.clause.measures]
    if alone:
        return [_compare(max(alone, key=lambda s: s.position), evidence, due=due)]
    if asked and numbers_open:
        answer = _compare(max(asked, key=lambda s: s.position), evidence, due=due)
        return [answer] if answer.outcome is Outcome.SHORT else []
    return []


def _compare(goal: Standing, evidence: Evidence, *, due: bool | None) -> Answer:
    facts: dict[str, object] = {"goal": goal.clause.quotation, "goal_step": goal.step.zh}
    denied = [s for s in evidence.denied if s.step.rank <= goal.step.rank]
    if denied and not any(s.position >= goal.position for s in evidence.standings):
        facts |= {"progress": denied[0].clause.quotation}
        return Answer(Outcome.SHORT, (Reason("step-denied", facts),), due=due)
    if not evidence.standings or _is_all_done(evidence):
        definite = goal.state is not State.UNDER_WAY
        outcome = Outcome.MISSING if definite else Outcome.OPEN
        return Answer(outcome, (Reason("step-unanswered", facts),), due=due)
    last = max(evidence.standings, key=lambda s: s.position)
    facts |= {"progress": last.clause.quotation, "progress_step": last.step.zh}
    if last.position < goal.position:
        return Answer(Outcome.SHORT, (Reason("step-below", facts),), due=due)
    parts = find_parts(evidence.standings, evidence.promised)
    below = parts.below(goal.position)
    if below:
        facts |= {
            "progress": below.clause.quotation,
            "progress_step": below.step.zh,
            "furthest_step": last.step.zh,
        }
        return Answer(Outcome.PARTLY, (Reason("part-below", facts),), due=due)
    if _is_part_only(goal, evidence, parts.found):
        return Answer(Outcome.UNLIKE, (Reason("part-only", facts),), due=due)
    if not parts.found and _is_beyond(goal, last, early=evidence.early):
        return Answer(Outcome.BEYOND, (Reason("step-beyond", facts),), due=due)
    starts = load_lexicon().has("starts", goal.clause.text)
    if last.position == goal.position and last.state is State.UNDER_WAY and not starts:
        return Answer(Outcome.ACTIVE, (Reason("activity-under-way", facts),), due=due)
    return Answer(Outcome.MET, (Reason("step-reached", facts),), due=due)


def _is_part_only(goal: Standing, evidence: Evidence, parts: Sequence[Standing]) -> bool:
    """Say whether only parts reach the goal, and do not add up to the whole."""
    part_clauses = {standing.clause for standing in parts}
    reached = [s for s in evidence.standings if s.position >= goal.position]
    if any(standing.clause not in part_clauses for standing in reached):
        return False
    return not cover_all(parts, evidence.promised)


def _is_beyond(goal: Standing, last: Standing, *, early: bool) -> bool:
    """Before the goal is due, a later step that has begun is ahead; on the day it has to be done."""
    if last.step.rank <= goal.step.rank:
        return False
    return last.state is State.DONE or (early and last.state is State.UNDER_WAY)


def _is_all_done(evidence: Evidence) -> bool:
    named = {standing.clause for standing in evidence.standings}
    lexicon = load_lexicon()
    return any(lexicon.has("all_done", c.text) for c in evidence.clauses if c not in named)


def answer_words(topic: Topic, evidence: Evidence, *, due: bool | None) -> list[Answer]:
    """Answer the clauses that hold neither a number nor a step, by the words they share."""
    stepped = {s.clause for s in find_standings(topic.clauses, goal=True)}
    means = load_lexicon().words["means"]
    return [
        _answer_clause(clause, evidence.clauses, due=due)
        for clause in topic.clauses
        if not clause.measures and clause not in stepped and not clause.text.startswith(means)
    ]


def _answer_clause(goal: Clause, clauses: Iterable[Clause], *, due: bool | None) -> Answer:
    lexicon, facts = load_lexicon(), {"goal": goal.quotation}
    report = ",".join(clause.text for clause in clauses)
    for clause in clauses:
        if cover(goal.text, clause.text) >= _SAME_WORDS and _is_done(clause, goal.text):
            reason = Reason("words-answered", facts | {"progress": clause.quotation})
            return Answer(Outcome.MET, (reason,), due=due)
    if lexicon.has("definite", goal.text):
        return Answer(Outcome.MISSING, (Reason("clause-unanswered", facts),), due=due)
    if cover(goal.text, report) >= _SAME_MATTER and bare(goal.text)[-2:] in report:
        return Answer(Outcome.ACTIVE, (Reason("activity-under-way", facts),), due=due)
    return Answer(Outcome.OPEN, (Reason("clause-unanswered", facts),), due=due)


def _is_done(clause: Clause, goal: str) -> bool:
    lexicon, report = load_lexicon(), clause.text
    lessening = lexicon.words["lessening"] + lexicon.words["hedged"]
    if any(w in report and w not in goal for w in lessening) or clause.is_share:
        return False
    if names_preparation(report, goal):
        return False
    return lexicon.has("done", report) and not lexicon.has("not_done", report)
