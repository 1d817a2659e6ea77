"""Items of several parts of which each has nothing of its own but the unit that leads it."""

from tests.layouts.invented import TITLE, codes, column, page_of, paragraphs

HEADER = "序号 项目内容 计划投资(万元) 责任单位 配合单位 项目层级 分管领导 完成时限"
ROWS = [
    f"{n} 改造泵房{n + 2}座 {n}20 {lead} 区残联 区级 陆远帆 {n % 3 + 9}月底"
    for n, lead in enumerate(["区水务局", "柳湖街道", "区住建局", "石桥镇", "区民政局"] * 2, 1)
]


def page(parts):
    """Give the page on which some rows, by their number, have these lines of units below them."""
    rows = [f"{row} {parts.get(n, '')}".strip() for n, row in enumerate(ROWS, 1)]
    return page_of(f"{TITLE}\n\n{paragraphs(HEADER, *rows)}")


def test_unit_alone_below_a_whole_row_leads_a_row_that_shares_the_rest():
    read = page({2: "青湾乡", 4: "青湾乡"})
    assert len(read.records) == len(ROWS) + 2
    assert column(read, "lead_units")[1:3] == [["柳湖街道"], ["青湾乡"]]
    assert column(read, "goal")[1] == "11月底"


def test_two_units_alone_below_a_whole_row_are_asked_about():
    assert "units-may-be-rows" in codes(page({2: "青湾乡 松岭镇", 4: "青湾乡"}))


def test_table_of_whole_rows_has_no_more_rows_and_no_questions():
    read = page({})
    assert len(read.records) == len(ROWS)
    assert "units-may-be-rows" not in codes(read)
