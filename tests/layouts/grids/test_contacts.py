"""Contacts pasted below a table with bars between its cells."""

import pytest

from tests.layouts.invented import column, lines, page_of

HEADER = "序号 | 项目名称 | 牵头单位 | 进展情况"
ROWS = ["1 | 新建公厕3座。 | 区住建局 | 已完成1座。", "2 | 改造泵房9座。 | 区水务局 | 已完成4座。"]
CONTACTS = ["科室 | 联系人 | 电话", "督查科 | 方某 | 0571-6612", "综合科 | 李某 | 0571-6613"]
PLACES = ["街道 | 位置 | 面积", "柳湖街道 | 湖滨路 | 300平方米", "青湾镇 | 镇前街 | 20平方米"]


@pytest.mark.parametrize("other", [CONTACTS, ["联系方式", *CONTACTS]])
@pytest.mark.parametrize("below", [[], ["注:数据截至9月底。"]])
def test_contacts_below_pasted_rows_and_their_title_are_no_rows(other, below):
    page = page_of(lines(HEADER, *ROWS, *other, *below))
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]


@pytest.mark.parametrize("other", [PLACES, CONTACTS[:2], ["3 | 设立热线电话 | 区数据局 | 已开通"]])
def test_rows_that_tell_of_no_contacts_are_kept(other):
    assert len(page_of(lines(HEADER, *ROWS, *other)).records) == 2 + len(other)
