"""Numerals: read a printed number, Arabic or Chinese, as a Decimal.

Only ASCII digits are read; full-width ones are folded before. A numeral of more than 18 digits is an
identifier and never a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
LONGEST = 18

ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+"

_ARABIC = re.compile(rf"({ARABIC})((?:[十百千万亿]{{1,3}})?)")
_ONE = "[一二两三四五六七八九]"
_SECTION = re.compile(
    rf"(?:(?P<k>{_ONE})千)?(?P<zh>零)?(?:(?P<h>{_ONE})百)?(?P<zt>零)?"
    rf"(?P<t>{_ONE}?十)?(?P<zo>零)?(?P<o>{_ONE})?"
)
_NUMERAL = re.compile(rf"(?:{ARABIC})[十百千万亿]{{0,3}}|{CHINESE}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: its value and its half-open span."""

    value: Decimal
    span: tuple[int, int]


def parse_number(text: str) -> Decimal:
    """Read one whole numeral; magnitudes are multiplied out. Raises ValueError for anything else.

    >>> [str(parse_number(n)) for n in ("1,234.5", "1.3万", "十万", "两", "三百五十", "一千零五")]
    ['1234.5', '13000', '100000', '2', '350', '1005']
    """
    printed = text.strip()
    arabic = _ARABIC.fullmatch(printed)
    value = read_arabic(arabic[1], arabic[2]) if arabic else read_chinese(printed)
    if value is None:
        raise ValueError(f"text must be one numeral of at most {LONGEST} digits, not {text!r}")
    return value


def find_numerals(text: str) -> list[Numeral]:
    """Find the numerals of a text in reading order; what only looks like one is left out.

    >>> [(str(n.value), n.span) for n in find_numerals("新增1.3万人、两所学校")]
    [('13000', (2, 6)), ('2', (8, 9))]
    """
    found = []
    for match in _NUMERAL.finditer(text):
        try:
            found.append(Numeral(parse_number(match[0]), match.span()))
        except ValueError:
            continue
    return found


def read_arabic(digits: str, magnitude: str = "") -> Decimal | None:
    """Read digits and a magnitude (万、千万); None beyond 18 digits, magnitude included."""
    if "," in digits:
        digits = digits.replace(",", "")
    if len(digits) > LONGEST:
        return None
    value = Decimal(digits)
    if not magnitude:
        return value
    for sign in magnitude:
        value *= MAGNITUDES[sign]
    if value >= 10**LONGEST:
        return None
    return plain(value)


def read_chinese(text: str) -> Decimal | None:
    """Read a Chinese numeral, spoken (三百五十) or digit by digit (二〇二四); None if it is neither."""
    if not text or len(text) > 2 * LONGEST:
        return None
    if len(text) == 1 and text in DIGITS:
        return Decimal(DIGITS[text])
    if all(c in DIGITS for c in text):
        digits = "".join(str(DIGITS[c]) for c in text)
        return Decimal(digits) if len(digits) <= LONGEST else None
    return _spoken(text)


def _spoken(text: str) -> Decimal | None:
    total, rest = 0, text
    for sign, size in (("亿", 10**8), ("万", 10**4)):
        head, mark, tail = rest.partition(sign)
        if mark:
            upper = _section(head)
            if not upper:
                return None
            total, rest = total + upper * size, tail
            if len(tail) == 1 and tail in DIGITS:  # 两万五 is 25000, said short
                return Decimal(total + DIGITS[tail] * size // 10)
    lower = _section(rest) if rest else 0
    return None if lower is None else Decimal(total + lower)


def _section(text: str) -> int | None:
    match = _SECTION.fullmatch(text)
    if not match or "零零" in text or not text.strip("零"):
        return None
    k, h, t, o = match["k"], match["h"], match["t"], match["o"]
    value = 0
    value += DIGITS[k] * 1000 if k else 0
    value += DIGITS[h] * 100 if h else 0
    value += (DIGITS[t[0]] if len(t) == 2 else 1) * 10 if t else 0
    if o and not t and not (match["zh"] or match["zt"] or match["zo"]):
        return value + DIGITS[o] * (10 if h else 100 if k else 1)  # 三百五 is 350, said short
    return value + (DIGITS[o] if o else 0)


def plain(value: Decimal) -> Decimal:
    """Give the same number without an exponent and without trailing zeros: 1.30E+4 is 13000.

    >>> str(plain(Decimal("1.30E+4")))
    '13000'
    """
    return value.quantize(1) if value == value.to_integral_value() else value.normalize()
