"""The rows of a cross-tab in pasted text: a name and its numbers, a line each or a cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from shishi.layouts.flows.crossed.headers import LONGEST_LABEL, Header, Line, Token
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.crossed import is_total_label, is_value, names_district
from shishi.layouts.words.notes import begins_note, is_furniture, is_title


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, and the values behind it; None for a blank cell."""

    label: Token
    values: Sequence[Token | None]


def find_rows(lines: Sequence[Line], header: Header, terms: Terms) -> Iterator[Row]:
    """Find the rows below the header, a line each or a cell a line."""
    below = [line for line in lines if line and line[0].line > header.last]
    yield from _lined(below, header) if header.is_lined else _strewn(below, header)


def _lined(lines: Sequence[Line], header: Header) -> Iterator[Row]:
    """Read a row a line: a number perhaps, a name, and what stands behind it, blank cells too."""
    for line in lines:
        cells = list(line)
        while cells and not cells[0].plain:
            cells.pop(0)
        if not cells:
            continue
        if header.coded and parse_code(cells[0].plain):
            cells.pop(0)
        values = _without_tail([cell if cell.plain else None for cell in cells[1:]])
        if not _is_label(cells[0]) or not (values or names_district(cells[0].plain)):
            return
        if not values:
            continue
        if not any(cell and is_value(cell.plain) for cell in values):
            return  # the header of another table
        yield Row(cells[0], values)


def _strewn(lines: Sequence[Line], header: Header) -> Iterator[Row]:
    """Read a cell a line: a name, and the numbers up to the next name, less the number before that."""
    label: Token | None = None
    values: list[Token | None] = []
    code = 0
    for token in chain.from_iterable(lines):
        if not token.plain or is_value(token.plain):
            values.append(token if token.plain else None)
            continue
        ahead = values[-1] if values else None
        numbered = header.coded and ahead and parse_code(ahead.plain) == (code + 1,)
        if numbered and (not is_total_label(token.plain) or len(values) > header.width):
            values.pop()
            code += 1
        told = _without_tail(values)
        if label and told:
            yield Row(label, told)
        if not _is_label(token) or (label and not told and not names_district(label.plain)):
            return
        label, values = token, []
    if label and values:
        yield Row(label, _without_tail(values))


def _without_tail(values: list[Token | None]) -> list[Token | None]:
    while values and values[-1] is None:
        values.pop()
    return values


def _is_label(token: Token) -> bool:
    word = token.plain
    outside = begins_note(word) or is_title(word) or is_furniture(word)
    return not (outside or is_value(word)) and len(word) <= LONGEST_LABEL


def fits(rows: Sequence[Row], header: Header) -> bool:
    """Tell rows of numbers, most of them whole."""
    whole = [r for r in rows if len(r.values) == header.width]
    told = [t.plain for r in whole for t in r.values if t]
    return 2 * len(whole) >= len(rows) > 0 and bool(told) and all(map(is_value, told))
