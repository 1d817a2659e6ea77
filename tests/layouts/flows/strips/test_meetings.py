"""Goals that begin with a meeting right behind the units of a row: 水利局|召开推进会."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

ROWS = (
    "2新建泵房4座。水利局林业局、河口镇8月底前完工。已完工。",
    "3新建公厕5座。城管局住建局、妇联完成招标。正在施工。",
)


@pytest.mark.parametrize("units", [["财政局", "残联"], ["各乡镇", "审计局"], ["司法局", "河口镇"]])
def test_goal_begins_with_the_meeting_behind_the_units_that_support(units):
    header = "序号项目名称责任单位配合单位节点目标进展情况"
    row = f"1改造球场9片。体育局{'、'.join(units)}召开推进会,部署招标。已开工3片。"
    page = page_of("\n".join((TITLE, header, row, *ROWS)))
    assert column(page, "support_units")[0] == units
    assert column(page, "goal")[0] == "召开推进会,部署招标。"


@pytest.mark.parametrize("meeting", ["推进會", "現場會", "調度會"])
def test_goal_in_traditional_script_begins_with_the_meeting_behind_the_unit(meeting):
    header = "序號項目名稱責任單位節點目標進展情況"
    rows = (
        f"1改造球場9片。體育局召開{meeting},部署招標。已開工3片。",
        "2新建泵房4座。水利局8月底前完工。已完工。",
        "3新建公廁5座。城管局完成招標。正在施工。",
    )
    page = page_of("\n".join((TITLE, header, *rows)))
    assert column(page, "lead_units")[0] == ["體育局"]
    assert column(page, "goal")[0] == f"召開{meeting},部署招標。"


def test_society_that_supports_stays_a_unit_before_a_meeting():
    header = "序号项目名称责任单位配合单位节点目标进展情况"
    row = "1改造球场9片。体育局财政局、红十字会召开推进会,部署招标。已开工3片。"
    page = page_of("\n".join((TITLE, header, row, *ROWS)))
    assert column(page, "support_units")[0] == ["财政局", "红十字会"]


@pytest.mark.parametrize("meeting", ["全区大会", "业主大会", "村民代表大会"])
def test_meeting_that_no_list_knows_is_called_by_the_goal_and_no_unit(meeting):
    header = "序号项目名称责任单位配合单位节点目标进展情况"
    row = f"1改造球场9片。体育局财政局、残联召开{meeting},部署招标。已开工3片。"
    page = page_of("\n".join((TITLE, header, row, *ROWS)))
    assert column(page, "support_units")[0] == ["财政局", "残联"]
    assert column(page, "goal")[0] == f"召开{meeting},部署招标。"
