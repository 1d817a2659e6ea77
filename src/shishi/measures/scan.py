"""Scan a text for quantities: first every numeral, then what stands left and right of it.

A numeral alone is nothing. The character before it can make it a name (第3, G228, 1#), the words after
it must hold a magnitude, a unit or a counted noun. All looking up is by dictionary and by bounded
windows, so the time grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from shishi.measures.units import load_words
from shishi.text.numerals import ARABIC, CHINESE, DIGITS, MAGNITUDES, read_arabic, read_chinese

WORDS = load_words()

_TOKEN = re.compile(f"{ARABIC}|{CHINESE}")
_DIGITS = re.compile(ARABIC)
_HUNDREDTHS = re.compile(
    f"([百千])分之({ARABIC}|[零一二三四五六七八九十百]{{1,6}}(?:点[零一二三四五六七八九]{{1,3}})?)"
)
_PER = re.compile("(?:/(?:" + "|".join(map(re.escape, WORDS.per)) + ")){1,2}(?![0-9A-Za-z])")
_RANGE_SIGNS = frozenset("-~—至到")
_NEVER_NEXT = frozenset("年月日号#")
_NEVER_BEFORE = frozenset("第#+〔[_/*")
_BOUNDARY = frozenset(",,;;。、::)!?\n \t”'\"|")
_CLAUSE_ENDS = re.compile(r"[,;。:\n]")
_UNKNOWN = re.compile(r"([\u4e00-\u9fff]{1,2})(?=[,;。、)\n]|$)")
_MARKER_BEFORE = frozenset(";。:\n\t ")
_CHINESE_FIRSTS = frozenset(name[0] for name, unit in WORDS.units.items() if unit.chinese)
_LEFT_LASTS = frozenset(word[-1] for word in WORDS.left)
_LEFT_LENGTHS = tuple(sorted({len(word) for word in WORDS.left}, reverse=True))
_RIGHT_FIRSTS = frozenset(word[0] for word in WORDS.right)
_RIGHT_LENGTHS = tuple(sorted({len(word) for word in WORDS.right}, reverse=True))


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


@dataclass(slots=True)
class _Tail:
    """What was read right of the digits, and where it ends."""

    magnitude: str
    more: bool
    unit: str | None
    end: int


def scan(text: str) -> Iterator[Quantity]:
    """Find the quantities of a plain text from left to right; names and dates are passed over."""
    done = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        read = _arabic if text[start] <= "9" else _chinese
        quantity = read(text, start, end)
        if quantity is not None:
            done = quantity.end
            yield quantity


def _arabic(text: str, start: int, end: int) -> Quantity | None:
    if text[end : end + 1] in _NEVER_NEXT or _is_name(text, start):
        return None
    tail = _tail(text, end)
    ranged = (
        _range(text, start, end, tail) if text[tail.end : tail.end + 1] in _RANGE_SIGNS else None
    )
    if ranged is not None:
        return ranged
    if tail.unit is None:
        return _without_unit(text, start, end, tail)
    if _WHOLE.get(tail.unit) and not tail.magnitude and "." in text[start:end]:
        start = _after_marker(text, start, end)
    value = read_arabic(text[start:end], tail.magnitude)
    return None if value is None else _complete(text, start, value, tail)


_WHOLE = {name: unit.whole for name, unit in WORDS.units.items()}


def _is_name(text: str, start: int) -> bool:
    """Whether what stands left of the digits makes them part of a name or of another number."""
    if not start:
        return False
    before = text[start - 1]
    if before in _NEVER_BEFORE:
        return True
    if before in ".-":
        return start > 1 and text[start - 2].isascii() and text[start - 2].isalnum()
    if before == "每" or text.endswith(("每隔", "每满", "第 "), 0, start):
        return True
    return before.isascii() and before.isalpha() and not text.endswith(WORDS.letters, 0, start)


def _after_marker(text: str, start: int, end: int) -> int:
    """Skip a list marker: things are counted whole, so 2.5家 at the start of a line is 2. and 5家."""
    if start and text[start - 1] not in _MARKER_BEFORE:
        return start
    return text.index(".", start, end) + 1


def _tail(text: str, at: int) -> _Tail:
    """Read 余, magnitude, 余 again and unit, each if there."""
    end, more = at, False
    if text[end : end + 1] in _MORE:
        more, end = True, end + 1
    start = end
    while text[end : end + 1] in _SIZES and not (
        text[end] == "千" and text[end + 1 : end + 2] in _KILO
    ):
        end += 1
    magnitude = text[start:end]
    if not more and text[end : end + 1] in _MORE:
        more, end = True, end + 1
    unit, after = _unit(text, end + 1 if text[end : end + 1] == " " else end)
    return _Tail(magnitude, more, unit, after if unit is not None else end)


_MORE = frozenset("余多")
_SIZES = frozenset("百千万亿")
_KILO = frozenset("米克瓦伏卡帕")


def _unit(text: str, at: int) -> tuple[str | None, int]:
    """Read the longest unit that stands at `at` and is not the beginning of another word."""
    for length in WORDS.lengths.get(text[at : at + 1], ()):
        name = text[at : at + length]
        if name not in WORDS.units:
            continue
        end = at + len(name)
        if not _allowed(text, name, at):
            continue
        if text[end : end + 1] == "/":
            per = _PER.match(text, end)
            if per and (per[0].count("/") > 1 or name not in _SWAPPED.get(per[0], ())):
                return name + per[0], per.end()
        return name, end
    return None, at


# 2处/个 leaves the measure word open and is no rate.
_SWAPPED = {
    f"/{per}": tuple(n for n, u in WORDS.units.items() if u.family == "place")
    for per in ("个", "处", "座", "间", "家", "套", "班", "件")
}


def _allowed(text: str, name: str, at: int) -> bool:
    end = at + len(name)
    if name in WORDS.not_after and text.startswith(WORDS.not_after[name], end):
        return False
    if name.isascii() and name.isalnum() and text[end : end + 1].isalnum():
        return not text[end].isascii()
    if name in WORDS.boundary_only and not (
        end == len(text) or text[end] in _BOUNDARY or text.startswith(WORDS.boundary_words, end)
    ):
        return False
    if name in WORDS.needs:
        clause = text[_clause(text, at) : at]
        return any(word in clause for word in WORDS.needs[name])
    return True


def _clause(text: str, at: int) -> int:
    """Where the clause around `at` begins, at most 40 characters before."""
    low = max(0, at - 40)
    ends = [m.end() for m in _CLAUSE_ENDS.finditer(text, low, at)]
    return ends[-1] if ends else low


def _range(text: str, start: int, end: int, low: _Tail) -> Quantity | None:
    """Read 3至5层, 3-5万元, 10%~15%: both ends with one unit, the lower first."""
    at = low.end + 1 + (text[low.end + 1 : low.end + 2] in _RANGE_SIGNS)
    match = _DIGITS.match(text, at)
    if not match:
        return None
    high = _tail(text, match.end())
    magnitude = low.magnitude or ("" if low.unit else high.magnitude)
    first, second = read_arabic(text[start:end], magnitude), read_arabic(match[0], high.magnitude)
    if first is None or second is None or first >= second:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if high.unit is None:
        return None
    quantity = _complete(text, start, first, high)
    quantity.high = second
    return quantity


def _without_unit(text: str, start: int, end: int, tail: _Tail) -> Quantity | None:
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
    quantity = _complete(text, start, value, _Tail(tail.magnitude, tail.more, unit, at))
    quantity.sure = sure
    return quantity


def _counts(text: str, start: int, word: str) -> bool:
    if word in WORDS.never or word[-1] in _NEVER_NEXT or word[0] in _NEVER_NEXT:
        return False
    clause = text[_clause(text, start) : start]
    return any(action in clause for action in WORDS.actions)


def _chinese(text: str, start: int, end: int) -> Quantity | None:
    """Read a Chinese numeral if a measure word follows or it is large (十万职工)."""
    following = text[end : end + 1]
    if following == "分":
        return _hundredths(text, start, end)
    token = text[start:end]
    large = "万" in token or "亿" in token
    if not large and following not in _CHINESE_FIRSTS and following not in _MORE:
        return None
    tail = _tail(text, end)
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
    quantity = _complete(text, start, value, tail)
    quantity.high = high
    return quantity


def _countable(text: str, start: int, tail: _Tail) -> bool:
    unit = WORDS.units.get((tail.unit or "").partition("/")[0])
    if unit is not None and not unit.chinese and unit.whole:
        return False
    if text[start - 1 : start] in WORDS.before or text[tail.end : tail.end + 1] == text[start]:
        return False  # 同一所; 一人一档
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
        else _complete(text, start, value, _Tail("", False, unit, match.end()))
    )


def _complete(text: str, start: int, value: Decimal, tail: _Tail) -> Quantity:
    """Add the comparators left and right of number and unit."""
    left, first, word = _left(text, start)
    right, last = _right(text, tail.end)
    if word == "控制在" and text[last : last + 1] == "内":
        last += 1
    comparator = left
    if right and (not left or word == "控制在"):
        comparator = right
    if not comparator:
        comparator = ">=" if tail.more else "="
    return Quantity(first, last, start, tail.end, value, tail.unit or "", comparator)


def _left(text: str, start: int) -> tuple[str, int, str]:
    end = start - 1 if text[start - 1 : start] == " " else start
    if not end or text[end - 1] not in _LEFT_LASTS:
        return "", start, ""
    for length in _LEFT_LENGTHS:
        word = text[max(0, end - length) : end]
        if word in WORDS.left and not text.endswith(WORDS.left_not.get(word, ()), 0, end):
            return WORDS.left[word], end - len(word), word
    return "", start, ""


def _right(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] not in _RIGHT_FIRSTS:
        return "", at
    for length in _RIGHT_LENGTHS:
        word = text[at : at + length]
        if word in WORDS.right:
            return WORDS.right[word], at + len(word)
    return "", at


assert frozenset(MAGNITUDES) >= _SIZES
