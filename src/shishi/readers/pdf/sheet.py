"""Sheet: one page cut into its tables and the lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from shishi.readers.pdf.drawn import DrawnPage, Glyph
from shishi.readers.pdf.gaps import Gapped, find_gapped
from shishi.readers.pdf.lattice import Drawing, find_drawings
from shishi.readers.pdf.lines import Line, find_lines
from shishi.readers.plain.rows import WHITE

_MOST_PADDING = 12.0


@dataclass(slots=True)
class Box:
    """A cell on a page: position and spans from 0, its lines, and its inner left and right."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    right: float
    bottom: float
    lines: list[Line] = field(default_factory=list)

    @property
    def print(self) -> str:
        """Give what the cell prints, without white space."""
        return "".join("".join(line.text for line in self.lines).split())


@dataclass(slots=True)
class Table:
    """A table on a page, or over several: the edges of its columns, and its cells in order."""

    xs: list[float]
    height: int
    top: float
    boxes: list[Box]
    pages: list[int] = field(default_factory=list)  # the page each row begins on, from 1
    heads: list[str] = field(default_factory=list)  # headers printed again, a cell each
    header: int = 0  # how many rows are printed again on every page
    ruled: bool = True  # False: by its gaps alone


@dataclass(slots=True)
class Sheet:
    """A page: its tables and the lines outside of them, from the top down."""

    number: int
    width: float
    height: float
    blocks: list[Table | Line]


def cut_page(page: DrawnPage, number: int) -> Sheet:
    """Cut a page; what is ruled and holds no words is no table."""
    drawings = sorted(find_drawings(page.lines), key=_area)
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in drawings]
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        for drawing, cells in zip(drawings, inside, strict=True):
            if spot := drawing.find(*glyph.box.middle):
                cells.setdefault(spot, []).append(glyph)
                break
        else:
            outside.append(glyph)
    blocks: list[Table | Line] = []
    for drawing, cells in zip(drawings, inside, strict=True):
        if any(one.character not in WHITE for glyphs in cells.values() for one in glyphs):
            blocks.append(_table(drawing, cells, number))
        else:
            outside += [glyph for glyphs in cells.values() for glyph in glyphs]
    gapped, outside = find_gapped(outside)
    blocks += [_gapped(table, number) for table in gapped]
    blocks += find_lines(outside, columns=True)
    return Sheet(number, page.width, page.height, sorted(blocks, key=lambda b: b.top))


def _area(drawing: Drawing) -> float:
    return (drawing.xs[-1] - drawing.xs[0]) * (drawing.ys[-1] - drawing.ys[0])


def _table(drawing: Drawing, cells: dict[tuple[int, int], list[Glyph]], page: int) -> Table:
    boxes = []
    for (row, column), (rows, columns) in sorted(drawing.spans().items()):
        boxes.append(
            Box(
                row,
                column,
                rows,
                columns,
                left=drawing.xs[column],
                right=drawing.xs[column + columns],
                bottom=drawing.ys[row + rows],
                lines=find_lines(cells.get((row, column), ())),
            )
        )
    padding = _padding(boxes)
    for box in boxes:
        box.left, box.right = box.left + padding, box.right - padding
    height = len(drawing.ys) - 1
    return Table(drawing.xs, height, drawing.ys[0], boxes, [page] * height)


def _gapped(found: Gapped, page: int) -> Table:
    boxes = [
        Box(
            row,
            column,
            1,
            1,
            left=found.widths[column][0],
            right=found.widths[column][1],
            bottom=found.ys[row + 1],
            lines=find_lines(glyphs),
        )
        for (row, column), glyphs in sorted(found.cells.items())
    ]
    height = len(found.ys) - 1
    return Table(found.xs, height, found.ys[0], boxes, [page] * height, ruled=False)


def _padding(boxes: Sequence[Box]) -> float:
    """Tell how far words keep from the lines of a table: as near as any of them comes."""
    nearest = [
        min(line.left - box.left, box.right - line.right) for box in boxes for line in box.lines
    ]
    return min(max(0.0, min(nearest, default=0.0)), _MOST_PADDING)
