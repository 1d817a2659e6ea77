"""Units that begin a line: the next name of the list above, or the lead of a row of their own."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.unsure.lone import LoneUnits
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.records import Field
from tests.layouts.flows.spaced.made import body_of
from tests.layouts.invented import TITLE, codes, column, doubted, page_of

HEAD = "序号 项目名称 责任单位 情况说明"


def read(*rows, head=HEAD):
    return page_of("\n".join((TITLE, head, *rows)))


TOLD = [f"{n} 改造泵房{n}座。 区水务局 管线复杂,进度滞后" for n in range(1, 4)]


def leads_doubted(page):
    return {order for order, field in doubted(page) if field == "lead_units"}


def test_units_below_a_row_that_ends_with_units_are_asked_about_and_so_are_those_above():
    page = read(*TOLD, "4 修缮公厕4座。 区城管局", "区住建局", "5 修缮公厕5座。 区教育局")
    assert column(page, "lead_units")[3:] == [["区城管局"], ["区住建局"], ["区教育局"]]
    assert leads_doubted(page) == {4, 5}


def test_units_with_an_explanation_below_a_row_that_ends_with_units_are_asked_about():
    rows = ["4 修缮公厕4座。 区城管局", "区住建局 雨天多,进度滞后", "5 修缮公厕5座。 区教育局"]
    assert leads_doubted(read(*TOLD, *rows)) >= {4, 5}


def test_units_below_a_row_that_ends_with_an_explanation_are_sure():
    rows = ["4 修缮公厕4座。 区城管局 雨天多,进度滞后", "区住建局 材料短缺,进度滞后"]
    page = read(*TOLD, *rows, "5 修缮公厕5座。 区教育局")
    assert column(page, "lead_units")[3:] == [["区城管局"], ["区住建局"], ["区教育局"]]
    assert leads_doubted(page) == set()


def test_units_below_units_are_sure_where_cells_list_theirs_with_commas():
    listed = [row.replace("区水务局", "区水务局、区财政局") for row in TOLD]
    page = read(*listed, "4 修缮公厕4座。 区城管局", "区住建局", "5 修缮公厕5座。 区教育局")
    assert column(page, "lead_units")[3:5] == [["区城管局"], ["区住建局"]]
    assert leads_doubted(page) == set()


def test_row_with_a_code_below_units_is_sure():
    assert (
        leads_doubted(read(*TOLD, "4 修缮公厕4座。 区城管局", "5 修缮公厕5座。 区教育局")) == set()
    )


LISTS = [
    "新建公厕3座。 区住建局",
    "改造泵房9座。 区水务局\n青湾乡\n柳湖街道",
    "整修道路2条。 区交通局",
]


def test_table_says_that_units_on_lines_of_their_own_may_be_rows():
    page = read(*LISTS, head="项目名称 责任单位")
    facts = [f.facts for f in page.findings if f.code == "units-may-be-rows"]
    assert [told["printed"] for told in facts] == ["青湾乡"]


@pytest.mark.parametrize("listed", ["区水务局、\n青湾乡、柳湖街道", "区水务局、青湾乡、柳湖街道"])
def test_lists_that_go_on_behind_a_comma_are_no_rows(listed):
    rows = [LISTS[0], f"改造泵房9座。 {listed}", LISTS[2]]
    assert "units-may-be-rows" not in codes(read(*rows, head="项目名称 责任单位"))


ROW = ("code", "lead_units", "progress")


def asked(*lines, ends, always=(), starred=False):
    """Give what is doubted of one row of these lines, whose cells end before these tokens, and what may be rows."""
    columns = [Column(Field(n), starred=starred and n == "lead_units") for n in ROW]
    body, heads = body_of(*lines), [Head(c, k) for k, c in enumerate(columns)]
    cells = {k: CutCell(a, b, 9, k) for k, (a, b) in enumerate(zip((0, *ends), ends, strict=False))}
    strip = Strip(0, len(body.tokens), True, Spread(cells, {}))
    lone = LoneUnits(body, heads, [strip], always=always)
    found = lone.doubting(0, strip.cut)
    return {ROW[k] for k, c in found.cells.items() if c.margin < SURE}, list(lone.maybe_rows())


def test_unit_alone_on_a_line_of_a_report_may_be_a_row():
    told = asked("1 区水务局 已完成3座", "区住建局", ends=(1, 2, 4))
    assert told == ({"progress"}, ["区住建局"])


@pytest.mark.parametrize("below", ["其余正在招标", "区住建局 正在招标", "区住建局正在招标"])
def test_line_of_a_report_that_holds_more_than_a_unit_is_sure(below):
    told = asked("1 区水务局 已完成3座", below, ends=(1, 2, 3 + len(below.split())))
    assert told == (set(), [])


def test_unit_on_the_next_line_of_a_list_may_be_a_row():
    told = asked("1 区水务局", "区住建局 已完成3座", ends=(1, 3, 4))
    assert told == ({"lead_units"}, ["区住建局"])


@pytest.mark.parametrize("why", [{"always": (2,)}, {"starred": True}])
def test_unit_on_the_next_line_is_sure_where_the_row_above_would_lack_a_cell_or_it_a_star(why):
    assert asked("1 区水务局", "区住建局 已完成3座", ends=(1, 3, 4), **why) == (set(), [])


SHARED = "序号 项目名称 牵头单位 配合单位 完成时限 情况说明"
ROWS = [
    f"{n} 改造泵房{n}座。 区水务局 区财政局、各镇 {n + 3}月底前 项目完成。" for n in range(1, 5)
]


def test_units_that_stand_each_on_a_line_below_a_row_may_be_rows_of_their_own():
    page = read(
        *ROWS, "区征迁中心", "区审计局", "区公建中心", ROWS[0].replace("1", "5", 1), head=SHARED
    )
    told = [f.facts for f in page.findings if f.code == "units-may-be-rows"]
    led = {name for names in column(page, "lead_units") for name in names}
    assert {"区征迁中心", "区审计局", "区公建中心"} <= led or told


def test_lead_and_supporter_on_one_line_below_a_row_are_one_row():
    page = read(*ROWS, "区征迁中心 区审计局", ROWS[0].replace("1", "5", 1), head=SHARED)
    assert column(page, "support_units")[4] == ["区审计局"]
    assert "units-may-be-rows" not in codes(page)
