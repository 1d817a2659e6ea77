"""Where we are not sure that we read a cell right: findings about reading, made from the evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from shishi.findings import About, Finding, Severity
from shishi.layouts.columns import Column
from shishi.layouts.flows.habits import SURE
from shishi.layouts.layout import MAY_BE_OTHER, RawCell, RawRow, RawTable, Shape
from shishi.layouts.recording.roles import says_role
from shishi.layouts.recording.ticked import say_ticks, unit_marks
from shishi.layouts.words.crossed import is_value, may_be_value
from shishi.layouts.words.names import is_glued, is_person, is_unit, says_sum
from shishi.layouts.words.people import without_address
from shishi.places import Place, Text
from shishi.records import Columns, Field, Record, part_tables
from shishi.text.characters import Script, fold, squeeze

_SHORTEST_NAME = 3
_SHOWN = 40
_PARTED = re.compile(r"\s|[、,，;；]\s*★")
"""What parts the lines of a starred cell, or gives each lead its own star."""
SURE_ENOUGH = 60
"""Under this score, in hundredths, a person is asked what the columns of a table mean."""


def find_doubts(
    tables: Sequence[RawTable], records: Sequence[Record], *, script: Script
) -> Iterator[Finding]:
    """Yield what a person should look at, in page order.

    A doubt goes with its cell: a record that takes a doubtful cell over from the row above, because
    the cell is merged, is doubtful too. A header with nothing below it may be a table that we lost.
    """
    yield from _without_rows(tables)
    yield from _untold_rows(tables)
    yield from _unsure_tables(tables)
    yield from _unsure_lists(tables)
    yield from _named_by_title(tables)
    yield from _uneven(tables)
    yield from _beyond_header(tables, records)
    by_table = part_tables(records)
    for table in tables:
        own = by_table.get(table.layout.name, ())
        strange = _Strange(script, places=table.layout.shape is Shape.CROSS)
        if not (isinstance(own, Columns) and _are_fine(own, strange) and _is_sure(table)):
            yield from _of_table(table, {record.place.row: record for record in own}, strange)


def _is_sure(table: RawTable) -> bool:
    """Tell a table whose headings are sure, and the meanings of its columns."""
    return all(c.sure for c in table.layout.columns) and not table.given_unsure


def _are_fine(own: Columns, strange: _Strange) -> bool:
    """Tell columns, of cells that are certain, in which no item and no list of names is doubtful."""
    items = set(own.printed.get(Field.ITEM, [""]))
    if "" in items or any(is_value(squeeze(item)) for item in filter(may_be_value, items)):
        return False
    return not any(strange.lists(field, names) for field, names in own.listed.items())


def _of_table(
    table: RawTable, own: Mapping[int | None, Record], strange: _Strange
) -> Iterator[Finding]:
    """Yield the doubts about the rows of a table; `own` are its records by the number of their row."""
    above, doubted = None, dict[Field, Finding]()
    is_sure = _is_sure(table)
    ruled, marks = table.layout.shape is Shape.CELLS, unit_marks(table)
    for number, row in enumerate(table.rows, 1):
        record = own.get(number)
        if not record:
            yield from _left_out(table, row, number, script=strange.script)
            continue
        if doubted:
            doubted = _carried(doubted, above, record)
        certain = ruled and row.covered is not None  # its cells, by the rulings around them
        if not is_sure or row.unsure or not (certain or _is_certain(row)):
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
    return all(cell.margin is None for cell in row.cells.values())


def _without_rows(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the headers without rows; one that is printed again after a page break is none."""
    for table, after in zip_longest(tables, tables[1:]):
        goes_on = table.follows or (after is not None and after.follows)
        if not table.rows and not goes_on:
            words = [c.word for c in table.layout.columns if c.word]
            place = Place(part=table.layout.name)
            yield Finding(
                "table-without-rows", About.READING, Severity.ASKS, place, {"words": words}
            )


def _untold_rows(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the rows that may be several that were not told apart."""
    for table in tables:
        for number, printed in table.untold:
            facts = {"printed": printed}
            alone = len(table.rows) == 1  # what was not told apart is the whole table
            place = Place(part=table.layout.name, row=None if alone else number)
            yield Finding("rows-not-told", About.READING, Severity.BLOCKS, place, facts)
        if table.maybe_rows:
            counted = {"count": len(table.maybe_rows), "printed": table.maybe_rows[0]}
            place = Place(part=table.layout.name)
            yield Finding("units-may-be-rows", About.READING, Severity.ASKS, place, counted)


def _unsure_tables(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the tables too many of whose columns are not known, once where a header is printed again."""
    asked = set()
    for table in tables:
        words = tuple(
            c.word for c in table.layout.columns if c.word and not (c.is_known and c.sure)
        )
        if table.layout.score < SURE_ENOUGH and words not in asked:
            asked.add(words)
            place = Place(part=table.layout.name)
            facts = {"words": list(words), "score": table.layout.score}
            yield Finding("columns-unsure", About.READING, Severity.ASKS, place, facts)


def _unsure_lists(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the tables of few columns that may list something else than projects."""
    for table in tables:
        if any(reason.code == MAY_BE_OTHER for reason in table.layout.reasons):
            words = [c.word for c in table.layout.columns if c.word]
            place = Place(part=table.layout.name)
            yield Finding(MAY_BE_OTHER, About.READING, Severity.ASKS, place, {"words": words})


def _uneven(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the tables some of whose cells a page lost, so that a row may have become two, or two one."""
    for table in tables:
        if table.uneven:
            place = Place(part=table.layout.name)
            yield Finding(
                "cells-uneven", About.READING, Severity.ASKS, place, {"rows": len(table.rows)}
            )


def _beyond_header(tables: Sequence[RawTable], records: Sequence[Record]) -> Iterator[Finding]:
    """Name the rows with more cells than the header has words, where most have not: a comma too many moved them."""
    by_table = part_tables(records)
    for table in tables:
        columns = table.layout.columns
        last = max((i for i, c in enumerate(columns) if c.word or c.field), default=-1)
        if table.layout.shape is not Shape.CELLS or last + 1 >= len(columns):
            continue
        longer = [n for n, row in enumerate(table.rows, 1) if max(row.cells, default=0) > last]
        if not 2 * len(longer) < len(table.rows):
            continue
        orders = {r.place.row: r.order for r in by_table.get(table.layout.name, ()) if longer}
        for number in longer:
            if order := orders.get(number):
                place = Place(part=table.layout.name, row=number)
                printed = table.rows[number - 1].cells[max(table.rows[number - 1].cells)].text.value
                facts = {"order": order, "printed": printed[:_SHOWN]}
                yield Finding("cells-beyond-header", About.READING, Severity.ASKS, place, facts)


def _named_by_title(tables: Sequence[RawTable]) -> Iterator[Finding]:
    """Name the tables of one indicator, of which only the title says what it is."""
    for table in tables:
        item = table.given.get(Field.ITEM)
        if table.layout.shape is Shape.CROSS and item:
            place = Place(part=table.layout.name, field=Field.ITEM.value)
            facts = {"printed": item.value}
            yield Finding("item-from-title", About.READING, Severity.ASKS, place, facts)


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


def _is_leader(name: str) -> bool:
    return is_person(without_address(name))


_SPOKEN = re.compile("[。:;!?]")
"""Marks of sentences and labels, which no name has: 一季度:完成招标."""
_NAMED = (
    (Field.LEAD_UNITS, is_unit, "lead-unit-unsure"),
    (Field.SUPPORT_UNITS, is_unit, "support-unit-unsure"),
    (Field.LEADERS, _is_leader, "leader-unsure"),
)


class _Strange:
    """A list of units in which no name is a unit's or two are one, or of leaders in which none is a person's.

    Or of either in which a sentence stands among the names, or of units one of which still says its role.

    Or of leaders in which a name is a single character, the half of one.

    `places`: the rows or groups of a cross-tab are named by districts, which lead there. A list that
    stands in many rows of a table is looked at once.
    """

    def __init__(self, script: Script, *, places: bool) -> None:
        self.script, self._places = script, places
        self._judged: dict[tuple[str, ...], bool] = {}
        self._fine: dict[Field, Sequence[Text]] = {}  # carried from row to row, the same object

    def names(self, record: Record) -> Iterator[Finding]:
        """Yield the doubts about the names of a record."""
        for field, looks_right, code in _NAMED:
            names = record.names.get(field)
            if not names or self._fine.get(field) is names:
                continue
            told = tuple([name.value for name in names])
            if not self._is_strange(code, looks_right, told) and not _runs_on(record, field):
                self._fine[field] = names
            else:
                facts = {"order": record.order, "printed": record.printed(field)}
                yield Finding(code, About.READING, Severity.ASKS, record.spot(field), facts)

    def lists(self, field: Field, lists: Iterable[tuple[str, ...]]) -> bool:
        """Tell lists one of which would be doubted."""
        named = [(code, looks_right) for name, looks_right, code in _NAMED if name is field]
        return any(
            names and self._is_strange(code, looks_right, names)
            for code, looks_right in named
            for names in lists
        )

    def _is_strange(
        self, code: str, looks_right: Callable[[str], bool], names: tuple[str, ...]
    ) -> bool:
        told = (code, *names)
        if told not in self._judged:
            plain = [squeeze(fold(name, self.script).plain) for name in names]
            glued = looks_right is is_unit and any(map(is_glued, plain))
            fine = self._places and all(map(_is_district, plain))
            halved = looks_right is _is_leader and any(len(name) == 1 for name in plain)
            spoken = any(map(_SPOKEN.search, plain))
            said = looks_right is is_unit and any(map(says_role, plain))
            strange = glued or halved or spoken or said or not any(map(looks_right, plain))
            self._judged[told] = strange and not fine
        return self._judged[told]


def _runs_on(record: Record, field: Field) -> bool:
    """Tell a cell of starred leads whose line ends were lost, so that a supporter stands right behind a lead.

    ★城建公司老龄办 has no space and no mark where the leads end, and may be parted into two units.
    """
    printed = record.printed(field) if field is Field.LEAD_UNITS else ""
    if "★" not in printed or _PARTED.search(printed.strip()):
        return False
    return any(
        is_unit(name[:at]) and is_unit(name[at:])
        for name in (squeeze(text.value) for text in record.names[field])
        for at in range(_SHORTEST_NAME, len(name) - _SHORTEST_NAME + 1)
    )


def _is_district(name: str) -> bool:
    return 2 <= len(name) <= 8 and name.endswith(("区", "县", "市", "旗", "州", "盟"))
