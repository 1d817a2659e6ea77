import re

import pytest

from shishi.layouts.flows.strips.names import CHIEF, sure_names
from shishi.layouts.flows.strips.people import find_people, people_on_page
from shishi.records import Field
from tests.layouts.invented import TITLE, column, page_of

BEFORE_UNITS = (Field.CODE, Field.ITEM, Field.LEADERS, Field.LEAD_UNITS)


def known(*texts, fields=BEFORE_UNITS):
    names = [sure_names(text) for text in texts]
    return people_on_page(texts, fields, names=names, statuses=frozenset())


def test_person_before_the_units_of_two_rows_is_known():
    assert known("1修路3条顾长河区住建局", "2造林顾长河区水务局", "3供水方朔区水务局") == {"顾长河"}


def test_words_that_only_look_like_a_person_are_none():
    assert known("1修路年内完成区住建局", "2造林年内完成区水务局") == frozenset()


def test_table_without_leaders_names_no_people():
    rows = "1修路3条顾长河区住建局", "2造林顾长河区水务局"
    assert known(*rows, fields=(Field.CODE, Field.ITEM, Field.LEAD_UNITS)) == frozenset()


def test_name_of_two_characters_set_as_wide_as_three_is_a_person():
    text = "1修路3条。方 朔区住建局"
    found = find_people(text, BEFORE_UNITS, sure_names(text), statuses=frozenset())
    assert "方 朔" in {text[a:b] for a, b in found}


def people(text, fields=BEFORE_UNITS):
    found = find_people(text, fields, sure_names(text), statuses=frozenset())
    return {text[a:b] for a, b in found}


def test_everyone_whom_a_list_before_units_names_is_a_person():
    assert {"顾长河", "方朔"} <= people("1修路3条方朔、顾长河区住建局")


def test_words_of_a_list_that_are_no_names_are_no_people():
    assert "桥梁" not in people("1修路、桥梁、顾长河区住建局")


def test_person_before_the_label_of_units_is_found():
    assert "顾长河" in people("1修路顾长河牵头:区住建局;配合:区水务局")
    assert "顾长河" not in people("1修路顾长河来到区住建局")


def test_surname_that_counts_as_well_is_one_unless_a_number_stands_before_it():
    assert "万癸" in people("1送戏下乡15场万癸区住建局")
    assert "万亩" not in people("1新建农田15万亩区住建局")


def test_people_with_a_space_between_are_listed_before_units():
    text = "1修路方朔 林知区水务局"
    found = find_people(text, BEFORE_UNITS, [(8, 12)], statuses=frozenset())
    assert {text[a:b] for a, b in found} >= {"方朔", "林知"}


def test_words_before_a_space_that_no_surname_begins_are_no_people():
    text = "1修路造好 林知区水务局"
    found = find_people(text, BEFORE_UNITS, [(8, 12)], statuses=frozenset())
    assert "造好" not in {text[a:b] for a, b in found}


LED = "序号实事内容牵头（★）及配合单位分管领导时间节点"


def test_member_of_the_standing_committee_behind_units_leads_and_is_no_unit():
    rows = (
        "1修缮步道9公里。★区住建局、云溪街道方常委2031.92增植行道树80棵。★区水务局韦副区长2031.10"
    )
    page = page_of("\n".join((TITLE, LED + rows)))
    assert column(page, "support_units")[0] == ["云溪街道"]
    assert column(page, "leaders") == [["方常委"], ["韦副区长"]]


def test_committee_of_the_congress_is_a_unit():
    page = page_of(
        "\n".join((TITLE, LED + "1修缮步道9公里。★区住建局、区人大常委会韦副区长2031.9"))
    )
    assert column(page, "support_units") == [["区人大常委会"]]


def test_numbered_heading_behind_a_month_gives_the_theme_of_the_next_row():
    rows = "一、便民出行1修缮步道9公里。★区住建局韦副区长2031.9二、绿色生态2增植行道树80棵。★区水务局方常委2031.10"
    page = page_of("\n".join((TITLE, LED + rows)))
    assert column(page, "theme") == ["一、便民出行", "二、绿色生态"]


def test_office_in_brackets_behind_a_name_belongs_to_the_person():
    rows = "1修路3条顾长河(副区长)区住建局", "2造林顾长河(副区长)区水务局"
    assert known(*rows) == {"顾长河(副区长)"}
    assert "方朔(县委副书记)" in people("1修路3条方朔(县委副书记)区住建局")


def test_office_in_brackets_behind_the_leader_ends_the_item_of_a_table():
    offices = "顾长河(副区长)", "方朔(副区长)", "顾长河(副区长)"
    tasks = "新建公厕3座", "改造泵房9座", "改造桥梁4座"
    rows = [
        f"{n}{task}{who}区住建局已开工{n}座。"
        for n, (task, who) in enumerate(zip(tasks, offices, strict=True), 1)
    ]
    page = page_of("\n".join((TITLE, "序号项目名称分管领导责任单位进展情况", *rows)))
    assert column(page, "item") == [*tasks]
    assert column(page, "leaders") == [[who] for who in offices]


@pytest.mark.parametrize("behind", ["(副区)", "(二期)", "(含站长)驿站"])
def test_other_words_in_brackets_before_units_make_no_people(behind):
    assert not {name for name in people(f"1修路3条{behind}区住建局") if "(" in name}


def led_by(*leaders):
    """Give the units and leaders of glued rows in which these stand between the unit and the report."""
    items = "修缮步道9公里", "增植行道树80棵", "改造泵房3座"
    units = "区住建局", "区水务局、区园林中心", "区财政局"
    said = "已贯通4公里。", "已植52棵。", "完成招标。"
    cells = zip("123", items, units, leaders, said, strict=True)
    rows = "".join(map("".join, cells))
    page = page_of("\n".join((TITLE, "序号实事内容责任单位分管领导进展情况" + rows)))
    return column(page, "lead_units"), column(page, "leaders"), column(page, "progress")


UNITS_OF_ROWS = [["区住建局"], ["区水务局", "区园林中心"], ["区财政局"]]
SAID = ["已贯通4公里。", "已植52棵。", "完成招标。"]


@pytest.mark.parametrize("body", ["管委会", "开发区管委会", "经开区管委会", ""])
def test_office_with_its_body_and_a_stem_behind_it_is_the_leader_and_the_body_no_unit(body):
    leaders = [f"{body}副主任{stem}" for stem in "甲乙丁"]
    assert led_by(*leaders) == (UNITS_OF_ROWS, [[who] for who in leaders], SAID)


def test_body_without_an_office_behind_it_stays_a_unit():
    units, leaders, _ = led_by("副区长甲", "、开发区管委会副区长乙", "副区长丁")
    assert units[1] == ["区水务局", "区园林中心", "开发区管委会"]
    assert leaders == [["副区长甲"], ["副区长乙"], ["副区长丁"]]


@pytest.mark.parametrize("words", ["管委会主任办公会", "办公室主任", "中心主任"])
def test_office_that_begins_a_longer_word_is_nobody(words):
    assert not re.search(CHIEF, words)


@pytest.mark.parametrize("who", ["副主任甲", "主任乙"])
def test_body_that_is_the_only_unit_leads_though_an_office_stands_behind_it(who):
    rows = (
        "1修缮步道9公里区住建局副区长甲已贯通4公里。",
        f"2改造泵房3座高新区管委会{who}已完成招标。",
        "3增植行道树80棵区水务局副区长丙已植52棵。",
    )
    page = page_of("\n".join((TITLE, "序号实事内容责任单位分管领导进展情况", *rows)))
    assert column(page, "lead_units")[1] == ["高新区管委会"]
    assert column(page, "leaders")[1] == [who]
    assert column(page, "item")[1] == "改造泵房3座"


def test_body_that_a_mark_puts_in_a_list_of_units_is_one_of_them():
    units, _, _ = led_by("副区长甲", "、开发区管委会副主任乙", "副区长丁")
    assert units[1] == ["区水务局", "区园林中心", "开发区管委会"]


@pytest.mark.parametrize(
    "before", ["区水务局", "柏溪镇", "云岭街道", "妇联", "巡特警大队", "区水务局方", "无方"]
)
def test_office_with_its_body_behind_a_unit_is_held_by_somebody(before):
    assert re.search(CHIEF, f"{before}管委会副主任")[0] == "管委会副主任"


@pytest.mark.parametrize("before", ["泵房3座", "步道", "区水务局、", "泵房3座区"])
def test_office_with_its_body_behind_no_unit_is_none_with_it(before):
    assert not re.search(CHIEF, f"{before}管委会副主任")


BEHIND_SUPPORT = (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS, Field.LEADERS, Field.GOAL)  # fmt: skip


def test_name_of_another_people_beside_units_is_a_person_and_no_half_of_it():
    found = people("1修路3条区住建局哈斯巴特尔年内完工", BEHIND_SUPPORT)
    assert "哈斯巴特尔" in found
    assert not {"哈斯", "哈斯巴特", "特尔年"} & found
    assert "次仁多吉" in people("1修路3条区住建局次仁多吉、顾长河年内完工", BEHIND_SUPPORT)
    assert "次仁" not in people("1修路3条区住建局次仁多吉、顾长河年内完工", BEHIND_SUPPORT)


@pytest.mark.parametrize("town", ["塔娜", "塔娜其其格"])
def test_town_called_like_a_name_of_another_people_is_no_person(town):
    assert not people(f"1修路3条区住建局{town}苏木年内完工", BEHIND_SUPPORT)


@pytest.mark.parametrize(
    "who", ["苏和林", "孟和生", "高娃明", "王塔娜", "韦宝音", "方德吉", "王额尔敦"]
)
def test_name_of_a_surname_and_the_beginning_of_another_peoples_stays_whole(who):
    found = people(f"1修路3条区住建局{who}年内完工", BEHIND_SUPPORT)
    assert who[:3] in found
    assert who[1:] not in found


def test_leaders_named_half_like_other_peoples_are_read_whole():
    leaders = "孟和林", "王塔娜", "方德吉"
    assert led_by(*leaders) == (UNITS_OF_ROWS, [[who] for who in leaders], SAID)


def test_name_of_another_people_behind_a_surname_before_units_is_no_person():
    assert "额尔敦" in people("1修路3条额尔敦区住建局")
    assert "额尔敦" not in people("1修路3条王额尔敦区住建局")
    assert "额尔敦" in people("1修路3条方朔、额尔敦区住建局")


def test_measures_behind_a_leader_are_no_half_of_a_name():
    assert "孟和平" in people("1修路3条区住建局孟和平措施已落实", BEHIND_SUPPORT)


def test_person_behind_the_mark_of_a_blank_cell_of_units_is_found():
    assert "顾长河" in people("1修路3条区住建局/顾长河年内完工", BEHIND_SUPPORT)
    assert "顾长河" not in people("1修路3条/年顾长河年内完工", BEHIND_SUPPORT)


def test_slash_between_two_units_fills_no_blank_cell_before_a_person():
    assert "林业" not in people("1修路3条区住建局/林业局顾长河年内完工", BEHIND_SUPPORT)
    assert "林业" in people("1修路3条区住建局/林业年内完工", BEHIND_SUPPORT)


def test_surname_before_the_body_of_an_office_is_part_of_the_leader():
    assert led_by("李管委会主任", "方管委会副主任", "韦管委会副主任") == (
        UNITS_OF_ROWS,
        [["李管委会主任"], ["方管委会副主任"], ["韦管委会副主任"]],
        SAID,
    )
