import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.counting import count_off
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Grain
from shishi.records import Field
from tests.layouts.invented import TITLE, column, doubted, page_of

TABLE = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS)]
FIRST = ["1", "修路3条。", "区住建局", "青禾镇"]
SECOND = ["2", "建桥1座。", "区交通局", ""]


def counted(*cells, whole=True, begins=()):
    looks = [look_at(cell, frozenset()) for cell in cells]
    grains = [Grain(k, 1, whole=whole, begins=i in begins) for i, k in enumerate(looks)]
    steps = count_off(grains, TABLE)
    return steps and [s.column for s in steps]


def test_cells_of_even_rows_stand_where_counting_puts_them():
    assert counted(*FIRST, *SECOND) == [0, 1, 2, 3, 0, 1, 2, 3]


def test_blank_cells_of_a_merged_code_count():
    assert counted(*FIRST, "", "", "区交通局", "") == [0, 1, 2, 3, 0, 1, 2, 3]


def test_row_that_adds_up_may_be_short():
    assert counted(*FIRST, *SECOND, "合计", "区住建局", begins=[8])[8:] == [0, 2]


@pytest.mark.parametrize(
    "cells",
    [
        [*FIRST, *SECOND[:-1]],
        ["1", "修路3条。", "区住建局", "2", "建桥1座。", "区交通局", "3", "种树9棵。"],
        ["修路3条。", "区住建局", "青禾镇", "1", "建桥1座。", "区交通局", "", "2"],
        FIRST,
    ],
    ids=["one short", "merged cells not printed", "shifted", "one row"],
)
def test_rows_that_do_not_come_out_even_are_not_counted(cells):
    assert counted(*cells) is None


def test_cells_without_bars_are_not_counted():
    assert counted(*FIRST, *SECOND, whole=False) is None


def test_rows_filled_up_with_nothing_but_blanks_are_not_counted():
    rest = ["无", "", "", ""]
    looks = [look_at(cell, frozenset()) for cell in (*FIRST, *SECOND, *rest)]
    grains = [Grain(look, 1, whole=True) for look in looks]
    assert count_off(grains[:-4], TABLE, padded=True) is not None
    assert count_off(grains, TABLE, padded=True) is None


def barred(*cells):
    return page_of(f"{TITLE}\n" + "".join(f"{c} |\n" if c else "|\n" for c in cells))


def test_two_rows_of_header_are_put_in_order_by_the_count():
    found = barred(
        *("序号", "项目内容", "推进落实情况", "责任单位", "目前实施情况", "是否达序"),
        *("1", "修路3条。", "已开工。", "是", "区住建局"),
        *("2", "建桥1座。", "", "否", "区交通局"),
    )

    assert column(found, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(found, "status") == ["是", "否"]
    assert doubted(found) == set()


def test_header_word_of_several_lines_is_one_word():
    found = barred(
        *("序号", "主要建设\n内容", "牵头\n责任部门", "配合\n单位", "进展\n情况"),
        *("1", "修路3条。", "区住建局", "青禾镇", "已开工。"),
        *("2", "建桥1座。", "区交通局", "", "已完工。"),
    )

    assert column(found, "lead_units") == [["区住建局"], ["区交通局"]]
    assert column(found, "support_units") == [["青禾镇"], []]


def test_blank_cells_behind_the_last_header_word_belong_to_the_first_row():
    found = page_of(
        f"{TITLE}\n序号 |\n类别 |\n项目内容 |\n责任单位 |\n进展情况 ||\n|\n修路3条。 |\n区住建局 |\n已开工。 |\n"
        "2 |\n便民 |\n建桥1座。 |\n区交通局 |\n已完工。 |\n"
    )

    assert column(found, "item") == ["修路3条。", "建桥1座。"]
    assert column(found, "theme") == [None, "便民"]


ROWS = ("1", "修路3条。", "区住建局", "已开工。", "2", "建桥1座。", "区交通局", "已完工。")


def test_small_table_behind_a_blank_line_is_no_row():
    text = "".join(f"{c} |\n" for c in ("序号", "项目内容", "责任单位", "进展情况", *ROWS))
    other = "".join(f"{c} |\n" for c in ("附件名称", "大小", "汇总表.xlsx", "35KB"))
    found = page_of(f"{TITLE}\n{text}\n{other}")

    assert column(found, "code") == ["1", "2"]
    assert column(found, "progress") == ["已开工。", "已完工。"]


def test_rows_behind_a_blank_line_go_on():
    text = "".join(f"{c} |\n" for c in ("序号", "项目内容", "责任单位", "进展情况", *ROWS))
    more = "".join(f"{c} |\n" for c in ("3", "种树9棵。", "区园林局", "已种下。"))

    assert column(page_of(f"{TITLE}\n{text}\n{more}"), "code") == ["1", "2", "3"]


def test_last_row_of_a_section_to_which_blanks_were_added_must_fit():
    table = [Column(f) for f in (Field.CODE, Field.PROGRESS, Field.STATUS, Field.LEAD_UNITS)]
    right = ["1", "已完工。", "正常", "★区教育局"] * 8
    slid = [*right, "9", "正常", "★区残联", ""]
    grains = [Grain(look_at(word, frozenset({"正常"})), 1, whole=True) for word in slid]
    assert count_off(grains, table, padded=True) is None
    assert count_off(grains[:32], table, padded=True)
    assert count_off(grains, table)
