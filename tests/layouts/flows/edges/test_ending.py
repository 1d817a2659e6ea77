"""Where contacts and addresses below a table in running text begin."""

import pytest

from shishi.layouts.flows.edges.ending import other_cells, other_lines
from tests.layouts.invented import TITLE, column, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = ["1 新建公厕3座。 区住建局 已完成1座。", "2 改造泵房9座。 区水务局 已完成4座。"]
CONTACTS = ["联系方式", "科室 联系人 电话", "督查科 方某 0571-6612", "综合科 李某 0571-6613"]
WINDOWS = [
    "服务窗口",
    "街道 窗口地址 服务时间",
    "柳湖街道 柳湖路3号 8:30-17:00",
    "青湾镇 镇前街1号 9:00-17:00",
]
PLACES = ["公厕位置", "街道 位置", "柳湖街道 湖滨路", "青湾镇 镇前街"]


@pytest.mark.parametrize("other", [CONTACTS, WINDOWS, CONTACTS[1:]])
def test_contacts_below_the_rows_are_none_of_them(other):
    flat = [word for line in [*ROWS, *other] for word in line.split()]
    cells = len([word for line in ROWS for word in line.split()])
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2
    assert other_cells(flat, 0, len(flat)) == cells


@pytest.mark.parametrize(
    "other", [PLACES, CONTACTS[:3], ["3 设立热线电话 区数据局 已开通12345", *ROWS]]
)
def test_rows_are_kept_where_nothing_tells_of_contacts(other):
    flat = [word for line in [*ROWS, *other] for word in line.split()]
    assert other_lines([*ROWS, *other], 0, 2 + len(other)) == 2 + len(other)
    assert other_cells(flat, 0, len(flat)) == len(flat)


@pytest.mark.parametrize("print_page", [lambda *lines: "\n".join(lines), paragraphs])
def test_page_with_contacts_below_its_table_has_the_records_of_the_table(print_page):
    page = page_of(print_page(TITLE, HEADER, *ROWS, *CONTACTS))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
