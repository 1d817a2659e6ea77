from __future__ import annotations

import pytest

from shishi.assessment import Series, draw_series
from shishi.measures.measure import Kind
from shishi.text.characters import Script
from tests.assessment.pages import make_period


def draw(item: str, *, goals: dict[str, str] | None = None, **reports: str) -> tuple[Series, ...]:
    planned = {make_period(p): text for p, text in (goals or {}).items()}
    told = {make_period(p.replace("_", "-").removeprefix("at-")): t for p, t in reports.items()}
    return draw_series(
        item,
        goals={p: text for p, text in planned.items() if p},
        reports={p: text for p, text in told.items() if p},
    )


def points(series: Series) -> list[tuple[str, str, str]]:
    return [(str(p.period), str(p.planned), str(p.actual)) for p in series.points]


def codes(series: Series) -> list[list[str]]:
    return [[reason.code for reason in point.reasons] for point in series.points]


def test_series_has_a_point_for_each_period_with_plan_and_actual() -> None:
    (found,) = draw(
        "修桥60座",
        goals={"2031Q2": "累计修桥30座。", "2031Q1": "累计修桥12座。"},
        at_2031Q1="累计修桥9座。",
        at_2031_04="累计修桥14座。",
    )

    assert points(found) == [
        ("2031Q1", "12", "9"),
        ("2031-04", "None", "14"),
        ("2031Q2", "30", "None"),
    ]
    assert (str(found.target), found.unit, found.kind) == ("60", "座", Kind.COUNT)
    assert [str(point.period) for point in found.reported] == ["2031Q1", "2031-04"]


def test_months_that_count_themselves_are_added_up_from_january() -> None:
    (found,) = draw("修桥60座", at_2031_01="本月修桥4座。", at_2031_02="本月修桥5座。")

    assert [str(point.actual) for point in found.points] == ["4", "9"]


def test_month_that_does_not_follow_on_the_one_before_is_not_added() -> None:
    (found,) = draw("修桥60座", at_2031_01="本月修桥4座。", at_2031_03="本月修桥5座。")

    assert [str(point.actual) for point in found.points] == ["4", "None"]
    assert codes(found) == [[], ["point-basis"]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("修桥9座。", "point-basis"),
        ("5月修桥9座。", "point-basis"),
        ("召开例会。", "point-unanswered"),
        ("累计修桥9座,东片累计修桥4座。", "point-several"),
        ("修桥点位摸排9座。", "point-unanswered"),
        ("累计移栽古树9座。", "point-unanswered"),
    ],
)
def test_point_without_a_number_says_why(text: str, code: str) -> None:
    (found,) = draw("修桥60座", at_2031_05=text)

    assert found.points[0].actual is None
    assert codes(found) == [[code]]


def test_number_of_a_quarter_from_january_needs_no_word_for_its_time() -> None:
    (found,) = draw("修桥60座", **{"at_2031Q1": "修桥9座。"})

    assert points(found) == [("2031Q1", "None", "9")]


def test_month_inside_a_quarter_is_not_the_quarter() -> None:
    (found,) = draw("举办庙会40场", **{"at_2031Q1": "3月举办庙会6场。"})

    assert found.points[0].actual is None


def test_total_of_an_earlier_month_is_dated_back() -> None:
    (found,) = draw("修桥60座", **{"at_2031Q1": "2月累计修桥9座。"})

    assert points(found) == [("2031-01..2031-02", "None", "9")]


def test_other_units_of_length_are_turned_into_that_of_the_item() -> None:
    (found,) = draw("新建步道9公里", at_2031_05="累计建成步道4200米。")

    assert points(found) == [("2031-05", "None", "4.2")]


def test_levels_and_rates_stand_as_reported() -> None:
    level, rate = (
        draw("床位达到300张", at_2031_05="床位达到276张。")[0],
        draw("达标率达到90%", at_2031_05="达标率达到86%。")[0],
    )

    assert (points(level), points(rate)) == (
        [("2031-05", "None", "276")],
        [("2031-05", "None", "86")],
    )


def test_share_of_the_works_makes_a_series_of_its_own() -> None:
    (works,) = draw(
        "新建渡口",
        goals={"2031-05": "累计完成总工程量的40%。"},
        at_2031_05="累计完成总工程量的35%。",
    )

    assert (works.asked, str(works.target), works.unit) == (None, "100", "%")
    assert points(works) == [("2031-05", "40", "35")]


def test_two_numbers_of_an_item_make_two_series() -> None:
    bridges, boats = draw("修桥60座、添置渔船8艘", at_2031_05="累计修桥9座,累计添置渔船2艘。")

    assert [str(s.points[0].actual) for s in (bridges, boats)] == ["9", "2"]


def test_item_without_numbers_and_reports_without_works_draw_nothing() -> None:
    assert draw("推进文化走亲", at_2031_05="持续推进。") == ()
    assert draw_series("修桥60座", goals={}, reports={}) == ()


def test_series_of_traditional_texts_is_that_of_the_simplified_ones() -> None:
    period = make_period("2031-05")
    assert period
    (found,) = draw_series(
        "修橋60座", goals={}, reports={period: "累計修橋9座。"}, script=Script.TRADITIONAL
    )

    assert points(found) == [("2031-05", "None", "9")]
