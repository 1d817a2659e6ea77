import pytest

from shishi.rules.over_fulfilled import check
from tests.rules.pages import read_subject


def found(item, progress, goal="", percent=""):
    row = {"item": item, "goal": goal, "progress": progress, "percent": percent}
    return [
        (f.facts["target"], f.facts["reached"], f.facts["percent"])
        for f in check(read_subject(row))
    ]


@pytest.mark.parametrize(
    ("item", "progress", "goal", "expected"),
    [
        ("新建充电桩150个", "累计新建充电桩400个", "", [("150个", "400个", "266.7")]),
        ("新建绿道2公里", "已新建绿道3500米", "", [("2公里", "3500米", "175.0")]),
        (
            "新增托位300个",
            "本月新增托位60个,累计新增托位560个",
            "",
            [("300个", "560个", "186.7")],
        ),
        ("推进电梯加装", "新增电梯81台", "新增电梯30台", [("30台", "81台", "270.0")]),
    ],
)
def test_number_far_over_what_was_due_is_asked_about(item, progress, goal, expected):
    assert found(item, progress, goal) == expected


def test_number_far_over_target_and_goal_is_told_once():
    (only,) = found("新建充电桩150个", "累计新建充电桩400个", goal="累计新建充电桩150个")

    assert only[0] == "150个"


def test_column_of_percentages_over_the_edge_is_asked_about():
    assert found("新建充电桩", "", percent="284%") == [("100%", "284%", "284.0")]
    assert found("新建充电桩", "", percent="150%") == []


@pytest.mark.parametrize(
    ("item", "progress", "goal"),
    [
        ("新建充电桩150个", "累计新建充电桩225个", ""),
        ("新建充电桩150个", "累计新建充电桩140个", ""),
        ("新建书房1家", "收集4个书房点位信息", ""),
        ("建成实习基地3家", "挖掘实习基地候选企业9家", ""),
        ("投诉控制在100件以内", "投诉共200件", ""),
        ("推进培训", "累计培训护工648人", "培训护工60人"),
        ("新建充电桩150个", "慰问老人500名", ""),
        ("改造书屋8家", "更新路灯100家", ""),
        ("新建充电桩0个", "累计新建充电桩5个", ""),
        ("推进充电桩建设", "累计新建充电桩400个", ""),
    ],
)
def test_number_that_is_near_or_counts_otherwise_passes(item, progress, goal):
    assert found(item, progress, goal) == []


def test_count_of_one_month_is_not_held_against_the_year():
    assert found("每月检测", "10月检测食品400批次", goal="") == []
