from __future__ import annotations

import pytest

from shishi.web.projects.actions.reports import Words
from shishi.web.projects.models import Item, Slot
from tests.web.factories import accept, make_item, make_slot, submit
from tests.web.pages.asking import count_queries, near, signed_in, text

LEADERS = near("leaders/")
WORDS = Words("完成改造老旧管网2公里。", "滞后", "因管线迁改，下一步加快进场。")


def behind(slot, world):
    return accept(
        submit(slot, world.zhang, WORDS), world.office, reviewed="滞后", because="数字偏少。"
    )


@pytest.mark.parametrize("who", ["leader", "office"])
def test_what_is_behind_is_told_with_why_and_who(world, who):
    behind(world.slot, world)

    page = text(signed_in(getattr(world, who).user).get(LEADERS))

    assert "2031年3月滞后" in page
    assert "因管线迁改" in page
    assert "数字偏少。" in page
    assert "水务局" in page


@pytest.mark.parametrize(("who", "path"), [
    ("zhang", LEADERS), ("li", LEADERS), ("wang", LEADERS), ("far_office", LEADERS),
])  # fmt: skip
def test_for_liaisons_and_other_districts_the_page_does_not_exist(world, who, path):
    assert signed_in(getattr(world, who).user).get(path).status_code == 404


def test_nobody_is_asked_to_sign_in(world, client):
    signed_in(world.office.user)

    assert client.get(LEADERS).headers["Location"].startswith("/sign-in/")


def test_a_plan_that_is_not_there_is_not_found(world):
    assert signed_in(world.leader.user).get(LEADERS + "?plan=elsewhere").status_code == 404


def test_a_leader_is_chosen_by_name_and_a_strange_name_chooses_nobody(world):
    Item.objects.filter(pk=world.slot.item_id).update(leaders=["甲副区长"])
    other = make_item(world.plan, world.lead_unit, order=2)
    Item.objects.filter(pk=other.pk).update(leaders=["乙副区长"])
    for slot in (world.slot, make_slot(other)):
        behind(Slot.objects.get(pk=slot.pk), world)
    client = signed_in(world.leader.user)

    chosen = text(client.get(LEADERS, {"leader": "甲副区长"}))
    assert "第1片" in chosen
    assert "第2片" not in chosen
    assert "第2片" in text(client.get(LEADERS, {"leader": "丙副区长"}))


def test_a_plan_without_problems_says_so(world):
    Slot.objects.all().delete()

    assert "现在没有滞后、逾期和不一致的项目" in text(signed_in(world.leader.user).get(LEADERS))


def test_sixty_items_behind_take_as_many_queries_as_one(world):
    behind(world.slot, world)
    client = signed_in(world.leader.user)
    few = count_queries(client, LEADERS)
    for order in range(2, 61):
        behind(make_slot(make_item(world.plan, world.lead_unit, order=order)), world)

    assert count_queries(client, LEADERS) == few
