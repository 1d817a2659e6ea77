from __future__ import annotations

from dataclasses import replace

import pytest

from shishi.places import Place, Text
from shishi.records import Field
from shishi.writers.office.laying import lay_out
from shishi.writers.office.layout import NoticeSpot, Themes
from shishi.writers.office.load import list_layouts, load_layout
from shishi.writers.office.table import PrintedTable
from tests.writers.sheets import PAGES, page_for


def table_of(name: str, layout: str = "") -> PrintedTable:
    return lay_out(page_for(name), load_layout(layout or name))


def spans(table: PrintedTable) -> dict[str, tuple[int, int]]:
    return {c.text: (c.rows, c.columns) for c in table.cells if (c.rows, c.columns) != (1, 1)}


@pytest.mark.parametrize("layout", list_layouts())
@pytest.mark.parametrize("name", PAGES)
def test_every_slot_of_a_table_is_covered_once(name: str, layout: str) -> None:
    table = table_of(name, layout)
    slots = [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]

    assert sorted(slots) == [
        (row, column) for row in range(1, table.height + 1) for column in range(1, table.width + 1)
    ]
    assert [(c.row, c.column) for c in table.cells] == sorted(
        (c.row, c.column) for c in table.cells
    )


def test_a_group_of_header_words_spans_its_columns_and_the_others_both_rows() -> None:
    table = table_of("beilun-month")

    assert table.header_rows == 2
    assert spans(table) == {
        "序号": (2, 1),
        "目标任务": (1, 2),
        "区领导": (2, 1),
        "牵头单位": (2, 1),
        "配合单位": (2, 1),
        "四季度计划目标": (2, 1),
        "工作进度": (1, 3),
        "1": (2, 1),
        "校园扩容": (2, 1),
    }


def test_a_group_without_words_below_it_needs_no_second_row() -> None:
    table = table_of("binjiang-quarter")

    assert table.header_rows == 1
    assert spans(table)["項目類別"] == (1, 2)


def test_records_that_share_an_item_share_its_cell() -> None:
    table = table_of("binjiang-quarter")

    assert spans(table)["每個街道建成學堂20個。"] == (2, 1)
    assert [c.text for c in table.cells if c.column == 4][3:] == [
        "★石橋街道\n教育局",
        "★住建局、★交警大隊\n財政局",
    ]


def test_equal_items_that_nobody_shares_stay_apart() -> None:
    page = page_for("binjiang-quarter")
    apart = tuple(replace(record, shares_item_with=None) for record in page.records)
    table = lay_out(replace(page, records=apart), load_layout("binjiang-quarter"))

    assert [c.rows for c in table.cells if c.text == "每個街道建成學堂20個。"] == [1, 1]


def test_a_theme_ends_with_its_section() -> None:
    page = page_for("beilun-month")
    second = replace(page.records[1], section=2)
    table = lay_out(replace(page, records=(page.records[0], second)), load_layout("beilun-month"))

    assert [c.rows for c in table.cells if c.text == "校园扩容"] == [1, 1]


def test_header_words_name_the_periods_and_the_unit_of_the_page() -> None:
    month, money = table_of("beilun-month"), table_of("jiangbei-candidates")

    assert {"四季度计划目标", "10月完成情况"} <= {c.text for c in month.cells if c.header}
    assert {"總投資(万元)", "2031年目標進度"} <= {c.text for c in money.cells if c.header}


def test_a_named_layout_says_which_columns_it_has_no_room_for() -> None:
    table = table_of("beilun-month", "baoshan-month")

    assert dict(table.left_out) == {
        Field.THEME: 3,
        Field.LEADERS: 3,
        Field.SUPPORT_UNITS: 3,
        Field.STATUS: 3,
        Field.EXPLANATION: 1,
    }
    assert table.width == 5


@pytest.mark.parametrize("name", PAGES)
def test_the_plain_layout_leaves_nothing_out(name: str) -> None:
    assert table_of(name, "plain").left_out == ()


def test_the_plain_layout_adds_columns_that_only_the_page_knows() -> None:
    page = page_for("baoshan-month")
    first = replace(page.records[0], other={"责任人": Text("周一鸣", Place())})
    table = lay_out(replace(page, records=(first,)), load_layout("plain"))

    assert [c.text for c in table.cells if c.header][-1] == "责任人"
    assert table.left_out == ()


def test_the_title_and_the_rules_are_those_the_page_prints() -> None:
    table = table_of("beilun-month")

    assert table.title == "2031年云溪区政府民生实事项目10月进度表"
    assert [rule[:9] for rule in table.rules] == [
        "填报说明:1.本月",
        "2.进度状态:分为",
        "3.情况说明:滞后",
    ]


def test_a_page_without_title_gets_none() -> None:
    assert table_of("binjiang-quarter").title == ""


def test_a_fresh_table_has_the_title_and_the_rules_of_its_layout() -> None:
    layout = replace(
        load_layout("beilun-month"), title="{district}{year}年{plan}{report}", rules=("甲", "乙")
    )
    table = lay_out(page_for("beilun-month"), layout, fresh=True, district="云溪区")

    assert table.title == "云溪区2031年四季度10月"
    assert table.rules == ("填报说明:1.甲", "2.乙")


@pytest.mark.parametrize("spot", NoticeSpot)
def test_the_disclosure_record_stands_where_the_layout_has_it(spot: NoticeSpot) -> None:
    layout = replace(load_layout("baoshan-month"), notice=spot)
    table = lay_out(page_for("baoshan-month"), layout)
    pairs = ("信息来源: 区府督查室", "发布日期: 2031-09-05", "所属类目: 实事项目进展")

    assert (table.above, table.under, table.below) == tuple(
        pairs if spot is here else ()
        for here in (NoticeSpot.ABOVE, NoticeSpot.UNDER_TITLE, NoticeSpot.BELOW)
    )


def test_themes_may_stand_as_heading_rows() -> None:
    layout = replace(load_layout("beilun-month"), themes=Themes.ROWS)
    layout = replace(layout, columns=tuple(c for c in layout.columns if c.field != Field.THEME))
    table = lay_out(page_for("beilun-month"), layout)

    assert [(c.text, c.row, c.columns) for c in table.cells if c.heading] == [
        ("校园扩容", 3, 9),
        ("便民出行", 6, 9),
    ]
    assert table.left_out == ()
