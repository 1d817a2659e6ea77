"""Blank lines between paragraphs: what they part, and where a blank cell leaves its trace."""

from tests.layouts.invented import TITLE, column, doubted, page_of

HEADER = ["序号", "项目名称", "牵头单位", "目标进度", "进展情况", "备注"]


def pasted(rows, *, inner):
    """Print one cell a paragraph, blank lines between; `inner` parts the lines of one cell."""
    cells = [cell.replace("/", inner) for row in rows for cell in row]
    return "\n\n".join([TITLE, *HEADER, *cells])


ROWS = [
    ["1", "新建公厕3座。", "区住建局", "完成主体施工。", "已选址。/基础施工。", "续建"],
    ["2", "改造泵房9座。", "区水务局", "完成招标。/进场施工。", "已完成4座。", "新增"],
    ["3", "整修道路2条。", "区交通局", "完成主体施工。", "已完成1条。", "续建"],
]


def test_lines_without_a_blank_line_between_are_one_cell_where_blank_lines_part_cells():
    page = page_of(pasted(ROWS, inner="\n"))
    assert column(page, "goal")[1] == "完成招标。\n进场施工。"
    assert column(page, "progress")[0] == "已选址。\n基础施工。"
    assert doubted(page) == set()


def test_lines_that_blank_lines_part_all_alike_are_doubted():
    page = page_of(pasted(ROWS, inner="\n\n"))
    assert {(1, "progress"), (2, "goal")} & doubted(page)


def test_halves_of_a_header_word_stand_without_a_blank_line_between():
    text = pasted(ROWS, inner="\n").replace("牵头单位", "配合\n责任单位", 1)
    text = text.replace("目标进度", "牵头\n单位", 1)
    rows = text.replace("完成招标。\n进场施工。", "区财政局").replace("完成主体施工。", "区财政局")
    page = page_of(rows)
    assert column(page, "support_units")[0] == ["区住建局"]
    assert column(page, "lead_units")[0] == ["区财政局"]


def traced(rows):
    """Print one cell a paragraph; a blank one is a blank line more."""
    head = "".join(f"{word}\n\n" for word in HEADER)
    return f"{TITLE}\n\n{head}" + "".join(f"{c}\n\n" if c else "\n" for r in rows for c in r)


def row(number, goal, progress, remark):
    return [str(number), f"改造泵房{number}座。", "区水务局", goal, progress, remark]


def test_blank_line_in_the_place_of_a_blank_cell_says_which_cell_is_blank():
    rows = [row(n, "", "已完成招标。", "续建") for n in range(1, 5)]
    rows += [row(n, "完成招标。", "", "") for n in range(5, 9)]
    page = page_of(traced(rows))
    assert column(page, "goal") == [None] * 4 + ["完成招标。"] * 4
    assert column(page, "progress") == ["已完成招标。"] * 4 + [None] * 4
    assert doubted(page) == set()
