"""What it costs to believe that a paragraph is a short cell: a code, units, people, a number, a status."""

from __future__ import annotations

import re

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.fit.wording import is_month, says_when
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import answers_of
from shishi.layouts.words.names.organizations import load_words

_MONTH = 3
"""What it costs that an amount looks like a month: 2031.6."""


def code(look: Look, column: Column) -> int:
    """Give what it costs that this is a code."""
    return 0 if look.is_code else IMPOSSIBLE


def _units(look: Look, *, starred: bool, lead: bool) -> int:
    if look.is_code or look.is_number or look.is_status or look.is_level:
        return IMPOSSIBLE
    if starred > look.starred or (look.starred and not lead):
        return 30
    cost = 0 if look.units == 100 else 2 if look.units >= 60 else 4 if look.units >= 40 else 16
    short = look.length <= 8 and not (look.is_sentence or says_when(look.text))
    if look.units < 40 and look.unfinished_units and short:
        cost = 7
    cost += 8 if "。" in look.text or re.search(r"[0-9]{2}", look.text) else 0
    if lead:
        return cost + (1 if look.names > 3 else 0) + (3 if look.groups == look.names else 0)
    return cost


def lead_units(look: Look, column: Column) -> int:
    """Give what it costs that this is the units that lead."""
    return _units(look, starred=column.starred, lead=True)


def support_units(look: Look, column: Column) -> int:
    """Give what it costs that this is the units that support."""
    return _units(look, starred=False, lead=False)


def leaders(look: Look, column: Column) -> int:
    """Give what it costs that this is people who lead."""
    if look.is_code or look.is_number or look.is_status:
        return IMPOSSIBLE if look.is_code or look.is_number else 24
    if look.people == 100:  # whatever parts the names: a semicolon makes no sentence of them
        return 0
    short = look.length <= 4 and look.units < 100 and look.text not in load_words().remarks
    return 24 if look.is_sentence else 5 if short else 16


def levels(look: Look, column: Column) -> int:
    """Give what it costs that this is a level."""
    return 0 if look.is_level else 14


def _number(look: Look) -> int:
    if look.is_number:
        return 0
    return 14 if re.search(r"[0-9]", look.text) else IMPOSSIBLE


def money(look: Look, column: Column) -> int:
    """Give what it costs that this is an amount of money."""
    month = _MONTH * is_month(look.text)  # as likely a date, which the amount then stands before
    return max(_number(look), 20 if "%" in look.text else month)


def percent(look: Look, column: Column) -> int:
    """Give what it costs that this is a percentage."""
    return max(_number(look), 20 if re.search("[元万亿]", look.text) else 0)


def status(look: Look, column: Column) -> int:
    """Give what it costs that this is a status; where the column asks, 是 and 否 are such."""
    if look.is_status or look.text in answers_of(column.word):
        return 0
    if look.starred:
        return IMPOSSIBLE
    if look.is_code or look.is_number:
        return 20
    return 6 if look.length <= 6 and look.units < 100 else 24
