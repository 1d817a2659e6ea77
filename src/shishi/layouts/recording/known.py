"""What holds for every row of a table, found out once: its columns, the signs it prints, its sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from shishi.layouts.columns.column import Column, keys_of
from shishi.layouts.layout import CertainRows, RawTable, printed_in, texts_in, texts_of
from shishi.layouts.recording.roles import (
    name_leads,
    notes_first_leads,
    say_roles,
    says_first_leads,
)
from shishi.layouts.terms import Terms
from shishi.layouts.units.lists import Listed
from shishi.layouts.units.starred import stars_mark_lines
from shishi.layouts.words.names.kinds import says_sum
from shishi.places import Text
from shishi.records import Field

UNITS = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
"""The fields that list units."""

_NO_SUMS: frozenset[str] = frozenset()
_PEOPLE = re.compile("(?:单位|單位|部门|部門|主体|主體)[及和与與、/／(（].*(?:人|领导|領導|同志)")
_AND_UNITS = re.compile(
    "(?:领导|领導|区长|同志)[及和与與、/／](?:责任|責任|牵头|牽頭)?(?:单位|單位|部门|部門)"
)
_OPENS, _CLOSES = "(（【[", ")）】]"
_SIGNS = f"★:：计計{_OPENS}{_CLOSES}"


class Plan(NamedTuple):
    """Where the cells of a row go, the same for each row with cells in these columns.

    `keys` are the fields of the cells, in order, and of those without one the index, which is also among
    `others`; `lists` are the fields that list names.
    """

    keys: tuple[Field | int, ...]
    others: tuple[int, ...]
    lists: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a whole table, so that no row or cell of it need be asked.

    `by_line`: ★ marks lines (see stars_mark_lines). The signs without which there is no label, star or
    bracket are looked for in all its cells at once, and so are the words for a sum. `lists` keeps the lists of names that were
    read already, `carried` what rows with the same blank cells take from the row above.
    """

    terms: Terms
    columns: Sequence[Column]
    fields: Sequence[Field | None]
    named: frozenset[Field]
    by_line: bool
    has_labels: bool
    has_stars: bool
    sums: Set[str]  # the cells that are the word for a sum
    has_brackets: bool
    has_roles: bool  # names of leads that say so: 区教育局(牵头)
    leads_behind: bool  # items that say at their end who leads them
    keys: Sequence[str]  # under which each column is kept where it fills no field
    unnamed: frozenset[int]  # the columns that no field has
    names: tuple[str, ...]  # the keys of those that name the items beside what is to be done
    theme_names: bool  # the word of the themes is one for items: 工程名称
    mixed: frozenset[int]  # the columns of units whose word names people as well
    first_leads: frozenset[int]  # those of whose units the first leads, as the page says
    money_unit: str  # of the investment, as the header prints it
    lists: dict[tuple[str, bool], Listed] = field(default_factory=dict)
    plans: dict[tuple[int, ...], Plan | None] = field(default_factory=dict)
    carried: dict[tuple[object, ...], list[Field]] = field(default_factory=dict)


def know_table(table: RawTable, terms: Terms) -> Known:
    """Find out what holds for every row of a table."""
    columns = table.layout.columns
    keys = keys_of(columns)
    rows, found = table.rows, list(_SIGNS)
    if isinstance(rows, CertainRows):  # its cells print what the page does, no more
        cells = [column.values for column in rows.columns]
        found = [sign for sign in found if sign in terms.printed or not terms.printed]
    else:
        cells = [[text.value for row in rows for text in texts_in(row.cells)]]
    printed = ["\n".join(values) for values in cells if found]
    found = [sign for sign in found if any(sign in text for text in printed)]

    def has(signs: str) -> bool:
        return any(sign in signs for sign in found)

    return Known(
        terms,
        columns,
        fields=[c.field for c in columns],
        named=frozenset(c.field for c in columns if c.field),
        by_line=has("★")
        and (_stars_mark_cells(table) or stars_mark_lines(_unit_cells(table), script=terms.script)),
        has_labels=has(":：") or (has("【") and _has_boxes(cells)),
        has_stars=has("★"),
        sums=_find_sums(cells, printed, terms) if has("计計") else _NO_SUMS,
        has_brackets=has(_OPENS + _CLOSES),
        has_roles=say_roles(table),
        leads_behind=_lead_behind(table, terms),
        keys=keys,
        unnamed=frozenset(i for i, c in enumerate(columns) if c.field is None),
        names=tuple(
            k for k, c in zip(keys, columns, strict=True) if not c.field and _may_name(c, terms)
        ),
        theme_names=any(c.field is Field.THEME and _may_name(c, terms) for c in columns),
        mixed=frozenset(i for i, c in enumerate(columns) if _is_mixed(c)),
        first_leads=_first_leads(columns, terms),
        money_unit=next((c.unit for c in columns if c.field is Field.INVESTMENT), ""),
    )


def _may_name(column: Column, terms: Terms) -> bool:
    """Tell a column whose word is one for items, whatever it holds: 项目名称 where 建设内容 is the item."""
    word = terms.dialect.guess(column.word) if column.word else None
    return word is not None and word.claims[0][0] == Field.ITEM


def _has_boxes(columns: Sequence[Sequence[str]]) -> bool:
    """Tell cells with several words in 【】, which may be labels; one alone says no more than a level does."""
    return any(value.count("【") > 1 for values in columns for value in values)


def _lead_behind(table: RawTable, terms: Terms) -> bool:
    """Tell a table without a column of leads whose items end with them."""
    fields = [c.field for c in table.layout.columns]
    if Field.LEAD_UNITS in fields or Field.ITEM not in fields:
        return False
    items = printed_in(table.rows, [fields.index(Field.ITEM)])
    return name_leads((item for item in items if not says_sum(terms.plain(item))), terms)


def _first_leads(columns: Sequence[Column], terms: Terms) -> frozenset[int]:
    """Give the columns of leads and supporters of which the page says that the first one leads."""
    leads = frozenset(i for i, c in enumerate(columns) if c.field is Field.LEAD_UNITS)
    parted = any(c.field is Field.SUPPORT_UNITS for c in columns)
    if parted or not leads:
        return frozenset()
    told = notes_first_leads(terms.printed) or any(says_first_leads(columns[i].word) for i in leads)
    return leads if told else frozenset()


def _is_mixed(column: Column) -> bool:
    """Tell a column whose word names units and people: 责任单位及责任人, 责任领导及单位."""
    if column.field is Field.LEADERS:
        return _AND_UNITS.search(column.word) is not None
    return column.field in UNITS and _PEOPLE.search(column.word) is not None


def _stars_mark_cells(table: RawTable) -> bool:
    """Tell a table in which a cell of several leads has one star, and the supporters a cell of their own."""
    columns = table.layout.columns
    pairs = [
        (k, k + 1)
        for k, (one, other) in enumerate(pairwise(columns))
        if one.starred and other.field is Field.SUPPORT_UNITS
    ]
    for row in table.rows:
        for lead, support in pairs:
            if lead in row.cells and support in row.cells:
                leads = row.cells[lead].text.value.strip()
                if leads.startswith("★") and leads.count("★") == 1 and re.search("[、,，]", leads):
                    return "★" not in row.cells[support].text.value
    return False


def _unit_cells(table: RawTable) -> Iterator[Text]:
    """Yield the cells that list units; a star elsewhere, behind an item, marks something else."""
    indices = [i for i, c in enumerate(table.layout.columns) if c.field in UNITS or c.field is None]
    yield from texts_of(table.rows, indices)


def _find_sums(columns: Sequence[Sequence[str]], printed: Sequence[str], terms: Terms) -> Set[str]:
    """Find the cells that are the word for a sum; `printed` is what each column prints."""
    told = [c for c, text in zip(columns, printed, strict=True) if "计" in text or "計" in text]
    likely = {value for values in told for value in values if "计" in value or "計" in value}
    return frozenset(value for value in likely if says_sum(terms.plain(value)))
