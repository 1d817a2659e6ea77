from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from shishi.cli.terminal.pages import show_page
from shishi.cli.terminal.reading import show_reading
from shishi.street import Walked
from tests.cli.conftest import Show


def printed(console: Console) -> list[str]:
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_of_a_page_is_wider_than_the_window(
    walked: Walked, assessed: Walked, console: Show, width: int, language: str
) -> None:
    window = console(width)
    show_page(window, walked, language=language, full=False)
    show_page(window, assessed, language=language, full=True)
    show_reading(window, walked, language=language, full=False)

    assert max(map(cell_len, printed(window))) <= width


def test_a_page_at_80_columns_shows_item_lead_and_status(walked: Walked, console: Show) -> None:
    window = console(80)
    show_page(window, walked, language="zh", full=False)
    header = next(line for line in printed(window) if line.startswith("序"))

    assert header.split() == ["序", "编号", "类别", "项目", "牵头单位", "完成率", "进度状态"]


def test_a_page_says_which_fields_found_no_room(walked: Walked, console: Show) -> None:
    window = console(80)
    show_page(window, walked, language="zh", full=False)

    assert "未显示：配合单位、投资、阶段目标、进展；加宽窗口或用 --json 查看" in printed(window)


def test_a_wide_window_leaves_nothing_out(walked: Walked, console: Show) -> None:
    window = console(250)
    show_page(window, walked, language="zh", full=False)

    assert not any("未显示" in line for line in printed(window))


def test_a_doubtful_cell_and_its_row_carry_a_shape(walked: Walked, console: Show) -> None:
    window = console(80)
    show_page(window, walked, language="zh", full=False)
    seats = next(line for line in printed(window) if "休憩座椅" in line)

    assert seats.startswith("▲ 2")
    assert seats.count("▲") == 2


def test_a_theme_stands_only_where_it_begins(walked: Walked, console: Show) -> None:
    window = console(120)
    show_page(window, walked, language="zh", full=False)

    assert sum("宜居环境" in line for line in printed(window)) == 1


def test_the_counts_close_the_page(assessed: Walked, console: Show) -> None:
    window = console(100)
    show_page(window, assessed, language="zh", full=False)
    last = [line for line in printed(window) if line][-1]

    assert last == "共2条；测算：滞后 1、无法判断 1；发现3处：须改正 1、请核实 1、供参考 1"


def test_a_long_text_is_cut_and_said_to_be(assessed: Walked, console: Show) -> None:
    window = console(50)
    show_page(window, assessed, language="zh", full=False)
    lines = printed(window)

    assert sum("…" in line for line in lines) == 2  # the cell, and the line that says so
    assert "长文字已截短（…），加 --full 显示全文" in lines


def test_a_full_page_cuts_nothing(assessed: Walked, console: Show) -> None:
    window = console(50)
    show_page(window, assessed, language="zh", full=True)

    assert not any("…" in line for line in printed(window))


def test_a_page_that_claims_no_status_has_no_column_for_it(assessed: Walked, console: Show) -> None:
    claimed, silent = console(80), console(80)
    nothing = tuple(replace(found, claimed="") for found in assessed.assessments or ())
    show_page(claimed, assessed, language="zh", full=False)
    show_page(silent, replace(assessed, assessments=nothing), language="zh", full=False)

    assert any("自报" in line for line in printed(claimed))
    assert not any("自报" in line for line in printed(silent))


def test_a_reading_names_the_cell_that_each_piece_became(walked: Walked, console: Show) -> None:
    window = console(80)
    show_reading(window, walked, language="zh", full=False)
    lines = [line.split() for line in printed(window)]

    assert ["第4行", "第2条", "·", "项目", "增设休憩座椅300张"] in lines
    assert ["第1行文字", "标题", "云岭区2031年民生实事项目三季度进度表"] in lines
