from __future__ import annotations

import pytest
from rich.cells import cell_len

from shishi.cli.terminal.wrapping import cut_lines, wrap_text

SENTENCE = "新建口袋公园6个、社区绿道不少于12.5公里，于2031-09-30前完工（含验收），并公示。"


@pytest.mark.parametrize("width", [10, 13, 20, 33, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(cell_len, wrap_text(SENTENCE, width))) <= width


@pytest.mark.parametrize("width", [10, 13, 20, 33, 80])
def test_wrapping_keeps_every_character(width: int) -> None:
    assert "".join(wrap_text(SENTENCE, width)) == SENTENCE


@pytest.mark.parametrize("width", range(10, 40))
def test_no_line_begins_with_a_closing_mark(width: int) -> None:
    assert not any(line[0] in "，、）。" for line in wrap_text(SENTENCE, width))


@pytest.mark.parametrize("width", range(10, 40))
def test_no_line_ends_with_an_opening_mark(width: int) -> None:
    assert not any(line[-1] in "（(" for line in wrap_text(SENTENCE + "區(qū)教育局", width))


@pytest.mark.parametrize("width", [14, 20, 33])
def test_a_number_stays_whole(width: int) -> None:
    lines = wrap_text(SENTENCE, width)

    assert any("12.5" in line for line in lines)
    assert any("2031-09-30" in line for line in lines)


@pytest.mark.parametrize("width", range(9, 30))
def test_pinyin_stays_whole(width: int) -> None:
    assert any("(huán)" in line for line in wrap_text("改善區(qū)內人居環(huán)境設施", width))


def test_a_word_longer_than_the_line_is_broken_all_the_same() -> None:
    assert wrap_text("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.parametrize("width", range(12, 40))
def test_a_mark_carries_the_whole_number_before_it_along(width: int) -> None:
    printed = wrap_text("目标所属时段（2031-09）内达到目标的100.0%。", width)

    assert any("（2031-09）" in line for line in printed)
    assert any("100.0%。" in line for line in printed)


def test_a_text_over_the_lines_allowed_ends_in_an_ellipsis() -> None:
    lines = cut_lines(wrap_text(SENTENCE, 12), 12, most=2)

    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert cell_len(lines[1]) <= 12


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert cut_lines(["一二", "三四"], 4, most=2) == ["一二", "三四"]


def test_a_text_keeps_its_own_line_breaks() -> None:
    assert wrap_text("一\n二三四", 4) == ["一", "二三", "四"]


def test_a_blank_text_is_one_blank_line() -> None:
    assert wrap_text("", 10) == [""]


def test_spaces_at_a_break_are_dropped() -> None:
    assert wrap_text("abcd efgh", 5) == ["abcd", "efgh"]
