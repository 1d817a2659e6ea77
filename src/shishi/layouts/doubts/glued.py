"""Rows that were lost in glued text: several in one cell, or on the lines below a table that ended too early.

With nothing between its cells, a page whose header or first row is misread may still be cut into something. What
then gives it away is a cell that is many times as long as its fellows, with the codes and the units of other rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from statistics import median

from shishi.findings import About, Finding, Severity
from shishi.layouts.flows.strips.codes.candidates import COUNTS_SOMETHING, seen_arabic
from shishi.layouts.flows.strips.codes.numbers import NO_NUMBERS
from shishi.layouts.flows.strips.names import COUNT_END, sure_names
from shishi.layouts.layout import RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.contacts import tells_contact
from shishi.layouts.words.notes import (
    begins_note,
    begins_title,
    is_furniture,
    is_remark,
    is_signature,
)
from shishi.places import Place, Text
from shishi.readers.document import Document, Flow, Paragraph

_SHOWN = 40
_SHORTEST_ROWS, _SHORTEST_LINE, _LONGEST_LINE = 60, 14, 400
_MANY_TIMES, _FEWEST_UNITS, _FEWEST_LEVELS = 5, 3, 2
_LISTED = re.compile("[、,，和及与/ ]*")
_LEVEL = re.compile("[(（][国省市区县旗州]级[)）]")
_COUNTED = re.compile(
    "(?<![0-9.第〔~—-])[0-9]+(?:[.][0-9]+)?(?![0-9.年月日个件大项类季期届号〕~—-]|批(?!次)|[十百千万亿]*元|(?:余|多)?[家个](?:单位|部门))"
)
"""What a row counts, and no title or sentence around the table: 第3季度, 〔2031〕12号, 投入9000万元."""
_BARE = re.compile("[0-9]{1,3}")


def find_lost_in_glue(
    document: Document,
    tables: Sequence[RawTable],
    *,
    loose: AbstractSet[int],
    terms: Terms,
) -> Iterator[Finding]:
    """Ask about the rows that seem to be lost in and below the tables without separators.

    `loose` are the identities of the texts that were taken for nothing but a line around the tables.
    """
    glued = [table for table in tables if table.layout.shape is Shape.GLUED]
    for table in glued:
        found = [text for text in _long_cells(table, terms) if text]
        if found:
            yield _unread(Place(part=table.layout.name), found)
    ends: dict[int, int] = {}
    for table in glued:
        if table.rows:
            end = table.layout.body[1]
            ends[table.layout.part] = min(end, ends.get(table.layout.part, end))
    for at, end in ends.items():
        part = document.parts[at]
        below = part.paragraphs[end:] if isinstance(part, Flow) else ()
        lines = list(_like_rows(below, loose, terms))
        if lines:
            yield _unread(lines[0].place, [line.value for line in lines])


def _unread(place: Place, found: Sequence[str]) -> Finding:
    shown = " ".join(found[0].split())
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    facts = {"count": len(found), "printed": shown}
    return Finding("rows-unread", About.READING, Severity.ASKS, place, facts)


def _long_cells(table: RawTable, terms: Terms) -> Iterator[str]:
    """Yield the cells that hold several rows: their codes, or units and levels where most cells of a column are short."""
    for column in range(len(table.layout.columns)):
        cells = [row.cells[column].text.value for row in table.rows if column in row.cells]
        usual = median(map(len, cells)) if len(cells) >= _FEWEST_UNITS else 0
        for cell in cells:
            if len(cell) < _SHORTEST_ROWS:
                continue
            plain = terms.plain(cell)
            long = len(cell) >= max(_MANY_TIMES * usual, 2 * _SHORTEST_ROWS)
            if holds_codes(plain, terms.statuses) or (long and _holds_units(plain)):
                yield cell


def holds_codes(cell: str, statuses: frozenset[str]) -> bool:
    """Tell a cell that holds the codes of rows, each with a unit: numbers without a mark that count on.

    >>> rows = "正常推进2装灯9盏区公安局已完成3建桥2座区住建局施工中"
    >>> holds_codes(rows, frozenset({"正常推进"})), holds_codes("1.东湖镇已完成;2.西岭镇已完成", frozenset())
    (True, False)
    """
    seen = seen_arabic(cell, statuses=statuses, numbers=NO_NUMBERS)
    codes = [c for c in seen if c.start and _BARE.fullmatch(cell[c.start : c.end])]
    codes = [c for c in codes if c.cost < COUNTS_SOMETHING]
    return any(
        two.code == (one.code[0] + 1,)
        and sure_names(cell[one.end : two.start])
        and sure_names(cell[two.end :])
        for one, two in pairwise(codes)
    )


def _holds_units(cell: str) -> bool:
    """Tell a cell with the units and the levels of several rows: lists of names, and words between them.

    The level of a row stands beside its unit or a count; a report has it behind a place: 河口托育园(市级).
    """
    units = sure_names(cell)
    lists = 1 + sum(not _LISTED.fullmatch(cell[a[1] : b[0]]) for a, b in pairwise(units))
    if not units or lists < _FEWEST_UNITS:
        return False
    begin, end = {a for a, _ in units}, {b for _, b in units}
    end |= {count.end() for count in COUNT_END.finditer(cell)}
    levels = [level.span() for level in _LEVEL.finditer(cell)]
    return sum(a in end or b in begin for a, b in levels) >= _FEWEST_LEVELS


def _like_rows(
    paragraphs: Sequence[Paragraph], loose: AbstractSet[int], terms: Terms
) -> Iterator[Text]:
    """Yield the lines that read like a row of a glued table: a count, and a unit behind what is to be done."""
    for paragraph in paragraphs:
        text = paragraph.text
        if id(text) in loose and _SHORTEST_LINE <= len(text.value) <= _LONGEST_LINE:
            plain = terms.plain(text.value)
            counts = _COUNTED.search(plain) and not _is_around(plain)
            if counts and any(at for at, _ in sure_names(plain)):
                yield text


def _is_around(plain: str) -> bool:
    around = begins_note(plain) or begins_title(plain) or is_furniture(plain)
    around = around or is_signature(plain) or is_remark(plain)
    return around or tells_contact(plain) or "电话" in plain
