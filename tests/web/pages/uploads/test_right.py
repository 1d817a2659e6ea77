from __future__ import annotations

import pytest

from shishi.web.accounts.models import Event
from shishi.web.projects.actions.checking import find_open, find_right
from shishi.web.projects.actions.meanings import choose_meanings
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed
from shishi.web.projects.settling import count_open, list_settled
from tests.web.factories import NOON, make_plan
from tests.web.pages.asking import near, signed_in, text

DONE = {"by": "office", "on": NOON}
PAGE = """云溪区2031年民生实事项目10月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | 10月进展情况 | 进度状态
1 | 修建步道3条 | 教育局 | 财政局、区水力局 | 截至1024日完成１２条，另有３条开工。 | 完成
2 | 改造泵站5座 | 水利局 | 民政局 | 完成1座。 | 正常
"""
PRINTED = "截至1024日完成１２条，另有３条开工。"


@pytest.fixture
def upload(world):
    return bring_in(PAGE.encode(), "十月.txt", rulebook="beilun", **DONE)


@pytest.fixture
def office(world):
    return signed_in(world.office.user)


def there(upload, cell="1/progress"):
    return near(f"uploads/{upload.pk}/cells/{cell}/right/")


def open_at(upload, order, field):
    return find_open(upload).get((order, field), [])


def ways(upload):
    upload = Upload.objects.get(pk=upload.pk)
    return [settled.as_it_stands for settled in list_settled(upload) if settled]


def test_cell_found_right_settles_all_its_doubts_and_keeps_print_and_findings(upload):
    before, open_before = upload.read, open_at(upload, 1, "progress")
    about_it = [f for f in before["findings"] if f["place"].get("field") == "progress"]
    after = find_right(upload, [(1, "progress")], version=upload.version, **DONE)

    assert len(open_before) > 1
    assert open_at(after, 1, "progress") == []
    assert (after.read, after.corrections) == (before, [])
    assert after.doubts == count_open(after) == upload.doubts - len(open_before)
    assert ways(upload) == [True] * len(about_it)


def test_cell_found_right_is_an_event_that_names_the_doubts_and_what_stood(upload):
    codes = open_at(upload, 1, "progress")
    find_right(upload, [(1, "progress")], version=upload.version, **DONE)

    told = Event.objects.get(action="find-right")
    assert told.facts["codes"] == codes
    assert told.facts["value"] == PRINTED


HALF_MENDED = "截至1024日完成12条，另有3条开工。"


def test_correction_afterwards_opens_what_still_stands(upload):
    upload = find_right(upload, [(1, "progress")], version=upload.version, **DONE)
    after = correct_cell(
        upload, order=1, field="progress", value=HALF_MENDED, version=upload.version, **DONE
    )

    assert "damaged-number" in open_at(after, 1, "progress")


def test_corrected_cell_found_right_settles_what_the_correction_left_open(upload):
    upload = correct_cell(
        upload, order=1, field="progress", value=HALF_MENDED, version=upload.version, **DONE
    )
    corrected = ways(upload)
    after = find_right(upload, [(1, "progress")], version=upload.version, **DONE)

    assert open_at(after, 1, "progress") == []
    assert True not in corrected
    assert ways(after).count(False) == len(corrected)


@pytest.mark.parametrize(("order", "field"), [(2, "progress"), (1, "item"), (1, ""), (9, "item")])
def test_cell_or_row_without_an_open_doubt_cannot_be_found_right(upload, order, field):
    with pytest.raises(ValueError, match="in doubt"):
        find_right(upload, [(order, field)], version=upload.version, **DONE)
    assert not Event.objects.filter(action="find-right").exists()


def test_upload_that_is_confirmed_or_has_changed_is_refused(upload, world):
    with pytest.raises(Changed):
        find_right(upload, [(1, "progress")], version=upload.version + 1, **DONE)
    plan = make_plan(slug="fresh")
    confirm_upload(upload, plan=plan, as_published=False, version=upload.version, **DONE)
    upload.refresh_from_db()
    with pytest.raises(ValueError, match="in doubt"):
        find_right(upload, [(1, "progress")], version=upload.version, **DONE)


def test_button_settles_the_cell_in_place_and_says_who_and_when(office, upload):
    page = office.get(near(f"uploads/{upload.pk}/"))
    assert there(upload) in page.content.decode()
    assert there(upload, "2/progress") not in page.content.decode()

    answer = office.post(there(upload), {"value": PRINTED}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "核对无误" in text(answer)
    assert there(upload) not in answer.content.decode()


def test_button_without_scripts_leads_back_to_the_cell(office, upload):
    answer = office.post(there(upload), {"value": PRINTED})
    assert answer.status_code == 302
    assert answer.url.endswith("#r1-progress")
    assert ways(upload)


def test_second_click_changes_nothing(office, upload):
    office.post(there(upload), {"value": PRINTED})
    office.post(there(upload), {"value": PRINTED})
    assert Event.objects.filter(action="find-right").count() == 1


def test_cell_that_another_person_corrected_meanwhile_is_not_found_right(office, upload):
    value = "截至10月24日完成１２条，另有３条开工。"
    correct_cell(upload, order=1, field="progress", value=value, version=upload.version, **DONE)
    answer = office.post(there(upload), {"value": PRINTED}, follow=True)

    assert not Event.objects.filter(action="find-right").exists()
    assert answer.status_code == 200


def test_row_that_is_not_there_and_a_liaison_are_refused(office, upload, world):
    assert office.post(there(upload, "9/item"), {"value": ""}).status_code == 404
    assert signed_in(world.zhang.user).post(there(upload), {"value": PRINTED}).status_code in (
        403,
        404,
    )
    assert not Event.objects.filter(action="find-right").exists()


def doubt_row(upload, order, code):
    """Put a row of an upload as a whole in doubt."""
    finding = {"code": code, "about": "reading", "severity": "asks", "facts": {"order": order}}
    place = upload.read["records"][order - 1]["place"]
    upload.read["findings"].append(finding | {"place": place})
    upload.doubts = count_open(upload)
    upload.save()


@pytest.fixture
def odd_row(upload):
    """Give an upload whose second row as a whole is in doubt."""
    doubt_row(upload, 2, "item-missing")
    return upload


def test_doubt_of_a_whole_row_has_its_button_in_the_list_and_is_settled_by_it(office, odd_row):
    row = near(f"uploads/{odd_row.pk}/rows/right/")
    assert row in office.get(near(f"uploads/{odd_row.pk}/")).content.decode()

    office.post(row, {"version": odd_row.version, "row": 2})

    assert Event.objects.get(action="find-right").facts["codes"] == ["item-missing"]
    assert row not in office.get(near(f"uploads/{odd_row.pk}/")).content.decode()


def test_row_found_right_is_in_doubt_again_when_one_of_its_cells_changes(odd_row):
    upload = find_right(odd_row, [(2, "")], version=odd_row.version, **DONE)
    after = correct_cell(
        upload, order=2, field="item", value="改造泵站6座", version=upload.version, **DONE
    )
    assert open_at(after, 2, "") == ["item-missing"]


def test_row_of_another_version_is_not_found_right(office, odd_row):
    office.post(
        near(f"uploads/{odd_row.pk}/rows/right/"), {"version": odd_row.version + 1, "row": 2}
    )
    assert not Event.objects.filter(action="find-right").exists()


def test_cell_found_right_stays_so_when_the_file_is_read_anew_with_the_same_print(upload):
    upload = find_right(upload, [(1, "progress")], version=upload.version, **DONE)
    [header] = upload.read["headers"]
    after = choose_meanings(
        upload, header["signature"], {6: "remark"}, version=upload.version, seen=0, **DONE
    )
    assert open_at(after, 1, "progress") == []
    assert after.checked


def test_cell_found_right_is_in_doubt_again_when_it_is_read_as_another_column(upload):
    upload = find_right(upload, [(1, "progress")], version=upload.version, **DONE)
    [header] = upload.read["headers"]
    after = choose_meanings(
        upload, header["signature"], {5: "goal"}, version=upload.version, seen=0, **DONE
    )
    assert "damaged-number" in open_at(after, 1, "goal")


@pytest.fixture
def odd_rows(upload):
    """Give an upload whose rows as a whole are both in the same doubt."""
    for order in (1, 2):
        doubt_row(upload, order, "row-unsure")
    return upload


def test_doubts_alike_of_two_rows_are_told_once_and_settled_with_one_click(office, odd_rows):
    page = text(office.get(near(f"uploads/{odd_rows.pk}/")))
    assert '<a href="#r1">第 1 行</a>、<a href="#r2">第 2 行</a>：' in page
    assert "2 行核对无误" in page

    told = {"version": odd_rows.version, "row": [1, 2]}
    office.post(near(f"uploads/{odd_rows.pk}/rows/right/"), told)

    assert open_at(Upload.objects.get(pk=odd_rows.pk), 1, "") == []
    assert open_at(Upload.objects.get(pk=odd_rows.pk), 2, "") == []
    assert Event.objects.filter(action="find-right").count() == 2


def test_doubts_of_two_rows_in_other_words_are_told_each_by_itself(office, odd_row):
    doubt_row(odd_row, 1, "row-unsure")
    assert "2 行核对无误" not in text(office.get(near(f"uploads/{odd_row.pk}/")))


def test_one_of_several_rows_that_nobody_doubts_is_left_as_it_is(office, odd_row):
    told = {"version": odd_row.version, "row": [1, 2]}
    office.post(near(f"uploads/{odd_row.pk}/rows/right/"), told)
    assert Event.objects.get(action="find-right").facts["order"] == 2


def test_rows_of_which_one_cannot_be_found_right_are_all_left_open(odd_row):
    with pytest.raises(ValueError, match="row 1"):
        find_right(odd_row, [(2, ""), (1, "")], version=odd_row.version, **DONE)
    assert open_at(Upload.objects.get(pk=odd_row.pk), 2, "") == ["item-missing"]


@pytest.mark.parametrize("rows", [[], ["9"], ["2", "9"], ["x"], ["9" * 5000]])
def test_rows_that_are_not_there_are_not_found(office, odd_row, rows):
    told = {"version": odd_row.version, "row": rows}
    assert office.post(near(f"uploads/{odd_row.pk}/rows/right/"), told).status_code == 404


def test_what_stands_in_a_column_that_nobody_knows_is_shown_with_its_row(office, world):
    page = PAGE.replace("完成1座。 | 正常", "完成1座。 | 正常 | 余下九月开工")
    upload = bring_in(page.encode(), "十月.txt", rulebook="beilun", **DONE)
    shown = text(office.get(near(f"uploads/{upload.pk}/")))
    assert "其他栏目" in shown
    assert '<dt>第 7 列</dt><dd class="verbatim">余下九月开工</dd>' in shown


def test_page_without_such_columns_has_none_of_them_in_its_preview(office, upload):
    assert "其他栏目" not in text(office.get(near(f"uploads/{upload.pk}/")))


def test_doubt_of_another_kind_about_the_same_row_stays_open(office, odd_rows):
    doubt_row(odd_rows, 2, "item-missing")
    told = {"version": odd_rows.version, "row": [1, 2], "code": "row-unsure"}
    office.post(near(f"uploads/{odd_rows.pk}/rows/right/"), told)

    assert open_at(Upload.objects.get(pk=odd_rows.pk), 1, "") == []
    assert open_at(Upload.objects.get(pk=odd_rows.pk), 2, "") == ["item-missing"]


def test_two_doubts_alike_of_one_row_are_one_row_and_one_click(office, odd_row):
    doubt_row(odd_row, 2, "item-missing")
    assert "2 行核对无误" not in text(office.get(near(f"uploads/{odd_row.pk}/")))

    told = {"version": odd_row.version, "row": [2, 2], "code": "item-missing"}
    office.post(near(f"uploads/{odd_row.pk}/rows/right/"), told)
    assert Event.objects.filter(action="find-right").count() == 1
    assert len(Upload.objects.get(pk=odd_row.pk).checked) == 1


@pytest.mark.parametrize("field", ["bogus", "place", "other", "measures"])
def test_cell_that_no_row_has_is_not_found(office, upload, field):
    assert office.post(there(upload, f"1/{field}"), {"value": ""}).status_code == 404


@pytest.mark.parametrize("version", ["", "x", "9" * 5000])
def test_version_that_is_none_settles_nothing(office, odd_row, version):
    told = {"version": version, "row": 2}
    assert office.post(near(f"uploads/{odd_row.pk}/rows/right/"), told).status_code == 302
    assert not Event.objects.filter(action="find-right").exists()
