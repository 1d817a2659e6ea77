"""Read PDF files: tables with rulings as they were before they were printed, and the text around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source
from shishi.readers.document import Cell, Document, Flow, Grid
from shishi.readers.parts import Parts, wrapped_text
from shishi.readers.pdf.drawn import DrawnPage, draw_page
from shishi.readers.pdf.joining import join_sheets, take_running
from shishi.readers.pdf.lines import Line, join_lines
from shishi.readers.pdf.sheet import Box, Sheet, Table, cut_page
from shishi.readers.refusals import refuse

MOST_PAGES = 1_000
_FEWEST = 5  # characters a page, below which its pictures are what it shows
_FEWEST_GAPS, _FEWEST_ROWS = 2, 3  # of a table without rulings
_APART = 1.2  # line heights between two lines of one paragraph, at most


def read_pdf(data: bytes, source: Source) -> Document:
    """Read a PDF file as it was before it was cut into pages.

    Each table with rulings becomes a Grid: cells are merged where a ruling is missing, lines that
    were only wrapped are joined, rows and tables that a page cut are made whole; `page` of a Place
    is the page a row begins on. Text outside of tables becomes Flows, a paragraph a line, a wide gap
    in a line a tab; a table that gaps alone part clearly is a Grid too, with a finding. Page numbers, repeated headers, running heads and feet stand in one Flow at the
    end. Raises UnreadableSource with the code damaged, encrypted, too-many-pages or scanned.
    """
    pages = _draw(data, source.name)
    if not any(page.glyphs for page in pages) or _is_scanned(pages):
        raise refuse(source.name, "scanned" if any(p.pictures for p in pages) else "no-words")
    sheets = [cut_page(page, number) for number, page in enumerate(pages, 1)]
    running = take_running(sheets)
    parts = Parts()
    gapped: list[str] = []
    for block in join_sheets(sheets):
        if isinstance(block, Table):
            name = _add_table(parts, block)
            gapped += [] if block.ruled else [name]
            running += block.heads
        else:
            parts.add_flow(["".join(lines) for lines in _paragraphs(block, sheets)])
    parts.add_flow(running)
    found = parts.finish()
    asked = [_finding_at("table-by-gaps", Severity.ASKS, name) for name in gapped]
    findings = (*_findings(pages), *asked, *_unruled(found, fewest=1 if gapped else _FEWEST_ROWS))
    return Document(source, found, _labels(data), findings)


def _draw(data: bytes, name: str) -> list[DrawnPage]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise refuse(name, "encrypted" if locked else "damaged") from None
    try:
        if len(document) > MOST_PAGES:
            raise refuse(name, "too-many-pages", count=len(document), limit=MOST_PAGES)
        drawn = []
        for number in range(len(document)):
            page = document[number]
            drawn.append(draw_page(page))
            page.close()
        return drawn
    except pypdfium2.PdfiumError:
        raise refuse(name, "damaged") from None
    finally:
        document.close()


def _is_scanned(pages: Sequence[DrawnPage]) -> bool:
    """Tell pages that are pictures: hardly a character on any of them."""
    return any(p.pictures for p in pages) and all(len(p.glyphs) < _FEWEST for p in pages)


def _add_table(parts: Parts, table: Table) -> str:
    slot, name = parts.begin_grid()
    boxes = sorted(table.boxes, key=lambda b: (b.row, b.column))
    cells = tuple(_cell(box, table, name) for box in boxes)
    parts.end_grid(slot, Grid(name, table.height, len(table.xs) - 1, cells))
    return name


def _cell(box: Box, table: Table, name: str) -> Cell:
    row, column = box.row + 1, box.column + 1
    place = Place(part=name, row=row, column=column, page=table.pages[box.row])
    text = wrapped_text(join_lines(box.lines, box.right - box.left), place)
    header = box.row < table.header
    return Cell(text, row, column, rows=box.rows, columns=box.columns, header=header)


def _paragraphs(lines: Sequence[tuple[int, Line]], sheets: Sequence[Sheet]) -> Iterator[list[str]]:
    """Give paragraphs, each as its lines: join the lines of each page that belong together; those with gaps stand for themselves."""
    for page, group in groupby(lines, key=lambda one: one[0]):
        own = [line for _, line in group]
        left = min(line.left for line in own)
        right = max(sheets[page - 1].width - left, *(line.right for line in own))
        block: list[Line] = []
        for line in own:
            if block and (
                line.top - block[-1].bottom > _APART * line.size
                or "\t" in line.text
                or "\t" in block[-1].text
            ):
                yield from join_lines(block, right - left)
                block = []
            block.append(line)
        yield from join_lines(block, right - left)


def _labels(data: bytes) -> tuple[tuple[str, str], ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        found = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    names = ("Title", "Subject", "Author", "Keywords", "CreationDate")
    return tuple((name.lower(), " ".join(found[name].split())) for name in names if name in found)


def _findings(pages: Sequence[DrawnPage]) -> Iterator[Finding]:
    unknown = sum(page.unknown for page in pages)
    if unknown:
        yield _finding("glyphs-unknown", Severity.ASKS, count=unknown)
    pictures = sum(page.pictures for page in pages)
    if pictures:
        yield _finding("pictures-not-read", Severity.NOTES, count=pictures)
    scanned = [n for n, p in enumerate(pages, 1) if p.pictures and len(p.glyphs) < _FEWEST]
    if scanned:
        yield _finding("pages-scanned", Severity.ASKS, pages=scanned)
    unseen = [n for n, p in enumerate(pages, 1) if p.unseen]
    if unseen:
        yield _finding("pages-recognised", Severity.BLOCKS, pages=unseen)


def _unruled(parts: Sequence[Grid | Flow], *, fewest: int) -> Iterator[Finding]:
    """Warn of tables whose columns are parted by gaps alone: where a cell ends is not known.

    Beside a table that was read by its gaps a single line may be a row of it that was not.
    """
    for part in parts:
        if isinstance(part, Flow):
            rows = sum(p.text.value.count("\t") >= _FEWEST_GAPS for p in part.paragraphs)
            if rows >= fewest:
                place = Place(part=part.name)
                facts = {"rows": rows}
                yield Finding("table-without-rulings", About.READING, Severity.BLOCKS, place, facts)


def _finding_at(code: str, severity: Severity, part: str) -> Finding:
    return Finding(code, About.READING, severity, Place(part=part), {})


def _finding(code: str, severity: Severity, **facts: object) -> Finding:
    return Finding(code, About.READING, severity, Place(), facts)
