from __future__ import annotations

from dataclasses import replace

import pytest

from shishi.cli.doubts import doubtful_fields, finding_rows, gravest_by_order, place_words
from shishi.cli.doubts import record_order as order_of
from shishi.findings import Finding, Severity
from shishi.places import Place
from shishi.street import Walked
from tests.writers.invented import CONTENT, ON_PAGE, PAGE, READING


def test_a_finding_belongs_to_the_record_that_its_facts_name() -> None:
    assert order_of(PAGE, replace(READING, place=Place())) == 2


def test_a_finding_without_an_order_belongs_to_the_record_of_its_row() -> None:
    assert order_of(PAGE, replace(READING, facts={})) == 2


@pytest.mark.parametrize(
    "place", [Place(), Place(part="table 1"), Place(part="table 1", row=1), Place("table 2", row=4)]
)
def test_a_finding_outside_the_records_belongs_to_none(place: Place) -> None:
    assert order_of(PAGE, Finding("x", READING.about, READING.severity, place)) is None


def test_only_an_open_doubt_of_reading_makes_a_cell_doubtful(walked: Walked) -> None:
    minor = replace(READING, severity=Severity.NOTES, facts={"order": 1})

    assert doubtful_fields(replace(walked, findings=(READING, CONTENT, ON_PAGE, minor))) == {
        2: {"lead_units"}
    }


@pytest.mark.parametrize(("field", "doubted"), [("investment", {1: {"investment"}}), ("", {})])
def test_an_open_doubt_of_a_column_makes_the_cells_doubtful_that_it_names(
    field: str, doubted: dict[int, set[str]], walked: Walked
) -> None:
    of_column = replace(READING, place=Place("table 1", field=field), facts={"orders": [1]})

    assert doubtful_fields(replace(walked, findings=(of_column,))) == doubted


def test_the_gravest_finding_of_a_record_counts(walked: Walked) -> None:
    minor = replace(CONTENT, severity=Severity.NOTES)

    assert gravest_by_order(replace(walked, findings=(minor, CONTENT, READING, minor))) == {
        1: Severity.BLOCKS,
        2: Severity.ASKS,
    }


@pytest.mark.parametrize(
    ("place", "order", "words"),
    [
        (Place("table 1", row=8, field="status"), 6, "第6条 · 进度状态"),
        (Place("table 1", row=8), 6, "第6条"),
        (Place("table 1", row=8, column=3), None, "第8行 · 第3列"),
        (Place("text 1", line=12), None, "第12行文字"),
        (Place("page"), None, "全页"),
        (Place("table 1", row=8, field="经办人"), 6, "第6条 · 经办人"),
    ],
)
def test_a_place_is_said_as_an_office_would(place: Place, order: int | None, words: str) -> None:
    assert place_words(place, order=order, language="zh") == words


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "牵头单位没有把握。"), ("en", "Unsure of the lead unit.")]
)
def test_a_message_does_not_repeat_its_place(walked: Walked, language: str, said: str) -> None:
    rows = finding_rows(replace(walked, findings=(READING,)), language)

    assert rows[0][4] == said
