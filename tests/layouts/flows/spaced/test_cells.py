"""Cells that line ends and spaces break, and words that look like those of another column."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


HEAD = "序号 类别 项目内容 责任单位 进展情况 备注"


def test_line_ends_within_a_cell_and_not_between_two():
    page = read(
        "序号 项目名称 责任单位 工作进展 存在问题",
        "1 城乡供水一体化 县水利局 水厂土建完成70%。",
        "管网铺设85公里。 资金到位较慢",
        "2 县城学校建设 县教育局 完成桩基施工。",
        "正在进行主体施工。 征地难度大",
        "3 养老服务中心建设 县民政局 已完成装修。 无",
        "4 农村公路建设 县交通局 已硬化51公里。 无",
    )
    assert column(page, "progress")[:2] == [
        "水厂土建完成70%。\n管网铺设85公里。",
        "完成桩基施工。\n正在进行主体施工。",
    ]
    assert column(page, "explanation") == ["资金到位较慢", "征地难度大", "无", "无"]


@pytest.mark.parametrize("remark", ["列入人大督办", "纳入区政府督办", "续建项目"])
def test_remark_that_ends_like_the_name_of_a_unit_is_a_remark(remark):
    page = read(
        HEAD,
        "1 教育 新建小学1所 县教育局 主体封顶",
        "2 改造幼儿园3所 县教育局 3所全部完工 已办结",
        f"3 医疗 改造卫生院2所 县卫健局 1所完工,1所在建 {remark}",
        "4 交通 新建农村公路30公里 县交通局 已完成22公里",
    )
    assert column(page, "remark") == [None, "已办结", remark, None]
    assert column(page, "progress")[2] == "1所完工,1所在建"


def test_numbers_beside_a_column_of_units_of_measure_are_what_is_planned_and_done():
    page = read(
        "序号 工作任务 计量单位 年度目标 累计完成 完成比例 责任单位",
        "1 城镇新增就业 人 6000 5412 90.2% 县人社局",
        "2 农村危房改造 户 120 120 100% 县住建局",
        "3 高标准农田建设 万亩 5 4.2 84% 县农业农村局",
    )
    assert column(page, "goal") == ["6000", "120", "5"]
    assert column(page, "progress") == ["5412", "120", "4.2"]
    assert doubted(page) == set()


def test_name_beside_contents_is_the_theme_where_no_heading_can_be():
    rows = ("1 健康驿站 新建健康驿站12个 区卫健局", "2 公交提升 更新新能源公交车30辆 区公交公司")
    page = read("序号 项目名称 主要内容 牵头单位", *rows)
    assert column(page, "theme") == ["健康驿站", "公交提升"]


def test_leaders_parted_by_a_space_are_one_cell():
    page = read(
        "序号 项目名称 分管领导 牵头单位 备注",
        "1 新建公厕6座。 沈知行 方朔 区城管局 续建",
        "2 改造菜场2家。 顾长河 区商务局",
        "3 新建学校1所。 沈知行 区教育局 资金由财政安排",
    )
    assert column(page, "leaders") == [["沈知行", "方朔"], ["顾长河"], ["沈知行"]]


def test_row_of_eleven_lines_is_one_where_rows_take_several():
    names = [f"区{n}局" for n in ("民政", "财政", "商务", "审计", "水务", "司法", "体育", "统计")]
    page = read(
        "序号 项目内容 责任单位 进展情况",
        "1 新建公厕6座。 区教育局★",
        *("区住建局★", *names, "区信访局 已完成4座。"),
        *("2 改造菜场2家。 区商务局★", *names[3:7], "区应急局 已完成1家。"),
        *("3 新建学校1所。 区教育局★", *names[2:6], "区应急局 已开工1所。"),
    )
    leads = [["区教育局", "区住建局"], ["区商务局"], ["区教育局"]]
    assert column(page, "lead_units") == leads


PLAN = (
    "序号 项目名称 季度目标 牵头单位",
    "1 改建公厕8座 完成选址 区住建局",
    "2 修补村道9公里(续建) 完工。 区交通局",
    "3 增设候车亭12座 完成招标 区交通局",
    "4 划定车位150个 公安局",
    "5 清理河道7公里 组织验收 区水务局",
)


def test_word_of_state_is_the_goal_where_no_column_says_how_far_anything_is():
    page = read(*PLAN)
    assert column(page, "goal")[1] == "完工。"
    assert column(page, "item")[1] == "修补村道9公里(续建)"


def test_word_of_state_is_no_goal_where_a_column_of_states_stands_beside():
    page = read(
        f"{PLAN[0]} 状态",
        *(
            f"{row} {s}"
            for row, s in zip(PLAN[1:], ["正常", "滞后", "正常", "完工", "正常"], strict=True)
        ),
    )
    assert column(page, "status")[3] == "完工"
    assert column(page, "goal")[3] is None
