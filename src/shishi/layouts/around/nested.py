"""Small tables inside running text, taken as lines of it."""

from __future__ import annotations

from dataclasses import replace

from shishi.layouts.cutting import join
from shishi.places import Text
from shishi.readers.document import Document, Flow, Grid, Paragraph

_MOST_CELLS = 2000


def fold_grids(document: Document) -> Document:
    """Make one flow of a document: each row of a grid becomes a paragraph, its cells parted by spaces.

    Every text keeps its place. A document without a grid, of grids alone, or with large ones stays as
    it is.
    """
    grids = [part for part in document.parts if isinstance(part, Grid)]
    if not grids or len(grids) == len(document.parts):
        return document
    if sum(len(grid.cells) for grid in grids) > _MOST_CELLS:
        return document
    paragraphs: list[Paragraph] = []
    for part in document.parts:
        paragraphs += part.paragraphs if isinstance(part, Flow) else _rows(part)
    name = next(part.name for part in document.parts if isinstance(part, Flow))
    return replace(document, parts=(Flow(name, tuple(paragraphs)),))


def _rows(grid: Grid) -> list[Paragraph]:
    rows = [Paragraph(grid.caption, 0)] if grid.caption else []
    cells: dict[int, list[Text]] = {}
    for cell in grid.cells:
        if cell.text.value.strip():
            cells.setdefault(cell.row, []).append(cell.text)
    for _, texts in sorted(cells.items()):
        text = join(texts, [" "] * (len(texts) - 1), place=texts[0].place)
        rows.append(Paragraph(text, 0))
    return rows
