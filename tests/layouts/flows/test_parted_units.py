"""Units side by side in a flattened header, under two groups or beside one: the rows decide whose they are."""

from tests.layouts.invented import TITLE, column, page_of


def pasted(header: str, *rows: str):
    return page_of("\n".join([TITLE, *header.split(), *(c for row in rows for c in row.split())]))


def test_rows_with_three_units_in_line_have_two_of_them_under_a_second_group():
    page = pasted(
        "序号 项目名称 责任分工 责任落实 完成情况 分管领导 责任单位 主办单位 协办单位",
        "1 菜场提升 王建国 区商务局 区供销社 区财政局 已完工3座",
        "2 加装电梯 张志强 区住建局 区房管中心 区民政局 已开工",
        "3 新建绿道 李文博 区园林局 区公园中心 区公安局 完成60%",
    )
    assert column(page, "lead_units") == [["区供销社"], ["区房管中心"], ["区公园中心"]]
    assert column(page, "support_units") == [["区财政局"], ["区民政局"], ["区公安局"]]


def test_units_before_a_leader_are_those_of_a_group_whose_lead_stands_behind():
    page = pasted(
        "序号 项目名称 责任分工 责任单位 协办单位 分管领导",
        "1 新建公厕5座 区财政局 王建国 区城管局",
        "2 改造菜场6处 石埠镇 张志强 区商务局",
        "3 铺设管网3公里 区住建局 王建国 区水务局",
    )
    assert column(page, "lead_units") == [["区城管局"], ["区商务局"], ["区水务局"]]
    assert column(page, "support_units") == [["区财政局"], ["石埠镇"], ["区住建局"]]


def test_units_behind_a_whole_group_keep_the_order_of_the_header():
    page = pasted(
        "序号 项目名称 责任分工 完成情况 主办单位 协办单位 分管领导",
        "1 新建公厕5座 区城管局 区财政局 王建国 已完工",
        "2 改造菜场6处 区商务局 石埠镇 张志强 已开工",
        "3 铺设管网3公里 区水务局 区住建局 王建国 已完工",
    )
    assert column(page, "lead_units") == [["区城管局"], ["区商务局"], ["区水务局"]]
    assert column(page, "support_units") == [["区财政局"], ["石埠镇"], ["区住建局"]]


def test_two_groups_of_units_with_lead_and_supporter_each_swap_neither():
    told = "序号 项目名称 市级责任单位 县级责任单位 进展情况 主办单位 协办单位 主办单位 协办单位"
    rows = (
        "1 修路3条 市住建局 市财政局 县住建局 县财政局 完工",
        "2 建桥2座 市水务局 市交通局 县水务局 县交通局 开工",
        "3 供水5处 市水务局 市交通局 县水务局 县交通局 开工",
    )
    cells = [*told.split(), *(c for row in rows for c in row.split())]
    page = page_of("\n".join([TITLE, *(f"{cell}|" for cell in cells)]))
    assert column(page, "lead_units") == [["市住建局"], ["市水务局"], ["市水务局"]]
    assert column(page, "support_units") == [["市财政局"], ["市交通局"], ["市交通局"]]
