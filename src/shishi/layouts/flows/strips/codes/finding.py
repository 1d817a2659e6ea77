"""Tell the rows of a table apart whose rows are lines, or run on without any separator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.strips.codes.candidates import (
    BAND,
    CodeAt,
    seen_arabic,
    seen_bare,
    seen_chinese,
)
from shishi.layouts.flows.strips.codes.following import best_chain
from shishi.layouts.flows.strips.codes.numbers import NO_NUMBERS, Numbers

_FEWEST_CHINESE = 3
BARE_FIRST = re.compile(
    r"^\s*一(?=一、|(?!老一|[一二三四五六七八九十、,，.件次批体]))(?=[\u4e00-\u9fff“])",
    re.MULTILINE,
)
"""What the rows begin with whose codes are numerals without a mark: 一新建绿道, 一一、便民出行新建绿道."""
_NUMBERED_LINE = re.compile(r"^\s*[0-9]{1,3}[.、]?[\u4e00-\u9fff“]", re.MULTILINE)
_NUMERAL_LINE = re.compile(r"^\s*[一二三四五六七八九十]{1,3}[\u4e00-\u9fff“]", re.MULTILINE)


def find_codes(
    body: str, *, statuses: frozenset[str], numbers: Numbers = NO_NUMBERS
) -> list[CodeAt]:
    """Find the codes that begin rows: the chain of numbers that follow each other and cost least.

    `numbers` says whether a column of numbers stands last, so that a code may touch the digits before
    it, or first behind the codes, so that it may touch those after it.

    >>> body = "1新建绿道3公里。区水务局2改造2条道路。区住建局3打通断头路。"
    >>> [(c.code, c.start) for c in find_codes(body, statuses=frozenset())]
    [((1,), 0), ((2,), 13), ((3,), 25)]
    """
    if BARE_FIRST.match(body) and not _heads_numbers(body):
        return best_chain(body, seen_bare(body, statuses))
    arabic = best_chain(body, seen_arabic(body, statuses=statuses, numbers=numbers))
    chinese = _chain_of_chinese(body, list(seen_chinese(body, statuses)))
    if BARE_FIRST.search(body) and not _heads_numbers(body):
        chinese = max(chinese, best_chain(body, seen_bare(body, statuses)), key=len)
    return chinese if len(chinese) >= max(_FEWEST_CHINESE, len(arabic) + 1) else arabic


def _chain_of_chinese(body: str, seen: Sequence[CodeAt]) -> list[CodeAt]:
    """Find the chain of codes in Chinese numerals, which is not that of the headings over them: 一、便民出行(一)新建绿道."""
    chain = best_chain(body, seen)
    over = {
        heading: code
        for heading, code in pairwise(seen)
        if BAND.fullmatch(body, heading.start, code.start)
        and _is_bracketed(body, heading) != _is_bracketed(body, code)
    }
    if 2 * sum(code in over for code in chain) <= len(chain):
        return chain
    under = set(over.values())
    bracketed = not _is_bracketed(body, chain[0])
    codes = (code for code in seen if _is_bracketed(body, code) == bracketed)
    return best_chain(body, (replace(c, cost=0, fresh=True) if c in under else c for c in codes))


def _is_bracketed(body: str, code: CodeAt) -> bool:
    return body[code.start] in "(（"


def _heads_numbers(body: str) -> bool:
    """Tell a body in which lines with a bare numeral stand over the lines with numbers: 一城市安全."""
    return len(_NUMBERED_LINE.findall(body)) >= len(_NUMERAL_LINE.findall(body))
