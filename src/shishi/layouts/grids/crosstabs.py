"""Cross-tabs: a row is a district, each group of columns an indicator with goal, progress and share.

Each pair of district and indicator is a record (docs/decisions/0017): the indicator is the item, the
district the lead. Where the rows are indicators and the groups districts, it is the other way round.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from shishi.layouts.columns import Column
from shishi.layouts.grids.spread import Rows, plain_of, plain_row
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import load_words
from shishi.layouts.words.vocabulary import OTHER, is_period
from shishi.places import Text
from shishi.readers.document import Cell
from shishi.records import Field

_SEARCHED_ROWS = 12
_FEWEST_GROUPS = 2
_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things stand: the column of the row labels, and of each group its cell and its columns."""

    label: int
    rows_are: Field
    groups: tuple[tuple[Cell, tuple[int, ...]], ...]
    columns: tuple[Column, ...]  # label, group, then the fields of one group
    body: int


@dataclass(frozen=True, slots=True)
class _Words:
    areas: frozenset[str]
    fields: dict[str, Field]
    totals: frozenset[str]


@cache
def _load() -> _Words:
    file = files("shishi") / "data" / "headers.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))["cross"]
    fields = {word: Field(name) for word, name in data["words"].items()}
    return _Words(frozenset(data["areas"]), fields, frozenset(data["totals"]) | load_words().totals)


def find_crosstab(rows: Rows, part: int, *, terms: Terms, name: str) -> Layout | None:
    """Find the cross-tab of a grid."""
    for at in range(min(_SEARCHED_ROWS, len(rows) - 2)):
        if plan := _plan(rows, at, terms):
            words = [plain_of(cell, terms) for cell, _ in plan.groups]
            reasons = (Because("cross-tab-found", {"words": words}),)
            body = (plan.body, len(rows))
            return Layout(
                name=name,
                part=part,
                columns=plan.columns,
                header=(at, plan.body),
                body=body,
                score=100,
                reasons=reasons,
                shape=Shape.CROSS,
            )
    return None


def cut_crosstab(rows: Rows, layout: Layout, *, terms: Terms) -> list[RawRow]:
    """Cut a row of a cross-tab into as many records as there are groups with something in them."""
    plan = _plan(rows, layout.header[0], terms)
    cut: list[RawRow] = []
    for row in rows[layout.body[0] : layout.body[1]] if plan else ():
        label = row[plan.label] if plan else None
        if plan and label and label.text.value.strip():
            for cells in _pairs(row, label, plan, terms=terms):
                number = len(cut) + 1
                placed = {
                    column: RawCell(placed_in(text, layout, number, column=column))
                    for column, text in cells.items()
                }
                cut.append(RawRow(placed, frozenset(), total=len(placed) == 1))
    return cut


def _pairs(
    row: Sequence[Cell | None], label: Cell, plan: _Plan, *, terms: Terms
) -> Iterator[dict[int, Text]]:
    if plain_of(label, terms) in _load().totals:
        yield {0: label.text}
        return
    for group, columns in plan.groups:
        texts = {
            number: cell.text
            for number, column in enumerate(columns, 2)
            if (cell := row[column]) and cell.text.value.strip()
        }
        if texts:
            yield {0: label.text, 1: group.text, **texts}


def _plan(rows: Rows, at: int, terms: Terms) -> _Plan | None:
    """Read rows at and at + 1 as the header of a cross-tab; None when they are none."""
    upper, lower = rows[at], rows[at + 1]
    below = plain_row(lower, terms)
    groups: list[tuple[Cell, tuple[int, ...]]] = []
    words: list[tuple[str, ...]] = []
    for column, cell in enumerate(upper):
        if cell is None or cell.columns < _FEWEST_FIELDS or cell.column != column + 1:
            continue
        if cell is lower[column] or not cell.text.value.strip():
            continue
        columns = tuple(range(column, min(len(upper), column + cell.columns)))
        groups.append((cell, columns))
        words.append(tuple(below[i] for i in columns))
    if len(groups) < _FEWEST_GROUPS or len(set(words)) > 1:
        return None
    if any(is_period(plain_of(cell, terms)) for cell, _ in groups):
        return None  # one thing at several dates
    fields = [_field(word, terms) for word in words[0]]
    known = [f for f in fields if f]
    if len(known) < _FEWEST_FIELDS or not {Field.GOAL, Field.PROGRESS} & set(known):
        return None
    return _with_label(
        rows, at, groups, named=list(zip(fields, words[0], strict=True)), terms=terms
    )


def _with_label(
    rows: Rows,
    at: int,
    groups: Sequence[tuple[Cell, tuple[int, ...]]],
    *,
    named: Sequence[tuple[Field | None, str]],
    terms: Terms,
) -> _Plan | None:
    """Find the column that names the rows, left of the first group; beside it only numbers may stand."""
    found: _Plan | None = None
    for column in range(groups[0][0].column - 1):
        word = plain_of(rows[at][column], terms) or plain_of(rows[at + 1][column], terms)
        is_area = re.sub("[()（）、,/]", "", word) in _load().areas
        known = terms.dialect.guess(word)
        names = {name for name, _ in known.claims} if known else set()
        if not is_area and Field.ITEM not in names:
            if not names <= {Field.CODE, OTHER}:
                return None
            continue
        if found:
            return None
        pair = (Field.LEAD_UNITS, Field.ITEM) if is_area else (Field.ITEM, Field.LEAD_UNITS)
        first = (Column(pair[0], word), Column(pair[1], ""))
        seen: set[Field | None] = set()
        rest = []
        for field, printed in named:
            rest.append(Column(None if field in seen else field, printed))
            seen.add(field)
        found = _Plan(column, pair[0], tuple(groups), (*first, *rest), at + 2)
    return found


def _field(word: str, terms: Terms) -> Field | None:
    bare = re.sub(r"[(（].*[)）]$|[%％]$", "", word)
    if bare in _load().fields:
        return _load().fields[bare]
    known = terms.dialect.guess(word)
    names = {field.value for field in (Field.GOAL, Field.PROGRESS, Field.PERCENT, Field.STATUS)}
    return Field(known.claims[0][0]) if known and known.claims[0][0] in names else None
