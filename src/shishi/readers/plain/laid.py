"""Tables that a text lays out: columns parted by spaces alone, cells wrapped over lines (pdftotext -layout).

Such a program prints words where they stand on the page, a character a place, and ends a page with a form feed.
Columns are the places that hardly any line of a page fills; they are sought on each page anew, for their width
changes from page to page. What begins a row is not printed: cells start on its first line and have no blank one,
so that a column that was blank and prints again begins one, and so does a number like those of other rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shishi.readers.plain.clear import are_gaps_clear, are_rows_clear
from shishi.readers.plain.drawn import DrawnCell, DrawnTable
from shishi.readers.plain.gutters import Gap, cut_at, find_gaps, segments
from shishi.readers.plain.rows import WHITE, Stretch, trim
from shishi.readers.plain.widths import extent

_PAGE = "\f"
_FEWEST_COLUMNS, _FEWEST_LINES, _FEWEST_WRAPPED = 3, 5, 2
_INDENT = 4  # so far in begins a line that goes on with cells of the line above
_MOST_LINES = 2_000  # of one page
_RUNNING = 80  # of a hundred lines of a column that go on are full, where it holds running text
_SLACK = 6  # a line is full where less than this part of its column is left
_RAGGED = 3  # as above, in a column of running text, where long words or numbers end a line early
_SELDOM = 10  # one of so many cells of a column has a second line, at most, where it does not go on
_NEVER = 1_000_000
_OPENS = ("(", "（")
_NUMBER = re.compile("[一二三四五六七八九十0-9]+")


@dataclass(slots=True)
class _Row:
    """A row: the lines of each cell; `wide` is a heading over all columns, held by the first."""

    cells: list[list[Stretch]]
    wide: bool = False
    shape: str = ""  # of its number, 0 for the digits


@dataclass(slots=True)
class _Page:
    """The part of a table that one page prints: its lines, and its rows, the header first."""

    lines: range
    title: str  # what the first line of its header says
    rows: list[_Row] = field(default_factory=list)
    filled: list[bool] = field(default_factory=list)  # columns that print in its last line
    clear: bool = False  # its gaps part all that stands apart, and nothing else


def find_laid(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """Find the tables that a text lays out; one whose header is printed again goes on there.

    A page needs three columns, and lines of cells that go on from the line above; where the header is that
    of such a page, two lines will do.
    """
    strict = [_page(lines, block, {}) for block in _blocks(lines, ())]
    titles = {page.title: _NEVER for page in strict if page}
    if not titles:
        return
    blocks = list(_blocks(lines, titles))
    depths: dict[str, list[int]] = {title: [] for title in titles}
    for page in filter(None, [_page(lines, block, titles) for block in blocks]):
        header = {line.line for cell in page.rows[0].cells for line in cell}
        depths[page.title].append(len(header))
    titles = {t: min(own, key=lambda n: (-own.count(n), n)) for t, own in depths.items() if own}
    table: list[_Page] = []
    for block in blocks:
        found = _page(lines, block, titles)
        if found is None:
            continue
        if table and not _goes_on(table[-1], found):
            yield _table(lines, table)
            table = []
        table.append(found)
    if table:
        yield _table(lines, table)


def _blocks(lines: Sequence[str], titles: Collection[str]) -> Iterator[range]:
    """Yield the stretches of lines that no blank line, no end of a page and no known title parts."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip(WHITE) or line.startswith(_PAGE) or (titles and _title(line) in titles):
            if number > start:
                yield range(start, min(number, start + _MOST_LINES))
            start = number if line.strip(WHITE) else number + 1


def _page(lines: Sequence[str], block: range, titles: Mapping[str, int]) -> _Page | None:
    """Read the table in a stretch of lines: from the first one that has three words apart.

    `titles` are the first lines of headers that are known, and the most lines of each. Below one of them a
    few lines will do; without any the lines must tell a table by themselves.
    """
    spans = [segments(_printed(lines[i])) for i in block]
    top = next((i for i, own in enumerate(spans) if len(own) >= _FEWEST_COLUMNS), None)
    if top is None:
        return None
    title = _title(lines[block[top]])
    own = block[top:]
    alone = [len(words) == 1 and words[0][0] < _INDENT for words in spans[top:]]
    wrapped = sum(bool(words) and words[0][0] >= _INDENT for words in spans[top:])
    clear = (
        len(own) >= _FEWEST_LINES and wrapped >= _FEWEST_WRAPPED and 2 * sum(alone) <= len(alone)
    )
    if not clear if not titles else title not in titles:
        return None
    gaps = find_gaps([_printed(lines[i]) for i, lone in zip(own, alone, strict=True) if not lone])
    if len(gaps) + 1 < _FEWEST_COLUMNS:
        return None
    page = _Page(own, title)
    below = own[0] + titles.get(title, _NEVER)
    for number, lone in zip(own, alone, strict=True):
        if lone and len(_printed(lines[number])) > gaps[0][0]:
            heading = [trim(lines[number], number, start=0, end=len(lines[number]))]
            page.rows.append(_Row([heading, *([] for _ in gaps)], wide=True))
            page.filled = []
            continue
        if number == below:
            page.filled = []
        if not _add_line(page, lines, number, gaps=gaps):
            return None
    body = {s.line for row in page.rows[1:] if not row.wide for cell in row.cells for s in cell}
    page.clear = are_gaps_clear([_printed(lines[i]) for i in sorted(body)], gaps)
    return page if len(page.rows) > 1 else None


def _title(line: str) -> str:
    return "".join(line.split())


def _printed(line: str) -> str:
    return line.lstrip(_PAGE).rstrip()


def _add_line(page: _Page, lines: Sequence[str], number: int, *, gaps: Sequence[Gap]) -> bool:
    """Add the words of a line to their cells; tell whether it could be cut."""
    line = _printed(lines[number])
    shift = len(lines[number]) - len(lines[number].lstrip(_PAGE))
    cuts = cut_at(line, gaps)
    if cuts is None:
        return False
    words = [line[start:end].strip(WHITE) for start, end in cuts]
    filled, shape = [bool(word) for word in words], _shape(words[0])
    if _begins(page, filled, shape):
        page.rows.append(_Row([[] for _ in words]))
    page.rows[-1].shape = _shape(page.rows[-1].shape + shape)
    for cell, word, (start, end) in zip(page.rows[-1].cells, words, cuts, strict=True):
        if word:
            cell.append(trim(lines[number], number, start=start + shift, end=end + shift))
    page.filled = filled
    return True


def _shape(number: str) -> str:
    """Give how a number is written: 0、 of 一、 and of 十一、."""
    return _NUMBER.sub("0", "".join(number.split()))


def _begins(page: _Page, filled: Sequence[bool], shape: str) -> bool:
    """Tell a line that begins a row: a blank column prints again, or a number stands there like others.

    A number may be broken over lines (十 / 一、): it is like the whole ones of the rows above. So may one
    in brackets behind the first: it begins where the last is whole.
    """
    if not page.filled or any(a and not b for a, b in zip(filled, page.filled, strict=True)):
        return True
    if len(page.rows) == 1:
        return "0" in shape and "0" not in page.rows[0].shape
    whole = {row.shape for row in page.rows[1:-1] if row.shape} or {page.rows[-1].shape}
    opens = shape in _OPENS and page.rows[-1].shape in whole
    return opens or ("0" in shape and shape in whole and page.rows[-1].shape in whole | {""})


def _goes_on(before: _Page, page: _Page) -> bool:
    return page.title == before.title and len(page.rows[0].cells) == len(before.rows[0].cells)


def _joined(pages: Sequence[_Page]) -> list[_Row]:
    """Put the rows of all pages together, the header once; one that a page end cut is made whole.

    It is where the first row of a page has no number, or none like others, and prints no column that ended
    on the page before.
    """
    rows = list(pages[0].rows)
    seen = {row.shape for row in rows[1:] if row.shape}
    for before, page in pairwise(pages):
        body = page.rows[1:]
        shapes = seen | {row.shape for row in body[1:] if row.shape}
        first = body[0] if body else None
        if first and not first.wide and not rows[-1].wide and before.filled:
            ended = any(
                cell and not last for cell, last in zip(first.cells, before.filled, strict=True)
            )
            if first.shape not in shapes and not ended:
                cells = zip(rows[-1].cells, first.cells, strict=True)
                rows[-1] = _Row([a + b for a, b in cells], shape=rows[-1].shape)
                body = body[1:]
        rows += body
        seen |= {row.shape for row in body if row.shape}
    return rows


def _parted(lines: Sequence[str], row: _Row, widest: Sequence[int]) -> Iterator[_Row]:
    """Part a row where a line prints in three columns in which the line before was not full.

    So do rows of one line each without a number, for no column of theirs is blank before it prints.
    """
    at: dict[int, dict[int, Stretch]] = {s.line: {} for cell in row.cells for s in cell}
    for column, cell in enumerate(row.cells):
        for stretch in cell:
            at[stretch.line][column] = stretch
    own = _Row([[] for _ in row.cells], shape=row.shape)
    before: dict[int, Stretch] = {}
    for _, printed in sorted(at.items()):
        short = sum(
            k in before and _extent(lines, before[k]) < widest[k] - max(1, widest[k] // _SLACK)
            for k in printed
        )
        if short >= _FEWEST_COLUMNS and 0 not in printed:
            yield own
            own = _Row([[] for _ in row.cells])
        for column, stretch in printed.items():
            own.cells[column].append(stretch)
        before = printed
    yield own


def _extent(lines: Sequence[str], stretch: Stretch) -> int:
    return extent(lines[stretch.line][stretch.start : stretch.end])


def _table(lines: Sequence[str], pages: Sequence[_Page]) -> DrawnTable:
    header, *rest = _joined(pages)
    columns = [[row.cells[k] for row in rest if not row.wide] for k in range(len(header.cells))]
    widest = [_widest(lines, cells) for cells in columns]
    rows = [header]
    for row in rest:
        rows += [row] if row.wide else _parted(lines, row, widest)
    rooms = [
        _room(lines, [row.cells[k] for row in rows[1:] if not row.wide])
        for k in range(len(rows[0].cells))
    ]
    cells: list[DrawnCell] = []
    for number, row in enumerate(rows, 1):
        if row.wide:
            cells.append(DrawnCell(number, 1, row.cells[0], _NEVER, columns=len(rooms)))
            continue
        at = next(cell[0] for cell in row.cells if cell)
        blank = Stretch(at.line, at.start, at.start)
        for column, (cell, room) in enumerate(zip(row.cells, rooms, strict=True), 1):
            cells.append(DrawnCell(number, column, cell or [blank], room if number > 1 else 0))
    used = {line.line for cell in cells for line in cell.lines}
    extent_of = range(pages[0].lines[0], pages[-1].lines[-1] + 1)
    rules = [i for i in extent_of if i not in used and lines[i].strip(WHITE)]
    clear = all(page.clear for page in pages) and are_rows_clear(
        lines, [row.cells for row in rows[1:] if not row.wide]
    )
    return DrawnTable(extent_of.start, extent_of.stop, cells, rules, laid=True, clear=clear)


def _widest(lines: Sequence[str], cells: Sequence[Sequence[Stretch]]) -> int:
    """Give how wide a full line of a column is; one that hardly ever goes on has no full lines."""
    several = sum(len(cell) > 1 for cell in cells)
    if _SELDOM * several <= sum(map(bool, cells)):
        return _NEVER
    return max(_extent(lines, stretch) for cell in cells for stretch in cell)


def _room(lines: Sequence[str], cells: Sequence[Sequence[Stretch]]) -> int:
    """Tell how wide a line of a column is at least that goes on: running text fills its lines, a list does not."""
    widths = [[_extent(lines, s) for s in cell] for cell in cells]
    widest = max((width for own in widths for width in own), default=0)
    tight, least = (widest - max(1, widest // part) for part in (_SLACK, _RAGGED))
    going = [width for own in widths for width in own[:-1]]
    full = sum(width >= tight for width in going)
    return least if 100 * full >= _RUNNING * len(going) else _NEVER
