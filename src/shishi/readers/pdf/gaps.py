"""Tables without rulings, where gaps alone part the columns and the rows, and part them clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.readers.pdf.drawn import Glyph
from shishi.readers.pdf.lines import group_lines
from shishi.readers.plain.rows import WHITE

_GUTTER = 0.45  # of the height of a character: so wide is a gap that no line of a table crosses
_WIDE = 2.2  # so wide is one gap at least of a line that may begin a table
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_CLEARLY = 1.5  # so much wider is the narrowest gap between two rows than the widest inside of one
_BELOW = (
    3  # so many lines below a table may stand in the width of its columns: a page number, a date
)
_MOST_LINES = 200
_FULL = 60  # of a hundred cells have words

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gapped:
    """A table by its gaps: the edges of its columns and rows, how far the words of each column reach,
    and the characters of each cell.
    """

    xs: list[float]
    ys: list[float]
    widths: list[Span]
    cells: dict[tuple[int, int], list[Glyph]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line: its characters, and the stretches of it that have any."""

    glyphs: list[Glyph]
    spans: list[Span]
    top: float
    bottom: float


def find_gapped(glyphs: Sequence[Glyph]) -> tuple[list[Gapped], list[Glyph]]:
    """Find the tables that gaps alone part, and the characters outside of them.

    A table has three columns at least, parted by gaps that none of its lines crosses, and three rows;
    its first row and its first column are full. Rows are parted by gaps clearly wider than those between
    the lines of a cell; where all gaps are alike, every line must begin with a number. What is not as
    clear as that stays text.
    """
    rows = [_row(line) for line in group_lines(glyphs)]
    found: list[Gapped] = []
    rest: list[Glyph] = []
    at = 0
    if len(rows) > _MOST_LINES:
        return [], list(glyphs)
    while at < len(rows):
        longest = _end(rows, at)
        ends = range(longest, max(at + _FEWEST_ROWS, longest - _BELOW) - 1, -1)
        tables = ((end, _table(rows[at:end])) for end in ends)
        end, table = next((found for found in tables if found[1]), (at, None))
        if table:
            found.append(table)
            at = end
        else:
            rest += rows[at].glyphs
            at += 1
    return found, rest


def _row(line: list[Glyph]) -> _Row:
    shown = [g for g in line if g.character not in WHITE] or line
    size = max(g.size for g in shown)
    spans: list[Span] = []
    for glyph in shown:
        left, right = glyph.box.left, glyph.box.right
        if spans and left - spans[-1][1] < _GUTTER * size:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return _Row(line, spans, min(g.box.top for g in shown), max(g.box.bottom for g in shown))


def _end(rows: Sequence[_Row], start: int) -> int:
    """Find how far a table that begins here may go: up to a line that crosses a gap others keep."""
    end = start + 1
    gutters = _gutters(rows[start:end])
    while end < len(rows):
        narrowed = _gutters(rows[start : end + 1])
        lost = [g for g in gutters if not any(_within(n, g) for n in narrowed)]
        if len(narrowed) + 1 < _FEWEST_COLUMNS and end - start >= _FEWEST_ROWS:
            break
        if any(_support(rows[start:end], g) > 1 for g in lost):
            break
        gutters, end = narrowed, end + 1
    return end


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _support(rows: Sequence[_Row], gutter: Span) -> int:
    """Count the lines with words on both sides of a gap."""
    return sum(
        any(b <= gutter[0] for _, b in row.spans) and any(a >= gutter[1] for a, _ in row.spans)
        for row in rows
    )


def _gutters(rows: Sequence[_Row]) -> list[Span]:
    """Give the gaps that no line crosses, from left to right."""
    size = max(row.bottom - row.top for row in rows)
    filled: list[Span] = []
    for left, right in sorted(span for row in rows for span in row.spans):
        if filled and left - filled[-1][1] < _GUTTER * size:
            filled[-1] = (filled[-1][0], max(filled[-1][1], right))
        else:
            filled.append((left, right))
    return [(a[1], b[0]) for a, b in pairwise(filled)]


def _table(rows: Sequence[_Row]) -> Gapped | None:
    gutters = _gutters(rows)
    bands, clear = _bands(rows)
    if len(gutters) + 1 < _FEWEST_COLUMNS or len(bands) < _FEWEST_ROWS:
        return None
    xs = [
        min(a for row in rows for a, _ in row.spans),
        *((a + b) / 2 for a, b in gutters),
        max(b for row in rows for _, b in row.spans),
    ]
    ys = [bands[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(bands)), bands[-1][1]]
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in (g for row in rows for g in row.glyphs if g.character not in WHITE):
        x, y = glyph.box.middle
        spot = sum(y > edge for edge in ys[1:-1]), sum(x > edge for edge in xs[1:-1])
        cells.setdefault(spot, []).append(glyph)
    height, width = len(bands), len(xs) - 1
    edges = [(0, c) for c in range(width)] + [(r, 0) for r in range(height)]
    full = 100 * len(cells) >= _FULL * height * width
    if not full or not all(spot in cells for spot in edges):
        return None
    numbers = ("".join(g.character for g in cells[row, 0]) for row in range(1, height))
    if not clear and not all(map(str.isdecimal, numbers)):
        return None
    widths = [
        (
            min(g.box.left for (_, c), held in cells.items() if c == column for g in held),
            max(g.box.right for (_, c), held in cells.items() if c == column for g in held),
        )
        for column in range(width)
    ]
    return Gapped(xs, ys, widths, cells)


def _bands(rows: Sequence[_Row]) -> tuple[list[Span], bool]:
    """Give the rows of a table as stretches from the top down, and whether gaps tell them from lines."""
    stretches: list[Span] = []
    for top, bottom in sorted((row.top, row.bottom) for row in rows):
        if stretches and top < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], bottom))
        else:
            stretches.append((top, bottom))
    gaps = sorted(b[0] - a[1] for a, b in pairwise(stretches))
    steps = [(wide / max(near, 1.0), wide) for near, wide in pairwise(gaps)]
    ratio, edge = max(steps, default=(0.0, 0.0))
    if ratio < _CLEARLY:
        return stretches, False
    bands = [stretches[0]]
    for before, after in pairwise(stretches):
        if after[0] - before[1] < edge:
            bands[-1] = (bands[-1][0], after[1])
        else:
            bands.append(after)
    return bands, True
