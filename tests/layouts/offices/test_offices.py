"""Drawn tables of offices: every bar of reading them, over as many pages as there is time for."""

import pytest

from tests.layouts.offices.judging import judge, judge_many


def hold(bars):
    cells = len(bars.cells)
    assert bars.crashed == []
    assert bars.missed <= 0.01 * bars.records, str(bars)
    assert bars.surplus <= 0.01 * bars.records, str(bars)
    assert len(bars.wrong) <= 0.02 * cells, str(bars)
    assert len(bars.silent) <= 0.005 * cells, [str(c) for c in bars.silent[:20]]
    assert bars.silent_leads == []
    assert bars.over <= 0.02 * cells, str(bars)


def test_drawn_tables_of_offices_hold_every_bar():
    hold(judge_many(range(1, 121)))


@pytest.mark.long
@pytest.mark.parametrize("first", range(1001, 4001, 500))
def test_many_drawn_tables_of_offices_hold_every_bar(first):
    hold(judge_many(range(first, first + 500)))


def test_same_seed_draws_the_same_table():
    assert judge(7).cells == judge(7).cells
    assert judge(7).cells != judge(8).cells
