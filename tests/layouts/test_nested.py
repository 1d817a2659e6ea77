"""Cells that a record cannot hold: a table in a cell, and a row longer than its header."""

import pytest

from shishi.layouts import extract
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import codes, column, html, page_of
from tests.layouts.test_calls import FLAT, count_calls
from tests.readers.word.written import cell, docx, paragraph, row, table

HEADER = "序号|项目名称|牵头单位|进展情况"
ROWS = (
    "1|新建学校3所|区教育局|已开工2所",
    "2|新增床位30张|区卫健局|已完成20张",
    "3|新建公厕3座|区住建局|已完成",
)
INNER = "<table><tr><td>县医院</td><td>20张</td></tr><tr><td>中医院</td><td>10张</td></tr></table>"
BLANK = "<table><tr><td></td><td> </td></tr><tr><td></td><td></td></tr></table>"
CSV = "\n".join(line.replace("|", ",") for line in (HEADER, *ROWS))


def test_extract_table_in_a_cell_of_a_project_is_named_at_its_row():
    page = page_of(html(HEADER, *ROWS).replace("已完成20张", INNER), "a.html")

    (found,) = (f for f in page.findings if f.code == "table-in-cell")
    assert found.facts == {"printed": "县医院 20张 中医院 10张", "order": 2}
    assert found.place == page.records[1].place


def test_extract_table_in_a_cell_of_a_word_table_is_named_at_its_row():
    inner = table(row("县医院", "20张"), row("中医院", "10张"))
    last = cell(inner + paragraph())
    body = table(
        *(row(*line.split("|")) for line in (HEADER, ROWS[0])), row(*ROWS[1].split("|")[:3], last)
    )
    page = extract(read(docx(body), "a.docx"), rulebook=load_rulebook("default"))

    assert [f.facts["order"] for f in page.findings if f.code == "table-in-cell"] == [2]


def test_extract_table_in_a_cell_behind_a_page_break_is_named_at_its_row():
    rest = html(*ROWS[1:]).partition("</h1>")[2].replace("已完成20张", INNER)
    page = page_of(html(HEADER, ROWS[0]) + rest, "a.html")

    assert len(page.records) == 3
    (found,) = (f for f in page.findings if f.code == "table-in-cell")
    assert found.facts == {"printed": "县医院 20张 中医院 10张", "order": 2}


def test_extract_tables_in_cells_of_many_rows_cost_each_about_the_same():
    def calls(count):
        rows = [
            f"{n}|新建学校{n}所|区教育局|{'小表' if n % 2 else '已完成'}"
            for n in range(1, count + 1)
        ]
        document = read(html(HEADER, *rows).replace("小表", INNER).encode(), "a.html")
        return count_calls(lambda: extract(document, rulebook=load_rulebook("default")))

    calls(5)
    short, long, longest = map(calls, (20, 100, 180))
    assert longest - long < FLAT * (long - short)


@pytest.mark.parametrize(
    "source",
    [
        f"<table><tr><td>导航 首页</td><td>{html(HEADER, *ROWS)}</td></tr></table>",
        html(HEADER, *ROWS).replace("已完成20张", "<table><tr><td>已完成20张</td></tr></table>"),
        html(HEADER, *ROWS) + INNER,
        html(HEADER, *ROWS).replace("已完成20张", f"已完成20张{BLANK}"),
    ],
    ids=[
        "the project table itself",
        "a table of one cell",
        "a table behind the other",
        "a blank table",
    ],
)
def test_extract_tables_that_only_arrange_or_stand_apart_are_not_named(source):
    page = page_of(source, "a.html")

    assert "table-in-cell" not in codes(page)
    assert len(page.records) == 3


def test_extract_row_with_more_cells_than_the_header_is_asked_about():
    page = page_of(CSV.replace("已完成20张", "已完成20张,其中县医院10张"), "a.csv")

    (found,) = (f for f in page.findings if f.code == "cells-beyond-header")
    assert found.facts == {"order": 2, "printed": "其中县医院10张"}
    assert column(page, "progress")[1] == "已完成20张"


@pytest.mark.parametrize(
    "source",
    [
        CSV,
        "\n".join(
            f"{line},{word}"
            for line, word in zip(CSV.split("\n"), ["", "甲", "乙", "丙"], strict=True)
        ),
    ],
    ids=["as long as the header", "a column without a word"],
)
def test_extract_rows_as_long_as_their_table_are_not_asked_about(source):
    assert "cells-beyond-header" not in codes(page_of(source, "a.csv"))


LARGE = INNER.replace("</table>", "<tr><td>柳湖医院</td><td>8张</td></tr></table>")


@pytest.mark.parametrize("number", [2, 30])
def test_extract_larger_table_in_a_cell_of_each_row_leaves_the_rows_and_is_named(number):
    rows = [f"{n}|新增床位{n}张|区卫健局|各医院" for n in range(1, number + 1)]
    page = page_of(html(HEADER, *rows).replace("各医院", LARGE), "a.html")

    assert [record.order for record in page.records] == [*range(1, number + 1)]
    assert codes(page).count("table-in-cell") == number


@pytest.mark.parametrize("beside", ["", "<td>首页</td>", "<td>首页</td><td>政务公开</td>"])
def test_extract_table_of_projects_in_a_frame_of_the_page_is_read(beside):
    projects = html(HEADER, *ROWS)
    frame = f"<table><tr>{beside}<td>{LARGE}</td></tr><tr>{beside}<td>{projects}</td></tr></table>"
    page = page_of(frame, "a.html")

    assert column(page, "item") == ["新建学校3所", "新增床位30张", "新建公厕3座"]
    assert "table-in-cell" not in codes(page)
