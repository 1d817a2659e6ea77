import pytest

from shishi.rules.support_unit_unknown import check
from tests.rules.pages import read_subject
from tests.rules.test_rules import write_rulebook

REGISTER = ("教育局", "水利局", "青桥街道", "住建中心")


def found(supports, **options):
    subject = read_subject({"support_units": supports}, **options)
    return [(f.facts["printed"], f.facts["proposal"]) for f in check(subject)]


@pytest.mark.parametrize(
    ("printed", "proposal"),
    [("水力局", "水利局"), ("区水力局", "区水利局"), ("注见中心", "住建中心")],
)
def test_supporting_unit_that_sounds_like_a_known_one_is_asked_about(printed, proposal):
    assert found(f"教育局、{printed}", register=REGISTER) == [(printed, proposal)]


def test_supporting_unit_outside_the_register_given_is_asked_about_without_a_proposal():
    assert found("园林中心、水利局", register=REGISTER) == [("园林中心", None)]


@pytest.mark.parametrize(
    "supports", ["水利局、区教育局", "各街道", "青□街道", "各成员单位", "/", "街道", ""]
)
def test_known_units_groups_and_damaged_names_pass(supports):
    assert found(supports, register=REGISTER) == []


@pytest.mark.parametrize("supports", ["园林中心", "体育局", "西山街道", "某某建设有限公司"])
def test_new_name_passes_where_no_register_is_complete(supports):
    assert found(supports) == []


def test_register_of_a_rulebook_that_is_complete_is_the_law(tmp_path):
    write_rulebook(tmp_path, "[rules.support-unit-unknown]\ncomplete = 1\n")

    assert found("园林中心", rulebook=str(tmp_path / "x.toml")) == [("园林中心", None)]
