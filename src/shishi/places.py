"""Where things stand: every word the program keeps can be traced to the source it came from.

Place, Piece and Text are named tuples and no dataclasses: a page has tens of thousands of them, and a
frozen dataclass takes five times as long to make (docs/decisions/0022).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was handed in: its name, what format it proved to be, and its fingerprint."""

    name: str
    format: str  # html xlsx xls ods xlsb docx doc odt rtf xml pdf csv text json
    sha256: str


class Place(NamedTuple):
    """A spot in a source. What is not known or does not apply is None or empty.

    `row` and `column` count from 1 inside `part` ("table 1", "text 1"); `line` counts the lines of a
    pasted text from 1; `characters` is half-open and counts inside the cell or the line; `page` is
    where a PDF prints it, from 1.
    """

    part: str = ""
    row: int | None = None
    column: int | None = None
    line: int | None = None
    characters: tuple[int, int] | None = None
    field: str = ""
    page: int | None = None


class Piece(NamedTuple):
    """A stretch of a Text: `length` characters from `start` on stand at `place` in the source."""

    start: int
    length: int
    place: Place


class Text(NamedTuple):
    """Characters exactly as printed, and where they stand.

    A cell that the source broke over several paragraphs has one value and several pieces; characters
    between the pieces (a line break put in by the reader) belong to none.
    """

    value: str
    place: Place
    pieces: tuple[Piece, ...] = ()

    def locate(self, start: int, end: int) -> tuple[Place, ...]:
        """Say where value[start:end] stands in the source, one Place a piece touched.

        >>> line = Piece(0, 4, Place(part="text 1", line=7, characters=(2, 6)))
        >>> Text("6月开工", Place(part="table 1", row=2), (line,)).locate(0, 2)[0].characters
        (2, 4)
        """
        found = []
        for piece in self.pieces:
            left, right = max(start, piece.start), min(end, piece.start + piece.length)
            if left < right:
                base = (piece.place.characters or (0, 0))[0] - piece.start
                found.append(
                    Place(
                        part=piece.place.part,
                        row=piece.place.row,
                        column=piece.place.column,
                        line=piece.place.line,
                        characters=(base + left, base + right),
                        field=self.place.field,
                        page=piece.place.page,
                    )
                )
        return tuple(found) or (self.place,)
