"""Find headers whose words stand on one line: parted by spaces, or glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from shishi.layouts.columns import (
    Column,
    is_project_table,
    match_columns,
    match_rows,
)
from shishi.layouts.flows.spaced.headers import header_ways
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import HeaderWord, header_words
from shishi.text.characters import squeeze

_FEWEST = 3
_LONGEST_WORD = 16
_LONGEST_HEADER = 140
_MOST_READINGS = 8
_MOST_LINES = 3
_LONGEST_STRANGER = 8
_BEGINS = re.compile(
    "序|编|项目|类|大类|领|重点|主要|目标|任务|工作|实施|建设|内容|实事|指标|具体|全年|年度|子项|事项|责任|牵头"
)
_ENDS = re.compile(r"\s*(?:$|[0-9(（一])")
"""What may stand behind a glued header: nothing, a number, a numbered theme."""


@dataclass(frozen=True, slots=True)
class LineHeader:
    """A header on one line: where its words stand in it, whether spaces part them, and its readings."""

    start: int
    end: int
    spaced: bool
    readings: tuple[tuple[Column, ...], ...]
    lines: int = 1  # two where the words under its groups stand on the next line


def find_line_header(line: str, dialect: Dialect) -> LineHeader | None:
    """Find the header of a project table on a plain line; None when it has none.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> header = find_line_header("序号 项目名称 牵头单位 进展情况", COMMON)
    >>> header.spaced, [str(c.field) for c in header.readings[0]]
    (True, ['code', 'item', 'lead_units', 'progress'])
    >>> glued = find_line_header("某区分解表序号项目名称牵头单位1新建绿道", COMMON)
    >>> glued.spaced, (glued.start, glued.end)
    (False, (5, 15))
    """
    return _spaced(line, dialect) or _glued(line, dialect)


def find_header_of_lines(lines: Sequence[str], dialect: Dialect) -> LineHeader | None:
    """Find a spaced header of two or three lines, each naming the columns of groups in the one above.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> lines = "序号 项目名称 责任分工 进展情况", "牵头单位 配合单位", "1 新建绿道"
    >>> whole = find_header_of_lines(lines, COMMON)
    >>> whole.lines, [str(c.field) for c in whole.readings[0]]
    (2, ['code', 'item', 'lead_units', 'support_units', 'progress'])
    """
    top = header_ways(lines[0], dialect, fewest=2)
    if not top:
        return None
    rows: list[list[list[HeaderWord]]] = []
    for line in lines[1:_MOST_LINES]:
        ways = [w for w in header_ways(line, dialect, fewest=2) if not _has_stranger(w, dialect)]
        if not ways:
            break
        rows.append(ways)
    for count in range(len(rows), 0, -1):
        combined = product(top, *rows[:count])
        found = (reading for one in combined for reading in match_rows(one, dialect))
        kept = tuple(dict.fromkeys(filter(is_project_table, found)))[:_MOST_READINGS]
        if kept:
            return LineHeader(0, len(lines[0]), True, kept, lines=count + 1)
    return None


def _has_stranger(words: Sequence[HeaderWord], dialect: Dialect) -> bool:
    return any(dialect.guess(w.printed) is None for w in words)


def _spaced(line: str, dialect: Dialect) -> LineHeader | None:
    readings = _readings(header_ways(line, dialect), dialect)
    return LineHeader(0, len(line), True, readings) if readings else None


def _glued(line: str, dialect: Dialect) -> LineHeader | None:
    best: LineHeader | None = None
    covered = 0
    for begin in _BEGINS.finditer(line):
        if begin.start() < covered:
            continue
        ends = _chain(line, begin.start(), dialect)
        covered = max(covered, begin.start() + 1)
        if ends is None:
            continue
        for end in sorted(ends, reverse=True)[:4]:
            if not _ENDS.match(line, end):
                continue
            ways = _fewest(_ways(line, (begin.start(), end), dialect))
            readings = _readings(ways, dialect)
            if readings:
                length = end - begin.start()
                if best is None or length > best.end - best.start:
                    best = LineHeader(begin.start(), end, False, readings)
                break
        covered = max(covered, *ends) if best else covered
        if best:
            break
    return best


def _chain(line: str, start: int, dialect: Dialect) -> list[int] | None:
    """Give the ends of runs of at least three known words that begin here; None when there is none."""
    beginning = squeeze(line[start : start + _LONGEST_WORD])
    if not any(beginning[:n] in header_words() for n in range(1, _LONGEST_WORD)):
        return None
    reach: dict[int, int] = {start: 0}
    for at in range(start, min(len(line), start + _LONGEST_HEADER)):
        if at not in reach:
            continue
        for end in range(at + 1, min(len(line), at + _LONGEST_WORD) + 1):
            if dialect.word(squeeze(line[at:end])):
                reach[end] = max(reach.get(end, 0), reach[at] + 1)
    ends = [end for end, words in reach.items() if words >= _FEWEST]
    return ends or None


def _ways(line: str, span: tuple[int, int], dialect: Dialect) -> Iterator[list[HeaderWord]]:
    """Yield the ways to part line[start:end] into known words, the fewest words first."""
    start, end = span
    ways: dict[int, list[list[HeaderWord]]] = {start: [[]]}
    for at in range(start, end):
        for stop in range(at + 1, min(end, at + _LONGEST_WORD) + 1) if at in ways else ():
            if word := dialect.word(squeeze(line[at:stop])):
                more = [[*way, word] for way in ways[at]]
                kept = sorted([*ways.get(stop, []), *more], key=len)
                ways[stop] = kept[:_MOST_READINGS]
    yield from ways.get(end, [])


def _fewest(ways: Iterator[list[HeaderWord]]) -> list[list[HeaderWord]]:
    """Keep the ways with the fewest words: 目标任务 is one word, and not two that happen to touch."""
    found = list(ways)
    fewest = min(map(len, found), default=0)
    return [way for way in found if len(way) == fewest]


def _readings(
    ways: Sequence[Sequence[HeaderWord]], dialect: Dialect
) -> tuple[tuple[Column, ...], ...]:
    found = [r for way in ways for r in match_columns(way, dialect) if is_project_table(r)]
    return tuple(dict.fromkeys(found))[:_MOST_READINGS]
