from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shishi.text.periods import Period
from shishi.web.projects.actions.plans import set_goal
from shishi.web.projects.judging import (
    Case,
    Told,
    case_of,
    draw_course,
    goal_of,
    judge,
    measure_case,
)
from tests.web.factories import NOON, ON

CASE = Case(
    order=7,
    code="7",
    theme="水",
    item="改造老旧管网20公里",
    leads=("水务局",),
    supporters=("建设局",),
    goal="完成改造老旧管网12公里。",
    goal_period="2031-03",
    period="2031-03",
    progress="已完成老旧管网改造12公里。",
    claimed="正常",
    explanation="",
)


def set_goals(world, *periods):
    for period in periods:
        set_goal(world.slot.item, period, f"{period}的目标", by="office", on=NOON)


@pytest.mark.parametrize(
    ("period", "goal"),
    [
        ("2031-03", "2031-03"),
        ("2031-02", "2031Q1"),
        ("2031-05", "2031H1"),
        ("2031-08", "2031"),
        ("2031Q1", "2031Q1"),
        ("2031-01..2031-03", "2031Q1"),
        ("2031-03..2031-04", "2031H1"),
    ],
)
def test_the_narrowest_goal_around_a_period_is_its_goal(world, period, goal):
    set_goals(world, "2031", "2031H1", "2031Q1", "2031-03")
    assert goal_of(world.slot.item, Period.parse(period)).period == goal


@pytest.mark.parametrize("period", ["2030-12", "2032-01", "2032"])
def test_a_goal_of_another_year_is_none(world, period):
    assert goal_of(world.slot.item, Period.parse(period)) is None


def test_a_goal_of_a_shorter_time_is_none_for_a_longer_report(world):
    world.slot.item.goals.all().delete()
    set_goals(world, "2031-02", "2031-03")
    assert goal_of(world.slot.item, Period.parse("2031Q1")) is None


def test_a_case_without_a_goal_is_held_to_the_plans_year(world):
    world.slot.item.goals.all().delete()
    case = case_of(world.slot, progress="开工", claimed="正常", explanation="")
    assert (case.goal, case.goal_period) == ("", "2031")
    assert (case.leads, case.supporters) == (("水务局",), ("建设局",))


def test_a_goal_reached_is_on_schedule_and_claims_nothing_else():
    judged = judge(CASE, "default", on=ON)
    assert (judged.assessment.status, judged.mismatch, judged.findings) == ("on_schedule", None, ())


def test_a_claim_that_the_numbers_do_not_bear_is_a_mismatch():
    judged = judge(replace(CASE, progress="完成改造老旧管网3公里。"), "default", on=ON)
    assert judged.assessment.status == "behind"
    assert judged.mismatch.facts["claimed"] == "正常"


def test_findings_name_the_item_by_its_own_number():
    judged = judge(replace(CASE, claimed="滞后"), "default", on=ON)
    assert {finding.facts["order"] for finding in judged.findings} == {7}


def test_a_long_text_is_told_once_and_not_again_for_the_page():
    long = replace(CASE, progress="完成改造老旧管网12公里，" + "继续推进相关工作" * 30)
    codes = [finding.code for finding in judge(long, "beilun", on=ON).findings]
    assert codes.count("progress-over-length") == 1
    assert "progress-lengths" not in codes


def test_a_report_is_held_against_what_was_told_before():
    told = Told("2031-02", "累计完成老旧管网改造13公里。", "正常", "")
    fell = replace(CASE, progress="累计完成老旧管网改造12公里。", last=told)
    same = replace(CASE, progress=told.progress, last=told)
    closed = replace(CASE, last=replace(told, claimed="办结"))

    found = [
        {f.code for f in judge(case, "default", on=ON).findings} for case in (fell, same, closed)
    ]

    assert found == [{"cumulative-fell"}, {"progress-repeated"}, {"closed-before-reported"}]


def test_what_the_rules_ask_of_the_plan_is_not_told_to_who_reports():
    slow = replace(
        CASE, goal="累计改造老旧管网1公里。", supporters=("相关单位",), goal_period="2031-06"
    )

    assert judge(slow, "default", on=ON).findings == ()


def test_the_same_case_is_judged_once_for_a_day():
    assert judge(CASE, "default", on=ON) is judge(replace(CASE), "default", on=ON)
    assert judge(CASE, "default", on=date(2031, 5, 1)) is not judge(CASE, "default", on=ON)


def test_numbers_are_read_in_every_field():
    assert {m.field: m.text for m in measure_case(CASE).measures} == {
        "item": "20公里",
        "goal": "12公里",
        "progress": "12公里",
    }


def test_course_of_an_item_is_drawn_from_its_goals_and_reports():
    goals = [("2031Q1", "累计修桥9座。"), ("2031Q2", "累计修桥30座。")]
    reports = [("2031-03", "累计修桥8座。"), ("2031-05", "累计修桥24座。")]

    (bridges,) = draw_course("修桥60座", goals=goals, reports=reports)

    points = [(str(p.period), p.planned, p.actual) for p in bridges.series.points]
    assert points == [
        ("2031-03", None, 8),
        ("2031Q1", 9, None),
        ("2031-05", None, 24),
        ("2031Q2", 30, None),
    ]
    assert (bridges.value, bridges.points) == (80, 2)


def test_course_of_an_item_without_numbers_is_empty():
    assert draw_course("推进文化走亲", goals=[], reports=[("2031-03", "持续推进。")]) == ()


def test_course_refuses_a_period_it_cannot_read():
    with pytest.raises(ValueError, match="一季度"):
        draw_course("修桥60座", goals=[("一季度", "累计修桥9座。")], reports=[])
