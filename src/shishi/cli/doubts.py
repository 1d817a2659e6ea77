"""Where findings belong on the page, and how a screen says them."""

from __future__ import annotations

import re

from shishi.cli.rows import one_line
from shishi.cli.words import sentence, word
from shishi.findings import About, Finding, Severity
from shishi.places import Place
from shishi.records import Page
from shishi.street import Walked
from shishi.writers.exchange import say_finding

SHAPES = {Severity.BLOCKS: "■", Severity.ASKS: "▲", Severity.NOTES: "○"}
"""A shape a severity, so that nobody depends on colours."""

WAIVED = "◇"
"""The shape of a finding that somebody lets pass."""


def doubtful_fields(walked: Walked) -> dict[int, set[str]]:
    """Tell which fields of which records a finding about reading doubts: order → field names."""
    doubts: dict[int, set[str]] = {}
    for finding in walked.findings:
        if finding.about is About.READING and finding.severity is not Severity.NOTES:
            for order in _doubted_orders(walked.page, finding):
                doubts.setdefault(order, set()).add(finding.place.field)
    return doubts


def _doubted_orders(page: Page, finding: Finding) -> list[int]:
    """Tell whose cells a finding doubts: one record's, or those that it names of a column."""
    order = record_order(page, finding)
    orders = finding.facts.get("orders") if order is None and finding.place.field else [order]
    return [one for one in orders if isinstance(one, int)] if isinstance(orders, list) else []


def gravest_by_order(walked: Walked) -> dict[int, Severity]:
    """Tell the gravest severity that any finding gives to a record: order → severity."""
    gravest: dict[int, Severity] = {}
    rank = list(Severity)
    for finding in walked.findings:
        order = record_order(walked.page, finding)
        if order is not None and not finding.waived:
            known = gravest.get(order, finding.severity)
            gravest[order] = min(known, finding.severity, key=rank.index)
    return gravest


def record_order(page: Page, finding: Finding) -> int | None:
    """Tell which record a finding is about, by its facts or by its place; None when about none."""
    order = finding.facts.get("order")
    if isinstance(order, int):
        return order
    spot = (finding.place.part, finding.place.row)
    rows = (r.order for r in page.records if (r.place.part, r.place.row) == spot)
    return next(rows, None) if finding.place.row is not None else None


def place_words(place: Place, *, order: int | None, language: str) -> str:
    """Say where a finding stands: 第6条 · 进度状态.

    >>> place_words(Place(row=8, field="status"), order=6, language="zh")
    '第6条 · 进度状态'
    >>> place_words(Place(line=12), order=None, language="en")
    'line 12'
    """
    words = []
    if order is not None:
        words.append(sentence("places", "record", language, order=order))
    elif place.row is not None:
        words.append(sentence("places", "row", language, row=place.row))
    elif place.line is not None:
        words.append(sentence("places", "line", language, line=place.line))
    if place.field:
        words.append(word("fields", place.field, language))
    elif place.column is not None and order is None:
        words.append(sentence("places", "column", language, column=place.column))
    return " · ".join(words) or word("places", "whole", language)


def finding_rows(walked: Walked, language: str) -> list[tuple[Finding, str, str, str, str]]:
    """Put findings into words: (finding, place, severity, about, message).

    Those about the whole page come first, the others in the order of the records.
    """
    rows = []
    for finding in walked.findings:
        order = record_order(walked.page, finding)
        where = place_words(finding.place, order=order, language=language)
        grave = severity_words(finding, language)
        about = word("abouts", finding.about.value, language)
        said = _without_place(one_line(say_finding(finding, language)), order, language)
        said += waiver_words(finding, language)
        rows.append((order or 0, (finding, where, grave, about, said)))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def severity_words(finding: Finding, language: str) -> str:
    """Say what a finding asks for, as shape and word; a waived one asks for nothing any more."""
    if finding.waived:
        return f"{WAIVED} {word('severities', 'waived', language)}"
    return f"{SHAPES[finding.severity]} {word('severities', finding.severity.value, language)}"


def waiver_words(finding: Finding, language: str) -> str:
    """Say who lets a finding pass, why, and until when; "" where nobody does."""
    if finding.waived is None:
        return ""
    waiver = finding.waived
    facts = {"who": waiver.who, "why": waiver.why, "until": waiver.until.isoformat()}
    return sentence("lines", "waived", language, **facts)


def _without_place(said: str, order: int | None, language: str) -> str:
    """Take the words that name the record off a message; the column before it says them already."""
    record = re.escape(sentence("places", "record", language, order=order))
    rest = re.sub(f"^{record}[:：] ?", "", said, flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:]
