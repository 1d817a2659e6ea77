"""Lay a page out in an office's layout: header groups, merged cells, heading rows, lines around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shishi.records import Field, Page, Record
from shishi.text.characters import Script
from shishi.writers.office.cells import cell_text
from shishi.writers.office.layout import Align, NoticeSpot, OfficeColumn, OfficeLayout, Themes
from shishi.writers.office.load import load_layout, used_fields
from shishi.writers.office.table import PrintedCell, PrintedTable
from shishi.writers.office.words import (
    fill,
    notice_pairs,
    number_rules,
    page_facts,
    rule_lines,
)

_NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})
_SHARED = frozenset({Field.ITEM, Field.LEVELS, Field.GOAL})
"""The columns that a row sharing another row's item leaves to it."""


def lay_out(
    page: Page, layout: OfficeLayout, *, fresh: bool = False, district: str = ""
) -> PrintedTable:
    """Lay a page out as the office prints it.

    Title and fill-in rules are those the page prints; with `fresh` they are the layout's own, filled
    with the page's periods and the `district`. Every printed text is kept: a field that the layout
    has no column for gets one at the end where the layout is spare, and is named in `left_out`
    otherwise. Records that share one item share its cell.
    """
    traditional = page.script is not Script.SIMPLIFIED
    facts = page_facts(page, district=district)
    columns = _columns(page, layout)
    header = _header(columns, facts, traditional=traditional)
    depth = max((cell.row + cell.rows - 1 for cell in header), default=1)
    body, height = _body(
        page.records, columns, layout, unit=_header_unit(columns, facts), top=depth
    )
    pairs = notice_pairs(page.notice)
    rules = list(enumerate(layout.rules, 1))
    return PrintedTable(
        layout=layout,
        title=fill(layout.title, facts) if fresh else page.notice.title,
        above=pairs if layout.notice is NoticeSpot.ABOVE else (),
        under=pairs if layout.notice is NoticeSpot.UNDER_TITLE else (),
        measure=tuple(fill(line, facts) for line in layout.above),
        widths=tuple(column.width for column in columns),
        header_rows=depth,
        height=height,
        cells=(*header, *body),
        rules=number_rules(layout.rules_heading, [(str(n), rule) for n, rule in rules])
        if fresh
        else rule_lines(page, layout.rules_heading),
        below=pairs if layout.notice is NoticeSpot.BELOW else (),
        left_out=_left_out(page, layout, columns),
        traditional=traditional,
    )


def _columns(page: Page, layout: OfficeLayout) -> tuple[OfficeColumn, ...]:
    if not layout.spare:
        return layout.columns
    used = used_fields(page)
    columns = [c for c in layout.columns if c.starred or c.field is None or c.field in used]
    known = {c.field for c in columns} | layout.fields
    columns += [c for c in load_layout("plain").columns if c.field in used - known]
    others = dict.fromkeys(word for record in page.records for word in record.other)
    taken = {c.word for c in columns if c.field is None}
    columns += [OfficeColumn(None, word, width=20) for word in others if word not in taken]
    return tuple(columns)


def _left_out(
    page: Page, layout: OfficeLayout, columns: Sequence[OfficeColumn]
) -> tuple[tuple[Field | str, int], ...]:
    """Count the texts of the page that no column shows."""
    shown = layout.fields if not layout.spare else layout.fields | {c.field for c in columns}
    words = {c.word for c in columns if c.field is None}
    counts: dict[Field | str, int] = {}
    for record in page.records:
        for name in record.texts:
            if name not in shown:
                counts[name] = counts.get(name, 0) + 1
        for word in record.other:
            if word not in words:
                counts[word] = counts.get(word, 0) + 1
    return tuple(counts.items())


def _header_unit(columns: Sequence[OfficeColumn], facts: Mapping[str, str]) -> str:
    """Give the unit of money that the header prints; "" where it has no room for one."""
    words = [c.word for c in columns if c.field is Field.INVESTMENT]
    unit = facts["unit"]
    return unit if unit and any(unit in fill(word, facts) for word in words) else ""


def _header(
    columns: Sequence[OfficeColumn], facts: Mapping[str, str], *, traditional: bool
) -> list[PrintedCell]:
    """Make the header of one row, or of two where a group has words of its own below it."""
    words = [fill(_word(c, traditional), facts) for c in columns]
    groups = [fill(_group(c, traditional), facts) for c in columns]
    deep = 2 if any(w and g for w, g in zip(words, groups, strict=True)) else 1
    cells, index = [], 0
    while index < len(columns):
        end = index + 1
        while groups[index] and end < len(columns) and groups[end] == groups[index]:
            end += 1
        cells += _header_cells(words[index:end], groups[index], column=index + 1, deep=deep)
        index = end
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _header_cells(words: Sequence[str], group: str, *, column: int, deep: int) -> list[PrintedCell]:
    cell = PrintedCell("", 1, column, align=Align.CENTER, header=True)
    if not group:
        return [replace(cell, text=words[0], rows=deep)]
    if not any(words):
        return [replace(cell, text=group, rows=deep, columns=len(words))]
    below = [replace(cell, text=word, row=2, column=column + i) for i, word in enumerate(words)]
    return [replace(cell, text=group, columns=len(words)), *below]


def _word(column: OfficeColumn, traditional: bool) -> str:
    return column.traditional or column.word if traditional else column.word


def _group(column: OfficeColumn, traditional: bool) -> str:
    return column.traditional_group or column.group if traditional else column.group


def _body(
    records: Sequence[Record],
    columns: Sequence[OfficeColumn],
    layout: OfficeLayout,
    *,
    unit: str,
    top: int,
) -> tuple[list[PrintedCell], int]:
    """Make the cells of the records, and say in which row the last one stands."""
    cells: list[PrintedCell] = []
    open_cells: dict[int, int] = {}  # column → where its cell of the row above stands in cells
    above: Record | None = None
    row = top
    for record in records:
        row += 1
        theme = record.printed(Field.THEME)
        if layout.themes is Themes.ROWS and theme and not _same(above, record, Field.THEME):
            cells.append(PrintedCell(theme, row, 1, columns=len(columns), heading=True))
            open_cells.clear()
            row += 1
        for index, column in enumerate(columns):
            held = open_cells.get(index)
            if held is not None and above and _merges(above, record, column):
                cells[held] = replace(cells[held], rows=cells[held].rows + 1)
                continue
            open_cells[index] = len(cells)
            text = cell_text(record, column, layout, unit=unit)
            cells.append(_cell(text, column, row=row, number=index + 1))
        above = record
    return cells, row


def _cell(text: str, column: OfficeColumn, *, row: int, number: int) -> PrintedCell:
    return PrintedCell(
        text,
        row,
        number,
        align=column.align,
        heading=column.field is Field.THEME,
        number=column.field in _NUMBERS,
    )


def _merges(above: Record, record: Record, column: OfficeColumn) -> bool:
    """Tell whether a cell goes on from the row above: the same theme or code, or a shared item."""
    if above.section != record.section or column.field is None:
        return False
    if column.field in _SHARED:
        first = above.shares_item_with or above.order
        return record.shares_item_with == first and _equal(above, record, column.field)
    return (
        column.merged and _same(above, record, column.field) and _equal(above, record, Field.THEME)
    )


def _same(above: Record | None, record: Record, field: Field) -> bool:
    """Tell two equal texts that are not blank."""
    return above is not None and bool(record.printed(field)) and _equal(above, record, field)


def _equal(above: Record, record: Record, field: Field) -> bool:
    return above.printed(field) == record.printed(field)
