"""docx: the measures of GB/T 9704 around a table of raw XML rows, with its merges and repeated header."""

from __future__ import annotations

import io
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from shishi.writers.formats.fonts import load_faces
from shishi.writers.formats.wordxml import (
    declare_fonts,
    number_pages,
    set_east_asian,
    table_xml,
    xml_text,
)
from shishi.writers.office.layout import Align, OfficeLayout
from shishi.writers.office.table import PrintedTable

_LINE_PITCH = 29.5  # points: 22 lines on a page of GB/T 9704
_MADE = datetime(2000, 1, 1)
_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def write_docx(table: PrintedTable) -> bytes:
    """Write a Word document: title in 二号小标宋, the lines around the table, the table, page numbers.

    Header rows repeat on every page and no row is torn apart. The typefaces are named, not embedded;
    the document itself says what to show on a machine without them.
    """
    document = docx.Document()
    _set_properties(document, table)
    _set_paper(document, table.layout)
    _set_styles(document, table.layout)
    _write_line(document, "  ".join(table.above), "Notice")
    _write_line(document, table.title, "Heading")
    _write_line(document, "  ".join(table.under), "Notice", align=Align.CENTER)
    for line in table.measure:
        _write_line(document, line, "Notice", align=Align.RIGHT)
    document.element.body.insert(-1, parse_xml(table_xml(table)))
    for line in table.rules:
        _write_line(document, line, "Notice")
    _write_line(document, "  ".join(table.below), "Notice")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_properties(document: Document, table: PrintedTable) -> None:
    """Name the title and nothing else: no author, no time, the same bytes for the same table."""
    properties = document.core_properties
    properties.title = xml_text(table.title)[:255]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = _MADE
    properties.language = "zh-CN"


def _set_paper(document: Document, layout: OfficeLayout) -> None:
    section, paper = document.sections[0], layout.paper
    section.page_width, section.page_height = (Mm(side) for side in paper.size)
    if paper.landscape:
        section.orientation = WD_ORIENTATION.LANDSCAPE
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)
    section.footer_distance = Mm(paper.bottom - 7)  # 版心下边缘之下7 mm
    number_pages(document)


def _set_styles(document: Document, layout: OfficeLayout) -> None:
    sizes = layout.sizes
    _style(document, "Normal", role="body", size=32)
    _style(document, "Heading", role="title", size=sizes.title, align=Align.CENTER)
    _style(document, "Notice", role="body", size=sizes.note)
    _style(document, "Table Text", role="body", size=sizes.body)
    _style(document, "Table Header", role="header", size=sizes.header, align=Align.CENTER)
    declare_fonts(document)


def _style(
    document: Document, name: str, *, role: str, size: int, align: Align = Align.LEFT
) -> None:
    """Make a paragraph style; type of 16 points and more stands on the line pitch of the standard."""
    styles = document.styles
    style = styles[name] if name == "Normal" else styles.add_style(name, 1)
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(size / 2)
    set_east_asian(style, load_faces()[role].word)
    layout = style.paragraph_format
    layout.alignment = _ALIGN[align]
    layout.space_before = Pt(3 if name == "Notice" else 0)
    layout.space_after = Pt({"Heading": 6, "Notice": 3}.get(name, 0))
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(_LINE_PITCH if size >= 32 else round(size * 0.66 * 2) / 2)


def _write_line(document: Document, text: str, style: str, *, align: Align | None = None) -> None:
    if not text:
        return
    paragraph = document.add_paragraph(xml_text(text), style=style)
    if align:
        paragraph.alignment = _ALIGN[align]
