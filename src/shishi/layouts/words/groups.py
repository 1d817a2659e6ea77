"""Headers of several rows that were flattened into one: which words are groups, and which stand under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from shishi.layouts.words.dating import are_apart
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    SOURCE,
    STARRED,
    HeaderWord,
    date_claims,
    load_beside,
    load_headers,
    load_kin,
)
from shishi.records import Field

_MOST_GROUPS = 3
_MOST_IN_ROW = 4
"""So many groups a row may have that is known to end where another begins: there are fewer ways to try."""
_FEW = 2
_UNITS = (RESPONSIBLE, Field.LEAD_UNITS, Field.SUPPORT_UNITS)
_BODIES = (*_UNITS, Field.LEADERS)
_ANY = frozenset(Field)


class _Order(NamedTuple):
    """Columns in order: which of them stand under groups, and how many there are not what such a group mostly has.

    That is columns of its own kind, and groups of any. `apart` are the words for who does it, side by side in
    the header, that it puts in two rows or under two groups.
    """

    words: list[HeaderWord]
    under: frozenset[int] = frozenset()
    odd: int = 0
    apart: int = 0


def flat_orders(words: Sequence[HeaderWord]) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the columns of one row or two in order: no groups first, then those most of a kind."""
    yield list(words)
    if len(beside := _in_line(words)) < len(words):
        yield beside
    yield from _likeliest(_two_rows(words, fewest=_FEW))


def _likeliest(orders: Iterable[_Order]) -> Iterator[list[HeaderWord]]:
    """Give those that part no bodies first; one that does only where no other has cells of its looks.

    Rows tell 单位 单位 领导 from 单位 领导 单位, but never whether the lead or the supporter comes first.
    """
    ranked = sorted(orders, key=lambda order: order.odd + order.apart)
    together: dict[tuple[str, ...], int] = {}
    for order in ranked:
        looks = _looks(order.words)
        together[looks] = min(order.apart, together.get(looks, order.apart))
    return (o.words for o in ranked if o.apart == together[_looks(o.words)])


def _looks(words: Sequence[HeaderWord]) -> tuple[str, ...]:
    """Say what the cells of columns look alike by: 牵头单位 and 配合单位 both hold names of bodies."""
    fields = (word.claims[0][0] if word.claims else "" for word in words)
    return tuple(RESPONSIBLE if field in _UNITS else field for field in fields)


def _in_line(words: Sequence[HeaderWord]) -> list[HeaderWord]:
    """Leave out the groups right behind which two or more periods stand: 进度安排 一季度 二季度."""
    order: list[HeaderWord] = []
    group: HeaderWord | None = None
    for at, word in enumerate(words):
        below = _dated(word, group) if group else word
        if below is not word:
            order.append(below)
            continue
        dated = [_dated(w, word) is not w for w in words[at + 1 : at + 1 + _FEW]]
        group = word if word.covers and len(dated) == _FEW and all(dated) else None
        order += [] if group else [word]
    return order


def deep_orders(words: Sequence[HeaderWord]) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put the columns of three rows in order: a group of the second may hold one column.

    >>> from shishi.layouts.words.vocabulary import known_word
    >>> words = [known_word(w) for w in "序号 工作进展 目标任务 完成情况 完成率 备注".split()]
    >>> [w.word for w in next(deep_orders(words))]
    ['序号', '目标任务', '完成率', '备注']
    """
    yield from _likeliest(_three_rows(words))


def _three_rows(words: Sequence[HeaderWord]) -> Iterator[_Order]:
    for split in range(2, len(words) - 2):
        known = not any(w.covers and _is_unknown(w) for w in words[split:])
        top = list(map(_overall, words[:split])) if known else words[:split]
        lower = {tuple(map(id, o.words)): o for o in _two_rows(words[split:], fewest=1)}
        for below in lower.values():
            yield from _place_row(top, below)


def _overall(word: HeaderWord) -> HeaderWord:
    """Let a word of the first of three rows stand over groups of any kind: 实施情况 over 责任分工."""
    ends = tuple(load_headers()["looks"]["overall"])
    return replace(word, covers=_ANY) if word.word.endswith(ends) else word


def row_orders(
    rows: Sequence[Sequence[HeaderWord]], *, fewest: int = _FEW
) -> Iterator[list[HeaderWord]]:
    """Yield the ways to put each row of words under up to four groups of the row above, those most of a kind first.

    A group has `fewest` columns or more, counted in the last row.
    """
    *upper, last = rows
    orders = [_Order(list(last))]
    for at, row in reversed(list(enumerate(upper))):
        top = [_overall(w) for w in row] if not at and len(upper) > 1 else row
        orders = [o for below in orders for o in _place_known(top, below, fewest=fewest)]
    yield from _likeliest(orders)


def _place_row(top: Sequence[HeaderWord], below: _Order) -> Iterator[_Order]:
    for chosen in _choices(top):
        yield from _place_children(top, below, chosen, fewest=_FEW)


def _place_known(top: Sequence[HeaderWord], below: _Order, *, fewest: int) -> Iterator[_Order]:
    for chosen in _choices(top, _MOST_IN_ROW):
        yield from _place_children(top, below, chosen, fewest=fewest)


def _two_rows(words: Sequence[HeaderWord], *, fewest: int) -> Iterator[_Order]:
    for chosen in _choices(words):
        for split in range(chosen[-1] + 1, len(words)):
            apart = split - 1 not in chosen and _are_both_bodies(words[split - 1 : split + 1])
            below = _Order(list(words[split:]), apart=int(apart))
            yield from _place_children(words[:split], below, chosen, fewest=fewest)


def _choices(words: Sequence[HeaderWord], most: int = _MOST_GROUPS) -> Iterator[list[int]]:
    """Yield which words may be the groups, fewer first, and known groups before words that nobody knows."""
    groups = [i for i, w in enumerate(words) if w.covers]
    groups.sort(key=lambda i: _is_unknown(words[i]))
    for count in range(1, min(most, len(groups)) + 1):
        yield from map(sorted, combinations(groups, count))


def _is_unknown(word: HeaderWord) -> bool:
    """Tell a word that nobody knows, which may be a group or none: 河畔乐居."""
    return word.claims[:1] == ((OTHER, 5),)


def _place_children(
    top: Sequence[HeaderWord], below: _Order, groups: Sequence[int], *, fewest: int
) -> Iterator[_Order]:
    """Yield the ways to put the words of the lower row under their groups, in order; none where they do not fit."""
    if not groups:
        if not below.words:
            yield _Order(list(top), odd=below.odd, apart=below.apart)
        return
    *before, last = groups
    count = len(below.words)
    for taken in range(fewest, count - fewest * len(before) + 1):
        words, start = below.words, count - taken
        apart = bool(before) and _are_both_bodies(words[start - 1 : start + 1])
        under = [_below(word, top[last]) for word in words[start:]]
        if not all(_stands_under(word, top[last]) for word in under):
            return
        own = [word for at, word in enumerate(under, start) if at not in below.under]
        rest = frozenset(at for at in below.under if at < start)
        left = _Order(words[:start], rest, below.odd, below.apart + apart)
        for order in _place_children(top[:last], left, before, fewest=fewest):
            here = range(len(order.words), len(order.words) + taken)
            yield _Order(
                [*order.words, *under, *top[last + 1 :]],
                order.under | {*here},
                order.odd + _count_odd(own, top[last]),
                order.apart,
            )


def _are_both_bodies(words: Sequence[HeaderWord]) -> bool:
    """Tell words for who does it side by side, which no header parts: 牵头单位 配合单位."""
    return all(word.claims and word.claims[0][0] in _BODIES for word in words)


def _count_odd(under: Sequence[HeaderWord], group: HeaderWord) -> int:
    """Count the columns under a group that are not of its kind: 备注 under 工作进展."""
    kin = load_kin().get(group.claims[0][0] if group.claims else "")
    if kin is None:
        return 0
    return sum(not kin.intersection(field for field, _ in word.claims) for word in under)


def _below(word: HeaderWord, group: HeaderWord) -> HeaderWord:
    """Read a word below a group: at the group's time, and in its unit, 总投资 below 投资情况(亿元).

    What a level pays is not what the project costs: 省级资金 below 资金来源.
    """
    word = _dated(word, group)
    word = replace(word, claims=((OTHER, 5),)) if SOURCE in group.covers else word
    return replace(word, unit=group.unit) if group.unit and not word.unit else word


def _dated(word: HeaderWord, group: HeaderWord) -> HeaderWord:
    """Let a period below a group of goals or of progress mean what the group does, at its time."""
    if word.period != word.printed:
        return word
    claims = date_claims(group.word, group.claims, word.period)
    if claims[0][0] not in (Field.GOAL, Field.PROGRESS):
        return word
    return replace(word, claims=claims, sure=group.sure)


def _stands_under(word: HeaderWord, group: HeaderWord) -> bool:
    """Tell a column that a group may cover: none of another time, and not the group's own word again."""
    other = word.period and group.period and are_apart(word.period, group.period)
    alike = word.word == group.word and word.period == group.period
    again = alike and group.claims[0][0] not in _UNITS
    if other or again:
        return False
    starred = word.claims[:1] == ((STARRED, 5),) and Field.LEAD_UNITS in group.covers
    own = any(field in group.covers for field, _ in word.claims)
    return starred or own or _is_beside(word, group)


def _is_beside(word: HeaderWord, group: HeaderWord) -> bool:
    """Tell a column without a field of what its group is about: 联络员 behind 牵头单位, below 责任分工."""
    if not word.claims or word.claims[0][0] != OTHER:
        return False
    # what stands over groups of any kind has beside it what its own word says: 联络员 is below no 推进情况
    overall = group.covers == _ANY and not _is_unknown(group)
    covers = {group.claims[0][0]} if overall else group.covers
    ends = (ends for field, ends in load_beside().items() if field in covers)
    return any(word.word.endswith(end) for end in ends)
