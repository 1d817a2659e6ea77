"""Match the records of two pages, with what each match rests on."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from heapq import heappop, heappush
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from shishi.matching.index import PairIndex, build_index, sort_by
from shishi.matching.wording import (
    Ground,
    load_wordlist,
    numbers_of,
    pairs_of,
    promised,
    squeezed,
)
from shishi.records import Field, Page, Record
from shishi.rulebook import Rulebook
from shishi.text.characters import fold

_FEWEST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Which record of another page one record is; `other` is None where none is, with the reason."""

    order: int
    other: int | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A record as it is compared."""

    record: Record
    item: str
    pairs: frozenset[str]
    numbers: tuple[str, ...]
    leads: tuple[str, ...]
    code: tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Others:
    """The records of the other page, and sets of them: by what they hold, as whole numbers (index.py)."""

    sides: Sequence[_Side]
    orders: Sequence[int]
    index: PairIndex
    items: Mapping[str, int]
    codes: Mapping[tuple[int, str], int]
    leads: Mapping[str, int]
    numbers: Mapping[tuple[str, ...], int]
    short: int  # that say too little


class _Rank(NamedTuple):
    """How well two records match: the same words first, and then by all that is alike."""

    same_item: bool
    weight: Fraction


@dataclass(slots=True)
class _Candidates:
    """All records of the other page that may be one record: sets of equal rank, the best last."""

    side: _Side
    others: _Others
    levels: list[tuple[_Rank, int]]

    @property
    def is_toss_up(self) -> bool:
        """Say whether two are equally like it; where the words are the same, the order tells."""
        rank, best = self.levels[-1]
        return not rank.same_item and best & (best - 1) > 0

    def best(self, free: int = -1) -> tuple[_Rank, int, int] | None:
        """Give the best of those that are free: its rank, how far off it stands in its list, its place.

        Of two that are equal, the one that stands nearer in its list is better. What is not free is
        forgotten: it will not be again.
        """
        while self.levels:
            rank, among = self.levels[-1]
            if among & free:
                return rank, *_nearest(among & free, self.side.record.order, self.others.orders)
            self.levels.pop()
        return None


def match_lists(page: Page, other: Page, *, rulebook: Rulebook) -> tuple[Match, ...]:
    """Match two tables of one list, such as two months: a record is one other record at most.

    One match for each record of `page`, in its order. The same words match, or similar ones with the
    same code or lead unit; a row that was renumbered is found by its words.
    """
    sides, others = _build_sides(page, rulebook), _build_others(other, rulebook)
    found = {side.record.order: _find(side, others, same_list=True) for side in sides}
    return tuple(_share_out(found))


def match_pages(page: Page, other: Page, *, rulebook: Rulebook) -> tuple[Match, ...]:
    """Match a plan with another office's plan, where one record may hold the promises of several.

    One match for each record of `page`, in its order: the other plan's record that holds most of its
    words, together with the lead unit and the numbers.
    """
    sides, others = _build_sides(page, rulebook), _build_others(other, rulebook)
    return tuple(_choose(_find(side, others, same_list=False)) for side in sides)


def _build_sides(page: Page, rulebook: Rulebook) -> list[_Side]:
    sides = []
    for record in page.records:
        text = promised(page, record)
        sides.append(
            _Side(
                record,
                squeezed(text),
                pairs_of(text),
                numbers_of(text),
                tuple(rulebook.unit(name) for name in _list_leads(page, record)),
                (record.section, record.plain(Field.CODE).strip()),
            )
        )
    return sides


def _build_others(page: Page, rulebook: Rulebook) -> _Others:
    sides = sorted(_build_sides(page, rulebook), key=lambda side: side.record.order)
    return _Others(
        sides=sides,
        orders=[side.record.order for side in sides],
        index=build_index(side.pairs for side in sides),
        items=sort_by([side.item] if side.item else [] for side in sides),
        codes=sort_by([side.code] if side.code[1] else [] for side in sides),
        leads=sort_by(side.leads for side in sides),
        numbers=sort_by([side.numbers] if side.numbers else [] for side in sides),
        short=sort_by([len(side.pairs) < _FEWEST_PAIRS] for side in sides).get(True, 0),
    )


def _list_leads(page: Page, record: Record) -> list[str]:
    names = record.names.get(Field.LEAD_UNITS, ())
    return ["".join(fold(name.value, page.script).plain.split()) for name in names]


def _find(side: _Side, others: _Others, *, same_list: bool) -> _Candidates:
    """Find everything on the other page that may be this record.

    Records with the same words come before all others; those of a similar item are as good as their
    words are alike, and better by a tenth for the code, the lead unit and the numbers each.
    """
    beside = _Beside(side, others)
    levels: defaultdict[_Rank, int] = defaultdict(int)
    same = others.items.get(side.item, 0)
    for count, among in beside.split(same):
        levels[_Rank(True, Fraction(count))] |= among
    alone, with_more = _thresholds(same_list=same_list)
    near = others.index.group(side.pairs, share=with_more, whole=same_list)
    for share, alike in near.items():
        among = alike & ~same
        if share < 1:
            among &= 0 if len(side.pairs) < _FEWEST_PAIRS else ~others.short
        elif not same_list:
            among &= beside.lead | (0 if len(side.pairs) < _FEWEST_PAIRS else ~others.short)
        if share < alone:
            among &= beside.lead & (beside.code if same_list else -1)
        for count, equal in beside.split(among):
            levels[_Rank(False, share + Fraction(count, 10))] |= equal
    return _Candidates(side, others, sorted(levels.items()))


class _Beside:
    """Sets of the records for which something speaks beside the words."""

    def __init__(self, side: _Side, others: _Others) -> None:
        self.code = others.codes.get(side.code, 0)
        self.lead = reduce(or_, (others.leads.get(lead, 0) for lead in side.leads), 0)
        self.numbers = others.numbers.get(side.numbers, 0)

    def split(self, among: int) -> Iterator[tuple[int, int]]:
        """Split records by how much speaks for them; gives no empty set."""
        code, lead, numbers = self.code & among, self.lead & among, self.numbers & among
        reached = (among, code | lead | numbers, code & lead | numbers & (code | lead))
        for count, (some, more) in enumerate(pairwise((*reached, code & lead & numbers, 0))):
            if equal := some & ~more:
                yield count, equal


def _nearest(among: int, order: int, orders: Sequence[int]) -> tuple[int, int]:
    """Give how far off the record stands that is nearest to an order, and its place in the list."""
    at = bisect_left(orders, order)
    before, after = among & ((1 << at) - 1), among >> at
    found = [before.bit_length() - 1] if before else []
    if after:
        found.append(at + (after & -after).bit_length() - 1)
    return min((abs(orders[place] - order), place) for place in found)


def _thresholds(*, same_list: bool) -> tuple[Fraction, Fraction]:
    """Give how alike two items must be: by their words alone, and where more speaks for it."""
    need = load_wordlist().likeness
    name = "same_list" if same_list else "other_list"
    return need[name], need[f"{name}_beside"]


def _grounds(one: _Side, other: _Side) -> Iterator[Ground]:
    """List what a match of two records rests on."""
    same_item = bool(one.item) and one.item == other.item
    yield Ground.SAME_ITEM if same_item else Ground.SIMILAR_ITEM
    if one.code[1] and one.code == other.code:
        yield Ground.SAME_CODE
    if set(one.leads) & set(other.leads):
        yield Ground.SAME_LEAD
    if one.numbers and one.numbers == other.numbers:
        yield Ground.SAME_NUMBERS


def _match(side: _Side, other: _Side) -> Match:
    return Match(side.record.order, other.record.order, tuple(_grounds(side, other)))


def _choose(candidates: _Candidates) -> Match:
    order = candidates.side.record.order
    found = candidates.best()
    if found is None:
        return Match(order, None, (Ground.NONE_ALIKE,))
    if candidates.is_toss_up:
        return Match(order, None, (Ground.SEVERAL_ALIKE,))
    return _match(candidates.side, candidates.others.sides[found[-1]])


def _share_out(found: Mapping[int, _Candidates]) -> Iterator[Match]:
    """Give every record of the other page to the one that is most like it."""
    without = {
        order: Ground.SEVERAL_ALIKE if candidates.is_toss_up else Ground.TAKEN
        for order, candidates in found.items()
        if candidates.levels
    }
    given: dict[int, Match] = {}
    free = -1
    waiting: list[tuple[bool, Fraction, int, int, int, int]] = []

    def wait(number: int, order: int) -> None:
        """Stand in the line with the best that is left."""
        if best := found[order].best(free):
            rank, apart, place = best
            entry = (not rank.same_item, -rank.weight, apart, number, place, order)
            heappush(waiting, entry)

    for number, order in enumerate(found):
        if without.get(order) is Ground.TAKEN:
            wait(number, order)
    while waiting:
        *_, number, place, order = heappop(waiting)
        if free >> place & 1:
            free &= ~(1 << place)
            candidates = found[order]
            given[order] = _match(candidates.side, candidates.others.sides[place])
        else:
            wait(number, order)
    for order in found:
        none = (without.get(order, Ground.NONE_ALIKE),)
        yield given.get(order) or Match(order, None, none)
