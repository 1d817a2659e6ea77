"""Rows of tabs whose cells have several lines, and lines without tabs between them that are rows of their own."""

import pytest

from shishi.records import Field
from tests.layouts.invented import page_of
from tests.readers.plain.pasting import rows_of

HEADER = "序号\t项目名称\t进展情况\t牵头单位\t备注"


@pytest.mark.parametrize("heading", ["区园林局挂点项目", "夜间照明", "牵头单位：区园林局"])
def test_line_without_tabs_over_the_next_number_is_not_in_a_row_whose_blank_end_is_not_printed(
    heading: str,
) -> None:
    lines = ["1\t补栽行道树\t完工\t区城管局", heading, "2\t换井盖\t过半\t区水务局", "智慧停车"]
    found = rows_of(HEADER, *lines, "3\t装路灯\t开工\t区教育局\t延期")
    assert found[1:3] == [["1", "补栽行道树", "完工", "区城管局"], [heading]]


def test_unit_heading_over_the_next_number_leads_no_row_above() -> None:
    lines = ["1\t补栽行道树\t完工\t区城管局", "区园林局挂点项目", "2\t换井盖\t过半\t区水务局"]
    page = "\n".join([HEADER, *lines, "3\t装路灯\t开工\t区教育局\t延期"])
    assert page_of(page).records[0].printed(Field.LEAD_UNITS) == "区城管局"


def test_line_without_tabs_is_in_the_row_whose_other_tabs_stand_behind_it() -> None:
    lines = ["1\t补栽行道树\t完工\t区城管局", "区园林局", "区财政局\t延期"]
    lines += ["2\t换井盖\t过半\t区水务局\t无", "3\t装路灯\t开工\t区教育局\t无"]
    found = rows_of(HEADER, *lines)
    assert found[1] == ["1", "补栽行道树", "完工", "区城管局\n区园林局\n区财政局", "延期"]


def test_line_that_counts_on_is_in_the_row_above_whatever_its_end_lacks() -> None:
    lines = ["1\t补栽行道树\t区城管局\t①选苗", "②栽种", "2\t换井盖\t区水务局", "区财政局\t过半\t无"]
    lines += ["3\t装路灯\t区教育局\t开工\t无", "4\t修亭\t区教育局\t开工\t无"]
    assert rows_of(HEADER, *lines)[1] == ["1", "补栽行道树", "区城管局", "①选苗\n②栽种"]


BROKEN = ["1\t补栽行道树\t完工\t区城管局", "区园林局\t无", "2\t换井盖\t过半\t区水务局\t无"]


def test_headings_that_count_from_one_between_broken_rows_are_themes() -> None:
    page = [HEADER, "一、绿化", *BROKEN[:2], "二、道路", BROKEN[2], "3\t装路灯\t开工\t区教育局\t无"]
    records = page_of("\n".join(page)).records
    assert [r.printed(Field.THEME) for r in records] == ["一、绿化", "二、道路", "二、道路"]


def test_line_that_counts_from_two_below_a_cell_is_no_heading() -> None:
    page = [HEADER, *BROKEN[:2], BROKEN[2][:-1] + "一、已招标", "二、已进场"]
    page += ["3\t装路灯\t开工\t区教育局\t无"]
    records = page_of("\n".join(page)).records
    assert [r.printed(Field.THEME) for r in records] == [""] * 3


@pytest.mark.parametrize("end", ["", "新建"], ids=["blank end", "cell behind the header"])
def test_numbered_row_of_several_lines_with_a_tab_more_than_the_header_stays_one_row(
    end: str,
) -> None:
    lines = [f"{n}\t铺管{n}里，\n含井盖\t区水务局\t完工\t{end}" for n in range(1, 5)]
    found = rows_of(*"\n".join(["序号\t项目名称\t牵头单位\t进展情况", *lines]).split("\n"))
    assert [row[:2] for row in found[1:]] == [[str(n), f"铺管{n}里，\n含井盖"] for n in range(1, 5)]


def test_rows_without_numbers_as_wide_as_the_header_are_a_row_a_line_between_headings() -> None:
    wide = ["补栽行道树\t区城管局\t完工\t无", "换井盖\t区水务局\t过半\t无"]
    headings = [f"{word}\t\t\t" for word in ("一、绿化", "二、道路", "三、供水")]
    lines = [line for heading in headings for line in (heading, *wide)]
    found = rows_of("项目\t牵头单位\t进展\t备注", *lines)
    assert {len(row) for row in found} == {4}
    assert len(found) == len(lines) + 1
