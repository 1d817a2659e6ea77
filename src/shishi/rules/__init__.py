"""Rules: what a careful official would query in a page, as findings about its content.

One file a rule: its authority, its CODE, its SEVERITY and check(subject). The rulebook switches a rule
on or off and may change what it asks for; docs/rules.md says what the person should do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from shishi.findings import Finding, Severity
from shishi.measures.measure import Measured
from shishi.records import Page
from shishi.rulebook import Rulebook
from shishi.rules import (
    closed_item_reported,
    damaged_name,
    damaged_number,
    damaged_text,
    explanation_incomplete,
    explanation_missing,
    explanation_not_due,
    lead_also_supports,
    lead_unit_missing,
    percent_against_numbers,
    progress_copied,
    progress_lengths,
    progress_over_length,
    status_not_in_vocabulary,
)
from shishi.rules.subject import Subject, build_subject

__all__ = ["RULES", "check"]

RULES: Mapping[str, Callable[[Subject], Iterator[Finding]]] = {
    rule.CODE: rule.check
    for rule in (
        progress_lengths,
        lead_unit_missing,
        lead_also_supports,
        damaged_name,
        damaged_number,
        damaged_text,
        closed_item_reported,
        progress_copied,
        progress_over_length,
        percent_against_numbers,
        status_not_in_vocabulary,
        explanation_missing,
        explanation_incomplete,
        explanation_not_due,
    )
}
"""Every rule by its code, in the order in which its findings about one record are told."""


def check(
    page: Page, measured: Mapping[int, Measured], *, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Check a page against its own printed rules, the district's rulebook and common sense.

    `measured` has an entry a record, by its order; a record without one is checked without numbers.
    Gives findings about the content (and about numbers left unread), in page order: first those about the page, then by record.
    """
    subject = build_subject(page, measured, rulebook=rulebook)
    found: list[Finding] = []
    for code, run in RULES.items():
        row = rulebook.rules[code]
        if row.on:
            found += [replace(f, severity=Severity(row.severity)) for f in run(subject)]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> int:
    order = finding.facts.get("order")
    return order if isinstance(order, int) else 0
