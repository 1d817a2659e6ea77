"""Find headers whose words stand on one line: parted by spaces, or glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shishi.layouts.columns.column import Column, count_unnamed, is_project_table
from shishi.layouts.columns.matching import covering, match_columns, match_rows, says_stage
from shishi.layouts.flows.spaced.headers import header_ways
from shishi.layouts.flows.strips.chains import Chain, find_chains
from shishi.layouts.flows.strips.names import BY_OFFICE
from shishi.layouts.words.counted import COUNTED_BEHIND
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.notes import is_title
from shishi.layouts.words.vocabulary import HeaderWord
from shishi.records import Field
from shishi.text.characters import squeeze

_FEWEST = 3
_MOST_READINGS = 8
MOST_LINES = 6
_MOST_BEGINNINGS = 24
_FEWEST_UNCODED, _LONGEST_HEADING = 5, 12
_GOES_ON = ("", *"和及与或的(（、,，。:：")
_SAID_AGAIN = 12
"""So much better a header has to be than one before it on the line, which it may print again."""
_TABLE, _LONGEST_TITLE = re.compile("表"), 60
_BEGINS = re.compile(
    "序|编|号(?!码)|N[oO]|工程|项目|类|大类|领|重点|主要|目标|任务|工作|实施|建设|内容|实事|指标|具体|全年|年度|子项|事项|责任|牵头"
    "|[\u4e00-\u9fff]{2}状态"
)
_ENDS = re.compile(
    r"\s*(?:$|(?![(（](?:[%％‰]|[万亿]?元)[)）])[0-9(（一]|[\u4e00-\u9fff]{2,5}领导[:：]"
    rf"|(?P<heading>[\u4e00-\u9fff“”、]{{2,18}}?)(?:{COUNTED_BEHIND})?(?:[0-9]|[(（]?[一1][)）]?))"
)
"""What may stand behind a glued header: nothing, a number but no unit of its last word, a heading whose rows follow."""


@dataclass(frozen=True, slots=True)
class LineHeader:
    """A header on one line: where its words stand in it, whether spaces part them, and its readings."""

    start: int
    end: int
    spaced: bool
    readings: tuple[tuple[Column, ...], ...]
    lines: int = 1  # two where the words under its groups stand on the next line


def find_line_header(
    line: str, dialect: Dialect, *, below: Sequence[str] = ()
) -> LineHeader | None:
    """Find the header of a project table on a plain line; None when it has none.

    Where spaces part its words, it may go on in the lines `below`: a word broken at a line's end, or the
    columns under its groups.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> header = find_line_header("序号 项目名称 牵头单位 进展情况", COMMON)
    >>> header.spaced, [str(c.field) for c in header.readings[0]]
    (True, ['code', 'item', 'lead_units', 'progress'])
    >>> broken = find_line_header("序号 项目名称 责任分工 进展", COMMON, below=["情况", "牵头单位 配合单位"])
    >>> broken.lines, [str(c.field) for c in broken.readings[0]]
    (3, ['code', 'item', 'lead_units', 'support_units', 'progress'])
    >>> glued = find_line_header("某区分解表序号项目名称牵头单位1新建绿道", COMMON)
    >>> glued.spaced, (glued.start, glued.end)
    (False, (5, 15))
    """
    lines = [line, *below][:MOST_LINES]
    for count in range(len(lines), 0, -1):
        ways = header_ways(lines[:count], dialect)
        if readings := _readings_of_rows(ways, dialect):
            return LineHeader(0, len(line), True, readings, count)
    return _glued(line, dialect)


def _readings_of_rows(
    ways: Sequence[Sequence[Sequence[HeaderWord]]], dialect: Dialect
) -> tuple[tuple[Column, ...], ...]:
    """Give the readings of rows of words; none that loses the progress to a group over other columns.

    Unless those that keep it leave a word more without a field: 工作进度 stands over 情况说明 and 完成成效.
    """
    found: list[tuple[Column, ...]] = []
    for rows in ways:
        if len(rows) == 1:
            found += match_columns(rows[0], dialect)
            found += match_columns(list(map(covering, rows[0])), dialect)
        else:
            found += match_rows(rows, dialect)
    tables = list(filter(is_project_table, dict.fromkeys(found)))
    unnamed = [count_unnamed(r) for r in tables if _has_progress(r)]
    kept = [r for r in tables if _has_progress(r) or all(count_unnamed(r) < n for n in unnamed)]
    return tuple(kept[:_MOST_READINGS])


def _has_progress(columns: tuple[Column, ...]) -> bool:
    return any(c.field is Field.PROGRESS or says_stage(c) for c in columns)


def _glued(line: str, dialect: Dialect) -> LineHeader | None:
    behind = _title_end(line)
    begins = [begin.start() for begin in _BEGINS.finditer(line)][:_MOST_BEGINNINGS]
    told = _best_from([at for at in begins if at == behind], line, dialect) if behind else None
    return told or _best_from(begins, line, dialect)


def _title_end(line: str) -> int:
    """Give where a title ends that the line begins with, whose own words read like a header's; 0 if it has none.

    >>> _title_end("云溪区2031年重点民生实事9月份进展情况表编号主要内容责任单位"), _title_end("序号主要内容责任单位")
    (22, 0)
    """
    ends = (found.end() for found in _TABLE.finditer(line, 0, _LONGEST_TITLE))
    return next((end for end in ends if is_title(squeeze(line[:end]))), 0)


def _best_from(begins: Sequence[int], line: str, dialect: Dialect) -> LineHeader | None:
    """Find the best header that begins at one of these places of a line."""
    best: LineHeader | None = None
    top = 0
    for begin in begins:
        ends: dict[int, list[Chain]] = {}
        for chain in find_chains(line, begin, dialect):
            if chain.known >= _FEWEST and _may_end(line, begin, chain, dialect=dialect):
                ends.setdefault(chain.end, []).append(chain)
        for end, chains in ends.items():
            least = top + _SAID_AGAIN * (best is not None and begin >= best.end)
            ways = [[c.words] for c in chains] if chains[0].score > least else []
            found = _readings_of_rows(ways, dialect)
            orders = [way for reading in found for way in _themes_first(reading)]
            readings = tuple(dict.fromkeys(map(_starred_in_one, orders)))[:_MOST_READINGS]
            if readings:
                top = chains[0].score
                best = LineHeader(begin, end, False, readings)
    return best


def _may_end(line: str, start: int, chain: Chain, *, dialect: Dialect) -> bool:
    """Tell a place where a glued header may end: what follows is no header word itself.

    Behind a header without codes the first row may begin with any word.
    """
    at = chain.end
    if BY_OFFICE.match(line, at):
        return True
    behind = _ENDS.match(line, at)
    if behind is None:
        coded = any(w.claims[0][0] == Field.CODE for w in chain.words if w.claims)
        coded = coded or line[:start].rstrip().endswith("号")
        heading = "" if coded or chain.known < _FEWEST_UNCODED else line[at : at + _LONGEST_HEADING]
    else:
        heading = behind["heading"] or "-"
    words = (heading[:n] for n in range(2, len(heading) + 1))
    return heading[:1] not in _GOES_ON and not any(map(dialect.guess, words))


def _themes_first(columns: tuple[Column, ...]) -> Iterator[tuple[Column, ...]]:
    """Yield a reading, and before it the one that gives the first of two names side by side to the theme: 工程名称 项目名称."""
    fields = [c.field for c in columns]
    at = fields.index(Field.ITEM) if Field.ITEM in fields else -1
    if at >= 0 and fields[at + 1 : at + 2] == [Field.THEME]:
        item, theme = columns[at : at + 2]
        yield (
            *columns[:at],
            replace(item, field=Field.THEME),
            replace(theme, field=Field.ITEM),
            *columns[at + 2 :],
        )
    yield columns


def _starred_in_one(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Leave the column that ★ leads and supporters share whole: they stand in one list."""
    starred = {i for i, c in enumerate(columns) if c.starred}
    return tuple(c for i, c in enumerate(columns) if i - 1 not in starred)
