from __future__ import annotations

import pytest

from shishi.assessment.pairs import Pair
from shishi.assessment.weighing import weigh_numbers
from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.numbers import list_numbers, same_unit
from shishi.measures import measure
from shishi.records import Field
from shishi.rulebook import load_rulebook
from tests.assessment.pages import make_record

BANDS = load_rulebook("default").bands


def pair(goal: str, progress: str, *, whole_year: bool = False) -> tuple[Pair, ...]:
    record = make_record(goal=goal, progress=progress)
    measured = measure(record, year=2031)
    asked, given = (
        split_topics(record, name, measured.of(name)) for name in (Field.GOAL, Field.PROGRESS)
    )
    return weigh_numbers(
        list_numbers(asked, goal=True), list_numbers(given), bands=BANDS, whole_year=whole_year
    )


def shown(pairs: tuple[Pair, ...]) -> list[tuple[str, str, str]]:
    return [
        (p.goal.measure.text, p.answer.measure.text if p.answer else "", p.relation.value)
        for p in pairs
    ]


@pytest.mark.parametrize(
    ("goal", "progress", "expected"),
    [
        (
            "修桥30座、验桥20座。",
            "修桥41座,验桥12座。",
            [("30座", "41座", "number-met"), ("20座", "12座", "number-short")],
        ),
        ("累计培训80名。", "5月培训9名,累计培训81名。", [("80名", "81名", "number-met")]),
        (
            "北塔累计完成65%。南塔累计完成20%。",
            "南塔累计完成10%。",
            [("65%", "", "number-unanswered"), ("20%", "10%", "number-short")],
        ),
        ("累计培训80名。", "累计培训92人。", [("80名", "92人", "number-met")]),
        ("修建步道9公里。", "修建步道8000米。", [("9公里", "8000米", "number-short")]),
        ("累计修廊桥8座。", "累计修廊桥9处。", [("8座", "9处", "number-met")]),
    ],
)
def test_number_is_answered_by_the_one_it_shares_most_words_with(
    goal: str, progress: str, expected: list[tuple[str, str, str]]
) -> None:
    assert shown(pair(goal, progress)) == expected


@pytest.mark.parametrize(
    ("goal", "progress", "relation"),
    [
        ("累计修廊桥8座。", "慰问老人9名。", "number-unanswered"),
        ("累计修廊桥8座。", "设立茶摊9处。", "number-unanswered"),
        ("修廊桥8座。", "累计修廊桥9座。", "basis-differs"),
        ("累计修廊桥8座。", "修廊桥7座。", "basis-differs"),
        ("床位达到90张。", "新增床位95张。", "kind-differs"),
        ("累计完成投资30%。", "累计完成产值40%。", "kind-differs"),
        ("点检食品150批次。", "抽样140批次,评价抽查260批次。", "several-answers"),
        ("完成投资约40%。", "累计完成投资39%。", "number-about"),
        ("建成廊桥8座。", "8座廊桥已开工。", "counts-something-else"),
        ("改造廊桥8座。", "已完成廊桥8座改造方案。", "step-before"),
    ],
)
def test_number_that_nothing_like_it_answers_says_why(
    goal: str, progress: str, relation: str
) -> None:
    assert [p.relation.value for p in pair(goal, progress)] == [relation]


def test_total_answers_the_goal_of_a_whole_year() -> None:
    (found,) = pair("修廊桥8座。", "本月修廊桥2座,累计修廊桥9座。", whole_year=True)

    assert (found.relation.value, found.answer and found.answer.measure.text) == (
        "number-met",
        "9座",
    )


def test_share_is_cut_and_never_rounded_up_to_the_goal() -> None:
    (found,) = pair("累计培训100000名。", "累计培训99999名。")

    assert (found.relation.value, str(found.share)) == ("number-short", "0.9999")


def test_goal_of_zero_is_held_by_zero() -> None:
    (found,) = pair("事故控制在0起以内。", "发生事故0起。")

    assert found.relation.value == "number-met"


def test_units_of_things_agree_only_where_their_words_do() -> None:
    bridges = pair("累计修廊桥8座。", "累计修廊桥9处,设茶摊3个。")

    assert bridges[0].answer is not None
    assert same_unit(bridges[0].goal, bridges[0].answer)
    assert pair("修廊桥8座。", "设茶摊9个。")[0].answer is None
