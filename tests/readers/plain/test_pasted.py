import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.places import Source, Text
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.plain.pasted import read_pasted

SOURCE = Source("表.txt", "text", "0" * 64)


def read(*lines: str) -> Document:
    return read_pasted("\n".join(lines), SOURCE)


def texts(document: Document) -> list[Text]:
    found: list[Text] = []
    for part in document.parts:
        found += (
            [c.text for c in part.cells]
            if isinstance(part, Grid)
            else [p.text for p in part.paragraphs]
        )
    return found


def rows(grid: object) -> list[list[str]]:
    assert isinstance(grid, Grid)
    return [[c.text.value for c in grid.cells if c.row == row] for row in range(1, grid.height + 1)]


def paragraphs(flow: object) -> list[tuple[str, int, int]]:
    assert isinstance(flow, Flow)
    return [(p.text.value, p.gap, p.bars) for p in flow.paragraphs]


def kinds(document: Document) -> list[str]:
    return [part.name for part in document.parts]


def test_read_pasted_one_cell_a_paragraph_counts_the_blank_lines_before() -> None:
    document = read("序号", "", "任务", "", "", "", "1")

    assert [paragraphs(part) for part in document.parts] == [
        [("序号", 0, 0), ("任务", 1, 0), ("1", 3, 0)]
    ]


def test_read_pasted_indented_line_is_placed_where_its_first_character_stands() -> None:
    document = read("说明", "\u3000\u3000一是加快进度。 ")

    text = texts(document)[1]
    assert (text.value, text.place.line, text.place.characters) == ("一是加快进度。", 2, (2, 9))


def test_read_pasted_line_ends_of_windows_and_old_macs_count_alike() -> None:
    document = read_pasted("甲\r\n乙\r丙\n丁", SOURCE)

    assert [(t.value, t.place.line) for t in texts(document)] == [
        ("甲", 1),
        ("乙", 2),
        ("丙", 3),
        ("丁", 4),
    ]


def test_read_pasted_hard_space_between_blank_lines_is_an_empty_cell() -> None:
    document = read("主要内容", "", "\u00a0", "", "区领导")

    assert paragraphs(document.parts[0]) == [("主要内容", 0, 0), ("", 1, 0), ("区领导", 1, 0)]


def test_read_pasted_hard_space_beside_text_is_a_blank_line() -> None:
    document = read("主要内容", "\u00a0", "", "区领导")

    assert paragraphs(document.parts[0]) == [("主要内容", 0, 0), ("区领导", 2, 0)]


def test_read_pasted_bars_at_line_ends_are_counted_and_not_text() -> None:
    document = read("序号 |", "项目 | |", "4", "|", "|||", "| 备注 |")

    assert paragraphs(document.parts[0]) == [
        ("序号", 0, 1), ("项目", 0, 2), ("4", 0, 0), ("", 0, 1), ("", 0, 3), ("备注", 0, 1)
    ]  # fmt: skip
    assert isinstance(document.parts[0], Flow)
    assert document.parts[0].paragraphs[-1].before == 1


def test_read_pasted_rows_with_bars_inside_become_a_grid() -> None:
    document = read(
        "进度表",
        "序号 | 项目 | 单位",
        "1 | 新建公园2座 | 建设局",
        "2 | | 民政局",
        "",
        "注:按月更新",
    )

    assert kinds(document) == ["text 1", "table 1", "text 2"]
    assert rows(document.parts[1]) == [
        ["序号", "项目", "单位"],
        ["1", "新建公园2座", "建设局"],
        ["2", "", "民政局"],
    ]


def test_read_pasted_row_cell_is_placed_on_its_line() -> None:
    document = read("a | b", "1 | 公园")

    place = texts(document)[3].place
    assert (place.part, place.row, place.column, place.line, place.characters) == (
        "table 1",
        2,
        2,
        2,
        (4, 6),
    )


def test_read_pasted_bars_around_every_row_are_its_frame() -> None:
    document = read("| 序号 | 项目 |", "|:---|---|", "| 1 | |")

    assert kinds(document) == ["table 1", "text 1"]
    assert rows(document.parts[0]) == [["序号", "项目"], ["1", ""]]
    assert [t.value for t in texts(document)][-1] == ":---|---"


@pytest.mark.parametrize(("left", "right"), [("| ", " |"), ("| ", ""), ("", " |")])
def test_read_pasted_heading_between_the_bars_of_a_frame_is_a_row_of_the_table(
    left: str, right: str
) -> None:
    lines = [
        "序号 | 项目 | 单位",
        "一、交通",
        "1 | 修路 | 区住建局",
        "二、水利",
        "2 | 建桥 | 区水务局",
    ]
    [grid] = read(*[left + line + right for line in lines]).parts
    assert rows(grid) == [
        ["序号", "项目", "单位"],
        ["一、交通"],
        ["1", "修路", "区住建局"],
        ["二、水利"],
        ["2", "建桥", "区水务局"],
    ]


def test_read_pasted_line_with_a_bar_where_rows_have_none_is_no_row_of_theirs() -> None:
    lines = ["序号 | 项目 | 单位", "1 | 修路 | 区住建局", "备注 |", "2 | 建桥 | 区水务局"]
    assert len(read(*lines).parts) > 1


def test_read_pasted_line_with_a_bar_below_the_last_row_stays_text() -> None:
    lines = ["| 序号 | 项目 |", "| 1 | 修路 |", "| 打印本页 |"]
    grid, text = read(*lines).parts
    assert rows(grid) == [["序号", "项目"], ["1", "修路"]]
    assert [value for value, _, _ in paragraphs(text)] == ["打印本页"]


def test_read_pasted_bar_at_the_end_of_some_rows_is_an_empty_cell() -> None:
    document = read("甲 | 乙 | 丙", "1 | 2 |")

    assert rows(document.parts[0]) == [["甲", "乙", "丙"], ["1", "2", ""]]


def test_read_pasted_rows_with_fewer_bars_below_a_line_without_are_another_table() -> None:
    rows_of_five = ["1|甲|乙|丙|丁", "2|甲|乙|丙|丁", "3|甲|乙|丙|丁"]
    document = read(*rows_of_five, "联系方式", "科室|姓名|电话", "一科|某|1", "二科|某|2")

    first, between, second = document.parts
    assert rows(first)[-1] == ["3", "甲", "乙", "丙", "丁"]
    assert paragraphs(between) == [("联系方式", 0, 0)]
    assert rows(second) == [["科室", "姓名", "电话"], ["一科", "某", "1"], ["二科", "某", "2"]]


@pytest.mark.parametrize(
    "below",
    [
        ["乙|丙", "丁|戊"],
        ["乙|丙|丁", "乙|丙|丁|戊", "乙|丙|丁|戊"],
        ["4|甲|乙|丙|丁"] * 3,
        ["4|甲|乙|丙|丁|戊", "5|甲|乙|丙|丁|1", "6|甲|乙|丙|丁|1"],
        ["甲|乙|丙", "丁|乙|丙", "戊|乙|丙"],
    ],
)
def test_read_pasted_line_without_bars_goes_on_in_its_table_over_other_rows(
    below: list[str],
) -> None:
    document = read("1|甲|乙|丙|丁", "2|甲|乙|丙|丁", "3|甲", "甲", *below)

    assert len(document.parts) == 1


def test_read_pasted_cell_broken_over_lines_stays_in_its_row() -> None:
    document = read(
        "序号 | 项目 | 单位",
        "1 | 新建公园",
        "改造广场 | 建设局",
        "2 | 道路 | 交通局",
        "公路段",
        "3 | 桥 | 交通局",
    )

    assert rows(document.parts[0]) == [
        ["序号", "项目", "单位"],
        ["1", "新建公园\n改造广场", "建设局"],
        ["2", "道路", "交通局\n公路段"],
        ["3", "桥", "交通局"],
    ]
    broken = texts(document)[4]
    assert [p.line for p in broken.locate(3, 7)] == [2, 3]


def test_read_pasted_line_break_of_markdown_parts_the_lines_of_a_cell() -> None:
    document = read("序号 | 单位 | 进展", "1 | 交通局<br>财政局 | 完成<BR/>", "2 | 建设局 | a<b")

    assert rows(document.parts[0])[1:] == [
        ["1", "交通局\n财政局", "完成\n"],
        ["2", "建设局", "a<b"],
    ]


def test_read_pasted_rows_that_lack_cells_stay_rows_of_their_own() -> None:
    document = read(
        "序号 | 项目 | 单位 | 进展",
        "1 | 公园 | 建设局 | 完成",
        "交通局 | 未完成",
        "财政局 | 未完成",
        "2 | 桥 | 交通局 | 完成",
        "建设局",
        "财政局 | 完成 | 正常",
    )

    assert rows(document.parts[0])[2:4] == [["交通局", "未完成"], ["财政局", "未完成"]]
    assert rows(document.parts[0])[-1] == ["财政局", "完成", "正常"]


def test_read_pasted_line_behind_a_row_that_a_bar_closes_is_a_row() -> None:
    document = read(
        "| 序号 | 项目 | 单位 |",
        "便民出行",
        "| 1 | 公园 | 建设局 |",
        "| 2 | 桥 | 交通局 |",
        "养老托育",
        "| 3 | 路 | 交通局 |",
    )

    assert rows(document.parts[0]) == [
        ["序号", "项目", "单位"],
        ["便民出行"],
        ["1", "公园", "建设局"],
        ["2", "桥", "交通局"],
        ["养老托育"],
        ["3", "路", "交通局"],
    ]


def test_read_pasted_rows_with_a_blank_line_between_are_one_grid() -> None:
    document = read("序号 | 项目", "", "1 | 公园", "", "2 | 桥")

    assert kinds(document) == ["table 1"]


@pytest.mark.parametrize(
    "lines",
    [
        ("字号:大 | 中 | 小",),
        ("序号 |", "项目 |", "1 |"),
        ("首页 | 新闻", "序号", "项目", "单位", "进展", "1", "a | b"),
        ("项目\t", "\t序号", "单位"),
        ("---", "正文"),
        ("|", "||"),
    ],
)
def test_read_pasted_lines_that_are_no_rows_stay_text(lines: tuple[str, ...]) -> None:
    assert kinds(read(*lines)) == ["text 1"]


def test_read_pasted_tabs_from_a_spreadsheet_become_a_grid() -> None:
    document = read("区级项目", "序号\t项目\t进展", "1\t公园\t", "\t\t完成", "备注")

    assert kinds(document) == ["text 1", "table 1", "text 2"]
    assert rows(document.parts[1]) == [
        ["序号", "项目", "进展"],
        ["1", "公园", ""],
        ["", "", "完成"],
    ]


def test_read_pasted_line_without_tabs_between_rows_is_a_row_of_one_cell() -> None:
    document = read("序号\t项目\t进展", "1\t公园\t", "道路", "2\t修路\t完成")

    assert kinds(document) == ["table 1"]
    assert rows(document.parts[0])[1:] == [["1", "公园", ""], ["道路"], ["2", "修路", "完成"]]


@pytest.mark.parametrize(
    "below",
    ["2\t修路", "序号\t内容\t进展", "2修路", "\n2\t修路\t完成"],
)
def test_read_pasted_line_without_tabs_over_what_is_no_row_of_the_table_ends_it(below: str) -> None:
    document = read("序号\t项目\t进展", "1\t公园\t", "道路", *below.split("\n"))

    assert rows(document.parts[0]) == [["序号", "项目", "进展"], ["1", "公园", ""]]


def test_read_pasted_cell_in_quotation_marks_may_hold_lines_tabs_and_marks() -> None:
    document = read('1\t"新建\t2座', '打造""样板""路"\t住建局', '2\t"安心"工程\t民政局')

    assert rows(document.parts[0]) == [
        ["1", '新建\t2座\n打造"样板"路', "住建局"],
        ["2", '"安心"工程', "民政局"],
    ]
    assert texts(document)[1].locate(6, 11)[0].line == 2


def test_read_pasted_quotation_mark_that_never_closes_is_part_of_the_cell() -> None:
    document = read('1\t"安心工程', "2\t公园")

    assert rows(document.parts[0]) == [["1", '"安心工程'], ["2", "公园"]]


def test_read_pasted_of_nothing_has_no_parts() -> None:
    assert read_pasted(" \n\n", SOURCE).parts == ()


LINES = st.lists(
    st.one_of(
        st.lists(
            st.sampled_from(["公园", "1", " | ", "|", "\t", "\u00a0", "\u3000", "---", "。"]),
            max_size=8,
        ).map("".join),
        st.sampled_from(["", "a | b | c", "1 |", "|", "|---|---|", "\u00a0", "甲\t乙"]),
    )
)


@given(LINES)
def test_read_pasted_every_printed_character_stands_in_one_text(lines: list[str]) -> None:
    document = read(*lines)

    found = Counter(re.sub(r"[\s|]", "", "".join(t.value for t in texts(document))))
    assert found == Counter(re.sub(r"[\s|]", "", "".join(lines)))


@given(LINES)
def test_read_pasted_every_piece_is_found_again_at_its_place(lines: list[str]) -> None:
    for text in texts(read(*lines)):
        for piece in text.pieces:
            start, end = piece.place.characters or (0, 0)
            line = lines[(piece.place.line or 0) - 1]
            assert line[start:end] == text.value[piece.start : piece.start + piece.length]


def test_title_after_a_blank_line_stands_apart_from_the_table_above():
    text = "序号 | 项目 | 进展\n1 | 修路 | 已开工。\n\n2031年10月进度表\n序号 | 项目 | 进展\n1 | 种树 | 已验收。"

    parts = read_pasted(text, Source("a.txt", "text", "")).parts

    cells = [c.text.value for p in parts if isinstance(p, Grid) for c in p.cells]
    assert "已开工。" in cells
    assert [p.text.value for f in parts if isinstance(f, Flow) for p in f.paragraphs] == [
        "2031年10月进度表"
    ]
