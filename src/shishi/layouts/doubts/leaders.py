"""Leaders whose names stand in a heading alone, with nothing that says they are people: 乌兰牵头项目."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.headings import LEADS
from shishi.layouts.layout import RawTable
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.alone import is_leader_alone
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Columns, Field, Record, part_tables

_LONGEST_NAME = 4


def doubt_leaders(
    tables: Sequence[RawTable], records: Sequence[Record], terms: Terms
) -> Iterator[Finding]:
    """Ask about a leader whom the headings beside it tell for a person: it may be a place or an office for short.

    One that has no surname is asked about anyway, as any name like it.
    """
    by_table = part_tables(records)
    asked: dict[str, bool] = {}
    for table in tables:
        own = by_table.get(table.layout.name, ())
        named = not isinstance(own, Columns) or Field.LEADERS in own.listed
        if not named or any(column.field is Field.LEADERS for column in table.layout.columns):
            continue
        for record in own:
            names = record.names.get(Field.LEADERS, ())
            if len(names) != 1 or len(names[0].value) > _LONGEST_NAME:
                continue
            name = names[0].value
            if name not in asked:
                asked[name] = _is_told_by_others(name, terms)
            if asked[name]:
                facts = {"order": record.order, "printed": name}
                spot = record.spot(Field.LEADERS)
                yield Finding("leader-unsure", About.READING, Severity.ASKS, spot, facts)


def _is_told_by_others(printed: str, terms: Terms) -> bool:
    """Tell a name without an office that stands right before 牵头项目 and is no person's for sure."""
    name, page = terms.plain(printed), terms.plain(terms.printed)
    if any(office in name for office in load_words().offices):
        return False
    headed = re.search(f"{re.escape(name)}{LEADS}", page)
    return headed is not None and is_person(name) and not is_leader_alone(name, terms.printed)
