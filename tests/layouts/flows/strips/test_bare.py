"""Words that end like a level right before a department: 湿地公园|区水务局, 传染病区|卫健局."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号项目名称责任单位进展情况"


def read(*rows):
    return page_of("\n".join((TITLE, HEADER, *rows)))


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        ("扩建湿地公园", "区水务局"),
        ("修缮云溪幼儿园", "区教育局"),
        ("疏浚山塘水库", "区水利局"),
        ("点亮滨江夜景", "区城管局"),
    ],
)
def test_district_behind_a_word_that_could_hold_it_stays_with_the_department(item, unit):
    for other in ("", "2新铺步道6公里区住建局已完工。"):
        page = read(f"1{item}{unit}已开工。", *filter(None, [other]))
        assert column(page, "item")[0] == item
        assert column(page, "lead_units")[0] == [unit]


@pytest.mark.parametrize("item", ["翻新住院部病区", "粉刷老旧小区"])
def test_department_behind_such_a_word_has_no_level_where_the_page_prints_none(item):
    page = read(
        f"1{item}住建局已开工。", "2打灌溉井4眼水利局已完工。", "3新建浴室6座民政局已完工。"
    )
    assert column(page, "item")[0] == item
    assert column(page, "lead_units")[0] == ["住建局"]


def test_department_behind_such_a_word_is_asked_about_where_one_other_alone_has_no_level():
    page = read("1扩建湿地公园区水务局已开工。", "2新建浴室6座民政局已完工。")
    assert {(1, "item"), (1, "lead_units")} <= doubted(page)
