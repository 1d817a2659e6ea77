"""The lines below photos on a pasted page, and cells that speak of photos."""

import pytest

from tests.layouts.invented import column, lines, page_of

HEAD = ("序号", "项目名称", "责任单位", "进展情况")
FIRST = ("1", "修路5条", "区住建局", "已开工")
LAST = ("3", "建桥4座", "区水务局", "已完工")


def rows_of(told, *behind, spaced=False):
    """Give the rows of a page, a cell a line or spaced, with what the second row tells and what stands behind it."""
    rows = [HEAD, FIRST, ("2", "采集影像", "区公安局", told)]
    rows = [*map(" ".join, rows)] if spaced else [cell for row in rows for cell in row]
    last = [" ".join(LAST)] if spaced else [*LAST]
    return column(page_of(lines(*rows, *behind, *last)), "item")


@pytest.mark.parametrize("told", ["完成采集(含拍摄)", "图2已张榜公布", "学生照相(入校拍摄)"])
@pytest.mark.parametrize("spaced", [False, True])
def test_cell_that_speaks_of_photos_ends_no_table(told, spaced):
    assert rows_of(told, spaced=spaced) == ["修路5条", "采集影像", "建桥4座"]


@pytest.mark.parametrize("spaced", [False, True])
def test_line_below_a_photo_between_rows_ends_no_table(spaced):
    behind = "图为采集现场"
    assert rows_of("已完成", behind, spaced=spaced) == ["修路5条", "采集影像", "建桥4座"]


@pytest.mark.parametrize("caption", ["图为通车现场", "图1 通车现场", "大桥通车(顾舟 摄)"])
def test_line_below_a_photo_behind_the_last_row_is_no_part_of_it(caption):
    page = page_of(lines(*HEAD, *FIRST, *LAST, caption))
    assert column(page, "progress") == ["已开工", "已完工"]
