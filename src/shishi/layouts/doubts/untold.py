"""Tables in running text that were not told: what was read may be in the wrong rows, and nothing stands there to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import CertainRows, RawTable, Shape
from shishi.places import Place
from shishi.readers.document import Document, Flow
from shishi.records import Field, Record
from shishi.text.characters import Script, fold

BY_PAGES = "printed-by-pages"
"""What the reader of text says of one with form feeds; here it is told whether a table stands in it."""
_HEADED = frozenset({Shape.CELLS, Shape.SPACED, Shape.GLUED})
_BEHIND = re.compile(r"附[件表][0-9一二三四五六七八九十]{0,2}:.+|[(]此件.{2,12}[)]")
_DAY = re.compile(r"\s*[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日\s*")
_SHOWN = 40
_FEWEST = 4
_OFTEN = 2  # one of so many records has no lead


def find_untold(
    document: Document, tables: Sequence[RawTable], records: Sequence[Record]
) -> Iterator[Finding]:
    """Block what was read of tables in running text that cannot be right, or cannot be known to be.

    A program that turned pages into text wrote their cells down in the order they lie on the page, broken
    over lines. And a table whose header promises leads for every project has them in most of its rows.
    """
    flows = [t for t in tables if isinstance(document.parts[t.layout.part], Flow)]
    own = {t.layout.name: [r for r in records if r.place.part == t.layout.name] for t in flows}
    printed = next((f for f in document.findings if f.code == BY_PAGES), None)
    orders = [record.order for found in own.values() for record in found]
    if printed and (orders or not records):
        facts = {**printed.facts, "orders": orders}
        severity = Severity.BLOCKS if orders else Severity.ASKS  # there may be no table at all
        yield Finding("pages-untold", About.READING, severity, Place(part="page"), facts)
        return
    for table in (t for t in flows if t.layout.shape in _HEADED):
        yield from _without_leads(table, own[table.layout.name])
        yield from _with_text_behind(table, own[table.layout.name])
    yield from _unled(tables, records)


def _unled(tables: Sequence[RawTable], records: Sequence[Record]) -> Iterator[Finding]:
    """Ask who leads the first rows, where lines between those below say it and the one over them was lost."""
    led = {table.layout.name: _words(table) for table in tables if _has_leader(table)}
    alike = {t.layout.name for t in tables if _words(t) in led.values()} if led else ()
    for record in records if led else ():
        if record.place.part in alike and not record.names.get(Field.LEADERS):
            facts = {"order": record.order, "read_as": "blank", "or_as": Field.LEADERS.value}
            spot = record.spot(Field.LEADERS)
            yield Finding("cell-unsure", About.READING, Severity.ASKS, spot, facts)


def _words(table: RawTable) -> list[str]:
    return [column.word for column in table.layout.columns]


def _has_leader(table: RawTable) -> bool:
    """Tell a table of which a line over it or between its rows says who leads."""
    if Field.LEADERS in table.given or isinstance(table.rows, CertainRows):
        return Field.LEADERS in table.given
    return any(Field.LEADERS in row.given for row in table.rows)


def _with_text_behind(table: RawTable, records: Sequence[Record]) -> Iterator[Finding]:
    """Ask about a last row that ends with what stands below a table: 附件2:…, (此件公开发布), the day of a letter."""
    if not table.rows or not records or records[-1].place.row != len(table.rows):
        return
    *above, last = table.rows
    for column, cell in last.cells.items():
        start = cell.text.pieces[-1].start if cell.text.pieces else 0
        tail = fold(cell.text.value[start:], Script.SIMPLIFIED).plain.strip()
        usual = any(_DAY.fullmatch(c.text.value) for row in above if (c := row.cells.get(column)))
        if _BEHIND.fullmatch(tail) or (_DAY.fullmatch(tail) and not usual):
            facts = {"order": records[-1].order, "printed": tail[:_SHOWN]}
            place = Place(part=table.layout.name, row=len(table.rows))
            yield Finding("text-behind", About.READING, Severity.ASKS, place, facts)
            return


def _without_leads(table: RawTable, records: Sequence[Record]) -> Iterator[Finding]:
    column = next((c for c in table.layout.columns if c.field is Field.LEAD_UNITS and c.sure), None)
    missing = sum(not record.names.get(Field.LEAD_UNITS) for record in records)
    if column is None or len(records) < _FEWEST or _OFTEN * missing <= len(records):
        return
    facts = {
        "word": column.word,
        "count": len(records),
        "missing": missing,
        "orders": [record.order for record in records],
    }
    place = Place(part=table.layout.name)
    yield Finding("leads-untold", About.READING, Severity.BLOCKS, place, facts)
