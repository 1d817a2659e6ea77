"""Find what a report says of a number that it does not answer with one: a step, or preparation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shishi.matching.goals.clauses import Clause, Topic, bigrams
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.numbers import Number
from shishi.matching.goals.preparing import find_preparation
from shishi.matching.goals.steps import Standing, State, find_standings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A preparation that a clause names (方案, 摸排), without a step of the works."""

    word: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class Report:
    """The topics of a report and those of its clauses that answer a number already."""

    topics: tuple[Topic, ...]
    taken: Collection[Clause]
    month: int


def find_related(number: Number, beside: Sequence[Number], report: Report) -> tuple[Clause, ...]:
    """Find the clauses of a report that speak of what a number counts.

    `beside` are all numbers of the same cell. Words that several of them share tell nothing. A report
    that shares no words with any of them, or that faces one number only, speaks of all of them.
    """
    own = {id(n): _own_words(n, beside) for n in beside}
    near = {id(n): [t for t in report.topics if bigrams(t.text) & own[id(n)]] for n in beside}
    topics: Sequence[Topic] = near[id(number)]
    if not topics and (len(beside) == 1 or not any(near.values())):
        topics = report.topics
    clauses = [clause for topic in topics for clause in topic.clauses]
    closest = [c for c in clauses if bigrams(c.text) & own[id(number)]]
    kept = clauses if len(topics) > 1 or not _has_several(clauses) else closest or clauses
    return tuple(clause for clause in kept if clause not in report.taken)


def _has_several(clauses: Sequence[Clause]) -> bool:
    return len(clauses) > 1


def _own_words(number: Number, beside: Sequence[Number]) -> frozenset[str]:
    """Give the pairs of characters that stand with this number and no other of its cell."""
    others = [other for other in beside if other is not number]
    text = _words(number, others)
    words = bigrams(text)
    for other in others:
        words -= bigrams(_words(other, [one for one in beside if one is not other]))
    return words - bigrams(",".join(load_lexicon().words["building"]))


def _words(number: Number, others: Sequence[Number]) -> str:
    """A number that has its topic to itself is spoken of by the whole of it."""
    alone = not any(other.topic is number.topic for other in others)
    text = number.topic.text if alone else number.near
    for word in load_lexicon().words["general"]:
        text = text.replace(word, ",")
    return text


def find_furthest(clauses: Sequence[Clause], *, month: int) -> Standing | None:
    """Find the furthest step that has been taken or begun; None when there is none."""
    found = [s for s in find_standings(clauses, month=month) if s.state > State.PLANNED]
    return max(found, key=lambda s: s.position, default=None)


def find_prepared(clauses: Sequence[Clause]) -> Prepared | None:
    """Find the last preparation that a clause names; what is only planned is none."""
    planned = load_lexicon().words["planned"]
    for clause in reversed(clauses):
        word = find_preparation(clause.text)
        if word and not any(one in clause.text for one in planned):
            return Prepared(word, clause)
    return None
