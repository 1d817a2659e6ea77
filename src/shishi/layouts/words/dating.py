"""Dated header words: of several columns with one meaning the latest counts, and the goal of its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.words.vocabulary import HeaderWord
from shishi.records import Field
from shishi.text.periods import Period, find_periods

_SURER = 2
_FEWEST = 2


def prefer_latest(words: Sequence[HeaderWord]) -> list[HeaderWord]:
    """Let the latest of several dated columns of progress claim it most strongly.

    Of several dated goals it is the one of the same time: what was done by September is not held
    against the goal of August.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> words = [known_word(w) for w in "8月目标 8月完成情况 9月目标 9月完成情况".split()]
    >>> [w.claims[0] for w in prefer_latest(words) if w.claims[0][1] > 8]
    [('goal', 10), ('progress', 10)]
    """
    dated: dict[str, list[tuple[Period, int]]] = {}
    for index, word in enumerate(words):
        periods = find_periods(word.period, year=2000) if word.period else []
        if periods and word.claims:
            dated.setdefault(word.claims[0][0], []).append((periods[-1][1], index))
    done, goals = dated.get(Field.PROGRESS, []), dated.get(Field.GOAL, [])
    if not done:
        return list(words)
    latest, index = max(done, key=lambda one: (one[0].year, one[0].last, one[1]))
    chosen = {index} if len(done) >= _FEWEST else set()
    about = [(p.last - p.first, at) for p, at in goals if _spans(p, latest)]
    if len(goals) >= _FEWEST and about:
        chosen.add(min(about)[1])
    return [_surer(word) if at in chosen else word for at, word in enumerate(words)]


def _spans(goal: Period, done: Period) -> bool:
    return goal.year == done.year and goal.first <= done.last <= goal.last


def _surer(word: HeaderWord) -> HeaderWord:
    (name, strength), *rest = word.claims
    return replace(word, claims=((name, strength + _SURER), *rest))
