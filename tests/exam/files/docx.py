"""docx: raw WordprocessingML with gridSpan, vMerge, tracked changes, content controls and nested tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from xml.sax.saxutils import escape

from tests.exam.damage import respell
from tests.exam.files.grid import Box, cut, find_starts, lay_out
from tests.exam.files.packing import pack
from tests.exam.flat.labelled import write_blocks
from tests.exam.flat.lines import lines_after, lines_before
from tests.exam.model import Page, Written
from tests.exam.shape import Allowed, Maker

_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DATE = 'w:author="办公室" w:date="2024-05-06T09:00:00Z"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@dataclass(frozen=True)
class _Habits:
    """How one office leaves its documents behind."""

    tracked: float  # how often a cell holds insertions and deletions
    controls: float  # how often a cell's content stands in a content control
    split: float  # how often a run is split
    breaks: bool  # lines of a cell parted by w:br, else by paragraphs
    nested: bool  # the table stands in a cell of another
    title_inside: bool
    notes_inside: bool


def write_docx(rng: Random, make: Maker) -> Written:
    """Write a Word document."""
    page, _ = make(rng, Allowed(no_codes=True, others=True, merged_lists=True, totals=True))
    wide = respell(rng, page) == "wide"
    habits = _Habits(
        rng.choice((0, 0, 0.1, 0.3)),
        rng.choice((0, 0, 0.1, 0.4)),
        rng.choice((0, 0.3)),
        rng.random() < 0.4,
        rng.random() < 0.12,
        rng.random() < 0.15,
        rng.random() < 0.2,
    )
    body = _Body(rng, page, habits, wide=wide).write()
    document = f"{_PROLOGUE}<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
    }
    data = pack({name: text.encode() for name, text in parts.items()})
    return Written("page.docx", data, page.truths)


class _Body:
    """Writes the body of one document."""

    def __init__(self, rng: Random, page: Page, habits: _Habits, *, wide: bool) -> None:
        self.rng, self.page, self.habits, self.wide = rng, page, habits, wide
        self.width = len(page.table.columns)
        self.changes = 0

    def write(self) -> str:
        page, habits = self.page, self.habits
        if "blocks" in page.habits:
            habits = replace(habits, title_inside=False, notes_inside=False)
        inside = {page.title, *page.before} if habits.title_inside else set()
        above = [
            self._paragraph(line) for line in lines_before(self.rng, page) if line not in inside
        ]
        under = [
            self._paragraph(line)
            for line in lines_after(self.rng, page)
            if not (habits.notes_inside and line in page.notes)
        ]
        grid = lay_out(page, title=habits.title_inside, notes=habits.notes_inside)
        is_table = "blocks" not in page.habits
        tables = self._tables(grid) if is_table else self._blocks()
        if habits.nested and is_table:
            tables = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{tables}<w:p/></w:tc></w:tr></w:tbl>'
        return (
            "".join(above)
            + self._contacts(page.contacts[0])
            + tables
            + self._contacts(page.contacts[1])
            + "".join(under)
            + '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
        )

    def _tables(self, grid: list[list[Box]]) -> str:
        """Write the grid as one table, or as one a page where the header stands again."""
        starts = find_starts(grid)
        if self.rng.random() < 0.6 and "apart" not in self.page.habits:
            starts = []
        parts = cut(grid, starts)
        return "".join(
            (self._paragraph(heading) if heading else "<w:p/>" * (n > 0)) + self._table(rows)
            for n, (heading, rows) in enumerate(parts)
        )

    def _blocks(self) -> str:
        blocks = "\n".join(write_blocks(self.rng, self.page, wide=self.wide))
        return "".join(self._paragraph(line) for line in blocks.split("\n"))

    def _contacts(self, contacts: list[list[str]]) -> str:
        if not contacts:
            return ""
        caption, *lines = contacts
        rows = (
            "".join(f"<w:tc><w:tcPr/>{self._paragraph(text)}</w:tc>" for text in line)
            for line in lines
        )
        table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        return f"{self._paragraph(caption[0])}<w:tbl><w:tblPr/>{table}</w:tbl>"

    def _table(self, rows: list[list[Box]]) -> str:
        columns = "".join(
            f'<w:gridCol w:w="{self.rng.randint(600, 3000)}"/>' for _ in range(self.width)
        )
        lines = []
        open_boxes: dict[int, tuple[int, int]] = {}  # column → rows still to cover, width
        for row in rows:
            lines.append(self._row(row, open_boxes))
        return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(lines)}</w:tbl>'

    def _row(self, row: list[Box], open_boxes: dict[int, tuple[int, int]]) -> str:
        cells, column = [], 0
        waiting = {box.column: box for box in row}
        while column < self.width:
            if column in open_boxes:
                left, width = open_boxes.pop(column)
                if left > 1:
                    open_boxes[column] = (left - 1, width)
                cells.append(f"<w:tc><w:tcPr>{_span(width)}<w:vMerge/></w:tcPr><w:p/></w:tc>")
                column += width
                continue
            box = waiting[column]
            merge = '<w:vMerge w:val="restart"/>' if box.depth > 1 else ""
            cells.append(self._cell(box, f"<w:tcPr>{_span(box.width)}{merge}</w:tcPr>"))
            if box.depth > 1:
                open_boxes[column] = (box.depth - 1, box.width)
            column += box.width
        head = (
            "<w:trPr><w:tblHeader/></w:trPr>"
            if row and row[0].role == "header" and self.rng.random() < 0.5
            else ""
        )
        return f"<w:tr>{head}{''.join(cells)}</w:tr>"

    def _cell(self, box: Box, properties: str) -> str:
        lines = box.text.split("\n")
        if self.habits.breaks:
            content = f"<w:p>{'<w:r><w:br/></w:r>'.join(self._runs(line) for line in lines)}</w:p>"
        else:
            content = "".join(self._paragraph(line) for line in lines)
        if box.name == "status" and "coloured" in self.page.habits:
            content = content.replace("<w:rPr>", '<w:rPr><w:color w:val="C00000"/>')
        if box.text and self.rng.random() < self.habits.controls:
            content = f'<w:sdt><w:sdtPr><w:alias w:val="填报"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        return f"<w:tc>{properties}{content}</w:tc>"

    def _paragraph(self, text: str) -> str:
        return f"<w:p>{self._runs(text)}</w:p>"

    def _runs(self, text: str) -> str:
        if len(text) < 4:
            return _run(text) if text else ""
        place = self.rng.randint(1, len(text) - 2)
        left, right = text[:place], text[place:]
        if self.rng.random() < self.habits.tracked:
            return self._tracked(left, right)
        if self.rng.random() < self.habits.split:
            return (
                _run(left)
                + '<w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>'
                + _run(right)
            )
        return _run(text)

    def _tracked(self, left: str, right: str) -> str:
        """Insert the second half, and delete words that nobody shall read."""
        self.changes += 2
        gone = self.rng.choice(("计划完成", "暂定", "初稿", "区府办"))
        deleted = (
            f'<w:del w:id="{self.changes}" {_DATE}><w:r><w:delText>{gone}</w:delText></w:r></w:del>'
        )
        return (
            f'{_run(left)}{deleted}<w:ins w:id="{self.changes + 1}" {_DATE}>{_run(right)}</w:ins>'
        )


def _span(width: int) -> str:
    return f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
