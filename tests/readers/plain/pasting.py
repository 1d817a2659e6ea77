"""Read a pasted page that is one table: what its rows print, and the text around them."""

from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.plain.pasted import read_pasted


def _read(lines: tuple[str, ...]) -> Document:
    return read_pasted("\n".join(lines), Source("表.txt", "text", ""))


def rows_of(*lines: str) -> list[list[str]]:
    """Give what the cells of the one table of a page print, row by row."""
    [grid] = [part for part in _read(lines).parts if isinstance(part, Grid)]
    return [
        [cell.text.value for cell in grid.cells if cell.row == row]
        for row in range(1, grid.height + 1)
    ]


def flows_of(*lines: str) -> list[str]:
    """Give the paragraphs of a page that stand in no table."""
    flows = [part for part in _read(lines).parts if isinstance(part, Flow)]
    return [p.text.value for flow in flows for p in flow.paragraphs]
