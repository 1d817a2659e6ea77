from __future__ import annotations

import pytest

from shishi.assessment.answering.parts import Parts, cover_all, find_parts
from shishi.matching.goals.clauses import split_topics
from shishi.matching.goals.steps import State, find_standings
from shishi.measures import measure
from shishi.measures.measure import Measure
from shishi.records import Field
from tests.assessment.pages import make_record


def sort_parts(item: str, progress: str) -> tuple[Parts, tuple[Measure, ...]]:
    record = make_record(item=item, progress=progress)
    measured = measure(record, year=2031)
    topics = split_topics(record, Field.PROGRESS, measured.of(Field.PROGRESS))
    clauses = [clause for topic in topics for clause in topic.clauses]
    promised = measured.of(Field.ITEM)
    return find_parts(find_standings(clauses), promised), promised


def words(parts: Parts) -> tuple[list[str], list[str]]:
    return [s.clause.text for s in parts.found], [s.clause.text for s in parts.whole]


@pytest.mark.parametrize(
    ("progress", "found", "whole"),
    [
        ("其中2座已竣工,其余正在施工", ["其中2座已竣工", "其余正在施工"], []),
        ("5座驿亭已竣工", [], ["5座驿亭已竣工"]),
        ("3座驿亭已竣工", ["3座驿亭已竣工"], []),
        ("驿亭已竣工", [], []),
        ("5座驿亭已竣工,其中1座正在验收", ["其中1座正在验收"], ["5座驿亭已竣工"]),
    ],
)
def test_clause_that_counts_less_than_promised_is_of_a_part(
    progress: str, found: list[str], whole: list[str]
) -> None:
    assert words(sort_parts("新建驿亭5座", progress)[0]) == (found, whole)


def test_furthest_step_of_a_part_counts_whatever_its_order() -> None:
    parts, _ = sort_parts("新建驿亭5座", "3座完成招标并开工,2座竣工后补办招标")

    assert [standing.step.zh for standing in parts.found] == ["进场开工", "完工"]


def test_part_below_is_none_once_the_whole_is_there() -> None:
    building = (7, State.DONE)

    assert sort_parts("新建驿亭5座", "5座已竣工,其中1座补办招标")[0].below(building) is None
    lowest = sort_parts("新建驿亭5座", "3座已竣工,2座正在招标")[0].below(building)
    assert lowest is not None
    assert lowest.clause.text == "2座正在招标"


@pytest.mark.parametrize(
    ("progress", "covers"),
    [
        ("3座已竣工,2座已开工", True),
        ("其中3座已竣工,剩余已开工", True),
        ("3座已竣工,1座已开工", False),
        ("其中一部分已竣工", False),
    ],
)
def test_parts_cover_all_when_they_add_up_or_name_the_rest(progress: str, covers: bool) -> None:
    parts, promised = sort_parts("新建驿亭5座", progress)

    assert cover_all(parts.found, promised) is covers
