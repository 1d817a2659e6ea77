"""Two pasted rows that lack cells, whose bars add up to those of one."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

HEADER = "序号 | 项目名称 | 牵头单位 | 完成时限 | 进展情况"
ROWS = [
    "1 | 新建停车位300个。 | 区住建局 | 10月底 | 已建成120个。",
    "2 | 改造道路3条。 | 区交通局 | 年底 | 已完成1条。",
    "4 | 新增护理床位50张。 | 区民政局 | 9月底 | 已完成30张。",
]


def pasted(first, second):
    rows = "\n".join((TITLE, HEADER, *ROWS[:2], first, second, ROWS[2]))
    return page_of(f"{rows}\n")


def test_line_that_begins_with_a_unit_behind_a_sentence_that_ended_is_a_row_of_its_own():
    page = pasted("3 | 清淤河道8公里。 | 区水务局 | 已清淤5公里。", "石埠镇 | 已清淤2公里。")
    assert column(page, "code") == ["1", "2", "3", "3", "4"]
    assert column(page, "lead_units")[2:4] == [["区水务局"], ["石埠镇"]]
    assert column(page, "progress")[2:4] == ["已清淤5公里。", "已清淤2公里。"]
    assert page.records[3].shares_item_with == 3


@pytest.mark.parametrize(
    ("first", "second", "lead"),
    [
        ("3 | 清淤河道8公里。", "含支流2条。 | 区水务局 | 年底 | 已清淤5公里。", ["区水务局"]),
        (
            "3 | 清淤河道8公里。 | 区水务局、",
            "石埠镇 | 年底 | 已清淤5公里。",
            ["区水务局", "石埠镇"],
        ),
    ],
    ids=["no unit", "no sentence"],
)
def test_line_that_goes_on_in_the_cell_above_is_no_row_of_its_own(first, second, lead):
    page = pasted(first, second)
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert column(page, "lead_units")[2] == lead


def read_row(header, other, first, second):
    return page_of("\n".join((TITLE, header, f"1 | {other}", first, second, f"3 | {other}\n")))


REPORTED = "改造道路3条。 | 区交通局 | 已完成1条。 | 无"


@pytest.mark.parametrize(
    ("header", "other", "first", "second"),
    [
        (
            "序号 | 项目名称 | 责任单位 | 进展 | 备注",
            REPORTED,
            "2 | 改造泵房9座 | 区水务局 | 区级部分已完成。",
            "石埠镇 | 跨年度",
        ),
        (
            "序号 | 项目名称 | 责任单位 | 进展 | 存在问题",
            REPORTED,
            "2 | 改造泵房9座 | 区水务局 | 区级部分已完成。",
            "石埠镇 | 已完成用地报批,资金未到位。",
        ),
        (
            HEADER,
            "改造道路3条。 | 区交通局 | 年底 | 已完成1条。",
            "2 | 清淤河道8公里。 | 区水务局牵头。",
            "区财政局、石埠镇 | 年底 | 已清淤5公里。",
        ),
        (
            HEADER,
            "改造道路3条。 | 区交通局 | 年底 | 已完成1条。",
            "2 | 清淤河道8公里。",
            "石埠镇、青湾乡 | 区水务局 | 年底 | 已清淤5公里。",
        ),
        (
            "序号 | 项目名称 | 进展情况 | 责任单位 | 备注",
            "改造道路3条。 | 已完成1条。 | 区交通局 | 无",
            "2 | 清淤河道8公里。 | 已完成村庄如下。",
            "石埠镇、青湾乡 | 区水务局 | 无",
        ),
    ],
    ids=["remark", "problem", "whose lead", "places of the item", "places of the report"],
)
def test_line_of_units_that_a_cell_goes_on_with_leaves_one_row(header, other, first, second):
    assert column(read_row(header, other, first, second), "code") == ["1", "2", "3"]


def test_unit_and_report_behind_a_report_left_of_its_column_are_a_row_of_their_own():
    page = read_row(
        "序号 | 项目名称 | 责任单位 | 完成时限 | 进展情况",
        "改造道路3条。 | 区交通局 | 年底 | 已完成1条。",
        "2 | 清淤河道8公里。 | 区水务局、石埠镇 | 已完成清淤5公里。",
        "青湾乡 | 现已完成总量的23%。",
    )
    assert column(page, "code") == ["1", "2", "2", "3"]
    assert page.records[2].shares_item_with == 2
