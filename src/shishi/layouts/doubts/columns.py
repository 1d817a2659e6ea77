"""Columns that do not hold what their header word promises: doubts about whole columns of a table.

A header that was read wrong puts every cell of a column under a wrong word, and each by itself may look
like a slip of the office. What tells is that most of a column cannot stand where it does, or that nothing
stands under a word while a column beside it holds what that word promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from random import Random

from shishi.findings import About, Finding, Severity
from shishi.layouts.columns.column import Column, keys_of
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.layout import CertainRows, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.kinds import is_blank_mark
from shishi.records import LISTS, Columns, Field, Record, part_tables

_FEWEST = 3
_SAMPLES = ((8, 8), (24, 4))
"""So many filled cells speak for a long column when fewer than one in so many of them says yes: none of eight,
or five of 24. Where half of a column does, either happens once in three hundred times, and next to never
where nearly all of it does. A column in which so many are not found is looked at whole."""
_DRAWN = 2
"""So many times as many records are drawn as cells are asked at most: some are blank."""
_NO_PLACE = 12
"""From this misfit on a cell cannot well stand in its column (see fit)."""
_BETTER, _BETTER_UNNAMED = 6, 3
"""By so much must the cells of a column fit a blank one better; less where nobody knows their word."""
_OFTEN = 4
_COUNTED = (Field.GOAL, Field.PROGRESS)
_LONGEST_CODE = 8
_SHAPES = frozenset({Shape.CELLS, Shape.SPACED, Shape.GLUED})


def doubt_columns(
    tables: Sequence[RawTable], records: Sequence[Record], terms: Terms
) -> Iterator[Finding]:
    """Yield a finding for each record of a column that may be another one's, or of a header half read."""
    by_table = part_tables(records)
    for before, table in zip([None, *tables], tables, strict=False):
        own = by_table.get(table.layout.name, ())
        if table.layout.shape not in _SHAPES:
            continue
        if _is_half_read(table, before):
            facts = {"words": [c.word for c in table.layout.columns if c.word]}
            for record in own:
                told = {"order": record.order, **facts}
                yield Finding("row-unsure", About.READING, Severity.ASKS, record.place, told)
        if len(own) < _FEWEST:
            continue
        some = Random(0).sample(range(len(own)), min(len(own), _DRAWN * _SAMPLES[-1][0]))
        columns = [
            (c, _Cells((c.field, key), own, some=some, terms=terms))
            for c, key in zip(table.layout.columns, keys_of(table.layout.columns), strict=True)
        ]
        yield from _doubt_each(columns, own)


def _doubt_each(
    columns: Sequence[tuple[Column, _Cells]], own: Sequence[Record]
) -> Iterator[Finding]:
    for column, cells in columns:
        strange = column.field and column.field not in LISTS and _is_strange(column, cells)
        if strange and not (column.field in _COUNTED and _counts(columns)):
            yield from _asked("column-strange", own, column)
    for column, cells in columns:
        if column.field and column.printed and cells.are_blank():
            rivals = [c for c, others in columns if _fits_better(column, c, others)]
            if rivals or column.field is Field.LEAD_UNITS:
                yield from _asked("column-blank", own, column)
            for rival in rivals:
                yield from _asked("column-strange", own, rival)


def _counts(columns: Sequence[tuple[Column, _Cells]]) -> bool:
    """Tell a table of numbers: what is to be reached and what was reached are both numbers."""
    counted = [cells.are_mostly(_is_number) for c, cells in columns if c.field in _COUNTED]
    return len(counted) == len(_COUNTED) and all(counted)


def _is_number(look: Look) -> bool:
    return look.is_number


def _is_half_read(table: RawTable, before: RawTable | None) -> bool:
    """Tell a header of several rows of which lines of text lost the blank cells, read as if it had one.

    It has fewer words than the rows have cells, or another header stands right above it.
    """
    if isinstance(table.rows, CertainRows):
        return False
    lines = [row for row in table.rows if row.covered is None]
    nameless = [
        i for i, c in enumerate(table.layout.columns) if not (c.word or c.field) and c.printed
    ]
    filled = sum(any(i in row.cells for i in nameless) for row in lines)
    if _OFTEN * filled > len(lines):
        return True
    if not lines or before is None or before.rows:
        return False
    above, below = before.layout, table.layout
    adjoin = above.part == below.part and above.body[1] == below.header[0]
    return adjoin and above.shape is below.shape and not table.follows


class _Cells:
    """The printed cells of one column, looked at only as far as a question about most of them needs.

    A look costs more than all else that is done with a cell. So a long column is first asked in some of
    its cells, always the same; it is looked at whole where those say yes too often for one in order.
    """

    def __init__(
        self,
        kept: tuple[Field | None, str],
        records: Sequence[Record],
        *,
        some: Sequence[int],
        terms: Terms,
    ) -> None:
        """`kept` is the field of the column, and the key under which records keep one without."""
        self._kept, self._records, self._some, self._terms = kept, records, some, terms
        self._known: dict[str, Look] = {}

    def are_blank(self) -> bool:
        """Tell a column without a word in it."""
        return all(map(self._is_blank, self._texts))

    def are_digits(self, most: int) -> bool:
        """Tell a column of nothing but numbers of so many digits at most: nobody need look at them."""
        return all(map(str.isdigit, self._texts)) and max(map(len, self._texts), default=0) <= most

    def are_mostly(self, asked: Callable[[Look], bool]) -> bool:
        """Tell whether a question has a yes for more than half of the cells that are not blank."""
        for count, share in _SAMPLES:
            some = self._first(count) if count < len(self._records) else []
            if len(some) == count and share * sum(map(asked, some)) < count:
                return False
        looks = self._looks(self._texts)
        yes = sum(map(asked, looks))
        return yes >= _FEWEST and 2 * yes > len(looks)

    def _is_blank(self, text: str) -> bool:
        plain = self._terms.plain(text)
        return not plain or is_blank_mark(plain)

    def _first(self, count: int) -> list[Look]:
        """Look at the first so many cells of the sample that are filled, or fewer where it has no more."""
        looks: list[Look] = []
        for at in range(0, len(self._some), count):
            if missing := count - len(looks):
                some = [self._texts[index] for index in self._some[at : at + count]]
                looks += self._looks(some)[:missing]
        return looks

    def _looks(self, texts: Sequence[str]) -> list[Look]:
        for text in {*texts} - self._known.keys():
            self._known[text] = look_at(self._terms.plain(text), self._terms.statuses)
        return [look for look in map(self._known.__getitem__, texts) if not look.is_blank]

    @cached_property
    def _texts(self) -> Sequence[str]:
        """The cells of the column, "" where a record has none."""
        field, key = self._kept
        if isinstance(self._records, Columns):
            return self._records.printed[field] if field else self._records.other[key]
        cells = (r.texts.get(field) if field else r.other.get(key) for r in self._records)
        return [cell.value if cell else "" for cell in cells]


def _is_strange(column: Column, cells: _Cells) -> bool:
    """Tell a column most of whose cells cannot stand in it."""
    # numbers are written in more ways than anybody knows
    least = _LONGEST_CODE + 1 if column.field is Field.CODE else 0
    if least and cells.are_digits(_LONGEST_CODE):
        return False
    return cells.are_mostly(lambda k: k.length >= least and misfit(k, column) >= _NO_PLACE)


def _fits_better(blank: Column, column: Column, cells: _Cells) -> bool:
    """Tell a column most of whose cells would fit the blank one, and better than where they stand."""
    least = _BETTER if column.field else _BETTER_UNNAMED
    return cells.are_mostly(
        lambda k: misfit(k, blank) <= 2 and misfit(k, column) >= misfit(k, blank) + least
    )


def _asked(code: str, records: Sequence[Record], column: Column) -> Iterator[Finding]:
    if column.field is None:
        return
    for record in records:
        facts = {"order": record.order, "read_as": str(column.field), "word": column.word}
        spot = record.spot(column.field)
        yield Finding(code, About.READING, Severity.ASKS, spot, facts)
