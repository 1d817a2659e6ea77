import pytest

from tests.layouts.invented import column, doubted, html, page_of

HEAD = "序号|项目名称|责任单位|进展情况"
FIRST = ("1|修路3条|住建局|已开工", "2|建桥1座|交通局|已开工")
BLANK = "3|种树9棵||已开工"


def csv(*rows):
    return page_of("\n".join((HEAD, *rows)).replace("|", ",") + "\n", "a.csv")


def test_lead_that_is_blank_below_one_is_asked_about_in_a_file_without_merged_cells():
    page = csv(*FIRST, BLANK)
    assert column(page, "lead_units")[2] == []
    assert doubted(page) == {(3, "lead_units")}


@pytest.mark.parametrize(
    "rows",
    [
        (BLANK, *FIRST),  # nothing above it
        (*FIRST[:1], BLANK, "4|通水2处||已开工", "5|种草1片||已开工"),  # most rows have none
        (*FIRST, "利民|||", BLANK),  # below a heading
    ],
)
def test_lead_that_no_cell_can_reach_is_blank(rows):
    assert doubted(csv(*rows)) == set()


def test_lead_that_is_blank_where_merged_cells_are_told_is_blank():
    assert doubted(page_of(html(HEAD, *FIRST, BLANK), "a.html")) == set()


def test_leader_that_is_blank_below_one_is_asked_about_too():
    rows = ("1|修路3条|副区长甲|住建局", "2|建桥1座||交通局", "3|种树9棵|副区长乙|园林局")
    text = "\n".join(("序号|项目名称|分管领导|责任单位", *rows)).replace("|", ",")
    assert doubted(page_of(f"{text}\n", "a.csv")) == {(2, "leaders")}


PASTED = ("序号 | 类别 | 项目名称 | 责任单位 | 进展情况", "1 | 出行 | 修路3条 | 住建局 | 已开工")


def test_several_leads_that_are_blank_below_one_are_asked_about_in_pasted_rows():
    rows = [f"{n} | | 建桥{n}座 | | 已开工" for n in (2, 3)]
    whole = [f"{n} | 养老 | 种树{n}棵 | 园林局 | 已开工" for n in (4, 5)]
    page = page_of("\n".join((*PASTED, *rows, *whole)))
    assert doubted(page) == {(2, "lead_units"), (3, "lead_units")}


@pytest.mark.parametrize(
    "blanks",
    [
        ["2 | | 建桥1座 | | 已开工"],  # a single one
        ["2 | 养老 | 建桥1座 | | 已开工", "3 | 教育 | 建校1所 | | 已开工"],  # of other themes
    ],
)
def test_leads_that_are_blank_in_pasted_rows_otherwise_are_blank(blanks):
    whole = [f"{n} | 环境 | 种树{n}棵 | 园林局 | 已开工" for n in (4, 5, 6)]
    assert doubted(page_of("\n".join((*PASTED, *blanks, *whole)))) == set()
