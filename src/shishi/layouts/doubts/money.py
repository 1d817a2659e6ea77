"""Sums of money of which no header, no line over the table and no word beside the number says what they are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import RawTable
from shishi.places import Place
from shishi.records import Columns, Field, Record, part_tables
from shishi.text.characters import squeeze

_BARE = re.compile(r"约?[0-9][0-9,]*(?:\.[0-9]+)?")
_NOTHING = re.compile(r"[0,.]+")
"""Nothing spent is nothing in any unit."""
_UNIT = re.compile("[十百千万亿]*元")


def doubt_sums(tables: Sequence[RawTable], records: Sequence[Record]) -> Iterator[Finding]:
    """Ask, once a column, what its sums are counted in where nothing says it: 34352.5 may be 元 or 万元.

    Sums beside them that all print one unit say it.

    >>> list(doubt_sums([], []))
    []
    """
    by_table = part_tables(records)
    for table in tables:
        columns = [c for c in table.layout.columns if c.field is Field.INVESTMENT]
        if not columns or any(c.unit for c in columns):
            continue
        own = by_table.get(table.layout.name, ())
        if isinstance(own, Columns) and not any(
            _is_bare(squeeze(text)) for text in own.printed.get(Field.INVESTMENT, ())
        ):
            continue
        printed = {r.order: squeeze(r.plain(Field.INVESTMENT)) for r in own}
        bare = {order: sum_ for order, sum_ in printed.items() if _is_bare(sum_)}
        if bare and len({unit for sum_ in printed.values() for unit in _UNIT.findall(sum_)}) != 1:
            place = Place(part=table.layout.name, field=Field.INVESTMENT.value)
            first = next(iter(bare.values()))
            facts = {"word": columns[0].word, "printed": first, "orders": list(bare)}
            yield Finding("sum-without-unit", About.READING, Severity.ASKS, place, facts)


def _is_bare(printed: str) -> bool:
    return bool(_BARE.fullmatch(printed)) and not _NOTHING.fullmatch(printed)
