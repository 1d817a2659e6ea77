"""The XML of a Word document that python-docx has no words for: table rows, fonts, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.styles.style import ParagraphStyle

from shishi.writers.formats.fonts import load_faces
from shishi.writers.office.layout import Align
from shishi.writers.office.table import PrintedCell, PrintedTable

_TWIPS_PER_MM = 1440 / 25.4
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LATIN = "Times New Roman"


def xml_text(text: str) -> str:
    """Replace the control characters that XML cannot hold, each by U+FFFD.

    >>> xml_text("甲\\x0b乙")
    '甲\ufffd乙'
    """
    return _NO_XML.sub("\ufffd", text)


def table_xml(table: PrintedTable) -> str:
    """Give the table as one piece of WordprocessingML; cell by cell through python-docx takes minutes."""
    total = sum(table.widths)
    room = table.layout.paper.width * _TWIPS_PER_MM
    widths = [int(room * width / total) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/>'
        '<w:left w:w="45" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>'
        '<w:right w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_rows(table, widths))}</w:tbl>"
    )


def _rows(table: PrintedTable, widths: list[int]) -> Iterator[str]:
    hanging: dict[int, PrintedCell] = {}  # column → the cell from above that reaches into this row
    for number, row in enumerate(table.rows(), 1):
        begins = {cell.column: cell for cell in row}
        cells, column = [], 1
        while column <= table.width:
            cell = begins.get(column) or hanging[column]
            cells.append(_cell(cell, widths, begins=column in begins))
            if column in begins:
                hanging[column] = cell
            column += cell.columns
        head = "<w:tblHeader/>" if number <= table.header_rows else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: PrintedCell, widths: list[int], *, begins: bool) -> str:
    width = sum(widths[cell.column - 1 : cell.column - 1 + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    style = "TableHeader" if cell.header else "TableText"
    lines = cell.text.split("\n") if begins else [""]
    paragraphs = "".join(_paragraph(line, style, cell) for line in lines)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge if cell.rows > 1 else ""}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>'
    )


def _paragraph(line: str, style: str, cell: PrintedCell) -> str:
    align = f'<w:jc w:val="{cell.align}"/>' if cell.align is not Align.LEFT else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(xml_text(line))}</w:t></w:r>' if line else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{align}</w:pPr>{run}</w:p>'


def set_east_asian(style: ParagraphStyle, family: str) -> None:
    """Set the typeface of a style: `family` for Chinese, Times New Roman for Latin and digits."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), family)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), _LATIN)


def declare_fonts(document: Document) -> None:
    """Write into the document which typeface to show where one it asks for is not installed."""
    entries = "".join(
        f'<w:font w:name="{face.word}"><w:altName w:val="{face.stand_in}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for face in load_faces().values()
    )
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            fonts = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>"
            part._blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + fonts.encode()


def number_pages(document: Document) -> None:
    """Number the pages as GB/T 9704 does: — 1 — in 四号, at the right on odd pages, left on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        properties = paragraph._p.get_or_add_pPr()
        spaced = OxmlElement("w:ind")
        spaced.set(qn(f"w:{side}"), "280")  # one character of 四号 from the edge
        properties.append(spaced)
        properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
        look = '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
        field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>'
        dash = f'<w:r {nsdecls("w")}>{look}<w:t xml:space="preserve">{{}}</w:t></w:r>'
        for xml in (dash.format("— "), field, dash.format(" —")):
            paragraph._p.append(parse_xml(xml))
