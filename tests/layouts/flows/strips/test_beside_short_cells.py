"""Surnames, dates, kinds of works, measures and towns at the seams of rows with nothing between their cells."""

import pytest

from tests.layouts.invented import TITLE, column, page_of


def read(header, *rows):
    return page_of("\n".join((TITLE, header, *rows)))


LED = "序号项目名称分管副市长牵头单位"


def test_surname_before_an_office_stays_with_it_whatever_ends_the_item():
    page = read(
        LED,
        "1实施河西渠道防渗工程韩副市长市水务局",
        "2新建口袋公园5处马副市长市住建局",
        "3改造旧泵房12座赵市长市水务局",
    )
    assert column(page, "leaders") == [["韩副市长"], ["马副市长"], ["赵市长"]]
    assert column(page, "item")[0] == "实施河西渠道防渗工程"


def test_measure_before_an_office_is_no_surname():
    page = read(
        "序号项目名称总投资分管副市长牵头单位",
        "1实施河西渠道防渗工程720万元副市长甲市水务局",
        "2新建口袋公园5处300万元副市长乙市住建局",
    )
    assert column(page, "leaders") == [["副市长甲"], ["副市长乙"]]


def test_month_and_year_in_digits_are_a_date_behind_the_item():
    page = read(
        "序号项目名称完成时限牵头单位",
        "1改造旧泵房12座2031.10市水务局",
        "2新建口袋公园5处2031.6市住建局",
        "3加固堤坝3公里2031年7月底市水务局",
    )
    assert column(page, "item") == ["改造旧泵房12座", "新建口袋公园5处", "加固堤坝3公里"]


def test_number_with_a_point_is_no_date_in_a_table_without_dates():
    page = read(
        "序号项目名称牵头单位进展情况",
        "1改造旧渠2031.10米市水务局已完成。",
        "2新建口袋公园5处市住建局已完成。",
    )
    assert column(page, "item")[0] == "改造旧渠2031.10米"


NATURED = "序号项目名称牵头单位建设性质年度目标"


def test_kind_of_works_is_no_beginning_of_the_goal_beside_it():
    page = read(
        NATURED,
        "1改造旧泵房12座市水务局改扩建完成8座。",
        "2新建口袋公园5处市住建局新建完成栽植。",
        "3加固堤坝3公里市水务局续建完成2公里。",
    )
    assert column(page, "goal") == ["完成8座。", "完成栽植。", "完成2公里。"]
    assert column(page, "item")[1] == "新建口袋公园5处"


def test_goal_that_begins_with_a_kind_of_works_keeps_it_where_no_column_holds_those():
    page = read(
        "序号项目名称牵头单位年度目标",
        "1改造旧泵房12座市水务局新建管网3公里。",
        "2新建口袋公园5处市住建局续建步道2公里。",
    )
    assert column(page, "goal") == ["新建管网3公里。", "续建步道2公里。"]


SUPPORTED = "序号项目名称牵头单位配合单位进展情况"


@pytest.mark.parametrize("town", ["乌兰苏木", "沙音嘎查", "二十一团"])
def test_banner_town_or_regiment_ends_a_list_of_supporters(town):
    page = read(
        SUPPORTED,
        f"1改造旧泵房12座旗水利局旗财政局、{town}已完成8座。",
        "2新建口袋公园5处旗住建局旗林草局已完成栽植。",
    )
    assert column(page, "support_units")[0] == ["旗财政局", town]


def test_brigade_of_the_police_is_one_unit_beside_a_blank():
    page = read(
        SUPPORTED,
        "1新增停车泊位80个市公安局交通警察大队已完成60个。",
        "2新建口袋公园5处市住建局市林草局已完成栽植。",
    )
    assert column(page, "lead_units")[0] == ["市公安局交通警察大队"]


def test_two_departments_with_nothing_between_them_lead_and_support():
    page = read(
        SUPPORTED,
        "1新增停车泊位80个市公安局市城管局已完成60个。",
        "2新建口袋公园5处市住建局市林草局已完成栽植。",
    )
    assert column(page, "lead_units")[0] == ["市公安局"]
    assert column(page, "support_units")[0] == ["市城管局"]


def test_level_of_an_autonomous_region_is_whole():
    page = read(
        "序号项目名称级别牵头单位",
        "1改造旧泵房12座自治区级市水务局",
        "2新建口袋公园5处市级市住建局",
    )
    assert column(page, "levels") == [["自治区级"], ["市级"]]


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        ("提高补贴标准到每人每月820元", "民政局"),
        ("为养殖户防疫牲畜30万头只", "农牧局"),
        ("新建市人民医院传染病区", "卫健局"),
        ("打机电井9眼", "水利局"),
    ],
)
def test_last_measure_of_an_item_begins_no_unit(item, unit):
    page = read(
        "序号项目名称牵头单位进展情况",
        f"1{item}{unit}已完成。",
        "2新建口袋公园5处住建局已完成栽植。",
    )
    assert column(page, "item")[0] == item
    assert column(page, "lead_units")[0] == [unit]


def test_district_before_a_department_stays_with_it_behind_any_other_word():
    page = read(
        "序号项目名称牵头单位进展情况",
        "1新建人民医院病房楼区卫健局已完成。",
        "2新建口袋公园5处区住建局已完成栽植。",
    )
    assert column(page, "lead_units")[0] == ["区卫健局"]


def test_heading_right_below_a_glued_header_is_no_part_of_it():
    page = read(
        "序号项目名称牵头单位进展情况进度状态",
        "河畔乐居项目",
        "1.1改造旧泵房12座市水务局已完成8座。正常推进",
        "1.2新建口袋公园5处市住建局已完成栽植。按序时推进",
        "田园增收项目",
        "2.1加固堤坝3公里市水务局已完成2公里。提前完成",
    )
    assert column(page, "status") == ["正常推进", "按序时推进", "提前完成"]
    assert column(page, "theme") == ["河畔乐居项目", "河畔乐居项目", "田园增收项目"]


def test_votes_in_favour_are_a_column_of_a_glued_header():
    page = read(
        "序号项目名称牵头单位赞成票数备注",
        "1改造旧泵房12座市水务局136续建",
        "2新建口袋公园5处市住建局118",
    )
    assert column(page, "lead_units") == [["市水务局"], ["市住建局"]]
    assert column(page, "item") == ["改造旧泵房12座", "新建口袋公园5处"]
