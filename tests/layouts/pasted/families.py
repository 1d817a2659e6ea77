"""Print a drawn table in the families that pasted text comes in (one cell a paragraph … glued)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.layouts.pasted.truth import LABELS, Draw, Truth
from tests.samples.scripts import printed


def _cells(table: Truth) -> list[str]:
    return [table.printed(r, c) for r in range(len(table.rows)) for c in table.columns]


def _rows(table: Truth) -> list[list[str]]:
    return [[table.printed(r, c) for c in table.columns] for r in range(len(table.rows))]


def paragraphs(table: Truth, draw: Draw) -> str:
    """Print one cell a paragraph; a blank one is a blank line more, or nothing."""
    blank = draw.choice(["", "\n"])
    body = "".join(f"{cell}\n\n" if cell else blank for cell in _cells(table))
    return "".join(f"{word}\n\n" for word in table.words) + body


def bars(table: Truth, draw: Draw) -> str:
    """Print one cell a line, a bar after it; a blank one is one bar more."""
    own_line = draw.random() < 0.5
    printed = ""
    for cell in (*table.words, *_cells(table)):
        printed += f"{cell} |\n" if cell else "|\n" if own_line else ""
        if not cell and not own_line:
            printed = printed.rstrip("\n") + "|\n"
    return printed


def slid(table: Truth, draw: Draw) -> str:
    """Print one row a line with bars; blank and merged cells are lost, the row padded at the right."""
    packed = [[*filter(None, row), *([""] * row.count(""))] for row in _rows(table)]
    ruler = ["|".join("---" for _ in table.columns)] if draw.random() < 0.5 else []
    lines = [" | ".join(table.words), *ruler, *(" | ".join(row) for row in packed)]
    return "\n".join(lines) + "\n"


def spaced(table: Truth, draw: Draw) -> str:
    """Print one row a line, single spaces between cells; blank ones vanish."""
    rows = [" ".join(filter(None, row)) for row in _rows(table)]
    return "\n".join([" ".join(table.words), *rows]) + "\n"


def glued(table: Truth, draw: Draw) -> str:
    """Print the cells with nothing between them: all on one line, or a row a line."""
    between = draw.choice(["", "", "\n"])
    rows = ["".join(row) for row in _rows(table)]
    return between.join(["".join(table.words), *rows]) + "\n"


def _labelled(table: Truth, draw: Draw) -> dict[str, str]:
    """Draw what each part is called, in the script of the page."""
    return {c: printed(draw.choice(LABELS[c]), table.script) for c in table.columns if c in LABELS}


def label_lines(table: Truth, draw: Draw) -> str:
    """Print each part on a line after its label: 目标任务:… 责任单位:… 完成情况:…"""
    labels, mark = _labelled(table, draw), draw.choice([":", ":", ": "])
    gap = draw.choice(["\n", "\n\n"])
    numbered = draw.choice(["{}.", "{}、", "({})", ""])
    blocks = []
    for row in table.rows:
        lines = [f"{labels[c]}{mark}{row[c]}" for c in labels if row[c]]
        lines[0] = numbered.format(row["code"]) + lines[0]
        blocks.append(gap.join(lines))
    return "\n\n".join(blocks) + "\n"


def under_items(table: Truth, draw: Draw) -> str:
    """Print 牵头单位: and its like under each numbered item."""
    labels = _labelled(table, draw)
    numbered = draw.choice(["{}.", "{}、", "({})"])
    blocks = []
    for row in table.rows:
        lines = [numbered.format(row["code"]) + row["item"]]
        lines += [f"{labels[c]}:{row[c]}" for c in labels if c != "item" and row[c]]
        blocks.append("\n".join(lines))
    return draw.choice(["\n", "\n\n"]).join(blocks) + "\n"


def run_on(table: Truth, draw: Draw) -> str:
    """Print each item with all its labels on one line."""
    labels = _labelled(table, draw)
    space = draw.choice(["", " "])
    lines = []
    for row in table.rows:
        parts = [f"{row['code']}.{row['item']}"]
        parts += [f"{labels[c]}:{row[c]}" for c in labels if c != "item" and row[c]]
        lines.append(space.join(parts))
    return "\n".join(lines) + "\n"


TABLES: Mapping[str, Callable[[Truth, Draw], str]] = {
    "paragraphs": paragraphs,
    "bars": bars,
    "slid": slid,
    "spaced": spaced,
    "glued": glued,
}
BLOCKS: Mapping[str, Callable[[Truth, Draw], str]] = {
    "label_lines": label_lines,
    "under_items": under_items,
    "run_on": run_on,
}
