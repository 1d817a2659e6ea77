from __future__ import annotations

import pytest

from shishi.assessment.statements import (
    find_change,
    find_lag,
    find_suspension,
    find_waiting,
    find_whole_task,
)
from shishi.matching.goals.clauses import Clause

ITEM = "扩建东篱小学、西渡小学,新建南塘书院。"


def clauses(text: str) -> list[Clause]:
    return [Clause(part, 0) for part in text.split(",")]


@pytest.mark.parametrize(
    ("text", "partly"),
    [
        ("进度滞后", False),
        ("因降雨未按期完成", False),
        ("西渡小学进度滞后", True),
        ("部分标段进度滞后", True),
        ("进度滞后,力争赶上", False),
    ],
)
def test_lag_that_is_admitted_is_heard(text: str, partly: bool) -> None:
    found = find_lag(clauses(text), item=ITEM)

    assert found is not None
    assert found[1] is partly


@pytest.mark.parametrize(
    "text", ["各标段无滞后", "避免滞后", "前期滞后,现已赶上", "解决滞后问题", "进展顺利"]
)
def test_lag_that_is_denied_or_over_is_not_heard(text: str) -> None:
    assert find_lag(clauses(text), item=ITEM) is None


def test_lag_of_an_item_with_one_name_is_of_the_whole() -> None:
    found = find_lag(clauses("东篱小学进度滞后"), item="扩建东篱小学")

    assert found is not None
    assert found[0].code == "lag-stated"


@pytest.mark.parametrize("text", ["现已完成全年任务", "提前完成年度任务"])
def test_whole_task_that_is_stated_is_heard(text: str) -> None:
    assert find_whole_task(clauses(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "完成全年目标任务的六成",
        "力争完成全年目标任务",
        "完成年度任务数20个",
        "完成年度任务进度",
        "完成巡查",
    ],
)
def test_share_or_plan_of_the_task_is_not_the_whole_task(text: str) -> None:
    assert find_whole_task(clauses(text)) is None


@pytest.mark.parametrize("text", ["雨季停工,六月复工", "照常施工", "未停工"])
def test_suspension_that_is_over_or_denied_is_none(text: str) -> None:
    assert find_suspension(clauses(text)) is None


def test_change_is_found_where_it_is_said() -> None:
    assert find_change(clauses("由线下改为线上")) is not None
    assert find_change(clauses("由线下到线上")) is None


@pytest.mark.parametrize("text", ["驿亭已建成,待挂牌", "驿亭还需补种草皮"])
def test_step_that_is_waited_for_is_open(text: str) -> None:
    assert find_waiting(clauses(text), ()) is not None


@pytest.mark.parametrize("text", ["护工待遇提高", "新设待产室", "接待游客", "驿亭已建成"])
def test_word_that_only_holds_the_sign_for_waiting_is_not_open(text: str) -> None:
    assert find_waiting(clauses(text), ()) is None
