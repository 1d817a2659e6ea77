"""Find the steps of a project that a clause names, and how far each has come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import zip_longest

from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.lexicon import Lexicon, load_lexicon
from shishi.measures.steps import Step

_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})月")

_GOES_ON = re.compile("[\u3400-\u9fff]")

Span = tuple[int, int]
Found = tuple[Span, Step]
Named = tuple[Span, Step | None]  # None: a longer word that names no step


class State(IntEnum):
    """How far a step has come, or how far it is asked to come."""

    DENIED = -1  # 尚未开工
    PLANNED = 0
    UNDER_WAY = 1
    NEARLY = 2  # 基本完工
    DONE = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A step as one clause names it: the step, its state, and the clause."""

    step: Step
    state: State
    clause: Clause

    @property
    def position(self) -> tuple[int, State]:
        """Where this stands on the street of steps; later is greater."""
        return self.step.rank, self.state


def find_standings(
    clauses: Iterable[Clause], *, goal: bool = False, month: int = 12
) -> tuple[Standing, ...]:
    """Find the steps named in clauses, in reading order.

    In a goal a plan is what is asked for (力争进场 asks for 进场); in a report it is not yet anything,
    and neither is a step dated after `month`.

    >>> [(s.step.zh, s.state.name) for s in find_standings([Clause("已完成施工招标", 0), Clause("待验收", 0)])]
    [('招标采购', 'DONE'), ('验收', 'PLANNED')]
    """
    lexicon = load_lexicon()
    return tuple(
        Standing(
            step, _cap(clause, _state(clause.text, span, step, goal=goal, month=month)), clause
        )
        for clause in clauses
        for span, step in _find(clause.text, lexicon)
    )


def _cap(clause: Clause, state: State) -> State:
    """A step of which a share is done (完成主体施工的60%) is under way."""
    return min(state, State.UNDER_WAY) if clause.is_share else state


def _find(text: str, lexicon: Lexicon) -> list[Found]:
    named = _name(text, lexicon)
    kept: list[Found] = []
    for (span, step), following in zip_longest(named, named[1:]):
        if step is None or _is_modifier(text, span, step, following=following):
            continue
        # 桩基工程施工 is the foundations and not yet the construction.
        general = text[slice(*span)] in lexicon.words["works"]
        if not (general and kept and _touch(text, kept[-1][0], span)):
            kept.append((span, step))
    return kept


def _name(text: str, lexicon: Lexicon) -> list[Named]:
    literal = [(m.span(), _step_of(m, lexicon)) for m in lexicon.literal.finditer(text)]
    gapped = [
        (match.span(), step)
        for pattern, step in lexicon.gapped
        for match in pattern.finditer(text)
        if not any(a < match.end() and match.start() < b for (a, b), _ in literal)
        and not text[match.end() :].startswith(lexicon.not_before)
    ]
    return sorted([*literal, *gapped], key=lambda named: named[0])


def _step_of(word: re.Match[str], lexicon: Lexicon) -> Step | None:
    """Give the step of a word; none for who or what takes it (施工单位, 装修工程施工方案)."""
    after = word.string[word.end() :]
    if after.startswith(lexicon.not_before) or (
        word[0] in lexicon.closing and _GOES_ON.match(after)
    ):
        return None
    return lexicon.step_of.get(word[0])


def _is_modifier(text: str, span: Span, step: Step, *, following: Named | None) -> bool:
    """Say whether a step only tells which one follows: 施工招标 is a tender and no construction."""
    if following is None or not _touch(text, span, following[0]):
        return False
    return following[1] is None or step.rank > following[1].rank


def _touch(text: str, one: Span, following: Span) -> bool:
    return text[one[1] : following[0]] in ("", "的", "工程", "项目")


def _state(text: str, span: Span, step: Step, *, goal: bool, month: int) -> State:
    words = load_lexicon().words
    # A space parts two statements that lost their full stop.
    before, word, after = (
        text[: span[0]].rpartition(" ")[2],
        text[span[0] : span[1]],
        text[span[1] :],
    )
    if after.startswith(words["planned_after"]):
        return State.PLANNED
    if not goal and (_is_denied(before) or _is_denied(word) or _is_denied_after(after)):
        return State.DENIED
    if not goal and _is_planned(before, month):
        return State.PLANNED
    if not _is_done(before, word, after, event=step.event):
        return State.UNDER_WAY
    near = any(w in before + word or after.startswith(w) for w in words["hedged"])
    return State.NEARLY if near else State.DONE


def _is_denied(before: str) -> bool:
    words = load_lexicon().words
    return before.endswith(words["denied_at"]) or any(w in before for w in words["denied"])


def _is_denied_after(after: str) -> bool:
    """Say whether a step is denied behind its name (批复未完成), and not a later one (完成、招标未完成)."""
    words = load_lexicon().words
    start = min((at for w in words["denied_after"] if (at := after.find(w)) >= 0), default=-1)
    between = after[: max(start, 0)]
    said = words["done_before"] + words["done_after"] + words["under_way"]
    return start >= 0 and not any(w in between for w in said)


def _is_planned(before: str, month: int) -> bool:
    words = load_lexicon().words
    late = any(int(m) > month for m in _MONTH.findall(before))
    return (
        late or before.endswith(words["planned_at"]) or any(w in before for w in words["planned"])
    )


def _is_done(before: str, word: str, after: str, *, event: bool) -> bool:
    words = load_lexicon().words
    if after.startswith(words["doing_after"]) or "正在" in before + word:
        return False
    if any(w in after for w in words["done_after"]):
        return True
    last_done = max(map(before.rfind, words["done_before"]))
    last_doing = max(map(before.rfind, words["under_way"]))
    return event if last_done == last_doing else last_done > last_doing
