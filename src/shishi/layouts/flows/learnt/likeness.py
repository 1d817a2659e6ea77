"""What the cells of a table's own columns are like, learnt from a first reading of it.

Districts word their goals, their reports and the names of their projects in ways of their own. A cell
whose pairs of characters stand in other cells of one column is rather one of that column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.looks import Look
from shishi.records import Field

_WORDED = frozenset(
    {
        Field.THEME,
        Field.ITEM,
        Field.GOAL,
        Field.PROGRESS,
        Field.EXPLANATION,
        Field.REMARK,
        None,
    }
)
_ENOUGH = 4
"""So many other cells make a column known."""
_WHOLE, _MOST = 8, 4
"""What it costs to be like none of a column, and all of another one; so much at most."""


def unlikeness(
    columns: Sequence[Column], looks: Sequence[Look], places: Sequence[int]
) -> tuple[tuple[int, ...], ...]:
    """Give for each column what it costs each grain to be worded otherwise than the cells there.

    `places` are the columns that a first reading put the grains in. A grain is not held against itself,
    for the first reading may have gone wrong with it.

    >>> from shishi.layouts.flows.looks import look_at
    >>> words = ["已完成2处", "修路", "已完成3处", "建桥", "已完成7处", "修渠", "已完成8处", "修堤"]
    >>> looks = [look_at(w, frozenset()) for w in [*words, "已完成1处", "修塘"]]
    >>> table = [Column(Field.PROGRESS), Column(Field.ITEM)]
    >>> unlikeness(table, looks, [0, 1] * 5)[1]
    (4, 0, 4, 0, 4, 0, 4, 0, 4, 0)
    """
    worded = [i for i, c in enumerate(columns) if c.field in _WORDED]
    signs = [_signs(look) for look in looks]
    seen = {i: Counter[str]() for i in worded}
    size = Counter(places)
    for place, own in zip(places, signs, strict=True):
        if place in seen:
            seen[place].update(own)
    marked = {
        i for i in worded if _have_marks([k for k, c in zip(looks, places, strict=True) if c == i])
    }
    costs = [[0] * len(looks) for _ in columns]
    for t, (place, own) in enumerate(zip(places, signs, strict=True)):
        if place not in seen or not own:
            continue
        shares = {
            i: sum(seen[i][sign] > (i == place) for sign in own)
            for i in worded
            if size[i] - (i == place) >= _ENOUGH
        }
        best = max(shares.values(), default=0)
        for i, share in shares.items():
            costs[i][t] = min(_MOST, _WHOLE * (best - share) // len(own))
            if i in marked and not looks[t].theme_mark:
                costs[i][t] = _MOST
    return tuple(map(tuple, costs))


def _have_marks(looks: Sequence[Look]) -> bool:
    """Tell a column most of whose cells are themes with a number: 一、便民出行."""
    return len(looks) > _ENOUGH and 3 * sum(k.theme_mark for k in looks) > 2 * len(looks)


def _signs(look: Look) -> frozenset[str]:
    """Give the pairs of characters of a cell, its first and its last one; numbers are all one."""
    text = re.sub("[0-9]+", "0", look.text)
    if not text:
        return frozenset()
    pairs = (text[i : i + 2] for i in range(len(text) - 1))
    return frozenset((*pairs, "^" + text[0], text[-1] + "$"))
