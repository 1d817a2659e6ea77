"""Where a code that begins a row may stand, and what it costs to believe in it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from shishi.layouts.flows.strips.codes.blanks import ends_before_blank
from shishi.layouts.flows.strips.codes.numbers import Numbers
from shishi.layouts.flows.strips.words.said import COUNTERS
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.counted import COUNTED_BEHIND
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_CODE = re.compile(
    r"[(（][0-9]{1,3}[)）]|(?<![0-9.(（+KkA-Z~-])[0-9]{1,3}\.(?=[^0-9.\s])|(?<![0-9.(（+KkA-Z~-])[0-9]{1,3}(?:\.[0-9]{1,2})?(?=[^0-9.%)）+~—]|—+[^0-9—])[、.]?"
)
_BEHIND_BLANK = re.compile(
    "(?:(?<=[\u4e00-\u9fff。;；%)）”]-)|(?<=[\u4e00-\u9fff。;；%)）”]--))[0-9]{1,3}(?:[.、](?![0-9])|(?=[^0-9.%+~—、]))"
)
"""A code behind the mark of a blank cell, which ends the row above and is no range: 区水务局-10新建."""
_BRACKETED_BEHIND = re.compile("[0-9][(（]")
"""A code in brackets behind the number that ends a row: 6602.2(9)."""
_CHINESE = re.compile("[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、")
LONGEST_BAND = 30
"""So long at most is such a heading."""
BAND = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]、?)"
    rf"[\u4e00-\u9fff“”、]{{2,16}}(?:{COUNTED_BEHIND})?\s*\Z"
)
"""A heading with a number of its own that ends where a code begins."""
_UNNUMBERED = re.compile(rf"[\u4e00-\u9fff“”、]{{2,12}}{COUNTED_BEHIND}\s*\Z")
"""A heading without a number that says how many rows stand below it, the first of which is number 1: 健康守护（4项）."""
_BEHIND_DATE = re.compile(
    r"(?:20[0-9]{2}\.(?:1[0-2]|[1-9])|年[0-9]{1,2}月(?:底|末|前)*)[\u4e00-\u9fff]{3,8}\s*\Z"
)
"""A heading without a number behind the date that ends the row above: 2031.9体育健身."""
_NUMERALS = re.compile("(?<![(（第])[一二三四五六七八九十]+")
_THEME_BEHIND = re.compile(r"[一二三四五六七八九十]{1,3}、(?=[\u4e00-\u9fff“])")
"""The number of a theme, which a code without a mark touches: 三 and 二、 in 三二、便民出行."""
_THEMED = re.compile(r"(?<![0-9.])([0-9]{1,3})(?=[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff“])")
"""A code that the numbered theme of its row touches: 1 in 1三、便民出行."""
_DAY_LAST = re.compile(
    "(?:[0-9]{1,2}月|季度|半年|年)(?:份|[0-9]{1,2}日)?[底末初中内]?(?:之前|以前|前)?$"
)
"""A date that a row may end with where a column of dates stands last."""
_DOTTED_DAY = re.compile(r"(?:(?<![0-9.])(?:19|20)[0-9]{2}|(?<=[0-9])20[0-3][0-9])\.(?=[0-9])")
"""A year and a point, which a percentage before it may touch: 2024. in 88.62024.6."""
_CODE_HERE = re.compile(r"(?:0?[1-9][0-9]?|[1-9][0-9]{2})(?:\.[1-9][0-9]?)?(?=[^0-9.%])[、.]?")
_HOTLINE = re.compile(
    r"(?<![0-9.])([1-9][0-9]?(?:\.[1-9][0-9]?)?)(?=123[0-9]{2}(?![0-9.%])[^0-9]{0,6}(?:热线|平台))"
)
"""A code that touches the number of a hotline behind it: 4 in 412345热线, 7.1 in 7.112345热线."""
_ONE_TOUCHING = re.compile(r"1(?=[2-9][0-9]*[^0-9.%])")
"""A first code that touches a count behind it; 11 might be one of its own: 1 in 162所."""
_COUNT_OF_HEADING = re.compile(
    r"大?[项个件](?:项目|实事)?[)）]?[:：]?\s*[(（]?0?1(?:\.1)?(?=[^0-9.]|[.](?![0-9]))"
)
"""What counts the rows below a heading, the first of which stands behind it: 项1 in 一、便民出行12项1新建."""
_COUNTED_SO = re.compile("[件次批体老期级类标轮季年月日个项处条家座所是小公环路村镇网站码批代流]")
"""What a numeral counts, or makes a word with: 一件事, 三级, 二期."""
_MONTHS = re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,5})月"), 12
_DOTTED = re.compile(r"(?<![0-9.])([0-9]+)(\.)([0-9]{1,2})(?=[^0-9.%])")
_TOUCHING: dict[Field | None, tuple[re.Pattern[str], int]] = {
    Field.PERCENT: (re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,5})%"), 100),
    Field.INVESTMENT: (re.compile(r"(?<![0-9.])((?:[0-9]{1,2}\.)?[0-9]{2,9})(?![0-9.%])"), 10**8),
}
"""Numbers that a code before them may touch, by the column they stand in, and the largest of them."""
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COUNTED = re.compile(
    rf"\s*(?!人[民才行力社防大])(?:项(?!目)|口(?!袋)|组(?![织建])|根(?![治据])|[{COUNTERS}年月日号至以、栋片盏幢间位本株棵周岁批袋把尾块]|-|~|—(?=[0-9])|公里|平方|小时|分钟|天(?!然|网|桥))"
)
_MEASURED = re.compile(r"\s*(?:[亩吨千立倍米万元%平层岁-]|~|—|公里|平方)")
_RANGE = re.compile("[0-9]—$")
_MAYBE_RANGE = 3
_BEHIND_DASH = 1
"""What a code costs behind the mark of a blank cell, so that the same code behind a status goes before it."""
_ODD_PLACE = 7
COUNTS_SOMETHING = 12
_GLUED_NUMBER = 4
_GLUED_TO_NEXT = 3
_AFTER_DAY = 1
_CUT_OFF = 6
"""What it costs that a row ends with a number whose measure word was lost: 床位64 and 2.1 in 床位642.1完善."""

_LEFT_LAST = 9
"""What it costs that a row ends with a number of its own because its last cells are blank: 3000 and 4 in 30004."""


@dataclass(frozen=True, slots=True)
class CodeAt:
    """A row's code in the body: where it begins and ends, and what it costs to believe in it."""

    start: int
    end: int
    code: tuple[int, ...]
    cost: int
    heads_line: bool = False
    fresh: bool = False  # a heading stands before it, behind which the numbers may begin anew


def seen_arabic(body: str, *, statuses: frozenset[str], numbers: Numbers) -> Iterator[CodeAt]:
    """Yield the codes in digits: 1, (1), 2.1, and those that touch numbers."""
    yield from _before_told_numbers(body, statuses)
    yield from _first_before_counts(body)
    if numbers.dated:
        yield from _behind_dotted_days(body)
    blanks = (
        m for m in _BEHIND_BLANK.finditer(body) if ends_before_blank(body, m.start(), statuses)
    )
    for match in chain(_CODE.finditer(body), blanks):
        start, end = match.span()
        code = parse_code(match[0])
        at_start = _at_start(body, start)
        if code is None:
            continue
        heading = max(0, start - LONGEST_BAND), start
        fresh = bool(BAND.search(body, *heading))
        if code == (1,):
            fresh |= bool(_UNNUMBERED.search(body, *heading))
            fresh |= numbers.dated and bool(_BEHIND_DATE.search(body, *heading))
        cost = 0 if at_start or fresh else _cost_before(body, start, statuses)
        if numbers.last and _BRACKETED_BEHIND.match(body, start - 1):
            cost = min(cost, 1)
        if numbers.dated and _DAY_LAST.search(body, max(0, start - 8), start):
            cost = min(cost, _AFTER_DAY)
        cost += _BEHIND_DASH * (match.re is _BEHIND_BLANK)
        cost += _MAYBE_RANGE * bool(_RANGE.search(body, max(0, start - 2), start))
        if _counts(match[0], body, end):
            cost += COUNTS_SOMETHING // 2 if at_start or fresh else COUNTS_SOMETHING
        yield CodeAt(start, end, code, cost, heads_line=at_start, fresh=fresh)
    for pattern, most in {_TOUCHING.get(name, _MONTHS) for name in numbers.first or (None,)}:
        yield from _before_numbers(body, statuses, pattern=pattern, most=most)
    for cut in _at_ends_of_numbers(body):
        if numbers.last:
            yield cut
        elif _cost_before(body, _number_start(body, cut.start), statuses):
            yield replace(cut, cost=_CUT_OFF)
        elif numbers.some:
            yield replace(cut, cost=_LEFT_LAST)


def _before_told_numbers(body: str, statuses: frozenset[str]) -> Iterator[CodeAt]:
    """Yield the codes that touch the numbered theme of their row, where numbers may begin anew, or a hotline's number."""
    for pattern, fresh in ((_THEMED, True), (_HOTLINE, False)):
        for match in pattern.finditer(body):
            code = parse_code(match[1])
            if code:
                start, at_start = match.start(), _at_start(body, match.start())
                cost = 0 if at_start else _cost_before(body, start, statuses)
                yield CodeAt(start, match.end(), code, cost, heads_line=at_start, fresh=fresh)


def _first_before_counts(body: str) -> Iterator[CodeAt]:
    """Yield the first codes that touch a count, right behind a numbered heading: 1 and 62 in 一、便民出行162条."""
    for match in _RUN.finditer(body):
        start, end = match.span()
        touches = _ONE_TOUCHING.match(body, start) and _COUNTED.match(body, end)
        if (
            touches
            and not _COUNT_OF_HEADING.match(body, end)
            and BAND.search(body, max(0, start - LONGEST_BAND), start)
        ):
            yield CodeAt(start, start + 1, (1,), _GLUED_TO_NEXT, fresh=True)


def _behind_dotted_days(body: str) -> Iterator[CodeAt]:
    """Yield the codes that touch a year and a month: 5.1 behind 2022.8 in 2022.85.1, 3 behind 2022.10 in 2022.103."""
    for year in _DOTTED_DAY.finditer(body):
        for length in (1, 2):
            month, start = body[year.end() : year.end() + length], year.end() + length
            found = _CODE_HERE.match(body, start)
            code = parse_code(found[0]) if found else None
            is_month = month.isdigit() and 1 <= int(month) <= _MONTHS[1]
            if found and code and is_month and not _counts(found[0], body, found.end()):
                yield CodeAt(start, found.end(), code, _AFTER_DAY + 1)


def _counts(number: str, body: str, end: int) -> bool:
    """Tell a number that what follows is counted with; 5.3 counts no 人: 5.3人社局."""
    pattern = _MEASURED if "." in number else _COUNTED
    return pattern.match(body, end) is not None


def seen_chinese(body: str, statuses: frozenset[str]) -> Iterator[CodeAt]:
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


def seen_bare(body: str, statuses: frozenset[str]) -> Iterator[CodeAt]:
    """Yield the codes in numerals without a mark: 十二 in 区水务局十二新建绿道, 二 there as well."""
    for run in _NUMERALS.finditer(body):
        for start in range(run.start(), run.end()):
            for end in range(start + 1, min(run.end(), start + 3) + 1):
                code = parse_code(body[start:end])
                if code:
                    cost = 0 if _at_start(body, start) else _cost_before(body, start, statuses)
                    cost += COUNTS_SOMETHING * bool(_COUNTED_SO.match(body, end))
                    theme = _THEME_BEHIND.match(body, end)
                    themed = theme is not None and parse_code(theme[0]) is not None
                    cost += _ODD_PLACE * (start > run.start())
                    cost += _ODD_PLACE * (end < run.end() and not themed)
                    cost += COUNTS_SOMETHING * (body[end : end + 1] == "、")
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
            inside = inside and match[0][:-length].strip("0") != ""  # 02 is a code, and no 0 and 2
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
    return _ODD_PLACE if not before[-1:].isdigit() else COUNTS_SOMETHING
