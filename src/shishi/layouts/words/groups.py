"""Headers of several rows that were flattened into one: which words are groups, and which stand under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from shishi.layouts.words.vocabulary import OTHER, HeaderWord

_MOST_GROUPS = 3


def flat_orders(words: Sequence[HeaderWord]) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the columns of one row or two in order: no groups first."""
    yield list(words)
    yield from _two_rows(words, fewest=2)


def deep_orders(words: Sequence[HeaderWord]) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the columns of three rows in order: a group of the second may hold one column.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> words = [known_word(w) for w in "序号 工作进展 目标任务 完成情况 完成率 备注".split()]
    >>> [w.word for w in next(deep_orders(words))]
    ['序号', '目标任务', '完成率', '备注']
    """
    for split in range(2, len(words) - 2):
        lower = {tuple(map(id, o)): o for o in _two_rows(words[split:], fewest=1)}
        for below in lower.values():
            yield from place_row(words[:split], below, fewest=2)


def place_row(
    top: Sequence[HeaderWord], below: Sequence[HeaderWord], *, fewest: int
) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put a row of words under up to three groups of the row above, `fewest` a group or more."""
    for chosen in _choices(top):
        yield from _place_children(top, below, chosen, fewest=fewest)


def _two_rows(words: Sequence[HeaderWord], *, fewest: int) -> Iterator[list[HeaderWord]]:
    for chosen in _choices(words):
        for split in range(chosen[-1] + 1, len(words)):
            yield from _place_children(words[:split], words[split:], chosen, fewest=fewest)


def _choices(words: Sequence[HeaderWord]) -> Iterator[list[int]]:
    """Yield which words may be the groups, fewer first, and known groups before words that nobody knows."""
    groups = [i for i, w in enumerate(words) if w.covers]
    groups.sort(key=lambda i: words[i].claims[:1] == ((OTHER, 5),))
    for count in range(1, min(_MOST_GROUPS, len(groups)) + 1):
        yield from map(sorted, combinations(groups, count))


def _place_children(
    top: Sequence[HeaderWord],
    below: Sequence[HeaderWord],
    groups: Sequence[int],
    *,
    fewest: int,
) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the words of the lower row under their groups, in order; none where they do not fit."""
    if not groups:
        if not below:
            yield list(top)
        return
    *before, last = groups
    for taken in range(fewest, len(below) - fewest * len(before) + 1):
        under = below[len(below) - taken :]
        if not all(_stands_under(word, top[last]) for word in under):
            return
        for order in _place_children(
            top[:last], below[: len(below) - taken], before, fewest=fewest
        ):
            yield [*order, *under, *top[last + 1 :]]


def _stands_under(word: HeaderWord, group: HeaderWord) -> bool:
    """Tell a column that a group may cover: none of another time, and not the group's own word again."""
    other = word.period and group.period and word.period != group.period
    if other or word.word == group.word:
        return False
    return any(field in group.covers for field, _ in word.claims)
