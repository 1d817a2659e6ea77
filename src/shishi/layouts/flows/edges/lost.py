"""Barred tables that lost the cells which merged ones above reach into: rows are whole, or lack the same columns.

Bars part the cells, so blank ones are printed; what a page leaves out was merged. So a row has all its cells, or all
but those of the outermost columns, the same in the whole table; a code may stand before them. Where a row may as well
lack its item, supporting units or remark, that is doubted; where it more likely does, the cells are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import BLANK, IMPOSSIBLE, UNITS
from shishi.layouts.flows.habits import Step
from shishi.layouts.flows.prices import NEVER, Grain
from shishi.records import Field

_MISFIT_A_CELL = 5
"""So much misfit a filled cell, on the average of a row, tells that it is none."""
_FEWEST_WHOLE, _MOST_LOST = 2, 3
_USUAL, _UNUSUAL = 1, 12
"""What it costs that a row lacks what other rows lack, or something else."""
_LEFT_OUT = frozenset({Field.ITEM, Field.SUPPORT_UNITS, Field.REMARK})
"""Columns whose cells a page may leave out though no cell above reaches into them."""


class _Row(NamedTuple):
    """A row that may be: its first cell, the columns of its cells, and what it costs."""

    start: int
    columns: tuple[int, ...]
    cost: int

    @property
    def end(self) -> int:
        return self.start + len(self.columns)


class _Way(NamedTuple):
    """A way to part the cells into rows, what it costs, and what it costs to put each cell into each column."""

    cost: int
    rows: Sequence[_Row]
    through: Sequence[Mapping[int, int]]


def count_lost(grains: Sequence[Grain], columns: Sequence[Column]) -> list[Step] | None:
    """Place the cells of whole and of shorter rows; None where they come out in no way that fits.

    How sure a cell is, is what the best way costs more that puts it into another column.

    >>> from shishi.layouts.flows.looks import look_at
    >>> from shishi.records import Field
    >>> table = [Column(Field.THEME), Column(Field.ITEM), Column(Field.LEAD_UNITS)]
    >>> rows = [["出行", "修路3条。", "区住建局"], ["建桥1座。", "区水务局"], ["养老", "建食堂1家。", "区民政局"]]
    >>> cells = [look_at(t, frozenset()) for row in rows for t in row]
    >>> [s.column for s in count_lost([Grain(look, 1, whole=True) for look in cells], table)]
    [0, 1, 2, 1, 2, 0, 1, 2]
    """
    width = len(columns)
    if len(grains) < _FEWEST_WHOLE * width or not all(g.whole for g in grains):
        return None
    rows = list(_rows(grains, columns))
    kinds = {row.columns for row in rows} & {*_merged(columns)}
    tries = (_way([_priced(r, usual, width) for r in rows], len(grains)) for usual in kinds)
    ways = list(filter(None, tries))
    best = min(ways, key=lambda way: way.cost, default=None)
    if best is None or sum(len(row.columns) == width for row in best.rows) < _FEWEST_WHOLE:
        return None
    if _is_doubtful([row.columns for row in best.rows if len(row.columns) < width], columns):
        return None
    costs = [_cheapest(way.through[at] for way in ways) for at in range(len(grains))]
    return [
        _step(costs[at], column, first=at == row.start)
        for row in best.rows
        for at, column in enumerate(row.columns, row.start)
    ]


def _is_doubtful(shorter: Sequence[tuple[int, ...]], columns: Sequence[Column]) -> bool:
    """Tell rows that lack different columns, or no merged ones, or of which one alone lacks its item."""
    kinds = {*shorter}
    kept = {columns[k].field for k in shorter[0]} if shorter else {Field.ITEM}
    return (
        len(kinds) > 1
        or not kinds <= {*_merged(columns)}
        or (len(shorter) == 1 and Field.ITEM not in kept)
    )


def _rows(grains: Sequence[Grain], columns: Sequence[Column]) -> Iterator[_Row]:
    """Yield the rows that may begin at each cell, the first a whole one; below a band another begins."""
    fits = [
        [BLANK[c.field] if g.look.is_blank else misfit(g.look, c) for c in columns] for g in grains
    ]
    for start in range(len(grains)):
        for own in _kept(columns) if start else [tuple(range(len(columns)))]:
            end = start + len(own)
            inside = grains[start + 1 : end]
            if end <= len(grains) and not any(g.begins for g in inside):
                costs = [fits[start + i][k] for i, k in enumerate(own)]
                filled = sum(not g.look.is_blank for g in grains[start:end])
                if max(costs) < IMPOSSIBLE and sum(costs) <= _MISFIT_A_CELL * filled:
                    yield _Row(start, own, sum(costs))


def _kept(columns: Sequence[Column]) -> Iterator[tuple[int, ...]]:
    """Yield the columns that rows may have: all, or not the merged ones, or not one that a page may leave out."""
    for own in (tuple(range(len(columns))), *_merged(columns)):
        yield own
        for lost in own:
            if columns[lost].field in _LEFT_OUT:
                yield tuple(k for k in own if k != lost)


def _merged(columns: Sequence[Column]) -> Iterator[tuple[int, ...]]:
    """Yield the columns of rows that lack merged cells: none reaches across a new cell further out, but a code.

    A theme reaches across units, too, where those stand first.
    """
    width = len(columns)
    codes = next((k for k, c in enumerate(columns) if c.field is not Field.CODE), width)
    for first in range(codes + 1):
        for last in range(first + 1, min(first + _MOST_LOST, width - 2) + 1):
            yield (*range(first), *range(last, width))
    themes = [k for k, c in enumerate(columns) if c.field is Field.THEME and k > codes]
    if len(themes) == 1 and columns[codes].field in UNITS:
        yield tuple(k for k in range(width) if k not in themes)


def _priced(row: _Row, usual: tuple[int, ...], width: int) -> _Row:
    lacks = _USUAL if row.columns == usual else _UNUSUAL
    return row if len(row.columns) == width else row._replace(cost=row.cost + lacks)


def _way(rows: Sequence[_Row], count: int) -> _Way | None:
    """Find the cheapest way to put so many cells into rows."""
    ahead, behind = [0] + [NEVER] * count, [NEVER] * count + [0]
    came: dict[int, _Row] = {}
    for row in rows:  # in the order of their starts
        if ahead[row.start] + row.cost < ahead[row.end]:
            ahead[row.end], came[row.end] = ahead[row.start] + row.cost, row
    for row in reversed(rows):
        behind[row.start] = min(behind[row.start], behind[row.end] + row.cost)
    if ahead[count] >= NEVER:
        return None
    through = [dict[int, int]() for _ in range(count)]
    for row in rows:
        cost = ahead[row.start] + row.cost + behind[row.end]
        for at, column in enumerate(row.columns, row.start):
            through[at][column] = min(cost, through[at].get(column, NEVER))
    taken, end = list[_Row](), count
    while end:
        taken.append(came[end])
        end = came[end].start
    return _Way(ahead[count], taken[::-1], through)


def _cheapest(each: Iterable[Mapping[int, int]]) -> dict[int, int]:
    costs: dict[int, int] = {}
    for through in each:
        for column, cost in through.items():
            costs[column] = min(cost, costs.get(column, NEVER))
    return costs


def _step(costs: Mapping[int, int], column: int, *, first: bool) -> Step:
    others = ((cost, c) for c, cost in costs.items() if c != column)
    cost, rival = min(others, default=(NEVER, None))
    return Step(column, first, False, min(cost - costs[column], IMPOSSIBLE), rival)
