"""Tables that a text draws, as pandoc 2.17 and 3.1 print them, and what only looks like one."""

import pytest

from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid, Ruling
from shishi.readers.plain.pasted import read_pasted
from shishi.readers.plain.widths import cut_lines

SOURCE = Source("表.txt", "text", "0" * 64)


def read(text: str) -> Document:
    return read_pasted(text.strip("\n"), SOURCE)


def grid(text: str) -> Grid:
    found = [part for part in read(text).parts if isinstance(part, Grid)]
    assert len(found) == 1
    return found[0]


def rows(text: str) -> list[list[str]]:
    table = grid(text)
    return [[c.text.value for c in table.cells if c.row == r] for r in range(1, table.height + 1)]


SIMPLE = """
2031年民生实事

  序号   项目内容                   牵头单位     投资额
  ------ -------------------------- ---------- --------
  1      更新5G基站和“口袋”公园7座  区住建局       1200
                                    区城管局
  2      新建学校                   区教育局         80

注:每月更新。
"""

MULTILINE = """
  ---------------------------------------------
  序号         项目内容       责任单位
  ------------ -------------- --------------
  1            修路三条       区住建局
                              区农业农村局

               新增车位       区城管局

  2            架桥两座
  ---------------------------------------------
""".replace("---------------------------------------------", "-" * 42)

HEADLESS = """
  ------ ---------- ------------
  序号   项目       单位

  1      修路       区住建局

  2      架桥       区教育局
  ------ ---------- ------------
"""

FRAMED = """
+------+--------------+--------------+
| 序号 | 项目内容     | 责任单位     |
+======+==============+==============+
| 1    | 新增公       | 区住建局     |
|      | 共停车泊位80 |              |
|      | 0个          | 区财政局     |
+------+--------------+--------------+
| 2    | 架桥\\|两座    |              |
+------+--------------+--------------+
"""

MERGED = """
+------+-------------+--------+
| 序号 | 责任        | 备注   |
|      +------+------+        |
|      | 牵头 | 配合 |        |
+======+======+======+========+
| 1    | 甲局 | 乙局 | “好”   |
+------+------+------+        |
| 2    | 丙局 |      |        |
+------+------+------+--------+
"""


def test_read_pasted_dashes_under_a_header_make_a_row_of_every_line() -> None:
    assert rows(SIMPLE) == [
        ["序号", "项目内容", "牵头单位", "投资额"],
        ["1", "更新5G基站和“口袋”公园7座", "区住建局", "1200"],
        ["", "", "区城管局", ""],
        ["2", "新建学校", "区教育局", "80"],
    ]


def test_read_pasted_drawn_table_leaves_the_lines_around_it_as_text() -> None:
    flows = [part for part in read(SIMPLE).parts if isinstance(part, Flow)]

    lines = [paragraph.text.value for flow in flows for paragraph in flow.paragraphs]
    assert [lines[0], lines[-1]] == ["2031年民生实事", "注:每月更新。"]
    assert lines[1].startswith("------ ---")  # every printed character is kept


def test_read_pasted_blank_lines_between_dashes_part_the_rows_of_several_lines() -> None:
    assert rows(MULTILINE) == [
        ["序号", "项目内容", "责任单位"],
        ["1", "修路三条", "区住建局\n区农业农村局"],
        ["", "新增车位", "区城管局"],
        ["2", "架桥两座", ""],
    ]


def test_read_pasted_two_lines_of_dashes_alike_hold_a_table_without_header() -> None:
    assert rows(HEADLESS) == [
        ["序号", "项目", "单位"],
        ["1", "修路", "区住建局"],
        ["2", "架桥", "区教育局"],
    ]


def test_read_pasted_restructured_table_goes_on_where_the_first_column_is_blank() -> None:
    table = """
=====  ========  ========
序号   项目      单位
=====  ========  ========
1      修路      区住建局
       两条
2      架桥      区教育局
=====  ========  ========
"""
    assert rows(table) == [
        ["序号", "项目", "单位"],
        ["1", "修路\n两条", "区住建局"],
        ["2", "架桥", "区教育局"],
    ]


def test_read_pasted_frame_joins_cut_lines_and_keeps_paragraphs_and_bars_apart() -> None:
    assert rows(FRAMED) == [
        ["序号", "项目内容", "责任单位"],
        ["1", "新增公共停车泊位800个", "区住建局\n区财政局"],
        ["2", "架桥|两座", ""],
    ]


def test_read_pasted_frame_leaves_out_rules_where_cells_are_merged() -> None:
    spans = {c.text.value: (c.row, c.column, c.rows, c.columns) for c in grid(MERGED).cells}

    assert spans["序号"] == (1, 1, 2, 1)
    assert spans["责任"] == (1, 2, 1, 2)
    assert spans["配合"] == (2, 3, 1, 1)
    assert spans["“好”"] == (3, 4, 2, 1)


@pytest.mark.parametrize("level", ["─", "━", "═"])
def test_read_pasted_box_drawing_without_inner_rules_is_a_row_a_line(level: str) -> None:
    rule = level * 6
    table = f"┌{rule}┬{rule}┐\n│ 序号 │ “项” │\n├{rule}┼{rule}┤\n│ 1    │ 修路 │\n│ 2    │ 架桥 │\n└{rule}┴{rule}┘"

    assert rows(table) == [["序号", "“项”"], ["1", "修路"], ["2", "架桥"]]


def test_read_pasted_box_drawing_as_wide_as_han_is_read_too() -> None:
    table = "┌──┬─────┐\n│序号│责任      │\n│    ├──┬──┤\n│    │牵头│配合│\n├──┼──┼──┤\n│1   │甲局│乙局│\n└──┴──┴──┘"

    spans = {c.text.value: (c.row, c.column, c.rows, c.columns) for c in grid(table).cells}
    assert (spans["责任"], spans["乙局"]) == ((1, 2, 1, 2), (3, 3, 1, 1))


def test_read_pasted_marks_of_markdown_are_no_text_and_its_breaks_end_a_line() -> None:
    table = """
  -----------------------------------------
  序号   项目               单位
  ------ ------------------ -------------
  1      **新建**公园\\*两座 区住建局\\
                            区城管局

  2      架桥               \\\\
  -----------------------------------------
""".replace("-----------------------------------------", "-" * 39)
    assert rows(table)[1:] == [
        ["1", "新建公园*两座", "区住建局\n区城管局"],
        ["2", "架桥", "\\"],
    ]


def test_read_pasted_cell_of_a_drawn_table_says_where_its_words_stand() -> None:
    text = next(c.text for c in grid(FRAMED).cells if "停车" in c.text.value)

    place = text.locate(text.value.index("800"), text.value.index("800") + 3)
    assert [(spot.line, spot.characters) for spot in place] == [(5, (14, 16)), (6, (9, 10))]


@pytest.mark.parametrize("spaces", [6, 2], ids=["as one", "as two"])
def test_cut_lines_doubtful_characters_count_as_one_or_as_two_in_all_lines(spaces: int) -> None:
    lines = ["“甲”“乙”" + " " * spaces + "丙 丁", "一二三四五六  七"]
    cuts = cut_lines(lines, [0, 14])

    assert cuts
    assert [line[a:b] for line, (_, (a, b)) in zip(lines, cuts, strict=True)] == ["丙 丁", "七"]


def test_cut_lines_word_across_the_start_of_a_column_is_not_cut() -> None:
    assert cut_lines(["一二三四五六  七", "一二三四五六七八"], [0, 14]) is None


@pytest.mark.parametrize(
    "text",
    [
        "一、工作要求\n----------\n各单位要加快进度。\n\n二、其他\n----------\n无",
        "关于报送材料的函\n\n- 附件一  清单\n- 附件二  说明\n\n---- ----\n联系人:办公室",
        "此致\n敬礼\n\n          区政府办公室\n          2031年3月5日",
        "各单位:  请于3月5日前  报送材料。\n联系电话  12345\n------ ------\n落款  单位",
        "  ------ ------\n  全文没有一行  对得齐的字句在这里写得很长\n  ------ ------",
        "+--------+\n| 公章处 |\n+--------+",
        "进展|||情况\n+---+\n无",
        "一、目标\n\n+----+----+\n\n二、要求",
        "序号 | 项目 | 单位\n1 | 修路 | 住建局\n2 | 架桥 | 教育局",
    ],
    ids=[
        "headings",
        "letter",
        "signature",
        "prose",
        "crossing",
        "box",
        "decoration",
        "rule",
        "bars",
    ],
)
def test_read_pasted_text_with_dashes_and_spaces_alone_draws_no_table(text: str) -> None:
    assert not [p for p in read(text).parts if isinstance(p, Grid) and p.ruling is Ruling.COUNTED]


def test_read_pasted_frame_that_does_not_close_stays_as_it_was() -> None:
    cut_off = "\n".join(FRAMED.strip("\n").split("\n")[:-3])

    assert not [
        p for p in read(cut_off).parts if isinstance(p, Grid) and p.ruling is Ruling.COUNTED
    ]


def test_read_pasted_line_that_crosses_its_columns_makes_dashes_no_table() -> None:
    crossed = SIMPLE.replace("新建学校   ", "新建学校并改造操场和食堂等处共十处")

    assert not [p for p in read(crossed).parts if isinstance(p, Grid)]


HIDDEN = """
+------+----------+-------------+
| 序号 | 牵头单位 | 联系电话    |
+======+==========+=============+
| 1    | **       | 138****5678 |
+------+----------+-------------+
| 2    | **民政** | ****        |
+------+----------+-------------+
"""


def test_read_pasted_stars_that_hide_something_stay_and_a_cell_of_stars_alone_is_read() -> None:
    assert rows(HIDDEN)[1:] == [["1", "", "138****5678"], ["2", "民政", "****"]]
