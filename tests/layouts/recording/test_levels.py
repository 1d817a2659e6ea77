"""The levels in brackets behind a name: those of the item that stands beside it or below it."""

import pytest

from shishi.records import Field
from tests.layouts.invented import TITLE, column, html, page_of

NAMED = "序号|类别|项目名称|建设内容|年度目标任务|牵头单位"
ROWS = (
    "1|出行|村路改造（区级）|硬化村路9公里|完成路面2公里|区交通局",
    "2|宜居|公园建设|新建公园3座|开工建设1座|区住建局",
    "3|教育|校舍改造【市级、区级】|加固校舍4栋|完成加固1栋|区教育局",
)
MORE = tuple(f"{n}|宜居|种树工程{n}期|种树{n}亩|完成种树1亩|区园林局" for n in range(4, 12))


@pytest.mark.parametrize("more", [(), MORE], ids=["row by row", "column by column"])
def test_levels_behind_the_name_are_those_of_what_is_built(more):
    page = page_of(html(NAMED, *ROWS, *more), "a.html")

    assert column(page, "item")[:3] == ["硬化村路9公里", "新建公园3座", "加固校舍4栋"]
    assert column(page, "levels")[:3] == [["区级"], [], ["市级", "区级"]]
    assert page.records[0].texts[Field.LEVELS].place.column == 3


def test_levels_behind_a_name_that_is_the_theme_are_those_of_the_item_and_the_name_stays():
    page = page_of(
        html(
            "序号|工程名称|主要内容|牵头单位|进展情况",
            "1|村路改造（区级）|硬化村路9公里|区交通局|已完工2公里",
            "2|公园建设（市级）|新建公园3座|区住建局|已开工1座",
        ),
        "a.html",
    )

    assert column(page, "levels") == [["区级"], ["市级"]]
    assert column(page, "theme") == ["村路改造（区级）", "公园建设（市级）"]


def test_levels_behind_a_name_over_two_rows_are_those_of_both():
    page = page_of(
        f"<h1>{TITLE}</h1><table>"
        "<tr><td>序号</td><td>工程名称</td><td>主要内容</td><td>牵头单位</td><td>进展情况</td></tr>"
        "<tr><td>1</td><td rowspan=2>村路改造（区级）</td><td>硬化村路9公里</td><td>区交通局</td><td>已开工</td></tr>"
        "<tr><td>2</td><td>改造桥梁2座</td><td>区交通局</td><td>已开工</td></tr>"
        "<tr><td>3</td><td>公园建设</td><td>新建公园3座</td><td>区住建局</td><td>已开工</td></tr>"
        "</table>",
        "a.html",
    )

    assert column(page, "levels") == [["区级"], ["区级"], []]


def test_level_that_a_line_breaks_is_one():
    page = page_of(
        html(
            "序号|项目名称|牵头单位|进展情况",
            "1|硬化村路9公里（市↵级、区级）|区交通局|已完工2公里",
            "2|新建公园3座（区级）|区住建局|已开工1座",
        ).replace("↵", "<br>"),
        "a.html",
    )

    assert column(page, "levels") == [["市级", "区级"], ["区级"]]


def test_level_behind_the_item_goes_before_that_of_the_name():
    page = page_of(
        html(
            NAMED,
            "1|出行|村路改造（区级）|硬化村路9公里（市级）|完成路面2公里|区交通局",
            "2|宜居|公园建设（区级）|新建公园3座|开工建设1座|区住建局",
        ),
        "a.html",
    )

    assert column(page, "levels") == [["市级"], ["区级"]]


@pytest.mark.parametrize(
    ("word", "cell"),
    [
        ("资金来源", "财政补助（市级）"),
        ("项目名称", "村路改造（二期）"),
        ("项目名称", "创建国家卫生城市（区级验收）"),
        ("项目名称", "（区级）"),
    ],
)
def test_other_brackets_say_no_level_of_the_item(word, cell):
    page = page_of(
        html(
            f"序号|类别|{word}|建设内容|牵头单位|进展情况",
            f"1|出行|{cell}|硬化村路9公里|区交通局|已完工2公里",
            "2|宜居|公园建设|新建公园3座|区住建局|已开工1座",
        ),
        "a.html",
    )

    assert column(page, "levels") == [[], []]


@pytest.mark.parametrize("word", ["类别", "主题", "领域"])
def test_levels_behind_a_theme_are_none_of_its_projects(word):
    page = page_of(
        html(
            f"序号|{word}|项目名称|牵头单位|进展情况",
            "1|创优评先（省级、市级）|新建公园3座|区住建局|已开工1座",
            "2|安居（市级）|硬化村路9公里|区交通局|已完工2公里",
            "3|安居（市级）|加固校舍4栋（区级）|区教育局|已完工2栋",
        ),
        "a.html",
    )

    assert column(page, "levels") == [[], [], ["区级"]]
    assert column(page, "theme") == ["创优评先（省级、市级）", "安居（市级）", "安居（市级）"]


def test_column_of_levels_goes_before_what_the_name_says():
    page = page_of(
        html(
            "序号|类别|项目名称|建设内容|层级|牵头单位",
            "1|出行|村路改造（区级）|硬化村路9公里|市级|区交通局",
            "2|宜居|公园建设|新建公园3座|区级|区住建局",
        ),
        "a.html",
    )

    assert column(page, "levels") == [["市级"], ["区级"]]
