"""Hold the assessments against our hand-made expectation, kept in tests/cases/assessment/seeds.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.acceptance.scores import Failure, Score, none_wanted
from tests.assessment.expectation import CASES, differences

BEHIND = frozenset({4, 5, 6, 7, 22, 25})
"""Seed 003: the rows that stand behind their month's goal, read by hand."""


def load_days() -> Mapping[str, str]:
    """Load the day on which each seed with an expectation is judged."""
    expected = json.loads(CASES.read_text(encoding="utf-8"))
    return {seed: page["on"] for seed, page in expected.items()}


def assessment_lines(seed: str, page: dict[str, Any]) -> tuple[Score, list[str]]:
    """Tally rows that have an assessment with a reason, and list what differs from expectation."""
    assessments = page.get("assessments") or []
    reasoned = {a["order"] for a in assessments if a.get("reasons")}
    score = Score()
    for record in page["records"]:
        order = record["order"]
        score.add(order in reasoned, f"row {order} has neither assessment nor reason")
    wrong = list(differences(seed, assessments))
    if seed == "003":
        behind = {a["order"] for a in assessments if a["status"] == "behind"}
        wrong += [f"row {order}: behind or not, wrongly" for order in sorted(behind ^ BEHIND)]
    return score, wrong


def assessment_failures(score: Score, wrong: list[str]) -> list[Failure]:
    """Give the failures of missing and of differing assessments."""
    missing = none_wanted("rows without assessment or reason", score.misses)
    return missing + none_wanted("assessments unlike the hand-made ones", wrong)
