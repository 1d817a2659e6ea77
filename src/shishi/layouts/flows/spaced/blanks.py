"""What a blank cell costs in each column of one table: in a row with its own code, and in others."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from shishi.layouts.flows.fit.costs import COVERED
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spreading import Spread
from shishi.records import Field

_SLOW = 1.5
"""So many rows a table has to have before its own habits weigh as much as those of all tables."""
_UNSURE_COUNTS = 0.4
_LEAST, _MOST = -3, 12
_NO_FIRST_THEME = 8
_NEVER = 20
_WITH_CODE = {Field.THEME: 2, Field.ITEM: _NEVER}
_SHARED = {Field.ITEM: 3, Field.GOAL: 3}
"""What they cost blank in a row without a code, where most rows have one."""
_NO_THEME_WITHOUT_CODE = -4


class Blanks:
    """The costs of blanks: as usual where nothing was counted.

    `shared`: most rows have codes, and one without shares what it lacks with the row above.
    What a row was read as must not speak for reading it so again: it is left out while it is priced.

    >>> from shishi.layouts.columns.column import Column
    >>> blanks = Blanks([Head(Column(Field.CODE), 0), Head(Column(Field.REMARK), 1)])
    >>> blanks.count(0, Spread({0: None, 1: None}, {}), coded=True)
    >>> for row in range(1, 9):
    ...     blanks.count(row, Spread({0: None}, {1: 9}), coded=True)
    >>> code, remark = blanks.of(range(9, 10), coded=True)
    >>> code > 6 > 0 > remark
    True
    """

    def __init__(self, heads: Sequence[Head], *, shared: bool = False) -> None:
        fields = [h.field for h in heads]
        self._theme = fields.index(Field.THEME) if Field.THEME in fields else None
        whole = [_WITH_CODE.get(h.field, h.blank) if h.field else h.blank for h in heads]
        part = [min(h.blank, COVERED.get(h.field, h.blank)) if h.field else h.blank for h in heads]
        if shared:
            part = [_SHARED.get(f, c) if f else c for f, c in zip(fields, part, strict=True)]
        if Field.CODE in fields and self._theme is not None:
            part[self._theme] = _NO_THEME_WITHOUT_CODE
        self._usual = {True: whole, False: part}
        none = [0.0] * len(heads)
        self._blank = {True: list(none), False: list(none)}
        self._filled = {True: list(none), False: list(none)}
        self._own: dict[int, tuple[bool, list[float], list[float]]] = {}

    def count(self, token: int, row: Spread, *, coded: bool) -> None:
        """Count the blanks of a row as cut that begins with this token, with its own code or not."""
        width = range(len(self._usual[coded]))
        blank = [
            0.0 if k in row.cells else 1.0 if row.blanks[k] >= SURE else _UNSURE_COUNTS
            for k in width
        ]
        filled = [1.0 if k in row.cells else 0.0 for k in width]
        self._own[token] = coded, blank, filled
        for k in width:
            self._blank[coded][k] += blank[k]
            self._filled[coded][k] += filled[k]

    def of(self, tokens: range, *, coded: bool) -> list[int]:
        """Give what each column costs blank in a row of these tokens; the first begins a theme."""
        own = [self._own[t] for t in tokens if t in self._own and self._own[t][0] is coded]
        costs = [
            _cost(
                usual,
                self._blank[coded][k] - sum(blank[k] for _, blank, _ in own),
                self._filled[coded][k] - sum(filled[k] for _, _, filled in own),
            )
            for k, usual in enumerate(self._usual[coded])
        ]
        if tokens.start == 0 and self._theme is not None:
            costs[self._theme] = max(costs[self._theme], _NO_FIRST_THEME)
        return costs


def _cost(usual: int, blank: float, filled: float) -> int:
    if usual == _NEVER or filled < _UNSURE_COUNTS:  # a column that is never filled was read wrong
        return usual
    share = (blank + _SLOW / (1 + 2**usual)) / (blank + filled + _SLOW)
    return round(max(_LEAST, min(_MOST, log2((1 - share) / share))))
