"""Sides: what stands left and right of a number: comparator, magnitude, unit, comparator again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from shishi.measures.units import by_last, load_words
from shishi.text.numerals import read_arabic, read_chinese

WORDS = load_words()
MORE = frozenset("余多")  # 30余场, 30多场
RANGE_SIGNS = frozenset("-~—至到")

_SIZE = "(?:[百万亿]|千(?![米克瓦伏卡帕]))*"  # 65千米 is no 65000 米
_PER_UNITS = "|".join(map(re.escape, WORDS.per))
_PER = f"/(?:{_PER_UNITS})(?:[/·](?:{_PER_UNITS}))?(?![0-9A-Za-z])"
_BOUNDARY = ",;。、:)!?\n \t”'\"|"
_COMMON = "个家条所处项%人户元名场座次公平台万"  # what most units begin with is looked at first
_CLAUSE_ENDS = re.compile(r"[,;。:\n]")
_RANKED = re.compile(f"(?:{'|'.join(WORDS.rank)})[^,;。]{{0,8}}[前第]$")
_ASIDE = re.compile(f"\\([^()0-9]{{1,8}}\\)(?={'|'.join(map(re.escape, WORDS.right))})")
_FARTHEST = 40
_LEFT = by_last(WORDS.left)
_LEFT_ENDS = frozenset([*_LEFT, " "])
_RIGHT_STARTS = frozenset([*(word[0] for word in WORDS.right), "("])
_RIGHT_LENGTHS = tuple(sorted({len(word) for word in WORDS.right}, reverse=True))
# 2处/个 leaves the measure word open and is no rate.
_SWAPPED = {
    f"/{per}": tuple(n for n, u in WORDS.units.items() if u.family == "place")
    for per in ("个", "处", "座", "间", "家", "套", "班", "件")
}


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _unit_pattern() -> str:
    """A pattern of all units, the longest first, none that is the beginning of another word."""
    firsts = sorted(WORDS.names, key=lambda first: _COMMON.find(first) % 100)
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(map(_guarded, WORDS.names[first]))})" for first in firsts
    )


def _guarded(name: str) -> str:
    """The rest of a unit's name after its first character, and what must or must not follow."""
    letters = name.isascii() and name.isalnum()
    guard = "(?![0-9A-Za-z])" if letters else ""
    if name in WORDS.not_after:
        guard += f"(?!{_any(WORDS.not_after[name])})"
    if name in WORDS.boundary_only:
        also = r"\w|" if letters else ""
        guard += f"(?={also}[{re.escape(_BOUNDARY)}]|$|{_any(WORDS.boundary_words)})"
    return re.escape(name[1:]) + guard


_TAIL = re.compile(f"(?:[余多]({_SIZE})|({_SIZE})([余多]?))(?: ?({_unit_pattern()})({_PER})?)?")


@dataclass(slots=True)
class Tail:
    """What was read right of the digits, and where it ends."""

    magnitude: str
    more: bool
    unit: str | None
    end: int


@dataclass(slots=True)
class Quantity:
    """A number with its unit as first read; `number` and `tail` are where number and unit end."""

    start: int
    end: int
    number: int  # where the digits start, right of the comparator
    tail: int  # where the unit ends, left of 以上
    value: Decimal
    unit: str
    comparator: str = "="
    high: Decimal | None = None
    sure: bool = True
    rank: bool = False
    derived: bool = False  # a percentage said in words: 三分之二


def read_tail(text: str, at: int) -> Tail:
    """Read 余, magnitude, 余 again and unit, each if there."""
    match = _TAIL.match(text, at)
    assert match is not None, "every part may be missing"
    after_more, size, more, unit, per = match.groups()
    tail = Tail(after_more if size is None else size, more != "", unit, match.end())
    if per is not None:
        if unit in _SWAPPED.get(per, ()):
            tail.end -= len(per)
        else:
            tail.unit = unit + per
    elif unit in WORDS.needs and not _is_needed(text, unit, match.start(4)):
        end = match.start(4)
        tail.unit, tail.end = None, end - (text[end - 1] == " ")
    return tail


def _is_needed(text: str, unit: str, at: int) -> bool:
    clause = text[clause_start(text, at) : at]
    return any(word in clause for word in WORDS.needs[unit])


def clause_start(text: str, at: int) -> int:
    """Where the clause around `at` begins, not farther than a bounded window before."""
    low = max(0, at - _FARTHEST)
    ends = [m.end() for m in _CLAUSE_ENDS.finditer(text, low, at)]
    return ends[-1] if ends else low


def read_left(text: str, start: int) -> tuple[str, int, str]:
    """Give the comparator that ends at `start`, where it begins, and its word; "" if there is none."""
    end = start - 1 if text[start - 1 : start] == " " else start
    for word in _LEFT.get(text[end - 1 : end], ()):
        if text.endswith(word, 0, end) and not text.endswith(WORDS.left_not.get(word, ()), 0, end):
            return WORDS.left[word], end - len(word), word
    return "", start, ""


def read_right(text: str, at: int) -> tuple[str, int]:
    """Give the comparator that begins at `at`, and where it ends; "" if there is none."""
    aside = _ASIDE.match(text, at)  # 200个(标准桩)以上
    at = aside.end() if aside else at
    for length in _RIGHT_LENGTHS:
        word = text[at : at + length]
        if word in WORDS.right:
            return WORDS.right[word], at + len(word)
    return "", at


def complete(text: str, start: int, *, value: Decimal, tail: Tail) -> Quantity:
    """Add the comparators left and right of number and unit."""
    left, first, word, right, last = "", start, "", "", tail.end
    if start and text[start - 1] in _LEFT_ENDS:
        left, first, word = read_left(text, start)
    if text[last : last + 1] in _RIGHT_STARTS:
        right, last = read_right(text, last)
    if word == "控制在":
        last += text[last : last + 1] == "内"
        left = right or left
    comparator = left or right or (">=" if tail.more else "=")
    return Quantity(first, last, start, tail.end, value, tail.unit or "", comparator)


def read_rank(text: str, start: int, end: int) -> Quantity | None:
    """Read 排名全市前3名 and 位居第二位; any other number after 前 or 第 is a name."""
    unit = text[end : end + 1]
    if unit not in WORDS.rank_units or not _RANKED.search(text, max(0, start - 16), start):
        return None
    token = text[start:end]
    value = read_arabic(token) if token[0] <= "9" else read_chinese(token)
    if not value:
        return None
    sign = "<=" if text[start - 1] == "前" else "="
    return Quantity(start - 1, end + 1, start, end + 1, value, unit, sign, rank=True)
