"""Find the texts that are like one among many, without holding it against each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class PairIndex:
    """Many texts by the pairs of characters they hold; a text goes by its place among them."""

    sizes: Sequence[int]
    places: Mapping[str, Sequence[int]]

    def find(self, pairs: Iterable[str], *, share: Fraction, whole: bool) -> list[int]:
        """Give the places of the texts whose likeness to these pairs reaches a share above 0, in order.

        Likeness is that of shishi.matching.wording.

        >>> build_index([{"公园"}, {"泵站"}, {"公园", "口袋"}]).find({"公园"}, share=Fraction(1), whole=False)
        [0, 2]
        """
        wanted = frozenset(pairs)
        shared: Counter[int] = Counter()
        for pair in wanted:
            shared.update(self.places.get(pair, ()))
        size, sizes, over, under = len(wanted), self.sizes, share.numerator, share.denominator
        if whole:
            enough = (p for p, n in shared.items() if 2 * n * under >= over * (size + sizes[p]))
        else:
            enough = (p for p, n in shared.items() if n * under >= over * min(size, sizes[p]))
        return sorted(enough)


def build_index(texts: Iterable[Iterable[str]]) -> PairIndex:
    """Sort texts, each the set of its pairs, by what they hold."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    sizes = []
    for place, pairs in enumerate(map(frozenset, texts)):
        sizes.append(len(pairs))
        for pair in pairs:
            places[pair].append(place)
    return PairIndex(tuple(sizes), places)
