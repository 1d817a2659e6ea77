"""Preparing: a number that counts a step before the goal's own (选址9处 for 新建9处) is no answer."""

from __future__ import annotations

from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.lexicon import Lexicon, load_lexicon
from shishi.matching.goals.numbers import Number
from shishi.matching.goals.steps import State, find_standings
from shishi.measures.measure import Kind

_VERB = 2


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


def counts_what_is_there(goal: Number, answer: Number) -> bool:
    """Say whether an answer counts what is there, and not what is under way or planned (拟建2座)."""
    under_way = load_lexicon().words["counting_under_way"]
    return not any(word in answer.near and word not in goal.near for word in under_way)


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
    wanted = _find_preparing(_before(goal), lexicon)
    if not wanted and not _asks_to_build(asked, lexicon):
        wanted = _find_preparing(asked, lexicon)
    return not named <= wanted and not _is_same_visit(asked, given, lexicon)


def _before(number: Number) -> str:
    """Give the verb right before a number: 选定3个 counts what is chosen, whatever comes of it."""
    clause, measure = number.clause, number.measure
    start = clause.starts[clause.measures.index(measure)]
    return clause.text[max(start - _VERB, 0) : start]


def names_preparation(text: str, asked: str) -> bool:
    """Say whether a text names a preparation that was not asked for.

    >>> names_preparation("花坛踏勘已完成", "完成花坛修缮"), names_preparation("踏勘已完成", "完成踏勘")
    (True, False)
    """
    lexicon = load_lexicon()
    return not _find_preparing(text, lexicon) <= _find_preparing(asked, lexicon)


def find_preparation(text: str) -> str:
    """Give the word of a preparation that stands furthest back in a text; "" when there is none.

    >>> find_preparation("已完成摸底,拟定方案"), find_preparation("建成3座")
    ('方案', '')
    """
    lexicon = load_lexicon()
    plain = _clean(text, lexicon)
    found = [(plain.rfind(word), word) for words in lexicon.preparing for word in words]
    return max((pair for pair in found if pair[0] >= 0), default=(0, ""))[1]


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
    if lexicon.has("prepared", number.near) and not _find_preparing(number.near, lexicon):
        return False  # 公园点位9处: the verb that says what became of them stands further off
    return own or lexicon.has("building", number.near)


def _says_more(clause: Clause, lexicon: Lexicon) -> bool:
    if find_standings([clause]) or _find_preparing(clause.text, lexicon):
        return True
    return lexicon.has("done", clause.text) or lexicon.has("building", clause.text)
