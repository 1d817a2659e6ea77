"""Doubts about whole tables: headers without rows, columns that too few words name, cells beyond the header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import MAY_BE_OTHER, RawTable, Shape
from shishi.places import Place
from shishi.records import Field, Record, part_tables

_SHOWN = 40
SURE_ENOUGH = 60
"""Under this score, in hundredths, a person is asked what the columns of a table mean."""


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


def find_table_doubts(tables: Sequence[RawTable], records: Sequence[Record]) -> Iterator[Finding]:
    """Yield what a person should look at in whole tables, one kind after another.

    A header with nothing below it may be a table that we lost.

    >>> list(find_table_doubts([], []))
    []
    """
    yield from _without_rows(tables)
    yield from _untold_rows(tables)
    yield from _unsure_tables(tables)
    yield from _unsure_lists(tables)
    yield from _named_by_title(tables)
    yield from _uneven(tables)
    yield from _beyond_header(tables, records)
