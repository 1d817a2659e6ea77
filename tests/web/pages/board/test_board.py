from __future__ import annotations

import re

import pytest

from shishi.web.accounts.actions import add_unit, found_district
from shishi.web.projects.actions.reports import Words, return_report
from shishi.web.projects.models import Item, Plan
from shishi.workflow import Role
from tests.web.factories import (
    NOON,
    accept,
    make_item,
    make_plan,
    make_post,
    make_slot,
    submit,
)
from tests.web.pages.asking import count_queries, near, signed_in, text

ITEM = "改造老旧管网20公里（第1片）"


def board(post, path=""):
    return text(signed_in(post.user).get(near(path)))


def words(page):
    return re.findall(
        r'<td [^>]*>(?:(?!</td>).)*<span class="visually-hidden">([^<]*)</span></td>', page
    )


@pytest.mark.parametrize("who", ["office", "leader", "zhang", "li"])
def test_the_district_and_the_units_of_an_item_see_it(world, who):
    assert ITEM in board(getattr(world, who))


def test_a_liaison_of_a_unit_without_a_part_sees_an_empty_home(world):
    idle = add_unit("民政局", kind="bureau", by="founder", on=NOON)
    post = make_post(world.district, Role.REPORTER, "idle", unit=idle)

    page = board(post)

    assert ITEM not in page
    assert "这里还没有您的项目" in page


@pytest.mark.parametrize("who", ["wang", "far_office"])
@pytest.mark.parametrize("path", ["", "plans/livelihood-2031/"])
def test_for_another_district_it_does_not_exist(world, who, path):
    assert signed_in(getattr(world, who).user).get(near(path)).status_code == 404


def test_a_plan_of_another_district_is_not_found_here(world):
    Plan.objects.filter(pk=world.plan.pk).update(slug="only-here")
    client = signed_in(world.far_office.user)

    assert client.get("/d/linqiao/plans/only-here/").status_code == 404


def test_nobody_is_asked_to_sign_in(world, client):
    signed_in(world.office.user)

    assert client.get(near("")).headers["Location"].startswith("/sign-in/")


def test_every_cell_has_words_for_a_screen_reader(world):
    page = board(world.office)

    assert len(words(page)) == 12
    assert "逾期未报" in page or "待报" in page


def test_a_claim_is_called_a_claim_until_it_is_reviewed(world):
    report = submit(world.slot, world.zhang)
    assert any("自报正常，待审核" in said for said in words(board(world.office)))
    accept(report, world.office)
    assert not any("待审核" in said for said in words(board(world.office)))


def test_a_claim_is_drawn_dashed_and_a_review_is_not(world):
    report = submit(world.slot, world.zhang)
    assert "is-on_schedule is-claimed" in board(world.office)
    accept(report, world.office)
    assert "is-on_schedule is-claimed" not in board(world.office)


def test_problems_stand_above_the_strip_and_their_absence_is_said(world):
    report = submit(
        world.slot,
        world.zhang,
        Words("完成改造老旧管网2公里。", "滞后", "因管线迁改，下一步加快。"),
    )
    accept(report, world.office, reviewed="滞后")
    page = board(world.office)
    assert page.index("concerns") < page.index('class="strip"')
    assert re.search(r'<dt class="is-behind">.*滞后.*1 项', page)


def test_a_quiet_plan_says_that_nothing_is_wrong(world):
    Item.objects.get().slots.all().delete()

    assert "没有逾期、退回和滞后的项目" in board(world.office)


def test_the_next_step_is_the_roles_own(world, monkeypatch):
    submit(world.slot, world.zhang)

    assert "审核 1 份报送" in board(world.office)
    assert "审核 1 份报送" not in board(world.leader)
    assert near("reports/") in board(world.zhang)


def test_a_returned_report_is_named_to_its_unit(world):
    report = submit(world.slot, world.zhang)
    return_report(report, because="请补充数字。", by=world.office, on=NOON, version=report.version)

    assert re.search("已退回|逾期未报", board(world.zhang))


def test_a_district_without_a_plan_is_told_the_first_step(world):
    empty = found_district("kongshan", "空山区", rulebook="default", by="founder", on=NOON)
    office = make_post(empty, Role.OFFICE, "empty-office")

    page = text(signed_in(office.user).get("/d/kongshan/"))

    assert "还没有计划" in page
    assert "/d/kongshan/uploads/" in page


def test_the_words_of_a_page_are_never_markup(world):
    Item.objects.update(text="<script>alert(1)</script>", theme="<b>主题</b>")

    page = board(world.office)

    assert "&lt;script&gt;" in page
    assert "<b>主题" not in page


def test_sixty_items_take_as_many_queries_as_one(world):
    client = signed_in(world.office.user)
    few = count_queries(client, near(""))
    for order in range(2, 61):
        make_slot(make_item(world.plan, world.lead_unit, order=order))

    assert count_queries(client, near("")) == few


def test_a_liaison_with_sixty_items_takes_as_many_queries_as_with_one(world):
    client = signed_in(world.zhang.user)
    few = count_queries(client, near(""))
    for order in range(2, 61):
        make_slot(make_item(world.plan, world.lead_unit, order=order))

    assert count_queries(client, near("")) == few


def test_plans_stand_side_by_side_and_each_has_its_address(world):
    other = make_plan("tasks-2031")
    make_item(other, world.lead_unit, order=7)

    assert "第7片" in board(world.office, "plans/tasks-2031/")
    assert "第7片" not in board(world.office)
