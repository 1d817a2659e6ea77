from __future__ import annotations

from datetime import date

from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.actions.reports import return_report
from shishi.web.projects.models import Item, Slot
from tests.web.factories import DUE, MARCH, NOON, accept, make_item, make_plan, make_slot, submit
from tests.web.pages.asking import count_queries, near, signed_in, text

LIST = near("reports/")


def test_what_was_returned_stands_first(world):
    submit(world.slot, world.zhang)
    item = make_item(world.plan, world.lead_unit, order=2)
    open_slots(world.plan, MARCH, due_on=DUE, by="office", on=NOON)
    report = submit(Slot.objects.get(item=item), world.zhang)
    return_report(report, because="请写明累计数。", by=world.office, on=NOON, version=1)
    source = text(signed_in(world.zhang.user).get(LIST))
    assert source.index("（第2片）") < source.index("（第1片）")
    assert "请写明累计数。" in source


def test_another_unit_sees_none_of_it(world):
    source = text(signed_in(world.li.user).get(LIST))
    assert "（第1片）" not in source
    assert "现在没有要填报的" in source


def test_the_list_is_for_reporters(world):
    assert signed_in(world.office.user).get(LIST).status_code == 404
    assert signed_in(world.leader.user).get(LIST).status_code == 404
    assert signed_in(world.wang.user).get(LIST).status_code == 404


def test_sixty_slots_take_as_many_queries_as_one(world):
    client = signed_in(world.zhang.user)
    submit(world.slot, world.zhang)
    one = count_queries(client, LIST)
    for order in range(2, 61):
        make_item(world.plan, world.lead_unit, order=order)
    open_slots(world.plan, MARCH, due_on=DUE, by="office", on=NOON)
    assert Item.objects.count() == 60
    assert count_queries(client, LIST) == one


def test_a_period_is_opened_once_for_every_item(world):
    client = signed_in(world.office.user)
    address = near(f"reports/open/{world.plan.pk}/")
    text(client.get(address))
    posted = {"period": "2031-04", "due_on": "2031-05-08"}
    assert client.post(address, posted).status_code == 302
    assert client.post(address, posted).status_code == 302
    assert Slot.objects.filter(period="2031-04").count() == 1
    assert "2031年4月" in text(client.get(address))


def test_a_period_needs_a_day(world):
    client = signed_in(world.office.user)
    address = near(f"reports/open/{world.plan.pk}/")
    answer = client.post(address, {"period": "2031-04", "due_on": "五月初"})
    assert answer.status_code == 422
    assert "2024-11-05" in text(answer)
    assert not Slot.objects.filter(period="2031-04").exists()


def test_a_plan_without_items_has_nothing_to_open(world):
    empty = make_plan("empty")
    source = text(signed_in(world.office.user).get(near(f"reports/open/{empty.pk}/")))
    assert "计划里还没有项目" in source


def test_a_plan_of_another_district_does_not_exist(world):
    address = near(f"reports/open/{world.far_plan.pk}/")
    client = signed_in(world.office.user)
    assert client.get(address).status_code == 404
    assert client.post(address, {"period": "2031-04", "due_on": "2031-05-08"}).status_code == 404


def test_accepted_reports_stand_newest_first_and_older_ones_are_folded(world):
    accept(submit(world.slot, world.zhang), world.office)
    for month in (4, 5):
        slot = make_slot(world.slot.item, f"2031-0{month}", due_on=date(2031, month + 1, 8))
        accept(submit(slot, world.zhang), world.office)

    source = text(signed_in(world.zhang.user).get(LIST))

    may, april, march = (f">2031年{month}月<" for month in (5, 4, 3))
    places = [source.index(said) for said in (may, "<details", april, march)]
    assert places == sorted(places)
    assert "更早的 2 项" in source
