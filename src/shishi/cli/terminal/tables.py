"""Print a table that fits the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from shishi.cli.terminal.columns import GAP, Column, fit_columns
from shishi.cli.terminal.wrapping import cut_lines, wrap_text

Row = Mapping[str, tuple[str, str]]
"""One row of a screen table: column name → (text, style)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a table is on the screen: the names of its columns, and whether a text was cut."""

    columns: tuple[str, ...]
    cut: bool


def show_table(
    console: Console, columns: Sequence[Column], rows: Sequence[Row], *, lines: int | None = None
) -> Shown:
    """Print rows under their titles, ruled off where a row needs several lines.

    No column gets wider than its longest text. A text of more than `lines` lines ends in …, unless
    its column is to be shown whole.
    """
    fitted = fit_columns([_trimmed(column, rows) for column in columns], console.width)
    rule = "─" * (sum(size for _, size in fitted) + GAP * (len(fitted) - 1))
    titles = {column.name: (column.title, "bold") for column, _ in fitted}
    console.print(*_lay_row(fitted, titles, lines=None)[0], sep="\n", no_wrap=True, crop=False)
    console.print(Text(rule.replace("─", "━"), style="dim"))
    before, cut = 0, False
    for number, row in enumerate(rows):
        laid, cut_here = _lay_row(fitted, row, lines=lines)
        if number and max(before, len(laid)) > 1:
            console.print(Text(rule, style="dim"))
        for line in laid:
            console.print(line, no_wrap=True, crop=False, overflow="ignore")
        before, cut = len(laid), cut or cut_here
    return Shown(tuple(column.name for column, _ in fitted), cut)


def show_text(console: Console, text: str, *, style: str = "") -> None:
    """Print a text broken to the width of the window."""
    console.print(Text("\n".join(wrap_text(text, console.width)), style=style))


def _trimmed(column: Column, rows: Sequence[Row]) -> Column:
    texts = (part for row in rows for part in row.get(column.name, ("", ""))[0].split("\n"))
    need = max(map(cell_len, (column.title, *texts)))
    return replace(column, low=min(column.low, need), high=min(column.high, need))


def _lay_row(
    fitted: Sequence[tuple[Column, int]], row: Row, *, lines: int | None
) -> tuple[list[Text], bool]:
    """Lay a row out in screen lines; tell whether a text had to be cut."""
    cells, cut = [], False
    for column, size in fitted:
        text, style = row.get(column.name, ("", ""))
        wrapped = wrap_text(text, size)
        if lines is not None and not column.whole:
            cut = cut or len(wrapped) > lines
            wrapped = cut_lines(wrapped, size, most=lines)
        cells.append((wrapped, size, style))
    laid = []
    for index in range(max(len(wrapped) for wrapped, _, _ in cells)):
        line = Text()
        for wrapped, size, style in cells:
            printed = wrapped[index] if index < len(wrapped) else ""
            line.append(printed, style=style)
            line.append(" " * (size - cell_len(printed) + GAP))
        line.rstrip()
        laid.append(line)
    return laid, cut
