"""Print what came of the run: one table a seed, then the checks, then the bars that were missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from tests.acceptance.cells import CellScores
from tests.acceptance.pairing import NumberScores
from tests.acceptance.scores import Failure, Score, percent

SHOWN = 8
"""How many lines of one failure are printed."""


def seed_table(
    name: str,
    cells: CellScores,
    numbers: NumberScores,
    *,
    around: Score,
    whole: Score,
    lost: Sequence[str],
) -> Table:
    """Lay out the scores of one seed."""
    table = Table(title=f"seed {name}", title_justify="left", show_edge=False, pad_edge=False)
    for heading in ("what", "right", "of", "rate"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    _add(table, "rows", cells.rows)
    for field, score in cells.fields.items():
        _add(table, field, score)
    _add(table, "notice, period, rules", around)
    _add(table, "cells of whole lines", whole)
    _add(table, "quantities, precision", numbers.precision)
    _add(table, "quantities, recall", numbers.recall)
    _add(table, "kinds of quantities", numbers.kinds)
    _add(table, "spans", numbers.spans)
    if numbers.steps.total:
        _add(table, "dated steps", numbers.steps)
    _add(table, "rightly read cells free of doubt", cells.doubted)
    table.add_row("damaged cells under doubt", str(len(cells.damaged)), "", "")
    _count(table, "wrong and unflagged cells", cells.silent)
    _count(table, "wrong and unflagged numbers", numbers.silent)
    _count(table, "source characters lost or made up", lost)
    return table


def tally_table(title: str, scores: Iterable[tuple[str, Score]]) -> Table:
    """Lay out named tallies under one title."""
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    for heading in ("what", "right", "of", "rate"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for name, score in scores:
        _add(table, name, score)
    return table


def print_failures(console: Console, failures: Iterable[tuple[str, Failure]]) -> None:
    """Print each missed bar with the first lines of why."""
    for where, failure in failures:
        console.print(f"FAILS  {where}: {failure.bar}", style="bold red", markup=False)
        for line in failure.lines[:SHOWN]:
            console.print(f"         {line}", markup=False, highlight=False)
        if len(failure.lines) > SHOWN:
            console.print(f"         … and {len(failure.lines) - SHOWN} more", markup=False)


def _add(table: Table, name: str, score: Score) -> None:
    style = "" if score.right == score.total else "yellow"
    table.add_row(name, str(score.right), str(score.total), percent(score.rate), style=style)


def _count(table: Table, name: str, lines: Sequence[str]) -> None:
    table.add_row(name, str(len(lines)), "", "", style="yellow" if lines else "")
