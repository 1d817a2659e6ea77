"""What the clauses in the cells of one table's columns say, and how they begin and end, learnt from a first reading.

A cell may hold several sentences, and with nothing between two cells nobody knows how many. So every clause
speaks for itself: one that begins and ends like those of one column, and not like those of the others, is
rather one of that column. The costs are bits, like those of fit: four are one clear piece of evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import log2

_CLAUSE = re.compile("[^,，。;；:：!?]+[,，。;；:：!?]*")
_NUMBER = re.compile("[0-9]+(?:[.,][0-9]+)*")
_MARKS = ",，。;；:：!?"
_FEWEST, _NOTHING = 3, 1e-6
"""So many ways to begin a column has at least; the more it has, the less one that is new there says."""
_PAIRS_WEIGH = 0.3
_MOST_OF_PAIRS, _MOST_OF_ONE, _MOST = 3.0, 3.0, 5.0
_UNSURE_COUNTS = 0.3


class Clauses:
    """The clauses of the columns of one table.

    What a row was read as must not speak for reading it so again: it is left out while it is priced.

    >>> clauses = Clauses(2)
    >>> for row in range(4):
    ...     clauses.add(2 * row, 0, "新建泵房3处,改造管网2公里", sure=True)
    ...     clauses.add(2 * row + 1, 1, "已完成1处,正在铺设管道", sure=True)
    >>> clauses.misfit(0, "改造泵房5处") < 0 < clauses.misfit(1, "改造泵房5处")
    True
    """

    def __init__(self, width: int) -> None:
        self._all: dict[str, float] = {}
        self._own: list[dict[str, float]] = [{} for _ in range(width)]
        self._kinds = [Counter[str]() for _ in range(width)]
        self._cells: dict[int, tuple[int, str, float]] = {}
        self._seen: dict[tuple[int, str], float] = {}

    def add(self, token: int, column: int, text: str, *, sure: bool) -> None:
        """Learn from one cell that begins at this token; one that was read in doubt counts for less."""
        cell = column, text, 1.0 if sure else _UNSURE_COUNTS
        self._cells[token] = cell
        self._count(*cell)

    def _count(self, column: int, text: str, weight: float) -> None:
        own = self._own[column]
        for clause in _clauses(text):
            for sign in _signs(clause):
                was = own.get(sign, 0.0) > _NOTHING
                for name in (sign, sign[0]):
                    own[name] = own.get(name, 0.0) + weight
                    self._all[name] = self._all.get(name, 0.0) + weight
                self._kinds[column][sign[0]] += (own[sign] > _NOTHING) - was

    @contextmanager
    def without(self, tokens: range) -> Iterator[None]:
        """Leave out what was learnt from the cells that begin at these tokens."""
        own = [self._cells[t] for t in tokens if t in self._cells]
        self._seen = {}
        for cell in own:
            self._count(*cell[:2], -cell[2])
        try:
            yield
        finally:
            for cell in own:
                self._count(*cell)
            self._seen = {}

    def misfit(self, column: int, text: str) -> int:
        """Give what it costs more, or less, that these clauses stand in this column than in any."""
        return round(sum(self._cost(column, clause) for clause in _clauses(text)))

    def _cost(self, column: int, clause: str) -> float:
        key = column, clause
        if key not in self._seen:
            begins, ends, *pairs = _signs(clause)
            cost = sum(_within(self._bits(column, (s,)), _MOST_OF_ONE) for s in (begins, ends))
            cost += _within(_PAIRS_WEIGH * self._bits(column, pairs), _MOST_OF_PAIRS)
            self._seen[key] = _within(cost, _MOST)
        return self._seen[key]

    def _bits(self, column: int, signs: Sequence[str]) -> float:
        own, total = self._own[column], self._all
        cost = 0.0
        for sign in signs:
            kind = sign[0]
            new = max(_FEWEST, self._kinds[column][kind])
            usual = (total.get(sign, 0.0) + 0.5) / (total.get(kind, 0.0) + 1.0)
            here = (own.get(sign, 0.0) + new * usual) / (own.get(kind, 0.0) + new)
            cost -= log2(here / usual)
        return cost


def _within(cost: float, most: float) -> float:
    return max(-most, min(most, cost))


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[str, ...]:
    """Give the clauses of a cell, numbers alike."""
    told = _NUMBER.sub("0", "".join(text.split()))
    return tuple(m[0].rstrip(_MARKS) for m in _CLAUSE.finditer(told))


@lru_cache(maxsize=8192)
def _signs(clause: str) -> tuple[str, ...]:
    """Give how a clause begins and ends, and its pairs of characters; each sign begins with its kind."""
    pairs = ("+" + clause[at : at + 2] for at in range(len(clause) - 1))
    return "^" + clause[:2], "$" + clause[-2:], *pairs
