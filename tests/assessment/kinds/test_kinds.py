from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.assessment import Status
from shishi.assessment.kinds import COMPARE
from shishi.assessment.kinds.milestone import answer_steps
from shishi.measures.measure import Kind
from tests.assessment.pages import judge_cells

WORST_FIRST = (Status.BEHIND, Status.PARTLY_BEHIND, Status.ON_SCHEDULE, Status.AHEAD)
TEXTS = {
    "increment": ("累计修桥{}座。", "目前累计修桥{}座。"),
    "level": ("床位达到{}张。", "床位现已达到{}张。"),
    "rate": ("达标率达到{}%。", "达标率现已达到{}%。"),
    "works": ("累计完成总工程量的{}%。", "现已累计完成总工程量的{}%。"),
}


def judge(kind: str, asked: int, reached: int) -> Status:
    goal, progress = TEXTS[kind]
    return judge_cells(goal=goal.format(asked), progress=progress.format(reached)).status


def test_every_kind_of_number_has_its_own_way() -> None:
    assert set(COMPARE) == set(Kind)
    assert answer_steps.__module__.endswith("kinds.milestone")


@pytest.mark.parametrize("kind", TEXTS)
@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(asked=st.integers(1, 100), reached=st.integers(1, 100), more=st.integers(0, 50))
def test_more_is_never_judged_worse(kind: str, asked: int, reached: int, more: int) -> None:
    less_status, more_status = (judge(kind, asked, n) for n in (reached, reached + more))

    assert WORST_FIRST.index(more_status) >= WORST_FIRST.index(less_status)


@pytest.mark.parametrize("kind", TEXTS)
@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(asked=st.integers(1, 100), reached=st.integers(1, 100))
def test_goal_is_behind_exactly_where_it_is_not_reached(
    kind: str, asked: int, reached: int
) -> None:
    assert (judge(kind, asked, reached) is Status.BEHIND) is (reached < asked)


@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(limit=st.integers(1, 500), reached=st.integers(1, 500))
def test_limit_is_kept_up_to_its_edge_and_never_ahead(limit: int, reached: int) -> None:
    found = judge_cells(goal=f"累计投诉控制在{limit}件以内。", progress=f"累计投诉{reached}件。")

    assert found.status is (Status.ON_SCHEDULE if reached <= limit else Status.BEHIND)


@settings(max_examples=30, deadline=None, database=None, derandomize=True)
@given(asked=st.integers(1, 30), reached=st.integers(1, 30))
def test_smaller_rank_is_better(asked: int, reached: int) -> None:
    found = judge_cells(goal=f"排名进入全市前{asked}名。", progress=f"全市排名第{reached}名。")

    assert found.status is (Status.ON_SCHEDULE if reached <= asked else Status.BEHIND)
