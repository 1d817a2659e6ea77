from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from shishi.assessment import Status, assess
from shishi.rulebook import Rulebook, load_rulebook
from shishi.text.characters import Script
from tests.assessment.pages import codes, judge_cells, judge_page, make_page, make_record

SHORT = make_record(goal="累计修桥8座。", progress="累计修桥7座。", status="正常")


def test_assess_gives_every_record_one_assessment_in_order_with_reasons() -> None:
    page = make_page(make_record(1), make_record(2, goal="修桥8座。"), replace(SHORT, order=3))

    found = judge_page(page)

    assert [a.order for a in found] == [1, 2, 3]
    assert all(a.reasons for a in found)


def test_assess_carries_the_claim_and_does_not_follow_it() -> None:
    (found,) = judge_page(make_page(SHORT))

    assert (found.claimed, found.status, found.word) == ("正常", Status.BEHIND, "滞后")


def test_assess_names_the_rulebook_and_the_measures_it_used() -> None:
    (found,) = judge_page(make_page(SHORT))

    assert found.rulebook == "default 1"
    assert [used.text for used in found.used] == ["8座", "7座"]


def test_assess_of_a_record_without_measures_still_gives_reasons() -> None:
    (found,) = assess(make_page(SHORT), {}, rulebook=load_rulebook("default"), on=date(2031, 6, 3))

    assert found.status is Status.NOT_JUDGED
    assert codes(found) == ["goal-for-report", "clause-unanswered"]


def test_assess_of_a_page_in_traditional_script_reads_it_as_the_simplified_one() -> None:
    record = make_record(goal="累計修橋8座。", progress="累計修橋7座。", script=Script.TRADITIONAL)

    (found,) = judge_page(make_page(record))

    assert found.status is Status.BEHIND


@pytest.mark.parametrize(
    ("goal", "plan", "report", "is_said"),
    [
        ("累计修桥8座。", "2031-12", "2031-12", True),
        ("累计修桥8座。", "", "", False),
        ("累计修桥8座。", "", "2031-05", False),
        ("累计修桥8座。", "2031Q2", "2031-05", False),
        ("累计修桥8座。", "2031-05", "2031-05", False),
    ],
)
def test_assess_says_that_a_goal_is_not_due_only_where_that_is_known(
    goal: str, plan: str, report: str, is_said: bool
) -> None:
    page = make_page(make_record(goal=goal, progress="累计修桥7座。"), plan=plan, report=report)

    (found,) = judge_page(page)

    assert "number-short" in codes(found)
    assert ("shortfall-not-due" in codes(found)) is is_said


@pytest.mark.parametrize(
    ("goal", "progress", "fact", "quoted"),
    [
        ("累计修桥８座。", "累计修桥７座（含木桥）。", "progress", "累计修桥７座（含木桥）"),
        ("驿亭（二期）开工。", "完成驿亭（二期）招标。", "goal", "驿亭（二期）开工"),
        ("修桥8座。", "工期滞后（雨季）。", "words", "工期滞后（雨季）"),
        ("修桥8座。", "（因汛期）暂停施工。", "words", "（因汛期）暂停施工"),
    ],
)
def test_assess_quotes_what_the_page_printed(
    goal: str, progress: str, fact: str, quoted: str
) -> None:
    (found,) = judge_page(make_page(make_record(goal=goal, progress=progress)))

    assert quoted in [reason.facts.get(fact) for reason in found.reasons]


def with_bands(**bands: object) -> Rulebook:
    book = load_rulebook("default")
    return replace(book, bands=replace(book.bands, **bands))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bands", "status"),
    [
        ({}, Status.BEHIND),
        ({"on_schedule_from": Decimal("0.85")}, Status.ON_SCHEDULE),
        ({"on_schedule_from": Decimal("0.875")}, Status.ON_SCHEDULE),
        ({"on_schedule_from": Decimal("0.875"), "edge_counts": False}, Status.BEHIND),
        ({"on_schedule_from": Decimal("0.8"), "ahead_from": Decimal("0.85")}, Status.AHEAD),
    ],
)
def test_assess_takes_the_bands_from_the_rulebook(bands: dict[str, object], status: Status) -> None:
    (found,) = judge_page(make_page(SHORT), rulebook=with_bands(**bands))

    assert found.status is status


@pytest.mark.parametrize(
    ("about_from", "progress", "status"),
    [
        ("0.95", "覆盖率达41.6%。", Status.BEHIND),
        ("0.94", "覆盖率达41.6%。", Status.NOT_JUDGED),
        ("0.95", "覆盖率达42%。", Status.NOT_JUDGED),
        ("0.96", "覆盖率达42%。", Status.BEHIND),
    ],
)
def test_assess_takes_from_the_rulebook_how_far_about_reaches(
    about_from: str, progress: str, status: Status
) -> None:
    page = make_page(make_record(goal="覆盖率达约44%。", progress=progress))

    (found,) = judge_page(page, rulebook=with_bands(about_from=Decimal(about_from)))

    assert found.status is status


def test_assess_speaks_the_district_s_own_word() -> None:
    book = load_rulebook("default")
    words = tuple(
        replace(status, word="慢序时") if status.means == "behind" else status
        for status in book.statuses
    )

    (found,) = judge_page(make_page(SHORT), rulebook=replace(book, statuses=words))

    assert found.word == "慢序时"


def test_assess_grants_days_of_grace_to_a_step_with_its_own_date() -> None:
    page = make_page(
        make_record(goal="5月底前开工。", progress="正在办理施工图审查。"), plan="2031", report=""
    )
    kind = with_bands(grace_days=10)

    assert judge_page(page, on="2031-06-05")[0].status is Status.BEHIND
    assert judge_page(page, on="2031-06-05", rulebook=kind)[0].status is Status.NOT_JUDGED
    assert judge_page(page, on="2031-06-10", rulebook=kind)[0].status is Status.BEHIND


def told_parts(*, explanation: str = "") -> dict[str, object]:
    found = judge_cells(
        item="新建东桥小学、扩建西桥小学、改建南桥中学",
        goal="东桥小学主体结顶。西桥小学开工。南桥中学整理资料。",
        progress="东桥小学已结顶;西桥小学正在招标。",
        explanation=explanation,
    )
    assert found.status is Status.PARTLY_BEHIND
    return next(dict(r.facts) for r in found.reasons if r.code == "parts-told")


@pytest.mark.parametrize("explanation", ["", "西桥小学因地质复杂进度滞后,下步加快。"])
def test_named_parts_are_told_one_by_one(explanation: str) -> None:
    assert told_parts(explanation=explanation) == {
        "reached": ["东桥小学"],
        "short": ["西桥小学"],
        "rest": ["南桥中学"],
    }


def test_part_that_the_unit_calls_late_is_not_reached() -> None:
    facts = told_parts(explanation="南桥中学因地质复杂进度滞后,下步加快。")

    assert (facts["reached"], facts["short"]) == (["东桥小学"], ["西桥小学", "南桥中学"])


def test_item_of_one_part_is_not_told_in_parts() -> None:
    found = judge_cells(
        item="新建东桥小学", goal="东桥小学主体结顶。", progress="东桥小学正在招标。"
    )

    assert "parts-told" not in codes(found)
