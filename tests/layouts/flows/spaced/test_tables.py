import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


def test_chinese_numbers_without_a_mark_are_codes():
    page = read(
        "序号 类别 项目名称 牵头单位",
        "一 便民出行 新建公厕3座。 区住建局",
        "二 城市更新 改造泵房9座。 区水务局",
    )
    assert column(page, "code") == ["一", "二"]
    assert column(page, "theme") == ["便民出行", "城市更新"]


def test_rows_without_a_number_share_the_number_and_theme_above():
    page = read(
        "序号 类别 项目名称 牵头单位 进展情况",
        "1 便民出行 新建公厕3座。 区住建局 已完成1座。",
        "改造泵房9座。 区水务局 已完成4座。",
        "2 城市更新 打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "code") == ["1", "1", "2"]
    assert column(page, "theme") == ["便民出行", "便民出行", "城市更新"]


def test_table_without_codes_is_read_line_by_line():
    page = read(
        "类别 项目名称 牵头单位 进展情况",
        "便民出行 新建公厕3座。 区住建局 已完成1座。",
        "改造泵房9座。 区水务局 已完成4座。",
        "城市更新 打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "theme") == ["便民出行", "便民出行", "城市更新"]
    assert column(page, "item")[1] == "改造泵房9座。"


def test_starred_column_leads_and_supports_in_one():
    page = read(
        "序号 项目名称 责任单位(★为牵头单位) 进展情况",
        "1 新建公厕3座。 ★区住建局、区水务局 已完成1座。",
        "2 改造泵房9座。 ★区水务局 已完成4座。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "support_units") == [["区水务局"], []]


def test_rate_in_the_place_of_an_actual_is_a_rate():
    rows = [f"{n} 新建公厕{n}座。 区教育局 {n + 2}所 {n}所 {n}0%" for n in range(1, 7)]
    page = read(
        "序号 项目名称 牵头单位 目标 进展情况 完成率", *rows, "7 改造泵房9座。 区住建局 2所 70%"
    )
    assert column(page, "percent")[-1] == "70%"
    assert column(page, "goal")[-1] == "2所" or (7, "goal") in doubted(page)


@pytest.mark.parametrize("broken", ["区综合行政\n执法局", "区综合行政执\n法局"])
def test_name_broken_by_a_line_end_is_mended(broken):
    page = read(
        "序号 项目名称 牵头单位 进展情况",
        f"1 新建公厕3座。 {broken} 已完成1座。",
        "2 改造泵房9座。 区水务局 已完成4座。",
    )
    assert column(page, "lead_units") == [["区综合行政执法局"], ["区水务局"]]


def test_sentence_that_may_be_of_two_columns_is_doubted():
    page = read(
        "序号 项目名称 牵头单位 年度目标 进展情况",
        "1 新建公厕 区住建局 完成招标",
        "2 改造泵房 区水务局 方案设计",
    )
    assert {(1, "goal"), (1, "progress")} & doubted(page)


def test_row_that_ends_like_a_title_is_a_row_in_a_table_without_codes():
    page = read(
        "项目名称 牵头单位 进展情况 备注",
        "新建公厕3座。 区住建局 已完成1座。 列入市民生实事项目",
        "改造泵房9座。 区水务局 已完成4座。 续建项目",
    )
    assert len(page.records) == 2
