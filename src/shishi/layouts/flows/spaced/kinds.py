"""What kind of cell a text is by itself: a number, a date, a person, a few words, a sentence."""

from __future__ import annotations

import re
from functools import cache

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.contacts import is_phone, names_caller
from shishi.layouts.words.vocabulary import load_kinds, load_measures
from shishi.records import Field

_DATE = re.compile(
    "(?:[12][0-9]{3}年|[12][0-9]{3}[.-][0-9]{1,2}|明年|今年)?(?:底|前)*"
    "(?:[0-9]{1,2}月(?:[0-9]{1,2}日|份)?|第?[一二三四1-4]季度|[上下]半年|年|全年|年度)?(?:底|末|初|前|以前|之前|完成|内|中旬|上旬|下旬)*"
)
_COUNT = re.compile("约?[0-9][0-9,.]*[万亿]?[\u4e00-\u9fff]{1,4}")


def kind_of(look: Look) -> str:
    """Name the kind of a cell, one of: blank phone percent number date count
    measure status level people units words text.

    >>> from shishi.layouts.flows.looks import look_at
    >>> [kind_of(look_at(t, frozenset())) for t in ("12月底", "85%", "3所", "区水务局", "已开工。")]
    ['date', 'percent', 'count', 'units', 'text']
    """
    text = look.text
    if look.is_blank:
        return "blank"
    if is_phone(text):
        return "phone"
    if names_caller(text):
        return "people"
    if look.is_number:
        return "percent" if text.endswith("%") else "number"
    if _DATE.fullmatch(text):
        return "date"
    if _COUNT.fullmatch(text):
        return "count"
    return _named(look)


def _named(look: Look) -> str:
    if look.text in load_measures():
        return "measure"
    if look.is_status:
        return "status"
    if look.is_level:
        return "level"
    if look.units == 100:
        return "units"
    if look.length <= 12 and look.people == 100:
        return "people"
    return "words" if look.length <= 8 and not look.is_sentence else "text"


@cache
def kinds_of_word(word: str) -> frozenset[str]:
    """Give the kinds of cells that the header word of a column without a field promises; none if any.

    >>> sorted(kinds_of_word("完成时限")), sorted(kinds_of_word("其他"))
    (['date', 'words'], [])
    """
    fitting = [end for end in load_kinds() if word.endswith(end)]
    return frozenset(load_kinds()[max(fitting, key=len)]) if fitting else frozenset()


def holds_dates(column: Column) -> bool:
    """Tell a column whose word promises dates.

    >>> holds_dates(Column(None, "完成时限")), holds_dates(Column(Field.ITEM, "完成时限"))
    (True, False)
    """
    return column.field in {None, Field.GOAL} and "date" in kinds_of_word(column.word)
