"""Headings on lines of their own over glued rows without codes."""

import pytest

from shishi.records import Field
from tests.layouts.invented import TITLE, column, page_of

HEADER = "主要内容责任单位进展情况"
ROWS = (
    "修复步道4公里区住建局路基已完工。",
    "增设路灯90盏区城管局已安装60盏。",
    "改造水厂2座区水务局正在招标。",
)


def under(*bands, rows=ROWS, header=HEADER):
    parted = [line for pair in zip(bands, rows, strict=False) for line in pair if line]
    return page_of("\n".join((TITLE, header, *parted, *rows[len(bands) :])))


@pytest.mark.parametrize(
    ("bands", "themes"),
    [
        (
            ("一、便民出行", "", "二、河湖治理"),
            ["一、便民出行", "一、便民出行", "二、河湖治理"],
        ),
        (
            ("(一)便民出行", "(二)平安夜归", "(三)河湖治理"),
            ["(一)便民出行", "(二)平安夜归", "(三)河湖治理"],
        ),
        (("一、便民出行(3项)",), ["一、便民出行(3项)"] * 3),
        (
            ("一、城乡提质\n(一)便民出行", "(二)平安夜归", "二、乡村提质\n(一)河湖治理"),
            ["(一)便民出行", "(二)平安夜归", "(一)河湖治理"],
        ),
    ],
)
def test_numbered_headings_over_rows_without_codes_are_their_themes(bands, themes):
    page = under(*bands)
    assert column(page, "theme") == themes
    assert [r.texts[Field.ITEM].value for r in page.records] == [
        "修复步道4公里",
        "增设路灯90盏",
        "改造水厂2座",
    ]


@pytest.mark.parametrize(
    "bands",
    [
        ("", "一、便民出行", "二、河湖治理"),
        ("一、便民出行", "", "三、河湖治理"),
        ("二、便民出行", "", "三、河湖治理"),
    ],
)
def test_numbered_lines_that_do_not_count_from_the_first_row_on_are_no_themes(bands):
    assert not any("、" in (theme or "") for theme in column(under(*bands), "theme"))


def test_numbered_line_below_the_last_row_is_no_heading_of_the_table():
    page = page_of("\n".join((TITLE, HEADER, "一、便民出行", *ROWS, "二、河湖治理")))
    assert not any("河湖" in (theme or "") for theme in column(page, "theme"))
