"""Choose the columns that fit the window, and how wide each may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GAP = 2
"""Blank cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a screen table: its title and its bounds in terminal cells.

    A column never gets less than `low`. What is left over goes to the columns by their `share`, to
    none more than `high`. Columns of a lower `rank` are kept longer when the window is narrow. The
    texts of a column shown `whole` are never shortened.
    """

    name: str
    title: str
    low: int
    high: int
    share: int = 1
    rank: int = 0
    whole: bool = False


def fit_columns(columns: Sequence[Column], width: int) -> list[tuple[Column, int]]:
    """Keep the columns that fit into `width` cells, best rank first, and give each its width.

    The columns of rank 0 stay whatever the width.

    >>> columns = [Column("order", "序", 2, 2), Column("item", "项目", 10, 50), Column("goal", "目标", 20, 50, rank=1)]
    >>> [(column.name, size) for column, size in fit_columns(columns, 30)]
    [('order', 2), ('item', 26)]
    """
    kept: list[Column] = []
    for column in sorted(columns, key=lambda c: c.rank):
        if column.rank == 0 or _least([*kept, column]) <= width:
            kept.append(column)
    kept = [column for column in columns if column in kept]
    sizes = _spread(kept, width - _least(kept))
    return [(column, sizes[column.name]) for column in kept]


def _least(columns: Iterable[Column]) -> int:
    lows = [column.low for column in columns]
    return sum(lows) + GAP * max(0, len(lows) - 1)


def _spread(columns: Sequence[Column], left: int) -> dict[str, int]:
    """Hand out what is left cell by cell, each time to the column that is poorest for its share."""
    sizes = {column.name: column.low for column in columns}
    for _ in range(max(0, left)):
        hungry = [c for c in columns if sizes[c.name] < c.high]
        if not hungry:
            break
        poorest = min(hungry, key=lambda c: sizes[c.name] / c.share)
        sizes[poorest.name] += 1
    return sizes
