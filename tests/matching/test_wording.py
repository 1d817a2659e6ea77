from fractions import Fraction

import pytest

from shishi.matching.wording import (
    Ground,
    likeness,
    load_wordlist,
    name_ground,
    numbers_of,
    pairs_of,
    promised,
    squeezed,
    strip_verbs,
)
from tests.rules.pages import make_page


@pytest.mark.parametrize("ground", list(Ground))
def test_every_ground_has_words_in_both_languages(ground):
    assert set(name_ground(ground)) == {"zh", "en"}
    assert set(load_wordlist().grounds) == set(Ground)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新建6个口袋公园", "建成口袋公园5个"),
        ("“乡音进社区”(公园)6个", "打造乡音进社区公园"),
        ("全年新增婴幼儿托位", "新设婴幼儿托位约300个"),
    ],
)
def test_promise_in_other_words_for_doing_has_the_same_pairs(one, other):
    assert pairs_of(one) == pairs_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("新建口袋公园", "新建体育公园"), ("旧改类未来社区8个", "未来社区3个")]
)
def test_another_thing_has_other_pairs(one, other):
    assert pairs_of(one) != pairs_of(other)


def test_verbs_alone_promise_nothing():
    assert strip_verbs("推进建设") == ""
    assert pairs_of("推进建设") == frozenset()


def test_row_that_continues_another_promises_that_item():
    page = make_page({"item": "改造泵站4座"}, {"lead_units": "水利局"})
    lone, continuing = page.records[1], page.records[0]

    assert promised(page, lone) == ""
    assert promised(page, continuing) == "改造泵站4座"


def test_numbers_and_letters_are_taken_as_printed():
    assert numbers_of("新建10个、改造2.5公里") == ("10", "2.5")
    assert squeezed("新建(10个)。 ") == "新建10个"


def test_likeness_is_a_share():
    one, other = frozenset({"口袋", "袋公", "公园"}), frozenset({"公园"})

    assert likeness(one, other, whole=True) == Fraction(1, 2)
    assert likeness(one, other, whole=False) == 1
    assert likeness(frozenset(), frozenset(), whole=True) == 0
