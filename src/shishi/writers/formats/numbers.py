"""Numbers of a spreadsheet: a printed number as a value and the format that prints it again."""

from __future__ import annotations

import re
from decimal import Decimal

_PRINTED = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.(?P<part>[0-9]+))?(?P<percent>%?)"
)
_DIGITS = 15
"""How many digits a spreadsheet keeps."""


def read_number(text: str) -> tuple[Decimal, str] | None:
    """Give a printed number's value and number format; None where it would not print the same again.

    >>> read_number("1,250.50"), read_number("65.0%"), read_number("007"), read_number("约30")
    ((Decimal('1250.50'), '#,##0.00'), (Decimal('0.65'), '0.0%'), None, None)
    """
    printed = _PRINTED.fullmatch(text)
    if not printed or len(re.sub("[^0-9]", "", text)) > _DIGITS:
        return None
    value = Decimal(text.rstrip("%").replace(",", ""))
    form = "#,##0" if "," in printed["whole"] else "0"
    form += f".{'0' * len(printed['part'])}" if printed["part"] else ""
    return (value / 100, form + "%") if printed["percent"] else (value, form)
