"""Layout: where a project table stands in a Document and what its columns mean; no values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple, overload

from shishi.layouts.columns.column import Column
from shishi.layouts.words.vocabulary import sign_header
from shishi.places import Place, Text
from shishi.readers.document import Cell
from shishi.records import Field, HeadedColumn, Header, Later


class Shape(StrEnum):
    """How the cells of a table are parted in its source."""

    CELLS = "cells"  # rulings, bars, or a paragraph each
    SPACED = "spaced"  # a row a line, single spaces
    GLUED = "glued"  # nothing between them
    LABELLED = "labelled"  # no table: 责任单位:… under each item
    COUNTED = "counted"  # no table: lists under sentences that count them
    TOLD = "told"  # no table: goal and progress in one paragraph, without a label
    CROSS = "cross"  # a grid of districts by indicators
    PAIRS = "pairs"  # a grid of labels and values


MAY_BE_OTHER = "list-unsure"
"""The code of the reason that a table may list something else than projects; a person is asked."""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason why a stretch was taken for a project table, as a code and facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """A project table found in one part of a Document.

    `name` is the table's own name on the page ("table 1"), `part` the index of the Document part it
    stands in. `header` and `body` are half-open ranges: of paragraphs in a flow, of rows in a grid.
    `score` is in hundredths: the share of its columns whose meaning is known.
    """

    name: str
    part: int
    columns: tuple[Column, ...]
    header: tuple[int, int]
    body: tuple[int, int]
    score: int
    reasons: tuple[Because, ...]
    shape: Shape = Shape.CELLS
    skip: int = 0  # so many plain characters of the first body paragraph belong to the header
    bands: frozenset[int] = frozenset()  # paragraphs that are headings between the rows
    lined: bool = False  # blank lines part its cells, and single line ends the lines of a cell


def header_of(layout: Layout) -> Header:
    """Give the header of a table for those who show it to a person or remember a choice about it."""
    columns = tuple(
        HeadedColumn(number, c.word, c.field, c.sure) for number, c in enumerate(layout.columns, 1)
    )
    signature = sign_header(c.word for c in columns)
    return Header(layout.name, signature, columns, layout.score)


class RawCell(NamedTuple):
    """One cell as cut out of the source: its text, and how sure the cut is.

    `margin` is what the next-best reading would cost more (see alignment) and `rival` the column it
    would put the cell's first paragraph in; a cell with rulings around it is certain (None).
    """

    text: Text
    margin: int | None = None
    rival: int | None = None


class CertainCells(Mapping[int, RawCell]):
    """The cells of a row whose cuts are certain: their texts, and a RawCell of one that is asked for.

    >>> cells = CertainCells((0, 2), (Text("1", Place()), Text("修路", Place())))
    >>> list(cells), cells[2].text.value, cells[2].margin, 1 in cells
    ([0, 2], '修路', None, False)
    """

    __slots__ = ("columns", "texts")

    def __init__(self, columns: tuple[int, ...], texts: tuple[Text, ...]) -> None:
        self.columns, self.texts = columns, texts

    def __getitem__(self, column: int) -> RawCell:
        if column not in self.columns:
            raise KeyError(column)
        return RawCell(self.texts[self.columns.index(column)])

    def __contains__(self, column: object) -> bool:
        return column in self.columns

    def __iter__(self) -> Iterator[int]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def __repr__(self) -> str:
        return repr(dict(self))


class CellColumn(NamedTuple):
    """One column of rows that rulings part: the cells that begin in each, and those that cover each.

    What prints nothing is None. A merged cell begins in one row and covers those below it too. `begun` are
    the cells that begin, one after the other, and `values` what they print.
    """

    own: Sequence[Cell | None]
    spots: Sequence[Cell | None]
    begun: Sequence[Cell]
    values: Sequence[str]

    @property
    def is_full(self) -> bool:
        """Whether a cell begins in every row."""
        return len(self.begun) == len(self.own)


class CertainRows(Later["RawRow"]):
    """The rows of a ruled table in which nothing is special, as columns; a RawRow of one that is asked for.

    Each row has two cells or more that begin in it, and none of them spans columns; no heading and no note
    stands between the rows. `names` are those of the columns' fields, `top` is the row of the grid above the first.
    """

    __slots__ = ("_cut", "columns", "name", "names", "top")

    def __init__(
        self,
        cut: Callable[[int], RawRow],
        columns: Sequence[CellColumn],
        *,
        name: str,
        names: Sequence[str],
        top: int,
    ) -> None:
        # nothing here knows these rows themselves: in a circle they would outlive their page
        super().__init__(partial(map, cut, range(len(columns[0].own))))
        self._cut, self.columns = cut, columns
        self.name, self.names, self.top = name, names, top

    def __len__(self) -> int:
        return len(self.columns[0].own)

    @overload
    def __getitem__(self, index: int) -> RawRow: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RawRow, ...]: ...
    def __getitem__(self, index: int | slice) -> RawRow | tuple[RawRow, ...]:
        """Cut what is asked for, and keep it where all are."""
        if self._find is None:
            return self._found[index]
        numbers = range(len(self))[index]
        return self._cut(numbers) if isinstance(numbers, int) else tuple(map(self._cut, numbers))

    def renamed(self, names: Sequence[str]) -> CertainRows:
        """Give the same rows with other names for the fields of their columns."""

        def cut(index: int) -> RawRow:
            return rename_row(self._cut(index), names)

        return CertainRows(cut, self.columns, name=self.name, names=names, top=self.top)

    def place(self, cell: Cell) -> Text:
        """Give the text of a cell its place in the table."""
        return self.place_all([cell])[0]

    def place_all(self, cells: Sequence[Cell]) -> list[Text]:
        """Give the texts of cells their places in the table."""
        new, name, names, top = tuple.__new__, self.name, self.names, self.top
        return [
            new(
                Text,
                (
                    text.value,
                    new(Place, (name, row - top, column, None, None, names[column - 1], None)),
                    text.pieces,
                ),
            )
            for text, row, column, _, _, _ in cells
        ]


def texts_in(cells: Mapping[int, RawCell]) -> Sequence[Text]:
    """Give the texts of the cells of a row, in order."""
    if isinstance(cells, CertainCells):
        return cells.texts
    return [cell.text for cell in cells.values()]


_NOTHING_GIVEN: Mapping[Field, Text] = MappingProxyType({})


class RawRow(NamedTuple):
    """One row as cut out of the source: cells by column index; blank cells are left out.

    `covered` holds the columns that a merged cell of an earlier row reaches into; `None` where the
    source does not say (text without rulings). `given` is what a heading between the rows says of
    the rows below it. `total`: the row is known to add up others.
    """

    cells: Mapping[int, RawCell]
    covered: frozenset[int] | None = None
    given: Mapping[Field, Text] = _NOTHING_GIVEN
    total: bool = False
    unsure: frozenset[int] = frozenset()  # columns left blank that may not be


def rename_row(row: RawRow, names: Sequence[str]) -> RawRow:
    """Let the places in a row name its columns' fields by other names, after these were settled anew."""
    texts = [
        text._replace(place=text.place._replace(field=names[at]))
        for at, text in zip(row.cells, texts_in(row.cells), strict=True)
    ]
    if isinstance(row.cells, CertainCells):
        return row._replace(cells=CertainCells(row.cells.columns, tuple(texts)))
    cells = zip(row.cells.items(), texts, strict=True)
    return row._replace(cells={at: cell._replace(text=text) for (at, cell), text in cells})


def texts_of(rows: Sequence[RawRow], columns: Sequence[int]) -> Iterator[Text]:
    """Yield the texts of the cells in some columns; blank cells are left out."""
    if isinstance(rows, CertainRows):
        for column in columns:
            yield from [cell.text for cell in rows.columns[column].begun]
        return
    for row in rows:
        cells = row.cells
        for column in columns:
            if isinstance(cells, CertainCells):
                if column in cells.columns:
                    yield cells.texts[cells.columns.index(column)]
            elif column in cells:
                yield cells[column].text


def printed_in(rows: Sequence[RawRow], columns: Sequence[int]) -> Iterator[str]:
    """Yield what the cells in some columns print, as texts_of does; rows that are held as columns have it ready."""
    if isinstance(rows, CertainRows):
        return chain.from_iterable([rows.columns[column].values for column in columns])
    return (text.value for text in texts_of(rows, columns))


@dataclass(frozen=True, slots=True)
class RawTable:
    """The rows of one layout, before they mean anything.

    `given` is what the headings over the table say of all its rows. `follows` says that the table goes
    on after a page break: same columns, and nothing but its header between. `people`: its rows of one
    cell were taken for the leaders of the rows below them.
    """

    layout: Layout
    rows: Sequence[RawRow]
    given: Mapping[Field, Text] = field(default_factory=dict)
    follows: bool = False
    given_unsure: frozenset[Field] = (
        frozenset()
    )  # what headings say may be another, or not that of all rows
    untold: tuple[tuple[int, str], ...] = ()  # the rows that may be several, and how each begins
    people: bool = False
    last: Mapping[Field, Text] | None = None
    maybe_rows: tuple[str, ...] = ()  # units in its rows that may lead rows of their own
    ticks: Mapping[int, Text] = field(default_factory=dict)  # what a √ says, by its column
    uneven: bool = False  # bars end its cells, and rows have more of them or fewer than the header


def placed_in(text: Text, layout: Layout, number: int, *, column: int) -> Text:
    """Give a cell's text its place in the table: row `number` from 1, `column` from 0, and the field."""
    field = layout.columns[column].field
    name = field.value if field else ""
    place = Place(part=layout.name, row=number, column=column + 1, field=name)
    return Text(text.value, place, text.pieces or ())


def names_of(layout: Layout) -> list[str]:
    """Give the name of each column's field, "" where it has none, as Places have them."""
    return [column.field.value if column.field else "" for column in layout.columns]
