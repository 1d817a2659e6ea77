"""Sections: tables of the same columns one below the other, each under a line that says what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shishi.layouts.bands import name_units, read_units
from shishi.layouts.headings import is_numbered, nest, read_heading
from shishi.layouts.layout import RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import is_loose
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import squeeze

_FEWEST = 2
_LABEL = 3
"""A label has so many characters or more; 一 and 1、 before a heading have fewer."""
_NEAR = 3
_NUMBER = re.compile("([一二三四五六七八九十]{1,3})、")
_TITLE = re.compile("(?:情况|进展|表|清单|计划|安排|目标|方案|一览|通报)$")
_NAMES_ROWS = re.compile(
    "(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?(?:具体|全部|所有|各类|各|有关|相关)?"
    "(?:民生|实事|重点|建设)*(?:项目|任务|工程|事项|工作)?(?:明细|详情|台账|汇总)"
)
"""What says that the rows below are the projects, and not which: 三、项目明细; 交通项目明细 is a theme."""
_NO_THEME = re.compile("[<>《》?？!！|]|[续接]上?[表页]")


def find_sections(
    tables: Sequence[RawTable], above: Sequence[Sequence[Text]], terms: Terms
) -> dict[int, Mapping[Field, Text]]:
    """Find the lines over tables that name their themes, statuses or who leads, by the index of the table.

    `above` are the lines over each. One line over one table may be anything. So only where tables of the
    same columns have different such lines, whether they stand outside of the tables, between their rows or
    at the end of the rows before, or where the lines are numbered from table to table.
    """
    chosen: set[int] = set()
    by_columns: dict[tuple[str, ...], list[int]] = {}
    found = _lines(tables, above, terms, bare=True)
    leads = [g[Field.LEAD_UNITS] for _, g in found.values() if Field.LEAD_UNITS in g]
    if leads and not name_units([terms.plain(lead.value) for lead in leads]):
        found = _lines(tables, above, terms, bare=False)
    lines = {at: line for at, (line, _) in found.items()}
    for at, table in enumerate(tables):
        if table.layout.shape is not Shape.CROSS:
            by_columns.setdefault(tuple(c.word for c in table.layout.columns), []).append(at)
    for places in by_columns.values():
        own = [lines[at] for at in places if at in lines]
        own += [t for at in places if (t := _first_of(tables[at].last or {}))]
        own += [t for at in lines.keys() & set(places) if (t := _inner(tables[at]))]
        if len({terms.plain(line.value) for line in own}) >= _FEWEST:
            chosen |= lines.keys() & set(places)
    if list(lines) == list(range(len(tables))) and _are_numbered(list(lines.values()), terms):
        chosen = set(lines)
    return {at: found[at][1] for at in chosen}


def end_statuses(table: RawTable, terms: Terms) -> RawTable:
    """Let the headings between the rows of a table end what is said over it, where they are beside that."""
    if not table.given or not any(row.given for row in table.rows):
        return table
    laid = [nest(table.given, row.given, terms) if row.given else table.given for row in table.rows]
    if all(table.given.keys() <= given.keys() for given in laid):
        return table
    rows = tuple(row._replace(given=g) for row, g in zip(table.rows, laid, strict=True))
    last = nest(table.given, table.last, terms) if table.last else table.last
    return replace(table, rows=rows, given={}, last=last)


def _lines(
    tables: Sequence[RawTable], above: Sequence[Sequence[Text]], terms: Terms, *, bare: bool
) -> dict[int, tuple[Text, Mapping[Field, Text]]]:
    """Give the lines over tables that say something of them, by the index of the table."""
    pairs = enumerate(zip(tables, above, strict=True))
    said = ((at, _line(over, table, terms, bare=bare)) for at, (table, over) in pairs)
    return {at: line for at, line in said if line}


def _line(
    above: Sequence[Text], table: RawTable, terms: Terms, *, bare: bool
) -> tuple[Text, Mapping[Field, Text]] | None:
    """Give the last line over a table, and what it says, where it may name a theme, a status or who leads.

    The unit of money, and where the line has a number a sentence too, may stand between.
    """
    between = False
    leads = all(c.field is not Field.LEAD_UNITS for c in table.layout.columns)
    for line in reversed(above[-_NEAR:]):
        plain = terms.plain(line.value)
        if is_loose(plain) or terms.dialect.word(plain) or _NO_THEME.search(plain):
            return None
        if any(_stand_beside(line, other) for other in above):
            return None
        units = read_units(line, terms, bare=bare) if leads else {}
        given = units or read_heading(line, terms, over_rows=True)
        if given and (not between or is_numbered(line, terms)):
            told = given.keys() & {Field.THEME, Field.STATUS, Field.LEADERS, Field.LEAD_UNITS}
            no_theme = _TITLE.search(plain) or _NAMES_ROWS.fullmatch(squeeze(plain))
            return (line, given) if told and not no_theme else None
        between = between or re.search("[:：]", plain) is None
    return None


def _stand_beside(line: Text, other: Text) -> bool:
    """Tell a cell that has a label in its row, as what a page says of itself does: 主题分类 | 综合政务."""
    one, two = line.place, other.place
    same = one.row is not None and (one.part, one.row) == (two.part, two.row)
    return same and other is not line and len(other.value.strip()) >= _LABEL


def _are_numbered(lines: Sequence[Text], terms: Terms) -> bool:
    """Tell lines that are numbered one after the other: 一、工程类, 二、服务类."""
    begins = [_NUMBER.match(terms.plain(line.value)) for line in lines]
    numbers = [parse_code(begin[1]) if begin else None for begin in begins]
    return len(lines) >= _FEWEST and numbers == [(n,) for n in range(1, len(lines) + 1)]


def _inner(table: RawTable) -> Text | None:
    """Give the first heading that stands between the rows of a table whose first rows have none."""
    if not table.rows or _first_of(table.rows[0].given):
        return None
    return next((t for row in table.rows if (t := _first_of(row.given))), None)


def _first_of(given: Mapping[Field, Text]) -> Text | None:
    """Give the theme, or else who leads, that a heading names: at the end of a table it is over the header of the next."""
    named = (given.get(name) for name in (Field.THEME, Field.LEAD_UNITS, Field.LEADERS))
    return next(filter(None, named), None)
