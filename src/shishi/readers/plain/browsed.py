"""Tables as a browser writes them where cells hold paragraphs: 1, a tab on a line of its own, 修路3条.

A browser puts a tab behind each cell but the last of a row, a line break behind each row but the last, and a
blank line around every paragraph. So three line breaks or more end a row, two part the paragraphs of a
cell, and an empty cell is a cell; only cells merged downwards leave a row fewer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shishi.readers.plain.broken import ends_word, head_rows
from shishi.readers.plain.rows import WHITE, PastedCell, PastedTable, Stretch, trim

_ENDS_ROW, _ENDS_PARAGRAPH = 3, 2  # line breaks, at least
_FEWEST_ROWS, _FEWEST_CELLS = 2, 3
_MOST_HEADINGS = 3  # lines between the header and the first row
_NUMBER = re.compile(r"[(（]?[0-9]{1,3}(?:[.．-][0-9]{1,3})?[)）、.．]?")
_LABELLED, _WORD = re.compile("[^，。；,;]{1,8}[:：]"), 3  # what may stand below a table
_NOTHING = " \r\f\u200b\ufeff"  # a hard space alone is what an empty cell has


@dataclass(slots=True)
class _Chunk:
    """What stands between two tabs: its lines, each with the line breaks before it; and those behind, `tail`."""

    line: int
    pieces: list[tuple[int, Stretch]] = field(default_factory=list)
    tail: int = 0
    last: bool = False

    def cut(self, least: int) -> list[PastedCell]:
        """Part it where so many line breaks follow one another.

        >>> _Chunk(0, [(2, Stretch(0, 0, 1)), (3, Stretch(3, 0, 1))]).cut(3)
        [[Stretch(line=0, start=0, end=1)], [Stretch(line=3, start=0, end=1)]]
        """
        parts: list[PastedCell] = [[]]
        for breaks, stretch in self.pieces:
            if breaks >= least:
                parts.append([])
            parts[-1].append(stretch)
        return [*parts, []] if self.tail >= least and not self.last else parts

    def widest(self) -> int | None:
        """Give how many line breaks part two rows where no three do: more than stand elsewhere in it."""
        often = Counter([*(breaks for breaks, _ in self.pieces), self.tail])
        most = max(often)
        return most if most and often[most] == 1 else None


def find_browsed(lines: Sequence[str]) -> Iterator[PastedTable]:
    """Find the tables some of whose tabs stand alone on their line, in the order of the lines.

    >>> page = "序号\\t项目\\t单位\\n\\n\\n1\\n\\n\\t\\n\\n修路\\n\\n\\t\\n\\n\\n\\n\\n2\\n\\n\\t\\n\\n架桥\\n\\n\\t\\n\\n乙局\\n\\n打印"
    >>> [[len(row) for row in table.rows] for table in find_browsed(page.split("\\n"))]
    [[3, 3, 3]]
    """
    at = 0
    while (
        tab := next((n for n in range(at, len(lines)) if _is_alone(lines, n)), None)
    ) is not None:
        table = _table(lines, tab, at)
        if table:
            yield table
        at = table.last if table else tab + 1


def _is_alone(lines: Sequence[str], number: int) -> bool:
    """Tell a line that is a tab, and stands between two cells: none beside it holds a tab."""
    if "\t" not in lines[number] or lines[number].strip(WHITE):
        return False
    beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    return not any("\t" in line for line in beside)


def _table(lines: Sequence[str], tab: int, least: int) -> PastedTable | None:
    start = body = _first_cell(lines, tab, least)
    while start > least and _is_whole_row(lines[start - 1]):
        start -= 1
    if start == body:  # headings may stand between
        above = _over_headings(lines, body, least)
        while above > least and _is_whole_row(lines[above - 1]):
            above -= 1
            start = above
        body = start
        while body < len(lines) and _is_whole_row(lines[body]):
            body += 1
        if body == len(lines):
            return None
    chunks = list(_chunks(lines, body))
    whole = list(head_rows(lines, range(start, body)))
    first = list(_rows(chunks, 0))
    width = max(_width(first), *({*map(len, whole)} & {*map(len, first)}), 0)
    rows = list(_whole(lines, list(_rows(chunks, width)), width))
    if len(rows) < _FEWEST_ROWS or width < _FEWEST_CELLS:
        return None
    _keep_paragraphs(lines, rows, chunks)
    last = max(stretch.line for row in rows[-1:] for cell in row for stretch in cell)
    return PastedTable(start, last + 1, [*whole, *rows], barred=False, spanning=True)


def _first_cell(lines: Sequence[str], tab: int, least: int) -> int:
    """Give the line at which the cell before this tab begins."""
    start = tab
    while start > least and not lines[start - 1].strip(WHITE) and "\t" not in lines[start - 1]:
        start -= 1
    while start > least and lines[start - 1].strip(WHITE):
        start -= 1
        if "\t" in lines[start]:
            return start + _is_whole_row(lines[start])
    return start


def _over_headings(lines: Sequence[str], body: int, least: int) -> int:
    """Give the line behind the header above this row: over blank lines, and headings that these part."""
    above = body
    for _ in range(_MOST_HEADINGS + 1):
        gap = above
        while above > least and not lines[above - 1].strip(WHITE):
            above -= 1
        if gap - above < _ENDS_ROW - 1 or above == least:
            return body
        if _is_whole_row(lines[above - 1]):
            return above
        while above > least and lines[above - 1].strip(WHITE):
            above -= 1
    return body


def _is_whole_row(line: str) -> bool:
    """Tell a row on one line, a cell before a tab and one behind the last; or the end of its last word."""
    inner = line.strip(_NOTHING)
    return ends_word(inner) or ("\t" in inner.strip("\t") and not inner.endswith("\t"))


def _chunks(lines: Sequence[str], first: int) -> Iterator[_Chunk]:
    """Part the lines from this one at their tabs, whatever lines they stand on."""
    chunk, breaks = _Chunk(first), 0
    while first < len(lines) and not lines[first].strip(_NOTHING):
        first += 1
    for number in range(first, len(lines)):
        start = 0
        for tab in [*(m.start() for m in re.finditer("\t", lines[number])), None]:
            end = len(lines[number]) if tab is None else tab
            if lines[number][start:end].strip(_NOTHING):
                chunk.pieces.append((breaks, trim(lines[number], number, start=start, end=end)))
                breaks = 0
            if tab is not None:
                chunk.tail = breaks
                yield chunk
                chunk, breaks, start = _Chunk(number), 0, tab + 1
        breaks += 1
    chunk.last = True
    yield chunk


def _rows(chunks: Sequence[_Chunk], width: int) -> Iterator[list[PastedCell]]:
    """Put cells into rows; where none are wider than `width` the first chunk without a row's end ends the table."""
    row: list[PastedCell] = []
    for chunk in chunks:
        full = 0 < width <= len(row) + 1
        parts = chunk.cut(_ENDS_ROW)
        if full and len(parts) == 1 and not chunk.last and (least := chunk.widest()):
            parts = chunk.cut(least)
        if chunk.last or (full and len(parts) == 1):
            yield [*row, _filled(_last_cell(chunk), chunk)]
            return
        row.append(_filled(parts[0], chunk))
        for part in parts[1:]:
            yield row
            row = [_filled(part, chunk)]


def _last_cell(chunk: _Chunk) -> PastedCell:
    """Give the last cell of a table: one paragraph, and those that count on from it."""
    cell: PastedCell = []
    for breaks, stretch in chunk.pieces:
        if cell and breaks >= _ENDS_PARAGRAPH:
            break
        cell.append(stretch)
        if stretch.start == stretch.end:
            break  # a hard space: the cell is empty
    return cell


def _keep_paragraphs(
    lines: Sequence[str], rows: Sequence[list[PastedCell]], chunks: Sequence[_Chunk]
) -> None:
    """Let the last cell go on over paragraphs as others of its column do, as far as none is a labelled line or a word."""
    cell = rows[-1][-1]
    column = [row[-1] for row in rows[:-1] if len(row) == len(rows[-1])]
    opened = lines[cell[-1].line][: cell[-1].end].endswith((":", "："))
    if not (opened or any(b.line - a.line > 1 for own in column for a, b in pairwise(own))):
        return
    for chunk in chunks:
        if cell[-1] not in (stretches := [stretch for _, stretch in chunk.pieces]):
            continue
        for breaks, stretch in chunk.pieces[stretches.index(cell[-1]) + 1 :]:
            text = lines[stretch.line][stretch.start : stretch.end]
            if breaks >= _ENDS_ROW or len(text) <= _WORD or _LABELLED.match(text):
                break
            cell.append(stretch)
        return


def _whole(
    lines: Sequence[str], rows: Sequence[list[PastedCell]], width: int
) -> Iterator[list[PastedCell]]:
    """Put the parts of a row together that a blank paragraph in a cell has parted: a numbered one, short of cells.

    The parts behind have no number, and their cells are just those that the row lacks.
    """
    at = 0
    while at < len(rows):
        row, end = rows[at], at + 1
        while _is_numbered(lines, rows[at]) and len(row) < width and end < len(rows):
            if _is_numbered(lines, rows[end]):
                break
            both = [s for s in (*row[-1], *rows[end][0]) if s.start < s.end] or row[-1]
            row = [*row[:-1], both, *rows[end][1:]]
            end += 1
        joins = len(row) == width
        yield row if joins else rows[at]
        at = end if joins else at + 1


def _is_numbered(lines: Sequence[str], row: Sequence[PastedCell]) -> bool:
    first = row[0][0]
    return bool(_NUMBER.fullmatch(lines[first.line][first.start : first.end]))


def _filled(cell: PastedCell, chunk: _Chunk) -> PastedCell:
    """Give the lines of a cell that print; a spot for one that prints nothing."""
    printed = [stretch for stretch in cell if stretch.start < stretch.end]
    return printed or [Stretch(chunk.line, 0, 0)]


def _width(rows: Sequence[Sequence[PastedCell]]) -> int:
    """Give how many cells a full row has: the most that two rows have, or the first one above merged cells."""
    widths = [len(row) for row in rows if len(row) > 1]
    twice = max((w for w, often in Counter(widths).items() if often > 1), default=0)
    first = widths[0] if widths else 0
    return first if twice < first < 2 * twice or not twice else twice
