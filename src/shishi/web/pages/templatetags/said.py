"""How periods, days and numbers are said, in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from shishi.rules.titles import title_of
from shishi.text.periods import Period

register = template.Library()

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_NUMBER = re.compile(r"([0-9][0-9,.]*(?:%|[\u4e00-\u9fff])?)")
_WHOLE = '<span class="nowrap">{}</span>'
QUARTERS = "一二三四"


def _english() -> bool:
    return (get_language() or "").startswith("en")


@register.filter
def period(text: str) -> str:
    """Say a period in the exchange spelling; anything else as it stands.

    >>> period("2024-10"), period("2024Q4"), period("2024-01..2024-03"), period("2024H1")
    ('2024年10月', '2024年第四季度', '2024年1—3月', '2024年上半年')
    """
    try:
        known = Period.parse(text)
    except ValueError:
        return text
    return _in_english(known) if _english() else f"{known.year}年{_in_chinese(known)}"


@register.filter
def column(text: str) -> str:
    """Say a period in as few signs as the head of a column has room for.

    >>> column("2024-10"), column("2024Q4")
    ('10月', '四季度')
    """
    known = Period.parse(text)
    if _english():
        return _in_english(known).rpartition(" ")[0] or str(known.year)
    return _in_chinese(known).removeprefix("第")


@register.filter
def day(when: date | datetime | None) -> str:
    """Say a day; of a moment, the day in the office's time.

    >>> from datetime import date
    >>> day(date(2024, 10, 8))
    '2024年10月8日'
    """
    if when is None:
        return ""
    known = timezone.localtime(when) if isinstance(when, datetime) else when
    if _english():
        return f"{known.day} {MONTHS[known.month - 1]} {known.year}"
    return f"{known.year}年{known.month}月{known.day}日"


@register.filter
def rule_title(code: str) -> str:
    """Name a rule in a few words.

    >>> rule_title("goal-missing")
    '缺本期目标'
    """
    return title_of(code, "en" if _english() else "zh")


@register.filter
def moment(when: datetime | None) -> str:
    """Say a day with its hour and minute, in the office's time."""
    return f"{day(when)} {timezone.localtime(when):%H:%M}" if when else ""


@register.filter
def today_or_day(when: datetime) -> str:
    """Say the hour and minute of a moment, with its day where that is not today."""
    told = timezone.localtime(when)
    return f"{told:%H:%M}" if told.date() == timezone.localdate() else moment(when)


@register.filter
def grouped(value: str | Decimal | int) -> str:
    """Write a number with its thousands parted; nothing is rounded.

    >>> grouped("1144"), grouped("0.5")
    ('1,144', '0.5')
    """
    return f"{Decimal(value):,f}"


@register.filter
def numbers_whole(text: str) -> SafeString:
    """Write a text so that no line breaks between a number and its unit; nothing of it is changed.

    >>> str(numbers_whole("新增学位1,620个"))
    '新增学位<span class="nowrap">1,620个</span>'
    """
    pieces = enumerate(_NUMBER.split(text))
    drawn = (format_html(_WHOLE if i % 2 else "{}", piece) for i, piece in pieces)
    return format_html_join("", "{}", ((piece,) for piece in drawn))


@register.filter
def money(yuan: Decimal | None) -> str:
    """Say a sum of 元 in 亿元 or 万元 where a reader expects it; exact, never rounded.

    >>> from decimal import Decimal
    >>> money(Decimal("484140000.00")), money(Decimal("350000")), money(Decimal("900"))
    ('4.8414亿元', '35万元', '900元')
    """
    if yuan is None:
        return ""
    if _english():
        return f"CNY {_plain(yuan)}"
    for unit, size in (("亿元", Decimal(10**8)), ("万元", Decimal(10**4))):
        if abs(yuan) >= size:
            return _plain(yuan / size) + unit
    return _plain(yuan) + "元"


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_chinese(known: Period) -> str:
    if known.first == known.last:
        return f"{known.first}月"
    spelt = str(known)
    if "Q" in spelt:
        return f"第{QUARTERS[known.first // 3]}季度"
    if "H" in spelt:
        return "上半年" if known.first == 1 else "下半年"
    return "全年" if spelt == str(known.year) else f"{known.first}—{known.last}月"


def _in_english(known: Period) -> str:
    spelt, year = str(known), known.year
    if spelt == str(year):
        return str(year)
    if known.first == known.last:
        return f"{MONTHS[known.first - 1]} {year}"
    if (part := spelt.removeprefix(str(year))) and part[0] in "QH":
        return f"{part} {year}"
    return f"{MONTHS[known.first - 1]}–{MONTHS[known.last - 1]} {year}"
