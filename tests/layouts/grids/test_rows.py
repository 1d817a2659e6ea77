import pytest

from shishi.records import Role
from tests.layouts.invented import codes, column, html, lines, page_of

HEADER = "序号|项目名称|牵头单位|进展情况"
ROWS = ("1|新建学校3所|区教育局|已开工2所", "2|新增床位30张|区卫健局|已完成20张")


def test_rows_below_the_header_are_records():
    page = page_of(html(HEADER, *ROWS), "a.html")
    assert column(page, "item") == ["新建学校3所", "新增床位30张"]
    assert column(page, "lead_units") == [["区教育局"], ["区卫健局"]]


def test_header_of_two_rows_is_read_by_its_lower_words():
    table = (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td colspan=2>责任分工</td>"
        "<td rowspan=2>进展情况</td></tr><tr><td>牵头单位</td><td>配合单位</td></tr>"
        "<tr><td>1</td><td>新建学校3所</td><td>区教育局</td><td>石埠镇</td><td>已开工</td></tr></table>"
    )
    page = page_of(table, "a.html")
    assert column(page, "lead_units") == [["区教育局"]]
    assert column(page, "support_units") == [["石埠镇"]]


@pytest.mark.parametrize("table", ["姓名|电话|备注", "项目|金额|备注"])
def test_other_table_is_no_project_table(table):
    page = page_of(html(table, "陆远帆|无|无"), "a.html")
    assert page.records == ()
    assert codes(page) == ["no-project-table"]


def test_title_row_inside_the_table_is_no_part_of_the_header():
    page = page_of(
        "<table><tr><td colspan=4>2031年云溪区民生实事项目进展表</td></tr>"
        + html(HEADER, *ROWS).split("<table>")[1],
        "a.html",
    )
    assert page.notice.title == "2031年云溪区民生实事项目进展表"
    assert len(page.records) == 2


def test_row_over_the_whole_width_gives_the_theme_of_the_rows_below():
    page = page_of(html(HEADER, "4>一、教育惠民", ROWS[0], "4>二、健康惠民", ROWS[1]), "a.html")
    assert column(page, "theme") == ["一、教育惠民", "二、健康惠民"]


def test_first_cell_alone_in_a_pasted_row_gives_the_theme_too():
    rows = ("一、教育惠民 | | |", *(r.replace("|", " | ") for r in ROWS))
    page = page_of(lines(HEADER.replace("|", " | "), *rows))
    assert column(page, "theme") == ["一、教育惠民", "一、教育惠民"]


@pytest.mark.parametrize("first", ["陆远帆", "欧阳岚", "副区长甲"])
def test_rows_that_are_names_of_people_give_the_leader_of_the_rows_below(first):
    page = page_of(html(HEADER, f"4>{first}", ROWS[0], "4>方朔", ROWS[1]), "a.html")
    assert column(page, "leaders") == [[first], ["方朔"]]
    assert column(page, "theme") == [None, None]


def test_row_like_a_name_below_a_header_printed_again_is_a_theme_where_the_others_are():
    tables = (
        html(HEADER, f"4>{band}", row) for band, row in zip(("教育类", "水利类"), ROWS, strict=True)
    )
    page = page_of("".join(tables), "a.html")
    assert column(page, "theme") == ["教育类", "水利类"]
    assert column(page, "leaders") == [[], []]


def test_row_like_a_name_is_a_leader_where_the_table_with_themes_has_other_columns():
    page = page_of(
        html(HEADER, "4>方朔明", ROWS[0])
        + html("序号|项目名称|牵头单位|状态", "4>教育类", "1|新建学校3所|区教育局|滞后"),
        "a.html",
    )
    assert column(page, "leaders") == [["方朔明"], []]


def test_row_like_a_name_is_no_leader_where_a_column_holds_the_leaders():
    page = page_of(
        html("序号|项目名称|责任领导|进展情况", "4>水利类", "1|新建学校3所|方朔|已开工2所"),
        "a.html",
    )
    assert column(page, "theme") == ["水利类"]
    assert column(page, "leaders") == [["方朔"]]


@pytest.mark.parametrize(
    "bands", [("平安", "康养"), ("安居保障", "养老托育"), ("陆远帆", "安居保障工程")]
)
def test_rows_that_may_be_words_are_no_leaders(bands):
    page = page_of(html(HEADER, f"4>{bands[0]}", ROWS[0], f"4>{bands[1]}", ROWS[1]), "a.html")
    assert column(page, "leaders") == [[], []]
    assert column(page, "theme") == list(bands)


def test_row_over_the_whole_width_is_no_theme_where_a_column_holds_themes():
    page = page_of(
        html(
            "类别|项目名称|牵头单位|进展情况", "4>教育惠民", "便民出行|新建学校3所|区教育局|已开工"
        ),
        "a.html",
    )
    assert column(page, "theme") == ["便民出行"]


@pytest.mark.parametrize("note", ["注:数据截至9月底。", "本表由各单位填报,区府办汇总。"])
def test_note_over_the_whole_width_is_neither_theme_nor_record(note):
    page = page_of(html(HEADER, *ROWS, f"4>{note}"), "a.html")
    assert column(page, "theme") == [None, None]
    assert [s.role for s in page.stretches if s.text.value == note] == [Role.PARAGRAPH]


def test_header_printed_again_after_a_page_break_goes_on_with_theme_and_section():
    page = page_of(html(HEADER, "4>一、教育惠民", ROWS[0], HEADER, ROWS[1]), "a.html")
    assert column(page, "theme") == ["一、教育惠民", "一、教育惠民"]
    assert [r.section for r in page.records] == [1, 1]


def test_empty_rows_are_no_records():
    page = page_of(html(HEADER, ROWS[0], "|||", ROWS[1], "|||"), "a.html")
    assert [r.place.row for r in page.records] == [1, 2]


@pytest.mark.parametrize("total", ["合计|2项||", "|合计||2项", "2>合计||2项"])
def test_row_of_totals_is_no_record_and_is_named(total):
    page = page_of(html(HEADER, *ROWS, total), "a.html")
    assert len(page.records) == 2
    assert codes(page) == ["row-left-out"]


@pytest.mark.parametrize("row", ["3|合计完成管网9公里|区水务局|已开工", "3|新建公厕|合计|已开工"])
def test_row_that_only_mentions_a_total_is_a_record(row):
    page = page_of(html(HEADER, *ROWS, row), "a.html")
    assert len(page.records) == 3


def test_two_tables_with_different_headers_are_both_read():
    page = page_of(
        html(HEADER, *ROWS)
        + "<p>附表</p>"
        + html("牵头部门|目标任务|状态", "区水务局|改造泵房9座|滞后"),
        "a.html",
    )
    assert [r.place.part for r in page.records] == ["table 1", "table 1", "table 2"]
    assert column(page, "status") == [None, None, "滞后"]


def test_table_before_its_title_gets_the_title():
    page = page_of(
        html(HEADER, *ROWS).split("</h1>")[1] + "<p>2031年云溪区民生实事项目表</p>", "a.html"
    )
    assert page.notice.title == "2031年云溪区民生实事项目表"


def test_merged_item_is_shared_by_the_rows_it_covers():
    page = page_of(
        "<table><tr><td>序号</td><td>项目名称</td><td>牵头单位</td><td>进展情况</td></tr>"
        "<tr><td rowspan=2>1</td><td rowspan=2>改造公厕12座</td><td>东篱镇</td><td>已完成4座</td></tr>"
        "<tr><td>菊溪镇</td><td>已完成1座</td></tr></table>",
        "a.html",
    )
    assert column(page, "item") == ["改造公厕12座", "改造公厕12座"]
    assert [r.shares_item_with for r in page.records] == [None, 1]


def test_blank_cell_with_rulings_stays_blank():
    page = page_of(html(HEADER, ROWS[0], "2||区卫健局|已完成"), "a.html")
    assert column(page, "item") == ["新建学校3所", None]
    assert "item-missing" in codes(page)


def test_cell_whose_first_spot_another_one_covers_is_not_placed():
    table = (
        "<table><tr><td>序号</td><td>项目名称</td><td>牵头单位</td><td>进展情况</td></tr>"
        "<tr><td>1</td><td>新建学校3所</td><td>区教育局</td><td rowspan=2>已开工2所</td></tr>"
        "<tr><td>2</td><td>新增床位30张</td><td colspan=2>区卫健局</td></tr></table>"
    )
    page = page_of(table, "a.html")
    assert column(page, "item") == ["新建学校3所", "新增床位30张"]
    assert column(page, "lead_units") == [["区教育局"], ["区卫健局"]]
    assert [s.text.value for s in page.stretches][-3:] == ["2", "新增床位30张", "区卫健局"]


def test_header_far_down_in_a_long_table_is_found_by_its_listed_words():
    rows = [f"{n}|新建学校{n}所|区教育局|已开工" for n in range(1, 60)]
    page = page_of(html(HEADER, *rows, HEADER, "1|新建公厕9座|区住建局|已开工"), "a.html")
    assert [header.part for header in page.headers] == ["table 1", "table 2"]
    assert len(page.records) == 60


def test_listed_word_alone_far_down_is_no_header():
    rows = [f"{n}|新建学校{n}所|区教育局|已开工" for n in range(1, 60)]
    page = page_of(html(HEADER, *rows, "60|项目名称|区住建局|已开工"), "a.html")
    assert [header.part for header in page.headers] == ["table 1"]
    assert len(page.records) == 60


def test_header_printed_again_far_down_is_found_whatever_its_words():
    header = "主要任务|责任★及配合单位|计划投资额(万元)|区级责任领导"
    rows = [f"新建学校{n}所|★区教育局|{n}00|方朔" for n in range(1, 60)]
    page = page_of(html(header, *rows, header, "新建公厕9座|★区住建局|300|方朔"), "a.html")
    assert [h.part for h in page.headers] == ["table 1", "table 2"]
    assert len(page.records) == 60


def test_star_behind_an_item_is_none_that_marks_leads():
    page = page_of(
        html(
            "序号|项目名称|责任单位|进展情况",
            "1|新建学校3所★|★区教育局\n区住建局、石埠镇|已开工2所",
            "2|新增床位30张|★区卫健局、石埠镇|已完成20张",
        ).replace("\n", "<br>"),
        "a.html",
    )
    assert column(page, "lead_units") == [["区教育局"], ["区卫健局", "石埠镇"]]


@pytest.mark.parametrize("numbers", ["1|2|3|4", "①|②|③|④", "(1)|(2)|(3)|(4)", "甲|乙|1|2"])
def test_row_that_counts_the_columns_is_no_record(numbers):
    page = page_of(html(HEADER, numbers, *ROWS), "a.html")
    assert column(page, "code") == ["1", "2"]


@pytest.mark.parametrize("row", ["1|3|2|4", "1|2|30|4", "1|新建学校3所|区教育局|4"])
def test_row_whose_numbers_do_not_count_all_columns_is_a_record(row):
    assert len(page_of(html(HEADER, row, *ROWS), "a.html").records) == 3


def test_row_of_a_label_and_a_note_beside_it_is_no_record():
    page = page_of(html(HEADER, *ROWS, "备注|3>以上数据截至9月底"), "a.html")
    assert column(page, "code") == ["1", "2"]


@pytest.mark.parametrize("row", ["3|3>备注栏改造工程", "备用|3>新建食堂1个"])
def test_row_of_a_number_and_one_wide_cell_is_a_record(row):
    assert len(page_of(html(HEADER, *ROWS, row), "a.html").records) == 3


def test_theme_right_over_a_header_printed_again_is_that_of_the_rows_below():
    page = page_of(
        html(HEADER, "4>一、教育惠民", ROWS[0], "4>二、健康惠民", HEADER, ROWS[1]), "a.html"
    )
    assert column(page, "theme") == ["一、教育惠民", "二、健康惠民"]


def test_theme_right_over_a_header_ends_what_the_leader_above_has():
    page = page_of(
        html(HEADER, "4>牵头领导:方朔", ROWS[0], "4>二、健康惠民", HEADER, ROWS[1]), "a.html"
    )
    assert column(page, "leaders") == [["方朔"], []]
    assert column(page, "theme") == [None, "二、健康惠民"]


def test_leader_over_several_themes_leads_them_all():
    rows = ("4>牵头领导:方朔", "4>一、教育惠民", ROWS[0], "4>二、健康惠民", HEADER, ROWS[1])
    assert column(page_of(html(HEADER, *rows), "a.html"), "leaders") == [["方朔"], ["方朔"]]


def test_numbers_that_begin_again_below_a_header_leave_the_theme_above():
    page = page_of(html(HEADER, "4>一、教育惠民", *ROWS, HEADER, ROWS[0]), "a.html")
    assert column(page, "theme") == ["一、教育惠民", "一、教育惠民", None]


@pytest.mark.parametrize("line", ["附件2", "2031年云溪区民生实事候选项目表"])
def test_title_over_a_later_header_ends_the_theme_above(line):
    page = page_of(html(HEADER, "4>一、教育惠民", ROWS[0], f"4>{line}", HEADER, ROWS[1]), "a.html")
    assert column(page, "theme") == ["一、教育惠民", None]


@pytest.mark.parametrize("more", ["", "(续)", "（续表）"])
def test_title_that_every_page_prints_leaves_the_theme(more):
    title = "4>2031年云溪区民生实事项目表"
    rows = ("4>一、教育惠民", ROWS[0], title + more, HEADER, ROWS[1])
    page = page_of(html(title, HEADER, *rows), "a.html")
    assert column(page, "theme") == ["一、教育惠民", "一、教育惠民"]


def test_merged_theme_beside_several_items_stays_one_where_headings_name_it_too():
    table = (
        "<table><tr><td>序号<td>重点工作<td>实施内容及工作目标<td>牵头单位<td>进展情况"
        "<tr><td colspan=5>一、教育惠民<tr><td>1<td rowspan=2>教育<td>建校3所<td>区教育局<td>已开工"
        "<tr><td>2<td>修校9所<td>区教育局<td>已开工<tr><td colspan=5>二、健康惠民"
        "<tr><td>3<td>健康<td>增床30张<td>区卫健局<td>已开工</table>"
    )
    assert column(page_of(table, "a.html"), "theme") == ["教育", "教育", "健康"]


def test_header_whose_first_row_is_a_number_and_a_group_is_found():
    table = (
        "<table><tr><td rowspan=3>序号<td colspan=4>项目基本信息"
        "<tr><td colspan=2>建设信息<td rowspan=2>责任部门<td rowspan=2>备注"
        "<tr><td>年度目标任务<td>项目级别<tr><td>1<td>建校3所<td>市级<td>区教育局<td></table>"
    )
    page = page_of(table, "a.html")
    assert column(page, "item") == ["建校3所"]
    assert column(page, "lead_units") == [["区教育局"]]


def test_quarters_below_their_group_are_a_row_of_the_header():
    rows = (
        "序号,项目名称,牵头单位,年度进度计划,,完成情况",
        ",,,一季度,二季度,",
        "1,修路3条,区住建局,开工,完工,已开工",
    )
    page = page_of("\n".join(rows), "a.csv")
    assert column(page, "code") == ["1"]


COUNTED = "序号|项目名称|牵头单位|进展情况"
ONE, TWO = "1|新建学校1所|区教育局|封顶", "2|改造公路3公里|区交通局|完工"


def test_row_that_only_counts_the_projects_is_left_out_and_a_group_with_its_number_is_their_theme():
    page = page_of(
        html(COUNTED, "|总计2个项目||", "|便民类(1个)||", ONE, "|惠民类(1个)||", TWO), "a.html"
    )
    assert column(page, "theme") == ["便民类(1个)", "惠民类(1个)"]
    assert codes(page) == ["row-left-out"]


@pytest.mark.parametrize(
    "rows",
    [
        (ONE, TWO, "|老旧小区(3个)||", "|城市公园(2个)||"),
        ("|老旧小区(3个)||", "|城市公园(2个)||", ONE, TWO),
        (ONE, "|新建口袋公园(5个)||", TWO),
        (ONE, "|新建口袋公园(1个)||", TWO),
        ("|便民类(2个)||", ONE),
    ],
    ids=["items alone", "items first", "another number", "below a project", "one is missing"],
)
def test_item_that_counts_what_does_not_stand_below_it_is_a_record(rows):
    page = page_of(html(COUNTED, *rows), "a.html")
    assert len(page.records) == len(rows)
    assert set(column(page, "theme")) == {None}


@pytest.mark.parametrize("count", ["2个", "共二项"])
def test_group_with_the_number_of_the_projects_below_it_is_a_theme_however_it_is_written(count):
    last = "3|新增床位30张|区卫健局|封顶"
    page = page_of(html(COUNTED, f"|便民类({count})||", ONE, TWO, "|惠民类(1个)||", last), "a.html")
    assert column(page, "theme") == [f"便民类({count})"] * 2 + ["惠民类(1个)"]


@pytest.mark.parametrize(
    "item", ["改造公交站9个", "建设口袋公园(3个)和绿道", "合计投入1200万元建成学校"]
)
def test_item_that_counts_something_is_an_item(item):
    page = page_of(html(COUNTED, ONE, f"|{item}||", TWO), "a.html")
    assert item in column(page, "item")


def test_row_of_who_signed_below_a_table_is_no_record():
    page = page_of(html(COUNTED, ONE, "填报人:方某||审核人:顾某|", "4>"), "a.html")
    assert column(page, "item") == ["新建学校1所"]


def test_row_whose_cells_have_labels_of_their_own_is_a_record():
    page = page_of(html(COUNTED, ONE, "2|目标:新建学校2所|牵头:区教育局|进展:开工"), "a.html")
    assert len(page.records) == 2


def test_goal_below_the_last_item_of_a_section_is_left_out_and_named():
    rows = ("1|新建学校3所|区教育局", "2|改造幼儿园2所|区教育局", "3>年度目标:本类项目全部完成")
    page = page_of(
        html("序号|实事项目|责任单位", "3>教育", *rows, "3>环境", "3|新建公园|区住建局"), "a.html"
    )
    assert column(page, "goal") == [None, None, None]
    assert "rows-unread" in {f.code for f in page.findings}


def test_goal_below_one_item_right_above_the_next_is_its_own():
    rows = ("1|新建学校3所|区教育局", "3>年度目标:建成3所", "2|改造幼儿园2所|区教育局")
    page = page_of(html("序号|实事项目|责任单位", *rows), "a.html")
    assert column(page, "goal") == ["建成3所", None]
