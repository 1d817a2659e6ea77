"""Find the texts that are like one among many, without holding it against each of them.

A set of texts is a whole number, whose n-th bit stands for the n-th text: what is asked of all texts
is asked of them at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from operator import or_
from typing import TypeVar

Mark = TypeVar("Mark", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PairIndex:
    """Many texts by the pairs of characters they hold, and by how many those are."""

    by_pair: Mapping[str, int]
    by_size: Mapping[int, int]

    def find(self, pairs: frozenset[str], *, share: Fraction, whole: bool) -> list[int]:
        """Give the places of the texts whose likeness to these pairs reaches a share above 0, in order."""
        found = self.group(pairs, share=share, whole=whole).values()
        return list_places(reduce(or_, found, 0))

    def group(self, pairs: frozenset[str], *, share: Fraction, whole: bool) -> dict[Fraction, int]:
        """Group the texts whose likeness to these pairs reaches a share above 0, by that likeness.

        Likeness is that of shishi.matching.wording.

        >>> found = build_index([{"公园"}, {"泵站"}, {"公园", "口袋"}]).group(
        ...     frozenset({"公园"}), share=Fraction(1, 2), whole=True)
        >>> {str(likeness): list_places(texts) for likeness, texts in found.items()}
        {'1': [0], '2/3': [2]}
        """
        found: defaultdict[Fraction, int] = defaultdict(int)
        texts = [self.by_pair[pair] for pair in pairs if pair in self.by_pair]
        for shared, holding in _count(texts):
            for size, sized in self.by_size.items():
                likeness = _likeness(shared, len(pairs), size, whole=whole)
                if likeness >= share and (alike := holding & sized):
                    found[likeness] |= alike
        return found


def build_index(texts: Iterable[Iterable[str]]) -> PairIndex:
    """Sort texts, each the set of its pairs, by what they hold."""
    sets = [frozenset(pairs) for pairs in texts]
    return PairIndex(sort_by(sets), sort_by([len(pairs)] if pairs else [] for pairs in sets))


def sort_by(marks: Iterable[Iterable[Mark]]) -> dict[Mark, int]:
    """Give for each mark the set of those that bear it, by their places.

    >>> sort_by([["水利局"], ["住建局", "水利局"]])
    {'水利局': 3, '住建局': 2}
    """
    found: defaultdict[Mark, list[int]] = defaultdict(list)
    for place, borne in enumerate(marks):
        for mark in borne:
            found[mark].append(place)
    return {mark: _set_of(places) for mark, places in found.items()}


def list_places(texts: int) -> list[int]:
    """List the places of a set, in order.

    >>> list_places(0b1101)
    [0, 2, 3]
    """
    return [place for place, bit in enumerate(reversed(f"{texts:b}")) if bit == "1"]


def _set_of(places: Iterable[int]) -> int:
    bits = bytearray()
    for place in places:
        byte = place // 8
        bits.extend(bytes(max(0, byte + 1 - len(bits))))
        bits[byte] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def _count(texts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give how many of some sets a text is in, with the texts that are in so many; the most first.

    The counts of all texts are kept as columns of binary digits, the last digit first.
    """
    columns: list[int] = []
    anywhere = 0
    for carried in texts:
        anywhere |= carried
        for at, column in enumerate(columns):
            columns[at], carried = column ^ carried, column & carried
        if carried:
            columns.append(carried)
    yield from _split(columns[::-1], anywhere, 0)


def _split(columns: list[int], texts: int, count: int) -> Iterator[tuple[int, int]]:
    """Split texts by the digits of their counts that are left, the greater ones first."""
    if not texts:
        return
    if not columns:
        yield count, texts
        return
    column, *rest = columns
    yield from _split(rest, texts & column, 2 * count + 1)
    yield from _split(rest, texts & ~column, 2 * count)


@lru_cache(maxsize=65536)
def _likeness(shared: int, one: int, other: int, *, whole: bool) -> Fraction:
    if whole:
        return Fraction(2 * shared, one + other)
    return Fraction(shared, min(one, other))
