from fractions import Fraction

import pytest

from shishi.measures.units import family_of, load_words, ratio


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        ("平方米", "平米", 1),
        ("平方米", "㎡", 1),
        ("公里", "米", 1000),
        ("公里", "千米", 1),
        ("亩", "平方米", Fraction(2000, 3)),
        ("吨", "斤", 2000),
        ("个", "家", 1),
        ("人", "名", 1),
        ("吨/日", "斤/日", 2000),
    ],
)
def test_units_of_one_family_can_be_compared(unit: str, other: str, expected: Fraction) -> None:
    assert ratio(unit, other) == expected


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("公里", "亩"),
        ("人", "人次"),
        ("户", "人"),
        ("吨/日", "吨/年"),
        ("箱位", "箱位"),
        ("", "个"),
    ],
)
def test_units_of_two_families_cannot(unit: str, other: str) -> None:
    assert ratio(unit, other) is None


def test_an_unknown_unit_has_no_family() -> None:
    assert family_of("箱位") == family_of("") == ""


def test_no_unit_begins_with_a_magnitude_that_would_be_multiplied_out() -> None:
    assert [name for name in load_words().units if name[0] in "十百万亿"] == ["百分点"]
