import pytest

from tests.layouts.invented import codes, column, html, page_of

UPPER = "序号|项目名称|2>责任分工|2>推进情况|备注"
ROWS = (
    "1|新建学校3所|区教育局|石埠镇|主体结顶|已开工2所|",
    "2|新增床位30张|区卫健局|菊溪镇|完成20张|已完成20张|",
)


def page(*rows):
    return page_of(html(*rows), "a.html")


@pytest.mark.parametrize("blank", ["|||", ""])
def test_lower_words_that_slid_to_the_left_are_put_under_their_groups(blank):
    found = page(UPPER, f"牵头单位|配合单位|9月目标|完成情况{blank}", *ROWS)
    assert column(found, "lead_units") == [["区教育局"], ["区卫健局"]]
    assert column(found, "support_units") == [["石埠镇"], ["菊溪镇"]]
    assert column(found, "goal") == ["主体结顶", "完成20张"]
    assert column(found, "progress") == ["已开工2所", "已完成20张"]
    assert column(found, "code") == ["1", "2"]


@pytest.mark.parametrize(
    "lower", ["牵头单位|配合单位|9月目标", "||牵头单位|配合单位|9月目标|完成情况|"]
)
def test_lower_words_that_do_not_just_fill_the_groups_stay_where_they_are(lower):
    found = page(UPPER, lower, *ROWS)
    assert [c.word for c in found.headers[0].columns][:2] == ["序号", "项目名称"]
    assert column(found, "item")[-2:] == ["新建学校3所", "新增床位30张"]


def test_words_of_three_rows_that_slid_are_put_under_their_groups():
    found = page(
        "序号|责任部门|4>民生实事推进信息",
        "2>建设信息|2>推进信息||",
        "项目目标|项目级别|完成情况|进度状态||",
        "1|区教育局|新建学校3所|市级|已开工2所|正常",
    )
    assert column(found, "item") == ["新建学校3所"]
    assert column(found, "lead_units") == [["区教育局"]]
    assert column(found, "progress") == ["已开工2所"]


def test_words_that_fill_the_gaps_of_a_header_are_a_part_of_it():
    found = page("序号|项目名称|责任单位|是否完成||备注", "|||是|否|", "1|新建学校3所|区教育局||√|")
    assert column(found, "item") == ["新建学校3所"]
    assert codes(found) == []


@pytest.mark.parametrize(
    "first", ["||区教育局|是|否|", "|||是||", "|||是|否|无", "1|新建学校|区教育局|是|否|"]
)
def test_row_that_fills_more_or_less_than_the_gaps_of_a_header_is_no_part_of_it(first):
    found = page("序号|项目名称|责任单位|是否完成||备注", first, "2|新建学校3所|区教育局||√|")
    assert len(found.records) == 2
