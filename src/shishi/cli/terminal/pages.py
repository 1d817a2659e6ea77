"""Show a page in a terminal: tables that fit the window, Chinese text broken as a printer would."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console

from shishi.assessment.assessment import Assessment, Status
from shishi.cli.doubts import SHAPES, doubtful_fields, finding_rows, gravest_by_order
from shishi.cli.rows import (
    by_order,
    cell_text,
    change_words,
    head_lines,
    outlook_words,
    printed_fields,
    reason_words,
    summary_line,
)
from shishi.cli.terminal.columns import Column
from shishi.cli.terminal.tables import Row, show_table, show_text
from shishi.cli.words import listed, sentence, word
from shishi.findings import Severity
from shishi.records import Field
from shishi.street import Walked

LINES = 4
"""Lines that a long text may take in a row before it is shortened."""

STYLES = {Severity.BLOCKS: "bold red", Severity.ASKS: "yellow", Severity.NOTES: "cyan"}

COMPUTED = {
    Status.BEHIND: "bold red",
    Status.PARTLY_BEHIND: "red",
    Status.SUSPENDED: "yellow",
    Status.NOT_JUDGED: "dim",
}
"""Styles of the computed statuses that somebody must look at; all others are plain."""

BOUNDS = {
    # field: (low, high, share, rank)
    Field.CODE: (4, 8, 1, 2),
    Field.THEME: (8, 14, 1, 4),
    Field.ITEM: (26, 90, 4, 0),
    Field.LEADERS: (8, 12, 1, 9),
    Field.LEAD_UNITS: (12, 22, 2, 1),
    Field.SUPPORT_UNITS: (12, 24, 2, 10),
    Field.LEVELS: (4, 8, 1, 8),
    Field.INVESTMENT: (10, 14, 1, 5),
    Field.GOAL: (22, 70, 3, 7),
    Field.PROGRESS: (22, 70, 3, 6),
    Field.PERCENT: (6, 8, 1, 5),
    Field.STATUS: (8, 12, 1, 0),
    Field.EXPLANATION: (20, 50, 2, 11),
    Field.REMARK: (12, 30, 1, 12),
}


def show_page(console: Console, walked: Walked, *, language: str, full: bool) -> None:
    """Show the records of a page (or their assessments), then the findings, then the counts."""
    show_head(console, head_lines(walked, language))
    if walked.page.records:
        lines = None if full else LINES
        if walked.assessments is None:
            shortened = _show_records(console, walked, language=language, lines=lines)
        else:
            shortened = _show_assessments(console, walked, language=language, lines=lines)
        if shortened:
            show_text(console, word("lines", "shortened", language), style="dim")
        console.print()
    show_findings(console, walked, language=language)


def show_findings(console: Console, walked: Walked, *, language: str) -> None:
    """Show the findings of a page as a table, gravity as word and shape, and the counts below."""
    columns = [
        Column("place", word("columns", "place", language), 18, 26, 8),
        Column("severity", word("columns", "severity", language), 10, 10),
        Column("about", word("columns", "about", language), 7 if language == "en" else 4, 7),
        Column("message", word("columns", "message", language), 18, 200, 6),
    ]
    rows: list[Row] = [
        {
            "place": (where, ""),
            "severity": (grave, "dim" if finding.waived else STYLES[finding.severity]),
            "about": (about, "dim"),
            "message": (said, ""),
        }
        for finding, where, grave, about, said in finding_rows(walked, language)
    ]
    if rows:
        show_table(console, columns, rows)
        console.print()
    show_text(console, summary_line(walked, language), style="bold")
    console.print()


def show_head(console: Console, lines: Sequence[str]) -> None:
    """Show what a page is: its title bold, the rest quiet."""
    title, *others = lines
    console.print()
    if title:
        show_text(console, title, style="bold")
    for line in others:
        show_text(console, line, style="dim")
    console.print()


def _show_records(console: Console, walked: Walked, *, language: str, lines: int | None) -> bool:
    fields = printed_fields(walked.page)
    columns = [_order_column(walked, language), *_section_column(walked, language)]
    columns += [_field_column(name, language) for name in fields]
    doubts, gravest = doubtful_fields(walked), gravest_by_order(walked)
    rows, theme = [], ""
    for record in walked.page.records:
        row = {"order": _marked_order(record.order, gravest.get(record.order))}
        row["section"] = (str(record.section), "")
        for name in fields:
            text, style = cell_text(record, name), ""
            if name in doubts.get(record.order, ()):
                text, style = f"{SHAPES[Severity.ASKS]} {text}".rstrip(), STYLES[Severity.ASKS]
            elif name is Field.THEME and text == theme:
                text = ""
            row[name] = (text, style)
        theme = cell_text(record, Field.THEME)
        rows.append(row)
    shown = show_table(console, columns, rows, lines=lines)
    unseen = [word("fields", name.value, language) for name in fields if name not in shown.columns]
    if unseen:
        said = sentence("lines", "unseen", language, fields=listed(unseen, language))
        show_text(console, said, style="dim")
    return shown.cut


def _show_assessments(
    console: Console, walked: Walked, *, language: str, lines: int | None
) -> bool:
    columns = [
        _order_column(walked, language),
        Column("item", word("fields", "item", language), 16, 60, 2),
        Column("claimed", word("columns", "claimed", language), 8, 12),
        Column("computed", word("columns", "computed", language), 8, 12),
        Column("reasons", word("columns", "reasons", language), 20, 120, 3, whole=True),
    ]
    found, gravest = by_order(walked.assessments or ()), gravest_by_order(walked)
    if not any(assessment.claimed for assessment in found.values()):
        columns = [column for column in columns if column.name != "claimed"]
    rows = []
    for record in walked.page.records:
        row = {"order": _marked_order(record.order, gravest.get(record.order))}
        row["item"] = (cell_text(record, Field.ITEM), "")
        if record.order in found:
            changes = change_words(walked, record.order, language)
            row |= _assessment_cells(found[record.order], changes, language)
        rows.append(row)
    shown = show_table(console, columns, rows, lines=lines)
    for line in change_words(walked, None, language):
        show_text(console, line, style="dim")
    return shown.cut


def _assessment_cells(
    assessment: Assessment, changes: Sequence[str], language: str
) -> dict[str, tuple[str, str]]:
    """Give the cells of an assessment: its reasons, then the outlook, then what changed."""
    outlook = outlook_words(assessment, language)
    reasons = [*reason_words(assessment, language), *outlook, *changes]
    dot = "· " if len(reasons) > 1 else ""
    return {
        "claimed": (assessment.claimed, ""),
        "computed": (assessment.word, COMPUTED.get(assessment.status, "")),
        "reasons": ("\n".join(dot + reason for reason in reasons), ""),
    }


def _order_column(walked: Walked, language: str) -> Column:
    digits = len(str(len(walked.page.records)))
    size = max(2 + digits, cell_len(word("fields", "order", language)))
    return Column("order", word("fields", "order", language), size, size)


def _section_column(walked: Walked, language: str) -> list[Column]:
    if len({record.section for record in walked.page.records}) < 2:
        return []
    title = word("fields", "section", language)
    return [Column("section", title, cell_len(title), cell_len(title), rank=3)]


def _field_column(name: Field, language: str) -> Column:
    low, high, share, rank = BOUNDS[name]
    return Column(name, word("fields", name.value, language), low, high, share, rank)


def _marked_order(order: int, gravest: Severity | None) -> tuple[str, str]:
    if gravest is None or gravest is Severity.NOTES:
        return f"  {order}", ""
    return f"{SHAPES[gravest]} {order}", STYLES[gravest]
