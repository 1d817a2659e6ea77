"""What stands in a cell: a record's field as printed, ★ and level marks put back where they belong."""

from __future__ import annotations

from collections.abc import Iterable

from shishi.records import Field, Record
from shishi.text.characters import squeeze
from shishi.writers.office.layout import OfficeColumn, OfficeLayout

STAR = "★"
_OPEN_END = "等部门、单位"


def cell_text(record: Record, column: OfficeColumn, layout: OfficeLayout, *, unit: str) -> str:
    """Give the text of one cell as the office prints it; "" where the record has nothing there.

    `unit` is the unit of money that the column's header names.
    """
    if column.starred:
        return starred_text(record)
    if column.field is None:
        return record.other[column.word].value if column.word in record.other else ""
    if column.field in (Field.LEAD_UNITS, Field.SUPPORT_UNITS):
        return unit_text(record, column.field)
    if column.field is Field.INVESTMENT:
        return _money(record, unit)
    if column.field is Field.ITEM and layout.levels_in_item:
        return _with_level(record)
    return record.printed(column.field)


def starred_text(record: Record) -> str:
    """Put both kinds of unit into one cell: the leads with ★ on the first line, then the supporters.

    A cell that the page prints like this stays as it is.
    """
    printed, others = record.printed(Field.LEAD_UNITS), record.printed(Field.SUPPORT_UNITS)
    if STAR in printed and others in printed:
        return printed
    names = "、".join(f"{STAR}{name}" for name in _names(record, Field.LEAD_UNITS))
    leads = printed if STAR in printed else names
    supporters = unit_text(record, Field.SUPPORT_UNITS)
    return "\n".join(line for line in (leads, supporters) if line)


def unit_text(record: Record, field: Field) -> str:
    """Give a unit column of its own: as printed, or the names that a shared ★ cell holds of its kind."""
    printed = record.printed(field)
    if STAR not in printed:
        return printed
    names = _names(record, field)
    supports = bool(record.names.get(Field.SUPPORT_UNITS))
    ends = record.open_ended and supports == (field is Field.SUPPORT_UNITS)
    return "、".join(names) + (_OPEN_END if names and ends else "")


def _names(record: Record, field: Field) -> Iterable[str]:
    return [name.value for name in record.names.get(field, ())]


def _with_level(record: Record) -> str:
    item, levels = record.printed(Field.ITEM), record.printed(Field.LEVELS)
    return f"{item}({levels})" if item and levels else item


def _money(record: Record, unit: str) -> str:
    """Give the sum as printed; where the header cannot say its unit, the cell does."""
    printed = record.printed(Field.INVESTMENT)
    own = record.investment_unit
    if not printed or own == unit or squeeze(printed).endswith(own):
        return printed
    return printed + own
