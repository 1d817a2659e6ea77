"""A grid spread out, and each row parted into what begins in it and what reaches into it from above."""

from random import Random

import pytest

from shishi.layouts.grids import spread as spreading
from shishi.layouts.grids.spread import merged_cells, part_rows, spread
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.readers.document import Cell, Grid
from shishi.text.characters import Script


def cell(row, column, *, rows=1, columns=1, words="词"):
    return Cell(Text(words, Place()), row, column, rows, columns)


def drawn(height, width, *cells):
    return Grid("table 1", height, width, cells)


def terms():
    return Terms(Script.SIMPLIFIED)


def random_grid(seed, *, overlap):
    """Lay cells of any span on free spots, some of them blank, some spots left out; or on any spots."""
    random = Random(seed)
    height, width = random.randint(1, 8), random.randint(1, 6)
    taken, cells = set(), []
    for row in range(1, height + 1):
        for column in range(1, width + 1):
            rows = random.choice([1, 1, 1, 2, 3]) if overlap else random.choice([1, 1, 2])
            columns = random.choice([1, 1, 1, 2])
            spots = {(row + r, column + c) for r in range(rows) for c in range(columns)}
            outside = any(r > height or c > width for r, c in spots)
            if random.random() < 0.1 or (not overlap and (outside or spots & taken)):
                continue
            taken |= spots
            words = random.choice(["修路", "建桥", "", " "])
            cells.append(cell(row, column, rows=rows, columns=columns, words=words))
    return drawn(height, width, *cells)


@pytest.mark.parametrize("overlap", [False, True])
def test_rows_parted_at_once_are_those_parted_one_by_one(overlap):
    for seed in range(300):
        grid = random_grid(seed, overlap=overlap)
        assert overlap or not spreading.overlaps(grid, terms())
        one_by_one = [spreading.part_row(row, i) for i, row in enumerate(spread(grid, terms()))]
        assert part_rows(grid, terms()) == one_by_one


def test_row_below_a_merged_cell_has_its_own_cells_and_the_column_that_is_covered():
    grid = drawn(2, 2, cell(1, 1, rows=2), cell(1, 2), cell(2, 2, words="桥"))
    (first, nothing), (second, covered) = part_rows(grid, terms())
    assert [c.column for c in first] == [1, 2]
    assert [c.text.value for c in second] == ["桥"]
    assert (nothing, covered) == (frozenset(), {0})


def test_cell_under_another_one_is_found_to_overlap():
    grid = drawn(2, 2, cell(1, 2, rows=2), cell(2, 1, columns=2))
    assert spreading.overlaps(grid, terms())


def test_cells_side_by_side_do_not_overlap():
    grid = drawn(2, 2, cell(1, 1, rows=2), cell(1, 2), cell(2, 2))
    assert not spreading.overlaps(grid, terms())


def test_cells_of_one_spot_are_not_merged():
    grid = drawn(1, 3, cell(1, 1), cell(1, 2, columns=2))
    assert merged_cells(grid, terms()) == [grid.cells[1]]
