"""Which number of a progress text answers which number of what is due, for the rules that compare them."""

from __future__ import annotations

from collections.abc import Iterator

from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.numbers import Number, is_ceiling, is_same_matter, list_numbers
from shishi.matching.goals.pairing import Found, Pairing, pair_numbers
from shishi.records import Field, Record
from shishi.rules.subject import Subject


def pair_progress(subject: Subject, record: Record, *, due: Field) -> tuple[Pairing, ...]:
    """Pair the numbers of an item or a goal with those of the progress text that answer them, once."""
    key = record.order, due
    if key not in subject.pairings:
        goals = _list(subject, record, due)
        answers = _list(subject, record, Field.PROGRESS) if goals else ()
        whole_year = due is Field.ITEM
        found = pair_numbers(goals, answers, whole_year=whole_year) if goals and answers else ()
        subject.pairings[key] = found
    return subject.pairings[key]


def list_answered(
    subject: Subject, record: Record, *, due: Field
) -> Iterator[tuple[Number, Number]]:
    """List what is due with its one answer, where both speak of the same matter and may grow freely."""
    for pairing in pair_progress(subject, record, due=due):
        goal = pairing.goal
        if (
            pairing.found is not Found.ANSWER
            or len(pairing.answers) != 1
            or is_ceiling(goal.measure)
        ):
            continue
        (answer,) = pairing.answers
        if is_same_matter(goal, answer):
            yield goal, answer


def _list(subject: Subject, record: Record, name: Field) -> tuple[Number, ...]:
    measures = subject.measured_of(record).of(name)
    topics = split_topics(record, name, [m for m in measures if m.high is None and not m.derived])
    return list_numbers(topics, goal=name is not Field.PROGRESS)
