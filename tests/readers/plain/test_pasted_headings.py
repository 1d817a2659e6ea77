"""Headings between the rows of pasted tables: rows of their own where no mark of the table tells."""

import pytest

from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.plain.pasted import read_pasted

SOURCE = Source("表.txt", "text", "0" * 64)


def read(*lines: str) -> Document:
    return read_pasted("\n".join(lines), SOURCE)


def rows(grid: object) -> list[list[str]]:
    assert isinstance(grid, Grid)
    return [[c.text.value for c in grid.cells if c.row == row] for row in range(1, grid.height + 1)]


def test_read_pasted_numbered_line_closed_by_a_bar_is_a_row_between_rows_without() -> None:
    lines = [
        "序号 | 项目 | 单位",
        "一、交通 |",
        "1 | 修路 | 区住建局",
        "二、水利 |",
        "2 | 建桥 | 区水务局",
    ]
    [grid] = read(*lines).parts
    assert [row[0] for row in rows(grid)] == ["序号", "一、交通", "1", "二、水利", "2"]


def test_read_pasted_numbered_line_closed_by_a_bar_over_fewer_columns_is_not_of_the_rows_above() -> (
    None
):
    lines = ["序号 | 项目 | 单位", "1 | 修路 | 区住建局", "二、名单 |", "姓名 | 电话", "甲 | 1"]
    assert len(read(*lines).parts) > 1


def test_read_pasted_heading_right_below_a_header_with_tabs_is_a_row_of_the_table() -> None:
    lines = [
        "序号\t项目\t单位\t进展",
        "一、交通",
        "1\t修路\t区住建局\t开工",
        "2\t建桥\t区水务局\t完工",
    ]
    [grid] = read(*lines).parts
    assert [row[0] for row in rows(grid)] == ["序号", "一、交通", "1", "2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["日期\t来源", "民生实事进展", "1\t修路", "2\t建桥"],
        ["序号\t项目\t\t进展", "一、交通", "1\t修路\t区住建局\t开工"],
        ["序号\t项目\t单位\t进展", "一、交通", "编号\t项目\t单位\t进展", "1\t修路\t区住建局\t开工"],
    ],
)
def test_read_pasted_line_between_tabs_that_may_head_no_rows_stays_text(lines: list[str]) -> None:
    first, *_ = read(*lines).parts
    assert isinstance(first, Flow)


LABELLED = "序号 | 项目 | 单位", "1 | 修路 | 区住建局"


@pytest.mark.parametrize("heading", ["分管领导:方朔|", "牵头单位：区水务局 |"])
def test_read_pasted_label_closed_by_a_bar_is_a_row_between_rows_without(heading: str) -> None:
    [grid] = read(*LABELLED, heading, "2 | 建桥 | 区水务局").parts
    assert [row[0] for row in rows(grid)][2] == heading.rstrip(" |")


@pytest.mark.parametrize("line", ["咨询 |", "进展:已开工;分管领导:方朔 |"])
def test_read_pasted_other_line_closed_by_a_bar_ends_the_rows(line: str) -> None:
    assert len(read(*LABELLED, line, "2 | 建桥 | 区水务局").parts) > 1
