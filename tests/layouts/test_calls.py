"""What a ruled table costs, counted in calls and not in seconds: a row costs little, and no more in a long table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count

from shishi.layouts import extract
from shishi.layouts.doubts import columns as column_doubts
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import html

SHORT, LONG, LONGEST = 60, 600, 1140
MOST = 140
"""Calls a row, of functions in C too: 85 when this was written, 860 when every cell was looked at."""
FLAT = 1.25
"""The first to print a number pays for what is remembered of it, and other tests fill what is remembered: 231 and
294 calls were seen in one run of all. The twin below makes it 1.54.
"""

LISTED = ("区住建局", "区教育局、区财政局", "区园林中心")
PRINTINGS = count(1)


def printed_table(rows: int) -> bytes:
    """Print a table whose texts no cache has seen, save those that come again in every table."""
    printing = f"第{next(PRINTINGS)}批"
    header = "序号|类别|项目名称|牵头单位|目标|进展情况|进度状态"
    body = (
        f"{n}|宜居环境|{printing}新建第{n}处口袋公园,铺设步道{n % 40 + 2}公里|{LISTED[n % 3]}"
        f"|{printing}累计建成{n}处|{printing}已建成{n}处,其余正在铺装|正常"
        for n in range(1, rows + 1)
    )
    return html(header, *body).encode()


def count_calls(work: Callable[[], object]) -> int:
    """Count the calls that a piece of work makes: the same on a slow machine and on a busy one."""
    calls = 0

    def note(_frame: object, event: str, _told: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def calls_of(rows: int) -> int:
    document, rulebook = read(printed_table(rows), "a.html"), load_rulebook("default")
    return count_calls(lambda: extract(document, rulebook=rulebook))


def calls_a_row(fewer: int, more: int) -> float:
    """Give what each further row of a table costs, when words and rules are loaded."""
    calls_of(5)
    return (calls_of(more) - calls_of(fewer)) / (more - fewer)


def test_row_of_a_ruled_table_costs_few_calls():
    assert calls_a_row(SHORT, LONG) < MOST


def test_row_of_a_long_table_costs_no_more_than_one_of_a_short_table():
    assert calls_a_row(LONG, LONGEST) < FLAT * calls_a_row(SHORT, LONG)


def test_doubt_that_looks_at_every_cell_of_a_column_is_noticed(monkeypatch):
    monkeypatch.setattr(column_doubts, "_SAMPLES", ((LONGEST, 8),))
    assert calls_a_row(SHORT, LONG) >= MOST


def test_question_that_goes_through_a_fifth_of_the_rows_for_each_row_is_noticed(monkeypatch):
    doubt = column_doubts._doubt_each

    def doubt_by_every_row(columns, own):
        assert [id(other) for _ in own for other in own[::5]]
        return doubt(columns, own)

    monkeypatch.setattr(column_doubts, "_doubt_each", doubt_by_every_row)
    assert calls_a_row(LONG, LONGEST) >= FLAT * calls_a_row(SHORT, LONG)
