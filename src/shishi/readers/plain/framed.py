"""Tables in a frame of +---+ and | or of ─ │ ┼: grid tables of pandoc, reStructuredText and Emacs, box drawings.

A row may have many lines and a cell reach over rows and columns, where the frame leaves its lines out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from shishi.readers.plain.drawn import DrawnCell, DrawnTable
from shishi.readers.plain.rows import WHITE, Stretch, trim
from shishi.readers.plain.widths import stops

_LEVEL = frozenset("─━═┄┅┈┉╌╍╴╶╸╺╼╾")
_UPRIGHT = frozenset("│┃║┆┇┊┋╎╏╵╷╹╻╽╿")
_BORDER = re.compile(r"[+|][-=:+]+[+|]")
_PART = re.compile(r"\+[-=:]+(?=\+)")
_BAR = re.compile(r"(?<!\\)\|")
_CROSSING = re.compile(r"[+|]")
_LEVELS = re.compile("[-=:]+")
_FEWEST_COLUMNS = 2
_HEADER_AND_ROWS = 2  # so many stretches between rules, where the rows are not parted by any
_MOST_SLOTS = 200_000


@dataclass(frozen=True)
class _Frame:
    """The lines of a frame, from line `first` of the text on, as printed and with + - | alone.

    `at` are the columns its characters begin at; `xs` and `ys` the columns and lines of its rules.
    """

    first: int
    printed: Sequence[str]
    plain: Sequence[str]
    at: Sequence[Sequence[int]]
    xs: Sequence[int]
    ys: Sequence[int]

    def find(self, line: int, column: int) -> int | None:
        """Give the character of a line that begins at a column."""
        found = self.at[line]
        at = bisect_left(found, column)
        return at if at < len(self.plain[line]) and found[at] == column else None


def find_framed(lines: Sequence[str], at: int) -> DrawnTable | None:
    """Read the table whose frame begins on this line; None unless the frame closes and its cells come out."""
    if not _is_border(_plain(lines[at])) or (at and _is_inside(_plain(lines[at - 1]))):
        return None
    below = (_plain(lines[i]) for i in range(at, len(lines)))
    frame = list(takewhile(_is_inside, below))
    if not _is_border(frame[-1]):
        return None
    printed = lines[at : at + len(frame)]
    return _in_order(printed, frame, at) or _by_place(printed, frame, at)


def _plain(line: str) -> str:
    """Draw a line with + - | alone."""
    return "".join(
        c if c < "─" or c > "╿" else "-" if c in _LEVEL else "|" if c in _UPRIGHT else "+"
        for c in line
    )


def _is_inside(line: str) -> bool:
    inner = line.strip(WHITE)
    return len(inner) > 1 and inner[0] in "+|" and inner[-1] in "+|"


def _is_border(line: str) -> bool:
    inner = line.strip(WHITE)
    return _BORDER.fullmatch(inner) is not None and "-" in inner.replace("=", "-")


# --- a frame without merged cells: the bars of every line, in their order ---


def _in_order(printed: Sequence[str], frame: Sequence[str], first: int) -> DrawnTable | None:
    """Cut lines at their bars: a cell that is too full for its column moves the bars behind it."""
    borders = [i for i, line in enumerate(frame) if _is_border(line)]
    if len({tuple(m.start() for m in _CROSSING.finditer(frame[i])) for i in borders}) > 1:
        return None
    rooms = [len(room) - 2 for room in _LEVELS.findall(frame[0])]
    groups = [list(range(a + 1, b)) for a, b in pairwise(borders) if b > a + 1]
    bars = {line: _bars(frame[line]) for group in groups for line in group}
    alike = all(len(found) == len(rooms) + 1 for found in bars.values())
    if len(rooms) < _FEWEST_COLUMNS or not groups or not alike:
        return None
    if len(groups) <= _HEADER_AND_ROWS and _is_row_a_line(frame, groups[-1], bars):
        groups[-1:] = [[line] for line in groups[-1]]
    cells: list[DrawnCell] = []
    for row, group in enumerate(groups, 1):
        for column, room in enumerate(rooms):
            ends = ((line, bars[line][column] + 1, bars[line][column + 1]) for line in group)
            own = [trim(printed[i], first + i, start=start, end=end) for i, start, end in ends]
            cells.append(DrawnCell(row, column + 1, own, room))
    return DrawnTable(first, first + len(frame), cells, [first + i for i in borders])


def _bars(line: str) -> list[int]:
    return [match.start() for match in _BAR.finditer(line)]


def _is_row_a_line(frame: Sequence[str], group: Sequence[int], bars: dict[int, list[int]]) -> bool:
    """Tell rows that no rule parts: every line prints its first cell, and most of the others."""
    full = [
        [bool(frame[line][a + 1 : b].strip(WHITE)) for a, b in pairwise(bars[line])]
        for line in group
    ]
    return len(group) > 1 and all(row[0] and 2 * sum(row) > len(row) for row in full)


# --- a frame with merged cells: what it encloses ---


def _by_place(printed: Sequence[str], plain: Sequence[str], first: int) -> DrawnTable | None:
    """Read a frame by where its lines stand; characters that may be wide are so everywhere, or nowhere."""
    parts = [(i, part) for i, line in enumerate(plain) for part in _PART.finditer(line)]
    ys = sorted({line for line, _ in parts})
    for ambiguous in (1, 2):
        at = [stops(line.rstrip(WHITE), ambiguous=ambiguous) for line in printed]
        if len({ends[-1] for ends in at}) == 1:
            xs = {at[line][end] for line, part in parts for end in part.span()}
            return _enclosed(_Frame(first, printed, plain, at, sorted(xs), ys))
    return None


def _enclosed(frame: _Frame) -> DrawnTable | None:
    """Join the slots that no rule parts to cells; None where one is no rectangle."""
    if len(frame.xs) <= _FEWEST_COLUMNS or len(frame.xs) * len(frame.ys) > _MOST_SLOTS:
        return None
    if not _is_all(frame):
        return None
    slots = [(r, c) for r in range(len(frame.ys) - 1) for c in range(len(frame.xs) - 1)]
    cell_of = {slot: slot for slot in slots}

    def top(slot: tuple[int, int]) -> tuple[int, int]:
        while cell_of[slot] != slot:
            cell_of[slot] = slot = cell_of[cell_of[slot]]
        return slot

    for row, column in slots:
        right, below = (row, column + 1), (row + 1, column)
        for other, parted in ((right, _has_wall), (below, _has_floor)):
            if other in cell_of and not parted(frame, row, column):
                one, two = sorted((top((row, column)), top(other)))
                cell_of[two] = one
    held: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for slot in slots:
        held.setdefault(top(slot), []).append(slot)
    cells = [_cell(frame, own) for own in held.values()]
    if not cells or any(cell is None for cell in cells):
        return None
    rules = [frame.first + i for i in frame.ys if _is_border(frame.plain[i])]
    end = frame.first + len(frame.plain)
    return DrawnTable(frame.first, end, [cell for cell in cells if cell], rules)


def _is_all(frame: _Frame) -> bool:
    """Tell a frame whose outermost rules enclose all of its lines, from the first place to the last."""
    first = frame.plain[0]
    sides = len(first) - len(first.lstrip(WHITE)), len(first.rstrip(WHITE)) - 1
    reaches = frame.ys[0] == 0 and frame.ys[-1] == len(frame.plain) - 1
    return reaches and sides == (frame.find(0, frame.xs[0]), frame.find(0, frame.xs[-1]))


def _has_wall(frame: _Frame, row: int, column: int) -> bool:
    """Tell whether a rule stands at the right of a slot, in each of its lines."""
    lines = range(frame.ys[row] + 1, frame.ys[row + 1])
    spots = [(line, frame.find(line, frame.xs[column + 1])) for line in lines]
    return all(at is not None and frame.plain[line][at] in "|+" for line, at in spots)


def _has_floor(frame: _Frame, row: int, column: int) -> bool:
    """Tell whether a rule lies under a slot, all along it."""
    y = frame.ys[row + 1]
    start, end = frame.find(y, frame.xs[column]), frame.find(y, frame.xs[column + 1])
    if start is None or end is None:
        return False
    return not frame.plain[y][start + 1 : end].strip("-=:+")


def _cell(frame: _Frame, slots: Sequence[tuple[int, int]]) -> DrawnCell | None:
    (row, column), (last_row, last_column) = min(slots), max(slots)
    rows, columns = last_row - row + 1, last_column - column + 1
    if len(slots) != rows * columns or min(c for _, c in slots) != column:
        return None
    left, right = frame.xs[column], frame.xs[column + columns]
    own = []
    for line in range(frame.ys[row] + 1, frame.ys[row + rows]):
        start, end = frame.find(line, left), frame.find(line, right)
        if start is None or end is None:
            return None
        own.append(trim(frame.printed[line], frame.first + line, start=start + 1, end=end))
    own = own or [Stretch(frame.first + frame.ys[row], 0, 0)]
    return DrawnCell(row + 1, column + 1, own, right - left - 3, rows, columns)
