"""Rows that are one cell: whether they name who leads the rows below, or what those are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shishi.layouts.cutting import cut
from shishi.layouts.layout import RawTable
from shishi.layouts.terms import Terms
from shishi.layouts.units.labelled import split_labelled
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.names.organizations import load_words, offices_in
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import fold

_MAY_BE_WORDS = 2
_LONGEST = 80
_ALL = 100
_UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
_NUMBERED = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?\s*(?P<who>.+?)"
    r"\s*(?:[(（]共?[0-9一二三四五六七八九十]{1,3}[项个件](?:任务|项目)?[)）])?\s*"
)
"""A heading without its number and the count of the rows below it."""
_FILLS_IN = re.compile("[填上]报|报送|编制|制表|发布|印发|[(（](?:盖|公|签)?章[)）]")
_PLACE = re.compile("(?:街道|镇|乡)(?:办事处|政府|人民政府)?$")


def name_people(bands: Iterable[str]) -> bool:
    """Tell rows of one cell, plain, that all name people.

    Names of two characters may be words (平安), so that one of them must be longer; and where no office is named
    most must have a surname that themes do not begin with.

    >>> name_people(["欧阳岚", "方朔"]), name_people(["平安", "康养"]), name_people(["强基础", "惠民生"])
    (True, False, False)
    """
    bands = list(bands)
    if not any(len(name) > _MAY_BE_WORDS for name in bands) or not all(map(is_person, bands)):
        return False
    words = sum(name[0] in load_words().of_themes for name in bands)
    return words * 2 < len(bands) or any(map(offices_in().search, bands))


def name_units(bands: Iterable[str]) -> bool:
    """Tell rows of one cell, plain, that all name units: those that lead the rows below.

    Nothing but towns and streets may be where the projects are.

    >>> name_units(["区住建局(2项)", "二、区教育局"]), name_units(["区住建局", "便民出行"])
    (True, False)
    >>> name_units(["石埠镇", "柳湖街道"]), name_units(["石埠镇", "区教育局"])
    (False, True)
    """
    who = [found["who"] for band in bands if (found := _NUMBERED.fullmatch(band))]
    return not all(map(_PLACE.search, who)) and all(unit_share(name) == _ALL for name in who)


def read_units(text: Text, terms: Terms, *, bare: bool) -> Mapping[Field, Text]:
    """Read the units that a heading names for the records below it: by a label, or `bare`, as name_units has them.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> for heading in ("牵头单位:区住建局(2项)", "一、区教育局", "填报单位:区发改局"):
    ...     given = read_units(Text(heading, Place()), Terms(Script.SIMPLIFIED), bare=True)
    ...     print({str(field): units.value for field, units in given.items()})
    {'lead_units': '区住建局'}
    {'lead_units': '区教育局'}
    {}
    """
    folded = fold(text.value, terms.script)
    found = _NUMBERED.fullmatch(folded.plain) if len(text.value) <= _LONGEST else None
    if found is None or _FILLS_IN.search(found["who"]):
        return {}
    who = cut(text, *folded.printed_span(*found.span("who")))
    said = dict(split_labelled(who, terms))
    if not said and bare:
        said = {Field.LEAD_UNITS: who}
    units = [terms.plain(t.value) for name, t in said.items() if name in _UNITS]
    other = said.keys() - {*_UNITS, Field.LEADERS}
    return said if units and not other and all(unit_share(u) == _ALL for u in units) else {}


def agree_on_bands(tables: Sequence[RawTable]) -> list[RawTable]:
    """Take what looks like people over the rows of one table for themes where other tables have themes there.

    A page prints its header again and again; what stands alone below one of them is what stands below
    the others. So only among tables with the same columns.
    """
    if not any(table.people for table in tables):
        return list(tables)
    themed = {_fields(t) for t in tables if not t.people and _has_themes(t)}
    return [_as_themes(t) if t.people and _fields(t) in themed else t for t in tables]


def _fields(table: RawTable) -> tuple[Field | None, ...]:
    return tuple(c.field for c in table.layout.columns)


def _has_themes(table: RawTable) -> bool:
    return any(Field.THEME in row.given and Field.LEADERS not in row.given for row in table.rows)


def _as_themes(table: RawTable) -> RawTable:
    rows = tuple(row._replace(given=_as_theme(row.given)) for row in table.rows)
    return replace(table, rows=rows, last=_as_theme(table.last or {}))


def _as_theme(given: Mapping[Field, Text]) -> Mapping[Field, Text]:
    name = given.get(Field.LEADERS)
    rest: dict[Field, Text] = {k: v for k, v in given.items() if k is not Field.LEADERS}
    return {**rest, Field.THEME: name} if name else rest
