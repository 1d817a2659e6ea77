"""Walk one file down the street, as far as the command asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shishi.assessment.assessment import Assessment
    from shishi.findings import Finding
    from shishi.measures.measure import Measured
    from shishi.readers.document import Document
    from shishi.records import Page
    from shishi.rulebook import Rulebook


class Stop(IntEnum):
    """Where a command leaves the street."""

    EXTRACT = 1
    CHECK = 2
    ASSESS = 3


@dataclass(frozen=True, slots=True)
class Walked:
    """What one file became; `name` is as the person gave it, `stop` how far it went.

    `matched` holds the words of the page that chose the rulebook; it is None where a person named
    the rulebook, and empty where no district's words stand in the page.
    """

    name: str
    stop: Stop
    document: Document
    page: Page
    rulebook: Rulebook
    matched: tuple[str, ...] | None
    measured: Mapping[int, Measured]
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...] | None = None
    on: date | None = None


def walk_file(name: str, *, stop: Stop, rulebook: str | None, on: date | None = None) -> Walked:
    """Read, extract and measure a file ("-" is standard input), then check and assess if asked.

    Raises UnreadableSource and RulebookError. `on` is needed to assess. Findings come in the order
    of the street: reading, rules, assessment.
    """
    from shishi.layouts import extract
    from shishi.rulebook import choose_rulebook, load_rulebook

    document = _read(name)
    printed = printed_text(document)
    rules = load_rulebook(rulebook) if rulebook else choose_rulebook(printed)
    matched = None if rulebook else tuple(word for word in rules.recognize if word in printed)
    page = extract(document, rulebook=rules)
    measured = _measure(page)
    findings = page.findings
    if stop >= Stop.CHECK:
        from shishi.rules import check

        findings += check(page, measured, rulebook=rules)
    walked = Walked(name, stop, document, page, rules, matched, measured, findings)
    return _assess(walked, on) if stop is Stop.ASSESS and on else walked


def _read(name: str) -> Document:
    from shishi.readers import read, read_file
    from shishi.readers.guard import MOST_BYTES

    if name == "-":
        import sys

        return read(sys.stdin.buffer.read(MOST_BYTES + 1), "-")
    return read_file(name)


def _measure(page: Page) -> dict[int, Measured]:
    """Measure every record; a row that continues another's goal leaves that goal to the other."""
    from shishi.measures import measure

    period = page.report or page.plan
    year = period.year if period else None
    by_order = {record.order: record for record in page.records}
    return {
        order: measure(record, year=year, shared=by_order.get(record.shares_item_with or 0))
        for order, record in by_order.items()
    }


def _assess(walked: Walked, on: date) -> Walked:
    from dataclasses import replace

    from shishi.assessment import assess, find_mismatches

    page, rules = walked.page, walked.rulebook
    assessments = assess(page, walked.measured, rulebook=rules, on=on)
    mismatches = find_mismatches(page, assessments, rulebook=rules)
    return replace(walked, assessments=assessments, findings=walked.findings + mismatches, on=on)


def printed_text(document: Document) -> str:
    """Join everything a document prints, labels included, a piece a line."""
    from shishi.readers.document import Grid

    lines = [value for _, value in document.labels]
    for part in document.parts:
        if isinstance(part, Grid):
            lines += [part.caption.value] if part.caption else []
            lines += [cell.text.value for cell in part.cells]
        else:
            lines += [paragraph.text.value for paragraph in part.paragraphs]
    return "\n".join(lines)
