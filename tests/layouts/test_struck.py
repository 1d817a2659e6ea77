"""Text that is struck out in its source: kept as printed, and asked about at its field."""

import pytest

from shishi.findings import Severity, message
from shishi.layouts import extract
from shishi.readers import read
from shishi.rulebook import load_rulebook
from tests.layouts.invented import column, doubted, html, page_of
from tests.readers.sheets.written import written
from tests.readers.word.written import cell, docx, paragraph, row, table

HEADER = "序号|项目名称|牵头单位|进展情况"
ROWS = ("1|新建学校3所|区教育局|已开工2所", "2|新增床位30张|区卫健局|已完成20张")
PAGE = html(HEADER, *ROWS)


@pytest.mark.parametrize(
    "printed",
    [
        "<s>已开工2所</s>",
        "<del>已开工2所</del>",
        "<STRIKE>已开工</STRIKE>2所",
        '<span style="color:red; text-decoration: line-through">已开工2所</span>',
    ],
)
def test_extract_text_struck_out_on_a_web_page_is_asked_about_at_its_field(printed):
    page = page_of(PAGE.replace("已开工2所", printed), "a.html")

    assert column(page, "progress") == ["已开工2所", "已完成20张"]
    assert doubted(page) == {(1, "progress")}
    (found,) = (f for f in page.findings if f.code == "struck-field")
    assert "删除线" in message(found)
    assert "struck out" in message(found, "en")


@pytest.mark.parametrize(
    "printed", ["<ins>已开工2所</ins>", "<strong>已开工2所</strong>", "已开工2所"]
)
def test_extract_text_that_is_not_struck_out_on_a_web_page_is_not_asked_about(printed):
    assert doubted(page_of(PAGE.replace("已开工2所", printed), "a.html")) == set()


def test_extract_text_struck_out_outside_of_the_records_is_asked_about_for_the_page():
    page = page_of(f"{PAGE}<p><s>原定9月底前完成</s></p>", "a.html")

    assert [f.facts["texts"] for f in page.findings if f.code == "struck-text"] == [
        ["原定9月底前完成"]
    ]


MANY = [f"{n}|新建学校{n}所|区教育局|已开工{n}所" for n in range(1, 8)]


def struck_page(*changes, rows=MANY):
    """Read a table after changes to its source; each is (printed, struck), made once."""
    source = html(HEADER, *rows)
    for printed, struck in changes:
        assert printed in source
        source = source.replace(printed, struck, 1)
    return page_of(source, "a.html")


def test_extract_text_struck_out_in_one_row_is_not_asked_about_in_rows_that_print_it_too():
    page = struck_page(("区教育局", "<s>区教育局</s>"))
    assert doubted(page) == {(1, "lead_units")}


def test_extract_text_struck_out_in_a_row_of_which_a_merged_cell_holds_for_the_next_is_asked_about_in_both():
    page = struck_page(
        ("<td>区教育局</td><td>已开工2所", "<td rowspan=2><s>区教育局</s></td><td>已开工2所"),
        ("<td>区教育局</td><td>已开工3所", "<td>已开工3所"),
    )
    assert doubted(page) == {(2, "lead_units"), (3, "lead_units")}


def test_extract_single_character_struck_out_in_a_cell_is_asked_about_at_that_cell_alone():
    page = struck_page(("新建学校3所", "新建学校<s>3</s>所"), ("已开工5所", "<s>已开工5所</s>"))
    assert doubted(page) == {(3, "item"), (5, "progress")}


def test_extract_text_struck_out_below_the_table_is_asked_about_beside_one_in_a_row():
    source = html(HEADER, *ROWS).replace("已开工2所", "<s>已开工2所</s>")
    page = page_of(f"{source}<p><s>原定9月底前完成</s></p>", "a.html")
    assert doubted(page) == {(1, "progress")}
    (left,) = (f for f in page.findings if f.code == "struck-text")
    assert left.facts == {"count": 1, "texts": ["原定9月底前完成"]}


def test_extract_every_one_of_sixty_cells_struck_out_is_asked_about():
    rows = [f"{n}|新建学校{n}所|区教育局|已开工{n}所" for n in range(1, 61)]
    page = struck_page(*((f"已开工{n}所", f"<s>已开工{n}所</s>") for n in range(1, 61)), rows=rows)
    assert doubted(page) == {(n, "progress") for n in range(1, 61)}
    assert not [f for f in page.findings if f.code == "struck-text"]


def test_extract_more_texts_struck_out_around_the_table_than_are_shown_are_all_counted():
    page = page_of(f"{PAGE}{'<p><s>原定9月底前完成</s></p>' * 60}", "a.html")
    (left,) = (f for f in page.findings if f.code == "struck-text")
    assert left.facts["count"] == 60
    assert len(left.facts["texts"]) == 50


def test_extract_row_struck_out_as_a_whole_is_asked_about_in_all_its_cells():
    page = struck_page(("<tr><td>2<", '<tr style="text-decoration:line-through"><td>2<'))
    assert doubted(page) == {(2, n) for n in ("code", "item", "lead_units", "progress")}


def word(properties):
    struck = cell(paragraph("已开工2所", run=f"<w:rPr>{properties}</w:rPr>"))
    rows = [HEADER.split("|"), ROWS[1].split("|")]
    body = table(
        *(row(*map(cell, cells)) for cells in rows), row(*map(cell, ROWS[0].split("|")[:3]), struck)
    )
    return extract(read(docx(body), "a.docx"), rulebook=load_rulebook("default"))


@pytest.mark.parametrize(
    "properties", ["<w:strike/>", '<w:dstrike w:val="true"/>', "<w:b/><w:strike/>"]
)
def test_extract_text_struck_out_in_word_is_asked_about_at_its_field(properties):
    assert doubted(word(properties)) == {(2, "progress")}


def test_extract_text_struck_out_in_word_is_not_asked_about_in_rows_that_print_it_too():
    struck = cell(paragraph("区教育局", run="<w:rPr><w:strike/></w:rPr>"))
    body = [
        row(
            *map(cell, line.split("|")[:2]),
            struck if line is MANY[3] else cell("区教育局"),
            cell("已开工"),
        )
        for line in MANY
    ]
    page = extract(
        read(docx(table(row(*map(cell, HEADER.split("|"))), *body)), "a.docx"),
        rulebook=load_rulebook("default"),
    )
    assert doubted(page) == {(4, "lead_units")}


@pytest.mark.parametrize("properties", ['<w:strike w:val="0"/>', "<w:b/>"])
def test_extract_text_that_is_not_struck_out_in_word_is_not_asked_about(properties):
    assert doubted(word(properties)) == set()


@pytest.mark.parametrize(("struck", "asked"), [(True, {(1, "progress")}), (False, set())])
def test_extract_cell_struck_out_in_a_sheet_is_asked_about_at_its_field(struck, asked):
    def write(book, sheet):
        look = book.add_format({"font_strikeout": struck, "bold": True})
        for at, cells in enumerate((HEADER, *ROWS)):
            sheet.write_row(at, 0, cells.split("|"))
        sheet.write_string(1, 3, "已开工2所", look)

    document = read(written(write), "a.xlsx")
    assert [f.severity for f in document.findings] == [Severity.ASKS] * struck
    assert doubted(extract(document, rulebook=load_rulebook("default"))) == asked
