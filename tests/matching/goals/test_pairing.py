from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.numbers import Number, list_numbers, same_kind, same_unit
from shishi.matching.goals.pairing import Found, Pairing, pair_numbers
from shishi.measures import measure
from shishi.records import Field
from tests.assessment.pages import make_record

PIECES = (
    "累计",
    "修桥",
    "铺路",
    "8座",
    "3座",
    "60%",
    "5公里",
    "900米",
    "正在",
    "选址",
    "、",
    ",",
    "。",
    "全镇",
    "达到",
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


def numbers(goal: str, progress: str) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    record = make_record(goal=goal, progress=progress)
    measured = measure(record, year=2031)
    asked, given_ = (
        split_topics(record, name, measured.of(name)) for name in (Field.GOAL, Field.PROGRESS)
    )
    return list_numbers(asked, goal=True), list_numbers(given_)


def pair(goal: str, progress: str) -> tuple[Pairing, ...]:
    return pair_numbers(*numbers(goal, progress))


@pytest.mark.parametrize(
    ("goal", "progress", "found", "answers"),
    [
        ("累计修桥8座。", "累计修桥3座。", Found.ANSWER, ["3座"]),
        ("累计修桥8座。", "累计修桥3座,2座正在施工。", Found.ANSWER, ["3座"]),
        ("累计修桥8座。", "5月修桥1座,累计修桥3座。", Found.ANSWER, ["3座"]),
        (
            "抽检200批次。",
            "评价抽检210批次,风险抽检180批次。",
            Found.ANSWER,
            ["210批次", "180批次"],
        ),
        ("累计修桥8座。", "召开例会。", Found.NOTHING, []),
        ("床位增加至90张。", "新增床位40张。", Found.KIND, ["40张"]),
        ("培训渔民80名。", "培训渔民12场。", Found.UNIT, ["12场"]),
        ("新建岗亭9处。", "岗亭选址9处。", Found.BEFORE, ["9处"]),
    ],
)
def test_number_of_a_goal_finds_what_may_answer_it(
    goal: str, progress: str, found: Found, answers: list[str]
) -> None:
    (pairing,) = pair(goal, progress)

    assert (pairing.found, [n.measure.text for n in pairing.answers]) == (found, answers)


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(goal=TEXT, progress=TEXT)
def test_every_number_of_a_goal_has_one_pairing_in_order(goal: str, progress: str) -> None:
    asked, given_ = numbers(goal, progress)
    found = pair_numbers(asked, given_)

    assert [pairing.goal for pairing in found] == list(asked)
    assert all(answer in given_ for pairing in found for answer in pairing.answers)
    for pairing in found:
        if pairing.found is Found.ANSWER:
            assert pairing.answers
            assert all(
                same_unit(pairing.goal, n) and same_kind(pairing.goal, n) for n in pairing.answers
            )
