"""Find the tables in pasted lines: cells parted by bars or by tabs, a row on one line or more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

BARS = "|｜│"
# What prints nothing at the edge of a cell or a line; str.strip() alone leaves the zero-width ones.
WHITE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_BAR = re.compile(f"[{BARS}]")
_FIGURE = re.compile(r"[(（]?[0-9０-９一二三四五六七八九十]")
_LABELLED = re.compile(f"[\u4e00-\u9fff]{{2,8}}[:：][^。;；:：{BARS}]{{2,20}}[{BARS}\\s]+")
"""A heading that says what it names: 分管领导:方朔|"""
_BEGINS_ROW = re.compile(r"\s*\t|[(（ \u3000]?[0-9０-９①-⑳一二三四五六七八九十]")
_COUNTED = re.compile(r"\s*[(（]?[一二三四五六七八九十]{1,3}[)）、.．]")
_SENTENCE = re.compile("[。；;，,]")
_SEPARATOR = re.compile(f"(?=.*-)[-+:—─ \t{BARS}]+")
LINE_BREAK = re.compile("<br ?/?>", re.IGNORECASE)
_MOST_QUOTED_LINES = 200
_FEWEST_ALIKE = 2
_FEWEST_HEADED = 4
_MOST_LINES = 3  # a cell may run on over so many lines; more is text between two tables


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of line `line`, all counted from 0."""

    line: int
    start: int
    end: int


# A cell is the stretches of it, one a line (more where a doubled quotation mark stood).
PastedCell = list[Stretch]


@dataclass(slots=True)
class PastedTable:
    """Lines `first` to `last` (half-open, from 0) that make a table, and its rows."""

    first: int
    last: int
    rows: list[list[PastedCell]]
    barred: bool  # bars part its cells, not tabs
    separators: list[int] = field(default_factory=list)  # lines of |---|---|
    spanning: bool = False  # a row of one cell is a cell over all columns
    spans: frozenset[int] = frozenset()  # so is each of these rows of one, which count from 1

    def move(self, lines: int) -> None:
        """Count from so many lines earlier: the table was found in a part of the text."""
        if lines:
            self.first, self.last = self.first + lines, self.last + lines
            self.separators = [line + lines for line in self.separators]
            self.rows = [
                [[Stretch(s.line + lines, s.start, s.end) for s in cell] for cell in row]
                for row in self.rows
            ]


def find_tables(lines: Sequence[str]) -> Iterator[PastedTable]:
    """Find the runs of lines that are rows of a table: at least two rows, in the order of the lines.

    A row is a line with a bar or a tab between two cells. A line that only ends with bars is one
    cell a line, which is no row. A cell may be broken over lines where the bars of the lines add up
    to those of the other rows; between quotation marks, as spreadsheets write them, where tabs part.
    """
    line = tabs_from = 0
    while line < len(lines):
        table = None
        if line >= tabs_from:  # a run of lines with tabs is looked at once
            table, tabs_from = _tab_table(lines, line)
        table = table or _bar_table(lines, line)
        if table:
            yield table
        line = table.last if table else line + 1


# --- tabs ---


def _tab_table(lines: Sequence[str], first: int) -> tuple[PastedTable | None, int]:
    """Read the run of lines with tabs that starts here; give it, if a table, and the line after."""
    table = PastedTable(first, first, [], barred=False)
    inner = 0
    while table.last < len(lines) and "\t" in lines[table.last]:
        inner += "\t" in lines[table.last].strip(WHITE)
        row, table.last = _tab_row(lines, table.last)
        table.rows.append(row)
        above = inner > 1 or _may_head(row, lines[table.last : table.last + 1])
        if above and (between := _lines_between(lines, table)):
            table.rows.append([between])
            table.last += len(between)
    return table if inner > 1 else None, table.last


def _may_head(row: Sequence[PastedCell], below: Sequence[str]) -> bool:
    """Tell a first row that a heading may follow at once: wide, unless that counts from 一, and every cell of it prints."""
    return len(row) >= _fewest_cells(below) and all(map(_prints, row))


def _fewest_cells(heading: Sequence[str]) -> int:
    """Give how many cells the rows around a heading have at least; fewer where it counts from 一."""
    return _FEWEST_HEADED - any(map(_COUNTED.match, heading[:1]))


def _lines_between(lines: Sequence[str], table: PastedTable) -> PastedCell:
    """Give the lines without tabs behind the last row where the table goes on below them.

    They are a heading between the rows, or go on in the last cell above: a row of one cell says so much.
    The row below is as wide as others, and no header: it begins with a figure, or with a blank cell, or is wide,
    tells something and reads like those above. Below a heading that counts from 一 it may lack blank cells at its end.
    """
    rest = islice(lines, table.last, table.last + _MOST_LINES + 1)
    between = list(takewhile(lambda text: text.strip(WHITE) and "\t" not in text, rest))
    below = table.last + len(between)
    if not between or len(between) > _MOST_LINES or below >= len(lines):
        return []
    row = _tab_row(lines, below)[0] if "\t" in lines[below] else []
    widths = {len(row) for row in table.rows}
    tells = len(row) >= _fewest_cells(between) and _tells(lines, row, table.rows[1:])
    shorter = tells and len(row) < max(widths) and _COUNTED.match(between[0])
    if not shorter and (len(row) not in widths or not (tells or _BEGINS_ROW.match(lines[below]))):
        return []
    numbers = range(table.last, below)
    return [trim(lines[n], n, start=0, end=len(lines[n])) for n in numbers]


def _tells(
    lines: Sequence[str], row: Sequence[PastedCell], above: Sequence[Sequence[PastedCell]]
) -> bool:
    """Tell a row with a sentence in a cell, which hardly a header has, and which reads like those above, if any.

    Under a line that heads another table a header or a signature may have a comma, but has it elsewhere.
    """
    words = [_printed(lines, cell) for cell in row]
    if not any(map(_SENTENCE.search, words)):
        return False
    rows = [[_printed(lines, cell) for cell in other] for other in above if len(other) > 1]
    columns = [
        (word, [other[at] for other in rows if at < len(other) and other[at]])
        for at, word in enumerate(words)
        if word
    ]
    alike = any(_ends_alike(word, others) for word, others in columns)
    return not rows or (alike and not any(_breaks(word, others) for word, others in columns))


def _ends_alike(word: str, others: Sequence[str]) -> bool:
    """Tell a cell that is a sentence as one above it, or ends as one does: 区水务局 below 区城管局."""
    sentence = _SENTENCE.search(word) is not None
    return any(word[-1] == o[-1] or (sentence and _SENTENCE.search(o)) for o in others)


def _breaks(word: str, others: Sequence[str]) -> bool:
    """Tell a cell without a sentence in a column of sentences; one that says there is nothing is none: / or 无."""
    return (
        len(others) >= _FEWEST_ALIKE
        and all(map(_SENTENCE.search, others))
        and len(word) > 1
        and not _SENTENCE.search(word)
    )


def _printed(lines: Sequence[str], cell: PastedCell) -> str:
    return "".join(lines[s.line][s.start : s.end] for s in cell)


def _tab_row(lines: Sequence[str], line: int) -> tuple[list[PastedCell], int]:
    """Read one row from the start of a line; give it and the line after it."""
    row: list[PastedCell] = []
    position = 0
    while True:
        cell, line, position = _quoted(lines, line, position) or _unquoted(lines, line, position)
        row.append(cell)
        if position >= len(lines[line]):
            return row, line + 1
        position += 1  # the tab


def _unquoted(lines: Sequence[str], line: int, start: int) -> tuple[PastedCell, int, int]:
    end = lines[line].find("\t", start)
    end = len(lines[line]) if end < 0 else end
    return [trim(lines[line], line, start=start, end=end)], line, end


def _quoted(lines: Sequence[str], line: int, start: int) -> tuple[PastedCell, int, int] | None:
    """Read a cell in quotation marks, or None when it is not one to its end (打造"样板"…)."""
    if not lines[line].startswith('"', start):
        return None
    cell: PastedCell = []
    position = start + 1
    beyond = min(line + _MOST_QUOTED_LINES, len(lines))
    while line < beyond:
        end = lines[line].find('"', position)
        if end < 0:
            cell.append(Stretch(line, position, len(lines[line])))
            line, position = line + 1, 0
        elif lines[line].startswith('"', end + 1):
            cell.append(Stretch(line, position, end + 1))  # of two marks the first is kept
            position = end + 2
        else:
            cell.append(Stretch(line, position, end))
            closed = end + 1 == len(lines[line]) or lines[line][end + 1] == "\t"
            return (cell, line, end + 1) if closed else None
    return None


# --- bars ---


def _bar_table(lines: Sequence[str], first: int) -> PastedTable | None:
    if not _is_row(lines[first]):
        return None
    last, width = _bar_run(lines, first)
    if not width:
        return None
    table = PastedTable(first, last, [], barred=True)
    body = [line for line in range(first, last) if lines[line].strip(WHITE)]
    table.separators = [line for line in body if _is_separator(lines[line])]
    groups = _group(lines, [line for line in body if line not in table.separators], width)
    rows = [_split(lines, group) for group in groups]
    parted = [row for row in rows if len(row) > 1]
    left = all(not _prints(row[0]) for row in parted)
    right = all(not _prints(row[-1]) for row in parted)
    table.rows = [row[left : len(row) - right] if len(row) > 1 else row for row in rows]
    return table


def _bar_run(lines: Sequence[str], first: int) -> tuple[int, int]:
    """Give the line after the run of rows that starts here, and how many bars most rows have.

    The number of bars is 0 where it is no run of at least two rows alike.
    """
    counts: Counter[int] = Counter()
    ruled = 0
    edges = _edges(lines[first])
    last = line = first
    while line < len(lines) and line - last <= _MOST_LINES:
        bars = _bars(lines[line])
        if bars and _is_separator(lines[line]):
            ruled, last = 1, line + 1
        elif _is_row(lines[line]):
            blank_before = not all(text.strip(WHITE) for text in lines[last:line])
            if blank_before and bars not in counts:
                break
            counts[bars] += 1
            last = line + 1
        elif bars and bars in counts:  # a row with one cell filled
            last = line + 1
        elif bars and _edges(lines[line]) == edges and lines[line - 1].strip(WHITE):
            pass  # a heading between the bars that stand at the edges of each row
        elif _is_closed_heading(lines, line, counts):
            pass
        elif bars or _stands_apart(lines, line) or _is_over_other(lines, line, counts):
            break
        line += 1
    width, often = counts.most_common(1)[0] if counts else (0, 0)
    return last, width if often + ruled > 1 else 0


def _is_closed_heading(lines: Sequence[str], line: int, counts: Mapping[int, int]) -> bool:
    """Tell a heading with bars at its end alone, between two rows as wide as each other: 一、道路交通| or 分管领导:方朔|

    It has a number or a label.
    """
    above, below = lines[line - 1], lines[line + 1] if line + 1 < len(lines) else ""
    heading = lines[line].strip(WHITE)
    if not (_edges(heading)[1] and (_FIGURE.match(heading) or _LABELLED.fullmatch(heading))):
        return False
    if not (_is_row(above) and _is_row(below)):
        return False
    return _bars(below) >= _FEWEST_ALIKE and _bars(above) == _bars(below) in counts


def _stands_apart(lines: Sequence[str], line: int) -> bool:
    """Tell a line without bars after a blank one: the title of the next table, and no broken cell."""
    return bool(lines[line].strip(WHITE)) and not lines[line - 1].strip(WHITE)


def _is_over_other(lines: Sequence[str], line: int, counts: Mapping[int, int]) -> bool:
    """Tell a line without bars that stands over another table: rows above it are alike, all below it are, too, in another way.

    A header begins those below: it has no number in front, and no figures over a column that has them.
    """
    if max(counts.values(), default=0) < _FEWEST_ALIKE:
        return False
    below = list(takewhile(_is_row, islice(lines, line + 1, None)))
    widths = {*map(_bars, below)}
    if len(below) <= _FEWEST_ALIKE or len(widths) > 1 or widths & counts.keys():
        return False
    header, *rows = [[_FIGURE.search(cell) for cell in _BAR.split(row)] for row in below]
    bare = _FIGURE.match(below[0].strip(WHITE + BARS)) is None
    return bare and any(not head and all(cells) for head, *cells in zip(header, *rows, strict=True))


def _group(lines: Sequence[str], body: list[int], width: int) -> list[list[int]]:
    """Put the lines of one row together: their bars add up, or they have none and follow it.

    Where most lines with too few bars do not add up, rows lack cells, and no line goes on in the next.
    A line without bars behind a row that a bar closes is a row of its own.
    """
    broken = _broken(lines, body, width)
    closed = sum(_is_closed(lines[line]) for line in body) * 2 > len(body)
    groups: list[list[int]] = []
    for line in body:
        sofar = sum(_bars(lines[before]) for before in groups[-1]) if groups else width
        apart = closed and sofar >= width and _is_closed(lines[groups[-1][-1]] if groups else "")
        if groups and ((not _bars(lines[line]) and not apart) or line in broken):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _broken(lines: Sequence[str], body: Sequence[int], width: int) -> frozenset[int]:
    """Give the lines with bars that go on with the row of the line before."""
    going_on: list[int] = []
    alone = 0
    at = 0
    while at < len(body):
        end, sofar = at + 1, _bars(lines[body[at]])
        while 0 < sofar < width and end < len(body) and sofar + _bars(lines[body[end]]) <= width:
            sofar += _bars(lines[body[end]])
            end += 1
        if 0 < sofar < width:
            alone, end = alone + 1, at + 1
        elif sofar == width:
            going_on += body[at + 1 : end]
        at = end
    return frozenset(going_on if len(going_on) >= alone else ())


def _edges(text: str) -> tuple[bool, bool]:
    """Tell whether a line begins with a bar, and whether it ends with one."""
    inner = text.strip(WHITE)
    return inner[:1] in {*BARS}, inner[-1:] in {*BARS}


def _is_closed(text: str) -> bool:
    """Tell a line between two bars: | 1 | 修路 |."""
    inner = text.strip(WHITE)
    return len(inner) > 1 and inner[0] in BARS and inner[-1] in BARS


def _split(lines: Sequence[str], group: list[int]) -> list[PastedCell]:
    row: list[PastedCell] = [[]]
    for line in group:
        start = 0
        for bar in [*(m.start() for m in _BAR.finditer(lines[line])), len(lines[line])]:
            row[-1] += _broken_lines(lines[line], line, start=start, end=bar)
            row.append([])
            start = bar + 1
        row.pop()
    return row


def _broken_lines(text: str, line: int, *, start: int, end: int) -> Iterator[Stretch]:
    """Give the lines of a cell that <br> parts, as Markdown has them."""
    for found in LINE_BREAK.finditer(text, start, end):
        yield trim(text, line, start=start, end=found.start())
        start = found.end()
    yield trim(text, line, start=start, end=end)


def trim(text: str, line: int, *, start: int, end: int) -> Stretch:
    """Give the stretch of text[start:end] without white space at its ends."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip(WHITE))
    return Stretch(line, start + left, max(start + left, start + len(inner.rstrip(WHITE))))


def _prints(cell: PastedCell) -> bool:
    return any(stretch.start < stretch.end for stretch in cell)


def _bars(text: str) -> int:
    return len(_BAR.findall(text))


def _is_row(text: str) -> bool:
    return _BAR.search(text.strip(WHITE + BARS)) is not None


def _is_separator(text: str) -> bool:
    return _SEPARATOR.fullmatch(text.strip(WHITE)) is not None
