import pytest

from tests.layouts.invented import codes, column, doubted, html, page_of


def page(*rows):
    return page_of(html(*rows), "a.html")


def test_units_in_both_columns_below_one_word_are_all_read_and_asked_about():
    found = page(
        "序号|项目名称|2>责任单位|进展情况",
        "1|新建学校3所|区教育局|区住建局|已开工",
        "2|新增床位30张|区卫健局||已完成",
    )
    assert column(found, "lead_units") == [["区教育局", "区住建局"], ["区卫健局"]]
    assert {(1, "lead_units"), (2, "lead_units")} <= doubted(found)


def test_cells_that_span_what_their_word_spans_are_one_cell():
    found = page(
        "序号|项目名称|2>责任单位|进展情况",
        "1|新建学校3所|2>区教育局|已开工",
        "2|新增床位30张|2>区卫健局|已完成",
    )
    assert column(found, "lead_units") == [["区教育局"], ["区卫健局"]]
    assert found.findings == ()


def test_blank_column_below_a_word_over_two_asks_nothing():
    found = page("序号|项目名称|2>责任单位|进展情况", "1|新建学校3所|区教育局||已开工")
    assert column(found, "lead_units") == [["区教育局"]]
    assert found.findings == ()


def test_more_than_units_below_one_word_is_asked_about():
    found = page(
        "序号|项目名称|牵头单位|2>进展情况",
        "1|新建学校3所|区教育局|已开工2所|预计年底完工",
        "2|新增床位30张|区卫健局|已完成20张|力争超额完成",
    )
    assert column(found, "progress") == ["已开工2所", "已完成20张"]
    assert set(codes(found)) == {"column-twice"}


@pytest.mark.parametrize(
    ("first", "themes"),
    [(("教育卫生", "教育卫生"), ["教育卫生", "教育卫生"]), (("学校", "床位"), [None, None])],
)
def test_names_below_one_word_gather_items_where_they_stand_over_several(first, themes):
    found = page(
        "序号|2>项目名称|牵头单位|进展情况",
        f"1|{first[0]}|新建学校3所|区教育局|已开工",
        f"2|{first[1]}|新增床位30张|区卫健局|已完成",
    )
    assert column(found, "theme") == themes
    assert bool(doubted(found)) is (themes[0] is None)
    if themes[0]:
        assert column(found, "item") == ["新建学校3所", "新增床位30张"]


def test_codes_in_the_second_column_below_one_word_for_themes_are_codes():
    rows = ("教育|1.1|新建学校3所|区教育局", "卫生|2.1|新增床位30张|区卫健局")
    found = page("2>类别|项目目标|牵头单位", *rows)
    assert (column(found, "code"), column(found, "theme")) == (["1.1", "2.1"], ["教育", "卫生"])
    assert found.findings == ()


def test_goal_over_words_that_nobody_knows_is_that_of_the_first_and_asked_about():
    table = (
        "<table><tr><td rowspan=2>序号</td><td rowspan=2>指标名称</td><td colspan=2>全年目标</td>"
        "<td rowspan=2>牵头单位</td></tr><tr><td>{0}</td><td>{1}</td></tr>"
        "<tr><td>1</td><td>新增车位</td><td>500</td><td>600</td><td>区城管局</td></tr></table>"
    )
    found = page_of(table.format("市定", "区定"), "a.html")
    assert (column(found, "goal"), doubted(found)) == (["500"], {(1, "goal")})
    found = page_of(table.format("一季度", "二季度"), "a.html")
    assert (column(found, "goal"), doubted(found)) == ([None], set())
