"""Which tokens are the codes of rows: the longest chain of numbers that follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.words.codes import follows

_FOLLOWS = 10
_SKIPS = 5
_AGAIN = 6
_ALONE = 2
_LOOKS_BACK = 3


@dataclass(frozen=True, slots=True)
class _Link:
    token: int
    code: tuple[int, ...]
    score: int
    before: _Link | None


def find_codes(body: Body, column: int) -> frozenset[int]:
    """Find the codes of a table whose column `column` (from 0) holds them.

    A code stands first on its line, or behind no more tokens than there are columns before it.
    """
    best: dict[tuple[int, ...], _Link] = {}
    last: list[_Link] = []
    for token, code in _candidates(body, column):
        links = [_Link(token, code, _ALONE, None)]
        near = {id(link): link for link in (*best.values(), *last)}
        for link in near.values():
            if body.tokens[link.token].line < body.tokens[token].line:
                links.append(_Link(token, code, link.score + _gain(link.code, code), link))
        top = max(links, key=lambda link: link.score)
        if code not in best or top.score >= best[code].score:
            best[code] = top
        best = dict(sorted(best.items(), key=lambda kept: -kept[1].score)[:_LOOKS_BACK])
        last = [*last[1 - _LOOKS_BACK :], top]
    end = max([*best.values(), *last], key=lambda one: one.score, default=None)
    return frozenset(_tokens(end))


def _candidates(body: Body, column: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    for line in body.lines:
        for token in line[: column + 1]:
            code = body.code(token)
            if code is not None:
                yield token, code


def _gain(last: tuple[int, ...], code: tuple[int, ...]) -> int:
    if code == last or set(code) == {1}:
        return _AGAIN
    if follows(last, code):
        return _FOLLOWS
    return _SKIPS if len(code) == len(last) and code > last else -_FOLLOWS


def _tokens(link: _Link | None) -> Iterator[int]:
    while link:
        yield link.token
        link = link.before
