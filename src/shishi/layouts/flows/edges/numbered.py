"""Headings on lines of their own over rows that have no codes: 一、便民出行, counted from the first line on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.counted import COUNTED_BEHIND

MARK = "[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]、?"
"""What numbers a heading: 二、 or (二)."""
_BAND = re.compile(
    rf"^[^\S\n]*(?P<mark>{MARK})[\u4e00-\u9fff“”、]{{2,16}}(?:{COUNTED_BEHIND})?[^\S\n]*$",
    re.MULTILINE,
)
Span = tuple[int, int]


def lines_of_bands(body: str) -> Iterator[Span]:
    """Yield the lines of a body that are headings over its rows, which have no codes themselves.

    The first one stands over the first row, and their numbers go on; those in brackets may begin again below one of
    the others. A line is no heading over rows where none stand below it.

    >>> body = "一、便民出行\\n修路3条区住建局\\n二、平安法治\\n装灯9盏区公安局"
    >>> [body[a:b] for a, b in lines_of_bands(body)]
    ['一、便民出行', '二、平安法治']
    >>> list(lines_of_bands("修路3条区住建局\\n一、便民出行\\n装灯9盏区公安局\\n二、平安法治"))
    []
    """
    found = list(_BAND.finditer(body))
    if not found or body[: found[0].start()].strip() or not body[found[-1].end() :].strip():
        return
    if _go_on([(_number(line["mark"]), line["mark"][0] in "(（") for line in found]):
        yield from (line.span() for line in found)


def _number(mark: str) -> int:
    (number, *_) = parse_code(mark) or (0,)
    return number


def _go_on(marks: list[tuple[int, bool]]) -> bool:
    """Tell numbers that go on from 1; those in brackets, which True says, begin again behind one without."""
    last = {False: 0, True: 0}
    for number, bracketed in marks:
        if bracketed and number == 1 and last[False]:
            last[True] = 0
        if number != last[bracketed] + 1:
            return False
        last[bracketed] = number
        if not bracketed:
            last[True] = 0
    return True
