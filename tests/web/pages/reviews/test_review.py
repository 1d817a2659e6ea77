from __future__ import annotations

from datetime import date

import pytest

from shishi.web.projects.actions.plans import open_slots, set_goal
from shishi.web.projects.actions.reports import Words, return_report, save_draft
from shishi.web.projects.models import Report, Slot, Verdict
from tests.web.factories import DUE, MARCH, NOON, accept, make_item, make_plan, make_slot, submit
from tests.web.pages.asking import count_queries, hidden, near, signed_in, text

QUEUE = near("reviews/")


@pytest.fixture
def report(world):
    return submit(world.slot, world.zhang)


@pytest.fixture
def past(world):
    """A slot of a year that is over, whose computed status no day changes any more."""
    item = make_item(make_plan("old", year=2024), world.lead_unit)
    set_goal(item, "2024-03", "累计完成改造老旧管网10公里。", by="office", on=NOON)
    return make_slot(item, "2024-03", due_on=date(2024, 4, 5))


SHORT = Words("累计完成改造老旧管网4公里。", "正常")
REACHED = Words("累计完成改造老旧管网10公里。", "正常")


def address(report):
    return near(f"reviews/{report.pk}/")


def decide(client, report, *, version="1", **given):
    return client.post(address(report), {"version": version, **given})


def test_the_queue_shows_who_reported_and_both_statuses(world, past):
    submit(past, world.zhang, SHORT)
    source = text(signed_in(world.office.user).get(QUEUE))
    assert "水务局" in source
    assert "正常" in source
    assert "滞后" in source


def test_the_page_shows_the_words_and_has_the_claim_chosen(world, report):
    source = text(signed_in(world.office.user).get(address(report)))
    assert report.progress in source
    assert 'value="正常" class="form-check-input" id="id_reviewed_3" checked' in source


def test_a_draft_is_not_to_be_reviewed(world):
    draft = save_draft(world.slot, Words("草稿。", "正常"), by=world.zhang, on=NOON, version=0)
    assert signed_in(world.office.user).get(address(draft)).status_code == 404


def test_accepting_a_claim_that_the_numbers_do_not_bear_out_asks_why(world, past):
    report = submit(past, world.zhang, SHORT)
    client = signed_in(world.office.user)
    answer = decide(client, report, do="accept", reviewed="正常")
    assert answer.status_code == 422
    assert 'href="#id_because"' in text(answer)
    assert Report.objects.get().stage == "submitted"
    assert (
        decide(client, report, do="accept", reviewed="正常", because="已现场核对。").status_code
        == 302
    )
    assert Verdict.objects.get().because == "已现场核对。"


def test_another_status_than_the_claimed_one_asks_why(world, report):
    client = signed_in(world.office.user)
    assert decide(client, report, do="accept", reviewed="滞后").status_code == 422
    assert not Verdict.objects.exists()
    answer = decide(client, report, do="accept", reviewed="滞后", because="只完成六成。")
    assert answer.status_code == 302
    assert Verdict.objects.get().reviewed_word == "滞后"


def test_a_claim_that_agrees_with_the_numbers_needs_no_reason(world, past):
    report = submit(past, world.zhang, REACHED)
    answer = decide(signed_in(world.office.user), report, do="accept", reviewed="正常")
    assert answer.status_code == 302
    assert Verdict.objects.get().because == ""


def test_accepting_twice_is_one_verdict_and_no_error(world, report):
    client = signed_in(world.office.user)
    given = {"do": "accept", "reviewed": "正常", "because": "核对过。"}
    assert decide(client, report, **given).status_code == 302
    assert decide(client, report, **given).status_code == 302
    assert Verdict.objects.count() == 1


def test_returning_twice_is_one_return(world, report):
    client = signed_in(world.office.user)
    given = {"do": "return", "returned_because": "请写明累计数。"}
    assert decide(client, report, **given).status_code == 302
    assert decide(client, report, **given).status_code == 302
    assert Report.objects.get().version == 2


def test_a_return_needs_a_reason(world, report):
    answer = decide(signed_in(world.office.user), report, do="return", returned_because=" ")
    assert answer.status_code == 422
    assert 'href="#id_returned_because"' in text(answer)
    assert Report.objects.get().stage == "submitted"


def test_what_changed_since_it_was_read_is_not_approved(world, report):
    return_report(report, because="请写明累计数。", by=world.second_office, on=NOON, version=1)
    submit(world.slot, world.zhang, Words("累计完成15公里。", "正常"))
    answer = decide(
        signed_in(world.office.user), report, do="accept", reviewed="正常", because="我的理由。"
    )
    source = text(answer)
    assert answer.status_code == 409
    assert "累计完成15公里。" in source
    assert "完成改造老旧管网12公里" in source
    assert "我的理由。" in source
    assert hidden(answer, "version") == "3"
    assert not Verdict.objects.exists()


def test_somebody_elses_verdict_stands_and_the_reason_is_shown_again(world, report):
    accept(report, world.second_office)
    answer = decide(
        signed_in(world.office.user), report, do="accept", reviewed="滞后", because="我的理由。"
    )
    assert answer.status_code == 409
    assert "我的理由。" in text(answer)
    assert Verdict.objects.get().reviewed_word == "正常"


def test_an_accepted_report_can_be_taken_back_with_a_reason(world, report):
    accepted = accept(report, world.office)
    client = signed_in(world.office.user)
    assert "撤回审核并退回" in text(client.get(address(report)))
    given = {"do": "return", "returned_because": "数字有误。"}
    assert decide(client, report, version=str(accepted.version), **given).status_code == 302
    assert not Verdict.objects.exists()


def test_a_word_outside_the_rulebook_is_refused(world, report):
    answer = decide(signed_in(world.office.user), report, do="accept", reviewed="很好", because="x")
    assert answer.status_code == 422
    assert not Verdict.objects.exists()


def test_reviewing_is_for_the_office_of_the_district(world, report):
    for post in (world.zhang, world.li, world.leader, world.far_office, world.wang):
        client = signed_in(post.user)
        assert client.get(QUEUE).status_code == 404
        assert client.get(address(report)).status_code == 404
        assert decide(client, report, do="accept", reviewed="正常", because="x").status_code == 404
    assert not Verdict.objects.exists()


def test_nobody_is_asked_to_sign_in(world, report, client):
    assert client.get(address(report)).status_code == 302
    assert decide(client, report, do="accept", reviewed="正常", because="x").status_code == 302
    assert not Verdict.objects.exists()


def test_sixty_reports_take_as_many_queries_as_one(world, report):
    client = signed_in(world.office.user)
    one = count_queries(client, QUEUE)
    for order in range(2, 61):
        make_item(world.plan, world.lead_unit, order=order)
    open_slots(world.plan, MARCH, due_on=DUE, by="office", on=NOON)
    for slot in Slot.objects.exclude(pk=world.slot.pk):
        submit(slot, world.zhang)
    assert count_queries(client, QUEUE) == one
