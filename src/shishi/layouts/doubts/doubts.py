"""Where we are not sure that we read a cell right: findings about reading, made from the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from shishi.findings import About, Finding, Severity
from shishi.layouts.columns.column import Column
from shishi.layouts.doubts.names import Strange
from shishi.layouts.doubts.tables import find_table_doubts
from shishi.layouts.flows.habits import SURE
from shishi.layouts.layout import CertainCells, RawCell, RawRow, RawTable, Shape
from shishi.layouts.recording.ticked import say_ticks, unit_marks
from shishi.layouts.words.crossed import is_value, likely_values
from shishi.layouts.words.names.kinds import says_sum
from shishi.places import Place
from shishi.records import Columns, Field, Record, part_tables
from shishi.text.characters import Script, fold, squeeze

_SHOWN = 40


def find_doubts(
    tables: Sequence[RawTable], records: Sequence[Record], *, script: Script
) -> Iterator[Finding]:
    """Yield what a person should look at, in page order.

    A doubt goes with its cell: a record that takes a doubtful cell over from the row above, because
    the cell is merged, is doubtful too. A header with nothing below it may be a table that we lost.
    """
    yield from find_table_doubts(tables, records)
    by_table = part_tables(records)
    for table in tables:
        own = by_table.get(table.layout.name, ())
        strange = Strange(script, places=table.layout.shape is Shape.CROSS)
        if not (isinstance(own, Columns) and _are_fine(own, strange) and _is_sure(table)):
            yield from _of_table(table, {record.place.row: record for record in own}, strange)


def _is_sure(table: RawTable) -> bool:
    """Tell a table whose headings are sure, and the meanings of its columns."""
    return all(c.sure for c in table.layout.columns) and not table.given_unsure


def _are_fine(own: Columns, strange: Strange) -> bool:
    """Tell columns, of cells that are certain, in which no item and no list of names is doubtful."""
    items = set(own.printed.get(Field.ITEM, [""]))
    if "" in items or any(is_value(squeeze(item)) for item in likely_values(items)):
        return False
    return not any(strange.lists(field, names) for field, names in own.listed.items())


def _of_table(
    table: RawTable, own: Mapping[int | None, Record], strange: Strange
) -> Iterator[Finding]:
    """Yield the doubts about the rows of a table; `own` are its records by the number of their row."""
    above, doubted = None, dict[Field, Finding]()
    is_sure = _is_sure(table)
    marks = unit_marks(table)
    for number, row in enumerate(table.rows, 1):
        record = own.get(number)
        if not record:
            yield from _left_out(table, row, number, script=strange.script)
            continue
        if doubted:
            doubted = _carried(doubted, above, record)
        if not is_sure or row.unsure or not _is_certain(row):
            for finding in _unsure(table, record, row):
                doubted.setdefault(Field(finding.place.field), finding)
        if doubted:
            yield from doubted.values()
        if table.ticks:
            yield from _unsure_ticks(table, record, row, marks=marks)
        item = record.texts.get(Field.ITEM)
        if item is None or not item.value or is_value(squeeze(item.value)):
            yield from _missing_item(record)
        if record.names:
            yield from strange.names(record)
        above = record


def _is_certain(row: RawRow) -> bool:
    cells = row.cells
    return isinstance(cells, CertainCells) or all(c.margin is None for c in cells.values())


def _left_out(table: RawTable, row: RawRow, number: int, *, script: Script) -> Iterator[Finding]:
    """Name the rows that are no records: those that add up the others, and those of unknown columns alone."""
    place = Place(part=table.layout.name, row=number)
    printed = " ".join(cell.text.value for _, cell in sorted(row.cells.items()))
    if row.total or any(_says_total(cell.text.value, script) for cell in row.cells.values()):
        yield Finding("row-left-out", About.READING, Severity.NOTES, place, {"printed": printed})
    else:
        facts = {"count": 1, "printed": printed[:_SHOWN]}
        yield Finding("rows-unread", About.READING, Severity.ASKS, place, facts)


def _says_total(value: str, script: Script) -> bool:
    return says_sum(squeeze(fold(value, script).plain))


def _carried(
    doubted: Mapping[Field, Finding], above: Record | None, record: Record
) -> dict[Field, Finding]:
    """Give the doubts about the cells that a record shares with the one above it."""
    return {
        name: replace(found, place=record.spot(name), facts={**found.facts, "order": record.order})
        for name, found in doubted.items()
        if above and name in record.texts and record.texts[name] is above.texts.get(name)
    }


def _unsure(table: RawTable, record: Record, row: RawRow) -> Iterator[Finding]:
    yield from _unsure_cells(table, record, row.cells)
    yield from _unsure_blanks(table, record, row)
    yield from _unsure_heading(table, record, row)


def _unsure_cells(
    table: RawTable, record: Record, cells: Mapping[int, RawCell]
) -> Iterator[Finding]:
    columns = table.layout.columns
    for index, cell in cells.items():
        field = columns[index].field
        if field and not columns[index].sure and field in record.texts:
            facts = {"order": record.order, "word": columns[index].word, "read_as": str(field)}
            code = _why_unsure(columns, index)
            yield Finding(code, About.READING, Severity.ASKS, record.spot(field), facts)
        if cell.margin is None or cell.margin >= SURE or cell.rival is None:
            continue
        read, rival = columns[index].field, columns[cell.rival].field
        code = "cell-end-unsure" if index == cell.rival else "cell-unsure"
        facts = {"order": record.order, "read_as": str(read or ""), "or_as": str(rival or "")}
        for name in filter(None, dict.fromkeys((read, rival))):
            yield Finding(code, About.READING, Severity.ASKS, record.spot(name), facts)


def _why_unsure(columns: Sequence[Column], index: int) -> str:
    """Say why it is not sure what a column holds: others have its word, or are of other times, or nobody knows it."""
    column = columns[index]
    if sum(c.word == column.word for c in columns) > 1:
        return "column-twice"
    return "time-unsure" if column.period else "column-guessed"


def _unsure_blanks(table: RawTable, record: Record, row: RawRow) -> Iterator[Finding]:
    """Name the cells that were left blank though something beside them may belong there."""
    for name in filter(None, (table.layout.columns[k].field for k in sorted(row.unsure))):
        facts = {"order": record.order, "read_as": "blank", "or_as": str(name)}
        yield Finding("cell-unsure", About.READING, Severity.ASKS, record.spot(name), facts)


def _unsure_ticks(
    table: RawTable, record: Record, row: RawRow, *, marks: Set[str]
) -> Iterator[Finding]:
    """Name the fields of which the ticks of a row may say something."""
    for name, words in say_ticks(row, table, marks).unsure.items():
        facts = {"order": record.order, "printed": "、".join(w.value for w in words)}
        yield Finding("ticks-unsure", About.READING, Severity.ASKS, record.spot(name), facts)


def _unsure_heading(table: RawTable, record: Record, row: RawRow) -> Iterator[Finding]:
    """Name the statuses that a line over the table or its rows says, of other projects or as a theme perhaps.

    And who leads all rows by a line over the table.
    """
    said = row.given.get(Field.STATUS) or table.given.get(Field.STATUS)
    lead = None if Field.LEAD_UNITS in row.given else table.given.get(Field.LEAD_UNITS)
    for name, text, code in (
        (Field.STATUS, said, "heading-unsure"),
        (Field.LEAD_UNITS, lead, "lead-from-line"),
    ):
        in_column = any(c.field is name for c in table.layout.columns)
        if name not in table.given_unsure or in_column or text is None:
            continue
        if record.printed(name) == text.value:
            facts = {"order": record.order, "printed": text.value}
            yield Finding(code, About.READING, Severity.ASKS, record.spot(name), facts)


def _missing_item(record: Record) -> Iterator[Finding]:
    """Name an item that is not there, or that is nothing but a number."""
    printed = record.printed(Field.ITEM)
    told = is_value(squeeze(printed))
    spot, facts = record.spot(Field.ITEM), {"order": record.order}
    if not printed and not record.printed(Field.THEME):
        yield Finding("item-missing", About.READING, Severity.ASKS, spot, facts)
    elif told:
        yield Finding(
            "item-unsure", About.READING, Severity.ASKS, spot, {**facts, "printed": printed}
        )
