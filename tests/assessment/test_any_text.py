from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.assessment import Status, say
from tests.assessment.pages import judge_page, make_page, make_record

PIECES = (
    "累计",
    "完成",
    "已",
    "正在",
    "尚未",
    "其中",
    "其余",
    "修桥",
    "建成",
    "开工",
    "招标",
    "验收",
    "施工",
    "滞后",
    "暂停",
    "改为",
    "全年目标任务",
    "8座",
    "3座",
    "60%",
    "约40%",
    "300件以内",
    "基本",
    "预计",
    "前",
    ",",
    "。",
    ";",
    "、",
    "(",
    ")",
    "/",
    " ",
    "\n",
    "1.",
    "5月",
    "!",
    "{",
    "}",
    "０",
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(item=TEXT, goal=TEXT, progress=TEXT, explanation=TEXT)
def test_assessment_of_any_text_has_reasons_that_can_be_said(
    item: str, goal: str, progress: str, explanation: str
) -> None:
    cells = {"item": item, "goal": goal, "progress": progress, "explanation": explanation}

    (found,) = judge_page(make_page(make_record(**cells)))

    assert found.reasons
    assert all(say(reason, language) for reason in found.reasons for language in ("zh", "en"))


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(goal=TEXT, progress=TEXT, claim=st.sampled_from(("正常", "滞后", "完成", "办结", "")))
def test_claim_never_changes_what_is_computed(goal: str, progress: str, claim: str) -> None:
    claimed = make_record(goal=goal, progress=progress, status=claim)
    silent = make_record(goal=goal, progress=progress)

    with_claim, without = (judge_page(make_page(record))[0] for record in (claimed, silent))

    assert (with_claim.status, with_claim.reasons) == (without.status, without.reasons)


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(goal=TEXT, progress=TEXT)
def test_goal_that_is_not_due_is_never_missed_without_the_unit_saying_so(
    goal: str, progress: str
) -> None:
    page = make_page(make_record(goal=goal, progress=progress), plan="2031", report="2031-02")

    (found,) = judge_page(page)

    if found.status in (Status.BEHIND, Status.PARTLY_BEHIND):
        assert {"lag-stated", "part-lag-stated"} & {reason.code for reason in found.reasons}
