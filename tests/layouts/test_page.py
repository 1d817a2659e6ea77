from dataclasses import replace
from time import perf_counter

import pytest

from shishi.findings import Severity
from shishi.layouts import extract, recognize
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import TITLE, codes, column, lines, page_of, paragraphs

HEADER = "序号 类别 项目名称 牵头单位 进展情况"
ROWS = "1 便民出行 新建公厕3座。 区住建局 已完成1座。 2 改造泵房9座。 区水务局 已完成4座。"


def layouts_of(text):
    return recognize(read(text.encode(), "a.txt"), rulebook=load_rulebook("default"))


def test_tables_are_named_in_reading_order():
    more = ROWS.replace("公厕", "泊位")
    found = layouts_of(paragraphs(f"{HEADER} {ROWS} {HEADER} {more}"))
    assert [layout.name for layout in found] == ["table 1", "table 2"]


def test_score_is_the_share_of_known_columns():
    [known] = layouts_of(paragraphs(f"{HEADER} {ROWS}"))
    [strange] = layouts_of(
        paragraphs("序号 项目名称 工程地点 牵头单位 进展情况 1 新建公厕 云溪 区住建局 已开工")
    )
    assert (known.score, strange.score) == (100, 80)


@pytest.mark.parametrize("text", ["", "今天天气很好。", "序号 姓名 电话 1 陆远帆 无"])
def test_text_without_a_table_gives_no_records_and_says_so(text):
    page = page_of(paragraphs(text) or "无")
    assert page.records == ()
    assert [(f.code, f.severity) for f in page.findings] == [("no-project-table", Severity.BLOCKS)]


def test_page_break_with_its_header_goes_on_with_the_theme():
    again = (
        "3 新增床位30张。 区卫健局 已完成20张。 4 养老托育 新增社区食堂5家。 区民政局 已完成2家。"
    )
    page = page_of(paragraphs(f"{HEADER} {ROWS} {HEADER} {again}"))
    assert column(page, "theme") == ["便民出行", "便民出行", "便民出行", "养老托育"]
    assert {r.section for r in page.records} == {1}


def test_new_section_after_a_heading_takes_no_theme_from_the_one_before():
    page = page_of(
        paragraphs(
            f"{HEADER} {ROWS} 二、城乡建设方面 {HEADER} 1 改造泵房9座。 区水务局 已完成4座。"
        )
    )
    assert column(page, "theme") == ["便民出行", "便民出行", None]
    assert [r.section for r in page.records] == [1, 1, 2]


def test_theme_in_two_paragraphs_is_one_theme():
    header = "序号 类别 进展情况 项目名称 牵头单位"
    rows = (
        "1 便民出行 四通八达 已完成1座。 新建人行天桥3座。 区住建局 2 已完成4处。 新增公共停车场9处。 区住建局 "
        "3 养老托育 就近可享 已开业5家。 新增社区食堂9家。 区民政局 4 已增20个。 新增普惠托位80个。 区卫健局"
    )
    themes = column(page_of(paragraphs(f"{header} {rows}")), "theme")
    assert themes == ["便民出行四通八达"] * 2 + ["养老托育就近可享"] * 2


def test_district_that_calls_the_supporters_responsible_is_understood():
    book = load_rulebook("default")
    text = lines(
        "序号 | 项目名称 | 责任单位 | 进展情况",
        "1 | 新建公厕 | 区住建局 | 已开工",
        "2 | 新建公园 | 石埠镇 | 已开工",
    )
    document = read(text.encode(), "a.txt")
    assert column(extract(document, rulebook=book), "lead_units") == [["区住建局"], ["石埠镇"]]
    other = replace(book, responsible_alone="support")
    assert column(extract(document, rulebook=other), "support_units") == [["区住建局"], ["石埠镇"]]
    assert column(extract(document, rulebook=other), "lead_units") == [[], []]


def test_title_and_periods_are_those_of_the_page():
    page = page_of(
        lines(
            HEADER.replace(" ", " | "),
            "1 | 便民 | 新建公厕 | 区住建局 | 已开工",
            "2 | 便民 | 新建公园 | 石埠镇 | 已开工",
        )
    )
    assert page.notice.title == TITLE
    assert str(page.report) == "2031-09"


def test_year_that_had_to_be_inferred_is_asked_about():
    page = page_of(
        paragraphs(
            "类别 项目名称 牵头单位 一季度完成情况 便民 新建公厕3座。 区住建局 2031年3月开工。"
        )
    )
    assert "period-year-inferred" in codes(page)


def seconds_for(rows):
    words = [
        f"{n} 便民出行 新建公厕{n % 90 + 2}座。 区住建局 已完成{n % 70 + 1}座。"
        for n in range(1, rows + 1)
    ]
    text = paragraphs(f"{HEADER} {' '.join(words)}")
    start = perf_counter()
    assert len(page_of(text).records) == rows
    return perf_counter() - start


@pytest.mark.long
def test_page_of_thousands_of_rows_takes_no_more_a_row_than_a_short_one():
    seconds_for(100)
    assert seconds_for(6000) < 3 * 10 * seconds_for(600)
