"""Tables as a browser writes them: tabs on lines of their own, and cells of several lines that nothing encloses."""

from shishi.places import Source
from shishi.readers.document import Grid
from shishi.readers.plain.pasted import read_pasted
from tests.readers.plain.pasting import flows_of, rows_of

HEADER = "序号\t项目\t牵头单位\t进展"


def browsed(*rows: list[str], below: str = "") -> str:
    """Write rows as a browser does: each cell a paragraph, and the table between two others."""
    cells = ("\n\n\t\n\n".join(row) for row in rows)
    return f"某县实事表\n{HEADER}\n\n\n" + "\n\n\n\n\n".join(cells) + f"\n\n{below}"


def test_tab_alone_on_its_line_ends_a_cell_and_three_line_breaks_a_row() -> None:
    page = browsed(["1", "修路3条", "甲局", "完工"], ["2", "架桥1座", "乙局", "过半"])
    assert rows_of(page)[1:] == [["1", "修路3条", "甲局", "完工"], ["2", "架桥1座", "乙局", "过半"]]


def test_paragraphs_of_a_cell_stay_in_it() -> None:
    page = browsed(
        ["1", "修路3条", "甲局\n\n乙局", "完工"], ["2", "架桥1座", "丙局", "①开工；\n\n②过半"]
    )
    assert [row[2] for row in rows_of(page)[1:]] == ["甲局\n乙局", "丙局"]


def test_empty_cell_is_a_cell() -> None:
    page = browsed(["1", "修路3条", "", ""], ["2", "架桥1座", "乙局", "过半"])
    page = page.replace("\n\n\t\n\n\n\n\t\n\n\n\n\n\n\n2", "\n\n\t\n\n\t\n\n\n\n\n2")
    assert rows_of(page)[1:] == [["1", "修路3条", "", ""], ["2", "架桥1座", "乙局", "过半"]]


def test_hard_space_of_an_empty_cell_is_not_printed() -> None:
    page = f"{HEADER}\n\n\n1\n\n\t\n\n修路\n\n\t\n\n甲局\n\n\t\xa0\n\n\n2\n\n\t\n\n架桥\n\n\t\n\n乙局\n\n\t\xa0\n打印"
    assert [row[3] for row in rows_of(page)[1:]] == ["", ""]
    assert flows_of(page) == ["打印"]


def test_row_below_a_merged_cell_has_fewer_cells() -> None:
    page = browsed(
        ["1", "修路3条", "甲局", "完工"], ["乙局", "过半"], ["2", "架桥1座", "丙局", "开工"]
    )
    assert [len(row) for row in rows_of(page)] == [4, 4, 2, 4]


def test_heading_between_the_rows_is_a_row_over_all_columns() -> None:
    page = browsed(["一、出行"], ["1", "修路3条", "甲局", "完工"], ["2", "架桥1座", "乙局", "过半"])
    document = read_pasted(page, Source("表.txt", "text", ""))
    [grid] = [part for part in document.parts if isinstance(part, Grid)]
    assert [(c.text.value, c.columns) for c in grid.cells if c.row == 2] == [("一、出行", 4)]


def test_text_behind_the_table_is_not_in_its_last_cell() -> None:
    page = browsed(
        ["1", "修路3条", "甲局", "完工"], ["2", "架桥1座", "乙局", "过半"], below="填表人：甲"
    )
    assert rows_of(page)[-1][-1] == "过半"
    assert flows_of(page) == ["某县实事表", "填表人：甲"]


def test_unit_of_a_header_word_on_a_line_of_its_own_goes_on_in_it() -> None:
    page = browsed(["1", "修路3条", "甲局", "12"], ["2", "架桥1座", "乙局", "30"])
    page = page.replace("牵头单位\t进展", "牵头单位\t投资\n（万元）")
    assert rows_of(page)[0] == ["序号", "项目", "牵头单位", "投资\n（万元）"]


def test_line_of_tabs_among_rows_on_one_line_each_is_a_blank_row() -> None:
    page = f"{HEADER}\n\t\t\t\n1\t修路\t甲局\t完工\n\t\t\t\n2\t架桥\t乙局\t过半"
    assert [len(row) for row in rows_of(page)] == [4] * 5


def test_cell_of_several_lines_in_a_row_of_tabs_is_one_cell() -> None:
    page = (
        f"{HEADER}\n1\t修路\t牵头：甲局\n配合：乙局\t完工\n2\t架桥\t丙局\t过半\n3\t通水\t丁局\t开工"
    )
    assert rows_of(page)[1] == ["1", "修路", "牵头：甲局\n配合：乙局", "完工"]


def test_row_below_merged_cells_of_a_row_of_tabs_stays_apart() -> None:
    rows = ["1\t修路\t甲局\n乙局\t完工", "丙局\t过半", "2\t架桥\t丁局\t过半", "3\t通水\t戊局\t开工"]
    assert [len(row) for row in rows_of("\n".join([HEADER, *rows]))] == [4, 4, 2, 4, 4]


def test_rows_that_do_not_begin_with_numbers_are_not_put_together() -> None:
    page = f"{HEADER}\n甲\t修路\t甲局\n乙局\t完工\n乙\t架桥\t丙局\t过半"
    assert [len(row) for row in rows_of(page)] == [4, 3, 2, 4]


def test_two_lines_with_tabs_in_a_text_are_no_table_of_a_browser() -> None:
    page = "索引号：\t123\n发布机构：\t某县政府\n正文一段。"
    assert rows_of(page) == [["索引号：", "123"], ["发布机构：", "某县政府"]]


def test_heading_with_all_the_tabs_of_a_row_is_a_row_of_its_own() -> None:
    rows = ["一、出行\t\t\t", "1\t修路\t甲局\t完工", "二、养老\t\t\t", "2\t床位\t乙局\t过半"]
    rows += ["三、文化\t\t\t", "3\t送戏\t丙局\t开工"]
    assert [len(row) for row in rows_of("\n".join([HEADER, *rows]))] == [4] * 7


def test_line_behind_the_last_row_is_not_in_its_last_cell() -> None:
    rows = ["1\t修路\t甲局\n乙局\t完工", "2\t架桥\t丙局\t过半", "3\t通水\t丁局\t开工"]
    page = "\n".join([HEADER, *rows, "附表：各镇完成情况"])
    assert rows_of(page)[-1] == ["3", "通水", "丁局", "开工"]
    assert flows_of(page) == ["附表：各镇完成情况"]


def test_last_cell_that_counts_on_keeps_its_lines() -> None:
    rows = ["1\t修路\t甲局\n乙局\t完工", "2\t架桥\t丙局\t过半", "3\t通水\t丁局\t①开工；", "②过半"]
    assert rows_of("\n".join([HEADER, *rows]))[-1] == ["②过半"]  # behind the row above, see layouts


def test_rows_below_merged_cells_of_a_pasted_sheet_stay_apart() -> None:
    rows = ["1\t出行\t修路\t甲局", "\t\t架桥\t乙局", "2\t养老\t床位\t丙局", "\t\t食堂\t丁局"]
    rows += ["3\t文化\t送戏\t戊局", "\t\t建馆\t己局", "\t\t修亭\t庚局"]
    head = "序号\t类别\t项目\t单位"
    page = "\n".join([head, *rows, head, "4\t教育\t建校\t甲局", "\t\t扩班\t乙局"])
    assert [len(row) for row in rows_of(page)] == [4] * 11


def test_row_below_merged_cells_goes_on_in_its_cell_of_several_lines() -> None:
    rows = ["1\t出行\t修路\t甲局", "\t\t架桥\t乙局", "\t\t通水\n二期\t丙局", "2\t养老\t床位\t戊局"]
    page = "\n".join(["序号\t类别\t项目\t单位", *rows, "3\t文化\t送戏\t己局"])
    assert rows_of(page)[3] == ["", "", "通水\n二期", "丙局"]


def test_blank_paragraph_in_a_cell_ends_no_row() -> None:
    page = browsed(["1", "修路3条", "甲局\n\n\n\n\n乙局", "完工"], ["2", "架桥1座", "丙局", "过半"])
    page += "\n\n\n\n3\n\n\t\n\n通水\n\n\t\n\n丁局\n\n\t\n\n开工"
    assert rows_of(page)[1:3] == [
        ["1", "修路3条", "甲局\n乙局", "完工"],
        ["2", "架桥1座", "丙局", "过半"],
    ]


def test_row_below_a_merged_cell_stays_apart_behind_a_full_row() -> None:
    page = browsed(["1", "修路", "甲局", "完工"], ["乙局", "过半"], ["2", "架桥", "丙局", "开工"])
    assert rows_of(page)[2] == ["乙局", "过半"]


def test_last_cell_keeps_its_paragraphs_where_others_of_the_column_have_several() -> None:
    rows = ["1", "修路", "甲局", "路基完成。\n\n路面过半。"], ["2", "架桥", "乙局", "桥墩完成。"]
    page = browsed(*rows, below="桥面正在铺设。\n\n填表人：甲")
    assert rows_of(page)[-1][-1] == "桥墩完成。\n桥面正在铺设。"
    assert flows_of(page)[-1] == "填表人：甲"


def test_last_cell_is_one_paragraph_where_all_others_are() -> None:
    page = browsed(
        ["1", "修路", "甲局", "完工"], ["2", "架桥", "乙局", "过半"], below="上述项目均按期推进。"
    )
    assert rows_of(page)[-1][-1] == "过半"


def test_lone_tab_between_hard_spaces_and_nothing_else_is_no_table() -> None:
    assert not any(text.strip() for text in flows_of("\u00a0\t\u00a0"))
