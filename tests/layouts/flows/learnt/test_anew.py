"""Codes that begin anew under each theme, and what stands right above them."""

import pytest

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
