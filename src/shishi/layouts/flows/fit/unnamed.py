"""What it costs that a paragraph stands in a column without a field, by what its header word says it holds."""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.prose import goal, progress
from shishi.layouts.flows.fit.wording import is_month, says_when
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import is_of_time
from shishi.layouts.words.vocabulary import known_word, load_measures
from shishi.records import Field
from shishi.text.characters import squeeze

_LONGEST_TITLE = 24

_ANY = Column(None)

_OFFICE = re.compile("(?:长|主任|书记|科员|负责人|专员|干部|经理|队长|部长)$")
_PLACE = re.compile("(?:街道|镇|乡|村|社区|路|街|区|县|市|园|小区|校区|全域|各地)$")
_DATE = re.compile(
    r"(?:[12][0-9]{3}年)?(?:第?[一二三四1-4]季度|[上下]半年|全年|年内|年|1?[0-9]月|[上中下]旬)?(?:[0-9]{1,2}日|份|底|末|初|[上中下]旬)*(?:前|之前|完成|完工|建成)*"
)


def misfit_by_word(look: Look, word: str) -> int:
    """Give what it costs that this stands under a word that nobody claims for a field."""
    claimed = _claims(word)
    if is_of_time(word):
        return min(goal(look, _ANY), progress(look, _ANY))
    if Field.ITEM in claimed and Field.GOAL not in claimed:
        return _title(look)
    if look.is_code:
        return 4
    return 9 if Field.ITEM in claimed and look.units == 100 else 3


@lru_cache(maxsize=256)
def _claims(word: str) -> frozenset[str]:
    """Give the fields that the header word of a column without one could as well fill: 项目名称."""
    known = known_word(squeeze(word))
    return frozenset(name for name, _ in known.claims) if known else frozenset()


def _title(look: Look) -> int:
    """Give what it costs that this is the name of an item, some words without an end."""
    if look.is_code or look.is_number or look.starred:
        return 20
    cost = 0 if 3 <= look.length <= _LONGEST_TITLE else 4
    cost += 10 if look.units == 100 or look.is_status or look.is_level else 0
    cost += 6 if look.length <= 4 and look.people == 100 else 0
    cost += 5 if look.text.endswith(("。", ";")) or says_when(look.text) else 0
    return cost + (2 if look.is_sentence else 0)


def _person(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status:
        return 20
    if look.people == 100:
        return 0
    if look.is_sentence:
        return 20
    return 0 if _OFFICE.search(look.text) else 6 if look.length <= 4 else 14


def _place(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status or look.starred:
        return 20
    town = _PLACE.search(look.text) and look.length <= 16 and not look.is_sentence
    return 0 if town else 4 if look.length <= 12 and not look.is_sentence else 10


def _date(look: Look) -> int:
    if is_month(look.text):
        return 0
    if (look.is_code and "-" not in look.text) or look.is_status or look.starred:
        return 20
    return 0 if look.length <= 16 and _DATE.fullmatch(look.text) else 14


def count(look: Look) -> int:
    """Give what it costs that this is a number of things."""
    if look.is_number:
        return 0
    if look.is_code or look.is_status or look.starred or look.units == 100:
        return 20
    return 2 if re.match("约?[0-9]", look.text) and look.length <= 12 else 9


def _measure(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status or look.starred:
        return 20
    return 0 if look.text in load_measures() else 6 if look.length <= 4 else 14


KINDS = {
    "person": _person,
    "place": _place,
    "date": _date,
    "count": count,
    "measure": _measure,
}
"""What a cell of each kind costs."""
BY_WORD = frozenset({None, Field.GOAL, Field.PROGRESS})
"""Columns whose cells are of the kind that their header word says."""
