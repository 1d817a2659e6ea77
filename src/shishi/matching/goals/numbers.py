"""Numbers: measures with the words around them, and whether two of them can be compared at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from shishi.matching.goals.clauses import Clause, Topic, bigrams
from shishi.matching.goals.lexicon import load_lexicon
from shishi.measures.measure import Basis, Comparator, Kind, Measure
from shishi.measures.units import load_words

_WORD = re.compile("[\u3400-\u9fff]{3,8}")


@dataclass(frozen=True, slots=True)
class Number:
    """A measure with the clause and the topic that it stands in, and the words right around it."""

    measure: Measure
    clause: Clause
    topic: Topic
    near: str


def list_numbers(topics: Iterable[Topic], *, goal: bool = False) -> tuple[Number, ...]:
    """List the measures of topics with their clause.

    In a report, clauses that tell of a plan or repeat the target (目标数为9个) are passed over.
    """
    words = load_lexicon().words
    passed_over = words["planned"] + words["target"]
    return tuple(
        Number(measure, clause, topic, _around(clause, measure))
        for topic in topics
        for clause in topic.clauses
        if goal or not any(word in clause.text for word in passed_over)
        for measure in clause.measures
    )


def _around(clause: Clause, measure: Measure) -> str:
    """Give the words that belong to a number: 架桥30座、验桥20座 is two numbers in one clause.

    They reach from the number before, or a 、, to the next; a percentage has its words in front.
    """
    start = clause.starts[clause.measures.index(measure)]
    end = start + len(measure.text)
    ends = [s + len(m.text) for m, s in zip(clause.measures, clause.starts, strict=True)]
    left = max((e for e in ends if e <= start), default=0)
    right = min((s for s in clause.starts if s >= end), default=len(clause.text))
    before, after = clause.text[left:start], clause.text[end:right]
    if left:
        before = before.rpartition("、")[2]
    if right < len(clause.text):
        after = after.partition("、")[0]
    return before if measure.unit == "%" else f"{before},{after}"


def closeness(goal: Number, answer: Number) -> tuple[int, int]:
    """Count the pairs of characters that the two clauses, and then the two topics, have in common."""
    near = len(bigrams(_without("idle", goal.near)) & bigrams(_without("idle", answer.near)))
    far = len(bigrams(goal.topic.text) & bigrams(answer.topic.text))
    return 2 * near + far, near


def matter(number: Number) -> frozenset[str]:
    """Give the pairs of characters around a number that may say what it counts."""
    return bigrams(_timeless(number))


def take_share(share: Number, whole: Number) -> Number | None:
    """Take a share of a whole, counted since the start of the year; None where it is of something else."""
    if share.measure.unit != "%" or not load_lexicon().has("own_total", share.clause.text):
        return None
    value = whole.measure.value * share.measure.value / 100
    measure = replace(whole.measure, value=value, basis=Basis.CUMULATIVE, derived=True)
    return replace(whole, measure=measure)


def same_unit(one: Number, other: Number) -> bool:
    """Say whether two numbers count in units that can be compared.

    Measure words for things (个, 家, 处) may change only where the words around them agree too.
    """
    if one.measure.unit == other.measure.unit:
        return True
    units = load_words().units
    first, second = units.get(one.measure.unit), units.get(other.measure.unit)
    if not first or not second or first.family != second.family:
        return False
    return first.family != "place" or len(bigrams(one.clause.text) & bigrams(other.clause.text)) > 1


def same_kind(goal: Number, answer: Number) -> bool:
    """Say whether two numbers are of one kind; a share of the money is not a share of the works."""
    matters = load_lexicon().words["matters"]
    first, second = ({word for word in matters if word in n.near} for n in (goal, answer))
    if goal.measure.unit == "%" and first and second and not first & second:
        return False
    if (goal.measure.kind, answer.measure.kind) == (Kind.LEVEL, Kind.COUNT):
        return _is_stock(answer)
    return goal.measure.kind is answer.measure.kind


def _is_stock(number: Number) -> bool:
    lexicon = load_lexicon()
    return (
        not number.measure.action
        and lexicon.has("stock", number.near)
        and not lexicon.has("building", number.near)
    )


def is_same_matter(goal: Number, answer: Number) -> bool:
    """Say whether the words around two numbers agree, or say nothing on one side (累计完成8座)."""
    asked, given = _without("general", _timeless(goal)), _without("general", _timeless(answer))
    bare = not bigrams(asked) or len(bigrams(given)) <= 1
    return bare or bool(bigrams(asked) & bigrams(given)) or _is_short_for(given, asked)


def _is_short_for(given: str, asked: str) -> bool:
    """Say whether a word is made of some characters of another, in their order: 未保站, 未成年人保护站."""
    for word in _WORD.findall(given):
        left = iter(asked)
        if all(character in left for character in word):
            return True
    return False


def is_ceiling(goal: Measure) -> bool:
    """Say whether a goal is not to be passed (控制在300件以内)."""
    return goal.comparator in (Comparator.AT_MOST, Comparator.LESS)


def in_first_unit(measure: Measure) -> Fraction:
    """Turn 公里 into 米: the printed unit into the first of its family."""
    unit = load_words().units.get(measure.unit)
    return Fraction(measure.value) * (unit.size if unit else 1)


def _timeless(number: Number) -> str:
    """Take from the words around a number those that only say since when it counts."""
    return _without("since", number.near)


def _without(name: str, text: str) -> str:
    for word in load_lexicon().words[name]:
        text = text.replace(word, ",")
    return text
