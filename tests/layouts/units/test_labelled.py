"""Cells that name what they hold: 牵头单位:区教育局 配合单位:区财政局."""

import pytest

from tests.layouts.invented import column, html, page_of


def page(*cells):
    """Give the page of a table with these cells for who does the work."""
    rows = [f"{n}|建桥{n}座。|{cell}|已开工" for n, cell in enumerate(cells, 1)]
    return page_of(html("序号|项目名称|责任单位|进展情况", *rows), "a.html")


@pytest.mark.parametrize("leads", ["区住建局", "区住建局,区财政局", "区住建局、区财政局"])
@pytest.mark.parametrize("gap", [" ", "  ", ";", "; "])
def test_label_behind_a_space_is_none_of_the_unit_before_it(leads, gap):
    read = page(*[f"牵头单位:{leads}{gap}配合单位:区教育局,各街道"] * 2)
    assert column(read, "lead_units") == [leads.replace("、", ",").split(",")] * 2
    assert column(read, "support_units") == [["区教育局", "各街道"]] * 2


@pytest.mark.parametrize("label", ["配 合 单 位", "配合 单位"])
def test_label_with_spaces_in_it_is_one_label(label):
    read = page(*[f"牵头单位:区住建局;{label}:区教育局"] * 2)
    assert column(read, "lead_units") == [["区住建局"]] * 2
    assert column(read, "support_units") == [["区教育局"]] * 2


@pytest.mark.parametrize("words", ["区水务局 其中", "区水务局 联系电话"])
def test_word_behind_a_space_that_names_no_field_is_no_label(words):
    read = page("牵头单位:区住建局 配合单位:区教育局", f"牵头单位:区住建局,{words}:12345")
    assert column(read, "support_units") == [["区教育局"], []]


@pytest.mark.parametrize("leads", ["区住建局", "区住建局、青桥公交公司", "区住建局,青桥公交公司"])
@pytest.mark.parametrize("label", ["配合", "配合单位", "协办部门"])
def test_label_right_behind_the_last_lead_of_a_list_ends_the_leads(leads, label):
    read = page(*[f"牵头:{leads}{label}:区教育局、各街道"] * 2)
    assert column(read, "lead_units") == [leads.replace("、", ",").split(",")] * 2
    assert column(read, "support_units") == [["区教育局", "各街道"]] * 2


@pytest.mark.parametrize("word", ["联系", "督办"])
def test_word_right_behind_the_last_lead_that_names_no_support_is_no_label(word):
    read = page("牵头:区住建局 配合:区教育局", f"牵头:区住建局、青桥公交公司{word}:区教育局")
    assert column(read, "support_units") == [["区教育局"], []]


@pytest.mark.parametrize(
    "words", ["属地", "全力", "做好", "责任单位", "协助", "相关部门", "各镇", "有关施工公司"]
)
def test_words_before_the_label_of_supporters_that_name_no_unit_surely_lead_nothing(words):
    read = page(f"牵头单位:区住建局,{words}配合:白沙镇", "牵头单位:区教育局,配合:白沙镇")
    assert words not in column(read, "lead_units")[0]
    assert "lead-unit-unsure" in {finding.code for finding in read.findings}
