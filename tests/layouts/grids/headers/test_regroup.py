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


REPEATED = "序号 | 项目名称 | 责任单位 | 推进情况 | 推进情况"
PLAN = (
    "1 | 新建学校3所 | 教育局 | 主体结顶 | 已结顶",
    "2 | 新建公园2个 | 园林局 | 完成1个 | 已开工",
)


@pytest.mark.parametrize(
    "lower", [" |  |  | 9月目标 | 完成情况", "序号 | 项目名称 | 责任单位 | 9月目标 | 完成情况"]
)
@pytest.mark.parametrize("format_", ["txt", "csv"])
def test_group_that_is_printed_over_each_of_its_columns_is_one(lower, format_):
    text = "\n".join((REPEATED, lower, *PLAN))
    found = page_of(
        text if format_ == "txt" else text.replace(" ", "").replace("|", ","), f"a.{format_}"
    )
    assert column(found, "goal") == ["主体结顶", "完成1个"]
    assert column(found, "progress") == ["已结顶", "已开工"]
    assert column(found, "lead_units") == [["教育局"], ["园林局"]]
    assert codes(found) == []


def test_group_of_two_levels_that_is_printed_over_each_of_its_columns_is_one():
    rows = (
        "1 | 新建学校3所 | 主体结顶 | 已结顶 | 正常",
        "2 | 新建公园2个 | 完成1个 | 已开工 | 滞后",
    )
    upper = "序号 | 项目名称 | 推进情况 | 推进情况 | 推进情况"
    lower = (" | | 9月目标 | 进展 | 进展", " | | | 完成情况 | 进度状态")
    found = page_of("\n".join((upper, *lower, *rows)))
    assert column(found, "goal") == ["主体结顶", "完成1个"]
    assert column(found, "progress") == ["已结顶", "已开工"]
    assert column(found, "status") == ["正常", "滞后"]


def test_words_that_slid_from_under_a_group_that_is_printed_over_each_of_its_columns_are_put_back():
    head = "| 序号 | 项目名称 | 推进情况 | 推进情况 | 推进情况 | 备注 |"
    rows = (
        "| 1 | 新建学校3所 | 已结顶 | 80% | 因雨延误 | 续建 |",
        "| 2 | 新建公园2个 | 已开工 | 35% |  |  |",
    )
    found = page_of("\n".join((head, "| 目前进展 | 完成比例 | 情况说明 |", *rows)))
    assert column(found, "progress") == ["已结顶", "已开工"]
    assert column(found, "percent") == ["80%", "35%"]
    assert column(found, "explanation") == ["因雨延误", None]


@pytest.mark.parametrize(
    "first",
    [
        "1 | 新建学校3所 | 教育局 | 主体结顶 | 已结顶",  # a number and a name beside it
        " | | | | 已结顶",  # less than the whole group
        " | | | 已结顶 | 已结顶",  # twice the same
        " | | 教育局 | 主体结顶 | 已结顶",  # a word beside it that is not the one above
    ],
)
def test_row_below_a_word_that_stands_twice_is_none_of_the_header(first):
    found = page_of("\n".join((REPEATED, first, *PLAN)).replace(" ", "").replace("|", ","), "a.csv")
    assert [c.word.split()[0] for c in found.headers[0].columns][-2:] == ["推进情况"] * 2
