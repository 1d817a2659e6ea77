"""Print drawn tables as Word documents, in the forms that offices and programs leave them in."""

from __future__ import annotations

import io
from itertools import pairwise

from docx import Document

from tests.layouts.drawn import Draw, Drawn
from tests.layouts.invented import TITLE
from tests.readers.word.written import cell, docx, paragraph, row, table

_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_LISTS = ("lead_units", "support_units")


def written(drawn: Drawn, draw: Draw) -> bytes:
    """Write a document by hand: runs, merges, controls, tracked changes, numbers, page breaks."""
    forms = {
        name: draw.random() < 0.4
        for name in ("numbered", "controls", "split", "again", "tracked", "hand")
    }
    header = row(*(_words(word, draw) for word in drawn.words), properties="<w:tblHeader/>")
    rows = [_row(drawn, at, forms, draw) for at in range(len(drawn.rows))]
    grid = [900] * len(drawn.columns)
    cut = draw.choice([n for n, b in enumerate(drawn.begins) if b]) if forms["split"] else 0
    body = table(header, *rows, grid=grid)
    if cut:
        head = [header] if forms["again"] else []
        body = (
            table(header, *rows[:cut], grid=grid)
            + paragraph("")
            + table(*head, *rows[cut:], grid=grid)
        )
    return docx(paragraph(TITLE) + body + paragraph(""), numbering=_LIST)


def _row(drawn: Drawn, at: int, forms: dict[str, bool], draw: Draw) -> str:
    cells = []
    for column in drawn.columns:
        if column == "theme":
            merge = '<w:vMerge w:val="restart"/>' if drawn.begins[at] else "<w:vMerge/>"
            made = cell(_words(drawn.printed(at, column), draw), merge)
        elif column == "code" and forms["numbered"]:
            made = cell(paragraph("", _NUMBERED))
        elif column in _LISTS and forms["hand"] and len(drawn.rows[at][column]) > 1:
            made = cell("".join(paragraph(name) for name in drawn.rows[at][column]))
        else:
            made = cell(_words(drawn.printed(at, column), draw, tracked=forms["tracked"]))
        if forms["controls"] and draw.random() < 0.2:
            made = f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>"
        cells.append(made)
    return row(*cells)


def _words(text: str, draw: Draw, *, tracked: bool = False) -> str:
    """Write a text in several runs, one of them inserted and beside one that was deleted."""
    cuts = sorted({0, len(text), *(draw.randint(0, len(text)) for _ in range(draw.randint(0, 3)))})
    runs = [_run(text[a:b]) for a, b in pairwise(cuts)]
    if tracked and runs:
        at = draw.randrange(len(runs))
        runs[at] = f"<w:ins>{runs[at]}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    return f"<w:p>{''.join(runs)}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def by_library(drawn: Drawn, draw: Draw) -> bytes:
    """Write a document with python-docx."""
    document = Document()
    document.add_heading(TITLE, 1)
    made = document.add_table(rows=1, cols=len(drawn.columns))
    for spot, word in zip(made.rows[0].cells, drawn.words, strict=True):
        spot.text = word
    for at in range(len(drawn.rows)):
        for spot, column in zip(made.add_row().cells, drawn.columns, strict=True):
            spot.text = drawn.printed(at, column)
    if "theme" in drawn.columns:
        _merge(made, drawn, drawn.columns.index("theme"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _merge(made: object, drawn: Drawn, column: int) -> None:
    spots = made.columns[column].cells
    for at, begins in enumerate(drawn.begins):
        if begins:
            last = next(
                (n for n in range(at + 1, len(drawn.begins)) if drawn.begins[n]), len(drawn.begins)
            )
            theme = drawn.printed(at, "theme")
            spots[at + 1].merge(spots[last]).text = theme
