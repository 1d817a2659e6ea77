import pytest

from shishi.rules.name_in_other_script import check
from shishi.text.characters import Script
from tests.rules.pages import make_subject, read_subject


def found(printed, **options):
    subject = read_subject({"support_units": f"财政局、{printed}"}, **options)
    return [(f.facts["printed"], f.facts["proposal"], f.severity) for f in check(subject)]


@pytest.mark.parametrize(
    ("printed", "proposal"),
    [
        ("水利局(shuǐ lì jú)", "水利局"),
        ("教育(yu)局", "教育局"),
        ("農業農村局", "农业农村局"),
        ("区農業(nóngyè)农村局", "区农业农村局"),
    ],
)
def test_registered_unit_in_the_other_script_is_noted_with_the_registered_name(printed, proposal):
    assert found(printed, register=["水利局", "教育局", "农业农村局"]) == [
        (printed, proposal, "notes")
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "农业农村局",
        "园林(yuán lín)中心",
        "綠化中心",
        "水利局(牵头)",
        "水 利 局",
        "於潜镇",
        "供水(A)局",
    ],
)
def test_name_as_registered_or_of_nobody_passes(printed):
    assert found(printed, register=["农业农村局", "水利局", "於潜镇", "供水局"]) == []


def test_page_in_traditional_characters_is_no_slip():
    rows = {"support_units": "教育局、發展改革局"}

    assert list(check(make_subject(rows, script=Script.TRADITIONAL, rulebook="beilun"))) == []
