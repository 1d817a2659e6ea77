from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shishi.web.accounts.models import Event
from shishi.web.projects import queries
from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.actions.reports import Words
from shishi.web.projects.actions.waivers import Grounds, end_waiver, give_waiver
from shishi.web.projects.models import GivenWaiver, Slot, Verdict
from shishi.web.projects.refusals import Changed, MoveRefused, NotYours, PersonNamed, WaivedAlready
from shishi.web.tenancy import open_district
from tests.web.factories import DUE, NOON, ON, accept, submit

RULE = "progress-without-fact"
VAGUE = Words("各项工作正在有序推进。", "正常")
GROUNDS = Grounds("区政府督查室", "数据由市级统计，下月补。", date(2031, 5, 31))


@pytest.fixture
def report(world):
    return submit(world.slot, world.zhang, VAGUE)


def give(report, by, grounds=GROUNDS, *, rule=RULE, version=1, on=NOON):
    return give_waiver(report, rule, grounds, by=by, on=on, version=version)


def doubt(world, *, on=ON, code=RULE):
    (row,) = queries.review_queue(world.plan, on=on, post=world.office)
    return next((d for d in row.doubts if d.code == code), None)


def test_a_waived_finding_stays_and_says_who_why_and_until_when(world, report):
    assert doubt(world).can_waive
    give(report, world.office)
    waived = doubt(world).waived
    assert (waived.who, waived.why, waived.until) == (GROUNDS.who, GROUNDS.why, GROUNDS.until)
    assert not doubt(world).can_waive


def test_after_its_last_day_the_finding_counts_again_and_the_waiver_shows_as_expired(world, report):
    give(report, world.office)
    last = GROUNDS.until
    assert doubt(world, on=last).waived
    after = last + timedelta(days=1)
    assert doubt(world, on=after).waived is None
    assert doubt(world, on=after, code="waiver-expired")
    (shown,) = queries.open_waivers(world.slot.item_id, on=after)
    assert shown.expired
    assert not queries.open_waivers(world.slot.item_id, on=last)[0].expired


def test_an_ended_waiver_holds_no_longer(world, report):
    end_waiver(give(report, world.office), report, by=world.office, on=NOON)
    assert doubt(world).waived is None
    assert queries.open_waivers(world.slot.item_id, on=ON) == ()


def test_ending_twice_is_ending_once(world, report):
    waiver = give(report, world.office)
    for _ in range(2):
        end_waiver(waiver, report, by=world.office, on=NOON)
    assert Event.objects.filter(action="end-waiver").count() == 1


def test_a_waiver_is_of_its_rule_alone(world, report):
    give(report, world.office, rule="progress-copied")
    assert doubt(world).waived is None


def test_the_unit_sees_that_a_finding_is_waived(world, report):
    give(report, world.office)
    words = {"progress": VAGUE.progress, "claimed": "正常", "explanation": ""}
    slot = Slot.objects.select_related("item__plan", "report").get(pk=world.slot.pk)
    seen = queries.preview_findings(slot, **words, on=ON)
    assert next(d for d in seen.doubts if d.code == RULE).waived.why == GROUNDS.why


def test_the_verdict_keeps_the_waivers_it_rests_on(world, report):
    give(report, world.office)
    give(report, world.office, rule="progress-copied")  # finds nothing here
    accept(report, world.office)
    assert Verdict.objects.get().waived == [
        {"rule": RULE, "who": GROUNDS.who, "why": GROUNDS.why, "until": "2031-05-31"}
    ]
    page = queries.item_page(world.slot.item_id, on=ON)
    assert [w.why for w in page.history[0].waived] == [GROUNDS.why]


def test_the_next_report_of_the_item_is_waived_too_and_of_another_item_not(world, report):
    give(report, world.office)
    accept(report, world.office)
    open_slots(world.plan, "2031-04", due_on=DUE, by="office", on=NOON)
    submit(Slot.objects.get(period="2031-04"), world.zhang, VAGUE)
    assert doubt(world).waived


def test_one_that_ran_out_is_ended_by_the_next(world, report):
    old = give(report, world.office, replace(GROUNDS, until=ON))
    later = NOON + timedelta(days=2)
    give(report, world.office, on=later)
    old.refresh_from_db()
    assert old.ended_on == later
    assert GivenWaiver.objects.filter(ended_on=None).count() == 1


def test_the_same_waiver_twice_is_one(world, report):
    assert give(report, world.office).pk == give(report, world.office).pk
    assert Event.objects.filter(action="give-waiver").count() == 1


def test_another_waiver_while_one_holds_is_refused_and_the_first_stays(world, report):
    give(report, world.office)
    with pytest.raises(WaivedAlready):
        give(report, world.second_office, replace(GROUNDS, why="另一个理由"))
    assert GivenWaiver.objects.get().why == GROUNDS.why


def test_what_was_not_read_is_not_waived(world, report):
    with pytest.raises(Changed):
        give(report, world.office, version=2)


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("nonsense", {}),
        ("waiver-expired", {}),
        (RULE, {"who": " "}),
        (RULE, {"why": ""}),
        (RULE, {"until": ON - timedelta(days=1)}),
    ],
)
def test_a_waiver_that_says_too_little_is_refused(world, report, rule, given):
    with pytest.raises(ValueError, match="waiver"):
        give(report, world.office, replace(GROUNDS, **given), rule=rule)
    assert not GivenWaiver.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"who": "督查室 周宁"},
        {"who": "周宁"},
        {"who": "周主任"},
        {"why": "副区长周宁同意，下月补报。"},
    ],
)
def test_a_waiver_that_names_a_person_is_refused(world, report, given):
    with pytest.raises(PersonNamed) as refused:
        give(report, world.office, replace(GROUNDS, **given))
    for language in ("zh", "en"):
        assert refused.value.name in refused.value.words(language)
    assert not GivenWaiver.objects.exists()


@pytest.mark.parametrize(
    "given",
    [{"who": "副区长甲"}, {"who": "区长办公会"}, {"why": "经区长办公会同意，水利局长已知晓。"}],
)
def test_a_waiver_that_names_people_by_office_is_given(world, report, given):
    give(report, world.office, replace(GROUNDS, **given))
    assert GivenWaiver.objects.exists()


def test_only_the_office_waives_and_only_while_the_report_waits(world, report):
    for post in (world.zhang, world.leader):
        with pytest.raises(MoveRefused):
            give(report, post)
    with pytest.raises(NotYours):
        give(report, world.far_office)
    accept(report, world.office)
    with pytest.raises(MoveRefused):
        give(report, world.office, version=2)


def test_another_district_sees_nothing_of_it(world, report):
    give(report, world.office)
    with open_district(world.other):
        assert not GivenWaiver.objects.exists()
