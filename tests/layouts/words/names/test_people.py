from time import process_time

import pytest

from shishi.layouts.words.names.people import find_person, hold_offices


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经副区长周宁同意，下月补报", "周宁"),
        ("副区长周宁", "周宁"),
        ("局长欧阳岚批准", "欧阳岚"),
        ("周宁主任同意", "周宁"),
        ("经周宁主任同意", "周宁"),
        ("已与李小舟同志核对", "李小舟"),
        ("周局长已经口头同意", "周"),
        ("数据由统计局提供（周副局长确认）", "周"),
        ("请示欧阳岚书记后暂缓", "欧阳岚"),
        ("陈立女士来电说明", "陈立"),
    ],
)
def test_name_beside_a_title_is_found(text, name):
    assert find_person(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "经区长办公会研究同意",
        "由局长决定，主任会议通过",
        "常务副区长批示，分管副区长同意",
        "水利局长和项目经理已到场核实",
        "党委书记、纪委书记均已知晓",
        "施工方经理更换，高级工程师到岗较晚",
        "副区长甲同意",
        "周某同志反映",
        "各单位主任要求按期完成",
        "数据由市级统计，下月补报",
        "时间紧、任务重，路面破损，方案调整",
        "班主任、双组长制",
        "村支部书记和居委会主任签字",
        "主任高度重视，局长于会上明确",
        "单位同志反映较多",
        "经开区主任批准",
    ],
)
def test_sentence_that_names_people_by_office_holds_no_name(text):
    assert find_person(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("周宁", "周宁"),
        ("督查室 周宁", "周宁"),
        ("督查室周宁", "周宁"),
        ("区政府督查室、李小舟", "李小舟"),
        ("发改局（欧阳岚）", "欧阳岚"),
        ("副区长周宁", "周宁"),
        ("周主任", "周"),
    ],
)
def test_name_in_place_of_an_office_is_found(text, name):
    assert find_person(text, office=True) == name


@pytest.mark.parametrize(
    "text",
    [
        "区政府督查室",
        "督查室主任",
        "副区长甲",
        "区政府常务会议",
        "水务局",
        "项目专班",
        "党工委办公室",
        "安委办",
        "应急管理局安全科",
        "金融办",
        "区长办公会",
        "经信局高新处",
        "国资中心",
        "",
        "District Office",
    ],
)
def test_office_is_nobodys_name(text):
    assert find_person(text, office=True) == ""


@pytest.mark.parametrize("body", ["区委", "区政府", "市人大常委会"])
def test_office_said_many_times_is_read_at_once(body):
    start = process_time()
    assert hold_offices(["方朔", f"{body * 60}甲"]) == [False, False]
    assert process_time() - start < 1


@pytest.mark.parametrize(
    "office", ["区委副书记", "区人大常委会副主任", "区政府党组成员", "常务副区长", "(县委常委)"]
)
def test_office_of_a_body_with_or_without_its_level_is_held(office):
    assert hold_offices(["方朔", office]) == [False, True]
    assert hold_offices(["方朔", f"{office}甲"]) == [False, False]
