from __future__ import annotations

from dataclasses import replace

import pytest

from shishi.places import Place, Text
from shishi.records import Field, Record
from shishi.writers.office.cells import cell_text, starred_text, unit_text
from shishi.writers.office.layout import OfficeColumn
from shishi.writers.office.load import load_layout

LEAD, SUPPORT = Field.LEAD_UNITS, Field.SUPPORT_UNITS


def record(names: dict[Field, list[str]], **texts: str) -> Record:
    return Record(
        1,
        Place(),
        texts={Field(name): Text(value, Place()) for name, value in texts.items()},
        names={f: tuple(Text(n, Place()) for n in found) for f, found in names.items()},
        investment_unit="万元",
    )


def test_leads_and_supporters_of_two_columns_become_one_starred_cell() -> None:
    two = record(
        {LEAD: ["教育局", "城投公司"], SUPPORT: ["财政局"]},
        lead_units="教育局、城投公司",
        support_units="财政局等部门",
    )

    assert starred_text(two) == "★教育局、★城投公司\n财政局等部门"


@pytest.mark.parametrize("shared", ["★教育局\n财政局", "★教育局、财政局"])
def test_a_starred_cell_stays_as_it_is_printed(shared: str) -> None:
    one = record({LEAD: ["教育局"], SUPPORT: ["财政局"]}, lead_units=shared, support_units=shared)

    assert starred_text(one) == shared


def test_a_starred_lead_keeps_the_supporters_that_stand_apart() -> None:
    apart = record(
        {LEAD: ["教育局"], SUPPORT: ["财政局"]}, lead_units="★教育局", support_units="财政局"
    )

    assert starred_text(apart) == "★教育局\n财政局"


def test_a_starred_cell_is_parted_again_into_two_columns() -> None:
    shared = "★教育局\n财政局、审计局等部门、单位"
    one = record(
        {LEAD: ["教育局"], SUPPORT: ["财政局", "审计局"]}, lead_units=shared, support_units=shared
    )
    one = replace(one, open_ended=True)

    assert unit_text(one, LEAD) == "教育局"
    assert unit_text(one, SUPPORT) == "财政局、审计局等部门、单位"


@pytest.mark.parametrize("printed", ["教育局、财政局", "/", "区教育局\n财政局", ""])
def test_units_without_a_star_stay_as_printed(printed: str) -> None:
    plain = record({LEAD: ["教育局"]}, lead_units=printed)

    assert unit_text(plain, LEAD) == printed


@pytest.mark.parametrize(
    ("unit", "printed", "expected"),
    [
        ("万元", "1250.50", "1250.50"),
        ("亿元", "1250.50", "1250.50万元"),
        ("", "1250.50", "1250.50万元"),
        ("", "1250.50 万元", "1250.50 万元"),
        ("", "", ""),
    ],
)
def test_a_sum_names_its_unit_where_the_header_does_not(
    unit: str, printed: str, expected: str
) -> None:
    column = OfficeColumn(Field.INVESTMENT, "总投资({unit})")
    money = record({}, investment=printed)

    assert cell_text(money, column, load_layout("plain"), unit=unit) == expected


@pytest.mark.parametrize(
    ("layout", "levels", "expected"),
    [
        ("baoshan-month", "市级、区级", "新增泊位(市级、区级)"),
        ("baoshan-month", "", "新增泊位"),
        ("plain", "市级", "新增泊位"),
    ],
)
def test_a_level_stands_behind_the_item_where_the_layout_has_it_there(
    layout: str, levels: str, expected: str
) -> None:
    column = OfficeColumn(Field.ITEM, "项目")
    item = record({}, item="新增泊位", levels=levels)

    assert cell_text(item, column, load_layout(layout), unit="") == expected


def test_a_column_that_only_its_word_knows_holds_what_stands_under_that_word() -> None:
    other = replace(record({}, item="新增泊位"), other={"责任人": Text("周一鸣", Place())})
    layout = load_layout("plain")

    assert cell_text(other, OfficeColumn(None, "责任人"), layout, unit="") == "周一鸣"
    assert cell_text(other, OfficeColumn(None, "联系人"), layout, unit="") == ""
