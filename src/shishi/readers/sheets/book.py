"""Sheet: what any spreadsheet reader finds, before it becomes Grids; and how it becomes them.

Rows and columns are those of the sheet, from 1, so that a Place can be found again in Excel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from shishi.findings import About, Finding, Severity
from shishi.places import Piece, Place, Source, Text
from shishi.readers.document import Cell, Document, Flow, Grid, Paragraph
from shishi.readers.refusals import refuse
from shishi.readers.sheets.blocks import split_blocks
from shishi.readers.sheets.names import cell_name, ranges
from shishi.readers.sheets.numbers import plain_number
from shishi.readers.spans import MOST_SLOTS

_BEGINNING = 20
_MOST_NAMED = 50  # cells of a sheet that get a finding of their own
MOST_TEXT = 50_000_000  # characters; one shared text may stand in every cell

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass(slots=True)
class Sheet:
    """One sheet as its file has it: `cells` are (row, column, shown text), none without characters.

    `doubts` are (row, column, code, facts) of cells that a person must look at.
    """

    name: str
    hidden: bool = False
    cells: list[tuple[int, int, str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    formulas: int = 0
    doubts: list[tuple[int, int, str, dict[str, object]]] = field(default_factory=list)

    def take(self, row: int, column: int, text: str, *, raw: str) -> None:
        """Take a cell in as it is shown; where its format hides what it holds, say so."""
        if text.strip():
            self.cells.append((row, column, text))
        elif raw.strip() and raw.strip("0.-") != "":
            self.doubts.append((row, column, "hidden-by-format", {"value": plain_number(raw)[:40]}))


@dataclass(slots=True)
class _Made:
    """The document as it grows."""

    parts: list[Grid | Flow] = field(default_factory=list)
    aside: list[Grid | Flow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, code: str, severity: Severity, place: Place, **facts: object) -> None:
        self.findings.append(Finding(code, About.READING, severity, place, facts))


def to_document(sheets: Iterable[Sheet], source: Source) -> Document:
    """Make a Document: a Grid a sheet, in order; what a sheet hides goes aside, with a finding.

    The rows of one cell over and under the table become Flows before and after it (blocks.py).
    A merged cell stands once, cut to where the sheet has words. Raises UnreadableSource (far-cell,
    too-many-cells).
    """
    made = _Made()
    for sheet in sheets:
        _check_reach(sheet, source)
        if sheet.hidden:
            _set_aside(made, sheet)
        else:
            _add_sheet(made, sheet)
        _add_notes(made, sheet)
    return Document(source, tuple(made.parts), (), tuple(made.findings), tuple(made.aside))


def _check_reach(sheet: Sheet, source: Source) -> None:
    height = max((row for row, _, _ in sheet.cells), default=0)
    width = max((column for _, column, _ in sheet.cells), default=0)
    if sum(len(text) for _, _, text in sheet.cells) > MOST_TEXT:
        raise refuse(source.name, "too-much-text", limit=MOST_TEXT)
    if height * width > MOST_SLOTS:
        if len(sheet.cells) * 200 < height * width:
            last = cell_name(height, width)
            raise refuse(source.name, "far-cell", sheet=sheet.name[:40], last=last)
        raise refuse(source.name, "too-many-cells", limit=MOST_SLOTS)


def _set_aside(made: _Made, sheet: Sheet) -> None:
    if grid := _grid(sheet.name, sheet.cells, _Merges(sheet)):
        made.aside.append(grid)
        place = Place(part=sheet.name)
        made.find("hidden-sheet", Severity.ASKS, place, sheet=sheet.name, count=len(grid.cells))


def _add_sheet(made: _Made, sheet: Sheet) -> None:
    merges = _Merges(sheet)
    shown, hidden, covered = [], [], []
    moved = merges.show_beside(sheet)
    for row, column, text in sheet.cells:
        row, column = moved.get((row, column), (row, column))
        if merges.covers(row, column):
            covered.append((row, column, text))
        elif row in sheet.hidden_rows or column in sheet.hidden_columns:
            hidden.append((row, column, text))
        else:
            shown.append((row, column, text))
    filled = {(row, column) for row, column, _ in shown}
    shown += [
        (row, column, "")
        for row, column in merges.spans
        if (row, column) not in filled
        and row not in sheet.hidden_rows
        and column not in sheet.hidden_columns
    ]
    above, table, below = split_blocks(sorted(shown), merges.spans)
    if above:
        made.parts.append(_lines(f"{sheet.name} above", above))
    if grid := _grid(sheet.name, table, merges):
        made.parts.append(grid)
    if below:
        made.parts.append(_lines(f"{sheet.name} below", below))
    if hidden and (grid := _grid(sheet.name, hidden, None)):
        made.aside.append(grid)
        _tell_hidden(made, sheet, hidden)
    if covered and (grid := _grid(sheet.name, covered, None)):
        made.aside.append(grid)
        row, column, text = covered[0]
        facts = {"sheet": sheet.name, "cell": cell_name(row, column), "count": len(covered)}
        place = Place(part=sheet.name, row=row, column=column)
        made.find("covered-cells", Severity.ASKS, place, **facts, beginning=text[:_BEGINNING])


def _tell_hidden(made: _Made, sheet: Sheet, cells: Sequence[tuple[int, int, str]]) -> None:
    rows = sorted({row for row, _, _ in cells} & sheet.hidden_rows)
    columns = sorted({column for _, column, _ in cells} & sheet.hidden_columns)
    for code, numbers in (("hidden-rows", rows), ("hidden-columns", columns)):
        if numbers:
            named = ranges(numbers, letters=code == "hidden-columns")
            facts = {"sheet": sheet.name, "which": named, "count": len(numbers)}
            made.find(code, Severity.ASKS, Place(part=sheet.name), **facts)


def _add_notes(made: _Made, sheet: Sheet) -> None:
    place = Place(part=sheet.name)
    for number, (row, column, code, facts) in enumerate(sheet.doubts):
        spot = Place(part=sheet.name, row=row, column=column)
        named = {"sheet": sheet.name, "cell": cell_name(row, column)} | facts
        if number < _MOST_NAMED:
            made.find(code, Severity.ASKS, spot, **named)
    if sheet.formulas:
        made.find("formula-values", Severity.NOTES, place, sheet=sheet.name, count=sheet.formulas)
    if sheet.comments:
        texts = [f"{cell_name(row, column)}: {text}" for row, column, text in sheet.comments]
        made.aside.append(_flow(f"{sheet.name} comments", texts))
        facts = {"sheet": sheet.name, "count": len(texts), "beginning": texts[0][:_BEGINNING]}
        made.find("comments", Severity.NOTES, place, **facts)
    if sheet.boxes:
        flow = _flow(f"{sheet.name} boxes", sheet.boxes)
        (made.aside if sheet.hidden else made.parts).append(flow)
        facts = {"sheet": sheet.name, "count": len(sheet.boxes)}
        made.find(
            "text-boxes", Severity.NOTES, place, **facts, beginning=sheet.boxes[0][:_BEGINNING]
        )


def _lines(name: str, cells: Sequence[tuple[int, int, str]]) -> Flow:
    """Make the text in single cells a Flow; each line keeps the row and column of its cell."""
    paragraphs: list[Paragraph] = []
    for row, column, value in cells:
        start = 0
        for line in value.split("\n"):
            if line.strip():
                place = Place(name, row, column, len(paragraphs) + 1, (start, start + len(line)))
                paragraphs.append(Paragraph(Text(line, place, (Piece(0, len(line), place),))))
            start += len(line) + 1
    return Flow(name, tuple(paragraphs))


def _flow(name: str, texts: Sequence[str]) -> Flow:
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    return Flow(name, tuple(_paragraph(name, line, n) for n, line in enumerate(lines, 1)))


def _paragraph(name: str, line: str, number: int) -> Paragraph:
    place = Place(part=name, line=number, characters=(0, len(line)))
    return Paragraph(Text(line, place, (Piece(0, len(line), place),)))


class _Merges:
    """The merged ranges of a sheet, cut to where it has words; of two that overlap the first counts."""

    def __init__(self, sheet: Sheet) -> None:
        self.height = max((row for row, _, _ in sheet.cells), default=0)
        self.width = max((column for _, column, _ in sheet.cells), default=0)
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self._covered = bytearray((self.height + 1) * (self.width + 1) if sheet.merges else 0)
        for first_row, first, last_row, last in sheet.merges:
            last_row, last = min(last_row, self.height), min(last, self.width)
            if 1 <= first_row <= last_row and 1 <= first <= last:
                self._take(
                    first_row, first, rows=last_row - first_row + 1, columns=last - first + 1
                )

    def show_beside(self, sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
        """Begin a merged cell that starts in a hidden row or column where it is seen, as Excel does.

        Give where each that moved stood and where it stands.
        """
        moved = {}
        for (row, column), (rows, columns) in list(self.spans.items()):
            bottom, right = row + rows, column + columns
            seen_row = next((r for r in range(row, bottom) if r not in sheet.hidden_rows), row)
            seen = next((c for c in range(column, right) if c not in sheet.hidden_columns), column)
            if (seen_row, seen) != (row, column):
                del self.spans[row, column]
                self.spans[seen_row, seen] = (bottom - seen_row, right - seen)
                moved[row, column] = (seen_row, seen)
        return moved

    def covers(self, row: int, column: int) -> bool:
        """Tell whether a spot lies under a merged cell that begins elsewhere."""
        covered = self._covered and self._covered[row * (self.width + 1) + column]
        return bool(covered) and (row, column) not in self.spans

    def _take(self, row: int, column: int, *, rows: int, columns: int) -> None:
        starts = [r * (self.width + 1) + column for r in range(row, row + rows)]
        if rows * columns < 2 or any(
            self._covered[s] or self._covered[s + columns - 1] for s in starts
        ):
            return
        for start in starts:
            self._covered[start : start + columns] = b"\1" * columns
        self.spans[row, column] = (rows, columns)


def _grid(name: str, cells: Iterable[tuple[int, int, str]], merges: _Merges | None) -> Grid | None:
    spans = merges.spans if merges else {}
    made = tuple(_cells(name, sorted(cells), spans))
    if not any(cell.text.value for cell in made):
        return None
    height = max(cell.row + cell.rows - 1 for cell in made)
    width = max(cell.column + cell.columns - 1 for cell in made)
    return Grid(name, height, width, made)


def _cells(
    name: str,
    cells: Iterable[tuple[int, int, str]],
    spans: dict[tuple[int, int], tuple[int, int]],
) -> Iterator[Cell]:
    for row, column, value in cells:
        place = Place(name, row, column, None, (0, len(value)))
        text = Text(value, place, (Piece(0, len(value), place),))
        rows, columns = spans.get((row, column), (1, 1))
        yield Cell(text, row, column, rows, columns)
