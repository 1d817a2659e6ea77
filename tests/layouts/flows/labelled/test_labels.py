import pytest

from shishi.layouts.flows.labelled.labels import find_counted, find_labels, settle_labels
from shishi.layouts.words.dialect import COMMON
from shishi.records import Field


def parts(line):
    return [
        (label.word, line[label.value : label.end].strip())
        for label in find_labels(line)
        if label.known
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("责任单位:区水务局", [("责任单位", "区水务局")]),
        ("责 任 单 位: 区水务局", [("责任单位", "区水务局")]),
        ("9月份完成情况:已开工", [("9月份完成情况", "已开工")]),
        ("总投资(万元):236 完成率(%):50", [("总投资(万元)", "236"), ("完成率(%)", "50")]),
        ("备注:省级项目 状态:正常", [("备注", "省级项目"), ("状态", "正常")]),
        ("项目:甲。责 任 领 导:乙", [("项目", "甲。"), ("责任领导", "乙")]),
        ("第3项 项目名称:甲 备注:乙", [("项目名称", "甲"), ("备注", "乙")]),
        ("【项目名称】甲【备 注】乙", [("项目名称", "甲"), ("备注", "乙")]),
        ("目标:/ 牵头(★)及配合单位:★住建局", [("目标", "/"), ("牵头(★)及配合单位", "★住建局")]),
        ("进展:已完工(5座)牵头单位:住建局", [("进展", "已完工(5座)"), ("牵头单位", "住建局")]),
        ("新建3个目标:建成1个牵头单位:住建局", [("目标", "建成1个"), ("牵头单位", "住建局")]),
    ],
)
def test_header_word_with_a_colon_is_a_label(line, found):
    assert parts(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "责任单位要加快进度。",
        "提出既定目标:三年建成",
        "地点:云溪街道",
        "总投资(含征迁、管线的费用):3亿",
        "时间:9月",
    ],
)
def test_other_words_are_no_labels(line):
    assert parts(line) == []


def test_target_is_the_item_only_where_no_item_stands_before_it():
    words = ["目标任务", "责任单位"]
    alone = settle_labels(words, taken=set(), dialect=COMMON)
    under = settle_labels(words, taken={Field.ITEM}, dialect=COMMON)
    assert (str(alone["目标任务"].field), str(under["目标任务"].field)) == ("item", "goal")


def test_word_put_together_from_parts_is_a_label_that_no_list_has():
    [label] = find_labels("甲工程 主要建设内容及规模:9座")
    assert (label.word, label.known) == ("主要建设内容及规模", False)


@pytest.mark.parametrize("piece", ["甲甲:", "甲 :", "甲(乙):", "甲,乙:", " :"])
def test_label_behind_thousands_of_colons_is_found_in_time_in_proportion(piece):
    line = piece * 5000 + " 牵头单位:区水务局"

    assert [label.word for label in find_labels(line) if label.known] == ["牵头单位"]


def test_label_that_blanks_part_from_the_words_before_is_found_however_many():
    line = f"新建公园。{' ' * 500}牵头单位:区水务局"

    assert [label.word for label in find_labels(line)] == ["牵头单位"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("总投资(单位:万元):1595", [("总投资(单位:万元)", "1595")]),
        (
            "1.建桥5座 总投资(金额单位:万元):15 责任单位:区住建局",
            [("总投资(金额单位:万元)", "15"), ("责任单位", "区住建局")],
        ),
        ("建桥5座。下步打算:加快施工", [("下步打算", "加快施工")]),
        ("第一件 项目名称:甲", [("项目名称", "甲")]),
    ],
)
def test_label_with_the_unit_of_its_value_or_of_what_comes_next_is_one(line, found):
    assert parts(line) == found


@pytest.mark.parametrize(
    ("line", "value"),
    [("第三件:新建公厕", 3), ("项目十二", 12), ("实事之二:新建公厕", 2), ("第3项 新建公厕", 3)],
)
def test_words_that_count_projects_are_their_number(line, value):
    mark = find_counted(line)
    assert mark is not None
    assert mark.value == (value,)


@pytest.mark.parametrize("line", ["项目一期已完工", "项目二标段:已开工", "任务十分繁重"])
def test_words_that_go_on_behind_a_numeral_are_no_number(line):
    assert find_counted(line) is None
