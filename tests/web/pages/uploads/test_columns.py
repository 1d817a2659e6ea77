from __future__ import annotations

import pytest

from shishi.web.projects.actions.meanings import choose_meanings
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import ColumnChoice, Upload
from tests.web.factories import NOON, make_plan
from tests.web.pages.asking import count_queries, near, signed_in, text

DONE = {"by": "office", "on": NOON}
MARCH = """云溪区2031年民生实事项目3月进展情况表
序号 | 项目名称 | 牵头单位 | 办理处室 | 3月进展情况
1 | 修建步道3条 | 建设局 | 园林科 | 已开工3条
2 | 改造泵站5座 | 区水务局 | 排水科 | 完成1座
"""
HEADER = "序号|项目名称|牵头单位|办理处室|进展情况"
AS_READ = {
    "version": "1", "seen": "0", "column-1": "code", "column-2": "item",
    "column-3": "lead_units", "column-4": "other", "column-5": "progress",
}  # fmt: skip


@pytest.fixture
def upload(world):
    return bring_in(MARCH.encode(), "三月.txt", rulebook="default", **DONE)


@pytest.fixture
def office(world):
    return signed_in(world.office.user)


def address(upload, rest=""):
    return near(f"uploads/{upload.pk}/{rest}")


def chosen(upload, columns):
    return choose_meanings(upload, HEADER, columns, version=upload.version, seen=0, **DONE)


def test_the_preview_shows_each_header_word_with_what_it_was_taken_for(office, upload):
    source = text(office.get(address(upload)))
    assert "办理处室" in source
    assert '<option value="lead_units" selected>牵头单位</option>' in source
    assert "认得这个表头" in source


def test_a_guessed_column_says_so_and_its_table_is_open(office, world):
    rows = (
        "序号|项目名称|谁来干|进展情况",
        "1|新建学校3所|区教育局|已开工2所",
        "2|新增床位30张|区卫健局|已完成20张",
    )
    cells = "".join(f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows)
    page = f"<table>{cells}</table>".encode()
    guessed = bring_in(page, "a.html", rulebook="default", **DONE)
    source = text(office.get(address(guessed)))
    assert "1 列是推测的" in source
    assert '<details class="more columns" open>' in source


def test_a_column_that_nothing_matches_says_that_it_is_not_taken_in(office, upload):
    assert text(office.get(address(upload))).count("没有对上，不入库") == 1


def test_a_column_is_chosen_and_the_preview_is_read_anew(office, upload):
    posted = AS_READ | {"column-4": "remark"}
    answer = office.post(address(upload, "columns/1/"), posted, follow=True)
    source = text(answer)
    assert "园林科" in source[source.index('id="r1-remark"') :]
    assert "督查室" in source
    assert "“办理处室”→备注" in source
    assert Upload.objects.get().meanings[HEADER]["columns"] == {"4": "remark"}


def test_the_same_form_twice_changes_the_upload_once(office, upload):
    posted = AS_READ | {"column-4": "remark"}
    answers = [office.post(address(upload, "columns/1/"), posted) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Upload.objects.get().version == 2


def test_a_form_that_changes_nothing_leaves_the_upload_as_it_is(office, upload):
    assert office.post(address(upload, "columns/1/"), AS_READ).status_code == 302
    assert Upload.objects.get().version == 1
    assert not ColumnChoice.objects.exists()


def test_the_next_file_announces_the_remembered_choice_and_how_to_undo_it(office, upload):
    chosen(upload, {4: "remark"})
    april = bring_in(MARCH.replace("3月", "4月").encode(), "四月.txt", rulebook="default", **DONE)
    assert "按上次的选择读取" in text(office.get(address(april)))
    undo = {"version": "1", "seen": "1", "do": "undo"}
    source = text(office.post(address(april, "columns/1/"), undo, follow=True))
    assert "按上次的选择读取" not in source
    assert "已撤销" in source
    assert ColumnChoice.objects.get().columns == {}


def test_two_people_choose_at_once_and_the_second_sees_both(office, upload):
    chosen(upload, {4: "remark"})
    posted = AS_READ | {"column-4": "leaders"}
    answer = office.post(address(upload, "columns/1/"), posted)
    source = text(answer)
    assert answer.status_code == 409
    assert "“办理处室”→区领导" in source
    assert "“办理处室”→备注" in source
    assert Upload.objects.get().meanings[HEADER]["columns"] == {"4": "remark"}


@pytest.mark.parametrize("meaning", ["nonsense", ""])
def test_a_meaning_that_is_none_is_refused_at_its_column(office, upload, meaning):
    answer = office.post(address(upload, "columns/1/"), AS_READ | {"column-4": meaning})
    source = text(answer)
    assert answer.status_code == 422
    assert "field-error" in source
    assert Upload.objects.get().version == 1


def test_meanings_that_leave_no_item_are_refused_with_what_to_do(office, upload):
    answer = office.post(
        address(upload, "columns/1/"), AS_READ | {"column-2": "progress", "column-5": "remark"}
    )
    assert answer.status_code == 422
    assert "请至少让一列是“项目”" in text(answer)
    assert Upload.objects.get().records == 2


def test_a_table_that_is_not_there_is_refused(office, upload):
    assert office.post(address(upload, "columns/7/"), AS_READ).status_code == 422


def test_corrections_that_lost_their_cell_are_named(office, upload):
    correct_cell(upload, order=2, field="progress", value="完成2座", version=1, **DONE)
    posted = AS_READ | {"column-5": "remark", "version": "2"}
    source = text(office.post(address(upload, "columns/1/"), posted, follow=True))
    assert "1 处更正没有保留" in source
    assert "完成1座" in source
    assert "完成2座" in source


def test_a_confirmed_upload_offers_no_choice(world, office, upload):
    confirm_upload(upload, plan=make_plan("p"), as_published=False, version=1, **DONE)
    assert "/columns/" not in text(office.get(address(upload)))
    answer = office.post(
        address(upload, "columns/1/"), AS_READ | {"column-4": "remark", "version": "2"}
    )
    assert answer.status_code == 422


def test_more_columns_take_no_more_queries(office, upload):
    few = count_queries(office, address(upload))
    wide = MARCH.replace("办理处室", "办理处室 | 经办 | 备注").replace("科 |", "科 | 甲 | 乙 |")
    other = bring_in(wide.encode(), "b.txt", rulebook="default", **DONE)
    assert count_queries(office, address(other)) == few
