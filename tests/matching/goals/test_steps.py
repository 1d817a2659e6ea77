from __future__ import annotations

import pytest

from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.steps import find_standings


def standings(text: str, *, goal: bool = False, month: int = 12) -> list[tuple[str, str]]:
    found = find_standings([Clause(text, 0)], goal=goal, month=month)
    return [(standing.step.zh, standing.state.name) for standing in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已完成监理招标", [("招标采购", "DONE")]),
        ("正在招标", [("招标采购", "UNDER_WAY")]),
        ("招标工作已结束", [("招标采购", "DONE")]),
        ("已启动床架采购", [("招标采购", "UNDER_WAY")]),
        ("驿亭已竣工", [("完工", "DONE")]),
        ("驿亭基本完工", [("完工", "NEARLY")]),
        ("除绿化外均已完工", [("完工", "NEARLY")]),
        ("完成6座驿亭建设", [("完工", "DONE")]),
        ("有序推进竣工验收", [("验收", "UNDER_WAY")]),
        ("待验收", [("验收", "PLANNED")]),
        ("做好验收准备", [("验收", "PLANNED")]),
        ("预计月底封顶", [("结顶", "PLANNED")]),
        ("竣工前完成清场", [("完工", "PLANNED")]),
        ("尚未开工", [("进场开工", "DENIED")]),
        ("未完工", [("完工", "DENIED")]),
        ("主体结构施工招标", [("招标采购", "UNDER_WAY")]),
        ("桩基工程施工中", [("桩基", "UNDER_WAY")]),
        ("前期手续补办 3月8日进场施工", [("前期手续", "UNDER_WAY"), ("进场开工", "DONE")]),
    ],
)
def test_step_in_a_report_stands_where_its_words_say(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert standings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "领取施工许可证",
        "施工单位踏勘现场",
        "加强课程建设",
        "推进系统建设",
        "开工率九成",
        "宣传发动",
        "",
    ],
)
def test_word_that_only_looks_like_a_step_names_none(text: str) -> None:
    assert standings(text) == []


def test_plan_in_a_goal_is_what_is_asked_for() -> None:
    assert standings("力争中旬进场", goal=True) == [("进场开工", "DONE")]
    assert standings("力争中旬进场") == [("进场开工", "PLANNED")]


def test_step_dated_after_the_report_is_a_plan() -> None:
    assert standings("9月8日进场施工", month=8) == [("进场开工", "PLANNED")]
    assert standings("9月8日进场施工", month=9) == [("进场开工", "DONE")]


def test_steps_stand_in_their_usual_order_and_no_word_names_two() -> None:
    lexicon = load_lexicon()
    names = [step.zh for step in lexicon.steps]
    usual = ["招标采购", "进场开工", "桩基", "结顶", "完工", "验收", "投用"]

    assert [name for name in names if name in usual] == usual
    assert [step.rank for step in lexicon.steps] == list(range(len(names)))
    assert lexicon.found("rest", "其余正在施工") == "其余"
