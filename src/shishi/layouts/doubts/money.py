"""Sums of money of which no header, no line over the table and no word beside the number says what they are counted in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import RawTable
from shishi.records import Field, Record, part_tables
from shishi.text.characters import squeeze

_BARE = re.compile(r"约?[0-9][0-9,]*(?:\.[0-9]+)?")


def doubt_sums(tables: Sequence[RawTable], records: Sequence[Record]) -> Iterator[Finding]:
    """Ask what a sum is counted in where nothing says it: 34352.5 is most likely 万元, and may be 元.

    >>> list(doubt_sums([], []))
    []
    """
    by_table = part_tables(records)
    for table in tables:
        units = [c.unit for c in table.layout.columns if c.field is Field.INVESTMENT]
        if not units or any(units):
            continue
        for record in by_table.get(table.layout.name, ()):
            printed = squeeze(record.plain(Field.INVESTMENT))
            if _BARE.fullmatch(printed):
                facts = {"order": record.order, "printed": printed}
                spot = record.spot(Field.INVESTMENT)
                yield Finding("sum-without-unit", About.READING, Severity.ASKS, spot, facts)
