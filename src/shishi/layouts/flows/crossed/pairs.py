"""The numbers of one row of a cross-tab put into its columns: a record for each indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb

from shishi.layouts.flows.crossed.headers import Header, Token
from shishi.layouts.flows.crossed.rows import Row
from shishi.layouts.words.crossed import is_total_label

_MOST_WAYS = 3000


def pairs_of(
    row: Row, header: Header, percents: Sequence[bool | None]
) -> Iterator[dict[int, tuple[Token, bool]]]:
    """Yield the cells of each record of a row, by their columns, and whether each is in doubt."""
    if is_total_label(row.label.plain):
        yield {0: (row.label, False)}
        return
    ways = _ways(row.values, header.width, percents)
    size = len(header.words)
    for number in range(max(1, len(header.groups))):
        columns = range(number * size, (number + 1) * size)
        cells = {column: token for column in columns if (token := ways[0].get(column))}
        sure = {c for c, token in cells.items() if all(way.get(c) is token for way in ways)}
        inside = all(any(way.get(c) is t for c in columns) for way in ways for t in cells.values())
        named = {1: (header.groups[number], not inside)} if header.groups else {}
        first = 1 + len(named)
        if cells:
            told = {first + c - columns[0]: (t, c not in sure) for c, t in cells.items()}
            yield {0: (row.label, False), **named, **told}


def percents_of(rows: Sequence[Row], width: int) -> list[bool | None]:
    """Say of each column whether its numbers have a %, None where some have and some have not."""
    found: list[bool | None] = []
    for column in range(width):
        signs = {"%" in t.plain for r in rows if (t := r.values[column])}
        found.append(signs.pop() if len(signs) == 1 else None)
    return found


def _ways(
    values: Sequence[Token | None], width: int, percents: Sequence[bool | None]
) -> list[dict[int, Token]]:
    """Give the ways to put the values of a row into its columns, in order; at least one.

    Blank cells that the source shows keep the others in their places. Where more values stand than
    there are columns, or no way fits, a last way without any says that nothing is sure.
    """
    if len(values) == width or (None in values and len(values) < width):
        return [{i: v for i, v in enumerate(values) if v}]
    told = [v for v in values if v][:width]
    found = []
    if len(values) < width and comb(width, len(told)) <= _MOST_WAYS:
        ways = combinations(range(width), len(told))
        found = [dict(zip(way, told, strict=True)) for way in ways if _allows(way, told, percents)]
    return found or [dict(enumerate(told)), {}]


def _allows(way: Sequence[int], told: Sequence[Token], percents: Sequence[bool | None]) -> bool:
    return all(
        percents[column] in (None, "%" in token.plain)
        for column, token in zip(way, told, strict=True)
    )
