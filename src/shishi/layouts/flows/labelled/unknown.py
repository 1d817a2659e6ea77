"""Labels that no list has, told by the page: a word before a colon at the same spot of block after block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from shishi.layouts.flows.labelled.labels import Label, Stand, may_be_label
from shishi.layouts.flows.labelled.periods import may_begin_label
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names.kinds import is_unit

_FEWEST = 2
_SHARE = 3
"""A word that only begins like none is one label when it begins a line for every third of the commonest one."""
_MOST, _OF = 2, 3
"""In so many of so many blocks a word stands between labels that is one itself."""
_OPENS = re.compile(r"\s*[\u4e00-\u9fff]{1,6}")
_BETWEEN = re.compile(r"(?<=[^\s,、:;])\s+(?P<word>[\u4e00-\u9fff]{3,8})\s?:")


def with_whole_words(
    lines: Sequence[Sequence[Label]], *, plain: Sequence[str], dialect: Dialect
) -> list[list[Label]]:
    """Let a label begin with its line where the words before it are the same in block after block: 本轮目标:.

    What it means its own word says; the words before it are none of the value above.
    """
    words = [_opening(labels, text) for labels, text in zip(lines, plain, strict=True)]
    times = Counter(filter(None, words))
    fewest = max(_FEWEST, -(-_most_known(lines) // _SHARE))
    whole = []
    for word, labels in zip(words, lines, strict=True):
        if word and times[word] >= fewest and may_be_label(word, dialect):
            labels = [replace(labels[0], start=0, stand=Stand.LINE), *labels[1:]]
        whole.append(list(labels))
    return whole


def _opening(labels: Sequence[Label], text: str) -> str:
    """Give the words a line begins with up to the colon, where a label ends them but does not begin there."""
    if not labels or labels[0].stand is not Stand.INSIDE or not labels[0].start:
        return ""
    opens = _OPENS.fullmatch(text[: labels[0].start])
    return opens[0].strip() + labels[0].word if opens else ""


def find_between_labels(
    lines: Sequence[Sequence[Label]], *, plain: Sequence[str], dialect: Dialect
) -> frozenset[str]:
    """Find the words that no list has and that stand between the labels of most blocks that run on: 资金渠道:.

    Behind prose they are a part of it, 道路开工 桥梁部分:完成桩基, unless set off as the page's labels are.
    """
    times: Counter[str] = Counter()
    may_begin = may_begin_label(lines, plain=plain, dialect=dialect)
    for labels, text in zip(lines, plain, strict=True):
        if sum(x.stand is Stand.AFTER for x in labels) >= _FEWEST:
            found = _BETWEEN.finditer(text)
            times.update({x["word"] for x in found if may_begin(labels, text, x.start("word"))})
    fewest = max(_FEWEST + 1, _MOST * _most_known(lines) / _OF)
    return frozenset(
        word
        for word, n in times.items()
        if n >= fewest and may_be_label(word, dialect) and not is_unit(word)
    )


def _most_known(lines: Sequence[Sequence[Label]]) -> int:
    known = Counter(label.word for labels in lines for label in labels if label.known)
    return max(known.values(), default=0)
