"""Headings over rows or over a whole table, which say something of every record below them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from shishi.layouts.cutting import cut
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import is_person, split_names
from shishi.layouts.words.vocabulary import known_word
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import fold, squeeze

_LONGEST = 40
_LONGEST_THEME = 24
_LABELLED = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?([\u4e00-\u9fff]{2,9})[::](.{2,24})$"
)
_NUMBERED = re.compile(
    r"^(?:[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、)"
)
_THINGS = "(?:项目|任务|事项|工程)"


def read_heading(text: Text, terms: Terms, *, over_rows: bool) -> Mapping[Field, Text]:
    """Read what a heading gives to the records below it: their leader, their status, or their theme.

    `over_rows`: the heading stands inside the table; only there can plain words be a theme. Anything
    else gives nothing.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED, frozenset({"滞后"}))
    >>> for heading in ("三、分管领导:欧阳岚", "滞后项目(3项)", "二、便民出行"):
    ...     given = read_heading(Text(heading, Place()), terms, over_rows=True)
    ...     print({str(field): text.value for field, text in given.items()})
    {'leaders': '欧阳岚'}
    {'status': '滞后'}
    {'theme': '二、便民出行'}
    """
    folded = fold(text.value, terms.script)
    plain = folded.plain
    if not 2 <= len(squeeze(plain)) <= _LONGEST or re.search("[。;|]", plain):
        return {}
    if span := _leader_span(plain):
        return {Field.LEADERS: cut(text, *folded.printed_span(*span))}
    if span := _status_span(plain, terms.statuses):
        return {Field.STATUS: cut(text, *folded.printed_span(*span))}
    if over_rows and _is_theme(squeeze(plain)):
        return {Field.THEME: cut(text, 0, len(text.value))}
    return {}


def _leader_span(plain: str) -> tuple[int, int] | None:
    """Find the name after 分管领导: in a heading."""
    labelled = _LABELLED.match(plain.rstrip())
    word = known_word(labelled[1]) if labelled else None
    if not labelled or word is None or word.claims[0][0] != Field.LEADERS:
        return None
    names = [labelled[2][a:b] for a, b in split_names(labelled[2]).spans]
    return labelled.span(2) if names and all(map(is_person, names)) else None


def _status_span(plain: str, statuses: frozenset[str]) -> tuple[int, int] | None:
    """Find the status word of 按序时推进的项目; the longest where one holds another."""
    for word in sorted(statuses, key=lambda w: (-len(w), w)):
        if found := re.search(f"({re.escape(word)})(?:推进|进行)?的?{_THINGS}", plain):
            return found.span(1)
    return None


def _is_theme(tight: str) -> bool:
    if _NUMBERED.match(tight):
        return True
    return len(tight) <= _LONGEST_THEME and not re.search("[0-9,，::]", tight)
