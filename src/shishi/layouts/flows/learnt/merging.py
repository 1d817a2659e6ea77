"""Which cells of one table are merged with those of the row above: what that costs, usually and here.

A row that goes on under the code of the row above mostly has its item and its goal from there, and
names another unit and what that one reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import COVERED
from shishi.records import Field

_GOING_ON = dict.fromkeys(
    (Field.ITEM, Field.GOAL, Field.INVESTMENT, Field.LEVELS, Field.LEADERS), 2
)
"""What it costs that these are merged in a row that goes on under a code."""
_NEW_ITEM = 3
_NEVER_MERGED = 4
_SLOW = 1.5
"""So many rows a table has to have before its own habits weigh as much as those of all tables."""
_LEAST, _MOST = -3, 12
_ENOUGH_ROWS, _ENOUGH_GOING_ON = 4, 2
_RARELY = 5


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merged cell costs in each column, and a cell of its own in a row that goes on under a code."""

    covered: tuple[int, ...]
    own: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of one row that are filled, in the order of its cells."""

    columns: tuple[int, ...]

    def goes_on(self, code: int | None) -> bool:
        """Tell a row that goes on under the code of the row above; `code` is the column of codes."""
        return code is not None and self.columns[0] > code


def code_of(columns: Sequence[Column]) -> int | None:
    """Give the index of the column of codes, None where there is none.

    >>> code_of([Column(Field.THEME), Column(Field.CODE)])
    1
    """
    return next((i for i, c in enumerate(columns) if c.field is Field.CODE), None)


def usual_merging(
    columns: Sequence[Column], blank: Sequence[int], *, own_items: bool = False
) -> Merging:
    """Give what merged cells cost in most tables; `blank` is what blank ones do.

    `own_items`: a code numbers a theme, and each row under it has an item of its own.
    """
    coded = code_of(columns) is not None and not own_items
    costs = {**COVERED, **_GOING_ON} if coded else COVERED
    if own_items:
        costs = {name: cost for name, cost in costs.items() if name is not Field.ITEM}
    covered = (
        min(costs.get(c.field, b), b) if c.field else b for c, b in zip(columns, blank, strict=True)
    )
    own = (_NEW_ITEM if coded and c.field is Field.ITEM else 0 for c in columns)
    return Merging(tuple(covered), tuple(own))


def learn_merging(columns: Sequence[Column], rows: Sequence[Row], usual: Merging) -> Merging:
    """Learn from a first reading of a table which cells are merged there; a few rows are not enough."""
    code = code_of(columns)
    if len(rows) < _ENOUGH_ROWS:
        return usual
    covered = list(usual.covered)
    leading = Counter(c for row in rows for c in range(row.columns[0]))
    for column in range(len(columns) if code is None else code + 1):
        merged = leading[column]
        # a page may have but one item of several parts, and then merges its code
        never = not merged if column == code else _RARELY * merged <= len(rows)
        if never:
            covered[column] += _NEVER_MERGED
        elif column == code:
            covered[column] = max(0, cost_of_blank(covered[column], merged, len(rows) - merged))
    going_on = [row for row in rows if row.goes_on(code)]
    if code is None or len(going_on) < _ENOUGH_GOING_ON:
        return Merging(tuple(covered), usual.own)
    own = list(usual.own)
    for column, filled in _filled(going_on, range(code + 1, len(columns))):
        cost = cost_of_blank(usual.covered[column], len(going_on) - filled, filled)
        covered[column], own[column] = max(0, cost), max(own[column], -cost)
    return Merging(tuple(covered), tuple(own))


def cost_of_blank(usual: int, blank: float, filled: float) -> int:
    """Give what a blank cell costs after so many blank and filled ones of its column were seen, in bits.

    >>> [cost_of_blank(5, blank, 8 - blank) for blank in (0, 4, 8)]
    [8, 0, -2]
    """
    share = (blank + _SLOW / (1 + 2**usual)) / (blank + filled + _SLOW)
    return round(max(_LEAST, min(_MOST, log2((1 - share) / share))))


def _filled(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    for column in columns:
        yield column, sum(column in row.columns for row in rows)
