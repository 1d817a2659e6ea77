"""List marks that count the rows under each code, and marks that count something else."""

import pytest

from shishi.layouts.flows.learnt.marked import Marked
from shishi.layouts.flows.looks import Look
from tests.layouts.invented import TITLE, column, page_of, paragraphs

HEADER = "序号 民生实事 实施内容 牵头单位 进展情况 备注"
FIRST = "1 便民出行 {}新建停车位300个 区住建局 已建成120个。"
SECOND = "2 安居保障 {}加装电梯20台 区房管局 已完工8台。 续建"


def marked(*words):
    return Marked([Look(word, frozenset()) for text in words for word in text.split()]).cells


@pytest.mark.parametrize(("one", "two"), [("①", "②"), ("(1)", "(2)"), ("（1）", "（2）")])
def test_cell_whose_mark_counts_on_under_a_code_is_the_item_of_a_row_of_its_own(one, two):
    rows = (FIRST.format(one), f"{two}改造道路3条 区交通局 已完成1条。", SECOND.format(one))
    page = page_of(paragraphs(TITLE, HEADER, *rows, f"{two}翻新外墙9栋 区房管局 正在招标。"))
    items = column(page, "item")
    assert [item.removeprefix(one).removeprefix(two) for item in items] == [
        "新建停车位300个",
        "改造道路3条",
        "加装电梯20台",
        "翻新外墙9栋",
    ]
    assert column(page, "theme") == ["便民出行"] * 2 + ["安居保障"] * 2
    assert column(page, "remark") == [None, None, "续建", None]


def test_marks_that_begin_anew_within_a_row_count_no_rows():
    rows = ("1 修路。 ①选址。 区住建局 ①开工。", "2 铺路。 ①选址。 区住建局 ①开工。 ②验收。")
    assert marked(*rows) == []


def test_marks_on_lines_right_below_each_other_are_those_of_one_cell():
    assert marked("1 修路。 ①选址; ②招标。 区住建局", "2 铺路。 ①选址; ②招标。 区交通局") == []


def test_marks_under_one_code_alone_count_no_rows():
    rows = ("1 便民出行 ①修路。 区住建局 ②铺路。 区交通局", "2 安居保障 建房。 区住建局")
    assert marked(*rows) == []


def test_one_mark_under_each_code_counts_no_rows():
    assert marked("1 便民出行 ①修路。 区住建局", "2 安居保障 ①建房。 区住建局") == []


@pytest.mark.parametrize("behind", ["区住建局", "区住建局 已开工。", "已开工"])
def test_marks_of_one_cell_that_goes_on_over_sentences_count_no_rows(behind):
    rows = (
        f"{n} 便民{what} ①改建步道。 其中林荫道6条。 ②改建码头。 {behind}"
        for n, what in ((1, "出行"), (2, "购物"))
    )
    assert marked(*rows) == []


def test_rows_are_no_more_than_the_codes_where_a_cell_has_a_list_over_sentences():
    cells = (
        f"{n} 便民{what} ①改建步道。 其中林荫道6条。 ②改建码头。 {unit}"
        for n, what, unit in (
            (1, "出行", "区住建局"),
            (2, "服务", "区民政局"),
            (3, "购物", "区商务局"),
        )
    )
    page = page_of(paragraphs(TITLE, "序号 项目名称 项目内容 责任单位", *cells))
    assert column(page, "code") == ["1", "2", "3"]
    assert column(page, "lead_units") == [["区住建局"], ["区民政局"], ["区商务局"]]


def test_marks_count_rows_whose_unit_is_merged_over_them():
    rows = (
        f"{n} 便民出行 ①修路。 区住建局 已开工。 ②铺路。 已完工。 ③建桥。 已招标。" for n in (1, 2)
    )
    assert len(marked(*rows)) == 6


def test_marks_count_rows_without_a_unit_that_have_cells_enough():
    rows = (f"{n} 便民出行 ①修路。 6条 已开工 ②铺路。 9条 已完工" for n in (1, 2))
    assert len(marked(*rows)) == 4
