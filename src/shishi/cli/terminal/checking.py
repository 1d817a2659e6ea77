"""Show what a check found, item by item: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from shishi.cli.doubts import finding_rows, place_words, record_order
from shishi.cli.rows import cell_text, head_lines, summary_line
from shishi.cli.terminal.pages import STYLES, show_head
from shishi.cli.terminal.tables import show_text
from shishi.cli.terminal.wrapping import cut_lines, wrap_text
from shishi.cli.words import sentence, word
from shishi.findings import About, Finding
from shishi.records import Field
from shishi.street import Walked

_INDENT = "  "
_NARROWEST = 20


def show_check(console: Console, walked: Walked, *, language: str) -> None:
    """Show what a page is, its findings under the item they are about, and the counts.

    Those about the whole page come first. A finding has its gravity as shape and word in front, and
    its lines hang below one another.
    """
    show_head(console, head_lines(walked, language))
    rows = [(row[0], row[2], row[4]) for row in finding_rows(walked, language)]
    for order, found in groupby(rows, lambda row: record_order(walked.page, row[0]) or 0):
        _show_item(console, _title(walked, order, language), found, language=language)
    show_text(console, summary_line(walked, language), style="bold")
    console.print()


def _title(walked: Walked, order: int, language: str) -> str:
    """Name an item by its place, its words and the unit that leads it."""
    record = next((r for r in walked.page.records if r.order == order), None)
    if record is None:
        return word("places", "whole", language)
    named = [sentence("places", "record", language, order=order)]
    named += [cell_text(record, name) for name in (Field.ITEM, Field.LEAD_UNITS)]
    return " · ".join(filter(None, named))


def _show_item(
    console: Console, title: str, rows: Iterable[tuple[Finding, str, str]], *, language: str
) -> None:
    lines = cut_lines(wrap_text(title, console.width), console.width, most=1)
    console.print(Text(lines[0], style="bold"), no_wrap=True, crop=False)
    for finding, grave, said in rows:
        _show_finding(console, finding, (grave, said), language=language)
    console.print()


def _show_finding(
    console: Console, finding: Finding, words: tuple[str, str], *, language: str
) -> None:
    grave, said = words
    front = f"{_INDENT}{grave}{_INDENT}"
    label = _label(finding, language)
    if label and not said.casefold().startswith(label.casefold()):
        said = sentence("lines", "labelled", language, label=label, said=said)
    room = max(_NARROWEST, console.width - cell_len(front))
    style = "dim" if finding.waived else STYLES[finding.severity]
    for number, line in enumerate(wrap_text(said, room)):
        lead = Text(front, style=style) if not number else Text(" " * cell_len(front))
        console.print(lead.append(line, style=""), no_wrap=True, crop=False)


def _label(finding: Finding, language: str) -> str:
    """Say which cell a finding is about, and whether it is our reading that is in doubt."""
    place = finding.place
    cell = word("fields", place.field, language) if place.field else ""
    if not cell and place.line is not None:
        cell = place_words(place, order=None, language=language)
    doubt = word("abouts", "reading", language) if finding.about is About.READING else ""
    return " · ".join(filter(None, (cell, doubt)))
