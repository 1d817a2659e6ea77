"""The nouns of the exam: a table with its cells, the page around it, and the truth of each item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

TEXTS = ("code", "theme", "item", "goal", "progress", "status", "explanation", "remark")
NAMES = ("lead_units", "support_units", "leaders", "levels")
NUMBERS = ("investment", "percent")
FIELDS = (*TEXTS, *NAMES, *NUMBERS)

NONE_MARKS = ("/", "无", "—")
"""What a cell prints to say that there is nothing."""


@dataclass
class Column:
    """One column: the field it holds (None: something else), its kind, and its header words.

    `words` are the levels of the header, top first; columns with the same first word stand under one
    heading. The kind says what a cell looks like: code theme item units leader level money percent
    text status other.
    """

    name: str | None
    kind: str
    words: tuple[str, ...]
    spread: str = ""  # the last header word as printed, broken or spaced


@dataclass
class Cell:
    """One printed cell. `text` may hold line ends; `depth` is how many rows it covers."""

    text: str
    depth: int = 1

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass
class Truth:
    """What a careful person reads for one item.

    `also` holds further readings that are as good; `unknowable` the fields that the page does not tell;
    `damaged` those that lost characters, where a doubt is welcome. `continues` is true for a row that
    goes on with the item of the row before.
    """

    values: dict[str, str | list[str]] = field(default_factory=dict)
    also: dict[str, list[str | list[str]]] = field(default_factory=dict)
    unknowable: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)
    continues: bool = False

    def accept(self, name: str, *others: str | list[str]) -> None:
        """Take further readings of a field as right too."""
        self.also.setdefault(name, []).extend(others)


@dataclass
class Row:
    """One row of a table: a cell a column, None where a cell above covers it; or one heading over all."""

    cells: list[Cell | None] = field(default_factory=list)
    heading: str = ""
    truth: Truth | None = None  # None: a heading, a total, a header printed again
    repeats_header: bool = False

    @property
    def texts(self) -> list[str]:
        """The cells as texts; "" where blank or covered."""
        return [cell.text if cell else "" for cell in self.cells]


@dataclass
class Table:
    """A table of items."""

    columns: list[Column]
    rows: list[Row]

    @property
    def header_levels(self) -> int:
        return max(len(column.words) for column in self.columns)

    def index(self, name: str) -> int | None:
        """Give the number of the column that holds a field."""
        return next((n for n, column in enumerate(self.columns) if column.name == name), None)


@dataclass
class Page:
    """A page: its title, what stands before and after the table, and the table."""

    title: str
    table: Table
    notice: list[tuple[str, str]] = field(default_factory=list)
    before: list[str] = field(default_factory=list)  # between title and table
    notes: list[str] = field(default_factory=list)
    furniture: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    title_last: bool = False  # the table stands before its title
    contacts: tuple[list[list[str]], list[list[str]]] = field(default_factory=lambda: ([], []))
    """Above and below the table: a caption, then lines of another table, which holds no items."""
    habits: frozenset[str] = frozenset()
    """What its office does in files: a table for each heading ("apart"), "coloured" statuses, "blocks" in
    place of a table, a hidden column of identifiers ("ids"), "dates" that are no text,
    one bar more at the end of a row ("closed")."""

    @property
    def truths(self) -> list[Truth]:
        return [row.truth for row in self.table.rows if row.truth]

    def spell(self, change: Callable[[str], str]) -> None:
        """Change how everything on the page is written, and the truth with it."""
        self.title = change(self.title)
        self.notice = [(change(label), change(value)) for label, value in self.notice]
        self.before = [change(line) for line in self.before]
        self.notes = [change(line) for line in self.notes]
        for lines in self.contacts:
            lines[:] = [[change(text) for text in line] for line in lines]
        for column in self.table.columns:
            column.words = tuple(change(word) for word in column.words)
            column.spread = change(column.spread)
        for row in self.table.rows:
            row.heading = change(row.heading)
            for cell in filter(None, row.cells):
                cell.text = change(cell.text)
            if row.truth:
                _spell_truth(row.truth, change)


class Lists(Protocol):
    """How the lists of names on a page are written: all that a writer asks of a page's shape."""

    @property
    def separator(self) -> str:
        """Give what stands between two names."""

    @property
    def starred(self) -> bool:
        """Say whether one column holds all bodies, ★ at those who lead."""


@dataclass(frozen=True)
class Written:
    """A page in one format: its bytes, a file name, and the truths in reading order."""

    name: str
    data: bytes
    truths: list[Truth]


def _spell_truth(truth: Truth, change: Callable[[str], str]) -> None:
    truth.values = {name: _spell_value(value, change) for name, value in truth.values.items()}
    truth.also = {
        name: [_spell_value(v, change) for v in values] for name, values in truth.also.items()
    }


def _spell_value(value: str | list[str], change: Callable[[str], str]) -> str | list[str]:
    return change(value) if isinstance(value, str) else [change(name) for name in value]


def covered(rows: Iterable[Row]) -> None:
    """Set the depth of every cell by the covered cells below it."""
    above: dict[int, Cell] = {}
    for row in rows:
        for number, cell in enumerate(row.cells):
            if cell is None and number in above:
                above[number].depth += 1
            elif cell is not None:
                cell.depth = 1
                above[number] = cell
        if not row.cells:
            above = {}
