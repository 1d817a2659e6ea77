"""Find header rows in running text: words that may be broken over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product, takewhile

from shishi.layouts.columns.column import Column, count_unnamed, is_project_table
from shishi.layouts.columns.matching import (
    count_odd,
    covering,
    likeliest,
    match_columns,
    without_parts,
)
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.composing import role_word
from shishi.layouts.words.dialect import COMMON, Dialect
from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    STARRED,
    HeaderWord,
    goes_on_alone,
    is_period,
    of_source,
    of_time,
)
from shishi.records import Field

_LONGEST_JOIN = 3
_LONGEST_STRANGER = 10
_MOST_LINES = 5
"""So many lines a header cell may have before the bar that ends it."""


_BRACKET = re.compile("[(（](?:单位[:：])?[万亿]?元[)）]")
_FEWEST_WORDS = 3
_CODES = ("序号", "编号")
_FIRST = frozenset({Field.CODE.value, Field.THEME.value, Field.STATUS.value})
"""What a word that is put together from parts may say where it begins a header: 实事类别, 当前状态."""
_UNDATED = {
    *(Field.CODE, Field.THEME, Field.LEAD_UNITS, Field.SUPPORT_UNITS, Field.LEADERS),
    *(Field.EXPLANATION, Field.REMARK, RESPONSIBLE, STARRED),
}
_MOST_WAYS = 8
_FEWEST_PRINTS = 3
"""A theme that is printed again with the header stands behind no more than two prints of it, mostly."""
_FEWEST_ROWS, _SHORT_END = 3, 6


@dataclass(frozen=True, slots=True)
class _Found:
    """A header word, and the words its tokens are when they are read apart (empty: none)."""

    word: HeaderWord
    apart: list[HeaderWord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FlowHeader:
    """A header found in a flow: tokens[start:end] are its words, and the ways to name its columns.

    `lined`: blank lines part the cells below it, and single line ends the lines of a cell (see cells).
    """

    start: int
    end: int
    readings: tuple[tuple[Column, ...], ...]  # the likeliest first
    lined: bool = False


def find_headers(
    tokens: Sequence[str],
    *,
    ends: Sequence[bool] = (),
    dialect: Dialect = COMMON,
) -> list[FlowHeader]:
    """Find every header of a project table in a list of squeezed plain tokens, in reading order.

    A header is a run of known header words, each made of one to three tokens, with at most two
    strangers between two known words; it must name at least three fields of a project table.
    `ends[i]` says that the source marks the end of a cell after token i; no word goes on past it.

    >>> [(h.start, h.end) for h in find_headers("某表 序号 项目 名称 牵头单位 进展 1 修路".split())]
    [(1, 6)]
    """
    found, at = [], 0
    while at < len(tokens):
        words, end = _longest_run(tokens, at, ends, dialect=dialect)
        if len(words) >= _FEWEST_WORDS and not _ends_title(words, tokens[end:]):
            readings = _read(words, dialect)
            if readings:
                found.append(FlowHeader(at, end, readings))
                at = end
                continue
        at += 1
    return _with_last_word(found, tokens)


def _ends_title(words: Sequence[_Found], body: Sequence[str]) -> bool:
    """Tell the end of a title that stands before a header and reads like a word of it: 完成情况 序号 项目.

    The rows below begin with their codes then; else the progress may stand before them.
    """
    first, second = (f.word.claims[0][0] for f in words[:2])
    coded = bool(body) and parse_code(body[0]) is not None
    return first in (Field.PROGRESS, Field.STATUS) and second == Field.CODE and coded


def _with_last_word(found: Sequence[FlowHeader], tokens: Sequence[str]) -> list[FlowHeader]:
    """Add a word that nobody knows behind the others, where it stands behind each print of a header.

    Or behind the only one, if each row below ends with a few words, the last one too: 片区归属.
    """
    prints: dict[tuple[str, ...], list[FlowHeader]] = {}
    for header in found:
        prints.setdefault(tuple(tokens[header.start : header.end]), []).append(header)
    longer: list[FlowHeader] = []
    for header in found:
        alike = prints[tuple(tokens[header.start : header.end])]
        behind = {"".join(tokens[h.end : h.end + 1]) for h in alike}
        word = behind.pop()
        told = len(alike) >= _FEWEST_PRINTS or (
            len(alike) == 1 and _heads_ends(tokens[header.end :], len(header.readings[0]))
        )
        if told and not behind and word and may_be_header(word):
            last = Column(None, word)
            readings = tuple((*columns, last) for columns in header.readings)
            header = replace(header, end=header.end + 1, readings=readings)
        longer.append(header)
    return longer


def _heads_ends(tokens: Sequence[str], width: int) -> bool:
    """Tell a word behind a header of so many words before rows that have a cell more each, of a few words.

    Rows are read as long as they count on: behind them stand who signed, and on what day.
    """
    printed = [token for token in tokens if token]
    rows = [printed[at : at + width + 1] for at in range(1, len(printed) - width, width + 1)]
    coded = takewhile(lambda row: row[1][0] == str(row[0]), enumerate(rows, 1))
    ends = [row[-1] for _, row in coded]
    return (
        len(ends) >= _FEWEST_ROWS
        and all(len(end) <= _SHORT_END and may_be_header(end) for end in ends)
        and not all(map(is_unit, ends))  # a second unit in the last cell
    )


def _read(words: Sequence[_Found], dialect: Dialect) -> tuple[tuple[Column, ...], ...]:
    """Name the columns in every way: two known words in a row may also be one (项目 + 类别).

    Where that leaves words without a field, one that is no known group may be over those it fits.
    """
    options = [[[f.word], f.apart] if f.apart else [[f.word]] for f in words]
    ways = [[w for part in way for w in part] for way in islice(product(*options), _MOST_WAYS)]
    found: list[tuple[Column, ...]] = []
    for way in ways:
        named = match_columns(way, dialect)
        if min(count_unnamed(r) + count_odd(r) for r in named):
            named += match_columns(list(map(covering, way)), dialect)
        found += named
    tables = likeliest(list(filter(is_project_table, found)))
    return tuple(dict.fromkeys(without_parts(columns, dialect) for columns in tables))


def _longest_run(
    tokens: Sequence[str], start: int, ends: Sequence[bool], *, dialect: Dialect
) -> tuple[list[_Found], int]:
    """Read as many header words as stand from `start` on; the run begins and ends with a known one.

    Inside a run a word may also be known by its parts (see compose_word).
    """
    words: list[_Found] = []
    at, end = start, start
    pending: list[_Found] = []
    while at < len(tokens):
        found, width = _on_its_own(tokens, at, ends, before=words)
        if found is None:
            found, width = _word_at(tokens, at, ends, first=not words, dialect=dialect)
        printed = "".join(tokens[at : at + width])
        if found is None and (words or may_be_header(printed)):
            found, width = _composed(tokens, at, ends, width=width, dialect=dialect)
            if found and not words and found.word.claims[0][0] not in _FIRST:
                break  # a line over the header ends like its words: 民生实事进展情况
        if found is None:
            if not words or len(pending) > 1 or not may_be_header(printed):
                break
            if printed:
                pending.append(_stranger(printed))
            at += width
            continue
        words += [*pending, found]
        pending = []
        at = end = at + width
        if longer := _with_bracket(found, tokens, at, ends=ends, dialect=dialect):
            words[-1] = longer
            at = end = at + 1
    return words, end


def _with_bracket(
    found: _Found, tokens: Sequence[str], at: int, *, ends: Sequence[bool], dialect: Dialect
) -> _Found | None:
    """Put what its sums are counted in behind a word, where it stands on a line of its own: 项目投资 (万元)."""
    behind = "".join(tokens[at : at + 1])
    if not counts_money(behind) or any(ends[at - 1 : at]):
        return None
    word = dialect.guess(found.word.printed + behind)
    money = word is not None and word.claims[0][0] == Field.INVESTMENT
    return _Found(word) if word and money else None


def counts_money(token: str) -> bool:
    """Tell what sums are counted in, by itself, which no column is.

    >>> counts_money("(万元)"), counts_money("万元")
    (True, False)
    """
    return _BRACKET.fullmatch(token) is not None


def _on_its_own(
    tokens: Sequence[str], at: int, ends: Sequence[bool], *, before: Sequence[_Found]
) -> tuple[_Found | None, int]:
    """Read a token that the words before it make a column of its own: 四季度 before 目前进展, 省级 below 资金来源."""
    words = [f.word for f in before]
    if any(ends[at : at + _MOST_LINES]) or not goes_on_alone(tokens[at], words):
        return None, 1
    return _Found(of_source(tokens[at], words) or of_time(tokens[at])), 1


def _composed(
    tokens: Sequence[str], at: int, ends: Sequence[bool], *, width: int, dialect: Dialect
) -> tuple[_Found | None, int]:
    """Put a word together from the parts that words have; from several tokens where one alone is none.

    Where that is none either, 牵头 alone is one.
    """
    most = width if any(ends[at : at + width]) else _LONGEST_JOIN
    for more in range(width, most + 1):
        pieces = tokens[at : at + more]
        if len(pieces) < more or any(ends[at : at + more - 1]) or not all(pieces[1:]):
            break
        if word := dialect.guess("".join(pieces)):
            return _Found(word), more
    role = role_word("".join(tokens[at : at + width]))
    return (_Found(role) if role else None), width


def _stranger(token: str) -> _Found:
    """A word that is not known may be a column of its own or a group over others."""
    return _Found(HeaderWord(token, token, ((OTHER, 5),), frozenset(Field)))


def _word_at(
    tokens: Sequence[str], at: int, ends: Sequence[bool], *, first: bool, dialect: Dialect
) -> tuple[_Found | None, int]:
    """Read one header word: of the joins of one to three tokens that are known, the longest.

    Where the source marks the end of its cell a word is the whole cell. An unknown word is None, and as
    many tokens as it has.
    """
    if width := _width_of_cell(ends[at : at + _MOST_LINES]):
        printed = "".join(tokens[at : at + width])
        word = dialect.word(printed) if first else _alone(printed, dialect)
        return _Found(word) if word else None, width
    for width in range(min(_LONGEST_JOIN, len(tokens) - at), 0, -1):
        pieces = tokens[at : at + width]
        if any(ends[at : at + width - 1]):
            continue
        if first and width > 1 and is_period(pieces[0]):
            continue  # the last cell of the table before, and no half of a header word
        if parse_code(pieces[-1]) and not pieces[-1].isdigit() and width > 1:
            continue  # the code of the first row: 进展情况 + (1)
        if all(pieces) and (word := _whole(pieces, dialect)):
            return _Found(word, _apart(pieces, dialect)), width
    word = _first(tokens[at], dialect) if first else _alone(tokens[at], dialect)
    return (_Found(word) if word else None), 1


def _apart(pieces: Sequence[str], dialect: Dialect) -> list[HeaderWord]:
    """Read the tokens of one word as several: each alone, or else two of three as one; [] where none are words.

    >>> [w.printed for w in _apart(["年度目标", "完成", "情况"], COMMON)]
    ['年度目标', '完成情况']
    """
    first, *rest = pieces
    ways = [pieces, [first, "".join(rest)], ["".join(pieces[:-1]), pieces[-1]]] if rest else []
    found = ([w for p in way if (w := _alone(p, dialect))] for way in ways)
    return next(
        (words for words, way in zip(found, ways, strict=True) if len(words) == len(way)), []
    )


def _whole(pieces: Sequence[str], dialect: Dialect) -> HeaderWord | None:
    """Read several tokens as one word: 二季度 + 目标; a period dates neither units nor remarks."""
    word = dialect.word("".join(pieces))
    dated = len(pieces) > 1 and is_period(pieces[0]) and pieces[0]
    return None if word and dated and word.claims[0][0] in _UNDATED else word


def _first(token: str, dialect: Dialect) -> HeaderWord | None:
    """Read one token that begins a header as a word; put together from parts that of the codes may be."""
    word = dialect.guess(token) if token.endswith(_CODES) else dialect.word(token)
    return word if word and (word.claims[0][0] == Field.CODE or dialect.word(token)) else None


def _alone(token: str, dialect: Dialect) -> HeaderWord | None:
    """Read one token as a word; inside a header a period alone may be one."""
    return dialect.word(token) or (of_time(token) if is_period(token) else None)


def _width_of_cell(ends: Sequence[bool]) -> int:
    """Give of how many tokens a cell is that a bar ends; 0 where none does nearby."""
    return next((i for i, ended in enumerate(ends, 1) if ended), 0)


def may_be_header(token: str) -> bool:
    """Tell a few words without a number or a stop, as a header that nobody knows may have them.

    >>> may_be_header("短板弱项"), may_be_header("已完成3处。")
    (True, False)
    """
    return len(token) <= _LONGEST_STRANGER and not any(c in token for c in "。;,:0123456789/★")
