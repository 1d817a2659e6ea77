"""The line below a header of tabs that says what the sums are counted in."""

import pytest

from shishi.records import Field
from tests.layouts.invented import page_of

ROWS = "1\t补栽行道树\t区城管局\t20\n2\t换井盖\t区水务局\t30\n3\t装路灯\t区教育局\t40"


@pytest.mark.parametrize("line", ["单位：万元", "（金额单位：万元）", "（万元）"])
def test_unit_of_the_sums_below_a_header_of_tabs_is_no_row_and_names_no_unit(line: str) -> None:
    records = page_of(f"序号\t项目\t单位\t投资\n{line}\n{ROWS}").records
    assert [r.printed(Field.ITEM) for r in records] == ["补栽行道树", "换井盖", "装路灯"]
    assert not any(r.printed(Field.SUPPORT_UNITS) for r in records)


def test_unit_that_leads_below_a_header_of_tabs_is_not_the_unit_of_sums() -> None:
    records = page_of(f"序号\t项目\t单位\t投资（万元）\n{ROWS}").records
    assert records[0].printed(Field.LEAD_UNITS) == "区城管局"
