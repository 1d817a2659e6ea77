"""The words of a header whose cells are parted by spaces; a word may itself be broken by some."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, goes_on_alone, is_period, of_source
from shishi.records import Field

_MOST_TOKENS = 60
_LONGEST_WORD = 18
_MOST_JOINED = 5
_MOST_WAYS = 8
_MOST_OF_ROWS = 3
_FEWEST = 3
_KNOWN, _GUESSED, _STRANGE = 1, 3, 7
_NO_WORD = re.compile("[。;；,，:：!?|]|[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read the first tokens of some lines as rows of words; how many are known and neither known nor guessed."""

    rows: tuple[tuple[HeaderWord, ...], ...] = ((),)
    cost: int = 0
    known: int = 0
    strange: int = 0

    def __len__(self) -> int:
        return sum(map(len, self.rows))


def header_ways(
    lines: Sequence[str], dialect: Dialect, *, fewest: int = _FEWEST
) -> list[list[list[HeaderWord]]]:
    """Give the ways to read plain lines as rows of header words, the likeliest first; none where they are no header.

    A line's end stands inside a word, or before the next row: that of the columns under groups. At least
    `fewest` words must be known, or put together from known parts but for one; of the first row one may
    be neither.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> lines = ["序 号 项目 内容 责任单位 10月进", "展情况"]
    >>> [[w.word for w in row] for row in header_ways(lines, COMMON)[0]]
    [['序号', '项目内容', '责任单位', '进展情况']]
    """
    parts = [line.split() for line in lines]
    tokens = [token for part in parts for token in part]
    begins = {sum(map(len, parts[:n])) for n in range(1, len(parts))}
    if not fewest <= len(tokens) <= _MOST_TOKENS or any(len(t) > _LONGEST_WORD for t in tokens):
        return []
    lone = len(parts[0]) == 1 and len(parts) > 1 and not dialect.word(parts[0][0])
    if lone and header_ways(lines[1:], dialect, fewest=fewest):
        return []  # a heading over the header
    ways: list[list[_Way]] = [[_Way()], *([] for _ in tokens)]
    for end in range(1, len(tokens) + 1):
        found = [
            longer
            for start in range(end)
            if _may_be_one(tokens[start:end])
            for way in ways[start]
            if (
                longer := _with_word(
                    way,
                    tokens[start:end],
                    dialect,
                    below=start in begins,
                    broken=not begins.isdisjoint(range(start + 1, end)),
                )
            )
        ]
        ways[end] = list(_cheapest(found))
    fitting = [
        w
        for w in ways[-1]
        if w.known >= fewest - 1 and len(w) - w.strange >= fewest and w.strange <= 1
    ]
    return [[list(row) for row in w.rows] for w in fitting]


def _cheapest(ways: Sequence[_Way]) -> Iterator[_Way]:
    """Yield the cheapest ways, and of those that part the words into as many rows some at least."""
    kept: Counter[int] = Counter()
    for way in sorted(ways, key=lambda w: w.cost):
        kept[len(way.rows)] += 1
        if kept[len(way.rows)] <= _MOST_OF_ROWS or kept.total() <= _MOST_WAYS:
            yield way


def _may_be_one(tokens: Sequence[str]) -> bool:
    """Tell tokens that may be pieces of one word; single characters are of a word in spaced type."""
    return len(tokens) <= _MOST_JOINED or all(len(t) == 1 for t in tokens)


def _with_word(
    way: _Way, tokens: Sequence[str], dialect: Dialect, *, below: bool, broken: bool
) -> _Way | None:
    """Give a way with one word more; `broken`: a line's end stands in it, perhaps between two words that are known."""
    squeezed = "".join(tokens)
    above = [w for row in way.rows for w in row]
    if len(squeezed) > _LONGEST_WORD or (len(tokens) > 1 and goes_on_alone(tokens[0], above)):
        return None
    joints = sum(len(a + b) > 2 for a, b in pairwise(tokens))
    if word := dialect.word(squeezed):
        return _longer(way, word, _KNOWN + joints, below=below, known=1)
    whole = broken or len(tokens) == 1 or any(dialect.guess(t) is None for t in tokens)
    if whole and (word := dialect.guess(squeezed)):
        return _longer(way, word, _GUESSED + joints, below=below)
    if len(tokens) == 1 and is_period(
        squeezed
    ):  # 截至6月底 under 完成情况, over 进展情况 and 完成率
        word = HeaderWord(squeezed, squeezed, ((Field.PROGRESS.value, 1),), frozenset(Field))
        return _longer(way, word, _GUESSED, below=below)
    if len(tokens) == 1 and (source := of_source(squeezed, above)):
        return _longer(way, source, _KNOWN, below=below)
    if len(tokens) > 1 or below or len(way.rows) > 1 or _NO_WORD.search(squeezed):
        return None
    word = HeaderWord(squeezed, squeezed, ((OTHER, 5),), frozenset(Field))
    return _longer(way, word, _STRANGE, below=False, strange=1)


def _longer(
    way: _Way, word: HeaderWord, cost: int, *, below: bool, known: int = 0, strange: int = 0
) -> _Way:
    rows = (*way.rows, (word,)) if below else (*way.rows[:-1], (*way.rows[-1], word))
    return _Way(rows, way.cost + cost, way.known + known, way.strange + strange)
