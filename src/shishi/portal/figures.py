"""Numbers as people read them, exactly: nothing is rounded, so each can be read back."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = (("亿元", Decimal(10**8)), ("万元", Decimal(10**4)), ("元", Decimal(1)))
YUAN = " yuan"


def spell_number(value: str) -> str:
    """Group the digits of a decimal string by threes.

    >>> spell_number("1144"), spell_number("-20300.5")
    ('1,144', '-20,300.5')
    """
    return f"{Decimal(value):,f}"


def spell_money(value: str, language: str) -> str:
    """Spell an amount in 元: in 亿 and 万 where a Chinese reader expects them, whole in English.

    >>> spell_money("484140000", "zh"), spell_money("9500000", "zh"), spell_money("9500000", "en")
    ('4.8414亿元', '950万元', '9,500,000 yuan')
    """
    if language == "en":
        return spell_number(value) + YUAN
    amount = Decimal(value)
    unit, scale = next(((u, s) for u, s in SCALES if amount >= s), SCALES[-1])
    scaled = format((amount / scale).normalize(), ",f")
    return scaled + unit


def read_figure(text: str) -> str:
    """Read a spelt number or amount back into plain digits; any other text stays as it is.

    >>> read_figure("4.8414亿元"), read_figure("9,500,000 yuan"), read_figure("1,144"), read_figure("正常")
    ('484140000', '9500000', '1144', '正常')
    """
    match = _FIGURE.fullmatch(text)
    if not match:
        return text
    scale = dict(SCALES).get(match["unit"], Decimal(1))
    digits = format(Decimal(match["digits"].replace(",", "")) * scale, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


_FIGURE = re.compile(r"(?P<digits>-?[0-9,]+(?:\.[0-9]+)?)(?P<unit>亿元|万元|元| yuan)?")
