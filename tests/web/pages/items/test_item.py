from __future__ import annotations

import pytest

from shishi.web.accounts.actions import add_unit
from shishi.web.projects.actions.reports import Words, return_report, save_draft
from shishi.web.projects.models import Item
from shishi.workflow import Role
from tests.web.factories import NOON, accept, make_post, make_slot, submit
from tests.web.pages.asking import count_queries, near, signed_in, text


@pytest.fixture
def address(world):
    return near(f"items/{world.slot.item_id}/")


def page_for(post, address):
    return text(signed_in(post.user).get(address))


@pytest.mark.parametrize("who", ["office", "leader", "zhang", "li"])
def test_the_promise_stands_as_printed(world, address, who):
    assert "改造老旧管网20公里（第1片）" in page_for(getattr(world, who), address)


def test_for_a_unit_without_a_part_the_item_does_not_exist(world, address):
    idle = add_unit("民政局", kind="bureau", by="founder", on=NOON)
    post = make_post(world.district, Role.REPORTER, "idle", unit=idle)

    assert signed_in(post.user).get(address).status_code == 404


@pytest.mark.parametrize("who", ["wang", "far_office"])
def test_for_another_district_the_item_does_not_exist(world, address, who):
    client = signed_in(getattr(world, who).user)

    assert client.get(address).status_code == 404
    assert client.get(address.replace("yunxi", "linqiao")).status_code == 404


def test_an_item_of_another_district_is_not_found_here(world):
    client = signed_in(world.office.user)

    assert client.get(near(f"items/{world.far_slot.item_id}/")).status_code == 404


def test_nobody_is_asked_to_sign_in(world, address, client):
    signed_in(world.office.user)

    assert client.get(address).headers["Location"].startswith("/sign-in/")


def test_the_three_status_facts_stand_side_by_side_each_with_its_name(world, address):
    report = submit(world.slot, world.zhang, Words("完成改造老旧管网2公里。", "正常"))
    accept(report, world.office, reviewed="滞后", because="只完成了一成。")

    page = page_for(world.leader, address)

    for name in ("自报", "测算", "审定"):
        assert f"<dt>{name}</dt>" in page
    assert "is-on_schedule is-claimed" in page
    assert "只完成了一成。" in page


def test_what_nobody_reviewed_is_called_that(world, address):
    submit(world.slot, world.zhang)

    assert "待审核" in page_for(world.office, address)


def test_a_draft_is_its_writers_own(world, address):
    words = Words("还没有写完的一句话", "正常")
    save_draft(world.slot, words, by=world.zhang, on=NOON, version=0)

    assert "还没有写完的一句话" not in page_for(world.office, address)


def test_the_reason_of_a_return_and_both_submissions_stay_readable(world, address):
    report = submit(world.slot, world.zhang, Words("第一次的说法，完成2公里。", "正常"))
    return_report(
        report, because="请写清楚是哪一段。", by=world.office, on=NOON, version=report.version
    )
    assert "请写清楚是哪一段。" in page_for(world.zhang, address)

    submit(world.slot, world.zhang, Words("第二次的说法，完成3公里。", "正常"))
    page = page_for(world.zhang, address)

    assert "第一次的说法" in page
    assert "第二次的说法" in page
    assert "退回：请写清楚是哪一段。" in page
    assert "报送过 2 次" in page


def test_the_numbers_of_the_promise_are_shown_as_they_were_read(world, address):
    page = page_for(world.office, address)

    assert "<b>20</b>" in page
    assert "公里" in page


def test_the_file_and_the_place_of_an_item_are_told(world, address):
    source = {"upload": 1, "name": "分解表.html", "place": {"part": "table 1", "row": 3}}
    Item.objects.filter(pk=world.slot.item_id).update(source=source)

    page = page_for(world.office, address)

    assert "分解表.html" in page
    assert "第1张表，第3行" in page


def test_an_item_entered_by_hand_says_so(world, address):
    assert "没有来源文件" in page_for(world.office, address)


def test_leaders_are_named_only_where_the_rulebook_lets_them(world, address, monkeypatch):
    Item.objects.filter(pk=world.slot.item_id).update(leaders=["分管城建的副区长"])
    assert "分管城建的副区长" in page_for(world.office, address)

    from dataclasses import replace

    from shishi.web.pages.items import views

    load = views.load_rulebook
    hidden = replace(load("default"), show=replace(load("default").show, leaders=False))
    monkeypatch.setattr(views, "load_rulebook", lambda name: hidden)
    assert "分管城建的副区长" not in page_for(world.office, address)


def test_a_history_of_eleven_months_takes_as_many_queries_as_one(world, address):
    client = signed_in(world.office.user)
    submit(world.slot, world.zhang)
    few = count_queries(client, address)
    for month in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11):
        slot = make_slot(world.slot.item, f"2031-{month:02}")
        accept(submit(slot, world.zhang), world.office)

    assert count_queries(client, address) == few


def test_the_newest_period_stands_first(world, address):
    make_slot(world.slot.item, "2031-02")
    page = page_for(world.office, address)

    assert page.index('id="p-2031-03"') < page.index('id="p-2031-02"')


def test_periods_older_than_six_are_folded_and_still_on_the_page(world, address):
    for month in range(4, 11):
        make_slot(world.slot.item, f"2031-{month:02}")

    source = page_for(world.office, address)

    places = [source.index(said) for said in ('"p-2031-10"', '"p-2031-05"', "更早的 2 期")]
    places.append(source.index('"p-2031-04"'))
    assert places == sorted(places)
    assert '"p-2031-03"' in source


def test_six_periods_are_not_folded(world, address):
    for month in range(4, 9):
        make_slot(world.slot.item, f"2031-{month:02}")

    assert "更早的" not in page_for(world.office, address)
