"""The codes of labelled blocks whose items begin with a quantity, or which have a point behind them."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

BELOW = "\n牵头单位:区住建局\n完成情况:已开工"


def read(*items, over=("",)):
    """Give the page of these blocks."""
    lines = [*over, *(item + BELOW for item in items)]
    return page_of(f"{TITLE}\n\n" + "\n".join(filter(None, lines)))


@pytest.mark.parametrize(
    "items",
    [["1.1.整治小巷", "1.2.改造泵房", "2.1.架桥"], ["1.1.整治小巷", "2.1.改造泵房", "3.1.架桥"]],
)
def test_point_behind_a_code_of_two_numbers_is_none_of_the_item(items):
    page = read(*items)
    assert column(page, "code") == [item[:3] for item in items]
    assert column(page, "item") == [item[4:] for item in items]


@pytest.mark.parametrize("sign", ["、", "."])
def test_item_that_begins_with_a_quantity_has_its_code_where_those_around_count_so(sign):
    page = read(f"1{sign}整治小巷", f"2{sign}50所食堂改造", f"3{sign}架桥")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item") == ["整治小巷", "50所食堂改造", "架桥"]


def test_last_item_that_begins_with_a_quantity_has_its_code_behind_a_comma():
    page = read("1、整治小巷", "2、改造泵房", "3、50所食堂改造")
    assert column(page, "code") == ["1", "2", "3"]


@pytest.mark.parametrize("last", ["3、4号楼改造", "9、10座桥改造", "3.5公里绿道改造"])
def test_two_numbers_that_do_not_count_on_are_words_of_the_item(last):
    page = read("1、整治小巷", "2、改造泵房", last)
    assert last in column(page, "item")[-1]


@pytest.mark.parametrize("form", ["({})", "({}) ", "第{}项 ", "第{}件:", "{}、"])
def test_code_of_two_numbers_in_brackets_in_words_or_before_a_comma_is_none_of_the_item(form):
    codes = ("1.1", "1.2", "2.1")
    items = ("整治小巷", "改造泵房", "架桥")
    page = read(*(form.format(c) + item for c, item in zip(codes, items, strict=True)))
    assert [code.strip("()") for code in column(page, "code")] == [*codes]
    assert column(page, "item") == [*items]


@pytest.mark.parametrize(("first", "second"), [("第1项 ", "第2项 "), ("第一件:", "第二件:")])
def test_words_around_a_number_that_counts_items_are_none_of_the_code(first, second):
    page = read(f"{first}整治小巷", f"{second}改造泵房")
    assert column(page, "code") == [first[1], second[1]]


@pytest.mark.parametrize("start", ["(1.5米)护栏安装", "第1.5公里路段改造"])
def test_quantity_that_an_item_begins_with_is_no_code(start):
    page = read(f"1.{start}", "2.改造泵房", "3.架桥")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item")[0] == start
