"""Which rows of a grid may begin a header."""

import pytest

from tests.layouts.invented import column, html, page_of

HEADER = "序号|项目名称|牵头单位|目标"
ROWS = ("1|修渠5公里|区水利局|年底前完成", "2|设公交站8处|区交通局|6月底前完成")


def test_row_that_begins_with_a_number_is_no_header_whatever_words_follow():
    page = page_of(
        html(HEADER, *ROWS, "3|项目名称|牵头单位|目标", "4|改厕90座|区住建局|年底前完成")
    )
    assert column(page, "code") == ["1", "2", "3", "4"]
    assert column(page, "item")[2] == "项目名称"


@pytest.mark.parametrize("first", ["2028年", "第1批", "NO.", "编号1", "2028"])
def test_row_that_begins_with_a_word_or_a_year_may_be_a_header(first):
    page = page_of(html(f"{first}|项目名称|牵头单位|目标", *ROWS))
    assert column(page, "item") == ["修渠5公里", "设公交站8处"]


def test_header_printed_again_below_rows_of_numbers_is_found():
    page = page_of(html(HEADER, *ROWS, HEADER, "3|改厕90座|区住建局|年底前完成"))
    assert column(page, "item") == ["修渠5公里", "设公交站8处", "改厕90座"]


def test_header_of_a_sheet_that_was_saved_with_the_numbers_of_its_rows_is_found():
    numbered = [f"{n}|{line}" for n, line in enumerate((HEADER, *ROWS), 1)]
    assert column(page_of(html(*numbered)), "item") == ["修渠5公里", "设公交站8处"]


def test_header_printed_again_on_a_sheet_saved_with_the_numbers_of_its_rows_is_no_record():
    lines = (HEADER, *ROWS, HEADER, "3|改厕90座|区住建局|年底前完成")
    numbered = [f"{n}|{line}" for n, line in enumerate(lines, 1)]
    assert column(page_of(html(*numbered)), "item") == ["修渠5公里", "设公交站8处", "改厕90座"]
