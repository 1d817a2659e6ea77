"""Document: what a reader saw, without meaning: grids of cells and flows of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from shishi.findings import Finding
from shishi.places import Place, Source, Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of running text: its printed characters and what stood around them.

    `gap` counts the blank lines before it. `bars` counts the cell bars (|) that ended it, which are
    not part of the text: 0 in a text without bars, 1 for `cell |`, more for empty cells after it.
    A line of bars alone has an empty text. `before` counts the bars in front of it.
    """

    text: Text
    gap: int = 0
    bars: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """Paragraphs in reading order, as pasted or as they stand between tables."""

    name: str  # "text 1"
    paragraphs: tuple[Paragraph, ...]


class Ruling(StrEnum):
    """What parted the cells of a grid in its source."""

    RULED = "ruled"  # rulings: every cell stands where it belongs, a merged one has its span
    BARRED = "barred"  # bars in lines of text: blank and merged cells may be lost
    TABBED = "tabbed"  # tabs in lines of text
    COUNTED = "counted"  # drawn, or bars behind every cell; a merged cell may look like a blank one


class Cell(NamedTuple):
    """A cell of a grid: printed text (paragraphs parted by line breaks), position and span.

    `row` and `column` count from 1; `rows` and `columns` are the spans, at least 1. `header` is what
    the source says (th); it is a hint, not a fact.
    """

    text: Text
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


class Laid(NamedTuple):
    """The cells of a grid laid into the spots they cover (see laying.py).

    `spots` has the cell that covers each spot, row by row, None where there is none; `values` what the
    cells of a single spot print there, "" in all other spots. `merged` are the cells of several spots.
    `overlap`: two cells ask for one spot, as html allows, or one asks for a spot outside.
    """

    spots: Sequence[Cell | None]
    values: Sequence[str]
    merged: Sequence[Cell]
    overlap: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with rulings: cells in reading order; a merged cell stands once, with its span.

    In rows with bars a line without one stands in the last cell of the row above, and may be none of it.
    `laid` is there where the reader laid the cells out while it made them; a grid made from another by
    replace() has none.
    """

    name: str  # "table 1"
    height: int
    width: int
    cells: tuple[Cell, ...]
    caption: Text | None = None
    ruling: Ruling = Ruling.RULED
    laid: Laid | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def pasted(self) -> bool:
        """Say whether its rows are lines of text, whose cells may have slid to the left."""
        return self.ruling in (Ruling.BARRED, Ruling.TABBED)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader saw of one source, in reading order; nothing is left out.

    `labels` are name–value pairs that the format itself carries (HTML meta tags, document properties).
    `aside` holds what the source carries and does not print: hidden rows and sheets, comments, text
    boxes; and of laid-out text the headers that pages print again. No layout looks there; a finding says what it is, and a person decides.
    `place_of(…)` is not needed: every Text carries its Place.
    """

    source: Source
    parts: tuple[Grid | Flow, ...]
    labels: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    aside: tuple[Grid | Flow, ...] = ()


def line_place(part: str, line: int, *, start: int, end: int) -> Place:
    """Build the Place of characters start to end of one line of pasted text."""
    return Place(part=part, line=line, characters=(start, end))
