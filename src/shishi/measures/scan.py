"""Scan a text for quantities: first every numeral, then what stands left and right of it.

A numeral alone is nothing. The character before it can make it a name (第3, G228, 1#), the words after
it must hold a magnitude, a unit or a counted noun. All looking up is by dictionary and by bounded
windows, so the time grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from shishi.measures.sides import MORE, Tail, clause_start, read_left, read_right, read_tail
from shishi.measures.units import load_words
from shishi.text.numerals import ARABIC, CHINESE, DIGITS, read_arabic, read_chinese

WORDS = load_words()

# The same as ARABIC or CHINESE; it begins with one set of characters, which the engine finds fast.
_TOKEN = re.compile(
    f"[0-9{CHINESE[1:-2]}](?:(?<![0-9]){CHINESE[:-1]}*"
    r"|(?<=[0-9])(?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?))"
)
_DIGITS = re.compile(ARABIC)
_CHINESE = re.compile(CHINESE)
_THREE = re.compile("[0-9]{3}(?![0-9])")
_HUNDREDTHS = re.compile(
    f"([百千])分之({ARABIC}|[零一二三四五六七八九十百]{{1,6}}(?:点[零一二三四五六七八九]{{1,3}})?)"
)
_RANKED = re.compile(f"(?:{'|'.join(WORDS.rank)})[^,;。]{{0,8}}[前第]$")
_RANGE_SIGNS = frozenset("-~—至到")
_NEVER_NEXT = frozenset("年月日号#")
_NEVER_BEFORE = frozenset("第前每#+〔[_/*")
_NAME_LASTS = frozenset(word[-1] for word in WORDS.names_before)
_UNKNOWN = re.compile(r"([\u4e00-\u9fff]{1,2})(?=[,;。、)\n]|$)")
_RANKS = frozenset("前第")
_MARKER_BEFORE = frozenset(";。:\n\t ")
_WHOLE = {name: unit.whole for name, unit in WORDS.units.items()}
_CHINESE_FIRSTS = frozenset(name[0] for name, unit in WORDS.units.items() if unit.chinese)


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


def scan(text: str) -> list[Quantity]:
    """Find the quantities of a plain text from left to right; names and dates are passed over."""
    done = 0
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done or text[end : end + 1] in _NEVER_NEXT:
            continue
        read = _arabic if text[start] <= "9" else _chinese
        quantity = read(text, start, end)
        if quantity is not None:
            done = quantity.end
            found.append(quantity)
    return found


def _arabic(text: str, start: int, end: int) -> Quantity | None:
    if start and _is_name(text, start):
        return _rank(text, start, end)
    tail = read_tail(text, end)
    if text[tail.end : tail.end + 1] in _RANGE_SIGNS:
        ranged = _range(text, start, end, low=tail)
        if ranged is not None:
            return ranged
    if tail.unit is None:
        return _without_unit(text, start, end, tail=tail)
    if text[start - 1 : start] == "-" and WORDS.units[tail.unit.partition("/")[0]].signed:
        return None  # -3.2% is no rise of 3.2%; a dash before 30个 is only a dash
    if _WHOLE.get(tail.unit) and not tail.magnitude and "." in text[start:end]:
        start = _after_marker(text, start, end)
    value = read_arabic(text[start:end], tail.magnitude)
    return None if value is None else _complete(text, start, value=value, tail=tail)


def _is_name(text: str, start: int) -> bool:
    """Whether what stands left of the digits makes them part of a name or of another number."""
    before = text[start - 1]
    if before in _NEVER_BEFORE or (before == " " and _goes_on(text, start)):
        return True
    if before > "~":
        return before in _NAME_LASTS and text.endswith(WORDS.names_before, 0, start)
    if before in ".-":
        return start > 1 and text[start - 2].isascii() and text[start - 2].isalnum()
    if text.endswith(WORDS.names_before, 0, start):
        return True
    return before.isalpha() and not text.endswith(WORDS.letters, 0, start)


def _goes_on(text: str, start: int) -> bool:
    """Whether three digits after a blank may be the end of a longer number: 1 200户."""
    return text[start - 2 : start - 1].isdigit() and bool(_THREE.match(text, start))


def _rank(text: str, start: int, end: int) -> Quantity | None:
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


def _after_marker(text: str, start: int, end: int) -> int:
    """Skip a list marker: things are counted whole, so 2.5家 at the start of a line is 2. and 5家."""
    if start and text[start - 1] not in _MARKER_BEFORE:
        return start
    return text.index(".", start, end) + 1


def _range(text: str, start: int, end: int, *, low: Tail) -> Quantity | None:
    """Read 3至5层, 3-5万元, 10%~15%: both ends with one unit, the lower first."""
    at = low.end + 1 + (text[low.end + 1 : low.end + 2] in _RANGE_SIGNS)
    match = _DIGITS.match(text, at)
    if not match:
        return None
    high = read_tail(text, match.end())
    magnitude = low.magnitude or ("" if low.unit else high.magnitude)
    first, second = read_arabic(text[start:end], magnitude), read_arabic(match[0], high.magnitude)
    if first is None or second is None or first >= second:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if high.unit is None:
        return None
    quantity = _complete(text, start, value=first, tail=high)
    quantity.high = second
    return quantity


def _without_unit(text: str, start: int, end: int, *, tail: Tail) -> Quantity | None:
    """Read a number without a measure word: 6000万, 300学位, or one with an unknown unit."""
    at, unit, sure = tail.end, "", True
    noun = text.startswith(WORDS.counted.get(text[at : at + 1], ()), at)
    if not (noun or ("万" in tail.magnitude or "亿" in tail.magnitude)):
        unknown = _UNKNOWN.match(text, at)
        if tail.magnitude or not unknown or not _counts(text, start, unknown[1]):
            return None
        at, unit, sure = unknown.end(), unknown[1], False
    value = read_arabic(text[start:end], tail.magnitude)
    if value is None:
        return None
    quantity = _complete(text, start, value=value, tail=Tail(tail.magnitude, tail.more, unit, at))
    quantity.sure = sure
    return quantity


def _counts(text: str, start: int, word: str) -> bool:
    if word in WORDS.never or word[-1] in _NEVER_NEXT or word[0] in _NEVER_NEXT:
        return False
    clause = text[clause_start(text, start) : start]
    return any(action in clause for action in WORDS.actions)


def _chinese(text: str, start: int, end: int) -> Quantity | None:
    """Read a Chinese numeral if a measure word follows or it is large (十万职工)."""
    following, token = text[end : end + 1], text[start:end]
    if following == "分":
        return _hundredths(text, start, end)
    if following in _RANGE_SIGNS:
        return _chinese_range(text, start, end)
    if following in WORDS.rank_units and text[start - 1 : start] in _RANKS:
        return _rank(text, start, end)
    large = "万" in token or "亿" in token
    if not large and following not in _CHINESE_FIRSTS and following not in MORE:
        return None
    tail = read_tail(text, end)
    if tail.unit is None and large and text[end : end + 1] not in "向能物方":
        tail.unit, tail.end = "", end
    if tail.unit is None or not _countable(text, start, tail):
        return None
    value, high = read_chinese(token), None
    if len(token) == 2 and token[0] in DIGITS and token[1] in DIGITS:
        value, high = Decimal(DIGITS[token[0]]), Decimal(DIGITS[token[1]])  # 两三个
        if high - value != 1:
            return None
    if value is None or not value or (value == 1 and text[start - 1 : start] in WORDS.before_one):
        return None
    quantity = _complete(text, start, value=value, tail=tail)
    quantity.high = high
    return quantity


def _chinese_range(text: str, start: int, end: int) -> Quantity | None:
    """Read 三到五个, 三至五层."""
    match = _CHINESE.match(text, end + 1)
    if not match or text[start - 1 : start] in _NEVER_BEFORE:
        return None
    low, high, tail = (
        read_chinese(text[start:end]),
        read_chinese(match[0]),
        read_tail(text, match.end()),
    )
    if low is None or high is None or low >= high or not tail.unit:
        return None
    quantity = _complete(text, start, value=low, tail=tail)
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


def _hundredths(text: str, start: int, end: int) -> Quantity | None:
    match = _HUNDREDTHS.match(text, end - 1)
    if not match or end - start != 1:
        return None
    whole, _, rest = match[2].partition("点")
    number = (
        match[2]
        if match[2][0] <= "9"
        else f"{read_chinese(whole)}." + "".join(str(DIGITS[c]) for c in rest)
    )
    value = read_arabic(number.removesuffix(".")) if number[0] <= "9" else None
    unit = "%" if match[1] == "百" else "‰"
    return (
        None
        if value is None
        else _complete(text, start, value=value, tail=Tail("", False, unit, match.end()))
    )


def _complete(text: str, start: int, *, value: Decimal, tail: Tail) -> Quantity:
    """Add the comparators left and right of number and unit."""
    left, first, word = read_left(text, start)
    right, last = read_right(text, tail.end)
    if word == "控制在":
        last += text[last : last + 1] == "内"
        left = right or left
    comparator = left or right or (">=" if tail.more else "=")
    return Quantity(first, last, start, tail.end, value, tail.unit or "", comparator)
