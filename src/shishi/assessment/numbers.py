"""Numbers: measures with the words around them, and whether two of them can be compared at all.

A number that counts a step before the goal's own (选址9处 for 新建9处) cannot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from shishi.assessment.clauses import Clause, Topic, bigrams
from shishi.assessment.lexicon import Lexicon, load_lexicon
from shishi.assessment.steps import State, find_standings
from shishi.measures.measure import Comparator, Kind, Measure
from shishi.measures.units import load_words


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
    near = len(bigrams(goal.near) & bigrams(answer.near))
    far = len(bigrams(goal.topic.text) & bigrams(answer.topic.text))
    return 2 * near + far, near


def matter(number: Number) -> frozenset[str]:
    """Give the pairs of characters around a number that may say what it counts."""
    return bigrams(_timeless(number))


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
    return goal.measure.kind is answer.measure.kind


def is_same_matter(goal: Number, answer: Number) -> bool:
    """Say whether the words around two numbers agree, or say nothing on one side (累计完成8座)."""
    asked, given = _without("general", _timeless(goal)), _without("general", _timeless(answer))
    bare = not bigrams(asked) or len(bigrams(given)) <= 1
    return bare or bool(bigrams(asked) & bigrams(given))


def counts_finished(goal: Number, answer: Number) -> bool:
    """Say whether an answer counts things that are as far as the goal asks, and not only begun."""
    lexicon = load_lexicon()
    prepared = {
        word for words in lexicon.preparing for word in words
    }  # is_step_before weighs these
    lessening = {*lexicon.words["lessening"], *lexicon.words["counting_under_way"]} - prepared
    if any(w in answer.near and w not in goal.near for w in lessening):
        return False
    taken = [s.position for s in find_standings([Clause(answer.near, 0)])]
    asked = [s.position for s in find_standings([Clause(goal.near, 0)], goal=True)]
    if not asked and lexicon.has("definite", goal.near) and goal.measure.kind is Kind.COUNT:
        asked = [(lexicon.built, State.NEARLY)]
    return not taken or not asked or max(taken) >= max(asked)


def is_step_before(goal: Number, answer: Number) -> bool:
    """Say whether an answer counts what is only prepared or begun, where the goal asks for more.

    Asked for preparation itself (完成选址9处), the same preparation answers.
    """
    lexicon, given = load_lexicon(), _scope(answer)
    asked = _around_goal(goal, lexicon)
    if _is_begun_only(asked, given, goal.measure.kind):
        return True
    named = _find_preparing(given, lexicon)
    if not named or _is_built(given) or lexicon.has("preparing_over", given):
        return False
    wanted = set() if _asks_to_build(asked, lexicon) else _find_preparing(asked, lexicon)
    return not named <= wanted and not _is_same_visit(asked, given, lexicon)


def names_preparation(text: str, asked: str) -> bool:
    """Say whether a text names a preparation that was not asked for.

    >>> names_preparation("花坛踏勘已完成", "完成花坛修缮"), names_preparation("踏勘已完成", "完成踏勘")
    (True, False)
    """
    lexicon = load_lexicon()
    return not _find_preparing(text, lexicon) <= _find_preparing(asked, lexicon)


def _find_preparing(text: str, lexicon: Lexicon) -> set[int]:
    """Give the numbers of the kinds of preparation that a text names."""
    plain = _clean(text, lexicon)
    return {
        kind for kind, words in enumerate(lexicon.preparing) if any(word in plain for word in words)
    }


def _clean(text: str, lexicon: Lexicon) -> str:
    for word in lexicon.words["preparing_not"]:
        text = text.replace(word, ",")
    return text


def _asks_to_build(text: str, lexicon: Lexicon) -> bool:
    """Say whether a goal goes past preparation: 选址新建9处 does, 新建公园选址9处 does not."""
    if _is_built(text, goal=True):
        return True
    plain = _clean(text, lexicon)
    last_built = max(map(plain.rfind, lexicon.words["building"]))
    ahead = [w for words in lexicon.preparing for w in words]
    return last_built > max(map(plain.rfind, (*ahead, *lexicon.words["prepared"])))


def _is_built(text: str, *, goal: bool = False) -> bool:
    built = load_lexicon().built
    standings = find_standings([Clause(text, 0)], goal=goal)
    return any(s.step.rank >= built and s.state >= State.NEARLY for s in standings)


def _is_begun_only(asked: str, given: str, kind: Kind) -> bool:
    """Say whether a count for a goal to build is of steps before that: 2条已开工 for 新建2条."""
    lexicon = load_lexicon()
    if kind is not Kind.COUNT or not lexicon.has("building", asked):
        return False
    if lexicon.has("starts", asked) or find_standings([Clause(asked, 0)], goal=True):
        return False
    if _find_preparing(asked, lexicon):
        return False
    taken = find_standings([Clause(given, 0)])
    return bool(taken) and all(s.step.rank < lexicon.built for s in taken)


def _is_same_visit(asked: str, given: str, lexicon: Lexicon) -> bool:
    return any(word in asked and word in given for word in lexicon.words["visits"])


def _around_goal(goal: Number, lexicon: Lexicon) -> str:
    return goal.near if _has_verb(goal, lexicon) else goal.clause.text


def _scope(number: Number) -> str:
    """Give the words that say how far counted things are.

    Those around the number; without a verb there (9个(3万平方米)公园选址), those of the clause; without
    one there (公园9个,均已选址), those of the clauses next to it that count nothing themselves.
    """
    lexicon, clause = load_lexicon(), number.clause
    if _has_verb(number, lexicon):
        return number.near
    if _says_more(clause, lexicon):
        return clause.text
    clauses = number.topic.clauses
    at = next((i for i, one in enumerate(clauses) if one is clause), 0)
    beside = [c for c in clauses[max(at - 1, 0) : at + 2] if c is clause or not c.measures]
    return ",".join(c.text for c in beside)


def _has_verb(number: Number, lexicon: Lexicon) -> bool:
    action = number.measure.action
    own = bool(action) and action not in lexicon.words["general"] + lexicon.words["since"]
    return own or lexicon.has("building", number.near)


def _says_more(clause: Clause, lexicon: Lexicon) -> bool:
    if find_standings([clause]) or _find_preparing(clause.text, lexicon):
        return True
    return lexicon.has("done", clause.text) or lexicon.has("building", clause.text)


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
