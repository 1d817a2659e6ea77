"""What `shishi check` must name on the two seeds that break rules; the rows are read by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tests.acceptance.answers import Answer, field_of, order_of, orders_of
from tests.acceptance.gold.facts import LOST_NAMES, LOST_NUMBERS
from tests.acceptance.scores import Failure, Score, none_wanted


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing a check must find: its codes, exactly these rows, and the severity where it matters."""

    name: str
    codes: frozenset[str]
    rows: frozenset[int]
    severity: str = ""


CHECKS: Mapping[str, tuple[Wanted, ...]] = {
    "000": (
        Wanted(
            "status outside the page's words",
            frozenset({"status-not-in-vocabulary"}),
            frozenset({1, 12, 14, 15, 23, 24, 25, 29, 31, 32, 35}),
        ),
        Wanted("ahead, not explained", frozenset({"explanation-missing"}), frozenset({28})),
        Wanted(
            "surplus explanations",
            frozenset({"explanation-not-due"}),
            frozenset({2, 3, 6, 12, 15, 25, 31, 34}),
            "notes",
        ),
        Wanted("progress over 100", frozenset({"progress-lengths"}), frozenset({1, 8, 25, 33})),
        Wanted("progress from 120", frozenset({"progress-over-length"}), frozenset({8}), "notes"),
    ),
    "003": (
        Wanted(
            "progress copied from the goal",
            frozenset({"progress-copied"}),
            frozenset({18, 19, 26, 29, 30, 31}),
        ),
    ),
}
HIDDEN_QUANTITIES = {14: frozenset({"item"}), 32: frozenset({"item", "progress"})}
"""The damaged numbers that are quantities and not dates: left unread, so the cell is under doubt."""

DAMAGED_NAMES = frozenset({"damaged-name"})
DAMAGED_NUMBERS = frozenset({"damaged-number"})


def score_checks(seed: str, answer: Answer, *, extracted: Answer) -> list[tuple[str, Score]]:
    """Hold each wanted check against the findings of check, and the doubts against extract's.

    A row that is not named and a row too many both miss.
    """
    scores = [(wanted.name, score_check(wanted, answer)) for wanted in CHECKS.get(seed, ())]
    if seed == "000":
        named = score_damage(LOST_NAMES, answer, codes=DAMAGED_NAMES)
        numbered = score_damage(LOST_NUMBERS, answer, codes=DAMAGED_NUMBERS)
        scores += [("damaged names", named), ("damaged numbers", numbered)]
        scores.append(("hidden quantities under doubt", score_doubts(HIDDEN_QUANTITIES, extracted)))
    return scores


def check_failures(scores: Iterable[tuple[str, Score]]) -> list[Failure]:
    """Give the checks that missed anything."""
    return [
        failure for name, score in scores for failure in none_wanted(f"check {name}", score.misses)
    ]


def score_damage(
    lost: Mapping[int, frozenset[str]], answer: Answer, *, codes: Collection[str]
) -> Score:
    """Tally the damaged cells that a finding of damage names."""
    named = {
        (order_of(finding, answer.records), field_of(finding))
        for finding in answer.findings
        if finding["code"] in codes
    }
    score = Score()
    for order, fields in sorted(lost.items()):
        for field in sorted(fields):
            score.add((order, field) in named, f"row {order} {field} is not named")
    return score


def score_doubts(cells: Mapping[int, frozenset[str]], answer: Answer) -> Score:
    """Tally the cells that a finding about reading flags."""
    score = Score()
    for order, fields in sorted(cells.items()):
        for field in sorted(fields):
            score.add((order, field) in answer.doubted, f"row {order} {field} is not doubted")
    return score


def score_check(wanted: Wanted, answer: Answer) -> Score:
    """Tally the rows a check must name; a row it names beside them is a miss."""
    score = Score()
    severities = {
        order: finding["severity"]
        for finding in answer.findings
        if finding["code"] in wanted.codes
        for order in orders_of(finding, answer.records)
    }
    for row in sorted(wanted.rows):
        is_right = row in severities and wanted.severity in ("", severities[row])
        score.add(is_right, f"row {row}: {severities.get(row, 'not named')}")
    for other in sorted(set(severities) - wanted.rows, key=str):
        score.add(False, f"row {other} is named, wrongly")
    return score
