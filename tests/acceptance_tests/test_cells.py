from __future__ import annotations

from typing import Any

import pytest

from tests.acceptance.answers import Answer
from tests.acceptance.cells import CellScores, score_cells
from tests.acceptance_tests.invented import ITEM, answer, doubt, doubting, seed


def judge(given: Answer) -> CellScores:
    return score_cells(seed(), given)


def bars(given: Answer) -> list[str]:
    return [failure.bar for failure in judge(given).failures()]


def test_cells_of_a_faultless_page_miss_no_bar() -> None:
    assert bars(answer()) == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("section", 2),
        ("theme", None),
        ("item", "改造柳林社区食堂不少于12家。"),
        ("goal", "6月开工,完成总工程量的40%。"),
        ("progress", "已开工。"),
        ("status", "正常"),
        ("remark", "无"),
        ("open_ended", False),
        ("shares_item_with", 1),
    ],
)
def test_text_read_wrong_misses_the_bar_of_its_field_alone(field: str, wrong: Any) -> None:
    assert bars(answer(**{field: wrong})) == [f"field {field}: 66.6 %, wanted 97.0 %"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("code", "7"),
        ("lead_units", ["林某某"]),
        ("lead_units", []),
        ("support_units", ["青禾街道"]),
        ("support_units", ["各社区", "青禾街道"]),
        ("support_units", ["青禾街道", "各社区", "园林局"]),
        ("leaders", ["园林局"]),
        ("levels", ["区级"]),
        ("investment", {"value": "1200", "unit": "元"}),
        ("investment", {"value": "12000000", "unit": "万元"}),
        ("investment", None),
        ("percent", "65"),
    ],
)
def test_name_or_number_read_wrong_without_a_doubt_counts_as_silent(field: str, wrong: Any) -> None:
    scores = judge(answer(**{field: wrong}))

    assert len(scores.silent) == 1
    assert f"field {field}: 66.6 %, wanted 97.0 %" in [f.bar for f in scores.failures()]


def test_name_read_wrong_under_a_doubt_is_wrong_but_not_silent() -> None:
    scores = judge(doubting(doubt(1, "lead_units"), lead_units=["青禾"]))

    assert scores.silent == []
    assert scores.fields["lead_units"].right == 2


@pytest.mark.parametrize(
    "finding",
    [
        doubt(1, "lead_units", about="content"),
        doubt(1, "lead_units", severity="notes"),
        doubt(1, "support_units"),
        doubt(2, "lead_units"),
    ],
)
def test_finding_that_does_not_doubt_this_cell_leaves_it_silent(finding: dict[str, Any]) -> None:
    assert len(judge(doubting(finding, lead_units=["青禾"])).silent) == 1


def test_doubt_on_a_cell_read_right_counts_against_the_page() -> None:
    scores = judge(doubting(doubt(1, "item"), doubt(2, "progress")))

    assert scores.doubted.misses == [
        "row 1 item: " + str(answer().records[0]["item"]),
        "row 2 progress: ",
    ]
    assert [failure.bar for failure in scores.failures()] != []


def test_doubt_on_a_damaged_cell_does_not_count_against_the_page() -> None:
    scores = judge(doubting(doubt(3, "support_units")))

    assert scores.failures() == []
    assert len(scores.damaged) == 1


def test_doubt_that_names_its_row_by_order_counts_the_same() -> None:
    named = doubt(1, "item", facts={"order": 1}, place={"field": "item"})

    assert len(judge(doubting(named)).doubted.misses) == 1


def test_row_that_is_missing_misses_the_rows_and_all_its_cells() -> None:
    page = dict(answer().json)
    page["records"] = page["records"][:2]

    scores = judge(Answer(page))

    assert scores.rows.misses == ["row 3 is missing"]
    assert {score.right for score in scores.fields.values()} == {2}
    assert len(scores.silent) == 7


def test_row_too_many_misses_the_rows_and_is_silent() -> None:
    page = dict(answer().json)
    page["records"] = [*page["records"], {**page["records"][0], "order": 4}]

    scores = judge(Answer(page))

    assert scores.rows.misses == ["row 4 is one too many"]
    assert scores.silent == ["row 4 does not stand on the page"]


@pytest.mark.parametrize(
    ("folded", "missed"),
    [
        ({"item": ITEM}, "lead_units"),
        ({"item": ITEM, "lead_units": ["園林局"]}, "lead_units"),
        ({"item": None, "lead_units": ["园林局"]}, "item"),
    ],
)
def test_folded_text_or_name_that_is_wrong_misses_its_own_bar(
    folded: dict[str, Any], missed: str
) -> None:
    assert bars(answer(simplified=folded)) == [f"field simplified {missed}: 66.6 %, wanted 97.0 %"]
