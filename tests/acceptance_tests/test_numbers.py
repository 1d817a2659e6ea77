from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.acceptance.answers import Answer
from tests.acceptance.gold.expected import Quantity
from tests.acceptance.numbers import score_numbers, score_sentences
from tests.acceptance.pairing import NumberScores, is_same
from tests.acceptance_tests.invented import (
    GOAL,
    ITEM,
    answer,
    doubt,
    doubting,
    measure,
    record,
    seed,
)

RIGHT = record(1)["measures"]
FULL = measure("item", "100", "%", comparator="~", span=[0, 2], text=ITEM[:2])


def judge(given: Answer) -> NumberScores:
    return score_numbers(seed(), given)


def test_numbers_of_a_faultless_page_miss_no_bar() -> None:
    scores = judge(answer())

    assert scores.failures() == []
    assert (scores.recall.total, scores.precision.total, scores.steps.right) == (9, 9, 3)


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        ({"value": "40"}, {"precision", "recall", "unflagged numbers"}),
        ({"unit": "座"}, {"precision", "recall", "unflagged numbers"}),
        ({"comparator": ">="}, {"precision", "recall", "unflagged numbers"}),
        (
            {"field": "goal", "span": [0, 1], "text": "6"},
            {"precision", "recall", "unflagged numbers"},
        ),
    ],
)
def test_measure_read_wrong_misses_every_bar_of_numbers(
    change: dict[str, str], missed: set[str]
) -> None:
    scores = judge(answer(measures=[RIGHT[0] | change, *RIGHT[1:]]))

    bars = " ".join(failure.bar for failure in scores.failures())
    assert all(word in bars for word in missed)
    assert len(scores.silent) == 1


def test_measure_left_out_misses_recall_and_is_not_silent() -> None:
    scores = judge(answer(measures=RIGHT[1:]))

    assert [failure.bar for failure in scores.failures()] == [
        "quantities, recall: 88.8 %, wanted 99.0 %"
    ]


def test_measure_found_twice_misses_precision() -> None:
    scores = judge(answer(measures=[*RIGHT, RIGHT[0]]))

    assert scores.precision.misses == ["row 1 item: = 4 個"]


def test_wrong_measure_under_a_doubt_is_not_silent() -> None:
    wrong = [RIGHT[0] | {"value": "2015"}, *RIGHT[1:]]

    assert judge(doubting(doubt(1, "item"), measures=wrong)).silent == []
    assert len(judge(doubting(doubt(1, "goal"), measures=wrong)).silent) == 1


def test_optional_measure_counts_neither_way() -> None:
    assert judge(answer(measures=[*RIGHT, FULL])).precision.total == 9


def test_derived_measure_that_nobody_wants_counts_neither_way() -> None:
    derived = FULL | {"value": "50", "derived": True}

    assert judge(answer(measures=[*RIGHT, derived])).failures() == []
    assert len(judge(answer(measures=[*RIGHT, derived | {"derived": False}])).silent) == 1


def test_number_that_the_same_sentence_holds_elsewhere_may_be_found() -> None:
    told = RIGHT[2] | {"value": "31"}
    sentences = [(GOAL, (Quantity(Decimal(31), ("%",)),))]

    assert len(judge(answer(measures=[*RIGHT, told])).silent) == 1
    told_once = score_numbers(seed(), answer(measures=[*RIGHT, told]), sentences=sentences)
    assert told_once.failures() == []
    told_twice = score_numbers(seed(), answer(measures=[*RIGHT, told, told]), sentences=sentences)
    assert len(told_twice.silent) == 1


def test_progress_that_is_one_of_the_sentences_is_held_to_it() -> None:
    sentences = [("建成3家。", (Quantity(Decimal(3), ("家",)),))]
    read = measure("progress", "3", "家", span=[2, 4], text="3家")

    told = {"progress": "建成3家。", "simplified": {"progress": "建成3家。"}}

    left_out = score_numbers(seed(), answer(**told), sentences=sentences)
    found = score_numbers(seed(), answer(**told, measures=[*RIGHT, read]), sentences=sentences)

    assert left_out.recall.misses == ["row 1 progress: = 3 家"]
    assert found.failures() == []


def test_measure_whose_span_points_elsewhere_misses_the_spans() -> None:
    scores = judge(answer(measures=[RIGHT[0] | {"span": [7, 9]}, *RIGHT[1:]]))

    assert [failure.bar for failure in scores.failures()] == ["spans: 91.6 %, wanted 100.0 %"]


def test_measure_of_another_kind_is_tallied_and_misses_no_bar() -> None:
    scores = judge(answer(measures=[RIGHT[0] | {"kind": "level"}, *RIGHT[1:]]))

    assert scores.kinds.misses == ["row 1 item: = 4 個: level"]
    assert scores.failures() == []


def test_wanted_measure_is_paired_off_before_an_optional_one() -> None:
    twice = (Quantity(Decimal(3), ("个",), optional=True), Quantity(Decimal(3), ("个",)))
    found = [{"value": "3", "unit": "个", "comparator": "="}]

    assert score_sentences([("新建3个", twice)], lambda _: found).recall.right == 1


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(Decimal(1), ("对(夫妻)",)), "對", True),
        (Quantity(Decimal(1), ("人次/日", "人次")), "人次", True),
        (Quantity(Decimal(1)), "", True),
        (Quantity(Decimal(1), ("辆",)), "", False),
        (Quantity(Decimal(1), ("人",)), "人次", False),
    ],
)
def test_unit_is_compared_folded_and_without_brackets(
    quantity: Quantity, unit: str, expected: bool
) -> None:
    measure: dict[str, Any] = {"value": "1", "unit": unit, "comparator": "="}

    assert is_same(quantity, measure) is expected


@pytest.mark.parametrize(("high", "expected"), [("5", True), ("6", False), (None, False)])
def test_range_wants_both_its_ends(high: str | None, expected: bool) -> None:
    quantity = Quantity(Decimal(3), ("层",), "range", high=Decimal(5))
    measure = {"value": "3", "unit": "层", "comparator": "=", "high": high}

    assert is_same(quantity, measure) is expected


def test_step_with_another_date_is_missed() -> None:
    step = record(1)["milestones"][0] | {"period": "2031-07"}

    assert judge(answer(milestones=[step])).steps.misses == ["row 1 goal: 开工 2031-06"]
