from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from shishi.web.projects.actions.reports import Words
from shishi.web.projects.actions.waivers import Grounds, give_waiver
from shishi.web.projects.models import GivenWaiver
from shishi.web.tenancy import open_district
from tests.web.factories import NOON, accept, submit
from tests.web.pages.asking import count_queries, hidden, near, signed_in, text

VAGUE = Words("各项工作正在有序推进。", "正常")
RULE = "progress-without-fact"
WHY = "数据由市级统计，下月补。"
FAR = date(2999, 12, 31)
GIVEN = {"rule": RULE, "who": "区政府督查室", "why": WHY, "until": "2999-12-31", "version": "1"}


@pytest.fixture
def report(world):
    return submit(world.slot, world.zhang, VAGUE)


@pytest.fixture
def office(world):
    return signed_in(world.office.user)


def address(report, rest=""):
    return near(f"reviews/{report.pk}/{rest}")


def waived(report, by):
    grounds = Grounds("区政府督查室", WHY, FAR)
    return give_waiver(report, RULE, grounds, by=by, on=NOON, version=1)


def test_the_page_offers_what_the_rules_found_to_be_waived(office, report):
    source = text(office.get(address(report)))
    assert f'<option value="{RULE}">' in source
    assert hidden(office.get(address(report)), "version") == "1"


def test_a_waived_finding_stands_as_word_with_who_and_until_when(office, report):
    answer = office.post(address(report, "waivers/"), GIVEN, follow=True)
    source = text(answer)
    assert "已豁免" in source
    assert WHY in source
    assert "区政府督查室决定，有效至2999年12月31日" in source
    assert f'<option value="{RULE}">' not in source


def test_the_same_form_twice_waives_once(office, report):
    answers = [office.post(address(report, "waivers/"), GIVEN) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert GivenWaiver.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {"rule": ""}, {"rule": "progress-copied"}, {"who": " "}, {"why": ""}, {"until": ""},
        {"until": "2001-01-01"}, {"until": "很久"},
    ],
)  # fmt: skip
def test_a_waiver_that_says_too_little_is_asked_again_and_what_was_typed_stays(
    office, report, given
):
    answer = office.post(address(report, "waivers/"), GIVEN | {"why": WHY} | given)
    source = text(answer)
    assert answer.status_code == 422
    assert f'href="#waiver-{next(iter(given))}"' in source
    assert "区政府督查室" in source or "who" in given
    assert not GivenWaiver.objects.exists()


@pytest.mark.parametrize(
    ("given", "name"), [({"who": "督查室 周宁"}, "周宁"), ({"why": "经周宁主任同意"}, "周宁")]
)
def test_a_waiver_that_names_a_person_is_asked_again_with_the_name(office, report, given, name):
    answer = office.post(address(report, "waivers/"), GIVEN | {"why": WHY} | given)
    source = text(answer)
    assert answer.status_code == 422
    assert f"“{name}”像是人名" in source
    assert f'href="#waiver-{next(iter(given))}"' in source
    assert not GivenWaiver.objects.exists()


def test_a_waiver_of_words_that_changed_meanwhile_is_refused(world, office, report):
    answer = office.post(address(report, "waivers/"), GIVEN | {"version": "7"})
    assert answer.status_code == 409
    assert WHY in text(answer)
    assert not GivenWaiver.objects.exists()


def test_ending_brings_the_finding_back(world, office, report):
    waiver = waived(report, world.office)
    answer = office.post(address(report, f"waivers/{waiver.pk}/end/"), follow=True)
    assert f'<option value="{RULE}">' in text(answer)
    assert not GivenWaiver.objects.filter(ended_on=None).exists()


def test_an_expired_waiver_says_so_and_may_be_given_anew(world, office, report):
    GivenWaiver.objects.filter(pk=waived(report, world.office).pk).update(
        until=localdate() - timedelta(days=1)
    )
    source = text(office.get(address(report)))
    assert "已过期" in source
    assert f'<option value="{RULE}">' in source
    assert office.post(address(report, "waivers/"), GIVEN).status_code == 302
    assert GivenWaiver.objects.filter(ended_on=None).count() == 1


def test_an_accepted_report_is_not_waived_any_more(world, office, report):
    waiver = waived(report, world.office)
    accept(report, world.office)
    assert "waivers/" not in text(office.get(address(report)))
    assert office.post(address(report, f"waivers/{waiver.pk}/end/")).status_code == 409
    assert (
        office.post(address(report, "waivers/"), GIVEN | {"why": "另一个理由"}).status_code == 422
    )
    assert GivenWaiver.objects.get().ended_on is None


def test_the_unit_and_the_item_page_say_that_it_is_waived(world, office, report):
    waived(report, world.office)
    assert WHY in text(office.get(near(f"items/{world.slot.item_id}/")))
    told = {"progress": VAGUE.progress, "claimed": "正常", "explanation": ""}
    unit = signed_in(world.zhang.user)
    assert "已豁免" in text(unit.post(near(f"reports/{world.slot.pk}/check/"), told))
    accept(report, world.office)
    assert "审核时豁免的提示" in text(office.get(near(f"items/{world.slot.item_id}/")))


def test_a_waiver_of_another_item_or_district_does_not_exist(world, office, report):
    with open_district(world.other):
        far = submit(world.far_slot, world.wang, VAGUE)
        waiver = waived(far, world.far_office)
    assert office.post(address(report, f"waivers/{waiver.pk}/end/")).status_code == 404
    assert office.post(address(far, "waivers/"), GIVEN).status_code == 404


def test_more_waivers_take_no_more_queries(world, office, report):
    waived(report, world.office)
    one = count_queries(office, address(report))
    for rule in ("progress-copied", "over-fulfilled", "cumulative-fell"):
        grounds = Grounds("区政府督查室", WHY, FAR)
        give_waiver(report, rule, grounds, by=world.office, on=NOON, version=1)
    assert count_queries(office, address(report)) == one
