"""Headers of several rows that were flattened into one: which words are groups, and which stand under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from shishi.layouts.words.vocabulary import OTHER, HeaderWord


def flat_orders(words: Sequence[HeaderWord]) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the columns in order: no groups first, then one group, two, three.

    Words that are known as groups come before those that nobody knows.
    """
    yield list(words)
    groups = [i for i, w in enumerate(words) if w.covers]
    groups.sort(key=lambda i: words[i].claims[:1] == ((OTHER, 5),))
    for count in range(1, min(3, len(groups)) + 1):
        for chosen in combinations(groups, count):
            for split in range(max(chosen) + 1, len(words)):
                order = _place_children(words[:split], words[split:], chosen)
                if order:
                    yield order


def _place_children(
    top: Sequence[HeaderWord],
    below: Sequence[HeaderWord],
    groups: Sequence[int],
    *,
    fewest: int = 2,
) -> list[HeaderWord] | None:
    """Put the words of the lower row under their groups, in order; None when they do not fit."""
    order: list[HeaderWord] = []
    rest = list(below)
    for index, word in enumerate(top):
        if index not in groups:
            order.append(word)
            continue
        taken = 0
        while taken < len(rest) and _stands_under(rest[taken], word):
            taken += 1
        if taken < fewest:
            return None
        order += rest[:taken]
        rest = rest[taken:]
    return order if not rest else None


def _stands_under(word: HeaderWord, group: HeaderWord) -> bool:
    """Tell a column that a group may cover: none of another time, and not the group's own word again."""
    other = word.period and group.period and word.period != group.period
    if other or word.word == group.word:
        return False
    return any(field in group.covers for field, _ in word.claims)


def place_row(
    top: Sequence[HeaderWord], below: Sequence[HeaderWord], *, fewest: int
) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put a row of words under up to three groups of the row above, `fewest` a group or more."""
    groups = [i for i, w in enumerate(top) if w.covers]
    for count in range(1, min(3, len(groups)) + 1):
        for chosen in combinations(groups, count):
            if way := _place_children(top, below, chosen, fewest=fewest):
                yield way
