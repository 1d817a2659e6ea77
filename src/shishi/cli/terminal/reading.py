"""Show what the readers saw, and what every piece of it was taken for."""

from __future__ import annotations

from rich.console import Console

from shishi.cli.reading import part_lines, piece_rows
from shishi.cli.rows import head_lines
from shishi.cli.terminal.columns import Column
from shishi.cli.terminal.pages import LINES, show_findings, show_head
from shishi.cli.terminal.tables import show_table, show_text
from shishi.cli.words import word
from shishi.records import Role
from shishi.street import Walked

STYLES = {Role.FURNITURE: "dim", Role.HEADER: "bold", Role.TITLE: "bold"}


def show_reading(console: Console, walked: Walked, *, language: str, full: bool) -> None:
    """Show the parts of a document, then its pieces with their roles, then the findings."""
    show_head(console, [*head_lines(walked, language), *part_lines(walked, language)])
    columns = [
        Column("place", word("columns", "place", language), 12, 18, 2),
        Column("role", word("columns", "role", language), 18, 24),
        Column("text", word("columns", "text", language), 24, 160, 6),
    ]
    rows = [
        {"place": (where, "dim"), "role": (taken, ""), "text": (text, STYLES.get(role, ""))}
        for role, where, taken, text in piece_rows(walked, language)
    ]
    if rows and show_table(console, columns, rows, lines=None if full else LINES).cut:
        show_text(console, word("lines", "shortened", language), style="dim")
    console.print()
    show_findings(console, walked, language=language)
