"""Rows that add up the others in a body without separators: before the first row, between two, or at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from shishi.layouts.flows.edges.totals import AMOUNT, COUNT, UNIT, goes_on
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.strips.words.said import COUNTERS
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_FIRST_CODE = rf"(?:[(（]1[)）]|1(?:\.1)?[、.．)）]?)(?![0-9.%、)）\s]|[{COUNTERS}月年日])"
"""How the first row of all begins."""
_BAND = "(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[\u4e00-\u9fff“]"
_OVER_ROW = (
    rf"{_BAND}[^0-9。;；\n]*?(?:[(（][^)）\n]*[)）])?[^0-9。;；\n]*?"
    rf"(?:\n|\Z|[(（]?[0-9]{{1,3}}(?:[.．-][0-9]{{1,3}})*[、.．)）]?(?![0-9%\s]|[{COUNTERS}月年日]))"
)
"""A heading with a number, and the code of the row below it: 二、便民出行4."""
_SHORTEST_ROW = 5
_NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})
_VERBS = frozenset({"共计", "小计"})
"""Words that go on with the one before them, too: 改造3座共计9."""
_OF_PARTS = frozenset({"小计"})
"""Words for the total of some rows, which others stand below."""


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
    Nor is one that only ends a row among others, where no column holds sums or the word adds up the whole table.
    What is not the `whole` body is one row of it, behind which a code follows.

    >>> fields = [Field.CODE, Field.ITEM, Field.INVESTMENT, Field.PROGRESS]
    >>> [body[t.start:t.end] for body in ("合计13.071修路", "1修路。合计40.2", "1修路,合计3处。2建桥", "1修路花费合计9万元")
    ...  for t in glued_totals(body, fields)]
    ['合计13.07', '合计40.2']
    """
    first, later = _patterns(coded=Field.CODE in fields)
    at = -1
    if found := first.match(body):
        at = found.end()
        if Field.CODE in fields or _is_line(body, found):
            yield _total(found)
    told = []
    for found in later.finditer(body, max(0, at)):
        before = body[: found.start()].rstrip()
        unstopped = "。" not in body and _is_line(body, found) and _word(found) not in _VERBS
        ended = _ends_row(before, fields, statuses) or (unstopped and not goes_on(before))
        if ended or len(before) == at:
            at = found.end()
            told.append(found)
    placed = [t for t in told if _is_placed(body, t, fields, whole=whole)]
    parts = [t for t in placed if _word(t) in _OF_PARTS and _ends_line(body, t)]
    if len(placed) < len(told) or 2 * len(parts) > max(2, body.strip().count("\n") + 1):
        placed = [t for t in placed if not _ends_line(body, t)]  # the cells of a column say so
    yield from map(_total, placed)


def ending_totals(
    body: str, row: tuple[int, int], fields: Sequence[Field | None], *, statuses: frozenset[str]
) -> list[GluedTotal]:
    """Give the totals that end a row, in order, where nothing but the code behind them says where they end.

    >>> ending_totals("1修公路。小计402建大桥。", (0, 9), [Field.CODE, Field.ITEM, Field.INVESTMENT], statuses=frozenset())
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


def joined_lines(body: str) -> str:
    """Join the lines that begin like a total and are none to the rows above, once the totals are left out.

    >>> joined_lines("1修路。已完成投资\\n合计12万元\\n2建桥。")
    '1修路。已完成投资 合计12万元\\n2建桥。'
    """
    return re.sub(rf"(?<=\S)\n(?={_total_pattern()}[ ]*(?:\n|$))", " ", body)


def doubts_total(cell: str) -> bool:
    """Tell a cell that ends with what could as well be a total behind its row.

    >>> [doubts_total(cell) for cell in ("已完成1座。合计9", "合计9项", "已拨付资金合计90万元", "合计12处。")]
    [True, True, False, False]
    """
    return (
        re.search(rf"(?:^|[。;；%)）”\s])\s*{_total_pattern()}\s*(?:$|{_BAND})", cell) is not None
    )


@cache
def _total_pattern() -> str:
    figures = rf"{COUNT}|{AMOUNT}(?:{UNIT})?(?:(?:{AMOUNT})?%)?"
    return rf"(?P<word>{_word_pattern()})(?P<figure>{figures})"


@cache
def _word_pattern() -> str:
    words = sorted({word.rstrip(":：") for word in load_words().totals}, key=len, reverse=True)
    return rf"(?:{'|'.join(words)})[:：]?[ ]*"


@cache
def _patterns(*, coded: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    over = _OVER_ROW if coded else _BAND
    behind = rf"\s*(?:\n|\Z|{over}|{_word_pattern()}[0-9共])"
    first = re.compile(rf"\s*{_total_pattern()}(?={behind}|\s*{_FIRST_CODE})")
    return first, re.compile(rf"{_total_pattern()}(?={behind})")


def _total(found: re.Match[str]) -> GluedTotal:
    return GluedTotal(found.start("word"), found.start("figure"), found.end("figure"))


def _is_line(body: str, found: re.Match[str]) -> bool:
    """Tell a total with a line of its own."""
    above = body[: found.start("word")].rstrip(" ")
    return above[-1:] in {"", "\n"} and body[found.end() :].lstrip(" ")[:1] in {"", "\n"}


def _is_placed(
    body: str, found: re.Match[str], fields: Sequence[Field | None], *, whole: bool
) -> bool:
    """Tell a total where the rows it adds up may end: before a heading, on its own line, or behind them all."""
    behind = body[found.end() :].strip()
    if whole and not behind:
        return True
    summed = Field.INVESTMENT in fields
    if _is_line(body, found):
        return summed or Field.REMARK not in fields
    return summed and (
        bool(re.match(rf"{_BAND}|{_word_pattern()}", behind)) or _word(found) in _OF_PARTS
    )


def _word(found: re.Match[str]) -> str:
    return found["word"].rstrip(":： ")


def _ends_line(body: str, found: re.Match[str]) -> bool:
    """Tell a total that the line of a row ends with."""
    return not _is_line(body, found) and body[found.end() :].lstrip(" ")[:1] in {"", "\n"}


def _ends_row(before: str, fields: Sequence[Field | None], statuses: frozenset[str]) -> bool:
    """Tell words that a row ends with: a sentence, a blank; a number, a status or a unit where it stands last."""
    words = load_words()
    if before.endswith(("。", *words.blank_marks)):
        return True
    filled = [f for f in fields if f not in {Field.REMARK, Field.EXPLANATION}]
    last = filled[-1] if filled else None
    if last in _NUMBERS:
        return re.search(f"[0-9](?:{UNIT}|%)?$", before) is not None
    if last is Field.STATUS:
        return before.endswith(tuple(statuses))
    return last in UNITS and before.endswith((*words.anchors, *words.groups, *words.levels))
