"""Streets and towns whose names begin like the measure of a number: 3|元宝街道, 2个|眼镜湖街道."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

HEADER = "序号项目名称责任单位进展情况"


def read(*rows):
    return page_of("\n".join((TITLE, HEADER, *rows)))


@pytest.mark.parametrize("street", ["元山街道", "时和街道", "头屯街道"])
def test_street_behind_a_number_keeps_the_character_that_could_count(street):
    page = read(f"1增设座椅7{street}已开工。", "2铺设步道4公里区住建局已完工。")
    assert column(page, "lead_units")[0] == [street]


def test_street_behind_a_count_keeps_the_character_that_could_count():
    page = read("1修缮球场2个眼镜山街道已开工。", "2铺设步道4公里区住建局已完工。")
    assert column(page, "lead_units")[0] == ["眼镜山街道"]


@pytest.mark.parametrize(
    ("item", "unit"), [("补助每户820元", "民政局"), ("开放至20时", "城东街道")]
)
def test_measure_behind_a_number_ends_the_item_where_the_rest_is_a_whole_name(item, unit):
    page = read(
        f"1{item}{unit}已开工。", "2铺设步道4公里水利局已完工。", "3铺设步道5公里城东街道已完工。"
    )
    assert column(page, "lead_units")[0] == [unit]
    assert column(page, "item")[0] == item


@pytest.mark.parametrize("group", ["各街道", "各镇"])
def test_group_of_towns_stays_a_unit_though_one_character_stands_before_its_end(group):
    text = "\n".join(
        (
            TITLE,
            "序号项目名称责任单位配合单位进展情况",
            f"1修缮球场4片区文旅局{group}已开工。",
            f"2铺设步道4公里区住建局{group}已完工。",
        )
    )
    assert column(page_of(text), "support_units") == [[group], [group]]
