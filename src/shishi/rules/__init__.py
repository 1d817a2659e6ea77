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
    as_of_outside_period,
    closed_before_reported,
    closed_item_reported,
    counts_otherwise,
    cumulative_fell,
    damaged_name,
    damaged_number,
    damaged_text,
    explanation_incomplete,
    explanation_missing,
    explanation_not_due,
    goal_easier_than_line,
    goal_missing,
    group_not_expanded,
    index_number_unsound,
    lead_also_supports,
    lead_unit_missing,
    lead_unit_unknown,
    mark_without_closing,
    name_in_other_script,
    not_in_previous,
    notice_dates_contradict,
    notice_printed_differently,
    over_fulfilled,
    parts_do_not_add_up,
    percent_against_numbers,
    personal_data,
    previous_not_earlier,
    progress_copied,
    progress_jump,
    progress_lengths,
    progress_over_length,
    progress_repeated,
    progress_without_fact,
    same_promise_agrees,
    same_promise_other_numbers,
    status_not_in_vocabulary,
    steep_tail,
    support_unit_unknown,
    target_changed,
    wide_digits,
)
from shishi.rules.beside import Beside
from shishi.rules.subject import Subject, build_subject
from shishi.rules.waivers import waive

__all__ = ["OF_READING", "OF_UNITS", "RULES", "check"]

RULES: Mapping[str, Callable[[Subject], Iterator[Finding]]] = {
    rule.CODE: rule.check
    for rule in (
        notice_dates_contradict,
        notice_printed_differently,
        index_number_unsound,
        previous_not_earlier,
        not_in_previous,
        personal_data,
        progress_lengths,
        group_not_expanded,
        lead_unit_missing,
        lead_unit_unknown,
        support_unit_unknown,
        lead_also_supports,
        damaged_name,
        damaged_number,
        damaged_text,
        name_in_other_script,
        wide_digits,
        same_promise_other_numbers,
        same_promise_agrees,
        target_changed,
        goal_missing,
        goal_easier_than_line,
        steep_tail,
        closed_item_reported,
        closed_before_reported,
        mark_without_closing,
        progress_copied,
        progress_repeated,
        progress_without_fact,
        progress_over_length,
        as_of_outside_period,
        percent_against_numbers,
        parts_do_not_add_up,
        over_fulfilled,
        counts_otherwise,
        cumulative_fell,
        progress_jump,
        status_not_in_vocabulary,
        explanation_missing,
        explanation_incomplete,
        explanation_not_due,
    )
}
"""Every rule by its code, in the order in which its findings about one record are told."""

OF_READING = frozenset({damaged_number.CODE})
"""The rules whose findings may be doubts of our reading: a number that was left unread."""

OF_UNITS = frozenset(
    rule.CODE
    for rule in (lead_unit_unknown, support_unit_unknown, damaged_name, name_in_other_script)
)
"""The rules that hold the names of units against a register."""


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
    only: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Check a page against its own printed rules, the district's rulebook and common sense.

    `measured` has an entry a record, by its order; a record without one is checked without numbers.
    `previous` are earlier pages of the same list, in any order; `goals` pages of it that hold the goals
    of other periods; `against` another plan that may promise the same; `register` the units that exist,
    where the rulebook does not know them. `waivers` let findings pass until a day and need `on`, the day
    of the check. A rule with a validity is asked by the period of the page, or else by `on`; with
    `only` no rule is asked but those of these codes.

    Gives findings about the content (and about numbers left unread), in page order: first those about
    the page, then by record. A waived finding stays among them; an expired waiver is one more.
    """
    if waivers and on is None:
        raise ValueError(
            "on must be given with waivers: whether one still holds depends on the day"
        )
    beside = Beside(tuple(previous), tuple(goals), against, register)
    subject = build_subject(page, measured, rulebook=rulebook, beside=beside)
    found: list[Finding] = []
    for code, run in RULES.items():
        row = rulebook.rules[code]
        if (only is None or code in only) and row.holds(_day_of(page) or on):
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
