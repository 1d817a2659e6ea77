"""Statuses in headings: in brackets, to come, and beside names and numbers."""

import pytest

from shishi.layouts.headings import read_heading
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.text.characters import Script
from tests.layouts.invented import TITLE, column, html, page_of

TERMS = Terms(Script.SIMPLIFIED, frozenset({"滞后", "按序时", "正常"}))


def given(heading, *, over_rows=True):
    read = read_heading(Text(heading, Place()), TERMS, over_rows=over_rows)
    return {field.value: text.value for field, text in read.items()}


HEAD = "序号|项目名称|牵头单位|进展情况"
A, B, C = (
    "1|新建学校3所|区教育局|已开工",
    "2|新建公厕3座|区住建局|已开工",
    "3|新增床位30张|区卫健局|已开工",
)
JUDGED = "序号|项目名称|牵头单位|进度状态"


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("(已完工项目)", "已完工"),
        ("【未开工项目】", "未开工"),
        ("(在建项目3个)", "在建"),
        ("附表2:在建项目", "在建"),
    ],
)
def test_status_in_a_heading_that_stands_in_brackets_is_read(heading, word):
    assert given(heading, over_rows=False) == {"status": word}


@pytest.mark.parametrize(
    "heading", ["(拟申报项目)", "(不含在建项目)", "在建筑工地的项目(已完成项目)"]
)
def test_bracketed_words_over_a_table_that_say_no_status_of_it_give_none(heading):
    assert "status" not in given(heading, over_rows=False)


@pytest.mark.parametrize("name", ["a.html", "a.csv"])
def test_captions_in_brackets_over_tables_each_give_their_status(name):
    head, row = "序号|项目名称|牵头单位|进展情况", "1|新建公厕3座|区住建局|主体封顶"
    other = "1|新增床位30张|区卫健局|手续已批"
    if name == "a.csv":
        lines_ = [TITLE, "(已完工项目)", head, row, "(在建项目)", head, other]
        page = page_of("\n".join(lines_).replace("|", ","), name)
    else:
        first, second = html(head, row), html(head, other).partition("</h1>")[2]
        first = first.replace("</h1>", "</h1><p>(已完工项目)</p>")
        page = page_of(f"{first}<p>(在建项目)</p>{second}", name)
    assert column(page, "status") == ["已完工", "在建"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("沈知行牵头项目", "沈知行"),
        ("二、顾舟同志分管项目(2项)", "顾舟"),
        ("沈知行(副区长)牵头项目", "沈知行"),
        ("沈副区长牵头项目", "沈副区长"),
        ("常务副区长牵头项目", "常务副区长"),
    ],
)
def test_name_without_an_office_before_the_projects_it_leads_is_a_leader(heading, name):
    assert given(heading) == {"leaders": name}


@pytest.mark.parametrize(
    "heading",
    ["高质量牵头项目", "水利牵头项目", "单位负责的项目", "强基础牵头任务", "何家村负责项目"],
)
def test_words_that_begin_like_a_name_before_projects_lead_none(heading):
    assert given(heading) == {"theme": heading}


@pytest.mark.parametrize(
    "heading",
    [
        "年内计划完成项目",
        "力争提前完成的项目",
        "预计年底完工项目",
        "确保完成任务的项目(3项)",
        "将完成事项",
        "拟办结的事项",
    ],
)
def test_heading_of_a_status_to_come_gives_none(heading):
    assert "status" not in given(heading)
    assert given(heading, over_rows=False) == {}


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("年度计划已完成项目", "已完成"),
        ("计划滞后项目", "滞后"),
        ("待验收项目", "待验收"),
        ("按计划推进的项目", "按计划推进"),
    ],
)
def test_status_of_today_behind_a_word_of_plans_is_read(heading, status):
    assert given(heading, over_rows=False) == {"status": status}


@pytest.mark.parametrize("number", ["十十、", "十一十、", "(十十十)"])
def test_heading_whose_number_is_none_is_read_and_ends_no_theme(number):
    page = page_of(html(HEAD, "4>一、道路畅通", A, f"4>{number}滞后项目", B), "a.html")
    assert column(page, "status") == [None, "滞后"]
    assert column(page, "theme") == ["一、道路畅通"] * 2


def test_theme_still_ends_at_a_number_above_ten():
    page = page_of(html(HEAD, "4>十、道路畅通", A, "4>十一、滞后项目", B), "a.html")
    assert column(page, "theme") == ["十、道路畅通", None]
