"""Lists of projects with few columns in pasted text: told from lists of something else."""

import pytest

from tests.layouts.invented import codes, column, page_of

TITLE = "云溪区2031年民生实事候选项目表"
ITEMS = ["新建公厕3座。", "改造泵房9座，受益居民300户。", "建设社区食堂2家。"]


def barred(*cells):
    return "\n".join(f"{cell} |" for cell in cells)


def lined(header, *more):
    rows = (f"{n} {' '.join(row)}" for n, row in enumerate(zip(ITEMS, *more, strict=True), 1))
    return "\n".join((TITLE, header, *rows))


@pytest.mark.parametrize("header", ["序号 项目名称", "序号 主要内容", "编号 工作任务"])
def test_list_of_two_columns_on_lines_has_a_record_a_line(header):
    page = page_of(lined(header))
    assert column(page, "item") == ITEMS
    assert column(page, "code") == ["1", "2", "3"]
    assert "list-unsure" not in codes(page)


def test_list_on_lines_keeps_its_money():
    page = page_of(lined("序号 项目名称 总投资(万元)", ["120", "无", "3500.5"]))
    assert column(page, "investment")[2] == "3500.5"
    assert len(page.records) == len(ITEMS)


def test_list_of_cells_that_bars_end_is_read_under_each_of_its_headings():
    first = barred("序号", "项目名称", 1, ITEMS[0], 2, ITEMS[1])
    second = barred("序号", "项目名称", 3, ITEMS[2], 4, "新建停车场1处。")
    page = page_of("\n".join((TITLE, "一、便民出行", first, "二、城市更新", second)))
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert column(page, "theme") == ["一、便民出行"] * 2 + ["二、城市更新"] * 2
    assert codes(page) == []


def test_list_of_counted_cells_has_headings_between_its_rows():
    rows = [barred("序号", "项目名称", "总投资(万元)")]
    for n, item in enumerate(ITEMS, 1):
        rows += [f"{'城市更新' if n < 3 else '为老服务'} |||"] * (n != 2) + [
            barred(n, item, 100 * n)
        ]
    page = page_of("\n".join((TITLE, *rows)))
    assert column(page, "theme") == ["城市更新", "城市更新", "为老服务"]


@pytest.mark.parametrize(
    "header", ["序号 项目名称 得票数", "序号 项目名称 联系电话", "序号 单位 得分"]
)
def test_list_of_votes_contacts_or_numbers_is_none_of_projects(header):
    more = [["65431234", "65431235", "65431236"]] * (len(header.split()) - 2)
    assert not page_of(lined(header, *more)).records


def test_list_that_neither_title_nor_items_speak_for_is_none():
    rows = ["序号 项目名称", "1 网站首页", "2 便民地图", "3 常用链接"]
    assert not page_of("\n".join(("网站栏目一览", *rows))).records


def test_list_that_only_its_items_speak_for_is_asked_about():
    page = page_of(lined("序号 项目名称").replace(TITLE, "云溪区2031年度工作安排"))
    assert "list-unsure" in codes(page)


def test_list_beside_a_table_of_projects_is_left_to_it():
    table = "序号 项目名称 牵头单位 进展情况\n1 新建公厕3座。 区住建局 已完成1座。"
    page = page_of(
        "\n".join((TITLE, table, "注:按序号排列", *lined("序号 项目名称").split("\n")[1:]))
    )
    assert len(page.records) == 1
