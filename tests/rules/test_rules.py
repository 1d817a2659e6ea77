"""What holds for all rules: the list, the switches, the severities, the order, the words."""

from importlib import import_module
from inspect import getmodule

import pytest

from shishi.findings import About, message
from shishi.measures import measure
from shishi.rulebook import load_rulebook
from shishi.rulebook.load import list_rulebooks
from shishi.rules import RULES, check
from tests.rules.pages import FOUR_WORDS, WHO_EXPLAINS, make_page

PAGE = make_page(
    {"lead_units": "水利局", "status": "超前", "progress": "甲" * 130},
    {"support_units": "水利局", "status": "完成", "explanation": "完成"},
    stated=({"length": 100}, FOUR_WORDS, WHO_EXPLAINS),
)


def write_rulebook(folder, text):
    path = folder / "x.toml"
    head = 'extends = "default"\nname = "x"\nversion = "1"\nrecognize = []\n'
    path.write_text(f'{head}title = {{ zh = "某区", en = "X" }}\n{text}', encoding="utf-8")
    return load_rulebook(str(path))


@pytest.mark.parametrize("name", list_rulebooks())
def test_every_rulebook_has_a_row_for_every_rule_and_no_other(name):
    assert set(load_rulebook(name).rules) == set(RULES)


def test_default_rulebook_asks_for_what_each_rule_asks_for():
    rows = load_rulebook("default").rules
    modules = {code: getmodule(run) for code, run in RULES.items()}

    assert {c: m.SEVERITY for c, m in modules.items()} == {c: rows[c].severity for c in RULES}


def test_code_of_a_rule_is_its_file_name():
    for code in RULES:
        assert code == import_module(f"shishi.rules.{code.replace('-', '_')}").CODE


def test_findings_come_page_first_and_then_by_record():
    found = check(PAGE, {}, rulebook=load_rulebook("default"))

    assert [(f.facts.get("order", 0), f.code) for f in found] == [
        (0, "progress-lengths"),
        (1, "progress-over-length"),
        (1, "explanation-missing"),
        (2, "lead-unit-missing"),
        (2, "status-not-in-vocabulary"),
        (2, "explanation-not-due"),
    ]
    assert {f.about for f in found} == {About.CONTENT}


def test_rule_that_is_switched_off_is_silent(tmp_path):
    book = write_rulebook(tmp_path, "[rules.explanation-missing]\non = false\n")

    found = check(PAGE, {}, rulebook=book)

    assert "explanation-missing" not in {f.code for f in found}
    assert len(found) == 5


def test_district_may_change_what_a_rule_asks_for(tmp_path):
    book = write_rulebook(tmp_path, "[rules.explanation-missing]\nseverity = 'blocks'\n")

    found = check(PAGE, {}, rulebook=book)

    assert [f.severity for f in found if f.code == "explanation-missing"] == ["blocks"]


def test_page_without_records_has_no_findings():
    assert check(make_page(), {}, rulebook=load_rulebook("default")) == ()


ODD = make_page(
    {"lead_units": "水利局", "support_units": "水利局、大街道", "status": "超前"},
    {"item": "新增公交车20", "progress": "甲" * 130, "status": "完成", "explanation": "完成"},
    {
        "lead_units": "水利局",
        "goal": "/",
        "progress": "某某通”上线",
        "status": "滞后",
        "explanation": "难",
    },
    {"lead_units": "水利局", "goal": "完成管网铺设", "progress": "完成管网铺设"},
    {"lead_units": "水利局", "percent": "90", "item": "4家", "progress": "2家"},
    stated=({"length": 100}, FOUR_WORDS, WHO_EXPLAINS),
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_a_message_that_lacks_no_fact(language):
    measured = {r.order: measure(r, year=2024) for r in ODD.records}

    found = check(ODD, measured, rulebook=load_rulebook("beilun"))

    assert {finding.code for finding in found} == set(RULES)
    assert [f.code for f in found if "…" in message(f, language)] == []
