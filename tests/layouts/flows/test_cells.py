import pytest

from shishi.layouts.units.broken import mend_lines
from tests.layouts.invented import TITLE, codes, column, doubted, page_of

HEAD = ("序号", "类别", "项目内容", "责任单位", "进展情况", "备注")
ROWS = (
    ("1", "便民", "修路3条。", "住建局\n青禾镇", "完成招标。\n正在施工。", ""),
    ("2", "", "建桥1座。", "交通局", "", "续建"),
    ("3", "安居", "种树9棵。", "园林局", "已完工。", ""),
)


def blank_lined(*rows, head=HEAD, blank="\n"):
    """Print one cell a paragraph, a blank line for each blank cell."""
    cells = [cell for row in (head, *rows) for cell in row]
    return page_of(f"{TITLE}\n\n" + "".join(f"{c}\n\n" if c else blank for c in cells))


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["one line a blank", "two lines a blank"])
def test_blank_cells_that_blank_lines_tell_are_counted(blank):
    found = blank_lined(*ROWS, blank=blank)

    assert column(found, "progress") == ["完成招标。\n正在施工。", None, "已完工。"]
    assert column(found, "remark") == [None, "续建", None]
    assert doubted(found) == set()


def test_lines_of_one_cell_stay_together_where_blank_lines_part_cells():
    rows = [[c for c in row if c] for row in ROWS]
    found = blank_lined(*rows)

    assert column(found, "lead_units")[0] == ["住建局", "青禾镇"]
    assert column(found, "progress")[0] == "完成招标。\n正在施工。"


@pytest.mark.parametrize("name", ["区规划\n资源局", "区住房和城乡\n建设局", "区供电\n分公司"])
def test_unit_that_a_line_end_broke_is_told_from_what_stands_beside_it(name):
    head = (*HEAD[:4], "5月工作计划", HEAD[4])
    rows = [(*ROWS[0][:4], "完成招标。", "已开工。"), ("2", "", "建桥1座。", name, "", "已完工。")]
    found = blank_lined(*([c for c in row if c] for row in rows), head=head)

    assert column(found, "lead_units")[1] == [name.replace("\n", "")]
    assert column(found, "goal")[1] is None


@pytest.mark.parametrize("lines", ["完成招标\n正在施工", "青禾镇\n石埠镇"])
def test_lines_that_are_no_halves_of_a_name_stay_apart(lines):
    assert mend_lines(lines) == lines


def test_header_word_of_two_lines_is_one_where_blank_lines_part_cells():
    found = blank_lined(*ROWS, head=(*HEAD[:3], "牵头\n责任部门", *HEAD[4:]))

    assert column(found, "lead_units")[1:] == [["交通局"], ["园林局"]]


def test_first_code_in_brackets_is_no_part_of_the_last_header_word():
    rows = [(f"({row[0]})", *row[1:5]) for row in ROWS]
    found = blank_lined(*rows, head=HEAD[:5])

    assert column(found, "code") == ["(1)", "(2)", "(3)"]


def test_total_below_paragraphs_is_no_part_of_the_last_cell():
    found = blank_lined(*[row[:5] for row in ROWS], ("合计", "3项"), head=HEAD[:5])

    assert column(found, "progress")[-1] == "已完工。"
    assert "row-left-out" in codes(found)


@pytest.mark.parametrize("text", ["\n", "\n\n"], ids=["single line ends", "blank lines"])
def test_cells_on_lines_of_their_own_are_not_joined(text):
    cells = [cell.replace("\n", "、") for row in (HEAD, *ROWS) for cell in row if cell]
    found = page_of(f"{TITLE}\n\n" + text.join(cells))

    assert column(found, "code") == ["1", "2", "3"]
    assert column(found, "item") == ["修路3条。", "建桥1座。", "种树9棵。"]


def test_rows_that_blank_lines_part_are_no_cells():
    rows = ["\n".join(cell.replace("\n", "、") for cell in row if cell) for row in (HEAD, *ROWS)]

    assert column(page_of(f"{TITLE}\n\n" + "\n\n".join(rows)), "code") == ["1", "2", "3"]


def test_blank_lines_that_do_not_come_out_even_leave_the_doubt():
    rows = [
        row if i else (*row[:4], row[4].replace("\n", "\n\n"), "") for i, row in enumerate(ROWS)
    ]
    found = blank_lined(*[(r[0], *r[2:]) for r in rows], head=(HEAD[0], *HEAD[2:]))

    assert column(found, "code") == ["1", "2", "3"]
    assert column(found, "item") == ["修路3条。", "建桥1座。", "种树9棵。"]
