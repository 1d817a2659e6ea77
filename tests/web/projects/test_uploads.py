from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shishi.errors import UnreadableSource
from shishi.web.accounts.models import Event, Unit
from shishi.web.projects.actions.uploads import (
    bring_in,
    confirm_upload,
    correct_cell,
    corrected_records,
)
from shishi.web.projects.models import Goal, Item, Report, Slot, Upload, Verdict
from shishi.web.projects.refusals import Changed
from tests.web.factories import NOON, make_plan

DONE = {"by": "office", "on": NOON}
PAGE = """云溪区2031年民生实事项目3月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | 一季度计划目标 | 3月进展情况 | 进度状态
1 | 修建步道3条 | 建设局 | 水务局、财政局 | 开工3条 | 已开工3条 | 正常
2 | 改造泵站5座 | 区水务局 | 建设局 | 完成2座 | 完成1座 | 推进有力
3 | 新增车位200个 | 临河街道 |  | 完成50个 | 完成60个 |
"""


def read(text=PAGE):
    return bring_in(text.encode(), "三月.txt", rulebook="default", **DONE)


def confirmed(world, *, as_published=True, text=PAGE):
    upload, plan = read(text), make_plan("second")
    confirm_upload(upload, plan=plan, as_published=as_published, version=upload.version, **DONE)
    return plan


def test_a_file_is_kept_as_it_was_with_what_was_read(world):
    upload = read()
    assert bytes(Upload.objects.get().data) == PAGE.encode()
    assert (upload.records, upload.read["period"]["report"]) == (3, "2031-03")


def test_the_same_bytes_again_give_the_first_upload(world):
    first = read()
    assert read().pk == first.pk
    assert Event.objects.filter(action="bring-in").count() == 1


def test_the_same_bytes_after_confirmation_are_a_new_upload(world):
    confirmed(world)
    assert read().plan_id is None
    assert Upload.objects.count() == 2


def test_a_file_that_cannot_be_read_leaves_nothing(world):
    with pytest.raises(UnreadableSource):
        bring_in(b"\x00\x01\x02", "a.bin", rulebook="default", **DONE)
    assert not Upload.objects.exists()


def test_a_correction_lies_over_what_was_printed_and_the_print_stays(world):
    upload = read()
    correct_cell(upload, order=2, field="lead_units", value="水务局、建设局", version=1, **DONE)
    upload.refresh_from_db()
    assert corrected_records(upload)[1]["lead_units"] == ["水务局", "建设局"]
    assert upload.read["records"][1]["lead_units"] == ["区水务局"]


@pytest.mark.parametrize(
    ("order", "field"), [(9, "item"), (1, "order"), (1, "place"), (1, "measures")]
)
def test_a_cell_that_is_not_there_cannot_be_corrected(world, order, field):
    with pytest.raises(ValueError, match="corrected"):
        correct_cell(read(), order=order, field=field, value="x", version=1, **DONE)


def test_a_confirmed_upload_cannot_be_corrected(world):
    confirmed(world)
    upload = Upload.objects.get()
    with pytest.raises(ValueError, match="corrected"):
        correct_cell(upload, order=1, field="item", value="x", version=2, **DONE)


def test_correcting_or_confirming_what_somebody_changed_meanwhile_is_refused(world):
    upload = read()
    correct_cell(upload, order=1, field="item", value="修建步道4条", version=1, **DONE)
    with pytest.raises(Changed):
        correct_cell(upload, order=1, field="item", value="修建步道5条", version=1, **DONE)
    with pytest.raises(Changed):
        confirm_upload(upload, plan=make_plan("second"), as_published=True, version=1, **DONE)


def test_a_confirmed_page_becomes_items_with_parts_goals_slots_and_reports(world):
    plan = confirmed(world)
    first, second, third = Item.objects.filter(plan=plan)
    assert [part.printed for part in first.parts.all()] == ["建设局", "水务局", "财政局"]
    assert second.parts.first().unit == world.lead_unit  # 区水务局 is registered as 水务局
    assert Unit.objects.get(name="临河街道").kind == "subdistrict"
    assert set(Goal.objects.filter(item__plan=plan).values_list("period", flat=True)) == {"2031Q1"}
    assert Slot.objects.filter(item=third).get().due_on.isoformat() == "2031-03-31"
    assert Report.objects.filter(slot__item__plan=plan, stage="accepted").count() == 3


def test_a_published_status_is_reviewed_as_printed_or_cannot_be_judged(world):
    plan = confirmed(world)
    verdicts = Verdict.objects.filter(report__slot__item__plan=plan).order_by("pk")
    assert [(v.claimed, v.reviewed_word, bool(v.because)) for v in verdicts] == [
        ("正常", "正常", False),
        ("推进有力", "无法判断", True),
        ("", "无法判断", True),
    ]


def test_without_as_published_only_promises_and_slots_are_made(world):
    plan = confirmed(world, as_published=False)
    assert Slot.objects.filter(item__plan=plan).count() == 3
    assert not Report.objects.exists()


def test_a_plan_that_has_items_takes_no_upload(world):
    with pytest.raises(ValueError, match="items"):
        confirm_upload(read(), plan=world.plan, as_published=True, version=1, **DONE)
    assert Item.objects.filter(plan=world.plan).count() == 1


def test_an_upload_is_confirmed_once(world):
    confirmed(world)
    upload = Upload.objects.get()
    with pytest.raises(ValueError, match="before"):
        confirm_upload(upload, plan=make_plan("third"), as_published=True, version=2, **DONE)


def test_goals_of_a_page_that_names_no_time_for_them_are_the_years_and_the_event_says_so(world):
    text = "序号 | 项目名称 | 牵头单位 | 目标任务\n1 | 步道建设 | 建设局 | 修建步道3条\n"
    plan = confirmed(world, text=text)
    goal = Goal.objects.get(item__plan=plan)
    told = Event.objects.get(action="confirm-upload").facts
    assert goal.period == "2031"
    assert (told["goal_period"], told["goal_period_printed"]) == ("2031", False)


def test_a_printed_status_of_any_length_is_kept_whole(world):
    long = "总体推进正常但个别点位因政策调整需要重新选址"
    plan = confirmed(world, text=PAGE.replace("推进有力", long))
    assert Report.objects.filter(slot__item__plan=plan, claimed=long).exists()


def test_money_is_kept_in_yuan(world):
    text = "序号 | 项目名称 | 牵头单位 | 总投资(万元)\n1 | 修建步道3条 | 建设局 | 1250.5\n"
    assert Item.objects.get(plan=confirmed(world, text=text)).investment == Decimal(12505000)


def queries_to_confirm(slug, *, rows):
    head = PAGE.splitlines()[:2]
    body = [
        f"{n} | 修建步道{n}条 | 水务局 | 建设局 | 开工 | 开工 | 正常" for n in range(1, rows + 1)
    ]
    upload = read("\n".join([*head, *body, ""]))
    plan = make_plan(slug)
    with CaptureQueriesContext(connection) as made:
        confirm_upload(upload, plan=plan, as_published=True, version=1, **DONE)
    return len(made)


def test_confirming_asks_as_often_however_many_units_are_registered(world):
    few = queries_to_confirm("few", rows=6)
    Unit.objects.bulk_create(Unit(name=f"单位{number}") for number in range(60))
    assert queries_to_confirm("many", rows=6) == few


def test_confirming_takes_the_same_few_queries_for_each_row(world):
    one, two, three = (queries_to_confirm(f"rows-{n}", rows=n) for n in (10, 11, 12))
    assert two - one == three - two <= 20
