"""Labels in running text: a header word with a colon after it, and the text up to the next one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shishi.layouts.columns import Column, match_columns
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.vocabulary import HeaderWord, header_words, known_word
from shishi.records import Field

_PERIOD = (
    r"(?:(?:截至|截止)?(?:[12][0-9]{3}年(?:度)?)?(?:[0-9]{1,2}(?:[-—~至][0-9]{1,2})?月(?:份|底|末)?"
    r"|第?[一二三四]季度|上半年|下半年)|[12][0-9]{3}年(?:度)?)?"
)
_SHORT = 2
"""A label so short may be the end of a longer word: 目标: is one, 既定目标: is none."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a plain line: its word, where it begins, and where its value begins and ends."""

    word: str
    start: int
    value: int
    end: int


def find_labels(plain: str) -> list[Label]:
    """Find the labels of a line, each with the stretch of its value.

    >>> line = "1.新建绿道。牵头单位:区水务局 完成情况:已开工"
    >>> [(label.word, line[label.value : label.end]) for label in find_labels(line)]
    [('牵头单位', '区水务局 '), ('完成情况', '已开工')]
    """
    found = [m for m in _pattern().finditer(plain) if _stands(plain, m)]
    ends = [*(m.start() for m in found[1:]), len(plain)] if found else []
    return [
        Label("".join(m["word"].split()), m.start(), m.end(), end)
        for m, end in zip(found, ends, strict=True)
    ]


def _stands(plain: str, match: re.Match[str]) -> bool:
    if len("".join(match["word"].split())) > _SHORT:
        return True
    return plain[match.start() - 1 : match.start()] not in set("的定总既主各该其此为体")


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(filter(_is_label, header_words()), key=len, reverse=True)
    spelt = "|".join(r"\s{0,2}".join(map(re.escape, word)) for word in words)
    return re.compile(rf"(?P<word>{_PERIOD}(?:{spelt})(?:[(（][^()（）:：]{{1,8}}[)）])?)\s?[:：]")


def _is_label(word: str) -> bool:
    known = known_word(word)
    return known is not None and len(word) > 1 and known.claims[0][0] != Field.CODE


def settle_labels(words: Sequence[str], *, headed: bool, dialect: Dialect) -> Mapping[str, Column]:
    """Say what each label means; `headed`: the item itself stands before them without a label.

    >>> from shishi.layouts.words.dialect import COMMON
    >>> meant = settle_labels(["目标任务", "责任单位"], headed=True, dialect=COMMON)
    >>> [str(column.field) for column in meant.values()]
    ['goal', 'lead_units']
    """
    known = [word for word in map(dialect.word, words) if word]
    item = [HeaderWord("", "", ((Field.ITEM.value, 10),))] if headed else []
    columns = match_columns([*item, *known], dialect)[0]
    return {c.word: c for c in columns if c.word}
