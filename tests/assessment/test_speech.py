from __future__ import annotations

import string
import tomllib
from importlib.resources import files

import pytest

from shishi.assessment import Reason, say
from tests.assessment.pages import judge_cells

MESSAGES = tomllib.loads(
    (files("shishi") / "data" / "messages" / "assessment.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("2031", "2031年"),
        ("2031H2", "2031年下半年"),
        ("2031Q4", "2031年四季度"),
        ("2031-05", "2031年5月"),
        ("2031-01..2031-03", "2031年1—3月"),
        ("2031-06-03", "2031年6月3日"),
        ("None", "None"),
    ],
)
def test_period_in_a_chinese_reason_is_spoken(printed: str, spoken: str) -> None:
    reason = Reason("goal-not-due", {"plan": printed, "report": printed})

    assert say(reason) == f"目标是{spoken}的，这段时间还没有结束。"


def test_period_in_an_english_reason_keeps_its_form() -> None:
    reason = Reason("goal-not-due", {"plan": "2031Q4", "report": "2031-10"})

    assert say(reason, "en") == "The goal is for 2031Q4, which is not over yet."


def test_step_in_an_english_reason_is_named_in_english() -> None:
    below = judge_cells(goal="完成招标。", progress="正在办理前期手续。").reasons[-1]

    assert "(step: procurement)" in say(below, "en")
    assert "（招标采购环节）" in say(below)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_message_of_a_reason_leaves_no_fact_open_and_no_exclamation_mark(code: str) -> None:
    facts = {
        name
        for text in MESSAGES[code].values()
        for _, name, _, _ in string.Formatter().parse(text)
        if name
    }
    known = {name: "x" for name in facts if not name.endswith("_step")}
    steps = {name: "施工" for name in facts if name.endswith("_step")}

    for language in ("zh", "en"):
        said = say(Reason(code, known | steps), language)
        assert "…" not in said
        assert not set(said) & set("!！{}")


def test_reasons_of_both_languages_come_from_the_same_codes() -> None:
    reasons = judge_cells(goal="累计修桥8座。", progress="累计修桥3座。").reasons

    assert [say(reason) for reason in reasons] == [
        "目标是2031年5月的，到进展所属的2031年5月已经到期，可以对照。",
        "目标“累计修桥8座”（8座），进展“累计修桥3座”（3座），只有目标的37.5%。",
    ]
    assert [say(reason, "en") for reason in reasons] == [
        "The goal is for 2031-05 and due by the time of the report (2031-05), so the two can be compared.",
        "Goal “累计修桥8座” (8座), progress “累计修桥3座” (3座): only 37.5% of the goal.",
    ]
