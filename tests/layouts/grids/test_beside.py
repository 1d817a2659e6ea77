import pytest

from tests.layouts.invented import codes, column, html, page_of

HEADER = "序号|项目名称|牵头单位|进展情况"
ROWS = ("1|新建学校3所|区教育局|已开工", "2|新增床位30张|区卫健局|已完成")


@pytest.mark.parametrize("gap", ["", "|"])
def test_tables_side_by_side_are_read_one_after_the_other(gap):
    beside = [
        f"{a}|{gap}{b}"
        for a, b in zip(
            (HEADER, *ROWS), (HEADER, "3|改造公厕9座|区住建局|施工中", "|||"), strict=True
        )
    ]
    page = page_of(html(*beside), "a.html")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "lead_units") == [["区教育局"], ["区卫健局"], ["区住建局"]]
    assert codes(page) == []


def test_tables_side_by_side_whose_numbers_go_on_across_are_read_row_by_row():
    rows = [f"{n}|修路{n}条|区住建局|已开工|{n + 1}|修路{n + 1}条|区住建局|已开工" for n in (1, 3)]
    assert column(page_of(html(f"{HEADER}|{HEADER}", *rows), "a.html"), "code") == [*"1234"]


def test_tables_side_by_side_without_numbers_are_read_row_by_row():
    header = "项目名称|牵头单位|进展情况"
    rows = [f"修路{n}条|区住建局|已开工|建桥{n}座|区住建局|已开工" for n in (1, 2)]
    page = page_of(html(f"{header}|{header}", *rows), "a.html")
    assert column(page, "item") == ["修路1条", "建桥1座", "修路2条", "建桥2座"]


def test_title_over_tables_side_by_side_stays_one():
    page = page_of(
        html("8>2031年云溪区民生实事项目表", f"{HEADER}|{HEADER}", f"{ROWS[0]}|{ROWS[1]}"), "a.html"
    )
    assert column(page, "item") == ["新建学校3所", "新增床位30张"]
    assert [s.text.value for s in page.stretches].count("2031年云溪区民生实事项目表") == 1


def test_every_cell_of_tables_side_by_side_has_its_stretch():
    page = page_of(html(f"{HEADER}|{HEADER}", f"{ROWS[0]}|{ROWS[1]}"), "a.html")
    assert [s.order for s in page.stretches if s.text.value in ("区教育局", "区卫健局")] == [1, 2]


def test_same_words_below_two_groups_of_one_header_stay_in_one_table():
    table = (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td rowspan=2>牵头单位</td>"
        "<td colspan=3>一季度</td><td colspan=3>二季度</td></tr><tr>"
        + "<td>目标</td><td>进展</td><td>状态</td>" * 2
        + "</tr><tr><td>1</td><td>新建学校3所</td><td>区教育局</td>"
        + "<td>开工</td><td>已开工</td><td>正常</td>" * 2
        + "</tr></table>"
    )
    page = page_of(table, "a.html")
    assert len(page.records) == 1
    assert len(page.headers) == 1


@pytest.mark.parametrize(
    "header",
    [
        f"{HEADER}|序号|项目名称",
        "序号|项目名称|序号|项目名称",
        f"{HEADER}|序号|项目名称|牵头单位|备注",
    ],
)
def test_header_that_says_only_some_words_again_is_one_header(header):
    page = page_of(html(header, "|".join(["1", "新建学校3所", "区教育局", "已开工"] * 2)), "a.html")
    assert len(page.headers) <= 1


def test_what_stands_over_the_header_of_the_second_of_woven_tables_is_kept():
    head = "序号|项目名称|责任单位"
    rows = ("1|修路3条|住建局|2|建桥1座|交通局", "3|种树9棵|园林局|4|通水2处|水利局")
    page = page_of(html("3>第一部分|3>单位：万元", f"{head}|{head}", *rows), "a.html")
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert {"第一部分", "单位：万元"} <= {s.text.value for s in page.stretches}
