"""Read web pages: tables with their spans, and the text between them, as a browser shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from shishi.errors import UnreadableSource
from shishi.findings import About, Finding, Severity
from shishi.places import Place, Source
from shishi.readers.document import Document, Grid
from shishi.readers.parts import Parts, Struck, build_grid, nested_table
from shishi.readers.refusals import refuse
from shishi.readers.spans import MOST_SLOTS, Asked, TooManyCells, form_table
from shishi.readers.web.blocks import BLOCKS, Lines, hides, keeps_lines, one_line, strikes
from shishi.readers.web.frames import Turn, find_frames, leaf_text, walk
from shishi.readers.web.guard import check_page, drop_pictures
from shishi.readers.web.lifting import LiftedPage, LiftedTable, lift_tables, marked
from shishi.readers.web.markup import DEEPER, spans_of
from shishi.readers.web.trees import SILENT, Node, parse_page

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_STRIKES = (
    "line-through",
    *(f"<{tag}{end}" for tag in ("s", "S", "del", "DEL") for end in "> "),
    "<strike",
    "<STRIKE",
)
"""Signs of texts that are struck out, of which cells that are lifted know nothing."""


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
    lifted = LiftedPage(page) if any(sign in page for sign in _STRIKES) else lift_tables(page)
    if lifted.tables:
        try:
            return _read(lifted, source)
        except (_NotATable, UnreadableSource):  # whole, the page tells what it is
            lifted = LiftedPage(page)
    return _read(lifted, source)


def _read(page: LiftedPage, source: Source) -> Document:
    check_page(page.text, source.name, spare=DEEPER if page.tables else 0)
    tree = parse_page(page.text)
    steps = list(walk(tree.root))
    reading = _Reading(page.tables, find_frames(steps, page.tables))
    try:
        reading.read(steps)
    except TooManyCells:
        raise refuse(source.name, "too-many-cells", limit=MOST_SLOTS) from None
    if not reading.met_all():
        raise _NotATable
    struck = filter(None, [reading.struck.finding()])
    findings = (*_hidden(reading.hidden), *struck, *reading.nested)
    return Document(source, reading.parts.finish(), _labels(tree.labels), findings)


class _NotATable(ValueError):
    """A table that was lifted and is none where it stands, or a special one."""


@dataclass(slots=True)
class _Table:
    """A table while it is read: its groups of rows, and the cell or caption that is open."""

    slot: int
    name: str
    groups: list[tuple[str, list[list[Asked]]]] = field(default_factory=list)
    lifted: LiftedTable | None = None
    open: Lines | None = None
    struck: int = 0  # so many texts were struck out before the open cell
    caption: list[str] = field(default_factory=list)

    @property
    def row(self) -> int:
        """Give the number of the row that is open."""
        return sum(len(rows) for _, rows in self.groups)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    lifted: list[LiftedTable]
    frames: frozenset[int]
    parts: Parts = field(default_factory=Parts)
    hidden: list[str] = field(default_factory=list)
    struck: Struck = field(default_factory=Struck)
    nested: list[Finding] = field(default_factory=list)  # tables in the cells of others
    _met: int = 0  # of the tables that were lifted
    _between: Lines = field(default_factory=Lines)
    _tables: list[_Table | None] = field(default_factory=list)  # None for a frame
    _hidden_by: int = 0
    _kept_by: int = 0
    _struck_by: int = 0

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

    def met_all(self) -> bool:
        """Tell whether every table that was lifted stood where a table stands."""
        return self._met == len(self.lifted)

    def _take(self, node: Node) -> None:
        """Take a cell that holds one text: at once where nothing about it is special."""
        table = self._tables[-1] if self._tables else None
        attributes = node.attributes
        turned = self._hidden_by or self._kept_by or self._struck_by
        special = turned or "style" in attributes or "hidden" in attributes
        if table is None or table.open or special:
            self._enter(node)
            self._write(leaf_text(node))
            self._leave(node)
            return
        text = leaf_text(node)
        if self.lifted and (number := marked(text)) is not None:
            table.lifted = self.lifted[number]
            self._met += table.groups == [("tbody", [[]])]  # or its start tag was none
            return
        cell = (one_line(text), spans_of(attributes), node.tag == "th")
        table.groups[-1][1][-1].append(cell)

    def _lines(self) -> Lines:
        return next((t.open for t in reversed(self._tables) if t and t.open), self._between)

    def _write(self, text: str) -> None:
        if self._hidden_by:
            self.hidden.append(text)
            return
        if self._struck_by and text.strip():
            self.struck.texts.append(text.strip())
        if self._kept_by:
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
        if not self._struck_by and strikes(tag, attributes):
            self._struck_by = node.mem_id
        if tag in BLOCKS:
            self._lines().end_line()
        if tag == "table":
            self._start_table(node)
        elif self._tables and (table := self._tables[-1]):
            _enter_table(table, tag, self.struck)

    def _leave(self, node: Node) -> None:
        tag = node.tag or ""
        if self._hidden_by:
            self._hidden_by = 0 if self._hidden_by == node.mem_id else self._hidden_by
            return
        if self._kept_by == node.mem_id:
            self._kept_by = 0
        if self._struck_by == node.mem_id:
            self._struck_by = 0
        if tag in BLOCKS:
            self._lines().end_line()
        if tag == "table" and self._tables:
            self._end_table()
        elif self._tables and (table := self._tables[-1]):
            _leave_table(table, tag, node, struck=self.struck)

    def _start_table(self, node: Node) -> None:
        if node.mem_id in self.frames:
            self._tables.append(None)
            return
        if self._lines() is self._between:
            self._end_flow()
        table = _Table(*self.parts.begin_grid())
        outer = next((t for t in reversed(self._tables) if t and t.open), None)
        if outer:
            self.nested.append(nested_table(outer.name, outer.row, inner=table.name))
        self._tables.append(table)

    def _end_table(self) -> None:
        table = self._tables.pop()
        if table:
            self.parts.end_grid(table.slot, _grid(table))

    def _end_flow(self) -> None:
        self.parts.add_flow(self._between.take())


def _enter_table(table: _Table, tag: str, struck: Struck) -> None:
    if table.open:
        return
    if tag in _GROUPS:
        table.groups.append((tag, []))
    elif tag == "tr":
        table.groups = table.groups or [("tbody", [])]
        table.groups[-1][1].append([])
    elif tag in _CELLS or tag == "caption":
        table.open, table.struck = Lines(), len(struck.texts)


def _leave_table(table: _Table, tag: str, node: Node, *, struck: Struck) -> None:
    if not table.open:
        return
    if tag in _CELLS:
        value = "\n".join(table.open.take())
        table.groups[-1][1][-1].append((value, spans_of(node.attributes), tag == "th"))
        struck.within(table.struck, part=table.name, row=table.row, printed=value)
        table.open = None
    elif tag == "caption":
        table.caption += table.open.take()
        table.open = None


def _grid(table: _Table) -> Grid | None:
    found: Sequence[tuple[str, Sequence[Iterable[Asked]]]] = table.groups
    if table.lifted:
        found = table.lifted.groups
    groups = [rows for _, rows in sorted(found, key=lambda group: group[0] == "tfoot")]
    height = sum(map(len, groups))
    return build_grid(table.name, form_table(groups), height=height, caption=table.caption)


def _labels(found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    clean = [(" ".join(name.split()), " ".join(value.split())) for name, value in found]
    return tuple((name, value) for name, value in clean if name and value)


def _hidden(texts: list[str]) -> Iterator[Finding]:
    printed = "".join("".join(texts).split())
    if printed:
        facts = {"count": len(printed), "beginning": printed[:20]}
        yield Finding("hidden-text", About.READING, Severity.NOTES, Place(), facts)
