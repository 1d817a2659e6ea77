from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from shishi.writers.formats.word import write_docx
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
from tests.writers.sheets import PAGES, page_for


def table_of(name: str) -> PrintedTable:
    return lay_out(page_for(name), load_layout(name))


def document_of(table: PrintedTable) -> Document:
    return docx.Document(io.BytesIO(write_docx(table)))


@pytest.mark.parametrize("name", PAGES)
def test_every_slot_shows_the_text_of_the_cell_that_covers_it(name: str) -> None:
    table = table_of(name)
    grid = document_of(table).tables[0]
    expected = {
        (row, column): cell.text
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }

    assert {
        (r, c): cell.text
        for r, row in enumerate(grid.rows, 1)
        for c, cell in enumerate(row.cells, 1)
    } == expected


@pytest.mark.parametrize("name", PAGES)
def test_the_header_repeats_and_no_row_is_torn(name: str) -> None:
    table = table_of(name)
    rows = document_of(table).tables[0]._tbl.tr_lst
    heads = [row.trPr.find(qn("w:tblHeader")) is not None for row in rows]

    assert heads == [number < table.header_rows for number in range(table.height)]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_an_upright_page_has_the_measures_of_the_standard() -> None:
    section = document_of(table_of("beilun-tasks")).sections[0]

    sheet = [section.page_width, section.page_height]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]

    assert [round(side / Mm(1)) for side in sheet] == [210, 297]
    assert [round(side / Mm(1)) for side in margins] == [37, 35, 28, 26]


def test_a_turned_page_prints_on_the_same_area() -> None:
    section = document_of(table_of("beilun-month")).sections[0]
    printed = [
        section.page_width - section.left_margin - section.right_margin,
        section.page_height - section.top_margin - section.bottom_margin,
    ]

    assert [round(side / Mm(1)) for side in printed] == [225, 156]


def test_styles_have_the_typefaces_and_sizes_of_the_standard() -> None:
    styles = document_of(table_of("beilun-tasks")).styles
    asked = {
        name: (
            styles[name].element.rPr.rFonts.get(qn("w:eastAsia")),
            styles[name].font.size,
            styles[name].paragraph_format.line_spacing,
        )
        for name in ("Normal", "Heading")
    }

    assert asked == {
        "Normal": ("仿宋_GB2312", Pt(16), Pt(29.5)),
        "Heading": ("方正小标宋简体", Pt(22), Pt(29.5)),
    }


def test_the_document_says_what_to_show_where_a_typeface_is_missing() -> None:
    package = document_of(table_of("beilun-tasks")).part.package
    [fonts] = [
        p.blob.decode() for p in package.iter_parts() if p.partname.endswith("fontTable.xml")
    ]

    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in fonts


def test_pages_are_numbered_at_the_outer_edge() -> None:
    section = document_of(table_of("beilun-tasks")).sections[0]
    sides = [
        footer.paragraphs[0]._p.pPr.find(qn("w:jc")).get(qn("w:val"))
        for footer in (section.footer, section.even_page_footer)
    ]

    assert sides == ["right", "left"]


def test_a_document_names_its_title_and_nobody() -> None:
    properties = document_of(table_of("beilun-month")).core_properties

    assert properties.title == "2031年云溪区政府民生实事项目10月进度表"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲<乙>&丙", "甲<乙>&丙"),
        ("甲\x0b乙", "甲\ufffd乙"),
        ("  甲  乙 ", "  甲  乙 "),
        ("甲\n乙", "甲\n乙"),
    ],
)
def test_any_text_can_stand_in_a_cell(text: str, shown: str) -> None:
    table = table_of("beilun-month")
    *others, last = table.cells
    document = document_of(replace(table, cells=(*others, replace(last, text=text))))

    assert document.tables[0].rows[-1].cells[-1].text == shown
