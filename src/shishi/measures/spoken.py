"""Spoken numbers: quantities in Chinese numerals (三所, 两三个, 上千人次) and shares (三分之二, 1/3)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from shishi.measures.sides import (
    MORE,
    RANGE_SIGNS,
    WORDS,
    Quantity,
    Tail,
    complete,
    read_rank,
    read_tail,
)
from shishi.text.numerals import ARABIC, CHINESE, DIGITS, plain, read_arabic, read_chinese

_CHINESE = re.compile(CHINESE)
_HUNDREDTHS = re.compile(
    f"([百千])分之({ARABIC}|[零一二三四五六七八九十百]{{1,6}}(?:点[零一二三四五六七八九]{{1,3}})?)"
)
_PARTS = re.compile("([二三四五六七八九十])分之([一二三四五六七八九])")
_SLASHED = re.compile("([1-9])/([2-9]|10)(?![0-9/年月日号#])")
_CENT = Decimal("0.01")
_RANKS = frozenset("前第")
_NEVER_BEFORE = frozenset("第前#+〔[_/*")
_FIRSTS = frozenset(name[0] for name, unit in WORDS.units.items() if unit.chinese)
_BARE = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "百亿": 10**10,
}


def read_spoken(text: str, start: int, end: int) -> Quantity | None:
    """Read a Chinese numeral if a measure word follows or it is large (十万职工)."""
    following, token = text[end : end + 1], text[start:end]
    if following == "分":
        return _share(text, start, end)
    if following in RANGE_SIGNS:
        return _range(text, start, end)
    if following in WORDS.rank_units and text[start - 1 : start] in _RANKS:
        return read_rank(text, start, end)
    large = "万" in token or "亿" in token
    if not large and following not in _FIRSTS and following not in MORE:
        return None
    tail = read_tail(text, end)
    if token in _BARE:
        return _round(text, start, tail=tail, value=Decimal(_BARE[token]))
    if tail.unit is None and large and following not in "向能物方":
        tail.unit, tail.end = "", end
    if tail.unit is None or not _countable(text, start, tail):
        return None
    value, high = _pair(token)
    if value is None or not value or (value == 1 and text[start - 1 : start] in WORDS.before_one):
        return None
    quantity = complete(text, start, value=value, tail=tail)
    quantity.high = high
    return quantity


def _pair(token: str) -> tuple[Decimal | None, Decimal | None]:
    """Read 两三 as two to three and any other numeral as one number; 三五 says neither."""
    if len(token) != 2 or token[0] not in DIGITS or token[1] not in DIGITS:
        return read_chinese(token), None
    low, high = DIGITS[token[0]], DIGITS[token[1]]
    return (Decimal(low), Decimal(high)) if high - low == 1 else (None, None)


def _round(text: str, start: int, *, tail: Tail, value: Decimal) -> Quantity | None:
    """Read 近百名, 上千人次, 万余户; a bare 千 or 万 alone is a figure of speech (万家灯火)."""
    if not tail.unit or not _countable(text, start, tail):
        return None
    quantity = complete(text, start, value=value, tail=tail)
    if text.endswith(WORDS.round_up, 0, start) and not text.endswith(WORDS.round_up_not, 0, start):
        quantity.start, quantity.comparator = start - 1, ">="
    return None if quantity.comparator == "=" else quantity


def _range(text: str, start: int, end: int) -> Quantity | None:
    """Read 三到五个, 三至五层."""
    match = _CHINESE.match(text, end + 1)
    if not match or text[start - 1 : start] in _NEVER_BEFORE:
        return None
    low, high = read_chinese(text[start:end]), read_chinese(match[0])
    tail = read_tail(text, match.end())
    if low is None or high is None or low >= high or not tail.unit:
        return None
    quantity = complete(text, start, value=low, tail=tail)
    quantity.high = high
    return quantity


def _countable(text: str, start: int, tail: Tail) -> bool:
    unit = WORDS.units.get((tail.unit or "").partition("/")[0])
    if unit is not None and not unit.chinese and unit.whole:
        return False
    if text[start - 1 : start] in WORDS.before or text[tail.end : tail.end + 1] == text[start]:
        return False  # 同一所; 一人一档
    if "0" <= text[tail.end : tail.end + 1] <= "9":
        return False  # 甲、乙、五台3个街道
    return not text.startswith(WORDS.chinese_names.get(text[start], ()), start)


def _share(text: str, start: int, end: int) -> Quantity | None:
    """Read 百分之八十, 千分之六, 三分之二."""
    if end - start != 1:
        return None
    if parts := _PARTS.match(text, start):
        whole, part = read_chinese(parts[1]), read_chinese(parts[2])
        return _fraction(text, start, parts.end(), part=part, whole=whole)
    match = _HUNDREDTHS.match(text, start)
    if not match:
        return None
    value = read_arabic(match[2]) if match[2][0] <= "9" else _with_point(match[2])
    if value is None:
        return None
    unit = "%" if match[1] == "百" else "‰"
    return complete(text, start, value=value, tail=Tail("", False, unit, match.end()))


def _with_point(words: str) -> Decimal | None:
    whole, _, rest = words.partition("点")
    value = read_chinese(whole)
    if value is None or not rest:
        return value
    return Decimal(f"{value}." + "".join(str(DIGITS[c]) for c in rest))


def read_slashed(text: str, start: int) -> Quantity | None:
    """Read 1/3 as a share where the words around it say so; alone it may be a date or a number of two."""
    match = _SLASHED.match(text, start)
    if not match:
        return None
    quantity = _fraction(text, start, match.end(), part=Decimal(match[1]), whole=Decimal(match[2]))
    if quantity is None or quantity.comparator != "=":
        return quantity
    return quantity if text.endswith(WORDS.fraction_before, 0, start) else None


def _fraction(
    text: str, start: int, end: int, *, part: Decimal | None, whole: Decimal | None
) -> Quantity | None:
    """Give a share in percent, to the second place; derived, because the page prints no percentage."""
    if not part or not whole or part >= whole:
        return None
    share = (part * 100 / whole).quantize(_CENT, ROUND_HALF_UP)
    quantity = complete(text, start, value=plain(share), tail=Tail("", False, "%", end))
    quantity.derived = True
    return quantity
