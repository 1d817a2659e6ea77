from __future__ import annotations

import pytest

from shishi.assessment import Status
from tests.assessment.expectation import differences, load_rows


def as_expected(seed: str) -> list[dict[str, object]]:
    return [
        {
            "order": row["order"],
            "status": row["status"],
            "reasons": [{"code": code} for code in (*row["reasons"], "goal-for-report")],
        }
        for row in load_rows(seed).values()
    ]


@pytest.mark.parametrize(("seed", "rows"), [("000", 35), ("003", 41)])
def test_expectation_has_every_row_with_a_known_status_and_reasons(seed: str, rows: int) -> None:
    expected = load_rows(seed)

    assert list(expected) == list(range(1, rows + 1))
    assert {row["status"] for row in expected.values()} <= set(Status)
    assert all(row["reasons"] for row in expected.values())


def test_expectation_of_the_second_page_has_exactly_six_rows_behind() -> None:
    behind = [order for order, row in load_rows("003").items() if row["status"] == "behind"]

    assert behind == [4, 5, 6, 7, 22, 25]


def test_differences_of_what_was_expected_are_none() -> None:
    assert differences("000", as_expected("000")) == []


def test_differences_name_status_reason_missing_and_surplus_rows() -> None:
    rows = as_expected("003")
    rows[1]["status"] = "behind"
    rows[2]["reasons"] = []
    del rows[40]
    rows.append({"order": 42, "status": "done", "reasons": []})

    assert differences("003", rows) == [
        "row 42: not expected",
        "row 2: behind, expected on_schedule",
        "row 3: without the reasons basis-differs",
        "row 41: no assessment, expected ahead",
    ]
