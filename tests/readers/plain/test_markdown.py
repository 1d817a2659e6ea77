"""Tables in Markdown: the marks of what is bold, and the header that such a table must have."""

import pytest

from tests.readers.plain.pasting import rows_of

RULED = "| 序号 | 单位 |", "|--|--|"


def test_blank_header_over_a_bold_one_is_no_row() -> None:
    found = rows_of("|  |  |", "|--|--|", "| **序号** | **项目** |", "| 1 | 修路 |")
    assert found == [["序号", "项目"], ["1", "修路"]]


def test_escape_in_a_table_of_markdown_is_not_printed() -> None:
    found = rows_of("| 序号 | 项目 |", "|--|--|", r"| 1\. | 修路\*3条 |", "| 2 | 架桥 |")
    assert found[1] == ["1.", "修路*3条"]


def test_stars_that_hide_figures_stay() -> None:
    found = rows_of("| 序号 | 电话 |", "|--|--|", "| 1 | 138****5678 |", "| 2 | 无 |")
    assert found[1] == ["1", "138****5678"]


def test_blank_first_row_of_bars_without_a_rule_stays() -> None:
    found = rows_of("| 序号 | 项目 |", "|  |  |", "| **1** | 修路 |", "| 2 | 架桥 |")
    assert found[1:3] == [["", ""], ["**1**", "修路"]]


@pytest.mark.parametrize(
    "cell", ["区财政局、**区城管局**", "**区城管局**区财政局", "区财政局、**区城管局"]
)
def test_part_of_a_cell_that_is_bold_stays_as_printed(cell: str) -> None:
    assert rows_of(*RULED, f"| 1 | {cell} |", "| 2 | 无 |")[1] == ["1", cell]


def test_cell_that_is_bold_as_a_whole_loses_its_marks() -> None:
    assert rows_of(*RULED, "| 1 | **区城管局** |", "| 2 | 无 |")[1] == ["1", "区城管局"]


def test_cell_of_two_bold_words_stays_as_printed() -> None:
    cell = "**区城管局**、**区财政局**"
    assert rows_of(*RULED, f"| 1 | {cell} |", "| 2 | 无 |")[1] == ["1", cell]
