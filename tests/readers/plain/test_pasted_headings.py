"""Headings between the rows of pasted tables: rows of their own where no mark of the table tells."""

import pytest

from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.plain.pasted import read_pasted

SOURCE = Source("表.txt", "text", "0" * 64)


def read(*lines: str) -> Document:
    return read_pasted("\n".join(lines), SOURCE)


def rows(grid: object) -> list[list[str]]:
    assert isinstance(grid, Grid)
    return [[c.text.value for c in grid.cells if c.row == row] for row in range(1, grid.height + 1)]


def test_read_pasted_numbered_line_closed_by_a_bar_is_a_row_between_rows_without() -> None:
    lines = [
        "序号 | 项目 | 单位",
        "一、交通 |",
        "1 | 修路 | 区住建局",
        "二、水利 |",
        "2 | 建桥 | 区水务局",
    ]
    [grid] = read(*lines).parts
    assert [row[0] for row in rows(grid)] == ["序号", "一、交通", "1", "二、水利", "2"]


def test_read_pasted_numbered_line_closed_by_a_bar_over_fewer_columns_is_not_of_the_rows_above() -> (
    None
):
    lines = ["序号 | 项目 | 单位", "1 | 修路 | 区住建局", "二、名单 |", "姓名 | 电话", "甲 | 1"]
    assert len(read(*lines).parts) > 1


def test_read_pasted_heading_right_below_a_header_with_tabs_is_a_row_of_the_table() -> None:
    lines = [
        "序号\t项目\t单位\t进展",
        "一、交通",
        "1\t修路\t区住建局\t开工",
        "2\t建桥\t区水务局\t完工",
    ]
    [grid] = read(*lines).parts
    assert [row[0] for row in rows(grid)] == ["序号", "一、交通", "1", "2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["日期\t来源", "民生实事进展", "1\t修路", "2\t建桥"],
        ["序号\t项目\t\t进展", "一、交通", "1\t修路\t区住建局\t开工"],
        ["序号\t项目\t单位\t进展", "一、交通", "编号\t项目\t单位\t进展", "1\t修路\t区住建局\t开工"],
    ],
)
def test_read_pasted_line_between_tabs_that_may_head_no_rows_stays_text(lines: list[str]) -> None:
    first, *_ = read(*lines).parts
    assert isinstance(first, Flow)


LABELLED = "序号 | 项目 | 单位", "1 | 修路 | 区住建局"


@pytest.mark.parametrize("heading", ["分管领导:方朔|", "牵头单位：区水务局 |"])
def test_read_pasted_label_closed_by_a_bar_is_a_row_between_rows_without(heading: str) -> None:
    [grid] = read(*LABELLED, heading, "2 | 建桥 | 区水务局").parts
    assert [row[0] for row in rows(grid)][2] == heading.rstrip(" |")


@pytest.mark.parametrize("line", ["咨询 |", "进展:已开工;分管领导:方朔 |"])
def test_read_pasted_other_line_closed_by_a_bar_ends_the_rows(line: str) -> None:
    assert len(read(*LABELLED, line, "2 | 建桥 | 区水务局").parts) > 1


UNNUMBERED = (
    "项目\t单位\t时限\t进展",
    "一、绿化",
    "补栽行道树\t区城管局\t全年\t已栽二百棵。",
    "修剪绿篱\t区城管局\t全年\t",
    "二、道路",
    "更换井盖\t区水务局\t十月\t已换二十个。",
)


@pytest.mark.parametrize("tabs", ["", "\t\t\t"], ids=["without tabs", "with the tabs of a row"])
def test_headings_between_rows_without_numbers_are_rows_of_one_table(tabs: str) -> None:
    lines = [line if "\t" in line else line + tabs for line in UNNUMBERED]
    [grid] = read(*lines).parts
    assert [row[0] for row in rows(grid)] == [line.split("\t")[0] for line in lines]
    assert {len(row) for row in rows(grid) if any(row[1:])} == {4}


def test_heading_that_counts_from_nothing_is_a_row_above_one_that_tells_something() -> None:
    [grid] = read(*(line.removeprefix("二、") for line in UNNUMBERED)).parts
    assert [row[0] for row in rows(grid)][4] == "道路"


def test_counted_heading_is_a_row_above_one_whose_blank_end_is_not_printed() -> None:
    [grid] = read(*UNNUMBERED[:-1], "更换井盖，补砖\t区水务局\t十月").parts
    assert len(rows(grid)) == len(UNNUMBERED)


def test_counted_heading_may_follow_a_header_of_three_words() -> None:
    [grid] = read("项目\t单位\t进展", "一、绿化", "补栽行道树\t区城管局\t已栽二百棵。").parts
    assert [row[0] for row in rows(grid)] == ["项目", "一、绿化", "补栽行道树"]


@pytest.mark.parametrize(
    "lines",
    [
        [*UNNUMBERED[:4], "二、联络", "姓名\t单位\t电话\t备注", "方朔\t区水务局\t6677\t无"],
        [*UNNUMBERED[:4], "道路", "更换井盖，补砖\t区水务局\t十月", "修步道\t区住建局\t十月"],
        ["项目\t单位\t进展", "绿化情况", "补栽行道树\t区城管局\t已栽二百棵。", "种草\t乙局\t无"],
    ],
    ids=["above another header", "above shorter rows", "below a narrow header"],
)
def test_line_between_rows_without_numbers_that_may_head_others_parts_them(
    lines: list[str],
) -> None:
    assert any(isinstance(part, Flow) for part in read(*lines).parts)


TOLD = (
    "项目\t单位\t时限\t进展",
    "补栽行道树\t区城管局\t全年\t已栽二百棵。",
    "修剪绿篱\t区城管局\t全年\t已剪三处。",
)


@pytest.mark.parametrize(
    "lines",
    [
        ["附件：值班安排", "姓名\t座机，手机\t处室\t职务", "方朔\t6677\t绿化处\t处长，兼"],
        ["附：资金情况", "部门\t下达，万元\t支出\t结余", "区城管局\t30\t20\t10"],
        ["三、道路", "项目\t主办，协办\t时限\t进展", "修步道\t区住建局\t十月\t已修二条。"],
        ["说明：进度由各单位报送", "方朔，李石\t区城管局\t复核\t王五"],
        ["二、意见", "区政协委员，李石\t满意\t建议加快"],
        ["二、来信", "来信三封，来电五个\t已答复\t满意"],
    ],
    ids=["contacts", "sums", "header again", "signature", "opinions", "short opinions"],
)
def test_row_with_a_comma_that_reads_unlike_those_above_its_heading_is_not_of_their_table(
    lines: list[str],
) -> None:
    grid, flow, *_ = read(*TOLD, *lines).parts
    assert len(rows(grid)) == len(TOLD)
    assert isinstance(flow, Flow)


@pytest.mark.parametrize(
    "line",
    [
        "更换井盖\t区水务局\t十月\t已换二十个。",
        "更换井盖\t区水务局\t十月，十一月\t/",
        "更换井盖，补砖\t区水务局\t十月",
    ],
    ids=["sentence below sentences", "nothing below sentences", "blank end"],
)
def test_row_that_reads_like_those_above_its_heading_is_of_their_table(line: str) -> None:
    [grid] = read(*TOLD, "二、道路", line).parts
    assert len(rows(grid)) == len(TOLD) + 2
