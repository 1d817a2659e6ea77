from __future__ import annotations

from typing import Any

import pytest

from tests.acceptance.answers import Answer
from tests.acceptance.page import page_failures, score_page
from tests.acceptance_tests.invented import PAGE, seed


def test_page_read_right_misses_nothing() -> None:
    assert page_failures(score_page(seed(), Answer(PAGE))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"script": "simplified"},
        {"notice": {"title": "青禾区实事项目表", "issuer": "区府办。"}},
        {"notice": {"title": None, "issuer": "区府办"}},
        {"period": {"plan": "2031Q4", "report": None}},
        {"period": {"plan": "2031", "report": "2031-10"}},
        {"stated_rules": [{"number": "1", "facts": {"statuses": ["在建"]}}]},
        {"stated_rules": [*PAGE["stated_rules"], {"number": "2"}]},
        {"records": [record | {"section": record["order"]} for record in PAGE["records"]]},
    ],
)
def test_one_thing_read_wrong_around_the_rows_misses_the_bar(wrong: dict[str, Any]) -> None:
    score = score_page(seed(), Answer(PAGE | wrong))

    assert len(score.misses) == 1
    assert len(page_failures(score)) == 1
