"""Headers of lists in running text: a few words, none of which says who does a project or how far it is.

They are looked for where nothing on a page is a table of projects, and are taken for no more than may be:
what the rows below look like, and what the page's title names, has to tell (see grids/lists.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shishi.layouts.columns.column import Column, may_list_projects
from shishi.layouts.columns.matching import match_columns
from shishi.layouts.flows.fit.wording import is_phrase
from shishi.layouts.flows.headers import FlowHeader
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.spaced.headers import header_ways
from shishi.layouts.flows.strips.headers import LineHeader
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.vocabulary import HeaderWord
from shishi.readers.document import Paragraph
from shishi.text.characters import fold, squeeze

_FEWEST, _MOST = 2, 8
_MOST_LINES, _MOST_TOKENS = 3, 24
"""So many lines a header cell may have before the bar that ends it."""


def find_list_headers(
    tokens: Sequence[str], ends: Sequence[bool], terms: Terms
) -> list[FlowHeader]:
    """Find the headers whose words are cells that bars end, all of them known, in reading order.

    >>> from shishi.text.characters import Script
    >>> cells = ["序号", "项目", "名称", "1", "修路"]
    >>> [(h.start, h.end) for h in find_list_headers(cells, [True, False, True, True, True], Terms(Script.SIMPLIFIED))]
    [(0, 3)]
    """
    found: list[FlowHeader] = []
    at = 0
    while at < len(tokens):
        words, length = _first_words(
            tokens[at : at + _MOST_TOKENS], ends[at : at + _MOST_TOKENS], terms
        )
        readings = _readings([words]) if len(words) >= _FEWEST else ()
        if readings:
            found.append(FlowHeader(at, at + length, readings))
        at += length if readings else 1
    return found


def begins_row(tokens: Sequence[str], at: int) -> bool:
    """Tell the first row of a list in paragraphs from one more header word: its code, a sum or a theme over it.

    A theme is a few words before a code, and so is another one further down.

    >>> begins_row(["1", "修路"], 0), begins_row(["便民出行", "1", "修路", "安居保障", "2", "建房"], 0)
    (True, True)
    >>> begins_row(["同比", "1", "财政收入", "5.2%", "2", "用电量"], 0)
    False
    """
    if at + 1 >= len(tokens):
        return False
    looks = [look_at(token, frozenset()) for token in tokens[at:]]
    if looks[0].is_code or squeeze(tokens[at])[:2] in load_words().totals:
        return True
    before_codes = [a for a, b in pairwise(looks) if b.is_code and is_phrase(a)]
    return looks[1].is_code and looks[0] in before_codes and len(before_codes) > 1


def find_list_lines(
    paragraphs: Sequence[Paragraph], terms: Terms
) -> Iterator[tuple[int, LineHeader]]:
    """Find the lines whose words, parted by spaces, are all known header words."""
    for at, paragraph in enumerate(paragraphs):
        plain = fold(paragraph.text.value, terms.script).plain
        words = plain.split()
        if paragraph.bars or not _FEWEST <= len(words) <= _MOST:
            continue
        ways = header_ways([plain], terms.dialect, fewest=_FEWEST)
        if readings := _readings([rows[0] for rows in ways]):
            yield at, LineHeader(0, len(plain), True, readings)


def _first_words(
    tokens: Sequence[str], ends: Sequence[bool], terms: Terms
) -> tuple[list[HeaderWord], int]:
    """Read as many header words as stand first, and give of how many tokens they are."""
    words: list[HeaderWord] = []
    at = 0
    while len(words) < _MOST:
        cell = next((n for n, e in enumerate(ends[at : at + _MOST_LINES], 1) if e), 0)
        word = terms.dialect.guess("".join(tokens[at : at + cell])) if cell else None
        if word is None:
            break
        words.append(word)
        at += cell
    return words, at


def _readings(ways: Sequence[Sequence[HeaderWord]]) -> tuple[tuple[Column, ...], ...]:
    found = [columns for words in ways for columns in match_columns(words)]
    return tuple(dict.fromkeys(filter(may_list_projects, found)))
