"""An hour that ends an item right before who leads: 延长至21时|城关镇."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

HEADER = "序号项目名称责任单位进展情况"


@pytest.mark.parametrize("hour", ["21时", "晚9时"])
def test_hour_at_the_end_of_an_item_is_no_beginning_of_the_lead_unit(hour):
    rows = (
        f"1新建公厕3座城关镇已开工。2夜间公交延长至{hour}城关镇已公示。",
        "3改造泵房9座区水务局已开工。",
    )
    page = page_of("\n".join((TITLE, HEADER, *rows)))
    assert column(page, "lead_units") == [["城关镇"], ["城关镇"], ["区水务局"]]
    assert column(page, "item")[1] == f"夜间公交延长至{hour}"


def test_unit_whose_name_begins_like_an_hour_keeps_it_behind_no_number():
    rows = ("1新建公厕3座。时代街道已开工。", "2改造泵房9座。区水务局已开工。")
    page = page_of("\n".join((TITLE, HEADER, *rows)))
    assert column(page, "lead_units") == [["时代街道"], ["区水务局"]]
