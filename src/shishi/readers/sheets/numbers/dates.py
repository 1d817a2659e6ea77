"""Dates: a serial number of days as the day and time that a format code shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from shishi.readers.sheets.numbers.codes import Kind, Section, Token
from shishi.readers.sheets.numbers.numerals import spell_digits, spell_number

_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST = Decimal(2_958_466)  # the day after 9999-12-31
_DAY = 86_400
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class _Moment:
    """A serial number taken apart."""

    when: datetime
    seconds: Decimal  # in all, for elapsed times
    halves: bool
    numerals: int


def show_date(value: Decimal, section: Section, *, from_1904: bool = False) -> str | None:
    """Show a serial number as the date a section asks for; None where it is no date.

    >>> from shishi.readers.sheets.numbers.codes import parse_code
    >>> show_date(Decimal("45573"), parse_code('yyyy"年"m"月"d"日"')[0])
    '2024年10月8日'
    """
    if not 0 <= value < _LAST:
        return None
    places = _fraction_places(section.tokens)
    seconds = (value * _DAY).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    if not from_1904 and value < 60:  # Excel believes in 29 February 1900
        epoch += timedelta(days=1)
    try:
        when = epoch + timedelta(seconds=int(seconds))
    except OverflowError:
        return None
    halves = any(t.kind is Kind.HALF for t in section.tokens)
    moment = _Moment(when, seconds, halves, section.numerals)
    return "".join(_pieces(section.tokens, moment, places))


def _fraction_places(tokens: Sequence[Token]) -> int:
    return min(3, sum(t.kind is Kind.DIGIT for t in tokens))


def _pieces(tokens: Sequence[Token], moment: _Moment, places: int) -> list[str]:
    shown, digits_left = [], places
    for token in tokens:
        if token.kind is Kind.DATE:
            shown.append(_date(token.text.lower(), moment))
        elif token.kind is Kind.ELAPSED:
            unit = {"h": 3600, "m": 60, "s": 1}[token.text[0]]
            shown.append(str(int(moment.seconds) // unit).zfill(len(token.text)))
        elif token.kind is Kind.HALF:
            shown.append(_half(token.text, moment.when.hour))
        elif token.kind is Kind.DIGIT:
            if digits_left == places:
                shown.append(f"{moment.seconds % 1:.{places}f}"[2:])
            digits_left -= 1
        elif token.kind not in (Kind.GENERAL, Kind.TEXT):
            shown.append(token.text)
    return shown


def _half(text: str, hour: int) -> str:
    before, after = text.split("/")
    return before if hour < 12 else after


def _date(text: str, moment: _Moment) -> str:
    when = moment.when
    hour = (when.hour % 12 or 12) if moment.halves else when.hour
    numbers = {"m": when.month, "d": when.day, "h": hour, "n": when.minute, "s": when.second}
    if text[0] in "ye":
        year = str(when.year)[-2:] if text in ("y", "yy") else str(when.year)
        return spell_digits(year, moment.numerals) if moment.numerals else year
    if text[0] in _NAMED and len(text) > 2:
        return _NAMED[text[0]](text, when)
    if text[0] not in numbers:
        return ""  # eras are not shown
    number = numbers[text[0]]
    if moment.numerals:
        spelt = spell_number(number, moment.numerals)
        return spelt.removeprefix("一") if 10 <= number < 20 else spelt  # 十月, and not 一十月
    return str(number).zfill(min(2, len(text)))


def _month_name(text: str, when: datetime) -> str:
    name = _MONTHS.split()[when.month - 1]
    return {3: name[:3], 5: name[0]}.get(len(text), name)


def _day_name(text: str, when: datetime) -> str:
    name = _DAYS.split()[when.weekday()]
    return name[:3] if len(text) == 3 else name


def _weekday(text: str, when: datetime) -> str:
    return "星期" * (len(text) == 4) + _WEEKDAYS[when.weekday()]


_NAMED: dict[str, Callable[[str, datetime], str]] = {
    "m": _month_name,
    "d": _day_name,
    "a": _weekday,
}
