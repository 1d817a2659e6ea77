"""Stars before the units that lead: what they begin, and what stands behind them."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.spaced.columns import Head, behind_stars
from shishi.layouts.flows.spaced.pricing import Pricing, prior
from shishi.records import Field
from tests.layouts.flows.spaced.made import body_of
from tests.layouts.invented import column, doubted, lines, page_of

STARRED = Head(Column(Field.LEAD_UNITS, starred=True), 0)
REPORT = Head(Column(Field.PROGRESS), 2)


def runs(*printed):
    """Give the runs of tokens that may be a cell of leads, and of a report."""
    body = body_of(*printed, coded=False)
    cells = Pricing(body, [STARRED, REPORT], frozenset()).cells(0, len(body.tokens))
    return [{(s.start, s.end) for s in stretches} for stretches in cells]


@pytest.mark.parametrize("below", ["★区残联", "★ 区残联"])
def test_units_behind_a_star_are_none_of_a_report(below):
    _, reports = runs("正在组织评估", below)
    assert not any(start == 0 and end > 1 for start, end in reports)
    assert (0, 1) in reports


@pytest.mark.parametrize(
    "printed", [["正在评估 ★"], ["正在评估 ★", "区残联参加"], ["正在评估", "★ 为重点项目"]]
)
def test_star_alone_with_no_units_behind_it_may_be_some_of_a_report(printed):
    assert (0, 2) in runs(*printed)[1]


def test_units_behind_a_star_may_be_one_cell_with_leads_above():
    assert (0, 2) in runs("★区水务局", "★区残联")[0]


@pytest.mark.parametrize("below", ["区残联参加", "★为重点项目"])
def test_line_below_a_report_that_names_no_leads_may_be_some_of_it(below):
    assert (0, 2) in runs("正在组织评估", below)[1]


def test_list_behind_a_star_costs_most_where_fewer_of_its_words_are_units():
    lists = ("★区残联 青湾乡", "★区残联 青湾乡 正在评估", "★区残联 正在评估 已报审")
    costs = [prior([look_at(listed, frozenset())], STARRED) for listed in lists]
    assert costs == sorted(set(costs))
    assert costs[0] == 0


def test_doubt_about_a_column_of_leads_and_supporters_is_one_about_supporters():
    assert behind_stars([STARRED, REPORT], {0}) == {1}


@pytest.mark.parametrize("heads", [[Head(Column(Field.LEAD_UNITS), 0), REPORT], [REPORT]])
def test_doubt_about_a_column_that_no_star_parts_is_none_about_another(heads):
    assert behind_stars(heads, {0}) == set()


def read(*rows):
    return page_of(lines("序号 项目名称 责任单位(★为牵头) 进展情况", *rows))


ABOVE = "1 新建公厕3座。 ★区住建局 区财政局 已完成1座。"


@pytest.mark.parametrize("star", ["★", "★ "])
@pytest.mark.parametrize("more", [[], ["3 修建绿道9公里。 ★区水务局 区财政局 已完成1公里。"]])
def test_leads_alone_on_the_line_below_a_row_are_asked_about(star, more):
    page = read(ABOVE, "2 改造泵房9座。 ★区水务局 区财政局 已完成", f"{star}区残联", *more)
    assert {(2, "lead_units"), (2, "support_units"), (2, "progress")} <= doubted(page)
    assert not any("★" in (report or "") for report in column(page, "progress"))


@pytest.mark.parametrize("end", ["已完成4座。", "已完成4座,\n余下5座动工。"])
def test_row_without_leads_on_a_line_below_it_is_not_asked_about(end):
    assert not doubted(read(ABOVE, f"2 改造泵房9座。 ★区水务局 区财政局 {end}"))
