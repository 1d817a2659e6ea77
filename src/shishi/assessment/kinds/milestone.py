"""A milestone (6月开工, 通过验收) is judged by the furthest step that the report shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.assessment.answering.answers import Answer, Evidence, Outcome
from shishi.assessment.answering.parts import cover_all, find_parts
from shishi.assessment.calendar import Timing
from shishi.assessment.reasons import Reason
from shishi.matching.goals.clauses import Topic
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.steps import Standing, State, find_standings


def answer_steps(
    topic: Topic, evidence: Evidence, *, numbers_open: bool, timing: Timing
) -> list[Answer]:
    """Answer the furthest step that a goal asks for, and the furthest that is due before it.

    A step that stands beside a number is answered by the number. Only where no number answers
    (`numbers_open`) does such a step show a shortfall.
    """
    asked = [s for s in find_standings(topic.clauses, goal=True) if s.state is not State.PLANNED]
    alone = [s for s in asked if not s.clause.measures]
    due = timing.is_due(topic.clauses)
    if alone:
        last = max(alone, key=lambda s: s.position)
        early = [] if due else _list_due(alone, timing)
        answers = [_compare(step, replace(evidence, early=False), due=True) for step in early]
        return [*answers, _compare(last, evidence, due=due)]
    if asked and numbers_open:
        answer = _compare(max(asked, key=lambda s: s.position), evidence, due=due)
        return [answer] if answer.outcome is Outcome.SHORT else []
    return []


def _list_due(steps: Sequence[Standing], timing: Timing) -> list[Standing]:
    """List the furthest step whose own time is over: 3月底前完成招标 in a goal for the year."""
    dated = [s for s in steps if any(m.period for m in s.clause.milestones)]
    due = [s for s in dated if timing.is_due((s.clause,))]
    return [max(due, key=lambda s: s.position)] if due else []


def _compare(goal: Standing, evidence: Evidence, *, due: bool | None) -> Answer:
    facts: dict[str, object] = {"goal": goal.clause.quotation, "goal_step": goal.step.zh}
    denied = [s for s in evidence.denied if s.step.rank <= goal.step.rank]
    if denied and not any(s.position >= goal.position for s in evidence.standings):
        facts |= {"progress": denied[0].clause.quotation}
        return Answer(Outcome.SHORT, (Reason("step-denied", facts),), due=due)
    planned = [s for s in evidence.found if s.state is State.PLANNED and s.step is goal.step]
    if planned and not evidence.standings:
        facts |= {"progress": planned[0].clause.quotation}
        return Answer(Outcome.SHORT, (Reason("step-planned", facts),), due=due)
    if not evidence.standings or _is_all_done(evidence):
        definite = goal.state is not State.UNDER_WAY
        outcome = Outcome.MISSING if definite else Outcome.OPEN
        return Answer(outcome, (Reason("step-unanswered", facts),), due=due)
    last = max(evidence.standings, key=lambda s: s.position)
    facts |= {"progress": last.clause.quotation, "progress_step": last.step.zh}
    if last.position < goal.position:
        return Answer(Outcome.SHORT, (Reason("step-below", facts),), due=due)
    parts = find_parts(evidence.standings, evidence.promised, names=evidence.names)
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
    return not cover_all(parts, evidence.promised, names=evidence.names)


def _is_beyond(goal: Standing, last: Standing, *, early: bool) -> bool:
    """Before the goal is due, a later step that has begun is ahead; on the day it has to be done."""
    if last.step.rank <= goal.step.rank:
        return False
    return last.state is State.DONE or (early and last.state is State.UNDER_WAY)


def _is_all_done(evidence: Evidence) -> bool:
    named = {standing.clause for standing in evidence.standings}
    lexicon = load_lexicon()
    return any(lexicon.has("all_done", c.text) for c in evidence.clauses if c not in named)
