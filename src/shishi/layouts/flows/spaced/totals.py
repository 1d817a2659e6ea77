"""Lines that add up something, 合计 and its figures: the rows of the table, or what one cell lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from shishi.layouts.flows.edges.totals import is_total_line, lists_figures
from shishi.layouts.flows.spaced.tokens import Body

_SHARE = re.compile(r"(?:^|\s)[0-9.]+[%％](?:\s|$)")


class Sums(NamedTuple):
    """Lines that add up rows, and those of sums within a cell, at which no row begins."""

    totals: tuple[int, ...]
    within: frozenset[int]


def find_sums(
    body: Body, codes: Collection[int], *, width: int, shares: bool, ending: Collection[int]
) -> Sums:
    """Find what adds up the rows: where one ends, right above another, a line in `ending` or the end of all.

    `width`: how many cells a row has; `shares`: whether one of them is a share.
    """
    lines = [n for n, line in enumerate(body.lines) if line]
    totals: list[int] = []
    within: set[int] = set()
    ends = True
    for at in reversed(range(len(lines))):
        number = lines[at]
        line = body.lines[number]
        if len(line) <= width and is_total_line(body.plain(number)):
            above = lines[:at]
            if ends and not _adds_up_cell(body, number, above, codes=codes, shares=shares):
                totals.append(number)
                continue
            within |= {number, *_listed(body, above, codes)}
        ends = number in ending or (_is_coded(body, number, codes) if codes else len(line) > 1)
    return Sums(tuple(reversed(totals)), frozenset(within))


def _adds_up_cell(
    body: Body, number: int, above: list[int], *, codes: Collection[int], shares: bool
) -> bool:
    """Tell a total of the row above: of what its cell lists, or with the share that the row lacks."""
    if not above:
        return False
    total = body.plain(number)
    if not is_total_line(total, body.plain(above[-1])) or any(_listed(body, above, codes)):
        return True
    row = _row(body, above, codes)
    lacks = not any(_SHARE.search(body.plain(n)) for n in row)
    return shares and lacks and _SHARE.search(total) is not None


def _listed(body: Body, above: list[int], codes: Collection[int]) -> Iterator[int]:
    """Yield the lines of figures that end what stands above."""
    for number in reversed(above):
        if _is_coded(body, number, codes) or not lists_figures(body.plain(number)):
            return
        yield number


def _row(body: Body, above: list[int], codes: Collection[int]) -> Iterator[int]:
    """Yield the lines of the last row of those above, from its end."""
    for number in reversed(above):
        yield number
        if not codes or _is_coded(body, number, codes):
            return


def _is_coded(body: Body, number: int, codes: Collection[int]) -> bool:
    return any(token in codes for token in body.lines[number])
