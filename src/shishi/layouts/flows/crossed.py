"""Cross-tabs in pasted text: the words of the header in a row, then a name and its numbers, row by row.

Rulings and merged cells are lost, so nothing is found by its place: the header is a word for districts,
the indicators, and the same two words or more once for each of them (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import comb
from typing import NamedTuple

from shishi.layouts.columns import Column
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.crossed import (
    is_total_label,
    is_value,
    label_fields,
    names_district,
    names_rows,
    value_field,
)
from shishi.layouts.words.notes import begins_note, is_furniture, is_title
from shishi.layouts.words.vocabulary import is_period
from shishi.places import Text
from shishi.records import Field

_FEWEST_FIELDS, _MOST_FIELDS = 2, 5
_FEWEST_GROUPS, _MOST_GROUPS = 2, 12
_LONGEST_LABEL = 20
_MOST_WAYS = 3000


class Token(NamedTuple):
    """A cell, or a blank one, and the line of the source that it stands in, from 0."""

    text: Text
    plain: str
    line: int


Line = Sequence[Token]


@dataclass(frozen=True, slots=True)
class _Header:
    """A header: its tokens, the indicators (none: the title names the one there is), their words."""

    tokens: Sequence[Token]
    fields: tuple[Field, Field]
    label: Token
    coded: bool
    groups: Sequence[Token]
    words: Sequence[str]

    @property
    def width(self) -> int:
        return len(self.words) * max(1, len(self.groups))

    @property
    def is_lined(self) -> bool:
        """Tell a table whose rows are lines; otherwise every cell is one."""
        return self.tokens[-1].line == self.tokens[-2].line

    @property
    def last(self) -> int:
        return self.tokens[-1].line


@dataclass(frozen=True, slots=True)
class _Row:
    label: Token
    values: Sequence[Token | None]


def find_crossed(lines: Sequence[Line], terms: Terms) -> Iterator[Layout]:
    """Find the cross-tabs in lines of cells, in reading order; their names are blank."""
    tokens = [t for t in chain.from_iterable(lines) if t.plain]
    at = 0
    while at < len(tokens):
        header = _header_at(tokens, at, terms)
        rows = list(_rows(lines, header, terms)) if header else []
        if header is None or not _fits(rows, header):
            at += 1
            continue
        last = max(t.line for t in (rows[-1].label, *filter(None, rows[-1].values)))
        yield _layout(header, last, terms)
        at = next((i for i, t in enumerate(tokens) if t.line > last), len(tokens))


def begins_crossed(lines: Sequence[Line], terms: Terms) -> bool:
    """Tell lines among which a cross-tab has its header; cheaper than to read its rows."""
    tokens = [t for t in chain.from_iterable(lines) if t.plain]
    return any(_header_at(tokens, at, terms) for at in range(len(tokens)))


def cut_crossed(lines: Sequence[Line], layout: Layout, *, terms: Terms) -> RawTable:
    """Cut each row into as many records as there are indicators with a number in them.

    A row that lost cells is spread over the columns in every way that the signs % allow; what stands
    elsewhere in another of them is in doubt.
    """
    tokens = [t for t in chain.from_iterable(lines) if t.plain and t.line >= layout.header[0]]
    headers = (_header_at(tokens, at, terms) for at in range(len(tokens)))
    header = next(filter(None, headers), None)
    if header is None:
        return RawTable(layout, ())
    rows = [r for r in _rows(lines, header, terms) if r.label.line < layout.body[1]]
    percents = _percents([r for r in rows if len(r.values) == header.width], header.width)
    cut: list[RawRow] = []
    for row in rows:
        for cells in _pairs(row, header, percents):
            number = len(cut) + 1
            placed = {
                column: RawCell(
                    placed_in(token.text, layout, number, column=column),
                    0 if doubted else None,
                    column + 1 if column + 1 < len(layout.columns) else column - 1,
                )
                for column, (token, doubted) in cells.items()
            }
            cut.append(RawRow(placed, frozenset(), total=len(placed) == 1))
    return RawTable(layout, tuple(cut))


# --- the header ---


def _header_at(tokens: Sequence[Token], at: int, terms: Terms) -> _Header | None:
    """Read a header whose word for the names of the rows is tokens[at]."""
    word = tokens[at].plain
    fields = label_fields(word, terms.dialect) if len(word) <= _LONGEST_LABEL else None
    if fields is None:
        return None
    coded = at > 0 and _is_code(tokens[at - 1].plain, terms)
    start = at - 1 if coded else at
    end, groups, words = (
        _of_one(tokens, at, terms) or _of_many(tokens, at, fields, terms=terms) or _NO
    )
    if not words:
        return None
    return _Header(tokens[start:end], fields, tokens[at], coded, groups, words)


_Words = tuple[int, Sequence[Token], Sequence[str]]
_NO: _Words = (0, (), ())


def _of_one(tokens: Sequence[Token], at: int, terms: Terms) -> _Words | None:
    """Read the words of one indicator behind the word for districts: 目标, 完成数, 完成率."""
    if not names_rows(tokens[at].plain, terms.dialect):
        return None
    words = []
    for token in tokens[at + 1 : at + 1 + _MOST_FIELDS]:
        if value_field(token.plain, terms.dialect) is None or token.plain in words:
            break
        words.append(token.plain)
    known = {value_field(w, terms.dialect) for w in words}
    return (at + 1 + len(words), (), words) if {Field.GOAL, Field.PROGRESS} <= known else None


def _of_many(
    tokens: Sequence[Token], at: int, fields: tuple[Field, Field], *, terms: Terms
) -> _Words | None:
    """Read several indicators, and the same words once for each of them."""
    for count in range(_FEWEST_GROUPS, _MOST_GROUPS + 1):
        groups = tokens[at + 1 : at + 1 + count]
        start = at + 1 + count
        for size in range(_FEWEST_FIELDS, _MOST_FIELDS + 1):
            end = start + count * size
            words = [t.plain for t in tokens[start : start + size]]
            whole = [t.plain for t in tokens[start:end]]
            if len(whole) < count * size or whole != words * count:
                continue
            known = {value_field(w, terms.dialect) for w in words} - {None}
            enough = len(known) >= _FEWEST_FIELDS and {Field.GOAL, Field.PROGRESS} & known
            if enough and _name_groups(groups, fields, terms):
                return end, groups, words
    return None


def _name_groups(groups: Sequence[Token], fields: tuple[Field, Field], terms: Terms) -> bool:
    """Tell words that can stand over groups: indicators, or districts where the rows are indicators."""
    words = [t.plain for t in groups]
    if any(is_period(w) or value_field(w, terms.dialect) for w in words):
        return False
    return fields[1] is Field.ITEM or all(map(names_district, words))


def _is_code(word: str, terms: Terms) -> bool:
    known = terms.dialect.word(word)
    return known is not None and known.claims[0][0] == Field.CODE


def _layout(header: _Header, last: int, terms: Terms) -> Layout:
    label = Column(header.fields[0], header.label.plain)
    group = [Column(header.fields[1], "")] if header.groups else []
    seen: set[Field | None] = set()
    rest = []
    for word in header.words:
        field = value_field(word, terms.dialect)
        rest.append(Column(None if field in seen else field, word))
        seen.add(field)
    words = [t.plain for t in header.groups]
    return Layout(
        name="",
        part=0,
        columns=(label, *group, *rest),
        header=(header.tokens[0].line, header.last + 1),
        body=(header.last + 1, last + 1),
        score=100,
        reasons=(Because("cross-tab-found", {"words": words}),),
        shape=Shape.CROSS,
    )


# --- the rows ---


def _rows(lines: Sequence[Line], header: _Header, terms: Terms) -> Iterator[_Row]:
    below = [line for line in lines if line and line[0].line > header.last]
    yield from _lined(below, header) if header.is_lined else _strewn(below, header)


def _lined(lines: Sequence[Line], header: _Header) -> Iterator[_Row]:
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
        yield _Row(cells[0], values)


def _strewn(lines: Sequence[Line], header: _Header) -> Iterator[_Row]:
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
            yield _Row(label, told)
        if not _is_label(token) or (label and not told and not names_district(label.plain)):
            return
        label, values = token, []
    if label and values:
        yield _Row(label, _without_tail(values))


def _without_tail(values: list[Token | None]) -> list[Token | None]:
    while values and values[-1] is None:
        values.pop()
    return values


def _is_label(token: Token) -> bool:
    word = token.plain
    outside = begins_note(word) or is_title(word) or is_furniture(word)
    return not (outside or is_value(word)) and len(word) <= _LONGEST_LABEL


def _fits(rows: Sequence[_Row], header: _Header) -> bool:
    """Tell rows of numbers, most of them whole."""
    whole = [r for r in rows if len(r.values) == header.width]
    told = [t.plain for r in whole for t in r.values if t]
    return 2 * len(whole) >= len(rows) > 0 and bool(told) and all(map(is_value, told))


def _pairs(
    row: _Row, header: _Header, percents: Sequence[bool | None]
) -> Iterator[dict[int, tuple[Token, bool]]]:
    if is_total_label(row.label.plain):
        yield {0: (row.label, False)}
        return
    ways = _ways(row.values, header.width, percents)
    size = len(header.words)
    for number in range(max(1, len(header.groups))):
        columns = range(number * size, (number + 1) * size)
        cells = {column: token for column in columns if (token := ways[0].get(column))}
        sure = {c for c, token in cells.items() if all(way.get(c) is token for way in ways)}
        inside = all(any(way.get(c) is t for c in columns) for way in ways for t in cells.values())
        named = {1: (header.groups[number], not inside)} if header.groups else {}
        first = 1 + len(named)
        if cells:
            told = {first + c - columns[0]: (t, c not in sure) for c, t in cells.items()}
            yield {0: (row.label, False), **named, **told}


def _percents(rows: Sequence[_Row], width: int) -> list[bool | None]:
    """Say of each column whether its numbers have a %, None where some have and some have not."""
    found: list[bool | None] = []
    for column in range(width):
        signs = {"%" in t.plain for r in rows if (t := r.values[column])}
        found.append(signs.pop() if len(signs) == 1 else None)
    return found


def _ways(
    values: Sequence[Token | None], width: int, percents: Sequence[bool | None]
) -> list[dict[int, Token]]:
    """Give the ways to put the values of a row into its columns, in order; at least one.

    Blank cells that the source shows keep the others in their places. Where more values stand than
    there are columns, or no way fits, a last way without any says that nothing is sure.
    """
    if len(values) == width or (None in values and len(values) < width):
        return [{i: v for i, v in enumerate(values) if v}]
    told = [v for v in values if v][:width]
    found = []
    if len(values) < width and comb(width, len(told)) <= _MOST_WAYS:
        ways = combinations(range(width), len(told))
        found = [dict(zip(way, told, strict=True)) for way in ways if _allows(way, told, percents)]
    return found or [dict(enumerate(told)), {}]


def _allows(way: Sequence[int], told: Sequence[Token], percents: Sequence[bool | None]) -> bool:
    return all(
        percents[column] in (None, "%" in token.plain)
        for column, token in zip(way, told, strict=True)
    )
