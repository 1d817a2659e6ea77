"""Judge one record: gather the answers to its goal, then say what status follows, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shishi.assessment.answering.answers import Answer, Outcome
from shishi.assessment.assessment import Link, Status
from shishi.assessment.calendar import Timing
from shishi.assessment.case import Case, answer_goal, find_refusal, lay_out, pair_item, report_of
from shishi.assessment.links import link_goal, link_item
from shishi.assessment.promise import find_promise_kept
from shishi.assessment.reasons import Reason
from shishi.assessment.statements import (
    find_change,
    find_lag,
    find_no_figure,
    find_not_begun,
    find_suspension,
    find_waiting,
    find_whole_task,
)
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.numbers import list_numbers
from shishi.matching.goals.steps import State, find_standings
from shishi.measures.measure import Measure, Measured
from shishi.records import Field, Record
from shishi.rulebook import Rulebook

_LONGEST_BARE_STEP = 6
_MET = frozenset({Outcome.MET, Outcome.BEYOND, Outcome.ACTIVE})
_NONE = {"zh": "无", "en": "none"}
_SHORT = frozenset({Outcome.SHORT, Outcome.PARTLY})
_REACHED = frozenset({Status.DONE, Status.AHEAD, Status.ON_SCHEDULE})
_LONGER = frozenset({"goal-period-longer", "goal-not-due"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its reasons in order, the measures it rests on, and what answers what."""

    status: Status
    reasons: tuple[Reason, ...]
    used: tuple[Measure, ...] = ()
    links: tuple[Link, ...] = ()


def judge(record: Record, measured: Measured, *, rulebook: Rulebook, timing: Timing) -> Verdict:
    """Judge one record against the goal it prints. Always gives reasons; never guesses."""
    case = lay_out(record, measured, bands=rulebook.bands, timing=timing)
    refused = find_refusal(record, rulebook)
    if refused and refused.code == "goal-blank" and rulebook.bands.by_schedule and case.item:
        # Without goals of its own the page is held against the year's task and the months.
        case = replace(case, goal=case.item, timing=case.timing.for_year())
        verdict = _judge_answers(answer_goal(case), case)
        return replace(
            verdict,
            reasons=(Reason("item-by-schedule"), *verdict.reasons),
            links=_link(replace(case, goal=()), ()),
        )
    answers = [] if refused else answer_goal(case)
    links = _link(case, answers)
    if refused:
        return Verdict(Status.NOT_JUDGED, (refused,), links=links)
    verdict = _judge_lag(answers, case) or _judge_answers(answers, case)
    return replace(verdict, reasons=(timing.reason, *verdict.reasons), links=links)


def _link(case: Case, answers: Sequence[Answer]) -> tuple[Link, ...]:
    """Link goal and item; where no goal is printed, the item stands for the year's goal."""
    item = pair_item(case)
    links = link_item(item, report_of(case, case.item, item), said=case.said)
    if not case.goal:
        year = replace(case, goal=case.item, timing=replace(case.timing, whole_year=True))
        steps = [answer for answer in answer_goal(year) if not answer.pair]
        return (
            *links,
            *link_goal(Field.ITEM, steps, report_of(case, case.item, ()), said=case.said),
        )
    goal = [answer.pair for answer in answers if answer.pair]
    report = report_of(case, case.goal, goal)
    return (*link_goal(Field.GOAL, answers, report, said=case.said), *links)


def _judge_lag(answers: Sequence[Answer], case: Case) -> Verdict | None:
    """What the unit says of its own lag stands; where a part lags, the other parts are told too."""
    lag = find_lag(case.said, item=case.item_text)
    if lag is None:
        return None
    reason, partly = lag
    if not partly:
        return Verdict(Status.BEHIND, (reason,))
    parts = _tell_parts(answers, lagging=str(reason.facts["part"]))
    return Verdict(Status.PARTLY_BEHIND, (*_reasons(answers), *parts, reason), _used(answers))


def _tell_parts(answers: Sequence[Answer], *, lagging: str = "") -> tuple[Reason, ...]:
    """Say which named parts have come as far as was asked, and which have not; () without parts.

    A part is as far as its worst answer; clauses without an end point (整理材料) do not count. One that
    the unit itself calls `lagging` has not.
    """
    by_part: dict[str, set[Outcome]] = {}
    for answer in answers:
        if answer.part:
            by_part.setdefault(answer.part, set()).add(answer.outcome)
    short = [part for part, found in by_part.items() if found & _SHORT or part == lagging]
    reached = [part for part, found in by_part.items() if found & _MET and part not in short]
    rest = [part for part in by_part if part not in (*short, *reached)]
    if len(by_part) < 2:
        return ()
    facts = {"reached": reached or _NONE, "short": short or _NONE, "rest": rest or _NONE}
    return (Reason("parts-told", facts),)


def _judge_answers(answers: Sequence[Answer], case: Case) -> Verdict:
    verdict = (
        _judge_suspension(answers, case) or _judge_copy(answers, case) or _conclude(answers, case)
    )
    if verdict.status in _REACHED and case.timing.reason.code in _LONGER:
        met = Reason("longer-goal-met", case.timing.reason.facts)
        return replace(verdict, reasons=(*verdict.reasons, met))
    if verdict.status is not Status.NOT_JUDGED:
        return verdict
    changed = find_change(case.said)
    if changed:
        return replace(verdict, status=Status.ADJUSTED, reasons=(*verdict.reasons, changed))
    missing = find_no_figure(case.said)
    return replace(verdict, reasons=(*verdict.reasons, missing)) if missing else verdict


def _judge_suspension(answers: Sequence[Answer], case: Case) -> Verdict | None:
    """What rests while the goal is reached (雨天暂停作业) is a detail; a copy reaches nothing."""
    suspended = find_suspension(case.said)
    if suspended is None:
        return None
    if case.is_copy:
        return Verdict(Status.SUSPENDED, (Reason("goal-copied"), suspended))
    reached = any(a.outcome in (Outcome.MET, Outcome.BEYOND, Outcome.ACTIVE) for a in answers)
    return None if reached else Verdict(Status.SUSPENDED, (*_reasons(answers), suspended))


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
    idle = find_not_begun(case.said)
    if idle and not outcomes & _MET:
        status = Status.BEHIND if any(answer.due for answer in answers) else Status.NOT_JUDGED
        return Verdict(status, (*reasons, idle), used)
    if outcomes & {Outcome.SHORT, Outcome.PARTLY}:
        if _is_all_due_met(answers):
            return Verdict(Status.ON_SCHEDULE, (*reasons, Reason("rest-not-due")), used)
        told = (*reasons, *_tell_parts(answers), *_not_due(answers))
        return Verdict(_judge_shortfall(answers), told, used)
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
    ahead = [*find_standings(case.said, month=month), *find_standings(case.asked, goal=True)]
    return find_waiting(case.said, ahead)


def _judge_shortfall(answers: Sequence[Answer]) -> Status:
    short = [a for a in answers if a.outcome in (Outcome.SHORT, Outcome.PARTLY) and a.due]
    if not short:
        return Status.NOT_JUDGED
    reached = any(a.outcome in (Outcome.MET, Outcome.BEYOND, Outcome.PARTLY) for a in answers)
    return Status.PARTLY_BEHIND if reached else Status.BEHIND


def _is_all_due_met(answers: Sequence[Answer]) -> bool:
    """Say whether all that is due by its own date is met, and what is short has time left."""
    due = [answer for answer in answers if answer.due]
    rest = [answer for answer in answers if not answer.due]
    return bool(due) and all(a.outcome in _MET for a in due) and all(a.due is False for a in rest)


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
    pairs = [answer.pair for answer in answers if answer.pair]
    kept = find_promise_kept(list_numbers(case.item, goal=True), numbers, pairs, bands=case.bands)
    if kept:
        return kept
    met = all(answer.outcome in (Outcome.MET, Outcome.BEYOND) for answer in answers)
    return (_last_step(case), ()) if met and answers and _asks_last_step(case) else None


def _asks_last_step(case: Case) -> bool:
    clauses = case.asked
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
