from __future__ import annotations

import pytest

from tests.acceptance.gold.spelling import BLANK, Exactly, Opening, fingerprint, names_match
from tests.acceptance.scores import FIELD_BAR, Score, below


@pytest.mark.parametrize(
    ("right", "total", "clears"),
    [(97, 100, True), (96, 100, False), (34, 35, True), (33, 35, False)],
)
def test_bar_is_cleared_at_its_height_and_not_under_it(
    right: int, total: int, clears: bool
) -> None:
    assert (below("field", Score(right, total), FIELD_BAR) == []) is clears


def test_opening_takes_the_whole_of_a_short_cell_and_the_head_of_a_long_one() -> None:
    assert Opening("进场施工。").matches("进场\n施工。")
    assert not Opening("进场施工。").matches("进场施工。已完成")
    assert Opening("新建青禾路口袋公园4个,").matches("新建青禾路口袋公园4个,改造两处")
    assert not Opening("").matches("/")
    assert Opening("进场施工", shown=4).matches("进场施工,已完成")


def test_fingerprint_tells_one_character_from_another() -> None:
    assert fingerprint("青禾 街道").matches("青禾街道")
    assert not fingerprint("青禾街道").matches("青和街道")


@pytest.mark.parametrize("printed", [["园林局", "城管局"], [], ["园林局", "园林局"]])
def test_names_match_wants_the_same_names_in_order(printed: list[str]) -> None:
    assert not names_match((Exactly("园林局"),), printed)
    assert names_match(tuple(Exactly(name) for name in printed), printed)


def test_blank_wants_nothing_at_all() -> None:
    assert BLANK.matches(" \n")
    assert not BLANK.matches("/")
