from decimal import Decimal

import pytest

from shishi.measures.measure import Basis, Comparator, Kind, Measure, Measured
from shishi.records import Field
from shishi.rules.percent_against_numbers import check
from tests.rules.pages import make_subject


def measure(
    text: str, printed: str, *, field: Field, kind: Kind = Kind.COUNT, basis: Basis = Basis.UNKNOWN
) -> Measure:
    """Make the measure of `printed` ("7230户") where it stands in the text."""
    number = printed.rstrip("户家所%")
    start = text.index(printed)
    return Measure(
        value=Decimal(number),
        unit=printed[len(number) :],
        comparator=Comparator.EQUAL,
        kind=Kind.RATE if printed.endswith("%") else kind,
        basis=basis,
        span=(start, start + len(printed)),
        text=printed,
        field=field,
    )


def subject_of(text: str, *printed: str, kind: Kind = Kind.COUNT):
    found = tuple(measure(text, p, field=Field.PROGRESS, kind=kind) for p in printed)
    return make_subject({"progress": text}, measured={1: Measured(1, found)})


@pytest.mark.parametrize(
    ("text", "printed", "computed"),
    [
        ("应改造7230户,已改造6818户,完成率100%。", ("7230户", "6818户", "100%"), "94.3"),
        ("计划20家,建成15家,完成率达80%", ("20家", "15家", "80%"), "75.0"),
        ("建成15家,占计划20家,即完成70.5%", ("15家", "20家", "70.5%"), "75.0"),
        ("已改造6818户,占任务7230户的100%", ("6818户", "7230户", "100%"), "94.3"),
        ("计划60家,已完成72家(完成率达到110%)", ("60家", "72家", "110%"), "120.0"),
    ],
)
def test_percentage_that_its_two_counts_contradict_is_asked_about(text, printed, computed):
    (finding,) = check(subject_of(text, *printed))

    assert (finding.severity, finding.place.field) == ("asks", "progress")
    assert finding.facts["computed"] == computed
    assert finding.facts["share"] == printed[-1].rstrip("%")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("共57家,已建成42家,完成率73.7%", ("57家", "42家", "73.7%")),
        ("共57家,已建成42家,完成率达到74%", ("57家", "42家", "74%")),
        ("新增20家,其中10家占全区30%", ("20家", "10家", "30%")),
        ("计划20家,建成15家,投资完成率80%", ("20家", "15家", "80%")),
        ("建成公园2家、书房4家,完成率100%", ("2家", "4家", "100%")),
        ("计划新建2家,改建4家,完成率100%", ("2家", "4家", "100%")),
        ("计划新建2家,计划改建4家,完成率100%", ("2家", "4家", "100%")),
        ("已完成72家,计划60家,完成率120%", ("72家", "60家", "120%")),
        ("计划20家,建成15家,其中2所,完成率80%", ("20家", "15家", "2所", "80%")),
        ("计划20家,建成15所,完成率80%", ("20家", "15所", "80%")),
        ("计划20家,建成15家,外墙施工60%", ("20家", "15家", "60%")),
        ("计划20家。建成15家,完成率80%", ("20家", "15家", "80%")),
        ("计划20家,建成15家,完成率80%,验收完成率60%", ("20家", "15家", "80%", "60%")),
        ("建成15家,完成率80%", ("15家", "80%")),
    ],
)
def test_percentage_that_agrees_or_can_be_read_otherwise_passes(text, printed):
    assert list(check(subject_of(text, *printed))) == []


def test_counts_of_money_or_works_are_not_held_against_a_percentage():
    text = "计划20家,建成15家,完成率80%"

    assert list(check(subject_of(text, "20家", "15家", "80%", kind=Kind.WORKS))) == []


def test_page_without_measures_passes():
    assert list(check(make_subject({"progress": "计划20家,建成15家,完成率80%"}))) == []


def column_of(percent: str, item: str, progress: str, *, goal: str = "", basis=Basis.UNKNOWN):
    found = [
        measure(text, text, field=field, basis=basis if field is Field.PROGRESS else Basis.UNKNOWN)
        for field, text in ((Field.ITEM, item), (Field.GOAL, goal), (Field.PROGRESS, progress))
        if text
    ]
    row = {"percent": percent, "item": item, "goal": goal, "progress": progress}
    return make_subject(row, measured={1: Measured(1, tuple(found))})


def test_column_of_percentages_that_contradicts_its_numbers_is_asked_about():
    (finding,) = check(column_of("100", "7230户", "6818户"))

    assert finding.place.field == "percent"
    assert finding.facts == {
        "order": 1,
        "share": "100",
        "part": "6818户",
        "whole": "7230户",
        "computed": "94.3",
    }


def test_column_that_is_the_share_neither_of_the_year_nor_of_the_period_is_asked_about():
    (finding,) = check(column_of("80", "40户", "26户", goal="30户"))

    assert (finding.facts["whole"], finding.facts["computed"]) == ("40户", "65.0")


@pytest.mark.parametrize(
    ("percent", "item", "progress", "goal"),
    [
        ("94.3%", "7230户", "6818户", ""),
        ("94", "7230户", "6818户", ""),
        ("65", "40户", "26户", "30户"),
        ("86.7", "40户", "26户", "30户"),
        ("100", "7230户", "6818家", ""),
        ("100", "7230户", "6818户", "3家"),
        ("100", "", "6818户", "7230户"),
        ("约九成", "7230户", "6818户", ""),
        ("", "7230户", "6818户", ""),
        ("100", "7230户", "", ""),
    ],
)
def test_column_of_percentages_that_agrees_or_can_be_read_otherwise_passes(
    percent, item, progress, goal
):
    assert list(check(column_of(percent, item, progress, goal=goal))) == []


def test_column_beside_a_month_s_own_count_passes():
    assert list(check(column_of("100", "7230户", "681户", basis=Basis.PERIOD))) == []
