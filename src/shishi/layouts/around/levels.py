"""Levels: rows that are headings by their numbers, 一、 and (一) over rows with 1, 2, 3."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shishi.layouts.cutting import cut, join
from shishi.layouts.headings import nest
from shishi.layouts.layout import (
    CertainRows,
    RawCell,
    RawRow,
    RawTable,
    Shape,
    placed_in,
    printed_in,
)
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names.kinds import says_sum
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import Script

Code = tuple[int, ...]

_HEADS = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?")
_NUMBER = re.compile(r"[(（]?[0-9]{1,3}[)）]?[、.]?")
_LOWER = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]")
_COUNTED = re.compile(r"[0-9.、\s]*")
"""All that stands in a column of numbers none of which heads others."""
_SUMMED = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?[%％]?|[-—/]+")
_SUM = re.compile(
    "(?:总计|合计|共计|小计|总共)[:：]?[^。;；]{0,6}?[0-9]{1,4}[项个件][^。;；0-9]{0,8}"
)
_COUNTING = re.compile(
    "[^。;；,，0-9]{2,14}[(（]共?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[项个件][)）]"
)
_COUNTS = re.compile("[项个件]")
_FEWEST = 2


def lift_headings(table: RawTable, terms: Terms) -> RawTable:
    """Take rows of nothing but 一、, a name and sums for headings: the rows below have them as their theme.

    So only where other rows are numbered 1, 2, 3 and no row with 一、 says more. A theme (一) stays
    under the theme 一、 that it follows, here and where a flow prints themes between its rows.
    """
    if table.layout.shape in (Shape.CROSS, Shape.PAIRS, Shape.LABELLED):
        return table
    fields = [c.field for c in table.layout.columns]
    code = fields.index(Field.CODE) if Field.CODE in fields else None
    alone = not isinstance(table.rows, CertainRows)  # has rows of one cell
    if alone and code is not None and Field.ITEM in fields:
        table = _without_sums(table, fields, terms)
    heads = _heads(table.rows, code, terms) if code is not None else set()
    if code is not None and Field.ITEM in fields and Field.THEME not in fields:
        heads |= _counting(table.rows, code, fields.index(Field.ITEM), terms=terms)
    theme = next(
        (i for i, c in enumerate(table.layout.columns) if c.field is Field.THEME and not c.printed),
        None,
    )
    if not heads:
        return table if theme is None else replace(table, rows=_nested(table, theme, terms))
    rows: list[RawRow] = []
    given: Mapping[Field, Text] = {}
    for number, row in enumerate(table.rows):
        if number in heads:
            given = nest(given, {Field.THEME: _heading(row, code, terms)}, terms)
        else:
            cells = {
                i: cell._replace(text=placed_in(cell.text, table.layout, len(rows) + 1, column=i))
                for i, cell in row.cells.items()
            }
            rows.append(row._replace(cells=cells, given={**row.given, **given}))
    return replace(table, rows=tuple(rows))


def _heading(row: RawRow, code: int | None, terms: Terms) -> Text:
    """Give the words of a heading row, its number before them where it is written 一、 or (一)."""
    worded = _worded(row, terms)
    parts = [row.cells[i].text for i in sorted(row.cells) if i in worded or i == code]
    bare = terms.plain(parts[0].value)[-1:] not in ("、", ")", "）", ".")
    if bare or min(row.cells) != code:
        parts = [row.cells[i].text for i in worded if i != code]
    return join(parts, [""] * (len(parts) - 1), place=parts[0].place)


def _heads(rows: Sequence[RawRow], code: int, terms: Terms) -> set[int]:
    """Give the rows that are headings; none where a row numbered 一、 says more than a name."""
    heads, numbered = set(), 0
    if _COUNTED.fullmatch("".join(printed_in(rows, [code]))):
        return set()
    for number, row in enumerate(rows):
        printed = terms.plain(row.cells[code].text.value) if code in row.cells else ""
        numbered += _NUMBER.fullmatch(printed) is not None
        if _HEADS.fullmatch(printed):
            words = [terms.plain(row.cells[i].text.value) for i in _worded(row, terms) if i != code]
            if len(words) != 1:
                return set()
            if not says_sum(words[0]):
                heads.add(number)
    return heads if numbered >= _FEWEST else set()


def _worded(row: RawRow, terms: Terms) -> list[int]:
    """Give the columns of a row in which words stand, and not only the sum of what is below."""
    plain = {i: terms.plain(cell.text.value) for i, cell in row.cells.items()}
    return [i for i, words in plain.items() if not _SUMMED.fullmatch(words)]


def _without_sums(table: RawTable, fields: Sequence[Field | None], terms: Terms) -> RawTable:
    """Mark the rows that only say how many projects there are: 总计3个项目 where an item would stand."""
    code, item = fields.index(Field.CODE), fields.index(Field.ITEM)
    sums = [
        row.cells.keys() == {item} and bool(_SUM.fullmatch(terms.plain(row.cells[item].text.value)))
        for row in table.rows
    ]
    if not any(sums) or not any(code in row.cells for row in table.rows):
        return table
    rows = [row._replace(total=row.total or s) for row, s in zip(table.rows, sums, strict=True)]
    return replace(table, rows=tuple(rows))


def _counting(rows: Sequence[RawRow], code: int, item: int, *, terms: Terms) -> set[int]:
    """Give the rows whose item is alone and counts the projects below it, up to the next such row: 便民类(2个).

    None where a numbered row stands above the first of them, or none below one: then they count things.
    """
    told: dict[int, Code | None] = {}
    if not any(_may_count(printed, terms) for printed in printed_in(rows, [item])):
        return set()
    for number, row in enumerate(rows):
        if item in row.cells and not row.covered and _worded(row, terms) == [item]:
            plain = terms.plain(row.cells[item].text.value)
            if (said := _COUNTING.fullmatch(plain)) and not says_sum(plain):
                told[number] = parse_code(said[1])
    if not told or _numbers(rows[: min(told)], code):
        return set()
    ends = [*list(told)[1:], len(rows)]
    counts = {at: len(_numbers(rows[at:end], code)) for at, end in zip(told, ends, strict=True)}
    if not all(counts.values()):
        return set()
    return {at for at, count in counts.items() if told[at] == (count,)}


def _may_count(item: str, terms: Terms) -> bool:
    """Tell an item that counts something, whatever stands beside it."""
    counts = terms.script is not Script.SIMPLIFIED or _COUNTS.search(item)
    return bool(counts) and _COUNTING.fullmatch(terms.plain(item)) is not None


def _numbers(rows: Sequence[RawRow], code: int) -> set[Code]:
    """Give the different numbers that rows are printed with."""
    found = (parse_code(row.cells[code].text.value) for row in rows if code in row.cells)
    return set(filter(None, found))


def _nested(table: RawTable, theme: int, terms: Terms) -> tuple[RawRow, ...]:
    """Lay the themes that a flow prints between its rows over each other."""
    rows = []
    given: Mapping[Field, Text] = {}
    for number, row in enumerate(table.rows, 1):
        cell = row.cells.get(theme)
        if cell:
            given = _nest_all(given, cell, terms)
            text = placed_in(given[Field.THEME], table.layout, number, column=theme)
            row = row._replace(cells={**row.cells, theme: cell._replace(text=text)})
        rows.append(row)
    return tuple(rows)


def _nest_all(given: Mapping[Field, Text], cell: RawCell, terms: Terms) -> Mapping[Field, Text]:
    """Nest the themes of one cell, where two of them were printed one below the other."""
    text = cell.text
    starts = [0, *(m.start() for m in _LOWER.finditer(text.value) if m.start())]
    for start, end in zip(starts, [*starts[1:], len(text.value)], strict=True):
        given = nest(given, {Field.THEME: cut(text, start, end)}, terms)
    return given
