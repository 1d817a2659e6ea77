import io

import openpyxl
import pytest

from shishi.layouts import extract
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, codes, column, html, page_of

HEAD = "<tr><th>类别<th>序号<th>项目名称<th>牵头单位<th>进展情况"
FIRST = f"<table>{HEAD}<tr><td rowspan=2>便民<td>1<td>修路3条<td>住建局<td>已开工<tr><td>2<td>建桥1座<td>交通局<td>已完工</table>"


def page(*tables):
    return page_of(f"<h1>{TITLE}</h1>{''.join(tables)}", "a.html")


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下",
        "<tr><td><td>3<td>种树9棵<td>园林局<td>已种下",
    ],
)
def test_table_without_a_header_goes_on_from_the_one_before(row):
    found = page(FIRST, f"<table>{row}<tr><td>利民<td>4<td>通水2处<td>水利局<td>施工中</table>")

    assert column(found, "code") == ["1", "2", "3", "4"]
    assert column(found, "lead_units")[2:] == [["园林局"], ["水利局"]]


@pytest.mark.parametrize("line", ["续表", "（续上页）", "接上表:"])
def test_table_goes_on_below_a_line_that_says_so_and_is_no_theme(line):
    rest = "<tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下<tr><td>利民<td>4<td>通水2处<td>水利局<td>施工中"
    found = page(FIRST, f"<p>{line}</p><table>{rest}</table>")

    assert column(found, "code") == ["1", "2", "3", "4"]
    assert column(found, "theme") == ["便民", "便民", "利民", "利民"]


@pytest.mark.parametrize("line", ["— 2 —", "第2页,共3页", TITLE, f"{TITLE}(续)"])
def test_table_goes_on_below_the_number_of_a_page_or_the_title_printed_again(line):
    rest = "<tr><td><td>3<td>种树9棵<td>园林局<td>已种下"
    found = page(FIRST, f"<p>{line}</p><table>{rest}</table>")

    assert column(found, "code") == ["1", "2", "3"]
    assert column(found, "theme") == ["便民", "便民", "便民"]


def test_table_does_not_go_on_below_the_title_of_another_list():
    rest = "<tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下"
    title = "2030年民生实事项目进度表"

    assert column(page(FIRST, f"<p>{title}</p><table>{rest}</table>"), "code") == ["1", "2"]


def test_blank_cell_below_the_break_is_blank_where_only_header_words_reach_over_rows():
    head = "<tr><th rowspan=2>序号<th rowspan=2>项目名称<th rowspan=2>牵头单位<th colspan=2>进展情况<th rowspan=2>备注<tr><th>目标<th>进展"
    first = f"<table>{head}<tr><td>1<td>修路3条<td>住建局<td>3条<td>已开工<td>跨年</table>"
    rest = "<table><tr><td>2<td>建桥1座<td>交通局<td>1座<td>已完工<td></table>"

    assert column(page(first, rest), "remark") == ["跨年", None]


def leads_below_the_break(number, item):
    """Read who leads the rows around a break, below merged header words; the row at the break names nobody."""
    head = "<tr><th rowspan=2>序号<th rowspan=2>项目名称<th rowspan=2>牵头单位<th colspan=2>进展情况<tr><th>上半年<th>下半年"
    first = f"<table>{head}<tr><td>1<td>修路3条<td>住建局<td>已开工<td>过半</table>"
    rest = f"<tr><td>{int(number or 1) + 1}<td>种树9棵<td>园林局<td>未开工<td>已种下</table>"
    cut = f"<table><tr><td>{number}<td>{item}<td><td>①铺路面<td>②已完工{rest}"
    return column(page(first, cut), "lead_units")


def test_lead_reaches_over_the_break_below_merged_header_words_where_it_cut_the_row():
    assert leads_below_the_break("", "") == [["住建局"], ["住建局"], ["园林局"]]


def test_lead_does_not_reach_over_the_break_to_an_item_with_a_number_of_its_own():
    assert leads_below_the_break("2", "建桥1座") == [["住建局"], [], ["园林局"]]


def test_table_of_another_kind_below_such_a_line_goes_on_from_none():
    rest = "<tr><td>联系电话<td>3366<td>督查室<td>王工<td>周一至周五"
    assert column(page(FIRST, f"<p>续表</p><table>{rest}</table>"), "code") == ["1", "2"]


def test_rows_over_a_header_printed_again_go_on_from_the_table_before():
    rest = "<tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下"
    more = "<tr><td>利民<td>4<td>通水2处<td>水利局<td>施工中"
    found = page(FIRST, f"<table>{rest}{HEAD}{more}</table>")

    assert column(found, "code") == ["1", "2", "3", "4"]
    assert column(found, "lead_units")[2:] == [["园林局"], ["水利局"]]


def test_rows_over_a_header_that_do_not_go_on_are_no_projects():
    rest = "<tr><td>联系电话<td>3366<td>督查室<td>王工<td>周一至周五"
    more = "<tr><td>利民<td>1<td>通水2处<td>水利局<td>施工中"
    found = page(FIRST, f"<table>{rest}{HEAD}{more}</table>")

    assert column(found, "item") == ["修路3条", "建桥1座", "通水2处"]


def test_table_whose_numbers_begin_again_under_each_theme_goes_on():
    rest = "<tr><td rowspan=2>利民<td>1<td>种树9棵<td>园林局<td>已种下<tr><td>2<td>通水2处<td>水利局<td>施工中"
    found = page(FIRST, f"<table>{rest}</table>")

    assert column(found, "theme") == ["便民", "便民", "利民", "利民"]
    assert column(found, "code") == ["1", "2", "1", "2"]


def test_rows_go_on_from_a_header_that_is_a_table_by_itself():
    rows = [f"<table><tr><td>利民<td>{n}<td>种树{n}棵<td>园林局<td>已种下</table>" for n in (1, 2)]
    found = page(f"<table>{HEAD}</table>", *rows)

    assert column(found, "code") == ["1", "2"]
    assert codes(found) == []


def test_table_without_numbers_does_not_go_on_from_a_header_alone():
    found = page(
        f"<table>{HEAD}</table>", "<table><tr><td>科员<td>方朔<td>督查室<td>电话<td>88001</table>"
    )

    assert found.records == ()
    assert codes(found) == ["table-without-rows"]


def test_merged_cell_that_the_break_cut_reaches_over_it():
    found = page(FIRST, "<table><tr><td><td>3<td>种树9棵<td>园林局<td>已种下</table>")

    assert column(found, "theme") == ["便民", "便民", "便民"]


def test_every_cell_of_a_joined_table_has_its_stretch():
    found = page(FIRST, "<table><tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下</table>")

    assert [s.order for s in found.stretches if s.text.value == "园林局"] == [3]


@pytest.mark.parametrize(
    "other",
    [
        "<table><tr><td>张三<td>科员<td>督查室<td>电话<td>88001</table>",
        "<table><tr><td>利民<td>1<td>种树9棵<td>苗木<td>绿色<tr><td>便民<td>2<td>浇水3次<td>井水<td>蓝色</table>",
        "<p>附表</p><table><tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下</table>",
        "<table><tr><td>3<td>种树9棵<td>园林局<td>已种下</table>",
    ],
    ids=["no numbers", "numbers begin again without units", "text between", "other width"],
)
def test_other_table_without_a_header_stays_apart(other):
    assert len(page(FIRST, other).records) == 2


def test_table_with_a_header_of_its_own_is_not_joined_but_follows():
    found = page(FIRST, f"<table>{HEAD}<tr><td>利民<td>3<td>种树9棵<td>园林局<td>已种下</table>")

    assert column(found, "code") == ["1", "2", "3"]


HEADER = ("序号", "项目名称", "牵头单位", "进展情况")


def workbook(*sheets):
    book = openpyxl.Workbook()
    for at, rows in enumerate(sheets):
        sheet = book.create_sheet(f"表{at + 1}", at)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return extract(read(file.getvalue(), "a.xlsx"), rulebook=load_rulebook("default"))


FIRST_ROWS = (HEADER, ("一、教育惠民",), (1, "新建学校3所", "区教育局", "已开工"))
MORE_ROWS = (HEADER, (2, "新增床位30张", "区卫健局", "已完成"))


def test_theme_does_not_reach_from_one_sheet_over_to_the_next():
    assert column(workbook(FIRST_ROWS, MORE_ROWS), "theme") == ["一、教育惠民", None]


def test_theme_reaches_over_a_header_printed_again_on_its_sheet():
    assert column(workbook((*FIRST_ROWS, *MORE_ROWS)), "theme") == ["一、教育惠民"] * 2


HEADED = "序号|项目名称|责任单位|进展情况"


def sections(*between):
    first = html(HEADED, "1|修路3条|住建局|完工")
    rest = html("2|建桥1座|交通局|完工", "3|种树9棵|园林局|完工").partition("</h1>")[2]
    return page_of(first + "".join(f"<p>{line}</p>" for line in between) + rest, "a.html")


def test_table_that_goes_on_below_a_heading_without_its_header_is_read_under_that():
    page = sections("二、交通便民")
    assert column(page, "item") == ["修路3条", "建桥1座", "种树9棵"]
    assert column(page, "theme") == [None, "二、交通便民", "二、交通便民"]


@pytest.mark.parametrize(
    "between",
    [("以下为其他事项，供各单位参考使用，请遵照执行并及时反馈意见建议。",), ("甲", "乙", "丙")],
)
def test_table_below_other_text_does_not_go_on(between):
    assert column(sections(*between), "item") == ["修路3条"]
