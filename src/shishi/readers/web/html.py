"""Read web pages: tables with their spans, and the text between them, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from shishi.findings import About, Finding, Severity
from shishi.places import Piece, Place, Source, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph
from shishi.readers.refusals import refuse
from shishi.readers.spans import MOST_SLOTS, Span, TooManyCells, form_table
from shishi.readers.web.blocks import BLOCKS, Lines, hides, keeps_lines, one_line
from shishi.readers.web.frames import Turn, find_frames, leaf_text, walk
from shishi.readers.web.guard import check_page, drop_pictures
from shishi.readers.web.trees import SILENT, Node, parse_page

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_NUMBER = re.compile("[ \t\n\f\r]*\\+?([0-9]{1,9})")
_CELLS = frozenset(("td", "th"))


def read_html(page: str, source: Source) -> Document:
    """Read a web page that has been decoded.

    Each table becomes a Grid: spans as the HTML standard has them, th as header, blocks and <br> in
    a cell as line breaks, white space collapsed. A table inside a cell becomes a Grid of its own,
    after the one it stands in, and its text is not in the outer cell. A table of one cell, and one
    that only arranges other tables, is no Grid: what it holds is read as if it stood on the page.
    What stands between tables becomes Flows, a paragraph a block or <br>; the `line` of its Place
    counts the paragraphs of the Flow. Text that is not displayed is left out, with a finding.
    <title> and <meta name> become labels. Raises UnreadableSource for pages beyond the limits.

    >>> page = read_html("<p>进度表<table><tr><th>序号<th>项目<tr><td>1<td>公园<br>广场</table>", Source("a", "html", ""))
    >>> page.parts[0].paragraphs[0].text.value, [cell.text.value for cell in page.parts[1].cells]
    ('进度表', ['序号', '项目', '1', '公园\\n广场'])
    """
    page = drop_pictures(page)
    check_page(page, source.name)
    tree = parse_page(page)
    steps = list(walk(tree.root))
    reading = _Reading(find_frames(steps))
    try:
        reading.read(steps)
    except TooManyCells:
        raise refuse(source.name, "too-many-cells", limit=MOST_SLOTS) from None
    parts = tuple(part for part in reading.parts if part is not None)
    return Document(source, parts, _labels(tree.labels), tuple(_hidden(reading.hidden)))


@dataclass(slots=True)
class _Table:
    """A table while it is read: its groups of rows, and the cell or caption that is open."""

    name: str
    slot: int
    groups: list[tuple[str, list[list[Span]]]] = field(default_factory=list)
    open: Lines | None = None
    caption: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; a None among the parts is a table that has not ended."""

    frames: frozenset[int]
    parts: list[Grid | Flow | None] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    _between: Lines = field(default_factory=Lines)
    _tables: list[_Table | None] = field(default_factory=list)  # None for a frame
    _grids: int = 0
    _flows: int = 0
    _hidden_by: int = 0
    _kept_by: int = 0

    def read(self, steps: Iterable[tuple[Node, Turn]]) -> None:
        for node, turn in steps:
            if turn is Turn.LEAF:
                self._take(node)
            elif turn is Turn.TEXT:
                self._write(node.text_content or "")
            elif turn is Turn.LEAVE:
                self._leave(node)
            else:
                self._enter(node)
        self._end_flow()

    def _take(self, node: Node) -> None:
        """Take a cell that holds one text: at once where nothing about it is special."""
        table = self._tables[-1] if self._tables else None
        attributes = node.attributes
        special = (
            self._hidden_by or self._kept_by or "style" in attributes or "hidden" in attributes
        )
        if table is None or table.open or special:
            self._enter(node)
            self._write(leaf_text(node))
            self._leave(node)
            return
        line = one_line(leaf_text(node))
        spans = (line,) if line else ()
        table.groups[-1][1][-1].append(_span(node.tag or "", attributes, spans))

    def _lines(self) -> Lines:
        return next((t.open for t in reversed(self._tables) if t and t.open), self._between)

    def _write(self, text: str) -> None:
        if self._hidden_by:
            self.hidden.append(text)
        elif self._kept_by:
            self._lines().write_lines(text)
        else:
            self._lines().write(text)

    def _enter(self, node: Node) -> None:
        tag = node.tag or ""
        if self._hidden_by or tag in SILENT:
            return
        attributes = node.attributes
        if hides(tag, attributes):
            self._hidden_by = node.mem_id
            return
        if not self._kept_by and keeps_lines(tag, attributes):
            self._kept_by = node.mem_id
        if tag in BLOCKS:
            self._lines().end_line()
        if tag == "table":
            self._start_table(node)
        elif self._tables and (table := self._tables[-1]):
            _enter_table(table, tag)

    def _leave(self, node: Node) -> None:
        tag = node.tag or ""
        if self._hidden_by:
            self._hidden_by = 0 if self._hidden_by == node.mem_id else self._hidden_by
            return
        if self._kept_by == node.mem_id:
            self._kept_by = 0
        if tag in BLOCKS:
            self._lines().end_line()
        if tag == "table" and self._tables:
            self._end_table()
        elif self._tables and (table := self._tables[-1]):
            _leave_table(table, tag, node)

    def _start_table(self, node: Node) -> None:
        if node.mem_id in self.frames:
            self._tables.append(None)
            return
        if self._lines() is self._between:
            self._end_flow()
        self._grids += 1
        self._tables.append(_Table(f"table {self._grids}", len(self.parts)))
        self.parts.append(None)

    def _end_table(self) -> None:
        table = self._tables.pop()
        if table:
            self.parts[table.slot] = _grid(table)

    def _end_flow(self) -> None:
        lines = self._between.take()
        if not lines:
            return
        self._flows += 1
        name = f"text {self._flows}"
        paragraphs = [
            Paragraph(_text(line, name, line=number)) for number, line in enumerate(lines, 1)
        ]
        self.parts.append(Flow(name, tuple(paragraphs)))


def _enter_table(table: _Table, tag: str) -> None:
    if table.open:
        return
    if tag in _GROUPS:
        table.groups.append((tag, []))
    elif tag == "tr":
        table.groups = table.groups or [("tbody", [])]
        table.groups[-1][1].append([])
    elif tag in _CELLS or tag == "caption":
        table.open = Lines()


def _leave_table(table: _Table, tag: str, node: Node) -> None:
    if not table.open:
        return
    if tag in _CELLS:
        lines = tuple(table.open.take())
        table.groups[-1][1][-1].append(_span(tag, node.attributes, lines))
        table.open = None
    elif tag == "caption":
        table.caption += table.open.take()
        table.open = None


def _span(tag: str, attributes: Mapping[str, str | None], lines: tuple[str, ...]) -> Span:
    rows = _number(attributes["rowspan"]) if "rowspan" in attributes else 1
    columns = max(_number(attributes["colspan"]), 1) if "colspan" in attributes else 1
    return Span(lines, rows, columns, tag == "th")


def _number(printed: str | None) -> int:
    match = _NUMBER.match(printed or "")
    return int(match[1]) if match else 1


def _grid(table: _Table) -> Grid | None:
    groups = [rows for _, rows in sorted(table.groups, key=lambda group: group[0] == "tfoot")]
    cells = []
    for span, row, column, rows, columns in form_table(groups):
        text = _text("\n".join(span.lines), table.name, row=row, column=column)
        cells.append(Cell(text, row, column, rows, columns, span.header))
    if not cells and not table.caption:
        return None
    caption = _text("\n".join(table.caption), table.name) if table.caption else None
    width = max((cell.column + cell.columns - 1 for cell in cells), default=0)
    return Grid(table.name, sum(map(len, groups)), width, tuple(cells), caption)


def _text(
    value: str,
    part: str,
    *,
    row: int | None = None,
    column: int | None = None,
    line: int | None = None,
) -> Text:
    place = Place(part, row, column, line, (0, len(value)))
    return Text(value, place, (Piece(0, len(value), place),))


def _labels(found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    clean = [(" ".join(name.split()), " ".join(value.split())) for name, value in found]
    return tuple((name, value) for name, value in clean if name and value)


def _hidden(texts: list[str]) -> Iterator[Finding]:
    printed = "".join("".join(texts).split())
    if printed:
        facts = {"count": len(printed), "beginning": printed[:20]}
        yield Finding("hidden-text", About.READING, Severity.NOTES, Place(), facts)
