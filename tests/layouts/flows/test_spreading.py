import pytest

from shishi.layouts.flows.spreading import NEVER, Costs, Stretch, cheapest, spread, spread_rows


def test_cheapest_cut_wins_and_says_how_sure_it_is():
    cells = [[Stretch(0, 3, 0), Stretch(0, 4, 2)], [Stretch(3, 6, 0), Stretch(4, 6, 1)]]
    found = spread(6, cells, blanks=[9, 9], skips=())
    assert {k: (c.start, c.end, c.margin, c.rival) for k, c in found.cells.items()} == {
        0: (0, 3, 3, 0),
        1: (3, 6, 3, 0),
    }


def test_blank_cell_is_left_out_at_its_price():
    found = spread(3, [[Stretch(0, 3, 8)], [Stretch(0, 3, 0)]], blanks=[1, 1], skips=())
    assert list(found.cells) == [1]


def test_white_space_between_cells_belongs_to_none():
    cells = [[Stretch(0, 2, 0)], [Stretch(3, 5, 0)]]
    found = spread(5, cells, blanks=[9, 9], skips=(2,))
    assert [(c.start, c.end) for c in found.cells.values()] == [(0, 2), (3, 5)]


def test_row_that_no_cells_cover_is_none():
    assert spread(4, [[Stretch(0, 2, 0)]], blanks=[1], skips=()) is None


UNITS = [Stretch(0, 2, 0), Stretch(4, 6, 0)]
SAYS = [Stretch(2, 4, 0), Stretch(6, 8, 0), Stretch(2, 8, 9)]


def rows(again):
    costs = Costs([9, 9], [9, 9], again=again)
    return [sorted(row.cells) for row in spread_rows(8, [UNITS, SAYS], costs=costs, skips=())]


def test_strip_is_cut_into_rows_where_that_costs_less():
    assert rows({4: 3}) == [[0, 1], [0, 1]]


@pytest.mark.parametrize("again", [{4: 10}, {3: 0}, {}])
def test_strip_is_one_row_where_another_costs_more_or_cannot_begin(again):
    assert rows(again) == [[0, 1]]


def test_row_that_may_be_two_is_unsure_where_the_second_would_begin():
    costs = Costs([9, 9], [9, 9], again={4: 8})
    first, _ = spread_rows(8, [UNITS, SAYS], costs=costs, skips=())
    assert first.cells[1].margin == 1


def test_row_whose_first_cell_is_welcome_and_whose_rest_no_cell_covers_is_none():
    welcome = [Stretch(0, 1, -3)]
    assert spread(3, [welcome, []], blanks=[5, 5], skips=()) is None
    assert cheapest(3, [welcome, []], blanks=[5, 5]) == NEVER
    assert spread(1, [welcome, []], blanks=[5, 5], skips=()) is not None
