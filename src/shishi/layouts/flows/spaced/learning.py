"""What the cells of each column of one table look like, learnt from those that were read so far.

Of every text a few things are seen: its kind, its length, how it ends, which pairs of characters it is
made of. What the cells of a column have in common, and the others have not, speaks for that column.
The costs are bits, like those of fit: four are one clear piece of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import log2

from shishi.layouts.flows.looks import Look
from shishi.layouts.flows.spaced.kinds import kind_of

_SLOW = 2.0
"""So many cells a column has to have before its own habits weigh as much as those of all columns."""
_MOST_OF_ONE = 3.0
_MOST = 7
_PAIRS_WEIGH = 0.35
_MOST_OF_PAIRS = 3.5
_NO_CELL = 0.1
_UNSURE_COUNTS = 0.3


@dataclass(slots=True)
class _Seen:
    """How often what was seen in the cells of one column, and in how many cells.

    `costs` are what was asked since the last of them, by feature or pair.
    """

    cells: float = 0.0
    seen_pairs: float = 0.0
    features: dict[str, float] = field(default_factory=dict)
    pairs: dict[str, float] = field(default_factory=dict)
    costs: dict[str, float] = field(default_factory=dict)

    def add(self, features: Iterable[str], pairs: Sequence[str], weight: float) -> None:
        """Add a cell; with a negative weight take it away again."""
        self.cells += weight
        self.seen_pairs += weight * len(pairs)
        for name in features:
            self.features[name] = self.features.get(name, 0.0) + weight
        for pair in pairs:
            self.pairs[pair] = self.pairs.get(pair, 0.0) + weight


@dataclass(frozen=True, slots=True)
class _Cell:
    """What was learnt from one cell."""

    column: int
    features: Sequence[str]
    pairs: Sequence[str]
    weight: float


class Learnt:
    """The habits of the columns of one table.

    What a row was read as must not speak for reading it so again: it is left out while it is priced.
    """

    def __init__(self, width: int) -> None:
        self._all = _Seen()
        self._own = [_Seen() for _ in range(width)]
        self._cells: dict[int, _Cell] = {}
        self._texts: dict[str, tuple[list[str], list[str]]] = {}

    def add_cell(self, token: int, column: int, look: Look, *, sure: bool) -> None:
        """Learn from one cell that begins with this token; one that was read in doubt counts for less."""
        weight = 1.0 if sure else _UNSURE_COUNTS
        cell = _Cell(column, *self._see(look), weight)
        self._cells[token] = cell
        self._count(cell, weight)

    def _see(self, look: Look) -> tuple[list[str], list[str]]:
        """Give the features and pairs of a text, which is looked at once a table."""
        if look.text not in self._texts:
            self._texts[look.text] = features_of(look), pairs_of(look)
        return self._texts[look.text]

    def _count(self, cell: _Cell, weight: float) -> None:
        self._own[cell.column].add(cell.features, cell.pairs, weight)
        self._all.add(cell.features, cell.pairs, weight)
        for own in self._own:
            own.costs.clear()

    @contextmanager
    def without(self, tokens: range) -> Iterator[None]:
        """Leave out what was learnt from the cells that begin with these tokens."""
        own = [self._cells[t] for t in tokens if t in self._cells]
        for cell in own:
            self._count(cell, -cell.weight)
        try:
            yield
        finally:
            for cell in own:
                self._count(cell, cell.weight)

    def misfit(self, column: int, look: Look) -> int:
        """Give what it costs more, or less, that this text stands in this column than in any.

        A column of which no cell is known may hold what the likeliest other holds.
        """
        if self._all.cells < _NO_CELL:
            return 0
        features, pairs = self._see(look)
        own = self._own[column]
        if own.cells >= _NO_CELL:
            return self._cost(own, features, pairs)
        seen = [other for other in self._own if other.cells >= _NO_CELL]
        return min([0, *(self._cost(other, features, pairs) for other in seen)])

    def _cost(self, own: _Seen, features: Sequence[str], pairs: Sequence[str]) -> int:
        cost = 0.0
        for name in features:
            if (told := own.costs.get(name)) is None:
                usual = (self._all.features.get(name, 0.0) + 0.5) / (self._all.cells + 1.0)
                here = (own.features.get(name, 0.0) + _SLOW * usual) / (own.cells + _SLOW)
                told = own.costs[name] = _within(-log2(here / usual), _MOST_OF_ONE)
            cost += told
        cost += _within(_PAIRS_WEIGH * self._pairs_cost(own, pairs), _MOST_OF_PAIRS)
        return round(_within(cost, _MOST))

    def _pairs_cost(self, own: _Seen, pairs: Sequence[str]) -> float:
        costs, cost = own.costs, 0.0
        for pair in pairs:
            if (told := costs.get(pair)) is None:
                usual = (self._all.pairs.get(pair, 0.0) + 0.5) / (self._all.seen_pairs + 1.0)
                here = (own.pairs.get(pair, 0.0) + 5 * usual) / (own.seen_pairs + 5)
                told = costs[pair] = log2(here / usual)
            cost -= told
        return cost


def _within(cost: float, most: float) -> float:
    return max(-most, min(most, cost))


def features_of(look: Look) -> list[str]:
    """Say what is seen of a text: kind, length, end, beginning."""
    text = look.text
    lengths = (2, 4, 8, 16, 30)
    return [
        f"kind {kind_of(look)}",
        f"length {sum(look.length > n for n in lengths)}",
        f"stop {text[-1:] in set('。;；')}",
        f"number {bool(re.search('[0-9]', text))}",
    ]


def pairs_of(look: Look) -> list[str]:
    """Give the pairs of characters of a text, its beginning and end marked; numbers are all one."""
    text = "^" + re.sub("[0-9]+(?:[.,][0-9]+)*", "0", look.text) + "$"
    return list(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1)))
