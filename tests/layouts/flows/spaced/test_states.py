"""Short phrases under the word for states, in rows that lack the cell beside them."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号 项目名称 牵头单位 进展情况 状态"
ROWS = (
    "1 改建公厕8座 区住建局 3座公厕已封顶,其余正在招标 按序推进",
    "2 修补村道9公里 区交通局 路基铺设2公里,正在压实 滞后",
    "3 增设候车亭12座 区交通局 基础浇筑全部结束,正在安装棚顶 按序推进",
    "4 划定车位150个 区公安局 已划定车位150个,全部开放 已完成",
    "5 清理河道7公里 区水务局 清淤3公里,淤泥正在外运 按序推进",
)
NAMED = ("无需说明", "超额完成", "提前完成", "无需说明", "项目已移交")


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


def asked(page, order):
    return {field for n, field in doubted(page) if n == order}


def named(last):
    """Give the table with a column of short explanations, and one row more that ends so."""
    rows = (f"{row} {name}" for row, name in zip(ROWS, NAMED, strict=True))
    return read(
        f"{HEADER} 未完成原因", *rows, f"6 翻新球场5片 区体育局 草坪铺设1片,正在画线 {last}"
    )


@pytest.mark.parametrize("phrase", ["已完工", "完工。", "已完成。"])
def test_phrase_that_may_be_the_whole_report_is_asked_about_where_no_report_is(phrase):
    page = read(HEADER, *ROWS, f"6 翻新球场5片 区体育局 {phrase}")
    assert asked(page, 6) == {"progress", "status"}


@pytest.mark.parametrize("state", ["已完成", "滞后", "正常推进"])
def test_state_that_other_rows_have_or_that_reports_nothing_is_a_state_without_report(state):
    page = read(HEADER, *ROWS, f"6 翻新球场5片 区体育局 {state}")
    assert column(page, "status")[5] == state
    assert not asked(page, 6)


def test_phrase_behind_a_report_is_its_state():
    page = read(HEADER, *ROWS, "6 翻新球场5片 区体育局 草坪铺设5片,正在画线 已完工")
    assert column(page, "status")[5] == "已完工"
    assert not asked(page, 6)


def test_phrase_no_other_row_has_is_asked_about_beside_explanations_as_short():
    assert asked(named("按计划推进"), 6) == {"status", "explanation"}


@pytest.mark.parametrize("last", ["按序推进", "按计划推进 无需说明"])
def test_state_of_other_rows_or_before_an_explanation_is_a_state(last):
    assert not asked(named(last), 6)
