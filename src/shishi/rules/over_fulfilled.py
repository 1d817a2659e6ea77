"""A target reached by far more than half again is looked at once more: was it set too low, or is a number wrong?

Authority: none; published tables show 167% where a target was modest, and 284 of 180 where units differed.
Numbers are paired by what they count; a month's own count is not held against the year's target, nor a
count since January against a month's goal. Example: 新增充电设施150个 promised, 791个 reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from shishi.findings import About, Finding, Severity
from shishi.matching.goals.numbers import in_first_unit
from shishi.measures.measure import Basis, Kind, Measure
from shishi.places import Place
from shishi.records import Field, Record
from shishi.rules.answers import list_answered
from shishi.rules.earlier import spell
from shishi.rules.subject import Subject

CODE = "over-fulfilled"
SEVERITY = Severity.ASKS

_YEAR = {"zh": "全年目标", "en": "the year's target"}
_GOAL = {"zh": "本期目标", "en": "the period's goal"}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding a number that is over the rulebook's share of what was due."""
    edge = Fraction(subject.number(CODE, "percent"))
    for record in subject.page.records:
        told: set[tuple[int, int]] = set()
        for target, reached in _list_pairs(subject, record):
            share = 100 * in_first_unit(reached) / in_first_unit(target)
            if share > edge and reached.span not in told:
                told.add(reached.span)
                spot = record.spot(Field.PROGRESS)._replace(characters=reached.span)
                yield _report(record.order, spot, numbers=(target, reached), percent=spell(share))
        for percent in subject.measured_of(record).of(Field.PERCENT):
            if percent.unit == "%" and percent.value > edge:
                whole = replace(percent, text="100%", field=Field.ITEM)
                spot, said = record.spot(Field.PERCENT), spell(Fraction(percent.value))
                yield _report(record.order, spot, numbers=(whole, percent), percent=said)


def _list_pairs(subject: Subject, record: Record) -> Iterator[tuple[Measure, Measure]]:
    """List counts with what was due: first of the year's target, then of the goal for the period."""
    for due in (Field.ITEM, Field.GOAL):
        for goal, answer in list_answered(subject, record, due=due):
            if _is_preparation(subject, goal.clause.text, answer.clause.text):
                continue
            target, reached = goal.measure, answer.measure
            if (
                target.kind is Kind.COUNT
                and target.value > 0
                and _cover_same_time(due, target, reached)
            ):
                yield target, reached


def _is_preparation(subject: Subject, asked: str, given: str) -> bool:
    """Say whether a number counts applicants, sites looked at and the like: 收集点位18个."""
    return any(word in given and word not in asked for word in subject.words_of(CODE, "preparing"))


def _cover_same_time(due: Field, target: Measure, reached: Measure) -> bool:
    if due is Field.ITEM:
        return reached.basis is not Basis.PERIOD
    return (target.basis is Basis.CUMULATIVE) == (reached.basis is Basis.CUMULATIVE)


def _report(order: int, spot: Place, *, numbers: tuple[Measure, Measure], percent: str) -> Finding:
    target, reached = numbers
    facts = {
        "order": order,
        "due": _GOAL if target.field is Field.GOAL else _YEAR,
        "target": target.text,
        "reached": reached.text,
        "percent": percent,
    }
    return Finding(CODE, About.CONTENT, SEVERITY, spot, facts)
