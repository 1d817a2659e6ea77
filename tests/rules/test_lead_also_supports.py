import pytest

from shishi.rules.lead_also_supports import check
from shishi.text.characters import Script
from tests.rules.pages import make_subject


@pytest.mark.parametrize(
    ("lead", "support", "named"),
    [
        ("水利局", "财政局、水利局", "水利局"),
        ("发展和改革局", "发改局、财政局", "发改局"),
        ("区卫健局", "卫生健康局", "卫生健康局"),
        ("区某某中心", "某某中心", "某某中心"),
    ],
)
def test_unit_that_leads_and_supports_is_asked_about_under_either_name(lead, support, named):
    (finding,) = check(make_subject({"lead_units": lead, "support_units": support}))

    assert (finding.severity, finding.place.field) == ("asks", "support_units")
    assert finding.facts == {"order": 1, "lead": lead, "support": named}


@pytest.mark.parametrize(
    ("lead", "support"),
    [
        ("水利局", "财政局、住建局"),
        ("水利局", "/"),
        ("", "水利局"),
        ("东山街道", "各街道"),
        ("教育局", "教育发展公司"),
    ],
)
def test_units_that_are_different_pass(lead, support):
    assert list(check(make_subject({"lead_units": lead, "support_units": support}))) == []


def test_same_unit_in_two_rows_passes():
    rows = ({"lead_units": "水利局"}, {"lead_units": "财政局", "support_units": "水利局"})

    assert list(check(make_subject(*rows))) == []


def test_traditional_names_are_compared_in_simplified_characters_and_kept_as_printed():
    row = {"lead_units": "衛健局", "support_units": "衛生健康局"}

    (finding,) = check(make_subject(row, script=Script.TRADITIONAL))

    assert finding.facts["support"] == "衛生健康局"
