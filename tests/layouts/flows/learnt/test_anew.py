"""Codes that begin anew under each theme, and what stands right above them."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.learnt.anew import Beginnings, doubt_joined_themes
from shishi.layouts.flows.looks import look_at
from shishi.records import Field
from tests.layouts.invented import TITLE, column, doubted, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 进展情况 备注"


def row(number, remark):
    return f"{number} 改造泵房{number + 3}座。 区水务局 已完成招标。 {remark}"


def read(*rows):
    return page_of(paragraphs(TITLE, HEADER, *rows))


PARTS = ["便民出行", row(1, ""), row(2, "分期实施"), row(3, "")]
PARTS += [
    "宜居安居",
    row(1, ""),
    row(2, ""),
    row(3, "按年推进"),
    "老有所养",
    row(1, ""),
    row(2, ""),
]


def test_phrase_above_a_code_that_goes_on_is_a_remark_where_codes_begin_anew():
    page = read(*PARTS)
    assert column(page, "remark") == [None, "分期实施", None, None, None, "按年推进", None, None]


def test_phrase_above_a_code_that_begins_anew_is_the_theme_of_its_rows():
    page = read(*PARTS)
    assert column(page, "theme") == ["便民出行"] * 3 + ["宜居安居"] * 3 + ["老有所养"] * 2
    assert not {(4, "theme"), (7, "theme")} & doubted(page)


def test_phrase_above_a_code_may_be_a_theme_where_codes_run_on():
    rows = [
        "便民出行",
        row(1, ""),
        row(2, ""),
        "宜居安居",
        row(3, ""),
        row(4, ""),
        "老有所养",
        row(5, ""),
    ]
    page = read(*rows)
    assert column(page, "theme") == ["便民出行"] * 2 + ["宜居安居"] * 2 + ["老有所养"]


@pytest.mark.parametrize("report", ["已完成招标,进场施工2处。", "已完成招标。"])
def test_report_above_a_code_that_begins_anew_is_no_theme(report):
    rows = [r.replace("已完成招标。", report) for r in PARTS]
    assert set(column(read(*rows), "progress")) == {report}


ONCE = ["便民出行", row(1, ""), row(2, ""), "宜居安居", row(1, "重点工程")]
GOING_ON = ["学有所教", row(2, ""), row(3, "重点工程")]
TWICE = ["老有所养", row(1, ""), row(2, "")]


@pytest.mark.parametrize("more", [[], TWICE, [*TWICE, "幼有所育", row(1, "")]])
def test_theme_below_a_remark_whose_codes_go_on_is_asked_about(more):
    page = read(*ONCE, *GOING_ON, *more)
    asked = {(3, "remark"), (4, "theme"), (5, "theme")}
    wrong = {(3, "remark")} if column(page, "remark")[2] != "重点工程" else set()
    wrong |= {(k, "theme") for k in (4, 5) if column(page, "theme")[k - 1] != "学有所教"}
    assert wrong <= doubted(page)
    assert asked & doubted(page)


def doubts_of(words, placed, *, printed=False):
    """Give the paragraphs that are doubted; each is placed in the theme (0), the code (1) or the remark (2)."""
    table = [Column(Field.THEME, printed=printed), Column(Field.CODE), Column(Field.REMARK)]
    looks = [look_at(word, frozenset()) for word in words]
    ends = [None, *placed]
    steps = [Step(c, c == 1, c == b, 9, None) for b, c in zip(ends, placed, strict=False)]
    found = doubt_joined_themes(steps, looks, table)
    return [word for word, step in zip(words, found, strict=True) if step.margin < SURE]


def test_phrase_that_ends_a_remark_above_a_code_may_be_its_theme():
    assert doubts_of(["1", "重点工程", "学有所教", "2"], [1, 2, 2, 1]) == ["学有所教"]


@pytest.mark.parametrize(
    ("words", "placed"),
    [
        (["1", "重点工程", "2"], [1, 2, 1]),  # a remark of one paragraph
        (["1", "重点工程", "已完成招标。", "2"], [1, 2, 2, 1]),  # no theme is worded so
        (["1", "重点工程", "学有所教"], [1, 2, 2]),  # no row below
    ],
)
def test_remark_that_no_theme_can_end_is_not_doubted(words, placed):
    assert not doubts_of(words, placed)


def test_remark_is_not_doubted_where_themes_have_a_column():
    assert not doubts_of(["1", "重点工程", "学有所教", "2"], [1, 2, 2, 1], printed=True)


def test_phrase_above_a_code_that_goes_on_may_be_a_theme_where_codes_begin_anew_once():
    words = ["便民出行", "1", "修路。", "学有所教", "2", "建校。", "老有所养", "1"]
    found = Beginnings([look_at(word, frozenset()) for word in words])
    assert not any(found.misfits(Column(Field.THEME, printed=False)))
