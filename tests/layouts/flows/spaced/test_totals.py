"""Lines that add up the rows of a table whose cells spaces part."""

from collections import Counter

import pytest

from tests.layouts.invented import codes, column, doubted, lines, page_of

HEADER = "序号 项目名称 牵头单位 总投资(万元) 进展情况 备注"
ROWS = ["1 新建公厕3座。 区住建局 120 已完成1座。", "2 改造泵房9座。 区水务局 90 已完成4座。"]
TOTALS = ["合计 210", "总计: 210万元", "小计 共2项 210", "合计 — — 210 — —", "全区合计 1,210.5"]


def printed(text):
    return Counter(c for c in text if not c.isspace())


@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_line_that_adds_up_the_rows_is_left_out_wherever_it_stands(total, at):
    text = lines(HEADER, *ROWS[:at], total, *ROWS[at:])
    page = page_of(text)
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert column(page, "progress") == ["已完成1座。", "已完成4座。"]
    assert column(page, "investment") == ["120", "90"]
    assert column(page, "remark") == [None, None]
    assert codes(page) == ["row-left-out"]
    assert printed("".join(s.text.value for s in page.stretches)) == printed(text)


def test_totals_of_two_sections_are_both_left_out_and_counted_as_rows():
    page = page_of(lines(HEADER, ROWS[0], "小计 120", ROWS[1], "小计 90", "合计 210"))
    assert [f.place.row for f in page.findings if f.code == "row-left-out"] == [2, 4, 5]
    assert [r.place.row for r in page.records] == [1, 3]


@pytest.mark.parametrize("below", ["合计 12处", "合计 完成投资9万元", "合计", "9万元 合计"])
def test_words_below_a_row_that_are_no_figures_end_the_row(below):
    page = page_of(lines(HEADER, ROWS[0], ROWS[1], below))
    assert column(page, "item") == ["新建公厕3座。", "改造泵房9座。"]
    assert "row-left-out" not in codes(page)


def test_figures_below_a_cell_that_is_cut_off_go_on_with_it():
    page = page_of(lines(HEADER, ROWS[0], "2 改造泵房9座。 区水务局 90 已拨付两笔,", "合计 80万元"))
    assert column(page, "progress")[1].startswith("已拨付两笔,\n合计")


def test_project_whose_name_begins_like_a_total_is_a_project():
    page = page_of(lines(HEADER, ROWS[0], "2 合计改造泵房9座。 区水务局 90 已完成4座。"))
    assert column(page, "item")[1] == "合计改造泵房9座。"
    assert codes(page) == []


@pytest.mark.parametrize("below", [(), ("3 打通断头路2条。 区住建局 60 已完成1条。",)])
@pytest.mark.parametrize(
    "told",
    [
        ("一季度30 二季度40", "合计 70", "已完成4座。"),
        ("已拨付资金如下", "一季度 30万元", "二季度 40万元", "合计 70万元"),
        ("城东完成2座;", "城西完成1座;", "合计 3件"),
        ("已拨付资金分别为", "合计 70万元"),
    ],
    ids=["before more", "listed", "parts", "cut off"],
)
def test_total_of_what_a_cell_lists_ends_no_row_and_is_asked_about(told, below):
    row = f"2 改造泵房9座。 区水务局 90 {told[0]}"
    page = page_of(lines(HEADER, ROWS[0], row, *told[1:], *below))
    assert column(page, "code") == ["1", "2", "3"][: 2 + len(below)]
    assert "row-left-out" not in codes(page)
    progress = "\n".join(told) == column(page, "progress")[1]
    assert progress or {(2, "progress"), (2, "remark")} <= doubted(page)


def test_total_with_the_share_that_the_row_above_lacks_is_of_the_row():
    header = "序号 项目名称 牵头单位 进展情况 完成率"
    first = "1 新建公厕3座。 区住建局 已完成1座。 33%"
    page = page_of(lines(header, first, "2 建成驿站6座。 区水务局 建成公厕12座。", "小计 3项 50%"))
    assert "row-left-out" not in codes(page)
    assert column(page, "percent") == ["33%", "50%"]


def test_total_with_a_share_below_a_row_that_has_one_is_left_out():
    header = "序号 项目名称 牵头单位 进展情况 完成率"
    first = "1 新建公厕3座。 区住建局 已完成1座。 33%"
    page = page_of(lines(header, first, "2 改造泵房9座。 区水务局 已完成6座。 67%", "小计 2项 50%"))
    assert column(page, "percent") == ["33%", "67%"]
    assert codes(page) == ["row-left-out"]


def test_total_below_a_row_of_several_lines_is_left_out():
    page = page_of(
        lines(HEADER, ROWS[0], "2 改造泵房9座。 区水务局 90 已完成", "4座。", "合计 210")
    )
    assert column(page, "progress")[1] == "已完成\n4座。"
    assert codes(page) == ["row-left-out"]
