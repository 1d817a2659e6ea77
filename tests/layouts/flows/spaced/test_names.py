"""Names parted by spaces as the cells are: what of the leads and supporters is asked about."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = "序号 项目名称 季度目标 牵头单位 配合单位"
ROWS = (
    "1 举办银龄课堂21场。 完成选址。 民政局 文旅局",
    "2 改建日间照料点4处。 完成招标。 民政局 财政局 住建局 公安局",
    "3 修补村道9公里。 完成路基铺设。 交通局 公安局",
    "4 增设候车亭12座。 组织竣工验收。 交通局 财政局 公安局",
    "5 划定车位150个。 完成选址。 公安局 住建局",
    "6 添置图书3000册。 完成采购。 文旅局 教育局",
    "7 清理河道7公里。 组织竣工验收。 水务局 财政局 住建局",
)
TWO = {1, 3, 5, 6}


def read(*lines):
    return page_of("\n".join((TITLE, HEADER, *lines)))


def asked(page):
    return {n for n, field in doubted(page) if field == "lead_units"}


def test_two_names_are_one_in_each_column_where_no_row_has_but_one():
    page = read(*ROWS)
    assert column(page, "lead_units")[0] == ["民政局"]
    assert column(page, "support_units")[0] == ["文旅局"]
    assert not asked(page) & TWO


def test_three_names_are_asked_about_where_spaces_part_names():
    assert {2, 4, 7} <= asked(read(*ROWS))


def test_two_names_are_asked_about_where_a_row_has_but_one():
    assert asked(read(*ROWS, "8 翻新球场5片。 完成招标。 体育局")) >= TWO


def test_two_names_are_asked_about_in_a_short_table():
    assert {1, 3} <= asked(read(*ROWS[:4]))
