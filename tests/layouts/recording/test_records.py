import pytest

from tests.layouts.invented import codes, column, html, page_of, paragraphs

HEADER = "序号|项目名称|牵头单位|配合单位|进展情况"


def table(*rows, header=HEADER):
    return page_of(html(header, *rows), "a.html")


@pytest.mark.parametrize(
    ("item", "left", "levels"),
    [
        ("新建学校3所(市级)", "新建学校3所", ["市级"]),
        ("新建学校3所(市级、区级)", "新建学校3所", ["市级", "区级"]),
        ("新建学校3所( 市级 、县级 )", "新建学校3所", ["市级", "县级"]),
        ("新建学校3所(自治区级)", "新建学校3所", ["自治区级"]),
        ("新建学校3所【师级、团级】", "新建学校3所", ["师级", "团级"]),
        ("新建学校3所(高级)", "新建学校3所(高级)", []),
        ("新建学校3所( 含师级2所 )", "新建学校3所( 含师级2所 )", []),
        ("新建学校3所(含市级2所)", "新建学校3所(含市级2所)", []),
        ("新建学校3所(市级)和公厕", "新建学校3所(市级)和公厕", []),
    ],
)
def test_level_in_brackets_at_the_end_of_an_item_is_taken_out(item, left, levels):
    page = table(f"1|{item}|区教育局||已开工")
    assert column(page, "item") == [left]
    assert column(page, "levels") == [levels]


def test_numbers_that_begin_again_begin_a_section():
    rows = [f"{n}|新建学校{n}所|区教育局||已开工" for n in (1, 2, 1, 2)]
    assert [r.section for r in table(*rows).records] == [1, 1, 2, 2]


def test_number_printed_twice_begins_no_section():
    rows = [f"{n}|新建学校{i}所|区教育局||已开工" for i, n in enumerate((1, 1, 2), 3)]
    assert [r.section for r in table(*rows).records] == [1, 1, 1]


def test_same_item_under_the_same_number_with_another_lead_is_shared():
    page = table("1|改造公厕12座|东篱镇||已完成4座", "1|改造公厕12座|菊溪镇||已完成1座")
    assert [r.shares_item_with for r in page.records] == [None, 1]


def test_other_item_under_the_same_number_is_its_own():
    page = table("1|改造公厕12座|东篱镇||已完成4座", "1|改造泵房9座|菊溪镇||已完成1座")
    assert [r.shares_item_with for r in page.records] == [None, None]


def test_list_with_and_others_is_open():
    page = table(
        "1|新建学校3所|区教育局|区住建局等部门|已开工", "2|新建公厕|区住建局|石埠镇|已开工"
    )
    assert [r.open_ended for r in page.records] == [True, False]


def test_column_without_a_field_is_kept_under_its_word():
    page = table(
        "1|新建学校|区教育局|6月|已开工", header="序号|项目名称|牵头单位|建设地点|进展情况"
    )
    assert {w: t.value for w, t in page.records[0].other.items()} == {"建设地点": "6月"}


def test_dot_after_a_number_is_no_part_of_the_code():
    assert column(table("1.|新建学校|区教育局||已开工"), "code") == ["1"]


def test_slash_for_a_blank_number_is_no_code():
    assert column(table("/|新建学校|区教育局||已开工"), "code") == [None]


def test_row_with_a_number_and_no_item_takes_none_from_the_row_above():
    header = "序号 项目名称 牵头单位 进展情况 进度状态"
    rows = "1 新建学校3所 区教育局 已开工。 正常 2 区住建局 已完工。 正常 3 新建公厕3座 区住建局 已开工。 正常"
    page = page_of(paragraphs(f"{header} {rows}"))
    assert column(page, "item") == ["新建学校3所", None, "新建公厕3座"]
    assert "item-missing" in codes(page)


STARS = "序号|项目名称|责任单位|进展情况"


def test_stars_part_leads_from_supporters_though_the_header_does_not_say_so():
    page = table("1|新建学校|★区教育局、区住建局|已开工", header=STARS)
    assert column(page, "lead_units") == [["区教育局"]]
    assert column(page, "support_units") == [["区住建局"]]


def test_starred_lead_beside_its_own_supporters_keeps_all_its_names():
    page = table("1|新建学校|★区教育局、区住建局|石埠镇|已开工")
    assert column(page, "lead_units") == [["区教育局", "区住建局"]]
    assert column(page, "support_units") == [["石埠镇"]]


THEMES = "序号|类别|项目名称|牵头单位|进展情况"


def test_number_printed_once_with_its_theme_counts_for_all_its_items():
    rows = [
        "1|教育|新建学校|区教育局|已开工",
        "||扩建学校|区教育局|未开工",
        "2|出行|修路|区住建局|完工",
    ]
    page = table(*rows, header=THEMES)
    assert column(page, "code") == ["1", "1", "2"]
    assert column(page, "theme") == ["教育", "教育", "出行"]


def test_row_of_totals_does_not_keep_a_number_from_counting_for_all_items_of_its_theme():
    rows = ["1|教育|新建学校|区教育局|已开工", "||扩建学校|区教育局|未开工", "合计||2项||"]
    assert column(table(*rows, header=THEMES), "code") == ["1", "1"]


def test_item_without_a_number_among_numbered_ones_gets_none():
    rows = [
        "1|教育|新建学校|区教育局|已开工",
        "2||扩建学校|区教育局|未开工",
        "||修校门|区教育局|完工",
    ]
    page = table(*rows, header=THEMES)
    assert column(page, "code") == ["1", "2", None]


MERGED = """<table><tr><td>序号<td>项目名称<td>牵头单位<td>阶段目标<td>进展情况</tr>
<tr><td rowspan=2>1<td rowspan=2>改造公厕<td>石埠镇<td>建成4座<td>建成2座</tr>
<tr><td>东篱镇<td><td>建成1座</tr></table>"""


def test_blank_goal_beside_a_merged_item_stays_blank():
    assert column(page_of(MERGED, "a.html"), "goal") == ["建成4座", None]


def test_blank_goal_of_a_row_without_rulings_is_that_of_its_item():
    page = table(
        "1|改造公厕|石埠镇|建成4座|建成2座",
        "||东篱镇||建成1座",
        header="序号|项目名称|牵头单位|阶段目标|进展情况",
    )
    assert column(page, "goal") == ["建成4座", "建成4座"]


def test_row_of_totals_is_no_record_wherever_its_word_stands():
    assert column(table("1|修路3条|区交通局||完工", "||总计||3条"), "item") == ["修路3条"]


def test_row_with_an_item_is_a_record_though_a_cell_says_total():
    assert len(table("1|修路3条|区交通局||完工", "2|修桥1座|区交通局||合计").records) == 2
