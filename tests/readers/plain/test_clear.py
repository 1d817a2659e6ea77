"""Laid-out tables whose gaps and rows are beyond doubt, and those whose cells must be asked about."""

import pytest

from shishi.places import Source
from shishi.readers.plain.clear import are_gaps_clear
from shishi.readers.plain.pasted import read_pasted
from shishi.records import Field
from tests.layouts.invented import page_of

CLEAR = """\
云溪区 2031 年民生实事项目进展情况表

序号   项目内容          责任单位            进展情况
1    改造泵房 3 座      区水务局            ① 已选址;
                                     ② 招标已完成。
2    新建绿道 8 公里     区林业局、区财政局       主体工程已完工,正在铺设路面和安装照明设
                                     施。
3    打造口袋公园 5 个    区住建局            已开放 2 个,其余正在栽种乔木和灌木。
"""


def severity(text: str) -> str:
    (asked,) = (f for f in read_pasted(text, Source("表.txt", "text", "")).findings)
    assert asked.code == "table-by-gaps"
    return asked.severity


def test_table_whose_gaps_agree_in_all_rows_is_told_and_not_asked_about() -> None:
    assert severity(CLEAR) == "notes"
    records = page_of(CLEAR).records
    assert [r.printed(Field.CODE) for r in records] == ["1", "2", "3"]


def test_word_that_ends_in_a_gap_and_leaves_room_before_the_next_is_clear() -> None:
    assert severity(CLEAR.replace("改造泵房 3 座      区", "改造镇区泵房 3 座    区")) == "notes"


def test_lower_line_of_a_header_has_no_number() -> None:
    lower = "\n                   (★牵头)          \n1 "
    assert severity(CLEAR.replace("\n1 ", lower)) == "notes"


@pytest.mark.parametrize(
    ("clear", "doubtful"),
    [
        ("改造泵房 3 座      ", "改造泵房   3 座    "),
        ("\n2    新", "\n     新"),
        ("\n3  ", "\n5  "),
        ("主体工程已完工,正在铺设路面和安装照明设", "主体工程已完工"),
    ],
    ids=["two words in a cell", "no number", "number left out", "short line goes on"],
)
def test_table_with_a_doubtful_gap_or_row_is_asked_about(clear: str, doubtful: str) -> None:
    assert clear in CLEAR
    assert severity(CLEAR.replace(clear, doubtful)) == "asks"


@pytest.mark.parametrize("line", ["1  修路  区住建局", "1        区住建局", "1  修 路  区住建局"])
def test_line_whose_words_begin_in_columns_of_their_own_is_clear(line: str) -> None:
    assert are_gaps_clear(["2  架桥  区教育局", line], [(1, 3), (5, 7)])


@pytest.mark.parametrize("line", ["1  修路区住建局", "1  修路 区住建局", "1  修  路  区住建局"])
def test_line_with_a_word_over_two_columns_or_two_in_one_is_not_clear(line: str) -> None:
    assert not are_gaps_clear(["2  架桥  区教育局", line], [(1, 3), (5, 7)])


CENTRED = """\
云溪区 2031 年民生实事项目进展情况表

序号   项目内容       牵头单位    进展情况
1    改造泵房       区水务局    已完工
                区林业局
2    新建绿道       区财政局    已开工
                区城管局
3    口袋公园       区住建局    已开工
"""


def test_words_of_one_width_over_and_under_a_number_are_asked_about() -> None:
    assert severity(CENTRED) == "asks"


def test_words_that_a_mark_of_a_list_joins_are_not_asked_about() -> None:
    assert (
        severity(CENTRED.replace("区水务局  ", "区水务局、").replace("政局  ", "政局、")) == "notes"
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["① 已选址;", "② 招标已完成。", "① 已选址;", "② 已完成。"], "notes"),
        (["已完工:", "① 已选址;", "已开工:", "① 已开放。"], "notes"),
        (["已完工。", "① 已选址;", "② 已开工;", "③ 已开放。"], "asks"),
        (["已完工,正在铺设路面和安装照明设施。", "已选址。", "已开工。", "已开放。"], "asks"),
    ],
    ids=["count on", "behind a colon", "begin on the line above", "behind a sentence"],
)
def test_entries_are_clear_where_they_count_on_in_the_cell_of_their_first(
    lines: list[str], expected: str
) -> None:
    a, b, c, d = lines
    page = CENTRED.replace("已完工\n                区林业局", f"{a}\n{' ' * 28}{b}")
    page = page.replace("已开工\n                区城管局", f"{c}\n{' ' * 28}{d}")
    assert severity(page) == expected
