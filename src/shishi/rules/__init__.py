"""Rules: what a careful official would query in a page, as findings about its content.

One file a rule: its authority, its CODE, its SEVERITY and check(subject). The rulebook switches a rule
on or off and may change what it asks for; docs/rules.md says what the person should do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from shishi.findings import Finding, Severity, Waiver
from shishi.matching import Companion
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
from shishi.rules.beside import Beside, sort_newest_first
from shishi.rules.subject import Subject, build_subject
from shishi.rules.waivers import waive

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
    page: Page,
    measured: Mapping[int, Measured],
    *,
    rulebook: Rulebook,
    previous: Sequence[Companion] = (),
    goals: Sequence[Companion] = (),
    against: Companion | None = None,
    register: Collection[str] = (),
    waivers: Sequence[Waiver] = (),
    on: date | None = None,
) -> tuple[Finding, ...]:
    """Check a page against its own printed rules, the district's rulebook and common sense.

    `measured` has an entry a record, by its order; a record without one is checked without numbers.
    `previous` are earlier pages of the same list, in any order; `goals` pages of it that hold the goals
    of other periods; `against` another plan that may promise the same; `register` the units that exist,
    where the rulebook does not know them. `waivers` let findings pass until a day and need `on`, the day
    of the check. A rule with a validity is asked by the period of the page, or else by `on`.

    Gives findings about the content (and about numbers left unread), in page order: first those about
    the page, then by record. A waived finding stays among them; an expired waiver is one more.
    """
    if waivers and on is None:
        raise ValueError(
            "on must be given with waivers: whether one still holds depends on the day"
        )
    beside = Beside(sort_newest_first(previous), tuple(goals), against, register)
    subject = build_subject(page, measured, rulebook=rulebook, beside=beside)
    found: list[Finding] = []
    for code, run in RULES.items():
        row = rulebook.rules[code]
        if row.holds(_day_of(page) or on):
            found += [replace(f, severity=Severity(row.severity)) for f in run(subject)]
    if on is not None:
        found = waive(found, waivers, page, on=on)
    return tuple(sorted(found, key=_order))


def _day_of(page: Page) -> date | None:
    """The day whose rules a page is held to: a table of last year is judged by last year's."""
    period = page.report or page.plan
    return period.end if period else None


def _order(finding: Finding) -> int:
    order = finding.facts.get("order")
    return order if isinstance(order, int) else 0
