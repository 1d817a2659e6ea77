"""Whole sentences: the bars of quantities, kinds, basis and comparators, on what people annotated."""

from typing import Any

import pytest

from shishi.measures import find_measures
from tests.measures.scoring import Scores, load_sentences, score


def _find(text: str) -> list[dict[str, Any]]:
    return [
        {
            "value": str(m.value),
            "unit": m.unit,
            "comparator": m.comparator.value,
            "high": None if m.high is None else str(m.high),
            "kind": m.kind.value,
            "basis": m.basis.value,
            "action": m.action,
            "object": m.object,
        }
        for m in find_measures(text)
    ]


@pytest.fixture(scope="module")
def gold() -> Scores:
    return score(load_sentences("gold"), _find)


def test_the_gold_is_large_enough_to_say_something() -> None:
    assert len(load_sentences("gold")) >= 150
    assert len(load_sentences("unseen")) >= 180


def test_quantities_of_progress_sentences_are_found_and_no_others(gold: Scores) -> None:
    assert gold.precision >= 0.99, gold.extra
    assert gold.recall >= 0.99, gold.missed


@pytest.mark.parametrize(
    ("fact", "bar"), [("kind", 0.95), ("basis", 0.95), ("action", 0.9), ("object", 0.9)]
)
def test_facts_of_progress_sentences_clear_their_bar(gold: Scores, fact: str, bar: float) -> None:
    assert gold.share(fact) >= bar, [line for line in gold.wrong if f": {fact} " in line]


def test_sentences_of_other_districts_clear_their_bar() -> None:
    unseen = score(load_sentences("unseen"), _find)

    assert unseen.precision >= 0.98, unseen.extra
    assert unseen.recall >= 0.97, unseen.missed


def test_a_reader_that_finds_nothing_and_one_that_makes_numbers_up_are_told_apart() -> None:
    sentences = load_sentences("gold")
    blind = score(sentences, lambda text: [])
    eager = score(sentences, lambda text: [*_find(text), {**_find("3个")[0], "unit": "只"}])

    assert (blind.recall, blind.f1) == (0, 0)
    assert eager.recall == 1
    assert eager.precision < 0.7
