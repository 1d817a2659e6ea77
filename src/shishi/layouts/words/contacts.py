"""Telephones, addresses and opening hours: what lists of contacts and of counters have in their cells."""

from __future__ import annotations

import re

from shishi.layouts.words.names.kinds import is_person

_PHONE = r"0[0-9]{2,3}[-—]?[0-9]{7,8}|1[0-9]{10}|[0-9]{3,4}[-—][0-9]{7,8}|[0-9]{7,8}"
_IS_PHONE = re.compile(_PHONE)
_CALLER = re.compile(rf"([\u4e00-\u9fff]{{2,4}}) ?(?:{_PHONE})")
_TELLING = re.compile(
    rf"(?<![0-9.,])(?:{_PHONE})(?![0-9.,年亩元万米个人次])"
    r"|[路街道巷弄里][^0-9]{0,3}[0-9]{1,5}(?:[-—][0-9]{1,4})?号|[0-9]{3,4}室|[0-9]号?楼$"
    r"|(?<![0-9])[0-9]{1,2}[:：][0-9]{2}(?![0-9])|@|https?:|www"
)


def is_phone(text: str) -> bool:
    """Tell a cell that is the number of a telephone and nothing else.

    >>> is_phone("0571-12345678"), is_phone("13800000000"), is_phone("2024-2025")
    (True, True, False)
    """
    return _IS_PHONE.fullmatch(text) is not None


def names_caller(text: str) -> bool:
    """Tell a person and the number to call that person at.

    >>> names_caller("王小芳 81234567"), names_caller("王小芳"), names_caller("新建管网 81234567")
    (True, False, False)
    """
    caller = _CALLER.fullmatch(text)
    return caller is not None and is_person(caller[1])


def tells_contact(text: str) -> bool:
    """Tell words with a telephone, a house or its room, the time of a clock, an address of the web.

    A mere number may be what a project counts.

    >>> tells_contact("城东路3号"), tells_contact("8:30—17:00"), tells_contact("新建3个"), tells_contact("8000000元")
    (True, True, False, False)
    """
    return _TELLING.search(text) is not None
