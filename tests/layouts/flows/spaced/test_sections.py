"""Lines over the rows, and over the header that is printed again, of a table whose cells spaces part."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


AGAIN = "序号 项目名称 牵头单位 进展情况"
SECTIONS = [
    "便民出行",
    AGAIN,
    "1 新建公厕3座。 区住建局 已完成1座。",
    "2 改造泵房9座。 区水务局 已完成4座。",
    "城市更新",
    AGAIN,
    "3 打通断头路2条。 区住建局 已完成1条。",
    "4 改造泵房7座。 区水务局 已完成2座。",
]


def test_line_over_a_header_that_is_printed_again_names_the_theme_of_the_rows_below():
    page = read(*SECTIONS)
    assert column(page, "theme") == ["便民出行", "便民出行", "城市更新", "城市更新"]
    assert column(page, "progress")[1] == "已完成4座。"
    assert doubted(page) == set()


def test_line_before_the_next_row_without_a_header_between_ends_the_row_above():
    page = read(*SECTIONS[1:4], "正在招标。", *SECTIONS[6:])
    assert column(page, "theme") == [None] * 4
    assert column(page, "progress")[1] == "已完成4座。\n正在招标。"


PAGES = [
    *SECTIONS[1:3],
    "2 改造泵房9座。 区水务局 已完成选址,正在",
    "办理施工许可",
    *SECTIONS[5:],
]


@pytest.mark.parametrize("over", [(), ("便民出行",), ("单位:万元",), ("附件2",)])
def test_end_of_a_row_over_the_header_of_the_next_page_is_no_theme(over):
    page = read(*over, *PAGES)
    assert column(page, "theme") == [None] * 4
    assert column(page, "progress")[1] == "已完成选址,正在\n办理施工许可"
    assert (2, "progress") not in doubted(page)


def test_line_over_a_header_that_is_printed_again_is_no_theme_where_none_stands_over_the_first():
    page = read(*SECTIONS[1:3], "2 改造泵房9座。 区水务局 已完成选址", *PAGES[3:])
    assert column(page, "theme") == [None] * 4
    assert column(page, "progress")[1] == "已完成选址\n办理施工许可"
    assert (2, "progress") in doubted(page)


def test_status_over_each_header_is_that_of_the_rows_below():
    page = read("一、正常推进项目", *SECTIONS[1:4], "二、滞后项目", *SECTIONS[5:])
    assert column(page, "status") == ["正常推进", "正常推进", "滞后", "滞后"]


def test_line_over_numbers_that_begin_again_names_the_rows_below_where_one_stands_over_the_header():
    page = read("市级项目", *SECTIONS[1:4], "区级项目", "1 新建绿道3公里。 区住建局 已开工。")
    assert column(page, "progress") == ["已完成1座。", "已完成4座。", "已开工。"]
    assert column(page, "theme") == ["市级项目", "市级项目", "区级项目"]


@pytest.mark.parametrize("after", ["3", "2"])
def test_line_over_a_number_that_counts_on_ends_the_row_above(after):
    page = read(
        "市级项目", *SECTIONS[1:4], "区级项目", f"{after} 新建绿道3公里。 区住建局 已开工。"
    )
    assert column(page, "progress")[1] == "已完成4座。\n区级项目"


def test_line_over_numbers_that_begin_again_goes_on_with_words_that_are_cut_off():
    rows = [SECTIONS[2], "2 改造泵房9座。 区水务局 已完成选址,正在"]
    page = read("市级项目", AGAIN, *rows, "办理施工手续", "1 新建绿道3公里。 区住建局 已开工。")
    assert str(column(page, "progress")[1]).endswith("正在\n办理施工手续")
