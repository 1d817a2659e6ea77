"""Marks: the numbers, stars and dashes that begin an entry of a list, and the codes of records.

Everything here reads folded text: ASCII digits and brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from shishi.text.numerals import read_chinese


class Style(StrEnum):
    """How a mark is written, named by the first of its kind."""

    POINT = "1."
    COMMA = "1、"
    BRACKETS = "(1)"
    HALF_BRACKET = "1)"
    CIRCLED = "①"
    DOTTED = "1.1"
    DASHED = "1-1"
    CHINESE = "一、"
    CHINESE_BRACKETS = "(一)"
    ORDINAL = "第一"
    NAMELY = "一是"
    STAR = "★"
    BULLET = "-"
    BARE = "1"
    CHINESE_BARE = "一"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text: its half-open span, and its numbers: (7, 5) for 7.5, () for a star."""

    style: Style
    value: tuple[int, ...]
    span: tuple[int, int]

    @property
    def length(self) -> int:
        """How many characters the mark has, white space around it not counted."""
        return self.span[1] - self.span[0]


_CHINESE = "[一二三四五六七八九十]{1,3}"
# A point or comma between two numbers parts them only where the second is no decimal and no
# neighbour: 1.3月初 is entry 1 and 3月初, but 3.5个 is a number and 1、2月 two months.
_DATE = "[0-9]{1,2}(?:-[0-9]{1,2})?[月日号]|[0-9]{4}年"
_SURE_DATE = "[0-9]{1,2}月(?:[初中底末份前]|[上下]旬|[0-9]{1,2}日)|[0-9]{4}年"
_PATTERNS = (
    (Style.BRACKETS, r"\(\s?(?P<n>[0-9]{1,3})\s?\)"),
    (Style.CHINESE_BRACKETS, rf"\(\s?(?P<c>{_CHINESE})\s?\)"),
    (Style.CIRCLED, "(?P<o>[①-⒛㉑-㉟㊱-㊿❶-❿])"),
    (Style.HALF_BRACKET, r"(?P<n>[0-9]{1,3})\)"),
    (Style.DOTTED, r"(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})(?:、|(?=\s|$))"),
    (Style.DASHED, r"(?P<n>[0-9]{1,2}-[0-9]{1,2})(?:、|(?=\s|$))"),
    (Style.POINT, rf"(?P<n>[0-9]{{1,3}})\.(?:(?!\s?[0-9])|(?=\s?(?:{_DATE}))|(?=\s[0-9]))"),
    (Style.COMMA, rf"(?P<n>[0-9]{{1,3}})、(?:(?!\s?[0-9])|(?=\s?(?:{_SURE_DATE})))"),
    (
        Style.CHINESE,
        rf"(?P<c>{_CHINESE})(?:、(?![一二三四五六七八九十])|\.(?!\s?[一二三四五六七八九十0-9]))",
    ),
    (Style.ORDINAL, rf"第(?:(?P<c>{_CHINESE})|(?P<n>[0-9]{{1,2}}))(?=[,:、.\s])"),
    (Style.NAMELY, f"(?P<c>{_CHINESE})是"),
    (Style.STAR, "[★☆▲△◆◇●■□※]"),
    (Style.BULLET, r"[-–—•·](?=\s+\S)|[•·](?=\S)"),
)
_AT_START = tuple((style, re.compile(pattern)) for style, pattern in _PATTERNS)
_CODES = (
    (Style.BARE, re.compile("(?P<n>[0-9]{1,3})")),
    (Style.CHINESE_BARE, re.compile(f"(?P<c>{_CHINESE})")),
    *(pair for pair in _AT_START if pair[0] not in (Style.STAR, Style.BULLET, Style.NAMELY)),
)
_SPACE = re.compile(r"\s*")
# Where an entry may begin inside a text; the circled numbers stand anywhere.
_ENTRY = re.compile(r"(?:^|(?<=[。;:\s]))(?=\S)|(?=[①-⒛㉑-㉟㊱-㊿❶-❿])")
_CIRCLED = (("①", 1), ("⑴", 1), ("⒈", 1), ("㉑", 21), ("㊱", 36), ("❶", 1))


def find_mark(text: str) -> Mark | None:
    """Find the mark a paragraph begins with, or None.

    A number that goes on to be a quantity is no mark: 3.5个, 2024年, 1、2号楼.

    >>> [(m.style.value, m.value) for m in map(find_mark, ("1.3月初开工", "(2) 验收", "7.5", "★教育局")) if m]
    [('1.', (1,)), ('(1)', (2,)), ('1.1', (7, 5)), ('★', ())]
    """
    start = _SPACE.match(text)
    return _mark_at(text, start.end() if start else 0)


def find_marks(text: str) -> list[Mark]:
    """Find the marks inside a text: at its start, after the end of a sentence or line, and ①②③.

    >>> [(m.value, m.span) for m in find_marks("1.完成招标;2.进场施工。其中①桩基②管线")]
    [((1,), (0, 2)), ((2,), (7, 9)), ((1,), (16, 17)), ((2,), (19, 20))]
    """
    marks = (_mark_at(text, entry.start()) for entry in _ENTRY.finditer(text))
    return [mark for mark in marks if mark]


def is_code(text: str) -> bool:
    """Tell whether a paragraph is nothing but the number of a record.

    >>> [is_code(text) for text in ("12", "10.4", "1-1", "(一)", "1.", "2024", "3.5个", "★")]
    [True, True, True, True, True, False, False, False]
    """
    return find_code(text) is not None


def find_code(text: str) -> Mark | None:
    """Give the number of a record that stands alone in a paragraph, or None.

    >>> code = find_code(" 10.4 ")
    >>> code.value, code.span
    ((10, 4), (1, 5))
    """
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    for style, pattern in _CODES:
        match = pattern.fullmatch(stripped)
        mark = _mark(style, match) if match else None
        if mark:
            return Mark(style, mark.value, (start, start + len(stripped)))
    return None


def _mark_at(text: str, position: int) -> Mark | None:
    for style, pattern in _AT_START:
        match = pattern.match(text, position)
        mark = _mark(style, match) if match else None
        if mark:
            return mark
    return None


def _mark(style: Style, match: re.Match[str]) -> Mark | None:
    """Build the mark of a match; None where the Chinese numeral is none (十十)."""
    groups = match.groupdict()
    if groups.get("c"):
        value = read_chinese(groups["c"])
        return Mark(style, (int(value),), match.span()) if value is not None else None
    if groups.get("o"):
        return Mark(style, (_circled(groups["o"]),), match.span())
    numbers = re.findall("[0-9]+", groups.get("n") or "")
    return Mark(style, tuple(map(int, numbers)), match.span())


def _circled(character: str) -> int:
    first, value = max(pair for pair in _CIRCLED if pair[0] <= character)
    return value + ord(character) - ord(first)
