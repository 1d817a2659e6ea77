"""Cells a line and a bar behind each, in rows that a bar begins."""

import pytest

from tests.layouts.invented import TITLE, codes, column, doubted, page_of

HEADER = ["序号", "项目名称", "责任分工", "进展情况", "备注"]
BELOW = ["牵头", "配合"]
ROWS = [
    ["1", "新建停车位300个。", "区住建局", "柳湖街道", "已建成120个。", "续建"],
    ["2", "改造道路3条。", "区交通局", "", "完成1条。", ""],
    ["3", "新增助餐点5家。", "区民政局", "各街道", "已完成2家。", ""],
]
LEADS = [["区住建局"], ["区交通局"], ["区民政局"]]


def opened(*rows, end="", bar=" |"):
    """Print one cell a line and its bar, and a bar before each row."""
    return TITLE + "\n" + "".join(f"| {_row(row, bar)}{end}\n" for row in rows)


def _row(row, bar):
    return "\n".join(f"{cell}{bar}" if cell else "|" for cell in row)


@pytest.mark.parametrize("end", ["", "|"], ids=["open", "closed"])
@pytest.mark.parametrize("bar", [" |", "\n|"], ids=["behind", "below"])
def test_bar_before_a_row_begins_it_whatever_the_row_above_lacks(end, bar):
    page = page_of(opened(HEADER, BELOW, *ROWS, end=end, bar=bar))
    assert column(page, "lead_units") == LEADS
    assert column(page, "support_units") == [["柳湖街道"], [], ["各街道"]]
    assert column(page, "remark") == ["续建", None, None]


def test_row_that_a_bar_begins_may_have_lost_its_merged_theme():
    header = ["序号", "类别", "项目名称", "牵头单位", "进展情况"]
    rows = [
        ["1", "出行", "改造道路3条。", "区交通局", "完成1条。"],
        ["2", "新建停车位300个。", "区住建局", "已建成120个。"],
        ["3", "养老", "新增助餐点5家。", "区民政局", "已完成2家。"],
    ]
    page = page_of(opened(header, *rows))
    assert column(page, "theme") == ["出行", "出行", "养老"]
    assert column(page, "lead_units") == [["区交通局"], ["区住建局"], ["区民政局"]]


def test_text_below_rows_that_bars_begin_is_no_cell_of_theirs():
    header = ["序号", "项目名称", "牵头单位", "进展情况"]
    rows = [[str(n), f"改造道路{n}条。", "区交通局", "完成1条。"] for n in range(1, 4)]
    page = page_of(opened(header, *rows) + "打印本页\n关闭窗口\n")
    assert column(page, "progress") == ["完成1条。"] * 3
    assert doubted(page) == set()


def test_two_bars_before_cells_begin_no_rows():
    menu = "| 首页 |\n| 互动 |\n走进云溪 |\n"
    assert "no-project-table" in codes(page_of(menu))


def test_two_bars_before_a_row_are_its_own_and_a_blank_cell():
    header = ["类别", "序号", "项目名称", "牵头单位"]
    rows = [
        ["出行", "1", "改造道路3条。", "区交通局"],
        ["", "2", "新建停车位300个。", "区住建局"],
        ["", "3", "建设充电桩9个。", "区城管局"],
        ["养老", "4", "新增助餐点5家。", "区民政局"],
    ]
    page = page_of(opened(header, *rows).replace("| |", "||"))
    assert column(page, "theme") == ["出行", "出行", "出行", "养老"]
    assert column(page, "code") == ["1", "2", "3", "4"]


def closed(*rows):
    """Print one cell a line and its bar, and one more bar behind each row."""
    return TITLE + "\n" + "".join(f"{_row(row, ' |')}|\n" for row in rows)


def test_rows_that_a_bar_closes_below_a_header_that_lost_cells_are_whole():
    page = page_of(closed(HEADER, BELOW, *ROWS))
    assert column(page, "lead_units") == LEADS
    assert column(page, "remark") == ["续建", None, None]


def test_rows_of_different_lengths_are_not_told_by_the_bars_that_close_them():
    page = page_of(closed(HEADER, BELOW, ROWS[0], ROWS[1][:-2], *ROWS[2:]))
    assert "cells-uneven" in codes(page)
