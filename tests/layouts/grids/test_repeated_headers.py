import pytest

from shishi.layouts.grids import rows as grid_rows
from tests.layouts.invented import TITLE, column, html, page_of

HEADER = "序号|项目名称|牵头单位|进展情况"
ROWS = ("1|新建学校3所|区教育局|已开工2所", "2|新增床位30张|区卫健局|已完成20张")


def test_heading_where_items_stand_goes_on_being_a_theme_below_a_header_printed_again():
    names = "项目目标|进展情况|牵头单位"
    rows = ("修路3条|已开工|区住建局", "修桥2座|已完工|区交通局")
    found = page_of(
        html(names, "便民出行||", *rows, names, rows[0], "安全饮水||", rows[1]), "a.html"
    )
    assert column(found, "theme") == ["便民出行"] * 3 + ["安全饮水"]


@pytest.mark.parametrize("between", [("3>2031年云溪区第二批民生实事项目进展表",), ()])
def test_theme_above_another_title_or_header_makes_no_theme_of_an_item_nobody_leads(between):
    names = "项目目标|进展情况|牵头单位"
    again = (*between, names) if between else ("项目名称|完成情况|责任单位",)
    rows = ("修路3条|已开工|区住建局", "修桥2座|已完工|区交通局", "修塘2座|已完工|区水务局")
    found = page_of(
        html(names, "便民出行||", rows[0], *again, rows[1], "安全饮水||", rows[2]), "a.html"
    )
    assert column(found, "item")[2] == "安全饮水"


def test_item_that_nobody_leads_yet_is_no_theme_where_none_is_over_the_rows():
    names = "项目目标|进展情况|牵头单位"
    rows = ("修路3条|已开工|区住建局", "修桥2座|已完工|区交通局")
    found = page_of(html(names, *rows, names, rows[0], "安全饮水||", rows[1]), "a.html")
    assert column(found, "item")[3] == "安全饮水"


def test_rows_of_one_cell_are_looked_at_once_for_all_headers_of_a_grid(monkeypatch):
    asked = []
    monkeypatch.setattr(grid_rows, "_named_by_bands", lambda bands, names: asked.append(names))
    section = ("4>方便出行的事", HEADER, *ROWS)
    assert len(page_of(html(*section * 30), "a.html").records) >= 2
    assert len(asked) == 1


def test_theme_goes_on_below_a_header_printed_twice_again():
    names = "项目目标|进展情况|牵头单位"
    rows = ("修路3条|已开工|区住建局", "修桥2座|已完工|区交通局")
    above = (names, "便民出行||", *rows, names, *rows, names, rows[0])
    found = page_of(html(*above, "安全饮水||", rows[1]), "a.html")
    assert column(found, "theme")[5:] == ["安全饮水"]


@pytest.mark.parametrize("line", ["(续表)", "续上表", "— 2 —", "第2页"])
def test_line_of_the_page_above_a_header_printed_again_is_no_theme(line):
    lines = (
        "序号,项目名称,牵头单位,进展情况",
        "一、交通,,,",
        "1,修建道路,交通局,已开工",
        f"{line},,,",
    )
    lines += ("序号,项目名称,牵头单位,进展情况", "2,修建桥梁,住建局,已开工")
    page = page_of("\n".join(lines), "a.csv")
    assert column(page, "theme") == ["一、交通"] * 2
    assert column(page, "lead_units") == [["交通局"], ["住建局"]]


def test_second_table_right_below_is_found_by_header_words_that_no_list_has():
    rows = (
        "序号|项目名称|牵头单位|进展情况",
        "1|新建学校2所|区教育局|已开工",
        "当前实际完成情况|项目代码|任务主责部门|实施项目内容",
        "已完工|1|区民政局|建食堂5家",
        "已完工|2|区林业局|种树5亩",
    )
    table = "".join(f"<tr><td>{'<td>'.join(row.split('|'))}" for row in rows)
    page = page_of(f"<h1>{TITLE}</h1><table>{table}</table>", "a.html")
    assert column(page, "lead_units") == [["区教育局"], ["区民政局"], ["区林业局"]]
    assert column(page, "item") == ["新建学校2所", "建食堂5家", "种树5亩"]
