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


LISTED = "序号 项目名称 牵头单位 配合单位 进展情况"


def test_names_parted_as_cells_are_are_doubted_between_leads_and_supporters():
    page = read(
        LISTED,
        "1 新建公厕3座。 区住建局 区水务局 已完成1座。",
        "2 改造泵房9座。 区水务局 区民政局 区教育局 区妇联 已完成4座。",
        "3 打通断头路2条。 区住建局 区水务局 已完成1条。",
    )
    assert {(n, "lead_units") for n in (1, 2, 3)} <= doubted(page)


def test_names_parted_by_commas_are_not_doubted():
    page = read(
        LISTED,
        "1 新建公厕3座。 区住建局 区水务局 已完成1座。",
        "2 改造泵房9座。 区水务局 区民政局、区教育局、区妇联 已完成4座。",
        "3 打通断头路2条。 区住建局 区水务局 已完成1条。",
    )
    assert column(page, "support_units") == [
        ["区水务局"],
        ["区民政局", "区教育局", "区妇联"],
        ["区水务局"],
    ]
    assert not doubted(page)


def test_labels_in_a_cell_tell_leads_from_supporters():
    page = read(
        "序号 类别 责任单位 项目名称 进展情况",
        "1 便民出行 牵头单位:区住建局 配合单位:区水务局、各街道 新建公厕3座。 已完成1座。",
        "2 牵头单位:区水务局 改造泵房9座。 已完成4座。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "support_units") == [["区水务局", "各街道"], []]
    assert column(page, "theme") == ["便民出行", "便民出行"]


def test_header_printed_again_begins_no_other_table():
    rows = [f"{n} 新建公厕{n}座。 区住建局 区水务局 已完成{n}座。" for n in range(1, 7)]
    page = read(LISTED, *rows[:3], LISTED, *rows[3:])
    assert column(page, "code") == list("123456")
    assert len(page.headers) == 1


def test_headings_between_rows_give_the_theme_and_a_name_is_none():
    page = read(
        "项目名称 主要建设内容 牵头单位 进展情况",
        "一、便民出行",
        "公厕行动 新建公厕3座。 区住建局 已完成1座。",
        "泵房提升工程 改造泵房9座。 区水务局 已完成4座。",
        "二、养老托育",
        "食堂项目 新建社区食堂2家。 区民政局 已完成1家。",
    )
    assert column(page, "theme") == ["一、便民出行", "一、便民出行", "二、养老托育"]
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。", "新建社区食堂2家。"]


def test_starred_list_that_breaks_the_line_has_one_lead():
    page = read(
        "序号 项目名称 责任★及配合单位 进展情况",
        "1 新建公厕3座。 ★区住建局、区水务局、",
        "区民政局 已完成1座。",
        "2 改造泵房9座。 ★区水务局 已完成4座。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]
    assert column(page, "support_units")[0] == ["区水务局", "区民政局"]


def test_first_half_of_a_name_stays_with_its_second():
    page = read(
        "序号 项目名称 牵头单位 进展情况",
        "1 新建公厕3座。 区文化广电 旅游体育局 已完成1座。",
        "2 改造泵房9座。 区水务局 已完成4座。",
        "3 打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "lead_units")[0] == ["区文化广电旅游体育局"]
    assert column(page, "item")[0] == "新建公厕3座。"


@pytest.mark.parametrize(("end", "asked"), [("", True), ("、", False)])
def test_name_on_the_next_line_is_doubted_where_no_comma_leads_to_it(end, asked):
    page = read(
        "序号 项目名称 牵头单位 进展情况",
        f"1 新建公厕3座。 区住建局{end}",
        "区水务局 已完成1座。",
        "2 改造泵房9座。 区水务局 已完成4座。",
        "3 打通断头路2条。 区住建局 已完成1条。",
    )
    assert ((1, "lead_units") in doubted(page)) is asked


def test_stars_in_a_column_of_units_tell_leads_from_supporters():
    page = read(
        "序号 项目名称 责任单位 进展情况",
        "1 新建公厕3座。 ★区住建局 区水务局、区民政局 已完成1座。",
        "2 改造泵房9座。 ★区水务局 已完成4座。",
        "3 打通断头路2条。 ★区住建局 区教育局 已完成1条。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区住建局"]]
    assert column(page, "support_units") == [["区水务局", "区民政局"], [], ["区教育局"]]


BANDED = (
    "序号 项目名称 牵头单位 进展情况",
    "1.1 新建公厕3座。 区住建局 已完成1座。",
    "养老服务",
    "2.1 改造泵房9座。 区水务局 已完成4座。",
    "2.2 打通断头路2条。 区住建局 已完成1条。",
)


def test_lines_of_one_token_above_rows_are_themes_where_the_first_line_is_one():
    page = read(BANDED[0], "便民出行", *BANDED[1:])
    assert column(page, "theme") == ["便民出行", "养老服务", "养老服务"]


def test_line_of_one_token_is_no_theme_where_the_first_line_is_a_row():
    page = read(*BANDED)
    assert column(page, "theme") == [None, None, None]


def test_theme_of_two_characters_before_a_name_of_works_is_a_theme():
    rows = [f"{n} 新建公厕{n}座。 区住建局 已完成{n}座。" for n in range(2, 8)]
    page = read(
        "序号 类别 项目名称 牵头单位 进展情况",
        "1 便民出行 改造泵房9座。 区水务局 已完成4座。",
        *rows,
        "8 养老 就业技能培训 区民政局 已开工。",
    )
    assert column(page, "theme")[-1] == "养老"


def test_row_without_a_code_begins_no_theme():
    page = read(
        "序号 类别 项目名称 牵头单位 进展情况",
        "1 便民出行 新建公厕3座。 区住建局 已完成1座。",
        "残疾人康复服务 区残联 已完成4人。",
        "2 城市更新 打通断头路2条。 区住建局 已完成1条。",
        "困境儿童关爱 区民政局 已完成6人。",
    )
    assert column(page, "theme") == ["便民出行", "便民出行", "城市更新", "城市更新"]
    assert column(page, "item")[1::2] == ["残疾人康复服务", "困境儿童关爱"]


def test_list_that_ends_with_a_comma_goes_on_in_the_next_line():
    page = read(
        LISTED,
        "1 新建公厕3座。 区住建局、",
        "区水务局 已完成1座。",
        "2 改造泵房9座。 区水务局 区民政局 已完成4座。",
        "3 打通断头路2条。 区住建局 区教育局、区妇联 已完成1条。",
    )
    assert column(page, "lead_units")[0] == ["区住建局", "区水务局"]
    assert column(page, "support_units")[0] == []


def test_name_in_a_starred_list_that_a_line_end_broke_makes_no_line_of_leads():
    page = read(
        "序号 项目名称 责任★及配合单位 进展情况",
        "1 新建公厕3座。 ★区住建局、区城市更",
        "新中心、区民政局 已完成1座。",
        "2 改造泵房9座。 ★区水务局、区教育局 已完成4座。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"]]


def test_people_on_lines_of_their_own_lead_the_rows_below():
    page = read(BANDED[0], "沈知行", BANDED[1], "顾长河", *BANDED[3:])
    assert column(page, "leaders") == [["沈知行"], ["顾长河"], ["顾长河"]]
    assert column(page, "theme") == [None, None, None]


def test_people_on_lines_below_others_are_themes_where_not_all_are_people():
    page = read(BANDED[0], "便民出行", BANDED[1], "顾长河", *BANDED[3:])
    assert not any(column(page, "leaders"))
    assert column(page, "theme")[0] == "便民出行"


def test_bands_stand_over_rows_without_codes():
    page = read(
        "项目名称 牵头单位 进展情况",
        "便民出行",
        "新建公厕3座。 区住建局 已完成1座。",
        "养老服务",
        "改造泵房9座。 区水务局 已完成4座。",
        "区民政局",
        "打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "theme") == ["便民出行", "养老服务", "养老服务"]


STARRED = "序号 项目名称 责任★及配合单位 进展情况"


def test_star_before_a_line_of_units_that_became_a_space_leads_the_whole_line():
    page = read(
        STARRED,
        "1 新建公厕3座。 ★区住建局、区民政局 区水务局、区残联 已完成1座。",
        "2 改造泵房9座。 ★区水务局 区教育局 已完成4座。",
        "3 打通断头路2条。 ★区住建局 已完成1条。",
    )
    assert column(page, "lead_units")[0] == ["区住建局", "区民政局"]
    assert column(page, "support_units")[:2] == [["区水务局", "区残联"], ["区教育局"]]


def test_star_in_lists_with_commas_leads_the_name_behind_it():
    page = read(
        STARRED,
        "1 新建公厕3座。 ★区住建局、区民政局 已完成1座。",
        "2 改造泵房9座。 ★区水务局、区教育局、区残联 已完成4座。",
        "3 打通断头路2条。 ★区住建局、区妇联 已完成1条。",
    )
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区住建局"]]


def test_people_on_two_lines_are_one_cell():
    page = read(
        "序号 项目名称 区领导 牵头单位 进展情况",
        "1 新建公厕3座。 沈知行",
        "顾长河 区住建局 已完成1座。",
        "2 改造泵房9座。 沈知行 区水务局 已完成4座。",
        "3 打通断头路2条。 顾长河 区住建局 已完成1条。",
    )
    assert column(page, "leaders") == [["沈知行", "顾长河"], ["沈知行"], ["顾长河"]]


def test_unit_behind_a_sentence_ends_it_and_begins_a_row():
    page = read(
        "序号 项目名称 牵头单位 配合单位 年度目标 备注",
        "1 新建公厕3座。 区住建局 区残联 年内完成3座",
        "区水务局",
        "2 改造泵房9座。 区水务局 区民政局 年内完成9座",
        "3 打通断头路2条。 区住建局 区教育局 年内完成2条",
    )
    assert column(page, "goal")[0] == "年内完成3座"
    assert column(page, "lead_units")[:2] == [["区住建局"], ["区水务局"]]


@pytest.mark.parametrize(("count", "asked"), [(3, True), (14, False)])
def test_list_over_two_lines_is_sure_where_every_row_has_what_stands_behind_it(count, asked):
    rows = [
        f"{n} 新建公厕{n}座。 区住建局{chr(10) + '区水务局' if n % 3 == 1 else ''} 已完成{n}座。"
        for n in range(1, count)
    ]
    page = read("序号 项目名称 牵头单位 进展情况", *rows)
    assert column(page, "lead_units")[0] == ["区住建局", "区水务局"]
    assert ((1, "lead_units") in doubted(page)) is asked


def test_line_that_numbers_the_columns_is_no_row():
    page = read(BANDED[0], "1 2 3 4", *BANDED[1:2], *BANDED[3:])
    assert column(page, "code") == ["1.1", "2.1", "2.2"]


def test_first_row_of_short_numbers_that_skip_is_a_row():
    page = read(
        "序号 项目名称 牵头单位 进展情况", "1 新建公厕3座。 区住建局 3", "2 改造泵房 区水务局 4"
    )
    assert column(page, "code") == ["1", "2"]


def test_heading_beside_a_column_of_themes_ends_the_row_above():
    page = read(
        "序号 类别 项目名称 牵头单位 进展情况",
        "1 便民出行 新建公厕3座。 区住建局 已完成1座。",
        "二、民生项目",
        "2 城市更新 打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "progress") == ["已完成1座。", "已完成1条。"]
    assert column(page, "theme") == ["便民出行", "城市更新"]


def test_short_name_of_works_behind_a_code_is_no_theme():
    page = read(
        "序号 类别 项目名称 牵头单位 进展情况",
        "1 便民出行 新建公厕3座。 区住建局 已完成1座。",
        "2 后湖幼儿园扩建 区教育局 已开工。",
        "3 城市更新 打通断头路2条。 区住建局 已完成1条。",
    )
    assert column(page, "item")[1] == "后湖幼儿园扩建"
    assert column(page, "theme") == ["便民出行", "便民出行", "城市更新"]


UNLED = [f"{n} 新建第{n}座公厕。 区水务局 已完成{n}座。" for n in range(2, 8)]


def test_blank_leads_below_one_are_asked_about_where_most_rows_have_some():
    blank = ["6 改造泵房9座。 已完成4座。", "7 改造水闸3座。 已完成1座。"]
    page = read("序号 项目名称 牵头单位 进展情况", *UNLED[:4], *blank, *UNLED[:2])
    assert column(page, "lead_units")[4:6] == [[], []]
    assert {(5, "lead_units"), (6, "lead_units")} <= doubted(page)


@pytest.mark.parametrize("lacking", [[0], [0, 1, 3, 4], [4]])
def test_blank_lead_is_right_above_all_others_alone_or_where_many_rows_have_none(lacking):
    rows = [
        f"{n} 改造泵房{n}座。 已完成4座。" if n - 2 in lacking else r
        for n, r in enumerate(UNLED, 2)
    ]
    page = read("序号 项目名称 牵头单位 进展情况", *rows)
    assert not {(n + 1, "lead_units") for n in lacking} & doubted(page)
