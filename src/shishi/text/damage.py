"""Damage: words and numbers that lost a piece on their way to the page, with a proposal if one is sure.

Numbers, letters and rare characters that stood in a span of their own are often dropped when a page
is copied: 10月24日 becomes 1024日, 20个“15分钟…圈” becomes 2015分钟…圈. Such a number reads well and
is wrong. Nothing here is repaired: a proposal is for a person, and a number is read or not.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from importlib.resources import files
from typing import Any

from shishi.text.characters import HAN
from shishi.text.line_ends import find_parted, join_lines, may_be_parted
from shishi.text.private_use import PRIVATE, read_private


class DamageKind(StrEnum):
    """What has happened to the text."""

    MONTH_SWALLOWED = "month-swallowed"  # 1024日
    DATE_RUN_TOGETHER = "date-run-together"  # 20171011
    YEAR_GLUED = "year-glued"  # 2021126项, 202310月份
    COUNT_GLUED = "count-glued"  # 2015分钟生活圈
    UNIT_LOST = "unit-lost"  # 新增公交车20
    NUMBER_PARTED = "number-parted"  # 路灯1⏎20盏
    QUOTATION_MARK_LOST = "quotation-mark-lost"
    BRACKET_LOST = "bracket-lost"
    MARK_LOST = "mark-lost"  # 73.7%10月
    MARK_DOUBLED = "mark-doubled"
    MISREAD_ENCODING = "misread-encoding"  # 锟斤拷
    CHARACTER_LOST = "character-lost"  # U+FFFD
    PRIVATE_CHARACTER = "private-character"
    LOOKALIKE = "lookalike"  # 5O7座, IO(X)人


@dataclass(frozen=True, slots=True)
class Damage:
    """One damaged stretch. `proposal` is what text[span] may have been, None when not sure.

    `why` names the piece that is missing or wrong, in English. With `number`, the digits in the span
    must not be read as a quantity or date.
    """

    span: tuple[int, int]
    kind: DamageKind
    proposal: str | None
    why: str
    number: bool


def find_damage(text: str) -> list[Damage]:
    """Find the damaged stretches of a folded text, in reading order; they do not overlap.

    Any number of four digits and more directly before 日 or 分钟 is reported, and one of three that
    reads as a month and a day; a whole date (10月24日) never is. A line end between a number and its
    measure word is no damage.

    >>> [(d.kind.value, d.proposal) for d in find_damage("截至1024日,建成2015分钟健身圈。")]
    [('month-swallowed', '10月24日'), ('count-glued', '20个“15分钟健身圈”')]
    """
    signs, finders = _finders()
    lines = "\n" in text
    if not signs.search(text) and not (lines and may_be_parted(text)):
        return []
    if lines and (joined := join_lines(text)):
        return [replace(d, span=joined.span(*d.span)) for d in find_damage(joined.plain)]
    found: list[Damage] = []
    taken = bytearray(len(text))
    for sign, find in finders:
        for damage in find(text) if sign.search(text) else ():
            start, end = damage.span
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(damage)
    return sorted(found, key=lambda damage: damage.span)


def shortened_name(name: str, register: Iterable[str]) -> list[str]:
    """Give the names of a register that become this name when any one character is lost.

    >>> shortened_name("湖街道", ["柳湖街道", "云溪街道"])
    ['柳湖街道']
    """
    longer = [n for n in register if len(n) == len(name) + 1]
    return [n for n in longer if any(n[:i] + n[i + 1 :] == name for i in range(len(n)))]


def lossy_name(name: str, register: Iterable[str]) -> list[str]:
    """Give the names of a register that become this name when a page cannot hold rare characters.

    What is lost is what GB 2312 does not have. A name that stands in the register as printed may
    still be another one that lost a character; the name itself is not given.

    >>> lossy_name("大街道", ["大碶街道", "大榭街道", "新碶街道"])
    ['大碶街道']
    """
    return [
        n for n in register if n != name and n.encode("gb2312", "ignore").decode("gb2312") == name
    ]


def looks_cut(name: str) -> bool:
    """Tell whether a unit's name is only what is left of one: 街道, 北, 新街道.

    >>> [looks_cut(name) for name in ("街道", "北", "新街道", "白峰街道", "教育局")]
    [True, True, True, False, False]
    """
    name = "".join(name.split())
    if len(name) == 1 or name in _words()["unit_endings"]:
        return True
    return len(name) == 3 and name.endswith("街道") and name[0] not in _words()["all_of"]


@cache
def _words() -> dict[str, Any]:
    file = files("shishi") / "data" / "damage.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _pattern(kind: DamageKind) -> re.Pattern[str]:
    words = _words()
    alone = "(?<![0-9.])"
    year = "(?:19|20)[0-9]{2}"
    patterns = {
        DamageKind.MONTH_SWALLOWED: f"{alone}(?:([0-9]{{3}})日(?!{_any(words['after_days'])})|([0-9]{{4,}})日)(?![{words['after_day']}])",
        DamageKind.YEAR_GLUED: f"{alone}({year})([1-9][0-9]{{1,2}})(?=[{words['few']}])",
        DamageKind.DATE_RUN_TOGETHER: rf"(?<![0-9A-Za-z./〔-]){year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z./元万亿平吨度人户-])",
        DamageKind.COUNT_GLUED: f"{alone}([0-9]{{4,}})分钟((?:[{HAN}]{{0,12}}圈)?)(”?)",
        DamageKind.UNIT_LOST: f"(?:{_any(words['adds'])})[{HAN}“”]{{1,12}}(?<!{')(?<!'.join(words['names_with_numbers'])})([0-9]{{1,6}})(?=,(?![0-9]{{3}}(?![0-9]))|[。;\n]|、(?![0-9])|$)",
        DamageKind.MARK_LOST: f"{alone}[0-9][0-9.]*%(?=[0-9]|{_any(words['begins_a_sentence'])})",
        DamageKind.MARK_DOUBLED: r"([,;:、。])(?<!\1\1)\1(?!\1)",
        DamageKind.MISREAD_ENCODING: "[锟斤拷]{2,}|[烫屯]{3,}|(?:[ÃÂ][\u0080-\u00bf])+|â€[\u0080-\u2122]?|锛[屽堬歛]|銆[佺]",
        DamageKind.CHARACTER_LOST: "[0-9]?\ufffd+[0-9]?",
        DamageKind.PRIVATE_CHARACTER: f"[{PRIVATE}]+",
    }
    return re.compile(patterns[kind])


def _find_months(text: str) -> Iterator[Damage]:
    for match in _pattern(DamageKind.MONTH_SWALLOWED).finditer(text):
        digits = match[1] or match[2]
        proposal = _date(digits) if text[match.start() - 1 : match.start()] != "月" else None
        if len(digits) > 3 or proposal or _days(digits):
            why = "a number too large for a day stands before 日"
            yield Damage(match.span(), DamageKind.MONTH_SWALLOWED, proposal, why, number=True)


def _days(digits: str) -> list[str]:
    """Give the month–day readings of three or four digits: 112 is 1月12日 or 11月2日."""
    cuts = (1, 2) if len(digits) == 3 else (2,)
    pairs = [(digits[:cut], digits[cut:]) for cut in cuts]
    return [
        f"{int(month)}月{int(day)}日"
        for month, day in pairs
        if 1 <= int(month) <= 12
        and 1 <= int(day) <= 31
        and not (len(digits) == 3 and day[0] == "0")
    ]


def _date(digits: str) -> str | None:
    year, rest = (digits[:4], digits[4:]) if len(digits) in (7, 8) else ("", digits)
    if year and not 1990 <= int(year) <= 2049:
        return None
    days = _days(rest) if len(rest) in (3, 4) else []
    return (f"{year}年" if year else "") + days[0] if len(days) == 1 else None


def _find_dates(text: str) -> Iterator[Damage]:
    for match in _pattern(DamageKind.DATE_RUN_TOGETHER).finditer(text):
        why = "year, month and day stand without 年 and 月 between them"
        yield Damage(match.span(), DamageKind.DATE_RUN_TOGETHER, None, why, number=True)


@cache
def _many_months() -> re.Pattern[str]:
    return re.compile(f"(?<![0-9.])([0-9]{{2,}})月(?![{_words()['after_month']}])")


def _find_glued_months(text: str) -> Iterator[Damage]:
    for match in _many_months().finditer(text):
        if len(match[1]) == 2 and int(match[1]) <= 12:
            continue
        year, month = match[1][:4], match[1][4:]
        sure = 1990 <= int(year) <= 2049 and month in map(str, range(1, 13))
        proposal = f"{year}年{month}月" if sure else None
        why = "a number too large for a month stands before 月"
        yield Damage(match.span(), DamageKind.YEAR_GLUED, proposal, why, number=True)


def _find_glued_years(text: str) -> Iterator[Damage]:
    for match in _pattern(DamageKind.YEAR_GLUED).finditer(text):
        if 1990 <= int(match[1]) <= 2049:
            proposal = f"{match[1]}年{match[2]}"
            why = "a count that begins with a year"
            yield Damage(match.span(), DamageKind.YEAR_GLUED, proposal, why, number=True)


def _find_glued_counts(text: str) -> Iterator[Damage]:
    for match in _pattern(DamageKind.COUNT_GLUED).finditer(text):
        why = "a number too large for minutes stands before 分钟"
        proposal = _named_minutes(match)
        end = match.end() if proposal else match.end(1) + 2
        yield Damage((match.start(), end), DamageKind.COUNT_GLUED, proposal, why, number=True)


def _named_minutes(match: re.Match[str]) -> str | None:
    digits, name = match[1], match[2]
    for minutes in sorted(_words()["named_minutes"], key=len, reverse=True):
        count = digits.removesuffix(minutes)
        if name and count != digits and 1 <= len(count) <= 3 and count[0] != "0":
            return f"{count}个“{minutes}分钟{name}”"
    return None


def _find_lost_units(text: str) -> Iterator[Damage]:
    for match in _pattern(DamageKind.UNIT_LOST).finditer(text):
        if not (len(match[1]) == 4 and 1990 <= int(match[1]) <= 2049):
            why = "a count ends the clause without a measure word"
            yield Damage(match.span(1), DamageKind.UNIT_LOST, None, why, number=True)


PARTED = "a line ends between digits that may be one number or two"


def _find_parted(text: str) -> Iterator[Damage]:
    for span in find_parted(text):
        yield Damage(span, DamageKind.NUMBER_PARTED, None, PARTED, number=True)


_DOCUMENT_NUMBER = re.compile("((?:19|20)[0-9]{2})〔([0-9]{1,4})(?![0-9〕])号?")
_WRONG = ("latin-1", "cp1252", "gbk")


def _find_document_numbers(text: str) -> Iterator[Damage]:
    """Find document numbers whose brackets were torn apart: 2024〔18 of 〔2024〕18号."""
    for match in _DOCUMENT_NUMBER.finditer(text):
        proposal = f"〔{match[1]}〕{match[2]}号"
        why = "the brackets around the year of a document number are torn apart"
        yield Damage(match.span(), DamageKind.BRACKET_LOST, proposal, why, number=False)


_SEEMS = str.maketrans({"O": "0", "o": "0", "〇": "0", "I": "1", "l": "1"})
_LOOKALIKE = re.compile(
    r"(?<![0-9A-Za-z.])(?![0Oo])(?=[0-9OoIl]*[OoIl(])(?:(?=[OoIl]*[0-9])[0-9OoIl]{2,8}|[IlO0-9][0-9OoIl]{0,4}(?:\([Xx×]\)){1,3})"
    rf"(?=[{HAN}%])"
)


def _find_lookalikes(text: str) -> Iterator[Damage]:
    """Find numbers in which a letter was read for a digit; (X) is how 00 in a narrow type is read."""
    for match in _LOOKALIKE.finditer(text):
        digits = re.sub(r"\([Xx×]\)", "00", match[0]).translate(_SEEMS)
        proposal = digits if digits.isdigit() and digits[0] != "0" else None
        why = "letters stand in a number that look like digits"
        yield Damage(match.span(), DamageKind.LOOKALIKE, proposal, why, number=True)


_CLOSING = {"”": "“", "’": "‘", ")": "(", "]": "[", "〕": "〔", "】": "【", "》": "《", "}": "{"}
_OPENING = frozenset(_CLOSING.values())
_PAIRED = re.escape("".join([*_CLOSING, *_OPENING]))
_EITHER = re.compile(f"[{_PAIRED}]")
_LIST_MARK = re.compile(r"(?:^|[\s,。;:、(])(?:[0-9]{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})\Z")


def _find_unbalanced(text: str) -> Iterator[Damage]:
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()  # so that a text of brackets alone takes no longer
    for match in _EITHER.finditer(text):
        character, index = match[0], match.start()
        if character in _OPENING:
            opened.append((character, index))
            waiting[character] += 1
            continue
        if not waiting[_CLOSING[character]]:
            if not (character == ")" and _LIST_MARK.search(text[max(0, index - 5) : index])):
                yield _unbalanced(character, index)
            continue
        while (last := opened.pop())[0] != _CLOSING[character]:
            waiting[last[0]] -= 1
            yield _unbalanced(*last)
        waiting[last[0]] -= 1
    for mark, index in opened:
        yield _unbalanced(mark, index)


def _unbalanced(mark: str, index: int) -> Damage:
    kind = DamageKind.QUOTATION_MARK_LOST if mark in "“”‘’" else DamageKind.BRACKET_LOST
    return Damage((index, index + 1), kind, None, f"nothing matches {mark}", number=False)


_PLAIN = {
    DamageKind.MARK_LOST: "a sentence begins directly after a percentage",
    DamageKind.MARK_DOUBLED: "a mark stands twice",
    DamageKind.MISREAD_ENCODING: "bytes were read in the wrong encoding",
    DamageKind.CHARACTER_LOST: "a character could not be read",
    DamageKind.PRIVATE_CHARACTER: "a character without a common meaning",
}


def _find_plain(kind: DamageKind, text: str) -> Iterator[Damage]:
    for match in _pattern(kind).finditer(text):
        number = kind is DamageKind.CHARACTER_LOST and any(c.isdigit() for c in match[0])
        proposal = match[1] if kind is DamageKind.MARK_DOUBLED else None
        if kind is DamageKind.MISREAD_ENCODING:
            proposal = _read_again(match[0])
        if kind is DamageKind.PRIVATE_CHARACTER:
            proposal = read_private(match[0])
        yield Damage(match.span(), kind, proposal, _PLAIN[kind], number=number)


def _read_again(text: str) -> str | None:
    """Read characters again that came of UTF-8 read as something else: ä¸\xad → 中."""
    for _ in range(2):  # it may have happened twice
        again = next(filter(None, (_decoded(text, wrong) for wrong in _WRONG)), None)
        if again is None:
            return None
        if re.search(f"[{HAN}]", again):
            return again
        text = again
    return None


def _decoded(text: str, wrong: str) -> str | None:
    try:
        again = text.encode(wrong).decode("utf-8")
    except UnicodeError:
        return None
    return again if again != text else None


Finder = Callable[[str], Iterator[Damage]]


@cache
def _finders() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Finder], ...]]:
    """Give the sign without which no text is damaged, and each finder with the sign that it needs.

    The signs are wider than the patterns, and sought in a fraction of the time: most texts are sound.
    """
    begins = "".join(sorted({word[0] for word in _words()["begins_a_sentence"]}))
    misread, private = "锟斤拷烫屯ÃÂâ锛銆", "\ue000-\uf8ff\U000f0000-\U0010ffff"
    odd = f"{_PAIRED}{misread}OoIl\ufffd{private}"
    any_sign = (
        f"[0-9%,;:、。{odd}](?:(?<=[{odd}])|(?<=[0-9])(?:[0-9](?=[0-9月])|(?=[,。;\n、]|$))"
        f"|(?<=%)(?=[0-9{begins}])|(?<=[,;:、。])(?=[,;:、。]))"
    )
    finders: list[tuple[str, Finder]] = [
        ("[OoIlXx×]", _find_lookalikes),
        ("〔", _find_document_numbers),
        ("[0-9](?<=[0-9]{3})日", _find_months),
        ("[0-9](?<=[0-9]{2})月", _find_glued_months),
        ("[0-9](?<=[0-9]{6})", _find_glued_years),
        ("[0-9](?<=[0-9]{8})", _find_dates),
        ("[0-9](?<=[0-9]{4})分", _find_glued_counts),
        ("\n[ \t]*[.,]?[0-9]", _find_parted),
        ("[0-9](?=[,。;\n、]|$)", _find_lost_units),
        (f"[{_PAIRED}]", _find_unbalanced),
        (f"%(?=[0-9{begins}])", partial(_find_plain, DamageKind.MARK_LOST)),
        ("[,;:、。](?=[,;:、。])", partial(_find_plain, DamageKind.MARK_DOUBLED)),
        (f"[{misread}]", partial(_find_plain, DamageKind.MISREAD_ENCODING)),
        ("\ufffd", partial(_find_plain, DamageKind.CHARACTER_LOST)),
        (f"[{private}]", partial(_find_plain, DamageKind.PRIVATE_CHARACTER)),
    ]
    return re.compile(any_sign), tuple((re.compile(sign), find) for sign, find in finders)
