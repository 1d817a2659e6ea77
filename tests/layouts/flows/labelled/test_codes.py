"""The codes of labelled blocks whose items begin with a quantity, or which have a point behind them."""

import pytest

from tests.layouts.invented import TITLE, codes, column, page_of

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


@pytest.mark.parametrize(
    "form", ["({})", "({}) ", "第{}项 ", "第{}件:", "{}、", "项目{}:", "实事{}、"]
)
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


@pytest.mark.parametrize("word", ["项目", "实事", "任务", "事项", "工程", "实事之"])
@pytest.mark.parametrize("numbers", ["123", "一二三"])
def test_word_with_a_number_that_counts_through_the_blocks_is_none_of_the_item(word, numbers):
    items = ("整治小巷9条", "改造泵房", "架桥")
    page = read(*(f"{word}{n}:{item}" for n, item in zip(numbers, items, strict=True)))
    assert column(page, "code") == [*numbers]
    assert column(page, "item") == [*items]


@pytest.mark.parametrize("over", ["一、便民出行", "一、便民出行(2项)", "便民出行"])
@pytest.mark.parametrize("word", ["项目", "工程"])
def test_words_that_count_the_blocks_of_each_theme_anew_are_their_codes(over, word):
    below = over.replace("一", "二").replace("出行", "养老")
    first = [f"{word}1:整治小巷9条", f"{word}2:改造泵房"]
    page = read(*first, f"{below}\n{word}1:架桥", f"{word}2:修路", over=(over,))
    assert column(page, "code") == ["1", "2", "1", "2"]
    assert column(page, "item") == ["整治小巷9条", "改造泵房", "架桥", "修路"]


def test_words_that_count_parts_anew_below_each_item_are_no_codes():
    parts = f"任务1:招标{BELOW}\n任务2:进场{BELOW}"
    page = page_of(f"{TITLE}\n\n1.整治小巷\n{parts}\n2.改造泵房\n{parts}\n3.架桥\n{parts}")
    assert not {"招标", "进场"} & {*column(page, "item")}


@pytest.mark.parametrize("parts", ["东片完工;项目2:西片开工", "\n项目1:东片完工\n项目2:西片开工"])
def test_word_with_a_number_inside_a_value_begins_no_block(parts):
    page = read("1.整治小巷", "2.改造泵房", "3.架桥")
    inside = page_of(f"{TITLE}\n\n" + "\n".join(f"{n}.架桥{BELOW}{parts}" for n in (1, 2, 3)))
    assert column(inside, "code") == column(page, "code") == ["1", "2", "3"]
    assert column(inside, "item") == ["架桥"] * 3


@pytest.mark.parametrize("item", ["工程1号楼:加装电梯", "项目2期道路改造", "事项3件就近办理"])
def test_word_and_number_that_go_on_as_words_stay_in_the_item(item):
    page = read("1.整治小巷", f"2.{item}", "3.架桥")
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "item")[1] == item


@pytest.mark.parametrize("blank", ["", " ", "  "])
def test_point_and_space_behind_a_code_of_two_numbers_are_none_of_the_item(blank):
    items = ["整治小巷", "改造泵房", "架桥"]
    page = read(*(f"{c}.{blank}{x}" for c, x in zip(("1.1", "1.2", "2.1"), items, strict=True)))
    assert column(page, "code") == ["1.1", "1.2", "2.1"]
    assert column(page, "item") == items


@pytest.mark.parametrize("more", ["1.5 公里路段待建", "2.5. 其余路段待建"])
def test_quantity_that_a_value_goes_on_with_is_no_code_of_two_numbers(more):
    blocks = [f"1.整治小巷{BELOW}", f"2.改造泵房{BELOW}。\n{more}", f"3.架桥{BELOW}"]
    page = page_of(f"{TITLE}\n\n" + "\n".join(blocks))
    assert column(page, "code") == ["1", "2", "3"]


def test_words_with_the_same_number_over_every_block_without_a_heading_are_no_codes():
    page = read(*(f"项目1:{item}" for item in ("整治小巷", "改造泵房", "架桥")))
    assert column(page, "code") == []
    assert codes(page) == ["no-project-table"]


def over_a_gap(broken, after):
    """Give the page of items 1, 2 and 4 or 3, where the report of the second goes on on a line of its own."""
    blocks = ["1.整治小巷" + BELOW, f"2.铺设水管{BELOW[:-3]}已埋设\n{broken}", after + BELOW]
    return page_of(f"{TITLE}\n\n" + "\n".join(blocks))


@pytest.mark.parametrize("after", ["4.架桥", "3.架桥"])
@pytest.mark.parametrize(
    "broken", ["3.5公里,其余年底埋设", "3.5万米", "3.50%,其余年底埋设", "3.5处"]
)
def test_decimal_that_a_report_goes_on_with_is_no_code(broken, after):
    page = over_a_gap(broken, after)
    assert column(page, "code") == ["1", "2", after[0]]
    assert column(page, "progress")[1] == "已埋设" + broken


def test_number_before_a_quantity_without_labels_below_begins_no_item():
    page = over_a_gap("3、50处在建", "4、架桥")
    assert "50处在建" in column(page, "progress")[1]
