"""Read Word documents (docx): tables with their merged cells, and the text between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shishi.errors import UnreadableSource
from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source
from shishi.readers.document import Document
from shishi.readers.parts import Parts, build_grid, nested_table
from shishi.readers.refusals import refuse
from shishi.readers.spans import MOST_SLOTS, TooManyCells
from shishi.readers.word.alike import Irregular, find_lifted, place_lifted
from shishi.readers.word.lifting import LiftedTable, LiftedText, lift_tables
from shishi.readers.word.numbering import Lists, read_lists
from shishi.readers.word.package import WordPackage, open_document
from shishi.readers.word.printing import Printer, Tally, break_lines, read_hidden_styles
from shishi.readers.word.shape import (
    Drawn,
    draw_row,
    is_frame,
    is_list,
    look_of,
    place,
    rows_of,
)
from shishi.readers.word.tags import (
    ALTERNATE,
    CONTROL,
    CONTROL_CONTENT,
    DELETED,
    INSERTED,
    PARAGRAPH,
    TABLE,
    THROUGH,
    Element,
    W,
    chosen,
)

_LABELS = (
    "title",
    "subject",
    "creator",
    "keywords",
    "description",
    "category",
    "created",
    "modified",
)

_STORIES = ("header", "footnotes", "endnotes", "footer")
_LOOKS = tuple(
    between.join(name).encode() for name in ("pStyle", "rStyle", "numPr") for between in ("", "\0")
)
"""What names a style or a list, in UTF-8 and in UTF-16."""


def read_docx(data: bytes, source: Source) -> Document:
    """Read a Word document as it prints, in reading order.

    Each table becomes a Grid: gridSpan, vMerge and hMerge as spans, paragraphs in a cell as line
    breaks, numbers that Word makes itself in front of their paragraphs. A table inside a cell becomes
    a Grid of its own, after the one it stands in; a table of one cell, and one that only arranges
    other tables, is read as if what it holds stood on the page. Text boxes follow the paragraph they
    hang on; headers stand first, footnotes and footers last. Tracked insertions are read, deletions
    and hidden text left out, with findings. Properties become labels. Raises UnreadableSource with
    the code too-many-cells, or as open_package does.
    """
    package = open_document(data, source.name)
    data = package.read(package.main)
    lifted = lift_tables(data)
    if lifted.tables:
        try:
            return _read(package, lifted, source)
        except (Irregular, UnreadableSource):  # whole, the document tells what it is
            lifted = LiftedText(data)
    return _read(package, lifted, source)


def _read(package: WordPackage, text: LiftedText, source: Source) -> Document:
    document = package.parse(text.data) if text.data else None
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise refuse(source.name, "damaged")
    printer = _printer(package, text.data)
    reading = _Reading(printer)
    try:
        for story in (
            *_related(package, "header"),
            body,
            *_notes(package),
            *_related(package, "footer"),
        ):
            reading.read(story, text.tables if story is body else ())
        if not reading.met_all(text.tables):
            raise Irregular
    except TooManyCells:
        raise refuse(source.name, "too-many-cells", limit=MOST_SLOTS) from None
    findings = (
        *_findings(printer.tally, sorted(printer.lists.unknown), package),
        *reading.nested,
    )
    return Document(source, reading.parts.finish(), tuple(_labels(package)), findings)


def _printer(package: WordPackage, text: bytes) -> Printer:
    """Make what prints; where no paragraph names a style or a list, nothing says how they look."""
    others = (name for kind in _STORIES for name in package.related(kind))
    if not any(look in part for part in (text, *map(package.read, others)) for look in _LOOKS):
        return Printer(Lists(), frozenset())
    styles = package.first("styles")
    return Printer(read_lists(package.first("numbering"), styles), read_hidden_styles(styles))


@dataclass(slots=True)
class _Reading:
    """What has been read so far; the lines of a cell, or those between the tables."""

    printer: Printer
    parts: Parts = field(default_factory=Parts)
    nested: list[Finding] = field(default_factory=list)  # tables in the cells of others
    # the tables that are being read, each with the row it is at
    _open: list[tuple[str, int]] = field(default_factory=list)
    _met: int = 0  # of the tables that were lifted
    _lifted: Sequence[LiftedTable] = ()

    def read(self, story: Element, lifted: Sequence[LiftedTable]) -> None:
        """Read the body, or a header, footer or note, of its own; no table is lifted out of those."""
        self._lifted = lifted
        lines: list[str] = []
        self._blocks(story, lines, on_page=True)
        self.parts.add_flow(_taken(lines))

    def met_all(self, lifted: Sequence[LiftedTable]) -> bool:
        """Tell whether every table that was lifted was read as one."""
        return self._met == len(lifted)

    def _blocks(self, parent: Element, lines: list[str], *, on_page: bool) -> None:
        """Read paragraphs and tables; `lines` collects what they print, broken at paragraph ends."""
        for node in parent:
            tag = node.tag
            if tag == PARAGRAPH:
                self._paragraph(node, lines, on_page=on_page)
            elif tag == TABLE:
                self._table(node, lines, on_page=on_page)
            elif tag == CONTROL:
                content = node.find(CONTROL_CONTENT)
                if content is not None:
                    self._blocks(content, lines, on_page=on_page)
            elif tag in THROUGH:
                self.printer.tally.inserted += tag in INSERTED
                self._blocks(node, lines, on_page=on_page)
            elif tag in DELETED:
                self.printer.tally.deleted += 1
            elif tag == ALTERNATE and (form := chosen(node)) is not None:
                self._blocks(form, lines, on_page=on_page)

    def _paragraph(self, node: Element, lines: list[str], *, on_page: bool) -> None:
        text, boxes, ends = self.printer.print(node)
        lines.append(f"{text}\n" if ends else text)
        for box in boxes:
            self._blocks(box, lines, on_page=on_page)

    def _table(self, table: Element, lines: list[str], *, on_page: bool) -> None:
        if self._lifted and find_lifted(table) is not None:
            self._lifted_table(table, lines, on_page=on_page)
            return
        if is_frame(table) or (not on_page and is_list(table)):
            for row in self._rows(table):
                for drawn in draw_row(row):
                    self._blocks(drawn.cell, lines, on_page=on_page)
                    lines.append("\n")
            return
        if on_page:
            self.parts.add_flow(_taken(lines))
        slot, name = self.parts.begin_grid()
        if self._open and not on_page:
            self.nested.append(nested_table(*self._open[-1], inner=name))
        rows: list[list[tuple[Drawn, str]]] = []
        above: list[Drawn] = []
        for number, row in enumerate(self._rows(table), 1):
            above = draw_row(row, above)
            self._open.append((name, number))
            rows.append([(drawn, self._cell(drawn)) for drawn in above])
            self._open.pop()
        self.parts.end_grid(slot, build_grid(name, place(rows, table), height=len(rows)))

    def _lifted_table(self, table: Element, lines: list[str], *, on_page: bool) -> None:
        if (
            next(table.iterancestors(TABLE), None) is not None
        ):  # what arranges it was told by its cells
            raise Irregular
        spots, height = place_lifted(table, self._lifted, self.printer)
        self._met += 1
        if on_page:
            self.parts.add_flow(_taken(lines))
        slot, name = self.parts.begin_grid()
        self.parts.end_grid(slot, build_grid(name, spots, height=height))

    def _rows(self, table: Element) -> Iterator[Element]:
        """Give the rows that print."""
        for row in rows_of(table):
            look = look_of(row)
            if look.deleted:
                self.printer.tally.deleted += 1
            elif look.hidden:
                self._hide(row)
            else:
                yield row

    def _cell(self, drawn: Drawn) -> str:
        """Read what a cell prints; where it goes on from the one above, nothing of it shows."""
        if drawn.goes_on:
            self._hide(drawn.cell)
            return ""
        lines: list[str] = []
        struck, (part, row) = self.printer.tally.struck, self._open[-1]
        before = len(struck.texts)
        self._blocks(drawn.cell, lines, on_page=False)
        printed = "\n".join(_taken(lines))
        struck.within(before, part=part, row=row, printed=printed)
        return printed

    def _hide(self, node: Element) -> None:
        self.printer.tally.hidden += [text.text or "" for text in node.iter(f"{W}t")]


def _taken(lines: list[str]) -> list[str]:
    """Give the lines collected so far; collecting starts anew."""
    text = "".join(lines)
    lines.clear()
    return break_lines(text)


def _related(package: WordPackage, kind: str) -> list[Element]:
    """Give the parts of a kind that print something of their own, each once."""
    found: dict[str, Element] = {}
    for name in package.related(kind):
        part = package.xml(name)
        if part is not None:
            found.setdefault("".join(t.text or "" for t in part.iter(f"{W}t")), part)
    return [part for text, part in found.items() if text.strip()]


def _notes(package: WordPackage) -> Iterator[Element]:
    for kind in ("footnotes", "endnotes"):
        notes = package.first(kind)
        for note in notes if notes is not None else ():
            if note.get(f"{W}type", "normal") == "normal":
                yield note


def _labels(package: WordPackage) -> Iterator[tuple[str, str]]:
    for name in package.related("core-properties", of=""):
        root = package.xml(name)
        values = (
            {e.tag.rpartition("}")[2]: " ".join((e.text or "").split()) for e in root}
            if root is not None
            else {}
        )
        yield from ((label, values[label]) for label in _LABELS if values.get(label))


def _findings(tally: Tally, forms: Sequence[str], package: WordPackage) -> Iterator[Finding]:
    if tally.inserted or tally.deleted:
        facts = {"inserted": tally.inserted, "deleted": tally.deleted}
        yield _finding("tracked-changes", Severity.ASKS, **facts)
    if struck := tally.struck.finding():
        yield struck
    hidden = "".join("".join(tally.hidden).split())
    if hidden:
        yield _finding("hidden-text", Severity.NOTES, count=len(hidden), beginning=hidden[:20])
    if tally.prompts:
        yield _finding(
            "prompts-left-out",
            Severity.NOTES,
            printed=tally.prompts[0][:20],
            count=len(tally.prompts),
        )
    if tally.signs:
        yield _finding("signs-unknown", Severity.ASKS, signs=list(dict.fromkeys(tally.signs))[:9])
    if tally.fields:
        yield _finding(
            "fields-unknown", Severity.ASKS, field=tally.fields[0][:60], count=len(tally.fields)
        )
    if forms:
        yield _finding("numbering-unknown", Severity.ASKS, forms=list(forms))
    if tally.pictures:
        yield _finding("pictures-not-read", Severity.NOTES, count=tally.pictures)
    comments = package.first("comments")
    if comments is not None and len(comments):
        yield _finding("comments-not-read", Severity.NOTES, count=len(comments))


def _finding(code: str, severity: Severity, **facts: object) -> Finding:
    return Finding(code, About.READING, severity, Place(), facts)
