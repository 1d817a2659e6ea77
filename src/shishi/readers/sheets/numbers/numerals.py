"""Chinese numerals as the formats [DBNum1] and [DBNum2] write them."""

from __future__ import annotations

_DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖"}
_TENS = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟")}
_MYRIADS = ("", "万", "亿", "万亿")


def spell_digits(number: str, style: int) -> str:
    """Spell a number digit by digit, as years are.

    >>> spell_digits("2024", 1)
    '二〇二四'
    """
    return "".join(_DIGITS[style][int(d)] if d in "0123456789" else d for d in number)


def spell_number(number: int, style: int) -> str:
    """Spell a whole number below 10^16 with its tens and hundreds.

    >>> spell_number(15, 1), spell_number(10250, 2)
    ('一十五', '壹万零贰佰伍拾')
    """
    if number == 0:
        return _DIGITS[style][0]
    spelt, gap = "", False
    for power in range(15, -1, -1):
        digit = number // 10**power % 10
        if digit:
            spelt += (_DIGITS[style][0] if gap else "") + _DIGITS[style][digit]
            spelt += _TENS[style][power % 4]
            gap = False
        else:
            gap = bool(spelt)
        if power % 4 == 0 and power and number // 10**power % 10_000:
            spelt += _MYRIADS[power // 4]
    return spelt
