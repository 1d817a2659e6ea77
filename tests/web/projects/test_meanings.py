from __future__ import annotations

import pytest

from shishi.web.accounts.models import Event
from shishi.web.projects.actions.meanings import choose_meanings, meanings_of
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import ColumnChoice, Upload
from shishi.web.projects.refusals import Changed, NothingLeft
from shishi.web.tenancy import open_district
from tests.web.factories import NOON, make_plan

DONE = {"by": "office", "on": NOON}
MARCH = """云溪区2031年民生实事项目3月进展情况表
序号 | 项目名称 | 牵头单位 | 办理处室 | 3月进展情况
1 | 修建步道3条 | 建设局 | 园林科 | 已开工3条
2 | 改造泵站5座 | 区水务局 | 排水科 | 完成1座
"""
APRIL = MARCH.replace("3月", "4月").replace("已开工3条", "完工2条")
HEADER = "序号|项目名称|牵头单位|办理处室|进展情况"


def read(text=MARCH, name="三月.txt"):
    return bring_in(text.encode(), name, rulebook="default", **DONE)


def choose(upload, columns, *, signature=HEADER, version=None, seen=0, by="office"):
    version = upload.version if version is None else version
    return choose_meanings(upload, signature, columns, by=by, on=NOON, version=version, seen=seen)


def first(upload):
    return upload.read["records"][0]


def test_a_column_that_a_person_names_is_read_as_that(world):
    upload = read()
    assert first(upload)["remark"] is None
    chosen = choose(upload, {4: "remark"})
    assert first(chosen)["remark"] == "园林科"
    assert (chosen.version, chosen.records) == (2, 2)


def test_the_next_file_with_the_same_header_is_read_the_same_way_whatever_its_month(world):
    choose(read(), {4: "remark"})
    april = read(APRIL, "四月.txt")
    assert first(april)["remark"] == "园林科"
    assert april.meanings[HEADER]["remembered"]
    assert Event.objects.filter(action="bring-in").last().facts["meanings"] == {
        HEADER: {"4": "remark"}
    }


def test_a_file_with_another_header_is_read_as_it_is(world):
    choose(read(), {4: "remark"})
    other = read(APRIL.replace("办理处室", "经办处室"), "四月.txt")
    assert other.meanings == {}
    assert first(other)["remark"] is None


def test_another_district_remembers_nothing_of_it(world):
    choose(read(), {4: "remark"})
    with open_district(world.other):
        assert read().meanings == {}
        assert not ColumnChoice.objects.exists()


def test_a_choice_taken_back_is_not_remembered_and_the_file_is_read_as_before(world):
    before = read()
    chosen = choose(before, {4: "remark"})
    back = choose(chosen, {}, seen=1)
    assert back.read["records"] == before.read["records"]
    assert back.meanings == {}
    assert read(APRIL, "四月.txt").meanings == {}
    assert ColumnChoice.objects.get().version == 2


def test_corrections_stay_where_the_print_is_the_same_and_are_named_where_it_is_not(world):
    upload = correct_cell(read(), order=1, field="item", value="修步道4条", version=1, **DONE)
    upload = correct_cell(upload, order=2, field="progress", value="完成2座", version=2, **DONE)
    chosen = choose(upload, {5: "remark", 4: "progress"})
    assert [c["value"] for c in chosen.corrections] == ["修步道4条"]
    assert [(c["order"], c["field"], c["value"], c["printed"]) for c in chosen.dropped] == [
        (2, "progress", "完成2座", "完成1座")
    ]
    assert Event.objects.last().facts["dropped"] == [
        {"order": 2, "field": "progress", "value": "完成2座"}
    ]


def test_dropped_corrections_come_back_with_their_cells(world):
    upload = correct_cell(read(), order=2, field="progress", value="完成2座", version=1, **DONE)
    chosen = choose(upload, {5: "remark"})
    assert chosen.corrections == []
    back = choose(chosen, {}, seen=1)
    assert (back.corrections, back.dropped) == (upload.corrections, [])


def test_a_choice_under_which_nothing_is_left_changes_nothing(world):
    upload = read()
    with pytest.raises(NothingLeft):
        choose(upload, {2: "progress", 5: "remark"})
    assert Upload.objects.get().version == 1
    assert not ColumnChoice.objects.exists()


def test_a_remembered_choice_that_leaves_nothing_is_not_applied(world):
    choose(read(), {4: "remark"})
    ColumnChoice.objects.update(columns={"2": "progress", "5": "remark"})
    april = read(APRIL, "四月.txt")
    assert (april.records, april.meanings) == (2, {})


def test_of_two_people_at_one_file_the_second_is_told(world):
    upload = read()
    choose(upload, {4: "remark"})
    with pytest.raises(Changed):
        choose(upload, {4: "leaders"}, version=1, by="second")
    assert Upload.objects.get().meanings[HEADER]["columns"] == {"4": "remark"}


def test_of_two_people_at_two_files_with_one_header_the_second_is_told(world):
    march, april = read(), read(APRIL, "四月.txt")
    choose(march, {4: "remark"})
    with pytest.raises(Changed):
        choose(april, {4: "leaders"}, by="second")
    assert choose(april, {4: "leaders"}, seen=1, by="second").version == 2


@pytest.mark.parametrize(
    ("signature", "columns"),
    [
        (HEADER, {4: "nonsense"}),
        (HEADER, {6: "remark"}),
        (HEADER, {0: "remark"}),
        ("序号|别的", {1: "remark"}),
    ],
)
def test_a_column_or_a_meaning_that_is_none_is_refused(world, signature, columns):
    with pytest.raises(ValueError, match="column"):
        choose(read(), columns, signature=signature)
    assert Upload.objects.get().version == 1


def test_a_confirmed_upload_keeps_its_columns(world):
    upload = read()
    confirm_upload(upload, plan=make_plan("p"), as_published=False, version=1, **DONE)
    with pytest.raises(ValueError, match="chosen"):
        choose(upload, {4: "remark"}, version=2)


def test_a_column_goes_by_its_number_under_its_header():
    two = {"甲|乙|乙": {"columns": {"1": "item", "3": "goal"}}, "丙": {"columns": {"1": "remark"}}}
    assert meanings_of(two) == {
        ("甲|乙|乙", 1): "item",
        ("甲|乙|乙", 3): "goal",
        ("丙", 1): "remark",
    }


TWO = (
    MARCH
    + """

二、其他实事项目3月进展情况表
序号 | 项目名称 | 牵头单位 | 一季度计划目标 | 3月进展情况
1 | 新建书房5家 | 文旅局 | 开工2家 | 已开工2家
2 | 种植行道树90棵 | 住建局 | 种植40棵 | 种植42棵
"""
)


def test_a_column_chosen_in_one_table_leaves_the_table_of_another_header_alone(world):
    upload = read(TWO)
    assert len(upload.read["headers"]) == 2
    goals = [record["goal"] for record in upload.read["records"]]

    chosen = choose(upload, {4: "remark"})

    assert [record["remark"] for record in chosen.read["records"]] == [
        "园林科",
        "排水科",
        None,
        None,
    ]
    assert [record["goal"] for record in chosen.read["records"]] == goals
    assert goals[2:] == ["开工2家", "种植40棵"]


def test_what_is_remembered_of_one_header_leaves_the_other_tables_of_the_next_file_alone(world):
    choose(read(), {4: "remark"})

    two = read(TWO, "两张表.txt")

    assert [record["remark"] for record in two.read["records"]] == ["园林科", "排水科", None, None]
    assert two.read["records"][2]["goal"] == "开工2家"


TWICE = """<h1>云溪区2031年民生实事项目3月进展情况表</h1>
<table><tr><th>序号<th>项目名称<th>牵头单位<th>目标<th>目标<th>3月进展情况</tr>
<tr><td>1<td>修建步道3条<td>建设局<td>全年3条<td>开工3条<td>已开工3条</tr>
<tr><td>2<td>改造泵站5座<td>区水务局<td>全年5座<td>完成2座<td>完成1座</tr></table>
<p>其他项目</p>
<table><tr><th>序号<th>项目名称<th>目标<th>办理单位<th>目标<th>3月进展情况</tr>
<tr><td>1<td>新建书房5家<td>全年5家<td>文旅局<td>开工2家<td>已开工2家</tr>
<tr><td>2<td>种植行道树90棵<td>全年90棵<td>住建局<td>种植40棵<td>种植42棵</tr></table>"""
SAME_WORD = "序号|项目名称|牵头单位|目标|目标|进展情况"


def goals(upload):
    return [record["goal"] for record in upload.read["records"]]


@pytest.mark.parametrize(("number", "chosen"), [(4, "全年3条"), (5, "开工3条")])
def test_of_two_columns_of_one_word_the_one_that_is_meant_is_read(world, number, chosen):
    upload = read(TWICE, "三月.html")
    others = goals(upload)[2:]
    other = 9 - number

    upload = choose(upload, {number: "goal", other: "remark"}, signature=SAME_WORD)

    assert goals(upload)[0] == chosen
    assert goals(upload)[2:] == others
    assert first(upload)["remark"] == ({"全年3条", "开工3条"} - {chosen}).pop()
    assert all(record["remark"] is None for record in upload.read["records"][2:])


@pytest.mark.parametrize("number", [4, 5])
def test_which_column_of_one_word_is_meant_is_remembered_for_the_next_file(world, number):
    choose(read(TWICE, "三月.html"), {number: "goal"}, signature=SAME_WORD)

    april = read(TWICE.replace("3月", "4月"), "四月.html")

    assert goals(april)[:2] == [["全年3条", "全年5座"], ["开工3条", "完成2座"]][number - 4]
    assert april.meanings[SAME_WORD]["columns"] == {str(number): "goal"}


def test_a_word_that_another_table_has_too_is_overruled_in_its_own_table_alone(world):
    upload = read(TWO)
    progress = [record["progress"] for record in upload.read["records"]]

    chosen = choose(upload, {5: "explanation"})

    assert [r["progress"] for r in chosen.read["records"]] == [None, None, *progress[2:]]
    assert [r["explanation"] for r in chosen.read["records"]] == [*progress[:2], None, None]
