"""Barred rows that lack the cells which merged ones above them reach into."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.edges.lost import count_lost
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Grain
from shishi.records import Field
from tests.layouts.invented import TITLE, codes, column, page_of

FIELDS = (Field.CODE, Field.THEME, Field.ITEM, Field.LEAD_UNITS, Field.PROGRESS, Field.REMARK)
FIRST = ["1", "城市更新", "改造泵房9座。", "区水务局", "已完成4座。", ""]
SECOND = ["2", "为老服务", "新建食堂2家。", "区民政局", "正在装修。", "市级项目"]
HEADER = ["序号", "项目类别", "项目内容", "牵头单位", "进展情况", "备注"]


def placed(*rows, whole=True):
    looks = [look_at(cell, frozenset()) for row in rows for cell in row]
    steps = count_lost([Grain(k, 1, whole=whole) for k in looks], [Column(f) for f in FIELDS])
    return steps and [s.column for s in steps]


@pytest.mark.parametrize(
    ("short", "columns"),
    [
        (["2", *FIRST[2:]], [0, 2, 3, 4, 5]),
        (FIRST[2:], [2, 3, 4, 5]),
    ],
)
def test_row_without_the_cells_of_merged_columns_keeps_the_others_in_theirs(short, columns):
    assert placed(FIRST, short, SECOND) == [*range(6), *columns, *range(6)]


def test_rows_that_all_lack_their_item_stand_below_one():
    short = ["区住建局", "已完成2座。", ""]
    assert placed(FIRST, short, short, SECOND) == [*range(6), *[3, 4, 5] * 2, *range(6)]


@pytest.mark.parametrize(
    "rows",
    [
        (FIRST, ["区住建局", "已完成2座。", ""], SECOND),
        (FIRST, ["2", *FIRST[2:]], FIRST[2:], SECOND),
        (FIRST, SECOND[:2], SECOND),
        (FIRST[2:], FIRST, SECOND),
        (FIRST, FIRST[2:]),
        (FIRST, ["区住建局", "区水务局", "区民政局"], SECOND),
        (FIRST[::-1], SECOND[::-1], FIRST[::-1]),
    ],
)
def test_cells_that_no_way_fits_are_not_placed(rows):
    assert placed(*rows) is None


def test_cells_that_nothing_marks_off_are_not_counted():
    assert placed(FIRST, FIRST[2:], SECOND, whole=False) is None


def test_cell_that_may_stand_in_two_columns_is_less_sure_than_others():
    short = ["2", "为老服务", "区水务局", "已完成。", ""]
    looks = [look_at(cell, frozenset()) for cell in [*FIRST, *short, *SECOND]]
    columns = [Column(f) for f in FIELDS]
    steps = count_lost([Grain(k, 1, whole=True) for k in looks], columns)
    assert {steps[7].column, steps[7].rival} == {1, 2}
    assert steps[7].margin < steps[0].margin


def barred(*rows, end=""):
    return "\n".join(
        f"{cell} |{end * (k == len(row) - 1)}" for row in rows for k, cell in enumerate(row)
    )


WITH_SUPPORT = ["类别", "项目内容", "牵头单位", "配合单位", "进展情况"]
SCHOOL = ["教育", "新建泵房1所", "区水务局", "区住建局", "已完工"]
CARE = ["养老", "新建食堂3家", "区民政局", "区财政局", "已开业2家"]


@pytest.mark.parametrize(
    ("second", "fourth"),
    [
        (["扩建泵房2所", "区水务局", "正在施工"], ["新建活动室", "区民政局", "已完工"]),
        (["扩建泵房2所", "区水务局", "区住建局", "正在施工"], ["新建活动室", "区民政局", "已完工"]),
        ([SCHOOL[0], "扩建泵房2所", "区水务局", "正在施工"], ["新建活动室", *CARE[2:]]),
    ],
)
def test_row_that_lacks_its_support_as_well_as_its_theme_keeps_its_lead_or_is_asked_about(
    second, fourth
):
    page = page_of(f"{TITLE}\n{barred(WITH_SUPPORT, SCHOOL, second, CARE, fourth)}")
    assert column(page, "lead_units") == [["区水务局"]] * 2 + [["区民政局"]] * 2
    assert "cells-uneven" in codes(page)


def test_rows_that_lack_nothing_but_their_theme_are_not_asked_about():
    second, fourth = ["扩建泵房2所", *SCHOOL[2:]], ["新建活动室", *CARE[2:]]
    page = page_of(f"{TITLE}\n{barred(WITH_SUPPORT, SCHOOL, second, CARE, fourth)}")
    assert column(page, "item") == [SCHOOL[1], second[0], CARE[1], fourth[0]]
    assert column(page, "theme") == ["教育", "教育", "养老", "养老"]
    assert codes(page) == []


def test_page_whose_merged_cells_are_lost_asks_about_no_row():
    third = ["3", "城市更新", "新建停车场1处。", "区城管局", "已开工。", ""]
    page = page_of(f"{TITLE}\n{barred(HEADER, FIRST, ['2', *FIRST[2:]], third, SECOND)}")
    assert column(page, "item") == [FIRST[2], FIRST[2], third[2], SECOND[2]]
    assert column(page, "theme")[:2] == ["城市更新"] * 2
    assert codes(page) == []


def test_bar_behind_each_row_and_the_header_is_no_blank_cell():
    third = ["3", "城市更新", "新建停车场1处。", "区城管局", "已开工。", ""]
    page = page_of(f"{TITLE}\n{barred(HEADER, FIRST, ['2', *FIRST[2:]], third, end='|')}")
    assert column(page, "lead_units") == [["区水务局"], ["区水务局"], ["区城管局"]]
    assert codes(page) == []


def test_bar_behind_each_row_is_known_where_numbers_begin_again():
    rows = [[n, *FIRST[2:5]] for n in ("1", "2", "3", "1", "2", "1", "2")]
    page = page_of(f"{TITLE}\n{barred([HEADER[0], *HEADER[2:5]], *rows, end='|')}")
    assert column(page, "progress") == [FIRST[4]] * 7
    assert codes(page) == []


def test_bar_behind_each_row_may_stand_before_the_theme_of_the_next():
    header = [HEADER[1], HEADER[0], *HEADER[2:5]]
    rows = [
        ["一、城市更新", "1.1", *FIRST[2:5]],
        ["1.2", "新建停车场1处。", "区城管局", "已开工。"],
        ["二、为老服务", "2.1", *SECOND[2:5]],
    ]
    page = page_of(f"{TITLE}\n{barred(header, *rows, end='|')}")
    assert column(page, "progress") == ["已完成4座。", "已开工。", "正在装修。"]
    assert codes(page) == []


def test_blank_last_column_stays_one_where_its_header_has_one_bar():
    rows = [[str(n), *FIRST[1:]] for n in range(1, 5)]
    page = page_of(f"{TITLE}\n{barred(HEADER, *rows)}")
    assert column(page, "progress") == ["已完成4座。"] * 4
    assert codes(page) == []


LED = ["责任单位", "配合单位", "所属领域", "项目内容", "进展情况"]
THEMED = ["区水务局", "区残联", "城市更新", "改造泵房9座。", "已完成4座。"]
UNTHEMED = ["区民政局", "青湾乡、区财政局", "新建食堂2家。", "正在装修。"]


def test_theme_behind_the_units_may_be_the_merged_cell_that_is_lost():
    page = page_of(barred(LED, THEMED, UNTHEMED, THEMED, UNTHEMED))
    assert column(page, "theme") == ["城市更新"] * 4
    assert column(page, "lead_units") == [["区水务局"], ["区民政局"]] * 2
    assert column(page, "support_units")[1] == ["青湾乡", "区财政局"]


def test_theme_behind_the_units_of_whole_rows_stays_their_own():
    own = [*UNTHEMED[:2], "为老服务", *UNTHEMED[2:]]
    page = page_of(barred(LED, THEMED, own, THEMED, own))
    assert column(page, "theme") == ["城市更新", "为老服务"] * 2
