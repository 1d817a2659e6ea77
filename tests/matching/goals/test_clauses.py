from __future__ import annotations

from dataclasses import replace

import pytest

from shishi.matching.goals.clauses import bare, bigrams, cover, split_topics
from shishi.measures import measure
from shishi.records import Field
from shishi.text.characters import Script, fold
from tests.assessment.pages import make_record


def split(goal: str, script: Script = Script.SIMPLIFIED) -> list[list[str]]:
    record = make_record(goal=goal, script=script)
    measured = measure(record, year=2031).of(Field.GOAL)
    topics = split_topics(record, Field.GOAL, measured)
    return [[clause.text for clause in topic.clauses] for topic in topics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修桥,铺路。建亭;", [["修桥", "铺路"], ["建亭"]]),
        ("北塔加固。累计完成80%。", [["北塔加固", "累计完成80%"]]),
        ("1.修桥;2.铺路", [["修桥"], ["铺路"]]),
        ("1.5公里步道", [["1.5公里步道"]]),
        ("发放1,200份,入户", [["发放1,200份", "入户"]]),
        ("修桥。 。铺路", [["修桥"], ["铺路"]]),
        ("", []),
    ],
)
def test_text_is_cut_into_topics_and_clauses(text: str, expected: list[list[str]]) -> None:
    assert split(text) == expected


def test_measure_is_led_back_to_its_clause_through_pinyin() -> None:
    record = make_record(goal="修橋(qiáo),鋪(pū)路(lù)9條(tiáo)", script=Script.TRADITIONAL_PINYIN)
    measures = measure(record, year=2031).of(Field.GOAL)

    ((first, second),) = [t.clauses for t in split_topics(record, Field.GOAL, measures)]

    assert (first.text, second.text) == ("修桥", "铺路9条")
    assert (first.measures, second.starts) == ((), (2,))


def test_clause_and_topic_quote_what_is_printed() -> None:
    record = make_record(goal="1、修橋８座，鋪路（一期）。累計９條；2．建亭")
    folded = {Field.GOAL: fold(record.printed(Field.GOAL), Script.TRADITIONAL)}

    first, second = split_topics(replace(record, folded=folded), Field.GOAL, ())

    assert [clause.text for clause in first.clauses] == ["修桥8座", "铺路(一期)", "累计9条"]
    assert [c.quotation for c in first.clauses] == ["修橋８座", "鋪路（一期）", "累計９條"]
    assert (first.quotation, second.quotation) == ("修橋８座，鋪路（一期）。累計９條", "建亭")


def test_field_without_a_folded_form_is_cut_as_printed() -> None:
    record = replace(make_record(goal="修桥,铺路"), folded={})

    (topic,) = split_topics(record, Field.GOAL, ())

    assert topic.text == "修桥,铺路"


def test_cover_counts_the_words_of_the_object_only() -> None:
    assert bare("完成外墙粉刷") == "外墙粉刷"
    assert bare("外墙粉刷") == "外墙粉刷"
    assert cover("完成外墙粉刷", "外墙粉刷已结束") == 1
    assert cover("完成", "完成") == 0
    assert bigrams("外 墙") == {"外墙"}
