"""Tables whose columns are drawn by a line of dashes, as pandoc and reStructuredText draw them.

Three kinds: a header, dashes, a row a line up to a blank one; rows between two lines of dashes; and
between two unbroken lines as wide as the dashes. Where blank lines part the rows they may have several.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from shishi.readers.plain.drawn import DrawnCell, DrawnTable
from shishi.readers.plain.rows import WHITE, trim
from shishi.readers.plain.widths import cut_lines

_DASHES = re.compile(r"[ \t]*(?:-+(?: +-+)+|=+(?: +=+)+)[ \t]*")
_UNBROKEN = re.compile(r" *-{8,} *")
_GROUP = re.compile("-+|=+")
_SHORTEST = 8  # so many dashes are no decoration
_MOST_HEADER_LINES = 12
_LEAST_FULL = 2  # cells of some row


@dataclass(slots=True)
class Rules:
    """The lines of a text that are dashes: by what they print, and the unbroken ones."""

    dashes: dict[str, list[int]] = field(default_factory=dict)
    unbroken: list[int] = field(default_factory=list)


def rules_of(lines: Sequence[str]) -> Rules:
    """Find the lines that are dashes, once for a text."""
    rules = Rules()
    for number, line in enumerate(lines):
        if _is_dashes(line):
            rules.dashes.setdefault(line.strip(), []).append(number)
        elif _UNBROKEN.fullmatch(line):
            rules.unbroken.append(number)
    return rules


def find_dashed(lines: Sequence[str], at: int, rules: Rules) -> DrawnTable | None:
    """Read the table that begins on this line: with its dashes, an unbroken line, or its header.

    None unless every line of it can be cut where the dashes say.
    """
    if _UNBROKEN.fullmatch(lines[at]):
        return _framed(lines, at, rules)
    if _is_dashes(lines[at]):
        return _between(lines, at, rules)
    return _headed(lines, at)


def _framed(lines: Sequence[str], at: int, rules: Rules) -> DrawnTable | None:
    """Read a table between two unbroken lines, its header over the dashes."""
    dashes = next((i for i in range(at + 1, _beyond(lines, at)) if _is_dashes(lines[i])), None)
    if dashes is None or not _same_extent(lines[at], lines[dashes]):
        return None
    end = next(iter(rules.unbroken[bisect_right(rules.unbroken, dashes) :][:1]), None)
    if end is None or not _same_extent(lines[at], lines[end]):
        return None
    header = range(at + 1, dashes)
    rows = [list(header), *_blocks(lines, dashes + 1, end)]
    return _table(lines, range(at, end + 1), rows, dashes=dashes)


def _between(lines: Sequence[str], at: int, rules: Rules) -> DrawnTable | None:
    """Read a table between two lines of dashes; a third one under its first rows ends the header."""
    found = rules.dashes[lines[at].strip()]
    later = bisect_right(found, at)
    alike = found[later : later + 2]
    if not alike:
        return None
    ruled = "=" in lines[at]
    header = alike[0] if ruled and len(alike) > 1 else at
    end = alike[1] if header > at else alike[0]
    rows = _blocks(lines, header + 1, end)
    if ruled:
        body = [line for block in rows for line in block]
        rows = list(_by_first(lines, body, at))
    above = [list(range(at + 1, header))] if header > at else []
    return _table(lines, range(at, end + 1), [*above, *rows], dashes=at)


def _headed(lines: Sequence[str], at: int) -> DrawnTable | None:
    """Read a table that begins with its header: the lines over the dashes, up to a blank one."""
    if not lines[at].strip(WHITE) or (at and lines[at - 1].strip(WHITE)):
        return None
    dashes = next((i for i in range(at + 1, _beyond(lines, at)) if _is_dashes(lines[i])), None)
    if dashes is None or not all(line.strip(WHITE) for line in lines[at:dashes]):
        return None
    end = next((i for i in range(dashes, len(lines)) if not lines[i].strip(WHITE)), len(lines))
    rows = [list(range(at, dashes)), *([line] for line in range(dashes + 1, end))]
    return _table(lines, range(at, end), rows, dashes=dashes)


def _beyond(lines: Sequence[str], at: int) -> int:
    return min(len(lines), at + _MOST_HEADER_LINES)


def _is_dashes(line: str) -> bool:
    return _DASHES.fullmatch(line) is not None and len(line.replace(" ", "")) >= _SHORTEST


def _same_extent(one: str, other: str) -> bool:
    return len(one.rstrip()) == len(other.rstrip()) and one.index("-") == other.index("-")


def _blocks(lines: Sequence[str], start: int, end: int) -> list[list[int]]:
    """Part lines into rows: those that blank lines part; where there are none, a row a line."""
    blocks: list[list[int]] = []
    for line in range(start, end):
        if not lines[line].strip(WHITE):
            blocks.append([])
        elif not _is_dashes(lines[line]):
            blocks = blocks or [[]]
            blocks[-1].append(line)
    told = [block for block in blocks if block]
    return [[line] for block in told for line in block] if len(blocks) == 1 else told


def _by_first(lines: Sequence[str], block: Sequence[int], dashes: int) -> Iterator[list[int]]:
    """Part lines where the first column has words, as reStructuredText has it."""
    starts = _starts(lines[dashes])
    row: list[int] = []
    for line in block:
        cut = cut_lines([lines[line]], starts[:2])
        if row and cut and lines[line][slice(*cut[0][0])].strip(WHITE):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _starts(dashes: str) -> list[int]:
    return [match.start() for match in _GROUP.finditer(dashes)]


def _table(
    lines: Sequence[str], extent: range, rows: Sequence[Sequence[int]], *, dashes: int
) -> DrawnTable | None:
    """Cut the lines of every row where a line of dashes says; `extent` is all the lines of the table."""
    starts = _starts(lines[dashes])
    rooms = [len(match[0]) for match in _GROUP.finditer(lines[dashes])]
    body = [line for row in rows for line in row]
    cuts = cut_lines([lines[line] for line in body], starts)
    if cuts is None:
        return None
    cut_of = dict(zip(body, cuts, strict=True))
    cells: list[DrawnCell] = []
    fullest = 0
    for row, numbers in enumerate((r for r in rows if r), 1):
        own = [DrawnCell(row, column, [], room) for column, room in enumerate(rooms, 1)]
        for line in numbers:
            for cell, (start, end) in zip(own, cut_of[line], strict=True):
                cell.lines.append(trim(lines[line], line, start=start, end=end))
        if numbers[0] > dashes:
            fullest = max(fullest, sum(any(s.start < s.end for s in cell.lines) for cell in own))
        cells += own
    if fullest < _LEAST_FULL:
        return None
    rules = [i for i in extent if i not in cut_of and lines[i].strip(WHITE)]
    return DrawnTable(extent.start, extent.stop, cells, rules)
