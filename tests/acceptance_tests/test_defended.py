from __future__ import annotations

import json

import pytest

from shishi.rules import RULES
from tests.acceptance.defended import LIST, count_defended, load_defended, score_defended
from tests.acceptance_tests.invented import doubt, doubting

ENTRY = {"code": "parts", "cells": {"1 item": 2, "1,3 progress": 1}, "why": "They do not add up."}
WANTED = count_defended([ENTRY])


def parts(order: int, field: str) -> dict[str, object]:
    return doubt(order, field, code="parts", about="content")


WHOLE = parts(1, "progress") | {"facts": {"orders": [1, 3]}}


def test_check_that_finds_exactly_what_is_defended_misses_nothing() -> None:
    found = doubting(parts(1, "item"), parts(1, "item"), WHOLE)

    assert score_defended(WANTED, found).misses == []


@pytest.mark.parametrize(
    ("found", "misses"),
    [
        ([parts(1, "item"), WHOLE], ["parts 1 item is not named"]),
        (
            [parts(1, "item"), parts(1, "item"), WHOLE, parts(2, "goal")],
            ["parts 2 goal is named and not defended"],
        ),
        (
            [parts(1, "item"), parts(1, "item"), parts(1, "item"), WHOLE],
            ["parts 1 item is named and not defended"],
        ),
    ],
)
def test_finding_that_lacks_or_is_too_many_misses(found: list[object], misses: list[str]) -> None:
    assert score_defended(WANTED, doubting(*found)).misses == misses  # type: ignore[arg-type]


def test_finding_about_no_row_is_told_elsewhere() -> None:
    page_wide = {"place": {}, "code": "year-inferred", "about": "reading", "severity": "asks"}

    assert score_defended(count_defended([]), doubting(page_wide)).misses == []


def test_entry_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="not defended"):
        count_defended([ENTRY | {"why": " "}])


def test_list_defends_findings_of_rules_that_exist_and_a_pair_includes_its_first() -> None:
    listed = json.loads(LIST.read_text(encoding="utf-8"))

    assert {entry["code"] for entries in listed.values() for entry in entries} <= set(RULES)
    assert load_defended("000") <= load_defended("000 against 002")
    assert load_defended("001").total() == 0
