"""Tables that part their cells by two spaces: a single one stands inside a cell."""

import pytest

from tests.layouts.invented import TITLE, column, doubted, page_of

WIDE = (
    "序号  类别  项目名称  季度目标  牵头单位  配合单位",
    "1  惠老  举办银龄课堂21场。  完工。  县民政局  县文旅局 县卫健局",
    "2  惠老  改建日间照料点4处,新添床位30张。  完成招标。  县民政局 县住建局  县财政局",
    "3  畅行  修补村道9公里。  完成路基铺设。  县交通局  县财政局",
    "4  畅行  增设候车亭12座。  组织竣工验收。  县交通局  县公安局",
    "5  畅行  划定车位150个。  完成选址。  县公安局  县住建局",
)


def read(*lines):
    return page_of("\n".join((TITLE, *lines)))


def test_two_spaces_part_a_short_goal_from_the_sentence_before_it():
    page = read(*WIDE)
    assert column(page, "item")[0] == "举办银龄课堂21场。"
    assert column(page, "goal")[0] == "完工。"


def test_single_space_stands_within_a_list_where_two_part_the_cells():
    page = read(*WIDE)
    assert column(page, "lead_units")[:2] == [["县民政局"], ["县民政局", "县住建局"]]
    assert column(page, "support_units")[:2] == [["县文旅局", "县卫健局"], ["县财政局"]]
    assert not doubted(page)


@pytest.mark.parametrize("spaced", [range(6), range(1)])
def test_single_spaces_between_cells_still_leave_names_in_doubt(spaced):
    page = read(*(line.replace("  ", " ") if n in spaced else line for n, line in enumerate(WIDE)))
    assert {"lead_units", "support_units"} <= {field for _, field in doubted(page)}
