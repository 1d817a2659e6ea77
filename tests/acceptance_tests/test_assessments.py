from __future__ import annotations

from typing import Any

from tests.acceptance.assessments import assessment_failures, assessment_lines
from tests.assessment.expectation import load_rows


def page(**first: Any) -> dict[str, Any]:
    """Give a page that is judged as a person judged it, with `first` put over its first row."""
    assessments = [
        {"order": order, "status": row["status"], "reasons": [{"code": c} for c in row["reasons"]]}
        for order, row in load_rows("003").items()
    ]
    assessments[0] |= first
    return {"records": [{"order": a["order"]} for a in assessments], "assessments": assessments}


def bars(given: dict[str, Any]) -> int:
    return len(assessment_failures(*assessment_lines("003", given)))


def test_page_judged_as_by_hand_misses_nothing() -> None:
    assert bars(page()) == 0


def test_row_that_is_wrongly_behind_is_named_twice() -> None:
    _, wrong = assessment_lines("003", page(status="behind"))

    assert wrong[1] == "row 1: behind or not, wrongly"
    assert wrong[0].startswith("row 1: behind, expected")


def test_row_without_a_reason_misses_both_bars() -> None:
    assert bars(page(reasons=[])) == 2


def test_row_without_an_assessment_misses_both_bars() -> None:
    given = page()
    given["assessments"] = given["assessments"][1:]

    assert bars(given) == 2
