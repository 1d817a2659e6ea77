"""Chains of header words with nothing between them: the cheapest way to part a stretch of a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from shishi.layouts.flows.strips.names import BY_OFFICE
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, of_time
from shishi.records import Field
from shishi.text.characters import squeeze

_LONGEST_WORD, _LONGEST_STRANGER, _LONGEST_HEADER = 16, 6, 140
_A_CHARACTER, _KNOWN, _COMPOSED, _STRANGER, _TWO = 4, 6, 3, 24, 10
_KEPT, _NEARLY, _LONG = 4, 2, 4
_MEASURE = "单位"
_SPENT = re.compile("(?:完成|计划)投资|投资计划")
"""One measure, though 累计完成, 年度计划 and 投资额 are columns as well."""
_COUNTED_IN = re.compile("单位(?=任务|目标|计划|数量|年度|工程)")
"""What the next column counts in: 单位 before 任务数."""
_HAN = re.compile("[\u4e00-\u9fff]+")
_A_CODE = re.compile(r"[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]$")
"""The code of the first row behind a header, which brackets make look like a unit: 备注(1)."""
_YEAR = re.compile(r"(第?一季度)\s*(第?二季度)\s*(第?三季度)\s*(第?四季度)")
"""The columns below a plan, which are no words by themselves and many beside words: one or two may begin a row."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Header words in a row, where they end, how many are known, and how good that is."""

    end: int
    words: tuple[HeaderWord, ...]
    known: int
    score: int


def find_chains(line: str, start: int, dialect: Dialect) -> Iterator[Chain]:
    """Yield the best ways to read header words from `start` on, for every place where they may end.

    A word that is known says more than one put together from parts, and that more than a stranger,
    which may stand between two others.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> best = max(find_chains("序号实事类别具体任务承建方责任单位", 0, COMMON), key=lambda c: c.score)
    >>> [word.printed for word in best.words]
    ['序号', '实事类别', '具体任务', '承建方', '责任单位']
    """
    best: dict[int, list[Chain]] = {start: [Chain(start, (), 0, 0)]}
    for at in range(start, min(len(line), start + _LONGEST_HEADER)):
        for chain in best.get(at, ()):
            for longer in _longer(chain, line, dialect):
                kept = [*best.get(longer.end, ()), longer]
                kept.sort(key=lambda one: -one.score)
                best[longer.end] = kept[:_KEPT]
    for end, chains in best.items():
        if end > start:
            top = chains[0].score
            yield from (c for c in chains if c.score >= top - _NEARLY and not _is_strange(c))


def _longer(chain: Chain, line: str, dialect: Dialect) -> Iterator[Chain]:
    if chain.known and BY_OFFICE.match(line, chain.end):
        return  # the heading of the first rows
    if chain.known and (year := _YEAR.match(line, chain.end)):
        quarters = [replace(of_time(word), covers=frozenset()) for word in year.groups()]
        score = _A_CHARACTER * sum(len(word) for word in year.groups()) - _KNOWN * len(quarters)
        yield Chain(year.end(), (*chain.words, *quarters), chain.known, chain.score + score)
    for end in range(chain.end + 1, min(len(line), chain.end + 2 * _LONGEST_WORD) + 1):
        text = squeeze(line[chain.end : end])
        length = len(text)
        if not text or (chain.end and line[end - 1].isspace()) or _A_CODE.search(text):
            continue
        if length > _LONGEST_WORD:
            break
        word = dialect.word(text)
        score = _A_CHARACTER * length - _KNOWN
        if word:
            score -= _TWO * _may_be_two(text, dialect.word)
        elif length >= 3:
            word = dialect.guess(text)
            score = _A_CHARACTER * length - _COMPOSED - 2 * length - 2 * max(0, length - 6)
            score = max(score, _worth_of_end(text, word, dialect))
            score -= _TWO * (
                word is not None and _may_be_two(text, dialect.guess, shortest=_LONG - 1)
            )
        if _COUNTED_IN.match(line, chain.end, end + 2) and text == _MEASURE:
            measure = HeaderWord(text, text, ((OTHER, 5),), frozenset())
            yield Chain(end, (*chain.words, measure), chain.known, chain.score)
        if word and not chain.words and word.claims and word.claims[0][0] == Field.CODE:
            score = max(score, 1)  # 号 alone, as nothing else begins a header so
        if word:
            yield Chain(end, (*chain.words, word), chain.known + 1, chain.score + score)
        elif 2 <= length <= _LONGEST_STRANGER and _HAN.fullmatch(text) and _may_go_on(chain):
            stranger = HeaderWord(text, text, ((OTHER, 5),), frozenset(Field))
            yield Chain(end, (*chain.words, stranger), chain.known, chain.score - _STRANGER)


def _worth_of_end(text: str, word: HeaderWord | None, dialect: Dialect) -> int:
    """Give what the known word is worth that ends a longer one of its field, lest the header begin within it.

    具体项目及内容 is put together, but 项目及内容 alone would leave 序号具体 before the header.
    """
    if word is None:
        return 0
    for at in range(2, len(text) - _LONG + 1):
        end = dialect.word(text[at:])
        if end and end.claims and end.claims[0][0] == word.claims[0][0]:
            return _A_CHARACTER * (len(text) - at) - _KNOWN
    return 0


def _may_go_on(chain: Chain) -> bool:
    return chain.known > 0 and not _is_strange(chain)


def _may_be_two(
    text: str, read: Callable[[str], HeaderWord | None], *, shortest: int = _LONG
) -> bool:
    """Tell a word that may be two columns with nothing between: 本月目标|完成情况, 具体任务|承建方.

    `read` reads each half; the second has so many characters at least.
    """
    if _SPENT.search(text):
        return False
    halves = ((read(text[:at]), read(text[at:])) for at in range(_LONG, len(text) - shortest + 1))
    fields = [(a.claims[0][0], b.claims[0][0]) for a, b in halves if a and b]
    return any(a != b and OTHER not in (a, b) for a, b in fields)


def _is_strange(chain: Chain) -> bool:
    """Tell a chain that ends with a word nobody knows."""
    return bool(chain.words) and chain.words[-1].covers == frozenset(Field)
