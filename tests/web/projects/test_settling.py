from __future__ import annotations

from datetime import timedelta

import pytest

from shishi.web.pages.uploads.doubts import LABELS
from shishi.web.projects import queries
from shishi.web.projects.actions.meanings import choose_meanings
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import Upload
from shishi.web.projects.settling import FIELDS, Settled, count_open, list_settled
from tests.web.factories import NOON, make_plan

DONE = {"by": "office", "on": NOON}
PAGE = """云溪区2031年民生实事项目10月进展情况表
序号 | 项目名称 | 牵头单位 | 配合单位 | 10月进展情况 | 进度状态
1 | 修建步道3条 | 教育局 | 财政局、区水力局 | 截至1024日完成１２条，另有３条开工。 | 有力
2 | 改造泵站5座 | 水利局 | 民政局 | 完成1座。 | 正常
"""


@pytest.fixture
def upload(world):
    return bring_in(PAGE.encode(), "十月.txt", rulebook="beilun", **DONE)


def correct(upload, field, value, **who):
    return correct_cell(
        upload, order=1, field=field, value=value, version=upload.version, **DONE | who
    )


def settled(upload, field):
    return {
        finding["code"]: found
        for finding, found in zip(upload.read["findings"], list_settled(upload), strict=True)
        if finding["place"].get("field") == field and finding["facts"].get("order", 1) == 1
    }


def test_correction_of_a_cell_settles_its_doubt_and_the_record_of_the_doubt_stays(upload):
    before = upload.read["findings"]
    after = correct(upload, "status", "正常")

    assert settled(after, "status")["status-not-in-vocabulary"] == Settled("office", NOON)
    assert after.read["findings"] == before


def test_settled_doubts_are_counted_no_more_where_files_are_listed(upload):
    before = upload.doubts
    correct(upload, "status", "正常")

    assert queries.uploads()[0].doubts == before - 1 == count_open(Upload.objects.get())


def test_the_last_correction_says_who_and_when(upload):
    later = NOON + timedelta(hours=1)
    upload = correct(upload, "status", "滞后")
    upload = correct(upload, "status", "正常", by="second", on=later)

    assert settled(upload, "status")["status-not-in-vocabulary"] == Settled("second", later)


def test_of_two_doubts_of_a_cell_the_one_whose_stretch_still_stands_is_open(upload):
    upload = correct(upload, "progress", "截至10月24日完成１２条，另有３条开工。")

    assert settled(upload, "progress")["damaged-number"]
    assert settled(upload, "progress")["wide-digits"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "有力"),
        ("status", " 有力 "),
        ("item", "修建步道4条"),
        ("support_units", "区水力局"),
    ],
)
def test_print_put_back_another_cell_and_a_name_that_stays_settle_nothing(upload, field, value):
    upload = correct(correct(upload, field, "别的"), field, value)
    last = [c for c in upload.corrections if c["field"] == field][-1]

    assert last["value"] == value
    codes = {"status": "status-not-in-vocabulary", "support_units": "support-unit-unknown"}
    assert settled(upload, field).get(codes.get(field)) is None
    assert count_open(upload) == Upload.objects.get().doubts


def test_a_longer_word_than_the_doubtful_one_settles_the_doubt_of_a_whole_cell(upload):
    assert settled(correct(upload, "status", "有力（正常）"), "status")["status-not-in-vocabulary"]


def test_who_corrected_is_kept_when_the_columns_are_read_anew(upload):
    upload = correct(upload, "status", "正常")
    signature = upload.read["headers"][0]["signature"]
    upload = choose_meanings(
        upload, signature, {4: "other"}, version=upload.version, seen=0, **DONE
    )

    assert settled(upload, "status")["status-not-in-vocabulary"] == Settled("office", NOON)
    assert upload.doubts == count_open(upload)


def test_doubts_stay_settled_after_the_file_is_in_a_plan(upload):
    upload = correct(upload, "status", "正常")
    confirm_upload(upload, plan=make_plan("p"), as_published=False, version=upload.version, **DONE)

    assert settled(Upload.objects.get(), "status")["status-not-in-vocabulary"]


def test_correction_kept_without_its_author_settles_too(upload):
    upload.corrections = [{"order": 1, "field": "status", "value": "正常"}]

    assert settled(upload, "status")["status-not-in-vocabulary"] == Settled("", None)


def test_cell_found_right_of_a_row_that_is_gone_settles_nothing_and_stops_nothing(upload):
    gone = {"order": 99, "field": "item", "value": "修建步道3条", "by": "office"}
    before = count_open(upload)
    upload.checked = [gone | {"on": NOON.isoformat()}]

    assert count_open(upload) == before


def test_row_that_is_found_right_is_all_that_the_preview_shows_of_it():
    assert tuple(LABELS) == FIELDS
