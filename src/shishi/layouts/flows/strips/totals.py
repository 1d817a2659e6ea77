"""Rows that add up the others in a body without separators: before the first row, between two, or at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from shishi.layouts.flows.edges.totals import AMOUNT, COUNT, UNIT, goes_on
from shishi.layouts.flows.strips.words.said import COUNTERS
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_FIRST_CODE = rf"(?:[(（]1[)）]|1(?:\.1)?[、.．)）]?)(?![0-9.%、)）\s]|[{COUNTERS}月年日])"
"""How the first row of all begins."""
_BAND = "(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[\u4e00-\u9fff“]"
_ENDS = ("。", ";", "；", "%", ")", "）", "”")
_SHORTEST_ROW = 5
_NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})


class GluedTotal(NamedTuple):
    """Where a total stands: its word, and the figure behind it up to `end`."""

    start: int
    figure: int
    end: int


def glued_totals(
    body: str,
    fields: Sequence[Field | None],
    statuses: frozenset[str] = frozenset(),
    *,
    whole: bool = True,
) -> Iterator[GluedTotal]:
    """Yield the totals of a body whose columns hold these fields, in order.

    One before the first row ends where the first code begins. Elsewhere a row has to end before it, and behind it
    the line, another total or a heading with a number of its own has to begin: 合计 within a sentence is none.
    What is not the `whole` body is one row of it, behind which a code follows.

    >>> fields = [Field.CODE, Field.ITEM, Field.INVESTMENT, Field.PROGRESS]
    >>> [body[t.start:t.end] for body in ("合计13.071修路", "1修路。合计40.2", "1修路,合计3处。2建桥", "1修路花费合计9万元")
    ...  for t in glued_totals(body, fields)]
    ['合计13.07', '合计40.2']
    """
    first, later = _patterns()
    at = -1
    if found := first.match(body):
        at = found.end()
        if Field.CODE in fields or _is_line(body, found):
            yield _total(found)
    for found in later.finditer(body, max(0, at)):
        before = body[: found.start()].rstrip()
        bare = whole and found["figure"][-1].isdigit() and not body[found.end() :].strip()
        told = len(before) == at or (bare and Field.INVESTMENT in fields)
        told = told or (_is_line(body, found) and not goes_on(before))
        if told or _ends_row(before, fields, statuses):
            at = found.end()
            yield _total(found)


def ending_totals(
    body: str, row: tuple[int, int], fields: Sequence[Field | None], *, statuses: frozenset[str]
) -> list[GluedTotal]:
    """Give the totals that end a row, in order, where nothing but the code behind them says where they end.

    >>> ending_totals("1修公路。小计402建大桥。", (0, 9), [Field.CODE, Field.ITEM], statuses=frozenset())
    [GluedTotal(start=5, figure=7, end=9)]
    """
    start, end = row
    kept: list[GluedTotal] = []
    for total in reversed([*glued_totals(body[start:end], fields, statuses, whole=False)]):
        total = GluedTotal(*(start + at for at in total))
        behind = kept[0].start if kept else end
        if body[total.end : behind].strip() or total.start - start < _SHORTEST_ROW:
            break
        kept.insert(0, total)
    return kept


def without_totals(body: str, totals: Sequence[GluedTotal]) -> str:
    """Blank the totals in a body, so that all else stands where it stood.

    >>> without_totals("合计9.51修路", [GluedTotal(0, 2, 5)])
    '     1修路'
    """
    for total in totals:
        body = body[: total.start] + " " * (total.end - total.start) + body[total.end :]
    return body


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted({word.rstrip(":：") for word in load_words().totals}, key=len, reverse=True)
    word = rf"(?:{'|'.join(words)})[:：]?[ ]*"
    total = rf"(?P<word>{word})(?P<figure>{COUNT}|{AMOUNT}(?:{UNIT})?)"
    behind = rf"\s*(?:\n|\Z|{_BAND}|{word}[0-9共])"
    first = re.compile(rf"\s*{total}(?={behind}|\s*{_FIRST_CODE})")
    return first, re.compile(rf"{total}(?={behind})")


def _total(found: re.Match[str]) -> GluedTotal:
    return GluedTotal(found.start("word"), found.start("figure"), found.end("figure"))


def _is_line(body: str, found: re.Match[str]) -> bool:
    """Tell a total with a line of its own."""
    above = body[: found.start("word")].rstrip(" ")
    return above[-1:] in {"", "\n"} and body[found.end() :].lstrip(" ")[:1] in {"", "\n"}


def _ends_row(before: str, fields: Sequence[Field | None], statuses: frozenset[str]) -> bool:
    """Tell words that a row ends with: a sentence, a unit, a status, a blank; an amount where it stands last."""
    words = load_words()
    marks = (*_ENDS, *statuses, *words.anchors, *words.groups, *words.levels, *words.blank_marks)
    if before.endswith(marks):
        return True
    last = fields[-1] in _NUMBERS if fields else False
    return last and re.search(f"[0-9](?:{UNIT})?$", before) is not None
