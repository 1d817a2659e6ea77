"""Tell the rows of a table apart whose rows are lines, or run on without any separator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shishi.layouts.flows.strips.words.said import COUNTERS
from shishi.layouts.words.codes import follows, parse_code
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_CODE = re.compile(
    r"[(（][0-9]{1,3}[)）]|(?<![0-9.(（+KkA-Z~-])[0-9]{1,3}\.(?=[^0-9.\s])|(?<![0-9.(（+KkA-Z~-])[0-9]{1,3}(?:\.[0-9]{1,2})?(?=[^0-9.%)）+~—])[、.]?"
)
_CHINESE = re.compile("[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、")
_FEWEST_CHINESE = 3
_LONGEST_BAND = 24
_BAND = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]、?)[\u4e00-\u9fff“”、]{2,16}\s*\Z"
)
"""A heading with a number of its own that ends where a code begins."""
BARE_FIRST = re.compile(
    r"^\s*一(?!老一|[一二三四五六七八九十、,，.件次批体])(?=[\u4e00-\u9fff“])", re.MULTILINE
)
"""What the rows begin with whose codes are numerals without a mark: 一新建绿道."""
_NUMBERED_LINE = re.compile(r"^\s*[0-9]{1,3}[.、]?[\u4e00-\u9fff“]", re.MULTILINE)
_NUMERAL_LINE = re.compile(r"^\s*[一二三四五六七八九十]{1,3}[\u4e00-\u9fff“]", re.MULTILINE)
_NUMERALS = re.compile("(?<![(（第])[一二三四五六七八九十]+")
_COUNTED_SO = re.compile("[件次批体老期级类标轮季年月日个项处条家座所是小公环路村镇网站码批代流]")
"""What a numeral counts, or makes a word with: 一件事, 三级, 二期."""
_MONTHS = re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,5})月"), 12
_DOTTED = re.compile(r"(?<![0-9.])([0-9]+)(\.)([0-9]{1,2})(?=[^0-9.%])")
_TOUCHING: dict[Field | None, tuple[re.Pattern[str], int]] = {
    Field.PERCENT: (re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,5})%"), 100),
    Field.INVESTMENT: (re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,9})(?![0-9.%])"), 10**8),
}
"""Numbers that a code before them may touch, by the column they stand in, and the largest of them."""
_NUMBERS = frozenset({Field.PERCENT, Field.INVESTMENT})
_OFTEN_BLANK = frozenset(
    {Field.THEME, Field.REMARK, Field.EXPLANATION, Field.SUPPORT_UNITS, *_NUMBERS, None}
)
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COUNTED = re.compile(
    rf"\s*(?:项(?!目)|[{COUNTERS}年月日号至以、栋组片盏幢口间位本株棵周岁批袋把尾根块]|-|~|—|公里|平方)"
)
_MEASURED = re.compile(r"\s*(?:[亩吨千立倍米万元%平层岁-]|~|—|公里|平方)")
_RANGE = re.compile("[0-9]—$")
_MAYBE_RANGE = 3
_GAIN = 10
_ODD_PLACE = 7
_COUNTS_SOMETHING = 12
_AGAIN = 12
"""What it costs that a number comes again, or the first one: with nothing between cells, most are no codes."""
_NOT_FROM_ONE = 4
_GLUED_NUMBER = 4
_GLUED_TO_NEXT = 3
_CUT_OFF = 6
"""What it costs that a row ends with a number whose measure word was lost: 床位64 and 2.1 in 床位642.1完善."""
_LOST = 8
"""What it costs that the code between two others is not seen."""
_IN_A_LINE, _CUT_OFF_IN_A_LINE = 2, 6
_FEWEST_LINES, _NEARLY_ALL, _SHORTEST_ROW = 4, (4, 5), 12


@dataclass(frozen=True, slots=True)
class Numbers:
    """The fields that may stand first behind a code, and whether bare numbers may stand last in a row.

    More than one may be the first where the columns before it are often blank.
    """

    first: tuple[Field | None, ...] = ()
    last: bool = False


def numbers_of(fields: Sequence[Field | None], *, alone: bool) -> Numbers:
    """Say which numbers a code may touch in a table with these columns behind its code.

    `alone`: no other columns stand before the code, so that the last of these ends the row above.

    >>> numbers_of([Field.THEME, Field.PERCENT, Field.ITEM], alone=True)
    Numbers(first=(<Field.THEME: 'theme'>, <Field.PERCENT: 'percent'>, <Field.ITEM: 'item'>), last=False)
    """
    first = _until_filled(fields)
    last = _until_filled(fields[::-1]) if alone else ()
    return Numbers(first, bool(_NUMBERS.intersection(last)))


def _until_filled(fields: Sequence[Field | None]) -> tuple[Field | None, ...]:
    """Give the first fields, up to one that is hardly ever blank."""
    filled = (i for i, name in enumerate(fields, 1) if name not in _OFTEN_BLANK)
    return tuple(fields[: next(filled, len(fields))])


NO_NUMBERS = Numbers()


@dataclass(frozen=True, slots=True)
class CodeAt:
    """A row's code in the body: where it begins and ends, and what it costs to believe in it."""

    start: int
    end: int
    code: tuple[int, ...]
    cost: int
    heads_line: bool = False
    fresh: bool = False  # a heading stands before it, behind which the numbers may begin anew


@dataclass(frozen=True, slots=True)
class _Link:
    """A chain of codes, the last one first."""

    last: CodeAt
    before: _Link | None
    score: int


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
        return _best_chain(body, _seen_bare(body, statuses))
    arabic = _best_chain(body, _seen(body, statuses=statuses, numbers=numbers))
    chinese = _best_chain(body, _seen_chinese(body, statuses))
    if BARE_FIRST.search(body) and not _heads_numbers(body):
        chinese = max(chinese, _best_chain(body, _seen_bare(body, statuses)), key=len)
    return chinese if len(chinese) >= max(_FEWEST_CHINESE, len(arabic) + 1) else arabic


def _heads_numbers(body: str) -> bool:
    """Tell a body in which lines with a bare numeral stand over the lines with numbers: 一城市安全."""
    return len(_NUMBERED_LINE.findall(body)) >= len(_NUMERAL_LINE.findall(body))


def _best_chain(body: str, seen: Iterable[CodeAt]) -> list[CodeAt]:
    lines = body.count("\n") + 1
    candidates = _alike(body, sorted(seen, key=lambda c: c.start))
    at_line_start = [c for c in candidates if c.start == 0 or body[c.start - 1] == "\n"]
    headed = [c for c in candidates if c.start == 0 or body[c.start - 1] == "\n" or _heads(body, c)]
    for heading in (at_line_start, headed):
        if len(heading) >= _FEWEST_LINES and _are_all(heading, body.split("\n")):
            return heading
    by_line = lines > 1 and 2 * len(at_line_start) > lines
    best: dict[tuple[int, ...], _Link] = {}
    top: _Link | None = None
    for code in candidates:
        inside = by_line and code.start and body[code.start - 1] != "\n"
        odd = _CUT_OFF_IN_A_LINE if body[code.start - 1].isdigit() else _IN_A_LINE
        link = _chained(code, best, top, penalty=odd * bool(inside))
        if link and (code.code not in best or link.score >= best[code.code].score):
            best[code.code] = link
        if link and (top is None or link.score > top.score):
            top = link
    return list(_unlinked(top))[::-1]


def _are_all(codes: Sequence[CodeAt], lines: Sequence[str]) -> bool:
    """Tell codes that begin nearly all lines and follow each other from the first on: numbers within are no codes.

    They may begin anew, as under headings.
    """
    rows = sum(len(line) >= _SHORTEST_ROW for line in lines)
    first = {1}
    told = set(codes[0].code) == first and _NEARLY_ALL[1] * len(codes) >= _NEARLY_ALL[0] * rows
    pairs = pairwise(codes)
    return told and all(follows(a.code, b.code) or set(b.code) == first for a, b in pairs)


def _heads(body: str, code: CodeAt) -> bool:
    """Tell a code that stands first on its line but for a heading: 二、畅通出行2.1改造."""
    if not code.fresh:
        return False
    band = _BAND.search(body, max(0, code.start - _LONGEST_BAND), code.start)
    return band is not None and body[band.start() - 1 : band.start()] in {"", "\n"}


def _seen(body: str, *, statuses: frozenset[str], numbers: Numbers) -> Iterator[CodeAt]:
    for match in _CODE.finditer(body):
        start, end = match.span()
        code = parse_code(match[0])
        at_start = _at_start(body, start)
        if code is None:
            continue
        fresh = bool(_BAND.search(body, max(0, start - _LONGEST_BAND), start))
        cost = 0 if at_start or fresh else _cost_before(body, start, statuses)
        cost += _MAYBE_RANGE * bool(_RANGE.search(body, max(0, start - 2), start))
        if _counts(match[0], body, end):
            cost += _COUNTS_SOMETHING // 2 if at_start else _COUNTS_SOMETHING
        yield CodeAt(start, end, code, cost, heads_line=at_start, fresh=fresh)
    for pattern, most in {_TOUCHING.get(name, _MONTHS) for name in numbers.first or (None,)}:
        yield from _before_numbers(body, statuses, pattern=pattern, most=most)
    for cut in _at_ends_of_numbers(body):
        if numbers.last:
            yield cut
        elif _cost_before(body, _number_start(body, cut.start), statuses):
            yield replace(cut, cost=_CUT_OFF)


def _counts(number: str, body: str, end: int) -> bool:
    """Tell a number that what follows is counted with; 5.3 counts no 人: 5.3人社局."""
    pattern = _MEASURED if "." in number else _COUNTED
    return pattern.match(body, end) is not None


def _alike(body: str, candidates: list[CodeAt]) -> list[CodeAt]:
    """Keep the numbers that are printed as the first row's is: (1) inside a cell is the mark of a list."""
    first = next((c for c in candidates if not body[: c.start].strip()), None)
    if first is None:
        return candidates
    style = _style(body, first)
    return [c for c in candidates if _style(body, c) == style]


def _style(body: str, code: CodeAt) -> tuple[bool, str]:
    """Give whether a code stands in brackets, and the mark behind it."""
    return body[code.start] in "(（", body[code.end - 1].strip("0123456789一二三四五六七八九十")


def _seen_chinese(body: str, statuses: frozenset[str]) -> Iterator[CodeAt]:
    """Yield the codes in Chinese numerals: (一), 一、"""
    for match in _CHINESE.finditer(body):
        code = parse_code(match[0])
        start = match.start()
        again = body.endswith(
            match[0], 0, start
        )  # the number of a theme behind it: (二)(二)城市更新
        if code and not again:
            cost = 0 if _at_start(body, start) else _cost_before(body, start, statuses)
            yield CodeAt(start, match.end(), code, cost)


def _seen_bare(body: str, statuses: frozenset[str]) -> Iterator[CodeAt]:
    """Yield the codes in numerals without a mark: 十二 in 区水务局十二新建绿道, 二 there as well."""
    for run in _NUMERALS.finditer(body):
        for start in range(run.start(), run.end()):
            for end in range(start + 1, min(run.end(), start + 3) + 1):
                code = parse_code(body[start:end])
                if code:
                    cost = 0 if _at_start(body, start) else _cost_before(body, start, statuses)
                    cost += _COUNTS_SOMETHING * bool(_COUNTED_SO.match(body, end))
                    cost += _ODD_PLACE * (start > run.start()) + _ODD_PLACE * (end < run.end())
                    yield CodeAt(start, end, code, cost)


def _at_start(body: str, at: int) -> bool:
    """Tell the start of a line, or of the rows behind a header on the same line."""
    return body[at - 1 : at] in {"", "\n"} or not body[max(0, at - 200) : at].strip(" ")


def _before_numbers(
    body: str, statuses: frozenset[str], *, pattern: re.Pattern[str], most: int
) -> Iterator[CodeAt]:
    """Codes that touch a month behind them, 5 and 4月 in 54月开工, or a percentage where one follows."""
    for match in pattern.finditer(body):
        start = match.start()
        at_start = _at_start(body, start)
        cost = _GLUED_TO_NEXT + (0 if at_start else _cost_before(body, start, statuses))
        dot = body.find(".", start, match.end(1)) + 1
        for end in range(max(dot, start) + 1, min(match.end(1), max(dot, start) + 4)):
            code = parse_code(body[start:end])
            if code and body[end] != "0" and int(body[end : match.end(1)]) <= most:
                yield CodeAt(start, end, code, cost)


def _number_start(body: str, at: int) -> int:
    """Give where the digits before a position begin."""
    while at and body[at - 1] in "0123456789.":
        at -= 1
    return at


def _at_ends_of_numbers(body: str) -> Iterator[CodeAt]:
    """Codes that touch a number before them: 1000 and 2 in 10002实施, 1000 and 2.1 in 10002.1实施."""
    for match in _DOTTED.finditer(body):
        for start in range(max(match.start() + 1, match.start(2) - 2), match.start(2)):
            if body[start] != "0" and not _counts("1.", body, match.end()):
                code = (int(body[start : match.start(2)]), int(match[3]))
                yield CodeAt(start, match.end(), code, _GLUED_NUMBER)
    for match in _RUN.finditer(body):
        for length in (1, 2, 3):
            start = match.end() - length
            digits = match[0][-length:]
            inside = start > match.start() and digits.isdigit() and digits[0] != "0"
            inside = inside and body[start - 1] != "."  # no cell ends so: 2. and 4 in 2.4新建
            if inside and match.end() < len(body) and not _COUNTED.match(body, match.end()):
                yield CodeAt(start, match.end(), (int(digits),), _GLUED_NUMBER)


def _cost_before(body: str, start: int, statuses: frozenset[str]) -> int:
    """Say how odd it is that a row ends here: after a full stop, a unit, a status, a person or not."""
    before = body[max(0, start - 14) : start].rstrip()
    words = load_words()
    if before.endswith(("。", ";", "；", "%", ")", "）", "”", *words.anchors, *words.groups)):
        return 0
    if before.endswith((*statuses, *words.levels, *words.blank_marks)):
        return 0
    if any(is_person(before[-n:]) for n in (2, 3, 4)):
        return 1
    return _ODD_PLACE if not before[-1:].isdigit() else _COUNTS_SOMETHING


def _chained(
    code: CodeAt,
    best: dict[tuple[int, ...], _Link],
    top: _Link | None,
    *,
    penalty: int,
) -> _Link | None:
    """Put a code behind the best chain that it follows."""
    gain = _GAIN - code.cost - penalty
    first = 0 if set(code.code) == {1} else _NOT_FROM_ONE
    again = _AGAIN // 2 if code.heads_line else _AGAIN
    links = [_Link(code, None, gain - first)]
    for last, link in _before(code.code, best):
        odd = again if last == code.code else 0
        if link.last.end <= code.start and follows(last, code.code):
            links.append(_Link(code, link, link.score + gain - odd))
        elif link.last.end <= code.start and last == _second_last(code.code):
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
        wanted += [last for last in best if last[0] == code[0] - 1]
    for last in wanted:
        if last in best:
            yield last, best[last]


def _second_last(code: tuple[int, ...]) -> tuple[int, ...]:
    return (*code[:-1], code[-1] - 2)


def _unlinked(link: _Link | None) -> Iterator[CodeAt]:
    while link:
        yield link.last
        link = link.before
