from __future__ import annotations

from typing import Any

import pytest

from tests.acceptance.checks import Wanted, check_failures, score_check, score_damage, score_doubts
from tests.acceptance_tests.invented import doubt, doubting

WANTED = Wanted("surplus", frozenset({"surplus"}), frozenset({1, 3}), "notes")


def surplus(order: int, severity: str = "notes") -> dict[str, Any]:
    return doubt(order, "explanation", code="surplus", about="content", severity=severity)


def test_check_that_names_exactly_the_rows_misses_nothing() -> None:
    assert score_check(WANTED, doubting(surplus(1), surplus(3))).misses == []


@pytest.mark.parametrize(
    ("findings", "misses"),
    [
        ([surplus(1)], ["row 3: not named"]),
        ([surplus(1), surplus(3), surplus(2)], ["row 2 is named, wrongly"]),
        ([surplus(1), surplus(3, "asks")], ["row 3: asks"]),
    ],
)
def test_check_that_names_other_rows_fails(
    findings: list[dict[str, Any]], misses: list[str]
) -> None:
    score = score_check(WANTED, doubting(*findings))

    assert score.misses == misses
    assert len(check_failures([("surplus", score)])) == 1


def test_damage_must_be_named_cell_by_cell() -> None:
    lost = {1: frozenset({"lead_units"}), 2: frozenset({"item", "progress"})}
    named = [doubt(1, "lead_units", code="name-damaged"), doubt(2, "item", code="name-damaged")]

    assert score_damage(lost, doubting(*named), codes={"name-damaged"}).misses == [
        "row 2 progress is not named"
    ]
    assert score_damage(lost, doubting(*named), codes={"other"}).right == 0
    assert score_doubts(lost, doubting(*named)).misses == ["row 2 progress is not doubted"]


def test_finding_that_speaks_of_the_whole_page_names_all_its_rows() -> None:
    page_wide = surplus(1) | {"place": {"part": "table 1"}, "facts": {"orders": [1, 3]}}

    assert score_check(WANTED, doubting(page_wide)).misses == []
