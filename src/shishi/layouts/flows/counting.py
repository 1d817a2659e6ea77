"""Barred tables that print every cell, the merged and the blank ones too: there counting tells the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.habits import Step
from shishi.layouts.flows.looks import Look
from shishi.layouts.flows.prices import Grain
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field
from shishi.text.characters import squeeze

_FEWEST_ROWS = 2
_NO_CELL = 18
_MISFIT_A_CELL = 3
"""So much misfit a cell, on the average of a table, tells that the count went wrong."""


def count_off(
    grains: Sequence[Grain], columns: Sequence[Column], *, padded: bool = False
) -> list[Step] | None:
    """Place cells by counting, as many a row as there are columns; None where the rows do not come out even.

    The codes, and on the whole all other cells, must stand where they fit. A row that adds up the others
    may have fewer cells. `padded`: blanks were added where a section ends, so that its last row must fit.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.ITEM), Column(Field.LEAD_UNITS)]
    >>> cells = [look_at(t, frozenset()) for t in ("1", "修路3条。", "区住建局", "2", "建桥1座。", "")]
    >>> [s.column for s in count_off([Grain(look, 1, whole=True) for look in cells], table)]
    [0, 1, 2, 0, 1, 2]
    """
    if not grains or not all(g.whole for g in grains):
        return None
    width, places = len(columns), list[int]()
    for section in _sections(grains):
        if is_total(section[0].look) and len(section) < width:
            places += spread_total([g.look for g in section], columns)
        elif len(section) % width == 0:
            places += [i % width for i in range(len(section))]
        else:
            return None
    if padded and not all(_fits(section[-width:], columns) for section in _sections(grains)):
        return None
    misfits = 0
    for grain, place in zip(grains, places, strict=True):
        cost = misfit(grain.look, columns[place]) if grain.look.text and not grain.begins else 0
        if columns[place].field is Field.CODE and cost >= IMPOSSIBLE:
            return None
        misfits += cost
    filled = sum(not g.look.is_blank for g in grains)
    if len(grains) < _FEWEST_ROWS * width or misfits > _MISFIT_A_CELL * filled:
        return None
    return [Step(p, p == 0, False, IMPOSSIBLE, None) for p in places]


def _fits(row: Sequence[Grain], columns: Sequence[Column]) -> bool:
    """Tell a row with cells, of which none is a list of leads, or anything else that cannot be, in another column."""
    told = [(g.look, c) for g, c in zip(row, columns, strict=False) if not g.look.is_blank]
    return bool(told) and all(misfit(look, column) < _NO_CELL for look, column in told)


def is_total(look: Look) -> bool:
    """Tell the first cell of a row that adds up the others."""
    return squeeze(look.text) in load_words().totals


def spread_total(total: Sequence[Look], columns: Sequence[Column]) -> list[int]:
    """Place the cells of a row that adds up the others: the first one first, the others where they fit.

    >>> from shishi.layouts.flows.looks import look_at
    >>> table = [Column(Field.CODE), Column(Field.ITEM), Column(Field.INVESTMENT), Column(Field.REMARK)]
    >>> spread_total([look_at(t, frozenset()) for t in ("合计", "320万元")], table)
    [0, 2]
    """
    places = [0]
    for left, look in zip(range(len(total) - 2, -1, -1), total[1:], strict=True):
        free = range(places[-1] + 1, len(columns) - left)
        places.append(min(free, key=lambda i: misfit(look, columns[i])))
    return places


def _sections(grains: Sequence[Grain]) -> Iterator[Sequence[Grain]]:
    """Part the cells at the headings between the rows."""
    starts = [i for i, g in enumerate(grains) if g.begins and i]
    for start, end in zip([0, *starts], [*starts, len(grains)], strict=True):
        yield grains[start:end]
