from __future__ import annotations

import pytest

from shishi.web.pages.items.folding import fold_goals
from shishi.web.projects.queries.items import GoalShown

YEAR_LAST = ("2031Q1", "2031Q2", "2031Q3", "2031Q4", "2031")


def folded(periods, on):
    shown, rest = fold_goals([GoalShown(period, "") for period in periods], on)
    return [goal.period for goal in shown], [goal.period for goal in rest]


@pytest.mark.parametrize(
    ("on", "shown", "rest"),
    [
        ("2031-02", ["2031", "2031Q1", "2031Q2"], ["2031Q3", "2031Q4"]),
        ("2031-09", ["2031", "2031Q3", "2031Q4"], ["2031Q1", "2031Q2"]),
        ("2031Q4", ["2031", "2031Q4"], ["2031Q1", "2031Q2", "2031Q3"]),
        ("2032-01", ["2031", "2031Q3", "2031Q4"], ["2031Q1", "2031Q2"]),
    ],
)
def test_goals_of_the_year_of_a_period_and_of_the_next_stay_open(on, shown, rest):
    assert folded(YEAR_LAST, on) == (shown, rest)


def test_three_goals_are_not_folded_and_the_longest_stands_first():
    assert folded(("2031Q2", "2031H1", "2031"), "2031-12") == (["2031", "2031H1", "2031Q2"], [])


def test_an_item_without_goals_has_nothing_to_fold():
    assert folded((), "2031-12") == ([], [])
