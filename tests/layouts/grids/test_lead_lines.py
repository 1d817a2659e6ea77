"""Lines over a whole table that name a unit: who leads, or who signs."""

import pytest

from tests.layouts.invented import codes, column, page_of

TABLE = (
    "<table><tr><td>序号<td>项目名称<td>目标<td>进度</tr><tr><td>1<td>修路<td>3条<td>2条</tr>"
    "<tr><td>2<td>建校<td>1所<td>开工</tr></table>"
)


def page(*parts):
    return page_of("".join(parts), "a.html")


def test_single_line_that_says_who_leads_a_table_is_taken_and_asked_about():
    found = page("<p>牵头单位:区住建局</p>", TABLE)
    assert column(found, "lead_units") == [["区住建局"], ["区住建局"]]
    assert codes(found).count("lead-from-line") == 2


def test_lines_that_say_who_leads_each_of_two_tables_are_not_asked_about():
    found = page("<p>牵头单位:区住建局</p>", TABLE, "<p>牵头单位:区教育局</p>", TABLE)
    assert column(found, "lead_units") == [["区住建局"]] * 2 + [["区教育局"]] * 2
    assert "lead-from-line" not in codes(found)


@pytest.mark.parametrize(
    "line", ["责任单位:区督查室(盖章)", "责任单位(公章):区发改局", "责任单位:区发改局（章）"]
)
def test_line_for_a_seal_over_a_table_leads_nothing(line):
    assert column(page(f"<p>{line}</p>", TABLE), "lead_units") == [[], []]


def test_towns_over_tables_of_the_same_columns_are_themes():
    found = page("<p>一、石埠镇</p>", TABLE, "<p>二、柳湖街道</p>", TABLE)
    assert column(found, "lead_units") == [[]] * 4
    assert column(found, "theme") == ["一、石埠镇"] * 2 + ["二、柳湖街道"] * 2


def test_bureaus_over_tables_of_the_same_columns_lead():
    found = page("<p>一、区住建局</p>", TABLE, "<p>二、区教育局</p>", TABLE)
    assert column(found, "lead_units") == [["区住建局"]] * 2 + [["区教育局"]] * 2
