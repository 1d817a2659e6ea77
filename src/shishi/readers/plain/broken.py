"""Tables whose cells tabs part and have several lines, which nothing encloses, as a browser writes <br> in a cell.

A row is on as many lines as it takes until it has its cells; where each begins its number tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from shishi.readers.plain.rows import WHITE, PastedCell, PastedTable, trim

_NUMBERED = re.compile(r"[ \u3000]*[(（]?([0-9]{1,3}(?:[.．-][0-9]{1,3})?)[)）]?[ \u3000]*\t")
_HEADING = re.compile(
    r"[ \u3000]*(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])"
)
_COUNT, _AROUND = "一二三四五六七八九十", " \u3000()（）、.．"
_COUNTS_ON = re.compile(r"[ \u3000]*[②-⑳]")
_BRACKET = re.compile(r"[ \u3000]*[(（]")
_FEWEST_ROWS, _FEWEST_CELLS, _FEWEST_ALIKE = 3, 4, 2
_MOST_LINES = 12  # without a tab, between two with one


def find_broken(lines: Sequence[str]) -> Iterator[PastedTable]:
    """Find the tables of numbered rows between which lines without a tab stand, in their order.

    >>> page = ["序号\\t项目\\t单位\\t进展", "1\\t修路\\t甲局", "乙局\\t过半", "2\\t架桥\\t乙局\\t完工", "3\\t通水\\t丙局\\t完工"]
    >>> [[len(row) for row in table.rows] for table in find_broken(page)]
    [[4, 4, 4, 4]]
    """
    at = 0
    while (first := _next_tab(lines, at)) is not None:
        at = _end(lines, first)
        table = _table(lines, first, at)
        if table:
            yield table


def _next_tab(lines: Sequence[str], at: int) -> int | None:
    return next((n for n in range(at, len(lines)) if "\t" in lines[n].strip(WHITE)), None)


def _end(lines: Sequence[str], first: int) -> int:
    """Give the line behind the last one of a run that holds a tab, no blank line among them; behind it cells count on."""
    last = first
    for number in range(first, len(lines)):
        if not lines[number].strip(" \r") or number - last > _MOST_LINES:
            break
        counts_on = number == last + 1 and _COUNTS_ON.match(lines[number])
        last = number if "\t" in lines[number] or counts_on else last
    return last + 1


def _table(lines: Sequence[str], first: int, end: int) -> PastedTable | None:
    """Read the numbered rows of a run of lines, with what heads them, if their numbers of tabs are alike.

    Rows without numbers are a line each where one has as many tabs as the header, and none more; a numbered
    row on several lines may have more.
    """
    most = max(map(_tabs, lines[first:end]))
    starts = [n for n in range(first, end) if _begins_row(lines[n], most)]
    if len(starts) < _FEWEST_ROWS or any('\t"' in line for line in lines[first:end]):
        return None
    groups = [range(a, b) for a, b in pairwise([*starts, end])]
    head = list(head_rows(lines, range(first, starts[0])))
    tabs = [[t for t in map(_tabs, lines[g.start : g.stop]) if t] for g in groups]
    heads = {len(row) - 1 for row in head}
    bare = most in heads and not any(_NUMBERED.match(lines[n]) for n in starts)
    width = most if bare else max(_width(tabs), *(heads & set(map(sum, tabs))), 0)
    if width < _FEWEST_CELLS - 1:
        return None
    joined = len(head) < starts[0] - first
    below = "\t" not in lines[starts[0] - 1] and all(len(row) <= width for row in head)
    own = [part for group in groups for part in _own_lines(lines, group, width)]
    if all(len(part) == 1 or not _tabs(lines[part[0]]) for part in own) and not (joined or below):
        return None
    rows = [*head, *(_row(lines, part) for part in own)]
    return PastedTable(first, end, rows, barred=False, spans=_headings(lines, rows))


def _headings(lines: Sequence[str], rows: Sequence[Sequence[PastedCell]]) -> frozenset[int]:
    """Give the rows of one line that count from 一 and are headings: none if they count from 二, as a cell has 一."""
    alone = [(n, lines[row[0][0].line]) for n, row in enumerate(rows, 1) if len(row) == 1]
    found = [(n, m[0].strip(_AROUND)) for n, line in alone if (m := _HEADING.match(line))]
    counted = "".join(number for _, number in found)
    return frozenset(n for n, _ in found) if _COUNT.startswith(counted) else frozenset()


def _begins_row(line: str, tabs: int) -> bool:
    """Tell a line that begins a row of so many tabs at most: a numbered one, a heading, or one below merged cells."""
    below_merged = _tabs(line) == tabs and line.startswith("\t") and bool(line.strip())
    return bool(_NUMBERED.match(line)) or below_merged or _is_lone(line, tabs)


def _is_lone(line: str, tabs: int) -> bool:
    """Tell a heading in the first cell of a row of its own, with all the tabs that a row has."""
    return _tabs(line) == tabs and bool(line.strip()) and "\t" not in line.strip()


def head_rows(lines: Sequence[str], numbers: range) -> Iterator[list[PastedCell]]:
    """Cut the lines above the rows, each a row; one that begins with a bracket goes on in the word above: (万元)."""
    starts = [n for n in numbers if n == numbers.start or not ends_word(lines[n])]
    for a, b in pairwise([*starts, numbers.stop]):
        yield _row(lines, range(a, b))


def ends_word(line: str) -> bool:
    """Tell a line that goes on in the header word above: (万元), and no heading (一).

    >>> ends_word("（万元）"), ends_word("（一）便民出行")
    (True, False)
    """
    return bool(_BRACKET.match(line)) and not _HEADING.match(line)


def _width(groups: Sequence[Sequence[int]]) -> int:
    """Give how many tabs a full row has, if several have so many: rows on one line if there are some; 0 if not."""
    single = [tabs[0] for tabs in groups if len(tabs) == 1]
    counted = single if len(single) >= _FEWEST_ALIKE else list(map(sum, groups))
    often = Counter(counted)
    alike = [n for n, times in often.items() if times >= _FEWEST_ALIKE]
    return max(alike, default=0)


def _own_lines(lines: Sequence[str], numbers: range, width: int) -> Iterator[range]:
    """Part the lines from one number to the next into rows, and what stands behind a full one."""
    start, tabs = numbers.start, 0
    for number in numbers:
        below = lines[number : numbers.stop]
        if start < number and not _goes_on(below, tabs, width):
            yield range(start, number)
            start, tabs = number, 0
        tabs += _tabs(lines[number])
    yield range(start, numbers.stop)


def _goes_on(below: Sequence[str], tabs: int, width: int) -> bool:
    """Tell whether the first of these lines is part of the row above, which has so many tabs of a full one's.

    A row above merged cells lacks some: the line below is its own if that is full with it, or counts on.
    Where blank cells at the end are not printed, a heading may follow: so a line without tabs is its own,
    unless it counts on or lines behind it bring the row's other tabs; any behind lines without is alike.
    """
    more, counts_on = _tabs(below[0]), bool(_COUNTS_ON.match(below[0]))
    if not tabs or (tabs < width and counts_on):
        return bool(tabs) or not more
    if not more:
        return not _HEADING.match(below[0]) and _gets_full(below, tabs, width)
    return tabs + more <= width


def _gets_full(below: Sequence[str], tabs: int, width: int) -> bool:
    """Tell whether these lines bring just the tabs that a row of so many lacks."""
    return tabs < width and width in accumulate(map(_tabs, below), initial=tabs)


def _tabs(line: str) -> int:
    return line.count("\t")


def _row(lines: Sequence[str], numbers: range) -> list[PastedCell]:
    """Cut the lines of a row at their tabs; a line goes on in the last cell of the one before."""
    row: list[PastedCell] = [[]]
    for number in numbers:
        start = 0
        for end in [*(m.start() for m in re.finditer("\t", lines[number])), len(lines[number])]:
            if start:
                row.append([])
            row[-1].append(trim(lines[number], number, start=start, end=end))
            start = end + 1
    return row
