"""Link what is asked, number by number and step by step, with what the report answers it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shishi.assessment.answering.amounts import number_facts
from shishi.assessment.answering.answers import Answer
from shishi.assessment.assessment import By, Link
from shishi.assessment.pairs import Pair, Relation
from shishi.assessment.reasons import Reason
from shishi.assessment.statements import find_statement
from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.numbers import Number
from shishi.matching.goals.preparing import counts_finished
from shishi.matching.goals.related import Told, find_furthest, find_prepared, find_related
from shishi.records import Field

_ANSWERED = frozenset({Relation.MET, Relation.SHORT, Relation.ABOUT})
# Where the report may still say something else of the thing itself.
_OPEN = frozenset(
    {Relation.UNANSWERED, Relation.BEFORE, Relation.OTHER, Relation.UNSURE, Relation.UNIT}
)
_CODES = {
    By.STEP: "answered-by-step",
    By.PREPARATION: "answered-by-preparation",
    By.STATEMENT: "answered-by-statement",
}
_STEPPED = frozenset(
    {"step-reached", "step-beyond", "step-below", "part-below", "part-only", "activity-under-way"}
)


def link_goal(
    name: Field, answers: Sequence[Answer], report: Told, *, said: Sequence[Clause]
) -> tuple[Link, ...]:
    """Link the numbers and steps of a goal, from the answers that the judgement rests on."""
    numbers = [answer.pair for answer in answers if answer.pair]
    links = []
    for answer in answers:
        if answer.pair:
            links.append(
                _link_number(
                    answer.pair,
                    answer.reasons[0],
                    _Beside(name, [p.goal for p in numbers], report, said),
                )
            )
        elif "goal_step" in answer.reasons[0].facts:
            links.append(_link_step(name, answer.reasons[0], said))
    return tuple(links)


def link_item(pairs: Sequence[Pair], report: Told, *, said: Sequence[Clause]) -> tuple[Link, ...]:
    """Link the numbers that the item itself promises for the year."""
    beside = _Beside(Field.ITEM, [pair.goal for pair in pairs], report, said)
    return tuple(_link_number(pair, _year_reason(pair), beside) for pair in pairs)


@dataclass(frozen=True, slots=True)
class _Beside:
    field: Field
    numbers: list[Number]
    report: Told
    said: Sequence[Clause]


def _year_reason(pair: Pair) -> Reason:
    code = "year-number" if pair.relation in _ANSWERED else pair.relation.value
    return Reason(code, number_facts(pair))


def _link_number(pair: Pair, reason: Reason, beside: _Beside) -> Link:
    asked = pair.goal.measure
    if pair.candidates > 1:
        code = Relation.SEVERAL.value
        return Link(beside.field, asked, "", By.NOTHING, Reason(code, number_facts(pair)))
    if pair.relation in _ANSWERED and pair.answer and counts_finished(pair.goal, pair.answer):
        return Link(beside.field, asked, "", By.NUMBER, reason, pair.answer.measure)
    facts: dict[str, object] = {"goal": pair.goal.clause.quotation, "goal_number": asked.text}
    if pair.relation in _OPEN | _ANSWERED:
        found = _find_otherwise(pair, beside)
        if found:
            by, told, name = found
            reason = Reason(_CODES[by], facts | told)
            return Link(beside.field, asked, "", by, reason, answer_step=name)
    return Link(beside.field, asked, "", By.NOTHING, reason)


def _find_otherwise(pair: Pair, beside: _Beside) -> tuple[By, dict[str, object], str] | None:
    """Find what the report says of a thing instead of a number: by what, the facts, the step or word."""
    report = beside.report
    clauses = find_related(pair.goal, beside.numbers, report)
    if pair.answer and pair.relation in _ANSWERED | {Relation.BEFORE, Relation.OTHER}:
        clauses = (*clauses, pair.answer.clause)
    standing = find_furthest(clauses, month=report.month)
    if standing:
        name = standing.step.zh
        return By.STEP, {"progress": standing.clause.quotation, "progress_step": name}, name
    prepared = find_prepared(clauses)
    if prepared:
        word = prepared.word
        return By.PREPARATION, {"progress": prepared.clause.quotation, "preparation": word}, word
    statement = find_statement(beside.said)
    return (By.STATEMENT, {"progress": statement.facts["words"]}, "") if statement else None


def _link_step(name: Field, reason: Reason, said: Sequence[Clause]) -> Link:
    facts = reason.facts
    step, answer = (
        str(facts["goal_step"]),
        str(facts.get("furthest_step", facts.get("progress_step", ""))),
    )
    by = By.STEP if reason.code in _STEPPED else By.NOTHING
    if reason.code == "step-denied":
        by = By.STATEMENT
    if by is By.NOTHING:
        statement = find_statement(said)
        if statement:
            told = {
                "goal": facts["goal"],
                "goal_number": step,
                "progress": statement.facts["words"],
            }
            return Link(name, None, step, By.STATEMENT, Reason(_CODES[By.STATEMENT], told))
    return Link(name, None, step, by, reason, answer_step=answer)
