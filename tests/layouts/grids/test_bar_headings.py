"""Headings that no bar ends, between rows of cells each of which a bar ends."""

import pytest

from tests.layouts.grids.test_barred import barred
from tests.layouts.invented import column, page_of

HEADER = ["序号", "实事项目", "年度目标", "进展情况", "牵头单位"]
ROWS = [
    [str(n), f"新建停车位{n}00个。", f"建成{n}0个。", "已开工。", "区住建局"] for n in range(1, 5)
]


def page(*over):
    """Give the page of four rows, each with such a line over it or none."""
    text = barred(HEADER, *ROWS)
    for n, words in enumerate(over, 1):
        text = text.replace(f"\n{n} |", f"\n{words}\n{n} |") if words else text
    return page_of(text)


@pytest.mark.parametrize("end", ["", "(1项)", "（2项）"])
@pytest.mark.parametrize("bar", ["", " |", " |\n|\n|\n|\n|"])
def test_heading_without_a_bar_over_a_number_is_the_theme_of_the_rows_below(end, bar):
    read = page(f"(一)便民出行{end}", "", f"(二)老有颐养{end}{bar}", f"(三)安居{end}")
    assert column(read, "code") == ["1", "2", "3", "4"]
    themes = [f"(一)便民出行{end}"] * 2 + [f"(二)老有颐养{end}", f"(三)安居{end}"]
    assert column(read, "theme") == themes


def test_status_without_a_bar_over_a_number_is_that_of_the_rows_below():
    read = page("(一)已完成项目(1项)", "(二)滞后类项目(3项)", "", "")
    assert column(read, "status") == ["已完成", "滞后", "滞后", "滞后"]
    assert column(read, "code") == ["1", "2", "3", "4"]


def test_first_line_of_a_cell_that_ends_with_another_number_is_no_heading():
    text = barred(HEADER, *ROWS).replace("建成20个。", "便民出行\n80")
    read = page_of(text)
    assert column(read, "goal")[1].split() == ["便民出行", "80"]
    assert column(read, "theme") == [None] * 4


def test_last_line_of_a_cell_over_its_bar_is_no_heading():
    text = barred(HEADER, *ROWS).replace("区住建局 |\n2", "区住建局\n区水务局 |\n2")
    assert column(page_of(text), "lead_units")[0] == ["区住建局", "区水务局"]
    assert column(page_of(text), "theme") == [None] * 4


def test_heading_with_a_bar_behind_a_row_one_cell_short_is_no_cell_of_that_row():
    rows = [["1", *ROWS[0][1:]], ["2", *ROWS[1][1:3], ROWS[1][4]]]
    below = [["1", *ROWS[2][1:]], ["2", *ROWS[3][1:]]]
    headings = [["一、便民出行"], ["二、老有颐养"]]
    read = page_of(barred(HEADER, headings[0], *rows, headings[1], *below))
    assert column(read, "theme") == ["一、便民出行"] * 2 + ["二、老有颐养"] * 2
    assert column(read, "lead_units") == [["区住建局"]] * 4


def test_last_cell_that_a_numbered_list_begins_is_a_cell_of_its_row():
    last = ["(一)督促", "(二)协调"]
    rows = [[*ROWS[n][:4], last[n % 2]] for n in range(4)]
    read = page_of(barred([*HEADER[:4], "备注"], *rows))
    assert column(read, "remark") == last * 2


SECOND = [[str(n), f"加装电梯{n}部。", f"装好{n}部。", "已装1部。", "区房管局"] for n in (1, 2)]


def sections(first, second, header=HEADER):
    one, other = barred(HEADER, *ROWS), barred(header, *SECOND, title="").lstrip("\n")
    return page_of(one.replace("\n序号 |", f"\n{first}\n序号 |") + f"{second}\n{other}")


@pytest.mark.parametrize("second", ["滞后项目", "(滞后项目)", "表2:滞后项目", "二、滞后项目(2项)"])
@pytest.mark.parametrize(
    "words", [HEADER, ["序号", "实事项目", "受益人数", "进展情况", "承办单位"]]
)
def test_status_without_a_bar_over_the_header_printed_again_is_that_of_the_rows_below(
    second, words
):
    read = sections("按序时项目", second, header=words)
    assert column(read, "status") == ["按序时"] * 4 + ["滞后"] * 2
    assert column(read, "code") == ["1", "2", "3", "4", "1", "2"]


def test_status_over_a_header_whose_second_word_nobody_knows_is_that_of_the_rows_below():
    words = ["序号", "实事项目", "受益人数", "进展情况", "承办单位"]
    one, other = barred(words, *ROWS), barred(words, *SECOND, title="").lstrip("\n")
    read = page_of(one.replace("\n序号 |", "\n表1:按序时项目\n序号 |") + f"表2:滞后项目\n{other}")
    assert column(read, "status") == ["按序时"] * 4 + ["滞后"] * 2
    assert column(read, "code") == ["1", "2", "3", "4", "1", "2"]


@pytest.mark.parametrize("line", ["区水务局", "各镇街道", "请各单位抓紧滞后项目"])
def test_other_line_over_the_header_printed_again_says_no_status(line):
    read = sections("按序时项目", line)
    assert set(column(read, "status")[4:]) <= {None, "按序时"}
    assert column(read, "item")[4:] == ["加装电梯1部。", "加装电梯2部。"]


def test_project_names_as_a_header_word_are_no_heading_over_the_next_cell():
    read = page_of(barred(["序号", "滞后项目\n名称", *HEADER[2:]], *ROWS))
    assert column(read, "code") == ["1", "2", "3", "4"]
    assert column(read, "item")[0] == "新建停车位100个。"
