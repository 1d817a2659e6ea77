"""A second header row that says which money stands in which column."""

import pytest

from tests.layouts.invented import column, page_of

ROWS = "1,新建公园3座,60万元,20万元,区住建局,已开工\n2,修补道路6条,80万元,30万元,区交通局,已完工\n"


@pytest.mark.parametrize("word", ["年初以来完成投资", "今年以来完成投资", "已完成投资"])
def test_row_of_money_words_below_the_header_is_no_record(word):
    header = f"序号,项目名称,项目投资,,牵头单位,进展情况\n,,计划总投资,{word},,\n"
    page = page_of(header + ROWS, "a.csv")

    assert column(page, "item") == ["新建公园3座", "修补道路6条"]
    assert column(page, "investment") == ["60万元", "80万元"]


def test_row_with_a_number_below_the_header_stays_a_record():
    page = page_of("序号,项目名称,项目投资,,牵头单位,进展情况\n" + ROWS, "a.csv")

    assert column(page, "item") == ["新建公园3座", "修补道路6条"]
