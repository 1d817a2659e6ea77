"""How a reader lays cells out while it makes them: as it would be done with the grid afterwards, or not at all."""

from dataclasses import replace
from random import Random

import pytest

from shishi.readers import parts
from shishi.readers.laying import lay_out
from shishi.readers.parts import build_grid
from shishi.readers.spans import form_table

FIRST = [("序号", (1, 1), True), ("工程", (1, 1), True), ("责任单位", (1, 1), True)]
NEXT = [("1", (1, 1), False), ("修渠", (1, 1), False), ("水利站", (1, 1), False)]


def built(*rows):
    return build_grid("table 1", form_table([rows]), height=len(rows))


def afresh(grid):
    """The same grid, of which no reader has laid out the cells."""
    return replace(grid)


def drawn(seed):
    """Rows of cells that ask for any spans; some rows are blank, some longer, some cells overlap."""
    random = Random(seed)
    most = random.choice([1, 1, 2, 3])
    return [
        [
            (
                random.choice(["渠", "路", ""]),
                (random.randint(0, most), random.randint(1, most)),
                False,
            )
            for _ in range(random.choice([0, 2, 2, 3, 3, 4]) if row else 6)
        ]
        for row in range(random.randint(1, 7))
    ]


def test_cells_laid_by_the_reader_lie_as_they_do_when_laid_out_afterwards():
    grids = [grid for seed in range(800) if (grid := built(*drawn(seed)))]
    for grid in grids:
        assert lay_out(grid) == lay_out(afresh(grid))
    assert 100 < sum(grid.laid is not None for grid in grids) < len(grids)


def test_cells_laid_in_a_wrong_order_are_told_from_those_laid_afterwards(monkeypatch):
    keep = parts.keep_laid
    monkeypatch.setattr(
        parts,
        "keep_laid",
        lambda grid, spots, *rest, **more: keep(grid, spots[::-1], *rest, **more),
    )
    grid = built(FIRST, NEXT)
    assert lay_out(grid) != lay_out(afresh(grid))


def test_regular_table_is_laid_by_its_reader():
    laid = built(FIRST, NEXT).laid
    assert laid.values == ["序号", "工程", "责任单位", "1", "修渠", "水利站"]
    assert not laid.merged


def test_merged_cell_covers_its_spots_and_prints_in_none_of_them():
    grid = built([("河道", (2, 1), False), ("清淤", (1, 1), False)], [("护坡", (1, 1), False)])
    assert [cell.text.value for cell in grid.laid.spots] == ["河道", "清淤", "河道", "护坡"]
    assert grid.laid.values == ["", "清淤", "", "护坡"]


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST],  # nothing tells the width before the row ends
        [FIRST[:2], NEXT],  # a later row is wider
        [[("甲", (1, 1), False), ("乙", (2, 1), False)], [("丙", (1, 2), False)]],  # 丙 meets 乙
    ],
)
def test_table_that_is_not_as_wide_as_its_first_rows_or_overlaps_is_left_to_who_asks(rows):
    grid = built(*rows)
    assert grid.laid is None
    assert len(lay_out(grid).spots) == grid.height * grid.width


def test_wide_table_of_short_rows_is_not_laid_by_its_reader(monkeypatch):
    monkeypatch.setattr(parts, "MOST_SLOTS", 5)
    assert built(FIRST, NEXT).laid is None


def test_grid_made_from_another_does_not_keep_how_that_one_was_laid():
    grid = built(FIRST, NEXT)
    assert replace(grid, cells=grid.cells[:3]).laid is None
