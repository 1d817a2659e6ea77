"""Rows that add up the others where they stand on a line of their own: 合计 and its figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.counting import spread_total
from shishi.layouts.flows.looks import look_at
from shishi.layouts.layout import Layout, RawCell, RawRow
from shishi.layouts.words.names.organizations import load_words
from shishi.places import Place, Text

AMOUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
UNIT = "[万亿]?元"
COUNT = "[(（]?共?[0-9]{1,4}(?:个?项目|项|件)[)）]?"
_FIGURE = re.compile(f"{AMOUNT}(?:{UNIT}|%)?|{COUNT}")
_GOES_ON = re.compile("[,，、;；:：(（]$|(?:正在|其中|如下|分别[为是])$")
_LISTED = re.compile(rf"(?:[\u4e00-\u9fff]{{1,8}}[:：]?\s+{AMOUNT}(?:{UNIT}|%)?(?:\s+|$))+")


def is_total_line(plain: str, above: str = "") -> bool:
    """Tell a line that adds up the rows: the word for a total, and nothing but figures and blanks behind it.

    `above` is the line before; what stands below one that is cut off goes on with it.

    >>> [is_total_line(line) for line in ("合计 39489", "总计: 22113万元 — 87%", "小计 共3项", "合计 完成12处", "合计")]
    [True, True, True, False, False]
    """
    word, *behind = plain.split() or [""]
    if word.rstrip(":：") not in load_words().totals or goes_on(above):
        return False
    figures = [token for token in behind if token not in load_words().blank_marks]
    return bool(figures) and all(map(_FIGURE.fullmatch, figures))


def goes_on(above: str) -> bool:
    """Tell a line that is cut off, so that whatever stands below belongs to it."""
    return _GOES_ON.search(above.rstrip()) is not None


def lists_figures(plain: str) -> bool:
    """Tell a line of nothing but words with their figures, which the cell above may add up itself.

    >>> [lists_figures(line) for line in ("一季度 30万元", "已建成 3座。", "合计 30")]
    [True, False, False]
    """
    is_total = plain.split()[:1] and is_total_line(plain)
    return not is_total and _LISTED.fullmatch(plain.strip()) is not None


def total_row(
    plain: Sequence[str], text: Callable[[int, Place], Text], *, layout: Layout, number: int
) -> RawRow:
    """Make row `number` of a total: its word in the first column, its figures where they fit.

    `plain` is what its cells say, `text` gives the one of them at an index with its place.
    """
    columns: Sequence[Column] = layout.columns
    places = spread_total([look_at(p, frozenset()) for p in plain], columns)
    cells = {}
    for at, column in enumerate(places):
        field = columns[column].field or ""
        place = Place(part=layout.name, row=number, column=column + 1, field=field)
        cells[column] = RawCell(text(at, place))
    return RawRow(cells, total=True)
