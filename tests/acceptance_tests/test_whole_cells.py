from __future__ import annotations

import pytest

from tests.acceptance.whole_cells import score_whole_cells
from tests.acceptance_tests.invented import GOAL, ITEM, answer

SOURCE = f"1\n{ITEM} (市级、区级) |\n园林局\n{GOAL[:5]}\n\n{GOAL[5:]} |\n"
GOALS_IN_TWO = {(order, "goal"): 2 for order in (1, 2, 3)}


def test_cells_of_whole_lines_miss_nothing() -> None:
    score = score_whole_cells(answer(), SOURCE, lines=GOALS_IN_TWO)

    assert (score.right, score.total) == (6, 6)


@pytest.mark.parametrize(
    ("field", "cut"),
    [("item", ITEM[:-3]), ("item", ITEM + "园林局"), ("goal", GOAL[:5]), ("goal", GOAL[:-1])],
)
def test_cell_with_a_lost_tail_or_a_neighbour_is_a_miss(field: str, cut: str) -> None:
    score = score_whole_cells(answer(**{field: cut}), SOURCE, lines=GOALS_IN_TWO)

    assert [miss.split(":")[0] for miss in score.misses] == [f"row 1 {field}"]
