from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from shishi.findings import Finding, Waiver
from shishi.measures.measure import Comparator, Measured
from shishi.places import Place
from shishi.records import Page
from shishi.writers.exchange import decimal_string, place_to_exchange, plain_value, to_exchange
from tests.writers.invented import (
    ASSESSMENTS,
    CONTENT,
    MEASURED,
    ON_PAGE,
    PAGE,
    READING,
    traditional_page,
)

SCHEMA = json.loads((files("shishi") / "data" / "exchange.schema.json").read_text("utf-8"))
FOUND = (READING, CONTENT, ON_PAGE)


def written(page: Page = PAGE, **options: Any) -> Any:
    """Write a page and read it back, so that only what JSON holds is compared."""
    options = {"findings": FOUND} | options
    return json.loads(json.dumps(to_exchange(page, MEASURED, **options)))


def errors(value: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def test_the_schema_is_itself_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_page_keeps_to_the_schema() -> None:
    assert errors(written()) == []


def test_an_assessed_page_keeps_to_the_schema() -> None:
    assert errors(written(assessments=ASSESSMENTS)) == []


def test_a_traditional_page_keeps_to_the_schema() -> None:
    assert errors(written(traditional_page())) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["extra"], 1),
        (["records", 0, "investment"], {"value": 1250, "unit": "元"}),
        (["records", 0, "investment"], {"value": "1250", "unit": "万元"}),
        (["records", 0, "percent"], "65.0"),
        (["records", 0, "percent"], "6E+1"),
        (["records", 0, "status"], ""),
        (["records", 0, "lead_units"], None),
        (["records", 0, "simplified"], {}),
        (["records", 0, "measures", 0, "comparator"], "≥"),
        (["period", "plan"], "2031Q5"),
        (["notice", "document_date"], "2031年4月1日"),
        (["findings", 0, "severity"], "error"),
        (["assessments", 0, "reasons"], []),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(
    path: list[str | int], value: object
) -> None:
    broken = written(assessments=ASSESSMENTS)
    inner = broken
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value

    assert errors(broken) != []


def test_the_names_of_a_page_are_those_of_the_contract() -> None:
    page = written()

    assert list(page) == [
        *("source", "script", "notice", "period", "stated_rules", "headers"),
        *("records", "findings"),
    ]
    assert list(page["records"][0]) == [
        *("order", "section", "code", "theme", "item", "lead_units", "support_units"),
        *("open_ended", "leaders", "levels", "investment", "goal", "progress", "percent"),
        *("status", "explanation", "remark", "other", "shares_item_with"),
        *("measures", "milestones", "place"),
    ]


def test_a_blank_cell_becomes_null_and_a_blank_list_empty() -> None:
    seats = written()["records"][1]

    assert (seats["goal"], seats["investment"], seats["percent"]) == (None, None, None)
    assert (seats["lead_units"], seats["measures"]) == ([], [])


def test_money_is_multiplied_out_without_exponent() -> None:
    assert written()["records"][0]["investment"] == {"value": "12505000", "unit": "元"}


def test_a_percentage_is_its_number_alone() -> None:
    assert written()["records"][0]["percent"] == "65"


def test_a_plain_number_of_a_column_is_not_repeated_among_the_measures() -> None:
    assert [m["field"] for m in written()["records"][0]["measures"]] == ["item"]


def test_a_number_of_a_column_that_is_more_than_plain_stays_among_the_measures() -> None:
    about = tuple(replace(m, comparator=Comparator.ABOUT) for m in MEASURED[1].measures)
    page = to_exchange(PAGE, {1: Measured(1, about)}, findings=())
    park = json.loads(json.dumps(page))["records"][0]

    assert park["percent"] == "65"
    assert [m["field"] for m in park["measures"]] == ["item", "investment", "percent"]


def test_money_without_a_known_unit_is_not_taken_for_yuan() -> None:
    bare = tuple(replace(m, unit="") for m in MEASURED[1].measures)
    page = to_exchange(PAGE, {1: Measured(1, bare)}, findings=())
    park = json.loads(json.dumps(page))["records"][0]

    assert park["investment"] is None
    assert park["other"]["investment"] == "1250.50"


def test_a_number_that_could_not_be_read_keeps_its_printed_text() -> None:
    page = to_exchange(PAGE, {1: Measured(1)}, findings=())
    park = json.loads(json.dumps(page))["records"][0]

    assert (park["investment"], park["percent"]) == (None, None)
    assert park["other"] == {"investment": "1250.50", "percent": "65.0%"}


def test_periods_are_spelt_as_the_contract_says() -> None:
    assert written()["period"] == {"plan": "2031Q3", "report": "2031-01..2031-09"}


def test_a_milestone_keeps_its_period_and_comparator() -> None:
    assert written()["records"][0]["milestones"] == [
        {
            "field": "goal",
            "event": "建成",
            "period": "2031Q3",
            "comparator": "<=",
            "done": None,
            "span": [0, 5],
            "text": "三季度建成",
        }
    ]


def test_a_simplified_page_has_no_folded_fields() -> None:
    assert all("simplified" not in record for record in written()["records"])


def test_a_traditional_page_has_names_folded_one_by_one() -> None:
    record = written(traditional_page())["records"][0]

    assert record["lead_units"] == ["園林局", "水務(wù)局"]
    assert record["simplified"] == {"lead_units": ["园林局", "水务局"]}


def test_a_finding_is_said_in_the_language_asked_for() -> None:
    chinese, english = written()["findings"][1], written(language="en")["findings"][1]

    assert chinese == {
        "code": "test-status",
        "about": "content",
        "severity": "blocks",
        "place": {"part": "table 1", "row": 3, "field": "status"},
        "facts": {"order": 1, "printed": "完成", "share": "0.75"},
        "message": "“完成”不在状态之中。",
    }
    assert english["message"] == "“完成” is no status."


def test_a_waived_finding_says_who_answers_for_it_why_and_until_when() -> None:
    waiver = Waiver("test-status", 1, "周宁", "沿用旧表", date(2031, 12, 31))
    page = written(findings=(replace(CONTENT, waived=waiver), READING))
    waived, other = page["findings"]

    assert waived["waived"] == {"who": "周宁", "why": "沿用旧表", "until": "2031-12-31"}
    assert "waived" not in other
    assert errors(page) == []


def test_a_finding_names_fields_by_their_words() -> None:
    doubt = replace(READING, code="test-either", facts={"read_as": "theme", "or_as": ""})

    said = [
        to_exchange(PAGE, {}, findings=(doubt,), language=language)["findings"][0]["message"]  # type: ignore[index]
        for language in ("zh", "en")
    ]

    assert said == ["读作类别，或为空白。", "Read as theme or blank."]


def test_assessments_stand_in_the_page_only_when_given() -> None:
    assert "assessments" not in written()
    assert written(assessments=())["assessments"] == []


def test_an_assessment_carries_its_reasons_in_words_and_what_was_used() -> None:
    behind, unknown = written(assessments=ASSESSMENTS)["assessments"]

    assert behind["reasons"] == [
        {
            "code": "goal-missed",
            "facts": {"reached": "3", "due": "4"},
            "message": "应完成4，实际3。",
        }
    ]
    assert [used["text"] for used in behind["used"]] == ["6个", "三季度建成"]
    assert (unknown["status"], unknown["claimed"]) == ("not_judged", None)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("1E+4", "10000"),
        ("0.50", "0.5"),
        ("100", "100"),
        ("12.0", "12"),
        ("0", "0"),
        ("-1.5", "-1.5"),
    ],
)
def test_a_decimal_is_written_in_plain_digits(value: str, printed: str) -> None:
    assert decimal_string(Decimal(value)) == printed


def test_a_place_leaves_out_what_is_not_known() -> None:
    assert place_to_exchange(Place(part="text 1", line=3, characters=(0, 4))) == {
        "part": "text 1",
        "line": 3,
        "characters": [0, 4],
    }
    assert place_to_exchange(Place()) == {}


def test_facts_of_any_kind_become_plain_values() -> None:
    facts = {"sums": (Decimal("1.0"), 2), "period": PAGE.plan, "words": frozenset({"乙", "甲"})}

    assert plain_value(facts) == {"sums": ["1", 2], "period": "2031Q3", "words": ["乙", "甲"]}


def test_a_finding_without_a_template_is_a_mistake_and_not_silent() -> None:
    nameless = Finding("no-such-code", READING.about, READING.severity, Place())

    with pytest.raises(KeyError):
        to_exchange(PAGE, MEASURED, findings=(nameless,))
