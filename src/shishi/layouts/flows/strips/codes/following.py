"""Of the codes that may begin rows, the chain of those that follow each other and cost least."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shishi.layouts.flows.strips.codes.candidates import BAND, LONGEST_BAND, CodeAt
from shishi.layouts.words.codes import follows

_GAIN = 10
_AGAIN = 12
"""What it costs that a number comes again, or the first one: with nothing between cells, most are no codes."""
_OFTEN, _AGAIN_WHERE_OFTEN = 2, 2
"""Where the numbers begin anew so often behind headings without a number, one more is no wonder: 绿色生态1造林。便民出行1修路。"""
_NOT_FROM_ONE = 4
_LOST = 8
"""What it costs that the code between two others is not seen."""
_IN_A_LINE, _CUT_OFF_IN_A_LINE = 2, 6
_HAN = re.compile("[\u4e00-\u9fff“”]")
_FEW_WORDS = re.compile("[(（]?[\u4e00-\u9fff]{1,3}[)）、]?[\u4e00-\u9fff“”、]{2,16}")
_FEWEST_LINES, _NEARLY_ALL, _SHORTEST_ROW = 4, (4, 5), 12


@dataclass(frozen=True, slots=True)
class _Link:
    """A chain of codes, the last one first."""

    last: CodeAt
    before: _Link | None
    score: int


def best_chain(body: str, seen: Iterable[CodeAt]) -> list[CodeAt]:
    """Find the chain of codes that follow each other and cost least, in order."""
    lines = body.count("\n") + 1
    candidates = _alike(body, sorted(seen, key=lambda c: c.start))
    at_line_start = [c for c in candidates if c.start == 0 or body[c.start - 1] == "\n"]
    headed = [c for c in candidates if c.start == 0 or body[c.start - 1] == "\n" or _heads(body, c)]
    for heading in (at_line_start, headed):
        if len(heading) >= _FEWEST_LINES and _are_all(heading, body.split("\n")):
            return heading
    by_line = lines > 1 and 2 * len(at_line_start) > lines
    chain = _cheapest(body, candidates, by_line=by_line, anew=_AGAIN)
    if sum(_begins_anew(body, code) for code in chain) < _OFTEN:
        return chain
    return _cheapest(body, candidates, by_line=by_line, anew=_AGAIN_WHERE_OFTEN)


def _cheapest(body: str, candidates: Iterable[CodeAt], *, by_line: bool, anew: int) -> list[CodeAt]:
    """Find the cheapest chain; `anew` is what it costs that its numbers begin again between words."""
    best: dict[tuple[int, ...], _Link] = {}
    top: _Link | None = None
    for code in candidates:
        inside = by_line and code.start and body[code.start - 1] != "\n"
        odd = _CUT_OFF_IN_A_LINE if body[code.start - 1].isdigit() else _IN_A_LINE
        again = anew if _begins_anew(body, code) else _AGAIN
        link = _chained(code, best, top, penalty=odd * bool(inside), again=again)
        if link and (code.code not in best or link.score >= best[code.code].score):
            best[code.code] = link
        if link and (top is None or link.score > top.score):
            top = link
    return list(_unlinked(top))[::-1]


def _begins_anew(body: str, code: CodeAt) -> bool:
    """Tell a first code between words, as behind a heading that has no number and no line of its own."""
    between = _HAN.match(body, code.start - 1) and _HAN.match(body, code.end)
    return set(code.code) == {1} and not (code.fresh or code.heads_line) and bool(between)


def _are_all(codes: Sequence[CodeAt], lines: Sequence[str]) -> bool:
    """Tell codes that begin nearly all lines and follow each other from the first on: numbers within are no codes.

    They may begin anew, as under headings. Where most of them do, the lines are sections, each with its rows.
    """
    rows = sum(len(line) >= _SHORTEST_ROW for line in lines)
    first = {1}
    told = set(codes[0].code) == first and _NEARLY_ALL[1] * len(codes) >= _NEARLY_ALL[0] * rows
    pairs = [(a.code, b.code) for a, b in pairwise(codes)]
    counted = 2 * sum(b[-1] > 1 for _, b in pairs) >= len(pairs)
    return told and counted and all(follows(a, b) or set(b) == first for a, b in pairs)


def _heads(body: str, code: CodeAt) -> bool:
    """Tell a code that stands first on its line but for a heading: 二、畅通出行2.1改造."""
    if not code.fresh:
        return False
    band = BAND.search(body, max(0, code.start - LONGEST_BAND), code.start)
    return band is not None and body[band.start() - 1 : band.start()] in {"", "\n"}


def _is_first(body: str, code: CodeAt) -> bool:
    """Tell a code before which nothing stands but blanks, or a few words above a first one: a heading, a theme."""
    above = body[: code.start].strip()
    begins = set(code.code) == {1} and code.cost < _GAIN
    words = _FEW_WORDS.fullmatch(above) or BAND.fullmatch(above)
    return not above or (begins and words is not None)


def _alike(body: str, candidates: list[CodeAt]) -> list[CodeAt]:
    """Keep the numbers that are printed as the first row's is: (1) inside a cell is the mark of a list.

    So is one with fewer levels than the first row's code has, within a line: 1.1修路。1已开工;2已完工。
    """
    first = next((c for c in candidates if _is_first(body, c)), None)
    if first is None:
        return candidates
    style = _style(body, first)
    levels = len(first.code)
    alike = (c for c in candidates if _style(body, c) == style)
    return [c for c in alike if len(c.code) >= levels or c.heads_line]


def _style(body: str, code: CodeAt) -> tuple[bool, str]:
    """Give whether a code stands in brackets, and the mark behind it."""
    return body[code.start] in "(（", body[code.end - 1].strip("0123456789一二三四五六七八九十")


def _chained(
    code: CodeAt,
    best: dict[tuple[int, ...], _Link],
    top: _Link | None,
    *,
    penalty: int,
    again: int,
) -> _Link | None:
    """Put a code behind the best chain that it follows."""
    gain = _GAIN - code.cost - penalty
    first = 0 if set(code.code) == {1} else _NOT_FROM_ONE
    again = min(again, _AGAIN // 2) if code.heads_line else again
    links = [_Link(code, None, gain - first)]
    for last, link in _before(code.code, best):
        odd = again if last == code.code else 0
        if link.last.end <= code.start and follows(last, code.code):
            links.append(_Link(code, link, link.score + gain - odd))
        elif link.last.end <= code.start and _skips_one(last, code.code):
            links.append(_Link(code, link, link.score + gain - _LOST))
    if top and set(code.code) == {1} and top.last.end <= code.start:
        links.append(_Link(code, top, top.score + gain - again * (not code.fresh)))
    link = max(links, key=lambda one: one.score)
    return link if link.score > 0 else None


def _before(
    code: tuple[int, ...], best: dict[tuple[int, ...], _Link]
) -> Iterator[tuple[tuple[int, ...], _Link]]:
    """Yield the chains that end with a code that may stand before this one."""
    wanted = [code, (*code[:-1], code[-1] - 1), _second_last(code)]
    if len(code) > 1 and code[-1] == 1:
        wanted += [last for last in best if last[0] in (code[0] - 1, code[0] - 2)]
    for last in wanted:
        if last in best:
            yield last, best[last]


def _skips_one(last: tuple[int, ...], code: tuple[int, ...]) -> bool:
    """Tell codes between which one is not seen, or the one section of 2: 1.2, 3.1."""
    if len(last) == len(code) > 1 and code[-1] == 1:
        return last[0] == code[0] - 2
    return last == _second_last(code)


def _second_last(code: tuple[int, ...]) -> tuple[int, ...]:
    return (*code[:-1], code[-1] - 2)


def _unlinked(link: _Link | None) -> Iterator[CodeAt]:
    while link:
        yield link.last
        link = link.before
