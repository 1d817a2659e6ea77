"""What the column of statuses of a body without separators may say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from shishi.layouts.flows.strips.words.marks import marks_of_status
from shishi.layouts.flows.strips.words.said import said_of_status
from shishi.layouts.words.cells import answers_of

_SAYS_PACE = re.compile(
    "正常|.{0,4}滞后|.{0,4}序时?(?:进度)?(?:推进)?|(?:正常|有序|加快|持续)推进|超前|超额完成|提前完成|暂停|停工|办结"
)
"""What says how a project keeps its time, and little else: 严重滞后, 按序推进."""
_RUN_INTO = re.compile(
    "[\u4e00-\u9fff](?<![运转行务均较很更已未可全部能个及度展秩序不持续期因的为将])$"
)
"""The words before such a status, with which it makes no phrase: 运转|正常, 进度|滞后."""
_ENDED = "(?<=[。;%/—])"
"""A cell has surely ended here, or is a blank mark, and the next one begins."""


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


def glued_statuses(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the statuses that words run into with no mark between: what they stand in is no report alone.

    >>> text = "已筛查300人,均已转诊正常"
    >>> [text[a:b] for a, b in glued_statuses(text, [(0, 2), (12, 14)])], list(glued_statuses("运转正常", [(2, 4)]))
    (['正常'], [])
    """
    yield from (
        s for s in spans if _SAYS_PACE.fullmatch(text, *s) and _RUN_INTO.search(text[: s[0]])
    )


def _begin(body: str, words: Iterable[str]) -> int:
    """Count the cells that begin with one of these words behind one that has surely ended."""
    longest = sorted(words, key=len, reverse=True)
    return len(re.findall(f"{_ENDED}(?:{'|'.join(map(re.escape, longest))})", body))


def _answered(body: str, answers: frozenset[str]) -> int:
    """Count the answers behind a cell that has surely ended, or right before the number of the next row."""
    before = len(re.findall(f"(?:{'|'.join(map(re.escape, sorted(answers)))})(?=[0-9])", body))
    return max(before, _begin(body, answers))
