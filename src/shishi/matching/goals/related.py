"""Find what a report says of a number that it does not answer with one: a step, or preparation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
class Told:
    """The topics of a report, those of its clauses that answer a number already, and its month.

    `asked` are the topics of the goal or the item that the report speaks to.
    """

    topics: tuple[Topic, ...]
    asked: tuple[Topic, ...]
    taken: Collection[Clause]
    month: int


def find_related(number: Number, beside: Sequence[Number], report: Told) -> tuple[Clause, ...]:
    """Find the clauses of a report that speak of what a number counts.

    `beside` are all numbers of the same cell. Words that all of them share tell nothing. A report
    that shares no words with any of them, or that faces one number only, speaks of all of them.
    """
    words = [_words(one, beside) for one in beside]
    common = frozenset.intersection(*words) if len(beside) > 1 else frozenset()
    own = _words(number, beside) - common
    topics = [t for t in report.topics if _is_nearest(number.topic, t, report.asked)]
    near = [t for t in topics if bigrams(t.text) & own]
    if not near:
        others = (bigrams(t.text) & (w - common) for t in report.topics for w in words)
        silent = len(report.topics) == 1 and not any(others)
        near = topics if len(beside) == 1 or silent else []
    clauses = [clause for topic in near for clause in topic.clauses]
    if len(beside) > 1 and len(near) == 1:
        clauses = [c for c in clauses if bigrams(c.text) & own] or clauses
    return tuple(clause for clause in clauses if clause not in report.taken)


def _is_nearest(asked: Topic, told: Topic, every: Sequence[Topic]) -> bool:
    """Say whether no other topic of the goal shares more words with one of the report."""
    words = _telling(told.text)
    shared = {id(one): len(words & _telling(one.text)) for one in every}
    return shared.get(id(asked), 0) == max(shared.values(), default=0)


def _words(number: Number, beside: Sequence[Number]) -> frozenset[str]:
    """Give the words of a number; one that has its topic to itself is spoken of by the whole of it."""
    alone = not any(other.topic is number.topic for other in beside if other is not number)
    return _telling(number.topic.text if alone else number.near)


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    """Give the pairs of characters of a text that may name a thing, without the verbs."""
    words = load_lexicon().words
    for word in (*words["general"], *words["idle"], *words["building"]):
        text = text.replace(word, ",")
    return bigrams(text)


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
