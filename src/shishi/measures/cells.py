"""Cells: the measures and milestones of one record, with spans in its printed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from shishi.measures.measure import Basis, Comparator, Kind, Measure, Measured, Milestone
from shishi.measures.milestones import find_milestones
from shishi.measures.quantities import find_measures
from shishi.records import Field, Record
from shishi.text.characters import Folded
from shishi.text.line_ends import parted_sum
from shishi.text.numerals import ARABIC, parse_number, plain

PROSE = (Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK)
"""The fields that are read as sentences."""

_SENTENCE_END = re.compile("[。;\n]")
_SENTENCE = re.compile(r"[^。;\n]+")
_SHORTEST_REPEATED = 6
_SHORT = 120
_NUMBER = re.compile(f"(?:{ARABIC})[万亿]?")
_SPACED_SUM = re.compile(f"({ARABIC}) ([万亿]元)")
"""A sum with a space before its magnitude, as programs that print a page as text set one: 95.8 万元.

Only where the cell of a sum holds nothing else: in a sentence, 2025 万元GDP能耗, the number is no part of it.
"""
_UNIT = re.compile(r"([十百千万亿]{0,2})(元|美元)")


Reading = tuple[list[Measure], list[Milestone]]
"""What was read in a text; kept for all who ask, and not to be changed."""

Readings = dict[tuple[Field, str], Reading]
"""What was read in the texts of one page: a text that stands in several rows is read once."""


def measure(
    record: Record,
    *,
    year: int | None,
    month: int | None = None,
    shared: Record | None = None,
    readings: Readings | None = None,
) -> Measured:
    """Read the measures and milestones of a record's texts, percentage and investment.

    `year` and `month` are those the page reports on, for 10月, 年内 and 月底前. Spans and texts are those of the printed cell. A row
    that continues another's item (`shares_item_with`) has that item left out; its goal too where
    `shared`, the other row, is given and prints the same. A sentence printed twice in a cell counts
    once. The investment is in 元 by the unit of its header; without a unit it stays without.
    `readings` keeps what was read already, of records of the same script, year and month.
    """
    readings = {} if readings is None else readings
    measures: list[Measure] = []
    milestones: list[Milestone] = []
    for name in PROSE:
        if name not in record.texts or _belongs_to_other(record, name, shared):
            continue
        told = name, record.texts[name].value
        if told not in readings:
            readings[told] = _read(_folded(record, name), name, year=year, month=month)
        measures += readings[told][0]
        milestones += readings[told][1]
    for name in (Field.PERCENT, Field.INVESTMENT):
        if name in record.texts:
            measures.extend(_column(record, name))
    return Measured(record.order, tuple(measures), tuple(milestones))


def _read(folded: Folded, name: Field, *, year: int | None, month: int | None) -> Reading:
    if len(folded.plain) > _SHORT or folded.plain != folded.printed:
        return _read_anew(folded, name, year=year, month=month)
    return _read_short(folded.plain, name, year=year, month=month)


@lru_cache(maxsize=2048)  # the pages of a list say what is promised month after month
def _read_short(text: str, name: Field, *, year: int | None, month: int | None) -> Reading:
    return _read_anew(_unfolded(text), name, year=year, month=month)


def _read_anew(folded: Folded, name: Field, *, year: int | None, month: int | None) -> Reading:
    repeats = _repeats(folded.plain)
    measures = [
        _printed(found, folded, name)
        for found in find_measures(folded.plain)
        if not (repeats and _within(found.span, repeats))
    ]
    steps = [
        _printed_step(step, folded, name)
        for step in find_milestones(folded.plain, year=year, month=month)
        if not (repeats and _within(step.span, repeats))
    ]
    return measures, steps


def _belongs_to_other(record: Record, name: Field, shared: Record | None) -> bool:
    if record.shares_item_with is None or name not in (Field.ITEM, Field.GOAL):
        return False
    if name is Field.ITEM:
        return True
    return shared is not None and shared.printed(name) == record.printed(name)


def _folded(record: Record, name: Field) -> Folded:
    if (folded := record.folded.get(name)) is not None:
        return folded
    return _unfolded(record.printed(name))


def _unfolded(text: str) -> Folded:
    return Folded(text, text, tuple(range(len(text) + 1)))


def _repeats(plain_text: str) -> list[tuple[int, int]]:
    """The spans of sentences that stand in the cell a second time."""
    if not _SENTENCE_END.search(plain_text):
        return []
    seen: set[str] = set()
    spans = []
    for match in _SENTENCE.finditer(plain_text):
        sentence = match[0].strip()
        if sentence in seen and len(sentence) >= _SHORTEST_REPEATED:
            spans.append(match.span())
        seen.add(sentence)
    return spans


def _within(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _printed(found: Measure, folded: Folded, name: Field) -> Measure:
    start, end = folded.printed_span(*found.span)
    where = {"span": (start, end), "text": folded.printed[start:end], "field": name}
    return Measure.of({**found.__dict__, **where})


def _printed_step(step: Milestone, folded: Folded, name: Field) -> Milestone:
    start, end = folded.printed_span(*step.span)
    text = folded.printed[start:end]
    return Milestone(step.event, step.period, step.comparator, (start, end), text, step.done, name)


def _column(record: Record, name: Field) -> Iterator[Measure]:
    """Read a percentage or an investment: with its unit where printed, else with the header's."""
    folded = _folded(record, name)
    if parted_sum(folded.plain):
        return  # 9⏎6 may be 96, or two numbers
    share = name is Field.PERCENT
    spaced = None if share else _SPACED_SUM.fullmatch(folded.plain)
    read = [] if spaced else find_measures(folded.plain)
    found = [m for m in read if m.unit == "%" or not share]
    for quantity in found:
        kind = Kind.WORKS if share else quantity.kind
        yield replace(_printed(quantity, folded, name), kind=kind)
    match = spaced or (None if found else _NUMBER.search(folded.plain))
    if match is None:
        return
    start, end = folded.printed_span(*match.span())
    printed, stated = spaced.groups() if spaced else (match[0], record.investment_unit)
    unit, size = ("%", Decimal(1)) if share else _money(stated)
    try:
        value = plain(parse_number(printed) * size)
    except ValueError:
        return
    yield Measure(
        value=value,
        unit=unit,
        comparator=Comparator.EQUAL,
        kind=Kind.WORKS if share else Kind.MONEY,
        basis=Basis.UNKNOWN,
        span=(start, end),
        text=folded.printed[start:end],
        field=name,
    )


def _money(unit: str) -> tuple[str, Decimal]:
    match = _UNIT.search(unit)
    if not match:
        return "", Decimal(1)
    return match[2], parse_number("1" + match[1])
