import pytest

from shishi.rules.lead_unit_unknown import check
from tests.rules.pages import read_subject
from tests.rules.test_rules import write_rulebook

REGISTER = ("教育局", "水利局", "青桥街道")


def found(*leads, **options):
    subject = read_subject(*({"lead_units": lead} for lead in leads), **options)
    return [(f.facts["printed"], f.facts["nearest"]) for f in check(subject)]


def test_unit_outside_the_register_given_is_asked_about():
    assert found("园林中心", "水利局", register=REGISTER) == [("园林中心", None)]
    assert found("教育居", register=REGISTER) == [("教育居", ["教育局"])]


@pytest.mark.parametrize(
    "lead", ["水利局", "区水利局", "水利局、教育局", "街道", "青□街道", "青桥街道", ""]
)
def test_unit_of_the_register_or_one_that_lost_a_character_passes(lead):
    assert found(lead, register=REGISTER) == []


def test_name_that_sounds_like_one_of_the_rulebook_is_asked_about():
    assert found("区教育居") == [("区教育居", ["教育局"])]


def test_name_that_sounds_like_one_is_proposed_with_what_stands_in_front_of_it():
    (finding,) = check(read_subject({"lead_units": "区教育居"}))

    assert finding.facts["proposal"] == "区教育局"


def test_name_that_sounds_like_one_that_the_page_uses_often_is_asked_about():
    page = ("元林中心", "园林中心", "园林中心")

    assert found(*page) == [("元林中心", ["园林中心"])]
    assert found("元林中心", "园林中心") == []


@pytest.mark.parametrize(
    "lead", ["体育局", "园林中心", "教育发展公司", "西山街道", "住房城乡建设局"]
)
def test_name_that_is_new_or_merely_alike_passes_where_no_register_is_complete(lead):
    assert found(lead, "水利局") == []


def test_register_of_a_rulebook_that_is_complete_is_the_law(tmp_path):
    write_rulebook(tmp_path, "[rules.lead-unit-unknown]\ncomplete = 1\n")
    book = str(tmp_path / "x.toml")

    assert found("园林中心", "水利局", rulebook=book) == [("园林中心", None)]
    assert found("园林中心", "园林中心", rulebook=book) == []


def test_name_with_a_character_in_halves_is_asked_about_with_the_registered_one():
    assert found("大石契街道", rulebook="beilun") == [("大石契街道", ["大碶街道"])]
    assert found("区委党木交", register=["区委党校"]) == [("区委党木交", ["区委党校"])]


def test_name_that_is_registered_with_what_stands_in_front_of_it_is_proposed_once():
    (finding,) = check(read_subject({"lead_units": "区教育居"}, register=["区教育局"]))

    assert (finding.facts["nearest"], finding.facts["proposal"]) == (["区教育局"], "区教育局")


def test_name_with_a_character_in_halves_is_proposed_as_the_register_has_it():
    (finding,) = check(read_subject({"lead_units": "区水禾刂局"}))

    assert (finding.facts["nearest"], finding.facts["proposal"]) == (["水利局"], "区水利局")


@pytest.mark.parametrize("lead", ["大石街道", "禾刂局", "木交通局", "山丁街道"])
def test_name_that_only_holds_such_characters_passes(lead):
    assert found(lead, "水利局") == []
