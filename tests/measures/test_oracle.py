from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from shishi.measures import find_measures
from shishi.measures.measure import Measure
from shishi.text.characters import Script, fold
from shishi.text.damage import find_damage
from tests.measures import oracle


def _silent_errors(count: int, find: Callable[[str], list[Measure]], *, seed: int) -> list[str]:
    """Sentences with a number that is not the printed one, or is missing, and no damage flagged."""
    random = Random(seed)
    wrong = []
    for _ in range(count):
        text = fold(oracle.invent(random), Script.SIMPLIFIED).plain
        found = [(m.value, m.unit, m.comparator.value, m.high) for m in find(text) if not m.derived]
        wanted = oracle.read(text)
        if found != wanted and not _is_flagged(text, found, wanted):
            wrong.append(f"{text}: {found}, not {wanted}")
    return wrong


def _is_flagged(text: str, found: list[oracle.Quantity], wanted: list[oracle.Quantity]) -> bool:
    """Whether all that was found is right, and damage is flagged where something is missing."""
    rest = list(wanted)
    for quantity in found:
        if quantity not in rest:
            return False
        rest.remove(quantity)
    doubts = [text[slice(*damage.span)] for damage in find_damage(text) if damage.number]
    invented = [word for word in oracle.DAMAGED if word in text]
    return len(doubts) >= len(rest) + len(invented)


def test_a_sample_of_invented_numbers_is_read_as_the_oracle_reads_it() -> None:
    assert _silent_errors(2_000, find_measures, seed=11) == []


@pytest.mark.long
def test_no_invented_number_is_silently_another() -> None:
    assert _silent_errors(50_000, find_measures, seed=2024) == []


@pytest.mark.parametrize("word", oracle.DAMAGED)
def test_every_damaged_number_of_the_oracle_is_flagged_and_not_read(word: str) -> None:
    assert find_measures(f"建成{word}。") == []
    assert [damage for damage in find_damage(f"建成{word}。") if damage.number]


def test_a_reader_that_forgets_a_magnitude_is_caught() -> None:
    def forgetful(text: str) -> list[Measure]:
        return [
            replace(m, value=m.value / 10_000) if "万" in m.text else m for m in find_measures(text)
        ]

    assert len(_silent_errors(500, forgetful, seed=11)) > 20


def test_a_reader_that_overlooks_numbers_is_caught() -> None:
    assert len(_silent_errors(500, lambda text: find_measures(text)[1:], seed=11)) > 100


def test_the_oracle_reads_what_a_person_reads() -> None:
    text = "新增公厕不少于3,450.5万余亩;完成二十六个左右;建成2-3%;截至1024日"

    assert oracle.read(text) == [
        (Decimal(34505000), "亩", ">=", None),
        (Decimal(26), "个", "~", None),
        (Decimal(2), "%", "=", Decimal(3)),
    ]
