"""Sums, groups of units, statuses, levels and slashes in rows with nothing between their cells."""

import pytest

from shishi.layouts.flows.strips.anchors import find_anchors
from tests.layouts.invented import TITLE, column, doubted, page_of


def glued(*rows):
    return "".join(line.replace(" ", "") for line in rows)


PRICED = "序号 项目名称 总投资 牵头单位 进展情况"


def test_sum_that_prints_its_unit_is_a_cell_wherever_it_stands():
    rows = (
        "1 更新健身路径8条。 458万元 区文旅局 已更新5条。",
        "2 免费筛查适龄妇女1200人次 1.2亿元 区卫健局 已筛查300人次。",
        "3 改造泵房9座。 区水务局 已拨付资金20万元,改造4座。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (PRICED, *rows))))
    assert column(page, "item")[:2] == ["更新健身路径8条。", "免费筛查适龄妇女1200人次"]
    assert column(page, "investment") == ["458万元", "1.2亿元", None]
    assert column(page, "progress")[2] == "已拨付资金20万元,改造4座。"


def test_group_of_units_with_a_second_kind_in_brackets_is_whole():
    header = "序号 项目名称 牵头单位 配合单位 年度目标 进展情况"
    rows = (
        "1 更新健身路径8条。 区文旅局 相关街道(乡镇) 9月底前完工。 已更新5条。",
        "2 改造泵房9座。 区水务局 区财政局、各街道(乡镇) 全年完成9座。 已改造4座。",
        "3 新建绿道2公里。 区住建局 各街道 全线贯通(乡镇路段)。 已完成1公里。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "support_units")[:2] == [["相关街道(乡镇)"], ["区财政局", "各街道(乡镇)"]]
    assert column(page, "support_units")[2] == ["各街道"]


def test_status_of_the_schedule_is_whole_where_a_shorter_one_is_known():
    header = "序号 项目名称 牵头单位 进展情况 进展状态"
    rows = (
        "1 更新健身路径8条。 区文旅局 已更新5条。 序时推进",
        "2 改造泵房9座。 区水务局 已改造4座。 低于序时进度",
        "3 新建绿道2公里。 区住建局 按序时进度推进,已完成1公里。 滞后",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "status") == ["序时推进", "低于序时进度", "滞后"]
    assert column(page, "progress")[2] == "按序时进度推进,已完成1公里。"


def test_level_before_a_unit_is_no_part_of_its_name():
    header = "序号 项目名称 项目级别 牵头单位 进展情况"
    rows = [
        f"{n} 更新健身路径{n}条。 区级 {unit} 已更新{n}条。"
        for n, unit in enumerate(("区文旅局", "区教育局", "区文旅局", "区级机关事务中心"), 1)
    ]
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "levels")[:3] == [["区级"]] * 3
    assert column(page, "lead_units")[:3] == [["区文旅局"], ["区教育局"], ["区文旅局"]]


SLASHED = (
    "1 更新健身路径8条。 区文旅局/区教育局 各街道 已更新5条。",
    "2 改造泵房9座。 区水务局 区财政局/区住建局 已改造4座。",
    "3 新建绿道2公里。 区住建局/区水务局 已完成1公里。",
)
UNITS_HEADER = "序号 项目名称 牵头单位 配合单位 进展情况"


def test_slashes_part_names_where_no_other_mark_does():
    page = page_of(TITLE + "\n" + "".join(map(glued, (UNITS_HEADER, *SLASHED))))
    assert column(page, "lead_units")[0] == ["区文旅局", "区教育局"]
    assert column(page, "support_units")[1] == ["区财政局", "区住建局"]
    assert column(page, "lead_units")[2] == ["区住建局", "区水务局"]


def test_slash_fills_a_blank_cell_where_lists_have_another_mark():
    rows = [row.replace("/", "、") for row in SLASHED[:2]]
    blank = "3 新建绿道2公里。 区住建局 / 已完成1公里。"
    page = page_of(TITLE + "\n" + "".join(map(glued, (UNITS_HEADER, *rows, blank))))
    assert column(page, "support_units")[2] == []
    assert column(page, "progress")[2] == "已完成1公里。"


@pytest.mark.parametrize(
    ("word", "field"),
    [("截至5月底形象进度", "progress"), ("形象进度", "progress"), ("完成率", "percent")],
)
def test_stage_of_the_works_is_the_report_where_no_other_column_reports(word, field):
    header = f"序号 项目名称 牵头单位 {word} 备注"
    cell = "已更新5条。" if field == "progress" else "50%"
    rows = [f"{n} 更新健身路径{n + 7}条。 区文旅局 {cell} 跨年度" for n in (1, 2, 3)]
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, field) == [cell] * 3


def test_stage_of_the_works_is_a_share_beside_the_report():
    header = "序号 项目名称 牵头单位 进展情况 形象进度"
    rows = [f"{n} 更新健身路径{n + 7}条。 区文旅局 已更新5条。 50%" for n in (1, 2, 3)]
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "percent") == ["50%"] * 3


BETWEEN = "序号 项目名称 牵头单位 总投资(万元) 配合单位 进展情况"


def test_slash_between_two_columns_of_units_fills_the_blank_cell_of_the_column_between():
    rows = (
        "1 新建公厕3座。 区住建局 / 区水务局 已完成1座。",
        "2 改造泵房9座。 区水务局 120 区财政局 已完成4座。",
        "3 修建桥梁2座。 区交通局 / 区财政局 已完成2座。",
        "4 修建道路2座。 区交通局 / 区财政局 已完成2座。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (BETWEEN, *rows))))
    assert column(page, "lead_units") == [["区住建局"], ["区水务局"], ["区交通局"], ["区交通局"]]
    assert column(page, "support_units")[2] == ["区财政局"]


def test_chief_by_surname_is_a_leader_and_no_part_of_the_cells_beside():
    header = "序号 项目名称 分管领导 牵头单位 进展情况"
    rows = (
        "1 更新健身路径8条。 李副区长 区文旅局 已更新5条。",
        "2 改造泵房9座。 唐副区长 区水务局 已改造4座。",
        "3 新建绿道2公里。 副区长甲 区住建局 已完成1公里。",
        "4 清淤河道3公里。 李副区长 区水务局 已向市长专题汇报。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "leaders") == [["李副区长"], ["唐副区长"], ["副区长甲"], ["李副区长"]]
    assert column(page, "lead_units")[0] == ["区文旅局"]
    assert column(page, "progress")[3] == "已向市长专题汇报。"


NAMED = "序号 项目名称 建设内容 牵头单位 进展情况"
WORKS = (
    "1 健身工程 更新健身路径8条。 区文旅局 已更新5条。",
    "2 泵房工程 改造泵房9座。 区水务局 已改造4座。",
    "3 绿道工程 新建绿道2公里。 区住建局 已完成1公里。",
)


def test_headings_with_numbers_are_the_themes_beside_a_name_of_the_projects():
    rows = ("一、便民出行", WORKS[0], WORKS[1], "二、城市更新", WORKS[2])
    page = page_of(TITLE + "\n" + "".join(map(glued, (NAMED, *rows))))
    assert column(page, "theme") == ["一、便民出行", "一、便民出行", "二、城市更新"]
    assert column(page, "item")[0] == "更新健身路径8条。" or (1, "item") in doubted(page)


def test_headings_with_numbers_on_lines_of_their_own_are_the_themes_beside_a_name_too():
    rows = ("一、便民出行", WORKS[0], WORKS[1], "二、城市更新", WORKS[2])
    page = page_of("\n".join((TITLE, *map(glued, (NAMED, *rows)))))
    assert column(page, "theme") == ["一、便民出行", "一、便民出行", "二、城市更新"]


@pytest.mark.parametrize("between", ["", "\n"])
def test_name_of_the_projects_is_the_theme_where_no_heading_stands_between_the_rows(between):
    page = page_of(TITLE + "\n" + between.join(map(glued, (NAMED, *WORKS))))
    assert column(page, "theme") == ["健身工程", "泵房工程", "绿道工程"]


@pytest.mark.parametrize("unit", ["毫克/立方米", "元/人", "吨/日"])
def test_slash_within_a_measure_fills_no_blank_cell(unit):
    found = find_anchors(f"均值26{unit}。", frozenset(), frozenset())
    assert not found.marks


@pytest.mark.parametrize("before", ["已服务9人", "工期9天", "修路9里"])
def test_slash_behind_a_count_and_before_a_unit_fills_a_blank_cell(before):
    assert find_anchors(f"{before}/人社局", frozenset(), frozenset()).marks


@pytest.mark.parametrize("unit", ["元/天", "元/年", "元/人次", "吨/日"])
@pytest.mark.parametrize("behind", ["区民政局", "民政局", "各街道", "城关镇"])
def test_slash_within_a_measure_before_a_unit_fills_no_blank_cell(unit, behind):
    assert not find_anchors(f"收费26{unit}{behind}", frozenset(), frozenset()).marks


@pytest.mark.parametrize("mark", ["—", "——", "/"])
def test_dash_or_slash_behind_words_fills_a_blank_cell(mark):
    text = "已完成招标" + mark
    assert find_anchors(text, frozenset(), frozenset()).marks == [(5, len(text))]


BEGIN_AS_MEASURES = ["年底前", "月底前", "日前", "天然气", "天山街道", "人防办", "人和镇", "年内"]


@pytest.mark.parametrize("behind", BEGIN_AS_MEASURES)
@pytest.mark.parametrize("before", ["修路9公里", "拨款300万元", "铺管80米"])
def test_slash_before_a_word_that_begins_as_a_measure_fills_a_blank_cell(before, behind):
    assert find_anchors(f"{before}/{behind}完工", frozenset(), frozenset()).marks


def test_blank_investment_between_kilometres_and_a_day_is_a_cell():
    header = "序号 项目名称 投资 进展情况 责任单位"
    rows = (
        "1 拓宽县道5公里 / 年底前通车。 区交通局",
        "2 新建绿道2条 260 已贯通。 区园林局",
        "3 疏浚河道8公里 / 月底前进场。 区水务局",
    )
    page = page_of(TITLE + "\n" + "\n".join(map(glued, (header, *rows))))
    assert column(page, "investment") == ["/", "260", "/"]
    assert column(page, "progress") == ["年底前通车。", "已贯通。", "月底前进场。"]


def test_blank_investment_between_kilometres_and_a_unit_is_a_cell():
    header = "序号 项目名称 投资 责任单位 进展情况"
    rows = (
        "1 拓宽县道5公里 / 人防办 已通车。",
        "2 新建绿道2条 260 区园林局 已贯通。",
        "3 疏浚河道8公里 / 天山街道 已进场。",
    )
    page = page_of(TITLE + "\n" + "\n".join(map(glued, (header, *rows))))
    assert column(page, "investment") == ["/", "260", "/"]
    assert column(page, "lead_units") == [["人防办"], ["区园林局"], ["天山街道"]]


def test_office_behind_a_surname_alone_is_a_leader_and_no_unit():
    header = "序号 项目名称 总投资(万元) 分管领导 责任单位 进展情况"
    rows = (
        "1 更新健身路径8条。 860 王常委 区文旅局 已更新5条。",
        "2 改造泵房9座。 1450 唐常委 区水务局、区住建局 已改造4座。",
        "3 新建绿道2公里。 / 李副区长 区住建局 已完成1公里。",
        "4 清淤河道3公里。 320 王常委 区总工会 已清淤1公里。",
    )
    page = page_of(TITLE + "\n" + "".join(map(glued, (header, *rows))))
    assert column(page, "leaders") == [["王常委"], ["唐常委"], ["李副区长"], ["王常委"]]
    assert column(page, "investment") == ["860", "1450", "/", "320"]
    assert column(page, "lead_units")[3] == ["区总工会"]
