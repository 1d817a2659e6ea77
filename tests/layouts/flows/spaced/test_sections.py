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


@pytest.mark.parametrize("word", ["分管项目", "领办事项(2项)", "包保的城建项目"])
def test_line_that_says_who_leads_the_rows_below_is_read_as_the_name_alone(word):
    rows = ["1 新建绿道3公里。 区住建局 已开工。", "2 新建食堂2家。 区民政局 已开工。"]
    page = read(f"副区长甲{word}", *SECTIONS[1:4], f"副区长乙{word}", *rows)
    assert column(page, "leaders") == [["副区长甲"]] * 2 + [["副区长乙"]] * 2
    assert column(page, "progress")[1] == "已完成4座。"


def test_line_that_names_nobody_is_no_leader():
    page = read("重点项目", *SECTIONS[1:4], "一般项目", "1 新建绿道3公里。 区住建局 已开工。")
    assert column(page, "leaders") == [[]] * 3


WITH_SUPPORT = "序号 项目名称 牵头单位 配合单位 进展情况"


def test_lead_that_is_a_bare_office_in_a_row_without_a_number_is_asked_about():
    page = read(
        WITH_SUPPORT,
        "1 新建公厕3座 区住建局 区水务局 已完工",
        "2 改造泵房9座 区水务局 区民政局 正在施工,",
        "办公室 地址",
        "3 新建绿道3公里 区园林局 区住建局 已完工",
    )
    at = column(page, "lead_units").index(["办公室"])
    assert (at + 1, "lead_units") in doubted(page)


def test_lead_that_is_a_bare_office_in_a_row_with_a_number_is_not_asked_about():
    page = read(
        WITH_SUPPORT,
        "1 新建公厕3座 区住建局 区水务局 已完工",
        "2 改造泵房9座 办公室 区民政局 正在施工",
        "3 新建绿道3公里 区园林局 区住建局 已完工",
    )
    assert column(page, "lead_units")[1] == ["办公室"]
    assert doubted(page) == set()


LED = (
    "序号 项目内容 责任单位 进展情况",
    "1 新建公厕3座。 区住建局 已完成1座。",
    "2 改造泵房9座。 区水务局 已完成4座。",
)


def test_people_over_headers_printed_again_lead_the_rows_below_and_the_first_rows_are_asked_about():
    page = page_of("\n".join((TITLE, *LED, "副区长丙", *LED, "副区长丁", *LED)))
    assert column(page, "leaders") == [
        [],
        [],
        ["副区长丙"],
        ["副区长丙"],
        ["副区长丁"],
        ["副区长丁"],
    ]
    assert doubted(page) == {(1, "leaders"), (2, "leaders")}


@pytest.mark.parametrize(
    ("head", "end"),
    [("进展情况", "正在验收"), ("联系人", "副区长丙")],
)
def test_what_may_be_the_end_of_a_row_over_a_header_printed_again_leads_nothing(head, end):
    rows = (LED[0].replace("进展情况", head), *LED[1:])
    page = page_of("\n".join((TITLE, *rows, end, *rows, end, *rows)))
    assert not any(column(page, "leaders"))


@pytest.mark.parametrize("word", ["续表", "(续表)", "续表1", "续上表"])
def test_word_over_the_rest_of_a_table_on_a_new_page_is_no_theme_and_ends_no_row(word):
    page = read(AGAIN, "一、便民出行", *SECTIONS[2:4], word, *SECTIONS[5:])
    assert column(page, "theme") == ["一、便民出行"] * 4
    assert column(page, "progress")[1] == "已完成4座。"
    bare = read(*SECTIONS[1:4], word, *SECTIONS[5:])
    assert column(bare, "theme") == [None] * 4
    assert column(bare, "progress")[1] == "已完成4座。"


@pytest.mark.parametrize("word", ["续建项目", "延续服务"])
def test_theme_that_begins_like_the_word_for_the_rest_of_a_table_stays_a_theme(word):
    page = read("便民出行", *SECTIONS[1:4], word, *SECTIONS[5:])
    assert column(page, "theme")[2:] == [word] * 2


DONE = ("1 新建公厕3座。 区住建局 已建成3座。", "2 改造泵房9座。 区水务局 已改造9座。")
LATE = ("1 打通断头路2条。 区住建局 已打通1条。", "2 加装电梯7部。 区住建局 已加装2部。")


@pytest.mark.parametrize("over", ["滞后项目", "(滞后项目)", "二、滞后项目"])
@pytest.mark.parametrize(
    "head", ["序号 项目名称 责任分工 进展情况\n牵头单位", "编号 项目名称 牵头单位 最新进展"]
)
def test_status_over_a_header_that_is_printed_otherwise_is_that_of_the_rows_below(over, head):
    page = read("已完成项目", AGAIN, *DONE, over, head, *LATE)
    assert column(page, "status") == ["已完成", "已完成", "滞后", "滞后"]
    assert column(page, "code") == ["1", "2", "1", "2"]


def test_status_over_a_header_with_a_column_more_is_that_of_the_rows_below():
    late = [f"{row} 受雨天影响工期顺延。" for row in LATE]
    page = read("已完成项目", AGAIN, *DONE, "滞后项目", f"{AGAIN} 滞后原因", *late)
    assert column(page, "status") == ["已完成", "已完成", "滞后", "滞后"]


def test_status_over_rows_is_not_that_of_those_below_another_title():
    title = "2030年民生实事项目进度表"
    page = read("已完成项目", AGAIN, *DONE, title, "编号 项目名称 牵头单位 最新进展", *LATE)
    assert column(page, "status") == ["已完成", "已完成", None, None]


def test_status_over_rows_is_not_that_of_those_below_a_header_with_a_column_more():
    late = [f"{row} 受雨天影响工期顺延。" for row in LATE]
    page = read("已完成项目", AGAIN, *DONE, f"{AGAIN} 滞后原因", *late)
    assert column(page, "status") == ["已完成", "已完成", None, None]
