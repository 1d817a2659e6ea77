"""What the column of statuses of a body without separators may say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shishi.layouts.flows.strips.words.marks import marks_of_status
from shishi.layouts.flows.strips.words.said import said_of_status
from shishi.layouts.words.cells import answers_of

_ENDED = "(?<=[。;%])"
"""A cell has surely ended here, and the next one begins."""


def statuses_of(body: str, words: Iterable[str], listed: frozenset[str]) -> frozenset[str]:
    """Give what the columns of statuses under these words say: what is `listed`, what any district says, or 是 and 否.

    A word that asks (是否按序时) may well stand over statuses; then more cells begin with these.

    >>> sorted(statuses_of("1建园。是2建桥。否", ["是否达序时"], frozenset({"滞后"})))
    ['否', '是']
    >>> "滞后" in statuses_of("1建园。滞后2建桥。进展顺利", ["是否达序时"], frozenset({"滞后"}))
    True
    """
    words = list(words)
    answers = frozenset[str]().union(*map(answers_of, words))
    if not words:
        return listed
    said = {m[0] for m in said_of_status().finditer(body)}
    if answers and _answered(body, answers) >= _begin(body, listed | said):
        return answers
    return listed | said | marks_of_status(body)


def _begin(body: str, words: Iterable[str]) -> int:
    """Count the cells that begin with one of these words behind one that has surely ended."""
    longest = sorted(words, key=len, reverse=True)
    return len(re.findall(f"{_ENDED}(?:{'|'.join(map(re.escape, longest))})", body))


def _answered(body: str, answers: frozenset[str]) -> int:
    """Count the answers behind a cell that has surely ended, or right before the number of the next row."""
    before = len(re.findall(f"(?:{'|'.join(map(re.escape, sorted(answers)))})(?=[0-9])", body))
    return max(before, _begin(body, answers))
