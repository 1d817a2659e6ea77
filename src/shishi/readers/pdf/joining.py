"""Joining: pages put together again: running heads told from text, tables and rows that a page cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.readers.pdf.lines import Line, ends_by_intent
from shishi.readers.pdf.sheet import Box, Sheet, Table

_NEAR = 4.0  # points
_EDGE_LINES = 3
_PAGE_NUMBER = re.compile(
    r"[-–—―~·\s]*第?\s*[0-9]{1,4}\s*页?(?:\s*(?:[/／,，]|of)?\s*共?\s*[0-9]{1,4}\s*页?)?[-–—―~·\s]*",
    re.IGNORECASE,
)
_DEEPEST_HEADER = 4


def take_running(sheets: Sequence[Sheet]) -> list[str]:
    """Take the running heads and feet and the page numbers out of the pages, and give them in order.

    They stand at the edge of a page and, their numbers aside, again at the same height of another.
    Where a head is printed first it stays: it may be the title.
    """
    counts = Counter(key for sheet in sheets for key in {_key(line) for line in _edge_lines(sheet)})
    taken, seen = [], set()
    for sheet in sheets:
        edge = {id(line): line for line in _edge_lines(sheet)}
        kept: list[Table | Line] = []
        for block in sheet.blocks:
            if not isinstance(block, Line) or id(block) not in edge:
                kept.append(block)
                continue
            repeated = counts[_key(block)] > 1
            is_number = _PAGE_NUMBER.fullmatch(block.text) is not None and block in _last(sheet)
            is_first_head = block.top < sheet.height / 2 and _key(block) not in seen
            seen.add(_key(block))
            if is_number or (repeated and not is_first_head):
                taken.append(block.text)
            else:
                kept.append(block)
        sheet.blocks = kept
    return taken


def _edge_lines(sheet: Sheet) -> list[Line]:
    """Give the lines before the first table of a page and after its last one, a few of each."""
    first: list[Line] = []
    last: list[Line] = []
    for found, blocks in ((first, sheet.blocks), (last, sheet.blocks[::-1])):
        for block in blocks[:_EDGE_LINES]:
            if not isinstance(block, Line):
                break
            found.append(block)
    return [*first, *(line for line in last if line not in first)]


def _last(sheet: Sheet) -> list[Table | Line]:
    return sheet.blocks[-1:] + sheet.blocks[:1]


def _key(line: Line) -> tuple[str, int]:
    return re.sub("[0-9]+", "#", line.text), round(line.top / _NEAR)


def join_sheets(sheets: Sequence[Sheet]) -> Iterator[Table | list[tuple[int, Line]]]:
    """Yield tables, each whole, and the lines between them with their pages, in reading order."""
    lines: list[tuple[int, Line]] = []
    open_table: Table | None = None
    for sheet, after in pairwise(sheets):
        _take_overflow(sheet, after)
    for sheet in sheets:
        for block in sheet.blocks:
            if isinstance(block, Line):
                if open_table:
                    yield open_table
                    open_table = None
                lines.append((sheet.number, block))
            elif open_table and open_table.pages[-1] < sheet.number and _fits(open_table, block):
                _append(open_table, block)
            else:
                if open_table:
                    yield open_table
                if lines:
                    yield lines
                    lines = []
                open_table = block
    if open_table:
        yield open_table
    if lines:
        yield lines


def _take_overflow(sheet: Sheet, after: Sheet) -> None:
    """Give a table what runs over its lower side where the next page goes on with it.

    A merged cell whose words stand in its middle is cut by the page there, and not by its ruling.
    """
    tables = [i for i, block in enumerate(sheet.blocks) if isinstance(block, Table)]
    following = after.blocks[0] if after.blocks else None
    if not tables or not isinstance(following, Table):
        return
    table = sheet.blocks[tables[-1]]
    if not isinstance(table, Table) or not _fits(table, following):
        return
    bottom = [b for b in table.boxes if b.row + b.rows == table.height]
    while len(sheet.blocks) > tables[-1] + 1:
        line = sheet.blocks[tables[-1] + 1]
        if isinstance(line, Table):
            return
        box = next(
            (b for b in bottom if b.left - 1 <= line.left and line.right <= b.right + 1), None
        )
        if box is None or line.top > box.bottom + line.size:
            return
        box.lines.append(line)
        box.bottom = max(box.bottom, line.bottom)
        del sheet.blocks[tables[-1] + 1]


def _fits(table: Table, more: Table) -> bool:
    """Tell whether a table can go on in another: the same columns."""
    return len(table.xs) == len(more.xs) and all(
        abs(a - b) <= _NEAR for a, b in zip(table.xs, more.xs, strict=True)
    )


def _append(table: Table, more: Table) -> None:
    """Let a table go on: its header dropped, cells and rows that the page cut made whole."""
    header = _repeated_header(table, more)
    table.header = max(table.header, header)
    table.heads += [box.print for box in more.boxes if box.row < header and box.print]
    boxes = [replace(box, row=box.row - header) for box in more.boxes if box.row >= header]
    pages = more.pages[header:]
    if not pages:
        return
    bottom = {(b.column, b.columns): b for b in table.boxes if b.row + b.rows == table.height}
    deep = _header_depth(table)
    below = [b for b in table.boxes if b.row >= deep]
    merging = {b.column for b in (*below, *boxes) if b.rows > 1}
    cut_row = _is_cut_row(table, boxes, merging)
    offset = table.height - cut_row
    for box in boxes:
        above = bottom.get((box.column, box.columns)) if box.row == 0 else None
        if above and (cut_row or _goes_on(above, box, merging)):
            above.lines += box.lines
            above.rows = offset + box.rows - above.row
        else:
            box.row += offset
            table.boxes.append(box)
    table.height = offset + len(pages)
    table.pages += pages[cut_row:]


def _repeated_header(table: Table, more: Table) -> int:
    """Count the rows at the top of a page that are the top rows of the table, printed again."""
    found = 0
    for depth in range(1, min(_DEEPEST_HEADER, table.height, more.height + 1)):
        ours, theirs = _top(table, depth), _top(more, depth)
        if not ours or ours != theirs:
            break
        if sum(bool(text) for *_, text in ours) > 1:
            found = depth
    return found


def _top(table: Table, depth: int) -> list[tuple[int, int, int, int, str]]:
    return [(b.row, b.column, b.rows, b.columns, b.print) for b in table.boxes if b.row < depth]


def _goes_on(above: Box, box: Box, merging: set[int]) -> bool:
    """Tell a merged cell that a page cut: blank on one of the two pages."""
    return box.column in merging and bool(above.lines) != bool(box.lines)


def _is_cut_row(table: Table, boxes: Sequence[Box], merging: set[int]) -> bool:
    """Tell whether the first row of a page is the rest of the row before.

    It is where the first of the columns that have words in every row is blank, or half of them are;
    and, where there are none, if all its words go on in the middle of a sentence.
    """
    first = {b.column: b for b in boxes if b.row == 0 and b.column not in merging}
    last = {
        b.column: b
        for b in table.boxes
        if b.row == table.height - 1 and b.rows == 1 and b.column not in merging
    }
    blank = {c for c, b in first.items() if not b.lines and c in last and last[c].lines}
    printed = {c: b for c, b in first.items() if b.lines}
    if not blank or not printed or any(c not in last or not last[c].lines for c in printed):
        return False
    filled = _always_filled(table)
    if filled:
        return min(filled) in blank or 2 * len(filled & blank) >= len(filled)
    return all(_breaks_off(last[c], box) for c, box in printed.items())


def _header_depth(table: Table) -> int:
    """Give how deep the first row reaches down: cells merged there say nothing of the rows below."""
    depth = max((b.rows for b in table.boxes if b.row == 0), default=0)
    return depth if depth < min(_DEEPEST_HEADER, table.height) else 1


def _always_filled(table: Table) -> set[int]:
    """Give the columns with words in every row below the header, two rows at least."""
    deep = _header_depth(table)
    filled = Counter(b.column for b in table.boxes if b.row >= deep and b.rows == 1 and b.lines)
    return {c for c, count in filled.items() if count == table.height - deep > 1}


def _breaks_off(above: Box, box: Box) -> bool:
    last, first = above.lines[-1], box.lines[0]
    reaches_bottom = above.bottom - last.bottom < 1.5 * last.size
    return reaches_bottom and not ends_by_intent(last, first, width=above.right - above.left)
