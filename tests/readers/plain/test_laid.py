"""Tables that spaces alone lay out, as pdftotext -layout prints them, and what only has spaces in it."""

from pathlib import Path

import pytest

from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.plain.gutters import cut_at, find_gaps
from shishi.readers.plain.pasted import read_pasted
from tests.layouts.invented import column, page_of

SOURCE = Source("表.txt", "text", "0" * 64)
LAID = (Path(__file__).parent / "samples" / "laid-out.txt").read_text(encoding="utf-8")
"""An invented Word table of two pages, printed by LibreOffice and turned into text by pdftotext -layout."""


def read(text: str) -> Document:
    return read_pasted(text, SOURCE)


def rows(text: str) -> list[list[str]]:
    (grid,) = (part for part in read(text).parts if isinstance(part, Grid))
    return [[c.text.value for c in grid.cells if c.row == r] for r in range(1, grid.height + 1)]


def test_read_pasted_laid_out_page_puts_wrapped_lines_into_their_cells() -> None:
    assert rows(LAID)[:2] == [
        ["序号", "类别", "项目内容", "责任单位", "进展情况", "进度评价"],
        [
            "1",
            "便民出行",
            "新增公共停车泊位 300个,改造老旧小区的道路,并完善配套的照明设施",
            "区住建局\n区城市管理\n综合执法局\n区财政局",
            "截至 9 月底,已完成200 个,完成年度目标的 66%,其余泊位正在施工",
            "正常",
        ],
    ]


def test_read_pasted_laid_out_row_without_number_begins_where_a_column_prints_again() -> None:
    assert rows(LAID)[3] == ["", "", "", "区财政局", "施工招标已完成", "滞后"]


def test_read_pasted_laid_out_rows_of_one_line_without_number_are_parted() -> None:
    lines = LAID.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("7 "))
    more = [
        "12        养护道路        区住建局    已开工        正常",
        "                     区财政局    已招标        滞后",
    ]

    found = rows("\n".join([*lines[:at], *more, *lines[at:]]))
    assert ["", "", "", "区财政局", "已招标", "滞后"] in found


def test_read_pasted_laid_out_table_goes_on_below_the_header_printed_again() -> None:
    found = rows(LAID)

    assert [row[0] for row in found] == ["序号", "1", "2", "", *map(str, range(3, 12))]
    assert found[6][2].endswith("道路和人行步道进行整治提升")  # the page ended inside the cell


def test_read_pasted_laid_out_heading_over_all_columns_is_one_cell() -> None:
    heading = "二、教育惠民方面的民生实事项目"
    lines = LAID.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("2 "))

    assert [heading] in rows("\n".join([*lines[:at], heading, *lines[at:]]))


@pytest.mark.parametrize("opens", ["（", "("])
def test_read_pasted_laid_out_row_begins_with_the_bracket_of_a_number_that_is_broken(
    opens: str,
) -> None:
    text = (
        "序号        项目内容      责任单位      进展情况\n"
        "（8）       修路        区住建局      已开工,完成路\n"
        "                              基\n"
        "（9）       架桥        区交通局      正在招标,预计\n"
        "                              下月开工\n"
        "（         建校        区教育局      主体封顶,正在\n"
        "10）                           装修\n"
        "（         植树        区林业局      已选址\n"
        "11）\n"
    ).replace("（", opens)
    assert [row[1] for row in rows(text)] == ["项目内容", "修路", "架桥", "建校", "植树"]


def test_read_pasted_laid_out_table_is_asked_about_as_a_whole() -> None:
    assert [(f.code, f.severity, f.place.part) for f in read(LAID).findings] == [
        ("table-by-gaps", "asks", "table 1"),
        ("printed-by-pages", "notes", ""),
    ]


def test_read_pasted_laid_out_cell_says_where_its_words_stand() -> None:
    (grid,) = (part for part in read(LAID).parts if isinstance(part, Grid))
    text = next(c.text for c in grid.cells if c.text.value.startswith("新增公共停"))

    lines = LAID.split("\n")
    printed = [lines[p.place.line - 1][slice(*p.place.characters)] for p in text.pieces]  # type: ignore[operator,misc]
    assert printed[:3] == ["新增公共停", "车泊位 300", "个,改造老"]


def test_extract_laid_out_table_doubts_every_record_of_it() -> None:
    page = page_of(LAID)

    assert column(page, "lead_units")[2:4] == [["区财政局"], ["区经信局"]]
    (asked,) = (f for f in page.findings if f.code == "table-by-gaps")
    assert asked.facts["orders"] == [record.order for record in page.records]


@pytest.mark.parametrize(
    "text",
    [
        "1  修路  区住建局\n2  架桥  区教育局\n3  建校  区财政局\n4  植树  区林业局\n5  修渠  区水利局",
        "各单位:\n    请于 3 月 5 日前报送  材料。\n    联系电话  12345\n    传真  54321\n    地址  云溪路  8 号",
        "一、目标\n    新增车位 300 个。\n    改造道路 3 条。\n二、要求\n    加快进度。\n    按月报送。",
        "主送:各镇  街道  各部门\n抄送:区委办\n\n          云溪区人民政府\n          2031年3月5日",
        "- 修路    住建局\n- 架桥    教育局\n    - 两座    财政局\n- 建校    教育局\n    - 三所    财政局",
    ],
    ids=["a row a line", "letter", "headings", "signature", "list"],
)
def test_read_pasted_text_with_spaces_alone_is_not_laid_out(text: str) -> None:
    document = read(text)

    assert not any(isinstance(part, Grid) for part in document.parts)
    assert not document.findings


def test_find_gaps_header_word_beside_its_column_names_it() -> None:
    lines = [
        "序号    项目       级别",
        "1   新增公共停车泊   市级",
        "2   改造老旧小区道   区级",
        "3   架桥         市级",
    ]

    assert find_gaps(lines) == [(1, 4), (11, 14)]


def test_cut_at_words_across_a_gap_without_space_near_is_not_cut() -> None:
    assert cut_at("新增公共停车泊位三百个左右", [(4, 6)]) is None


def test_read_pasted_laid_out_headers_printed_again_are_kept_aside() -> None:
    (again,) = read(LAID).aside

    assert isinstance(again, Flow)
    assert "".join("".join(p.text.value for p in again.paragraphs).split()) == "".join(
        rows(LAID)[0]
    )


def test_read_pasted_laid_out_number_broken_over_lines_begins_one_row() -> None:
    digits = "一二三四五六七八九"
    lines = LAID.split("\n")
    for at, line in enumerate(lines):
        if line.startswith("11"):
            lines[at], lines[at + 1] = (
                "十" + line[1:].replace("1", " ", 1),
                "一、" + lines[at + 1][2:],
            )
        elif line.startswith("10"):
            lines[at] = "十、" + line[2:]
        elif line[:1].isdigit():
            lines[at] = digits[int(line[0]) - 1] + "、" + line[2:]

    found = rows("\n".join(lines))
    assert ["".join(row[0].split()) for row in found][-3:] == ["九、", "十、", "十一、"]
