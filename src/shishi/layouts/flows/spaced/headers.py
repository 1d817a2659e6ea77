"""The words of a header whose cells are parted by spaces; a word may itself be broken by some."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import OTHER, HeaderWord
from shishi.records import Field

_MOST_TOKENS = 28
_LONGEST_WORD = 18
_MOST_JOINED = 5
_MOST_WAYS = 8
_FEWEST = 3
_KNOWN, _GUESSED, _STRANGE = 1, 3, 7
_NO_WORD = re.compile("[。;；,，:：!?|]|[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read the first tokens of a line as words; how many are known, guessed and neither."""

    words: tuple[HeaderWord, ...] = ()
    cost: int = 0
    known: int = 0
    strange: int = 0


def header_ways(line: str, dialect: Dialect, *, fewest: int = _FEWEST) -> list[list[HeaderWord]]:
    """Give the ways to read a plain line as header words, the likeliest first; none where it is no header.

    At least `fewest` words must be known, or put together from known parts but for one, and at most
    one may be neither.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> [[w.word for w in way] for way in header_ways("序 号 项目 内容 责任单位 进展情况", COMMON)][0]
    ['序号', '项目内容', '责任单位', '进展情况']
    """
    tokens = line.split()
    if not fewest <= len(tokens) <= _MOST_TOKENS or any(len(t) > _LONGEST_WORD for t in tokens):
        return []
    ways: list[list[_Way]] = [[_Way()], *([] for _ in tokens)]
    for end in range(1, len(tokens) + 1):
        found = [
            longer
            for start in range(max(0, end - _MOST_JOINED), end)
            for way in ways[start]
            if (longer := _with_word(way, tokens[start:end], dialect))
        ]
        ways[end] = sorted(found, key=lambda w: w.cost)[:_MOST_WAYS]
    fitting = [
        w
        for w in ways[-1]
        if w.known >= fewest - 1 and len(w.words) - w.strange >= fewest and w.strange <= 1
    ]
    return [list(w.words) for w in fitting]


def _with_word(way: _Way, tokens: Sequence[str], dialect: Dialect) -> _Way | None:
    squeezed = "".join(tokens)
    if len(squeezed) > _LONGEST_WORD:
        return None
    joints = len(tokens) - 1
    if word := dialect.word(squeezed):
        return _Way((*way.words, word), way.cost + _KNOWN + joints, way.known + 1, way.strange)
    whole = not joints or any(dialect.guess(t) is None for t in tokens)
    if whole and (word := dialect.guess(squeezed)):
        return _Way((*way.words, word), way.cost + _GUESSED + joints, way.known, way.strange)
    if joints or _NO_WORD.search(squeezed):
        return None
    word = HeaderWord(squeezed, squeezed, ((OTHER, 5),), frozenset(Field))
    return _Way((*way.words, word), way.cost + _STRANGE, way.known, way.strange + 1)
