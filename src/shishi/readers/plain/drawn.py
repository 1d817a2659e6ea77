"""Tables that a text draws: by dashes over its columns, or by a frame. Their cells, and what each prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shishi.readers.plain.rows import Stretch
from shishi.readers.plain.widths import extent

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?<!\*)\*\*(?!\*)")
"""What Markdown puts before a character that would mean something, and around what is bold.

More stars in a row hide something (138****5678) and stay.
"""


@dataclass(slots=True)
class DrawnCell:
    """A cell: position from 1, spans, and its lines, blank ones too; `room` is the width of its column."""

    row: int
    column: int
    lines: list[Stretch]
    room: int
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class DrawnTable:
    """Lines `first` to `last` (half-open, from 0) that draw a table, its cells, and its rules.

    `laid`: spaces alone part its columns, and nothing its rows; the `room` of a cell is that of its full lines.
    `clear`: these part it beyond doubt.
    """

    first: int
    last: int
    cells: list[DrawnCell]
    rules: list[int] = field(default_factory=list)
    laid: bool = False
    clear: bool = False

    @property
    def height(self) -> int:
        """Give how many rows it has."""
        return max(cell.row + cell.rows - 1 for cell in self.cells)

    @property
    def width(self) -> int:
        """Give how many columns it has."""
        return max(cell.column + cell.columns - 1 for cell in self.cells)


def paragraphs_of(
    lines: Sequence[str], table: DrawnTable
) -> Iterator[tuple[DrawnCell, list[list[Stretch]]]]:
    """Yield each cell with the paragraphs it prints: stretches that follow one another.

    Blank lines part paragraphs, and so do the breaks of Markdown (\\); where a table has any of those
    other lines go on. Without them a line that fills its column goes on, and so does one before such a line,
    for a program that cuts a word may fill from its end. A table whose every column is just as wide as its longest line was made to fit: no line of it was cut.
    """
    if table.laid:
        for cell in table.cells:
            yield cell, _filled(lines, cell)
        return
    marked = any(_is_broken(lines, line) for cell in table.cells for line in cell.lines[:-1])
    fitted = not marked and _is_fitted(lines, table)
    for cell in table.cells:
        paragraphs: list[list[Stretch]] = []
        for block in _blocks(lines, cell):
            joined = [marked or (not fitted and w) for w in _wrapped(lines, block, cell.room)]
            paragraphs += _joined(lines, block, joined)
        yield cell, paragraphs or [cell.lines[:1]]


def _filled(lines: Sequence[str], cell: DrawnCell) -> list[list[Stretch]]:
    """Part the lines of a cell behind those that are not full."""
    paragraphs: list[list[Stretch]] = [[]]
    for line in cell.lines:
        paragraphs[-1].append(line)
        if _extent(lines, line) < cell.room and line is not cell.lines[-1]:
            paragraphs.append([])
    return paragraphs


def _is_fitted(lines: Sequence[str], table: DrawnTable) -> bool:
    longest: dict[int, int] = {}
    rooms: dict[int, int] = {}
    for cell in (c for c in table.cells if c.columns == 1):
        widest = max((_extent(lines, line) for line in cell.lines), default=0)
        longest[cell.column] = max(longest.get(cell.column, 0), widest)
        rooms[cell.column] = cell.room
    return all(longest[column] == room for column, room in rooms.items())


def _extent(lines: Sequence[str], line: Stretch) -> int:
    return extent(lines[line.line][line.start : line.end])


def _blocks(lines: Sequence[str], cell: DrawnCell) -> Iterator[list[Stretch]]:
    """Yield the lines of a cell that no blank line and no mark of a break parts."""
    block: list[Stretch] = []
    for line in cell.lines:
        if line.start < line.end:
            block.append(line)
        if block and (line.start == line.end or _is_broken(lines, line)):
            yield block
            block = []
    if block:
        yield block


def _wrapped(lines: Sequence[str], block: Sequence[Stretch], room: int) -> list[bool]:
    """Tell for each line but the last whether the next one goes on from it: one of the two is full."""
    full = [_extent(lines, line) >= room - 1 for line in block]
    return [before or after for before, after in pairwise(full)]


def _joined(
    lines: Sequence[str], block: Sequence[Stretch], joined: Sequence[bool]
) -> list[list[Stretch]]:
    paragraphs: list[list[Stretch]] = []
    for line, goes_on in zip(block, [False, *joined], strict=True):
        if not goes_on:
            paragraphs.append([])
        last = line is block[-1] and _is_broken(lines, line)
        end = line.end - 1 if last else line.end
        paragraphs[-1] += unmarked(lines, Stretch(line.line, line.start, end))
    return paragraphs


def _is_broken(lines: Sequence[str], line: Stretch) -> bool:
    text = lines[line.line][line.start : line.end]
    slashes = len(text) - len(text.rstrip("\\"))
    return slashes % 2 == 1 and len(text) > 1


def unmarked(lines: Sequence[str], line: Stretch) -> Iterator[Stretch]:
    """Yield the stretches between the marks of Markdown, which are not part of the text."""
    text = lines[line.line][line.start : line.end]
    start = at = 0
    nothing = True
    while found := _ESCAPE.search(text, at):
        if found.start() > start:
            nothing = False
            yield Stretch(line.line, line.start + start, line.start + found.start())
        start = found.end()
        at = start if text[found.start()] == "*" else start + 1
    if start < len(text) or nothing:
        yield Stretch(line.line, line.start + start, line.end)
