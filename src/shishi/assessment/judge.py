"""Judge one record: gather the answers to its goal, then say what status follows, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shishi.assessment.answers import (
    Answer,
    Evidence,
    Outcome,
    answer_number,
    answer_steps,
    answer_words,
    choose_clauses,
)
from shishi.assessment.assessment import Reason, Status
from shishi.assessment.calendar import Timing
from shishi.assessment.promise import find_promise_kept
from shishi.assessment.statements import (
    find_change,
    find_lag,
    find_suspension,
    find_waiting,
    find_whole_task,
)
from shishi.assessment.weighing import Pair, weigh_numbers
from shishi.matching.goals.clauses import Clause, Topic, split_topics
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.numbers import list_numbers
from shishi.matching.goals.steps import State, find_standings
from shishi.measures.measure import Measure, Measured
from shishi.records import Field, Record
from shishi.rulebook import Bands, Rulebook

_SHORTEST_COPY = 5
_LONGEST_BARE_STEP = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its reasons in order and the measures it rests on."""

    status: Status
    reasons: tuple[Reason, ...]
    used: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One record laid out for judgement: its cells as topics and clauses."""

    item: tuple[Topic, ...]
    goal: tuple[Topic, ...]
    progress: tuple[Topic, ...]
    explanation: tuple[Topic, ...]
    item_text: str
    is_copy: bool
    timing: Timing
    bands: Bands
    pairs: list[Pair] = field(default_factory=list)

    @property
    def said(self) -> tuple[Clause, ...]:
        """All clauses of the progress and the explanation."""
        return tuple(c for topic in (*self.progress, *self.explanation) for c in topic.clauses)


def judge(record: Record, measured: Measured, *, rulebook: Rulebook, timing: Timing) -> Verdict:
    """Judge one record against the goal it prints. Always gives reasons; never guesses."""
    refused = _refuse(record, rulebook)
    if refused:
        return Verdict(Status.NOT_JUDGED, (refused,))
    case = _lay_out(record, measured, bands=rulebook.bands, timing=timing)
    first = (timing.reason,)
    lag = find_lag(case.said, item=case.item_text)
    if lag:
        status = Status.PARTLY_BEHIND if lag[1] else Status.BEHIND
        return Verdict(status, (*first, lag[0]))
    answers = _answer(case)
    verdict = (
        _judge_suspension(answers, case) or _judge_copy(answers, case) or _conclude(answers, case)
    )
    if verdict.status is Status.NOT_JUDGED:
        changed = find_change(case.said)
        if changed:
            verdict = Verdict(Status.ADJUSTED, (*verdict.reasons, changed))
    return Verdict(verdict.status, first + verdict.reasons, verdict.used)


def _refuse(record: Record, rulebook: Rulebook) -> Reason | None:
    goal, progress = record.plain(Field.GOAL).strip(), record.plain(Field.PROGRESS).strip()
    if goal and goal == rulebook.closed_mark:
        return Reason("goal-closed-mark", {"mark": goal})
    if progress and progress == rulebook.closed_mark:
        return Reason("progress-closed-mark", {"mark": progress})
    if not goal:
        return Reason("goal-blank")
    if not progress:
        return Reason("progress-blank")
    return None


def _lay_out(record: Record, measured: Measured, *, bands: Bands, timing: Timing) -> Case:
    topics = {
        name: split_topics(record, name, measured.of(name), milestones=measured.steps(name))
        for name in (Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION)
    }
    goal, progress = ("".join(record.plain(f).split()) for f in (Field.GOAL, Field.PROGRESS))
    return Case(
        item=topics[Field.ITEM],
        goal=topics[Field.GOAL],
        progress=topics[Field.PROGRESS],
        explanation=topics[Field.EXPLANATION],
        item_text=record.plain(Field.ITEM),
        is_copy=goal == progress and len(goal) >= _SHORTEST_COPY,
        timing=timing,
        bands=bands,
    )


def _judge_suspension(answers: Sequence[Answer], case: Case) -> Verdict | None:
    """What rests while the goal is reached (雨天暂停作业) is a detail; a copy reaches nothing."""
    suspended = find_suspension(case.said)
    if suspended is None:
        return None
    if case.is_copy:
        return Verdict(Status.SUSPENDED, (Reason("goal-copied"), suspended))
    reached = any(a.outcome in (Outcome.MET, Outcome.BEYOND, Outcome.ACTIVE) for a in answers)
    return None if reached else Verdict(Status.SUSPENDED, (*_reasons(answers), suspended))


def _answer(case: Case) -> list[Answer]:
    timing = case.timing
    pairs = weigh_numbers(
        list_numbers(case.goal, goal=True),
        list_numbers(case.progress),
        bands=case.bands,
        whole_year=timing.whole_year,
    )
    case.pairs.extend(pairs)
    promised = tuple(m for topic in case.item for c in topic.clauses for m in c.measures)
    answers: list[Answer] = []
    for topic, clauses in zip(case.goal, choose_clauses(case.goal, case.progress), strict=True):
        due = timing.is_due(topic)
        evidence = Evidence(clauses, promised, month=timing.as_of.month, early=not due)
        own = [pair for pair in pairs if pair.goal.topic is topic]
        open_ = all(pair.answer is None for pair in own)
        answers += [answer_number(pair, case.bands, due=due) for pair in own]
        answers += answer_steps(topic, evidence, numbers_open=open_, due=due)
        answers += answer_words(topic, evidence, due=due)
    return answers


def _judge_copy(answers: Sequence[Answer], case: Case) -> Verdict | None:
    """A copied goal says something only where it states a finished quantity."""
    if not case.is_copy:
        return None
    lexicon = load_lexicon()
    facts = [
        clause
        for topic in case.progress
        for clause in topic.clauses
        if clause.measures and lexicon.has("done", clause.text)
    ]
    if not facts:
        return Verdict(Status.NOT_JUDGED, (Reason("goal-copied"), Reason("copied-without-fact")))
    met = [a for a in answers if a.outcome in (Outcome.MET, Outcome.BEYOND, Outcome.ACTIVE)]
    return Verdict(Status.ON_SCHEDULE, (Reason("goal-copied"), *_reasons(met)), _used(met))


def _conclude(answers: Sequence[Answer], case: Case) -> Verdict:
    outcomes = {answer.outcome for answer in answers}
    reasons, used = _reasons(answers), _used(answers)
    waiting = _find_waiting(case)
    if waiting:
        reasons = (*reasons, waiting)
    if outcomes & {Outcome.SHORT, Outcome.PARTLY}:
        return Verdict(_judge_shortfall(answers), (*reasons, *_not_due(answers)), used)
    whole = find_whole_task(case.said)
    if whole and not waiting:
        return Verdict(Status.DONE, (*reasons, whole), used)
    if outcomes & {Outcome.MISSING, Outcome.UNLIKE}:
        return Verdict(Status.NOT_JUDGED, reasons, used)
    if not waiting:
        done = _find_done(answers, case)
        if done:
            return Verdict(Status.DONE, (*reasons, done[0]), (*used, *done[1]))
    return Verdict(_judge_met(outcomes), reasons, used)


def _find_waiting(case: Case) -> Reason | None:
    month = case.timing.as_of.month
    asked = [c for topic in case.goal for c in topic.clauses]
    ahead = [*find_standings(case.said, month=month), *find_standings(asked, goal=True)]
    return find_waiting(case.said, ahead)


def _judge_shortfall(answers: Sequence[Answer]) -> Status:
    short = [a for a in answers if a.outcome in (Outcome.SHORT, Outcome.PARTLY) and a.due]
    if not short:
        return Status.NOT_JUDGED
    reached = any(a.outcome in (Outcome.MET, Outcome.BEYOND, Outcome.PARTLY) for a in answers)
    return Status.PARTLY_BEHIND if reached else Status.BEHIND


def _not_due(answers: Sequence[Answer]) -> tuple[Reason, ...]:
    short = [a for a in answers if a.outcome in (Outcome.SHORT, Outcome.PARTLY)]
    return (Reason("shortfall-not-due"),) if all(a.due is False for a in short) else ()


def _judge_met(outcomes: set[Outcome]) -> Status:
    if Outcome.BEYOND in outcomes and outcomes <= {Outcome.BEYOND, Outcome.OPEN}:
        return Status.AHEAD
    if outcomes & {Outcome.BEYOND, Outcome.MET, Outcome.ACTIVE}:
        return Status.ON_SCHEDULE
    return Status.NOT_JUDGED


def _find_done(answers: Sequence[Answer], case: Case) -> tuple[Reason, tuple[Measure, ...]] | None:
    numbers = list_numbers((*case.progress, *case.explanation))
    kept = find_promise_kept(
        list_numbers(case.item, goal=True), numbers, case.pairs, bands=case.bands
    )
    if kept:
        return kept
    met = all(answer.outcome in (Outcome.MET, Outcome.BEYOND) for answer in answers)
    return (_last_step(case), ()) if met and answers and _asks_last_step(case) else None


def _asks_last_step(case: Case) -> bool:
    clauses = [clause for topic in case.goal for clause in topic.clauses]
    standings = find_standings(clauses, goal=True)
    last = load_lexicon().last
    bare = all(len(clause.text) <= _LONGEST_BARE_STEP for clause in clauses)
    return bare and any(s.step.rank in last and s.state is State.DONE for s in standings)


def _last_step(case: Case) -> Reason:
    return Reason("last-step-reached", {"goal": case.goal[-1].quotation})


def _reasons(answers: Sequence[Answer]) -> tuple[Reason, ...]:
    found: list[Reason] = []
    for answer in answers:
        found += [reason for reason in answer.reasons if reason not in found]
    return tuple(found)


def _used(answers: Sequence[Answer]) -> tuple[Measure, ...]:
    return tuple(dict.fromkeys(m for answer in answers for m in answer.used))
