"""Telephones of people beside sums of money."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

ROWS = (
    "1 健康驿站 新建健康驿站12个 区卫健局 林小雨 81234567 已建成5个。",
    "2 公交提升 更新公交车30辆 区公交公司 周大力 320 已更新12辆。",
    "3 社区食堂 新建社区食堂6家 区民政局 何小梅 82345671 160 已开业3家。",
    "4 农村公路 改造农村公路9公里 区交通局 吴一平 4510.5 已完成4公里。",
)


def sums(money, person="联系人"):
    head = f"序号 项目名称 主要内容 牵头单位 {person} {money} 进展情况"
    page = page_of("\n".join((TITLE, head, *ROWS)))
    return column(page, "investment")


@pytest.mark.parametrize("person", ["联系人", "单位责任人", "联系人及电话"])
def test_telephone_behind_a_person_is_no_sum_of_millions(person):
    assert sums("总投资(万元)", person) == [None, "320", "160", "4510.5"]


def test_number_behind_a_person_may_be_a_sum_where_yuan_are_counted():
    assert "81234567" in sums("总投资(元)")
