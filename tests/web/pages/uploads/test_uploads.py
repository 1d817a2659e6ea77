from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shishi.web.pages.uploads import forms
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import Item, Plan, Report, Slot, Upload
from shishi.web.tenancy import open_district
from tests.web.factories import NOON, make_plan
from tests.web.pages.asking import count_queries, hidden, near, signed_in, text

LIST = near("uploads/")
NEW = near("uploads/new/")
DONE = {"by": "office", "on": NOON}
PAGE = """云溪区2031年民生实事项目3月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | 一季度计划目标 | 3月进展情况 | 进度状态
1 | 修建步道3条 | 建设局 | 水务局、财政局 | 开工3条 | 已开工3条 | 正常
2 | 改造泵站5座 | 区水务局 | 建设局 | 完成2座 | 完成1座 | 推进有力
3 | 新增车位200个 | 临河街道 |  | 完成50个 | 完成60个 |
"""


@pytest.fixture
def upload(world):
    return bring_in(PAGE.encode(), "三月.txt", rulebook="default", **DONE)


@pytest.fixture
def office(world):
    return signed_in(world.office.user)


def address(upload, rest=""):
    return near(f"uploads/{upload.pk}/{rest}")


def as_new(upload, **given):
    asked = {
        "target": "new",
        "title": "三月计划",
        "slug": "march",
        "year": "2031",
        "kind": "livelihood",
        "reports_every": "1",
        "take": "published",
        "version": str(upload.version),
    }
    return asked | given


def test_pasted_text_is_read_and_shown(world, office):
    answer = office.post(NEW, {"text": PAGE}, follow=True)
    source = text(answer)
    assert "修建步道3条" in source
    assert "2031年3月" in source
    assert Upload.objects.get().records == 3


def test_a_file_is_read_and_shown(world, office):
    answer = office.post(NEW, {"file": SimpleUploadedFile("三月.txt", PAGE.encode())}, follow=True)
    assert "三月.txt" in text(answer)


def test_the_same_file_twice_is_one_upload(world, office):
    first, second = (office.post(NEW, {"text": PAGE}) for _ in range(2))
    assert first.url == second.url
    assert Upload.objects.count() == 1


def test_a_file_that_cannot_be_read_is_answered_with_what_to_do(world, office):
    answer = office.post(NEW, {"file": SimpleUploadedFile("a.bin", b"\x00\x01\x02\x03")})
    source = text(answer)
    assert answer.status_code == 422
    assert 'href="#id_file"' in source
    assert "请" in source[source.index("field-error") :]
    assert not Upload.objects.exists()


def test_a_file_that_is_too_big_is_refused_before_it_is_read(world, office, monkeypatch):
    monkeypatch.setattr(forms, "MOST_BYTES", 10)
    answer = office.post(NEW, {"file": SimpleUploadedFile("三月.txt", PAGE.encode())})
    assert answer.status_code == 422
    assert "20 MB" in text(answer)
    assert not Upload.objects.exists()


def test_nothing_or_both_is_asked_again_and_the_text_stays(world, office):
    assert office.post(NEW, {"text": "  "}).status_code == 422
    file = SimpleUploadedFile("三月.txt", PAGE.encode())
    answer = office.post(NEW, {"file": file, "text": PAGE})
    assert answer.status_code == 422
    assert "修建步道3条" in text(answer)
    assert not Upload.objects.exists()


def test_findings_stand_in_their_cell_as_shape_and_word(office, upload):
    source = text(office.get(address(upload)))
    cell = source[source.index('id="r2-status"') :]
    assert "severity-" in cell[: cell.index("</td>")]


def test_a_correction_stands_beside_the_print(office, upload):
    there = address(upload, "cells/2/status/")
    version = hidden(office.get(there), "version")
    answer = office.post(there, {"value": "正常", "version": version})
    assert answer.url.endswith("#r2-status")
    source = text(office.get(address(upload)))
    cell = source[source.index('id="r2-status"') :]
    cell = cell[: cell.index("</td>")]
    assert "<del" in cell
    assert "推进有力" in cell
    assert "<ins" in cell


def test_in_place_the_answer_is_the_cell_alone(office, upload):
    there = address(upload, "cells/2/status/")
    piece = office.get(there, headers={"HX-Request": "true"})
    assert "<html" not in text(piece)
    answer = office.post(
        there,
        {"value": "正常", "version": hidden(piece, "version")},
        headers={"HX-Request": "true"},
    )
    assert text(answer).startswith("<div")
    left = office.get(f"{there}?leave=1", headers={"HX-Request": "true"})
    assert "<form" not in text(left)


def test_two_people_correct_at_once_and_both_values_are_shown(office, upload):
    correct_cell(upload, order=2, field="status", value="滞后", version=1, **DONE)
    answer = office.post(address(upload, "cells/2/status/"), {"value": "正常", "version": "1"})
    source = text(answer)
    assert answer.status_code == 409
    assert "滞后" in source
    assert "正常" in source
    assert hidden(answer, "version") == "2"
    assert len(Upload.objects.get().corrections) == 1


@pytest.mark.parametrize("there", ["cells/9/status/", "cells/2/levels/", "cells/2/nonsense/"])
def test_a_cell_that_is_not_there_does_not_exist(office, upload, there):
    posted = {"value": "x", "version": "1"}
    assert office.post(address(upload, there), posted).status_code == 404


def test_confirming_says_what_it_makes(office, upload):
    source = text(office.get(address(upload, "confirm/")))
    assert "项目 3 项" in source
    assert "临河街道" in source
    assert 'value="livelihood-2031-2"' in source


def test_confirming_as_published_makes_a_plan_with_accepted_reports(office, upload):
    assert office.post(address(upload, "confirm/"), as_new(upload)).status_code == 302
    plan = Plan.objects.get(slug="march")
    assert Item.objects.filter(plan=plan).count() == 3
    assert Report.objects.filter(slot__item__plan=plan, stage="accepted").count() == 3


def test_confirming_only_the_promises_leaves_the_reports_open(office, upload):
    office.post(address(upload, "confirm/"), as_new(upload, take="promises"))
    assert Slot.objects.filter(item__plan__slug="march").count() == 3
    assert not Report.objects.exists()


def test_an_empty_plan_can_be_filled_and_a_full_one_not(world, office, upload):
    empty = make_plan("empty")
    posted = as_new(upload, target=str(world.plan.pk))
    assert office.post(address(upload, "confirm/"), posted).status_code == 422
    posted = as_new(upload, target=str(empty.pk), slug="")
    assert office.post(address(upload, "confirm/"), posted).status_code == 302
    assert Item.objects.filter(plan=empty).count() == 3


def test_confirming_twice_makes_one_plan(office, upload):
    posted = as_new(upload)
    answers = [office.post(address(upload, "confirm/"), posted).status_code for _ in range(2)]
    assert answers == [302, 302]
    assert Plan.objects.filter(slug="march").count() == 1


def test_a_correction_made_meanwhile_is_not_confirmed_unseen(office, upload):
    posted = as_new(upload)
    correct_cell(upload, order=1, field="item", value="修建步道4条", version=1, **DONE)
    answer = office.post(address(upload, "confirm/"), posted)
    source = text(answer)
    assert answer.status_code == 422
    assert "三月计划" in source
    assert hidden(answer, "version") == "2"
    assert not Plan.objects.filter(slug="march").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"slug": "livelihood-2031"}, "slug"),
        ({"slug": "民生"}, "slug"),
        ({"title": " "}, "title"),
        ({"year": "三一"}, "year"),
        ({"take": ""}, "take"),
    ],
)
def test_a_plan_that_cannot_be_founded_is_asked_again(office, upload, given, field):
    answer = office.post(address(upload, "confirm/"), as_new(upload, **given))
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in text(answer)
    assert Plan.objects.count() == 1


def test_a_confirmed_upload_is_not_corrected_any_more(world, office, upload):
    confirm_upload(upload, plan=make_plan("p"), as_published=False, version=1, **DONE)
    assert "/cells/" not in text(office.get(address(upload)))
    answer = office.post(address(upload, "cells/2/status/"), {"value": "正常", "version": "2"})
    assert answer.status_code == 409
    assert Upload.objects.get().corrections == []


def test_uploads_are_for_the_office_of_the_district(world, upload):
    for post in (world.zhang, world.leader, world.far_office, world.wang):
        client = signed_in(post.user)
        for there in (LIST, NEW, address(upload), address(upload, "confirm/")):
            assert client.get(there).status_code == 404
        assert client.post(NEW, {"text": PAGE}).status_code == 404
    assert Upload.objects.count() == 1


def test_an_upload_of_another_district_does_not_exist(world, office):
    with open_district(world.other):
        far = bring_in(PAGE.encode(), "远.txt", rulebook="default", **DONE)
    assert office.get(address(far)).status_code == 404
    posted = {"value": "x", "version": "1"}
    assert office.post(address(far, "cells/2/status/"), posted).status_code == 404
    assert office.post(address(far, "confirm/"), as_new(far)).status_code == 404


def test_nobody_is_asked_to_sign_in(upload, client):
    assert client.get(address(upload)).status_code == 302
    assert client.post(address(upload, "confirm/"), as_new(upload)).status_code == 302


def test_sixty_uploads_take_as_many_queries_as_one(office, upload):
    one = count_queries(office, LIST)
    for number in range(59):
        bring_in(
            f"{PAGE}{number + 4} | 植树{number}棵 | 建设局\n".encode(),
            "a.txt",
            rulebook="default",
            **DONE,
        )
    assert count_queries(office, LIST) == one


def doubts(source, name="content"):
    found = source[source.index(f'id="doubts-{name}"') :]
    return found[: found.index("</ol>")]


def test_doubt_of_a_corrected_cell_is_settled_by_whom_and_when(office, upload):
    before = text(office.get(address(upload)))
    correct_cell(upload, order=2, field="status", value="正常", version=1, **DONE)
    source = text(office.get(address(upload)))
    cell = source[source.index('id="r2-status"') :]
    cell = cell[: cell.index("</td>")]

    assert "已处理" not in before
    assert "推进有力" in doubts(source)
    assert doubts(source).count("已处理") == 1
    assert "督查室 2031年4月2日 12:00更正" in cell
    assert "cell-doubtful" not in source[source.index('id="r2-status"') - 40 :][:40]
    assert "还有" in source[source.index('id="open-content"') :][:80]


def test_open_doubts_are_counted_once_more_before_confirming(office, upload):
    before = text(office.get(address(upload, "confirm/")))
    assert f"还有 {upload.doubts} 处提示没有处理" in before

    Upload.objects.update(doubts=0)
    assert "没有处理" not in text(office.get(address(upload, "confirm/")))


def test_doubts_of_other_cells_stay_open_after_a_correction(office, upload):
    correct_cell(upload, order=1, field="status", value="滞后", version=1, **DONE)

    assert "已处理" not in text(office.get(address(upload)))


def test_in_place_the_lists_of_doubts_come_with_the_cell(office, upload):
    answer = office.post(
        address(upload, "cells/2/status/"),
        {"value": "正常", "version": "1"},
        headers={"HX-Request": "true"},
    )

    source = text(answer)
    assert doubts(source).count("已处理") == 1
    assert 'id="open-content" hx-swap-oob="true"' in source


TICKED = (
    "序号|项目名称|牵头单位|3月进展情况|是否完成",
    "1|修建步道3条|建设局|已开工3条|√",
    "2|改造泵站5座|区水务局|完成1座|×",
)


def test_a_column_that_is_blank_is_shown_where_its_cells_are_asked_about(office, world):
    cells = "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in TICKED)
    page = f"<h1>云溪区2031年民生实事项目3月进展情况表</h1><table>{cells}</table>".encode()
    ticked = bring_in(page, "三月.html", rulebook="default", **DONE)
    source = text(office.get(address(ticked)))
    assert 'id="r1-status"' in source
    assert 'href="#r1-status"' in source
    assert 'id="r1-theme"' not in source
    correct_cell(ticked, order=1, field="status", value="完成", version=ticked.version, **DONE)
    assert "完成" in text(office.get(address(ticked))).split('id="r1-status"')[1]
