"""Tails: a line behind a pasted row that plainly goes on in the cell above, and is no heading of the rows below."""

from __future__ import annotations

from collections.abc import Sequence

from shishi.layouts.flows.fit.wording import says_when
from shishi.layouts.terms import Terms
from shishi.readers.document import Cell

_OPEN, _LISTS, _STOPS = ",，、;；", ":：", "。!！"
_MOST, _FEWEST = 4, 2
"""A column stops its cells where all but one in so many end with a stop, and no fewer than so many do."""


def is_tail(line: str, above: str, *, numbered: bool, stopped: bool) -> bool:
    """Tell a line that goes on in the cell above: that one is open, or the line says how far the work is.

    `stopped`: the other cells of the column end with a stop. A number tells a heading but behind a colon, which a list follows.

    >>> is_tail("正在招标", "分三步,", numbered=False, stopped=False)
    True
    >>> is_tail("二、养老托育", "已开工,", numbered=True, stopped=True)
    False
    """
    end = above.rstrip()[-1:]
    if not end:
        return False
    if numbered:
        return end in _LISTS
    return end in _OPEN + _LISTS or says_when(line) or (stopped and end not in _STOPS)


def stopped_columns(rows: Sequence[Sequence[Cell]], terms: Terms) -> frozenset[int]:
    """Give the columns whose cells, where they are the last of a row, end with a stop but for a few."""
    ends: dict[int, list[bool]] = {}
    for row in rows[1:]:  # below the header
        if len(row) > 1 and (own := terms.plain(row[-1].text.value.split("\n")[0])):
            ends.setdefault(row[-1].column, []).append(own[-1] in _STOPS)
    return frozenset(
        column
        for column, told in ends.items()
        if sum(told) >= max(_FEWEST, len(told) - max(1, len(told) // _MOST))
    )
