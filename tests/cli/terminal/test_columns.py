from __future__ import annotations

import pytest

from shishi.cli.terminal.columns import GAP, Column, fit_columns

ORDER = Column("order", "序", 2, 2)
ITEM = Column("item", "项目", 20, 60, 4)
LEAD = Column("lead", "牵头单位", 10, 20, 2, rank=1)
GOAL = Column("goal", "目标", 20, 60, 3, rank=2)
ALL = (ORDER, ITEM, LEAD, GOAL)


def names(width: int) -> list[str]:
    return [column.name for column, _ in fit_columns(ALL, width)]


def test_a_wide_window_shows_every_column_in_order() -> None:
    assert names(120) == ["order", "item", "lead", "goal"]


def test_a_narrow_window_drops_the_least_important_column_first() -> None:
    assert names(50) == ["order", "item", "lead"]
    assert names(30) == ["order", "item"]


def test_columns_of_rank_0_stay_in_any_window() -> None:
    assert names(5) == ["order", "item"]


@pytest.mark.parametrize("width", [40, 58, 80, 100])
def test_a_table_never_outgrows_the_window(width: int) -> None:
    fitted = fit_columns(ALL, width)

    assert sum(size for _, size in fitted) + GAP * (len(fitted) - 1) <= width


def test_no_column_gets_more_than_it_can_use() -> None:
    assert all(size <= column.high for column, size in fit_columns(ALL, 500))
