"""Labels that say the same in other words: 牵头单位 in some blocks of a page, 责任单位 in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import combinations, pairwise

from shishi.layouts.flows.labelled.labels import word_of
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import OTHER, RESPONSIBLE, STARRED
from shishi.records import Field

_IN_TURNS = 4
_FEWEST = 2


def find_alternatives(
    words: Sequence[str],
    *,
    headed: bool,
    dialect: Dialect,
    apart: Set[frozenset[str]] = frozenset(),
) -> Mapping[str, str]:
    """Map each label of a page to the commonest that says the same; `words` come in page order.

    Two labels of one meaning that stand beside each other, block after block, each say something of
    their own; so do those of different times (一季度目标, 二季度目标) and the pairs in `apart`.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> page = "牵头单位 进展情况 牵头单位 进展情况 责任单位 进展情况 牵头单位 进展情况".split()
    >>> find_alternatives(page, headed=True, dialect=COMMON)["责任单位"]
    '牵头单位'
    >>> page = "牵头单位 责任单位 牵头单位 责任单位 牵头单位 责任单位".split()
    >>> find_alternatives(page, headed=True, dialect=COMMON)["责任单位"]
    '责任单位'
    """
    counts = Counter(words)
    meant = {word: meaning_of(word, dialect, headed=headed) for word in counts}
    same = {word: word for word in counts}
    told = sorted(filter(meant.get, counts), key=lambda word: -counts[word])
    for a, b in combinations(told, 2):
        if same[a] != a or same[b] != b or meant[a] != meant[b]:
            continue
        if frozenset({a, b}) in apart or _are_of_other_times(words, (a, b), dialect):
            continue
        if not _share_blocks(words, (a, b), meant):
            same[b] = a
    return same


def meaning_of(word: str, dialect: Dialect, *, headed: bool) -> str | None:
    """Say what a label means by itself; None where no list tells.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> meaning_of("责任单位", COMMON, headed=True), meaning_of("受益人群", COMMON, headed=True)
    ('lead_units', None)
    """
    claims = word_of(word, dialect).claims
    name = claims[0][0]
    if name in {RESPONSIBLE, STARRED}:
        return Field.LEAD_UNITS.value
    if headed and name == Field.ITEM and any(other == Field.GOAL for other, _ in claims):
        return Field.GOAL.value
    return None if name == OTHER else name


def _are_of_other_times(words: Sequence[str], pair: tuple[str, str], dialect: Dialect) -> bool:
    """Tell labels of two periods; where only one says its period, both must stand in nearly every block."""
    one, other = (word_of(word, dialect).period for word in pair)
    if one == other:
        return False
    turns = [word for word in words if word in pair]
    in_turns = 4 * sum(a == b for a, b in pairwise(turns)) <= len(turns)
    return bool(one and other) or (len(turns) >= _IN_TURNS and in_turns)


def _share_blocks(
    words: Sequence[str], pair: tuple[str, str], meant: Mapping[str, str | None]
) -> bool:
    """Tell two words that stand in the same blocks: in turns, and with other words beside each.

    What stands behind the last word of the page is not known, nor what stands before the first one.
    """
    if _follow(words, pair):
        return True
    turns = [word for word in words if word in pair]
    again = sum(first == second for first, second in pairwise(turns))
    if 2 * again >= len(turns):
        return False
    fewer, common = max(_beside(way, pair, meant) for way in (words, words[::-1]))
    return 3 * common <= fewer


def _follow(words: Sequence[str], pair: tuple[str, str]) -> bool:
    """Tell two words that are as good as always right behind one another: 估算总投资, 已完成投资.

    A word that stands behind the other now and then is a part of its value: 说明:滞后原因:…
    """
    follows = Counter(pairwise(words))
    some, more = sorted((follows[pair], follows[pair[::-1]]))
    commoner = max(words.count(word) for word in pair)
    return more >= _FEWEST and 2 * more >= commoner and 4 * some <= more


def _beside(
    words: Sequence[str], pair: tuple[str, str], meant: Mapping[str, str | None]
) -> tuple[int, int]:
    """Count the words after the rarer of two, up to the next of them, and those that both have."""
    after = {word: Counter[str]() for word in pair}
    last = ""
    for word in words:
        if word in after:
            last = word
        elif last:
            after[last][meant[word] or word] += 1
    one, other = after.values()
    return min(sum(one.values()), sum(other.values())), sum((one & other).values())
