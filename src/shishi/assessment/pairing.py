"""Pair numbers: which number of a report answers which number of a goal, and can the two be compared.

A number answers the goal it shares most words with, so each answers one goal only. What counts a
stock, what counts the period and what counts since the start are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from fractions import Fraction

from shishi.assessment.clauses import Clause, Topic, bigrams
from shishi.assessment.lexicon import load_lexicon
from shishi.assessment.steps import State, find_standings
from shishi.measures.measure import Basis, Comparator, Kind, Measure
from shishi.measures.units import load_words
from shishi.rulebook import Bands

_SAME_MATTER = 0.4


@dataclass(frozen=True, slots=True)
class Number:
    """A measure with the clause and the topic that it stands in, and the words right around it."""

    measure: Measure
    clause: Clause
    topic: Topic
    near: str


class Relation(StrEnum):
    """How a goal's number and a report's number stand to each other."""

    MET = "number-met"
    SHORT = "number-short"
    UNANSWERED = "number-unanswered"
    SEVERAL = "several-answers"
    BASIS = "basis-differs"
    KIND = "kind-differs"
    ABOUT = "number-about"
    OTHER = "counts-something-else"


@dataclass(frozen=True, slots=True)
class Pair:
    """A goal's number, the number that answers it, and what follows.

    `share` is what was reached of the goal, rounded to four places; `alike` is False where the page
    does not say that both numbers cover the same time.
    """

    goal: Number
    answer: Number | None
    relation: Relation
    share: Decimal | None = None
    alike: bool = True


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


def pair_numbers(
    goals: Sequence[Number], answers: Sequence[Number], *, bands: Bands, whole_year: bool = False
) -> tuple[Pair, ...]:
    """Pair each number of a goal with the number of the report that answers it.

    `bands` say from which share on a goal counts as met. `whole_year` says that the goals are for
    the year, so that what was counted since the start of the year answers them.
    """
    wanted = [(answer, _best_goals(answer, goals)) for answer in answers]
    pairs = []
    for goal in goals:
        own = [answer for answer, best in wanted if any(goal is one for one in best)]
        if own:
            pairs.append(_pair(goal, own, bands=bands, whole_year=whole_year))
        else:
            pairs.append(_unanswered(goal, answers))
    return tuple(pairs)


def _unanswered(goal: Number, answers: Sequence[Number]) -> Pair:
    """Say that nothing answers a goal, or only a number of another kind about the same thing."""
    for answer in answers:
        if not _same_kind(goal, answer) and same_unit(goal, answer) and _closeness(goal, answer)[1]:
            return Pair(goal, answer, Relation.KIND)
    return Pair(goal, None, Relation.UNANSWERED)


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


def reaches(share: Decimal, edge: Decimal, bands: Bands) -> bool:
    """Say whether a share reaches the edge of a band; the rulebook says to which side an edge belongs."""
    return share > edge or (bands.edge_counts and share == edge)


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


def _best_goals(answer: Number, goals: Sequence[Number]) -> list[Number]:
    fitting = [goal for goal in goals if same_unit(goal, answer)]
    alike = [goal for goal in fitting if _same_kind(goal, answer)] or fitting
    best = max((_closeness(goal, answer) for goal in alike), default=(0, 0))
    return [goal for goal in alike if _closeness(goal, answer) == best]


def _closeness(goal: Number, answer: Number) -> tuple[int, int]:
    """Count the pairs of characters that the two clauses, and then the two topics, have in common."""
    near = len(bigrams(goal.near) & bigrams(answer.near))
    far = len(bigrams(goal.topic.text) & bigrams(answer.topic.text))
    return 2 * near + far, near


def _pair(goal: Number, answers: list[Number], *, bands: Bands, whole_year: bool) -> Pair:
    alike = [a for a in answers if _same_kind(goal, a)]
    if not alike:
        return Pair(goal, answers[0], Relation.KIND)
    if whole_year:
        alike = [a for a in alike if a.measure.basis is Basis.CUMULATIVE] or alike
    nearest = _nearest(goal, alike)
    same_basis = [a for a in nearest if a.measure.basis is goal.measure.basis] or nearest
    compared = [
        _hold_to_matter(_compare(goal, a, bands=bands, whole_year=whole_year), a)
        for a in same_basis
    ]
    if len({pair.relation for pair in compared}) > 1:
        return Pair(goal, None, Relation.SEVERAL)
    return min(compared, key=lambda pair: pair.share or Decimal(0))


def _matter(number: Number) -> frozenset[str]:
    """The words around a number, without those that only say since when it counts."""
    text = number.near
    for word in load_lexicon().words["since"]:
        text = text.replace(word, ",")
    return bigrams(text)


def _hold_to_matter(pair: Pair, answer: Number) -> Pair:
    """A goal is not met by counting what is only begun or prepared: 8座已开工 for 建成8座."""
    if pair.relation is not Relation.MET or _counts_finished(pair.goal, answer):
        return pair
    return replace(pair, relation=Relation.OTHER)


def _counts_finished(goal: Number, answer: Number) -> bool:
    lexicon = load_lexicon()
    lessening = lexicon.words["lessening"] + lexicon.words["counting_under_way"]
    if any(w in answer.near and w not in goal.near for w in lessening):
        return False
    taken = [s.position for s in find_standings([Clause(answer.near, 0)])]
    asked = [s.position for s in find_standings([Clause(goal.near, 0)], goal=True)]
    if not asked and lexicon.has("definite", goal.near) and goal.measure.kind is Kind.COUNT:
        asked = [(lexicon.built, State.NEARLY)]
    return not taken or not asked or max(taken) >= max(asked)


def _nearest(goal: Number, answers: list[Number]) -> list[Number]:
    """Choose the answers whose clause shares most words; all, where even the best share few."""
    asked = _matter(goal)
    shared = [len(asked & _matter(answer)) for answer in answers]
    best = max(shared)
    if best < len(asked) * _SAME_MATTER:
        return answers
    return [answer for answer, n in zip(answers, shared, strict=True) if n == best]


def _compare(goal: Number, answer: Number, *, bands: Bands, whole_year: bool) -> Pair:
    share = _share(goal.measure, answer.measure)
    reached = reaches(share, bands.on_schedule_from, bands)
    counted = goal.measure.kind in (Kind.COUNT, Kind.MONEY) and not whole_year
    bases = [goal.measure.basis, answer.measure.basis]
    if not counted or bases[0] is bases[1]:
        alike = not counted or bases[0] is not Basis.UNKNOWN
        return Pair(goal, answer, _judge(goal.measure, share, reached), share, alike)
    if is_ceiling(goal.measure):
        bases.reverse()
    if bases[1] is Basis.CUMULATIVE:
        # What was counted since the start is never less than what was counted in the period.
        relation = Relation.BASIS if reached else Relation.SHORT
    elif bases[0] is Basis.CUMULATIVE:
        relation = Relation.MET if reached else Relation.BASIS
    else:
        relation = _judge(goal.measure, share, reached)
    return Pair(goal, answer, relation, share, alike=False)


def _same_kind(goal: Number, answer: Number) -> bool:
    """Say whether two numbers are of one kind; a share of the money is not a share of the works."""
    matters = load_lexicon().words["matters"]
    first, second = ({word for word in matters if word in n.near} for n in (goal, answer))
    if goal.measure.unit == "%" and first and second and not first & second:
        return False
    return goal.measure.kind is answer.measure.kind


def is_ceiling(goal: Measure) -> bool:
    """Say whether a goal is not to be passed (控制在300件以内)."""
    return goal.comparator in (Comparator.AT_MOST, Comparator.LESS)


def _judge(goal: Measure, share: Decimal, reached: bool) -> Relation:
    if reached:
        return Relation.MET
    # 约44% is not missed by 41.6%; how far "about" reaches, nobody has written down.
    near = goal.comparator is Comparator.ABOUT and share >= Decimal("0.95")
    return Relation.ABOUT if near else Relation.SHORT


def _share(goal: Measure, answer: Measure) -> Decimal:
    asked, reached = _in_first_unit(goal), _in_first_unit(answer)
    if is_ceiling(goal):
        asked, reached = reached, asked
    if not asked:
        return Decimal(1)
    share = reached / asked
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(
        Decimal("0.0001"), ROUND_DOWN
    )


def _in_first_unit(measure: Measure) -> Fraction:
    """Turn 公里 into 米: the printed unit into the first of its family."""
    unit = load_words().units.get(measure.unit)
    return Fraction(measure.value) * (unit.size if unit else 1)
