from __future__ import annotations

import pytest

from shishi.web.projects.actions.reports import Words, return_report, save_draft
from shishi.web.projects.models import Receipt, Report, Revision
from tests.web.factories import NOON, WORDS, submit
from tests.web.pages.asking import hidden, near, signed_in, text

TYPED = {"progress": "完成改造老旧管网13公里。", "claimed": "正常", "explanation": ""}


def address(world, rest=""):
    return near(f"reports/{world.slot.pk}/{rest}")


def opened(world, client):
    page = client.get(address(world))
    return {"version": hidden(page, "version"), "key": hidden(page, "key")}


def test_the_form_shows_the_promise_and_the_goal(world):
    source = text(signed_in(world.zhang.user).get(address(world)))
    assert "改造老旧管网20公里（第1片）" in source
    assert "完成改造老旧管网20公里。" in source


def test_a_draft_is_kept_and_says_when(world):
    client = signed_in(world.zhang.user)
    answer = client.post(address(world), TYPED | opened(world, client) | {"do": "save"})
    assert answer.status_code == 302
    assert Report.objects.get().progress == TYPED["progress"]
    assert "已保存" in text(client.get(address(world)))


def test_a_draft_may_be_half_done(world):
    client = signed_in(world.zhang.user)
    client.post(address(world), opened(world, client) | {"progress": "在", "do": "save"})
    assert Report.objects.get().progress == "在"


def test_submitting_gives_a_receipt_that_names_the_version(world):
    client = signed_in(world.zhang.user)
    answer = client.post(
        address(world), TYPED | opened(world, client) | {"do": "submit"}, follow=True
    )
    source = text(answer)
    assert TYPED["progress"] in source
    assert "第 1 版" in source


def test_the_same_submission_twice_is_one_report_with_one_receipt(world):
    client = signed_in(world.zhang.user)
    posted = TYPED | opened(world, client) | {"do": "submit"}
    first, second = client.post(address(world), posted), client.post(address(world), posted)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert (Receipt.objects.count(), Revision.objects.count()) == (1, 1)


def test_the_key_with_other_words_is_refused_and_the_words_stay(world):
    client = signed_in(world.zhang.user)
    posted = TYPED | opened(world, client) | {"do": "submit"}
    client.post(address(world), posted)
    answer = client.post(address(world), posted | {"progress": "别的话。"})
    assert answer.status_code == 409
    assert "别的话。" in text(answer)
    assert Revision.objects.get().progress == TYPED["progress"]


def test_another_tab_wrote_meanwhile_both_texts_are_shown(world):
    client = signed_in(world.zhang.user)
    before = opened(world, client)
    save_draft(world.slot, Words("别处写的。", "滞后"), by=world.zhang, on=NOON, version=0)
    answer = client.post(address(world), TYPED | before | {"do": "submit"})
    source = text(answer)
    assert answer.status_code == 409
    assert "别处写的。" in source
    assert TYPED["progress"] in source
    assert Report.objects.get().progress == "别处写的。"
    again = {"version": hidden(answer, "version"), "key": hidden(answer, "key"), "do": "submit"}
    assert client.post(address(world), TYPED | again).status_code == 302


def test_an_answer_that_was_lost_is_no_conflict(world):
    client = signed_in(world.zhang.user)
    before = opened(world, client)
    client.post(address(world), TYPED | before | {"do": "save"})
    answer = client.post(address(world), TYPED | before | {"do": "submit"})
    assert answer.status_code == 302
    assert Report.objects.get().stage == "submitted"


@pytest.mark.parametrize(("left_out", "field"), [("progress", "progress"), ("claimed", "claimed")])
def test_submitting_asks_for_what_is_missing_and_keeps_the_rest(world, left_out, field):
    client = signed_in(world.zhang.user)
    typed = TYPED | {left_out: "", "explanation": "只写了这里。"}
    answer = client.post(address(world), typed | opened(world, client) | {"do": "submit"})
    source = text(answer)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in source
    assert "只写了这里。" in source
    assert not Report.objects.exists()


def test_checking_without_a_script_answers_and_keeps_nothing(world):
    client = signed_in(world.zhang.user)
    answer = client.post(address(world), TYPED | opened(world, client) | {"do": "check"})
    assert "13" in text(answer)
    assert not Report.objects.exists()


def test_the_answers_name_the_numbers_and_what_is_due(world):
    client = signed_in(world.zhang.user)
    answer = client.post(
        address(world, "check/"), {"progress": "完成改造老旧管网2公里。", "claimed": "滞后"}
    )
    source = text(answer)
    assert "<b>2</b>" in source
    assert "滞后原因" in source
    assert not Report.objects.exists()


def test_an_explanation_is_not_asked_for_where_none_is_due(world):
    client = signed_in(world.zhang.user)
    answer = client.post(address(world, "check/"), TYPED)
    assert "滞后原因" not in text(answer)


def test_the_script_keeps_a_draft_and_learns_the_version(world):
    client = signed_in(world.zhang.user)
    answer = client.post(address(world, "draft/"), TYPED | {"version": "0"})
    assert answer.json()["version"] == 1
    again = client.post(address(world, "draft/"), TYPED | {"version": "1", "progress": "改了。"})
    assert again.json()["version"] == 2
    assert Report.objects.get().progress == "改了。"


def test_the_script_is_told_when_somebody_else_wrote(world):
    save_draft(world.slot, Words("别处写的。", "滞后"), by=world.zhang, on=NOON, version=0)
    answer = signed_in(world.zhang.user).post(address(world, "draft/"), TYPED | {"version": "0"})
    assert (answer.status_code, answer.json()["code"]) == (409, "changed-meanwhile")
    assert Report.objects.get().progress == "别处写的。"


def test_words_sent_after_the_session_ended_come_back_on_the_form(world):
    client = signed_in(world.zhang.user)
    posted = TYPED | opened(world, client) | {"do": "submit", "progress": "过期以后写的。"}
    client.logout()
    answer = client.post(address(world), posted)
    assert answer.status_code == 302
    assert not Report.objects.exists()
    client.force_login(world.zhang.user)
    page = client.get(address(world))
    assert "过期以后写的。" in text(page)
    client.post(address(world), posted | {"do": "save"})
    assert "登录过期前写的文字" not in text(client.get(address(world)))


def test_kept_words_are_not_shown_to_a_unit_that_does_not_file(world):
    client = signed_in(world.zhang.user)
    posted = TYPED | opened(world, client) | {"do": "save", "progress": "过期以后写的。"}
    client.logout()
    client.post(address(world), posted)
    client.force_login(world.li.user)
    assert "过期以后写的。" not in text(client.get(address(world)))


def test_a_returned_report_shows_the_reason_first(world):
    report = submit(world.slot, world.zhang)
    return_report(report, because="请写明累计数。", by=world.office, on=NOON, version=1)
    source = text(signed_in(world.zhang.user).get(address(world)))
    assert source.index("请写明累计数。") < source.index('<form method="post" id="report"')


def test_a_submitted_report_can_only_be_read(world):
    submit(world.slot, world.zhang)
    source = text(signed_in(world.zhang.user).get(address(world)))
    assert WORDS.progress in source
    assert 'id="report"' not in source


def test_a_supporter_reads_who_files(world):
    submit(world.slot, world.zhang)
    client = signed_in(world.li.user)
    source = text(client.get(address(world)))
    assert "水务局" in source
    assert 'id="report"' not in source
    assert client.post(address(world), TYPED).status_code == 403


def test_a_draft_is_not_shown_to_a_supporter(world):
    save_draft(world.slot, Words("还没有定的话。", "正常"), by=world.zhang, on=NOON, version=0)
    assert "还没有定的话。" not in text(signed_in(world.li.user).get(address(world)))


@pytest.mark.parametrize("rest", ["", "check/", "draft/"])
def test_a_slot_of_another_district_does_not_exist(world, rest):
    client = signed_in(world.zhang.user)
    assert client.post(near(f"reports/{world.far_slot.pk}/{rest}"), TYPED).status_code == 404
    assert client.get(f"/d/linqiao/reports/{world.far_slot.pk}/").status_code == 404


def test_nobody_is_asked_to_sign_in(world, client):
    answer = client.get(address(world))
    assert answer.status_code == 302
    assert "next=" in answer.url
