from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.assessment import Forecast, assess, draw_series, forecast, say
from shishi.matching import Companion
from shishi.measures import measure
from shishi.rulebook import load_rulebook
from tests.assessment.pages import judge_page, make_page, make_period, make_record


def look(item: str, reports: dict[str, str]) -> Forecast:
    told = {make_period(period): text for period, text in reports.items()}
    (series,) = draw_series(item, goals={}, reports={p: t for p, t in told.items() if p})
    return forecast(series)


def codes(found: Forecast) -> list[str]:
    return [reason.code for reason in found.reasons]


def test_one_total_and_the_calendar_give_the_pace_since_january() -> None:
    found = look("修桥60座", {"2031-06": "累计修桥24座。"})

    assert (found.value, found.pace, found.needed) == (48, Decimal("4.0"), Decimal("6.0"))
    assert codes(found) == ["forecast-since-january", "forecast-misses"]
    assert found.reached is None


def test_two_totals_give_the_pace_between_them() -> None:
    found = look("修桥60座", {"2031-04": "累计修桥10座。", "2031-06": "累计修桥24座。"})

    assert (found.value, found.pace, found.points) == (66, Decimal("7.0"), 2)
    assert codes(found) == ["forecast-between-reports", "forecast-reaches"]
    assert found.reached == 12


def test_two_shares_of_the_works_give_a_pace_and_no_more_than_all() -> None:
    reports = {"2031-04": "累计完成总工程量的40%。", "2031-06": "累计完成总工程量的70%。"}

    found = look("新建渡口", reports)

    assert (found.value, found.reached) == (Decimal("100.0"), 8)


@pytest.mark.parametrize(
    ("item", "reports", "code"),
    [
        ("新建渡口", {"2031-06": "累计完成总工程量的70%。"}, "forecast-one-point"),
        ("床位达到300张", {"2031-06": "床位达到276张。"}, "forecast-no-pace"),
        ("达标率达到90%", {"2031-06": "达标率达到86%。"}, "forecast-no-pace"),
        ("投诉控制在300件以内", {"2031-06": "累计投诉120件。"}, "forecast-ceiling"),
        ("修桥60座", {"2031-06": "修桥24座。"}, "forecast-no-number"),
        ("修桥60座", {"2031-06": "召开例会。"}, "forecast-no-number"),
        ("修桥60座", {"2031-06": "累计修桥61座。"}, "forecast-reached"),
        ("修桥60座", {"2031-12": "累计修桥51座。"}, "forecast-year-over"),
        ("修桥60座", {"2031-04": "累计修桥30座。", "2031-06": "累计修桥24座。"}, "forecast-falls"),
    ],
)
def test_forecast_keeps_back_and_says_why(item: str, reports: dict[str, str], code: str) -> None:
    found = look(item, reports)

    assert (found.value, found.pace, found.needed) == (None, None, None)
    assert codes(found) == [code]


def test_pace_is_rounded_and_what_is_needed_is_enough() -> None:
    found = look("修桥60座", {"2031-07": "累计修桥33座。"})  # 4.71 a month, 5.4 needed

    assert (found.pace, found.needed) == (Decimal("4.7"), Decimal("5.4"))
    assert look("修桥60座", {"2031-11": "累计修桥54座。"}).pace == Decimal("4.9")  # 4.909
    assert look("修桥60座", {"2031-08": "累计修桥31座。"}).pace == Decimal("3.9")  # 3.875


def test_target_within_reach_is_told_by_its_month_and_not_by_a_surplus() -> None:
    found = look("修桥25座", {"2031-06": "累计修桥17座。"})

    assert found.value == 34
    assert say(found.reasons[-1], "zh") == "照此速度，9月能够达到25座。"


def test_standstill_is_forecast_as_it_is() -> None:
    found = look("修桥60座", {"2031-04": "累计修桥24座。", "2031-06": "累计修桥24座。"})

    assert (found.value, found.reached) == (24, None)


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(target=st.integers(1, 9999), done=st.integers(0, 9999), month=st.integers(1, 12))
def test_forecast_is_never_below_what_is_done_and_can_be_said(
    target: int, done: int, month: int
) -> None:
    found = look(f"修桥{target}座", {f"2031-{month:02}": f"累计修桥{done}座。"})

    assert found.reasons
    assert all("…" not in say(reason, lang) for reason in found.reasons for lang in ("zh", "en"))
    if found.value is not None:
        assert found.value >= done
        assert (found.value >= target) is (found.reasons[-1].code == "forecast-reaches")
        assert found.needed is not None
        assert done + found.needed * (12 - month) >= target
    else:
        assert month == 12 or done >= target


def test_earlier_page_of_the_list_gives_the_second_point() -> None:
    may, april = (
        make_page(make_record(item="修桥60座", progress=f"累计修桥{n}座。"), report=month)
        for n, month in ((24, "2031-06"), (10, "2031-04"))
    )
    new = make_page(make_record(item="添置渔船8艘"), report="2031-03")
    old = make_page(make_record(item="修桥60座", progress="累计修桥59座。"), report="2030-12")
    companions = [
        Companion(page, {r.order: measure(r, year=2031) for r in page.records})
        for page in (april, new, old)
    ]
    measured = {record.order: measure(record, year=2031) for record in may.records}

    (found,) = assess(
        may,
        measured,
        rulebook=load_rulebook("default"),
        on=date(2031, 7, 3),
        previous=companions,
    )

    assert [(f.value, f.points) for f in found.forecasts] == [(66, 2)]


def test_page_without_a_period_of_its_report_forecasts_nothing() -> None:
    page = make_page(make_record(item="修桥60座", progress="累计修桥24座。"), plan="", report="")

    assert judge_page(page)[0].forecasts == ()
