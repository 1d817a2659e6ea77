"""Signs before the label behind a value: bullets part the two, other signs are the value's own."""

import pytest

from tests.layouts.invented import TITLE, column, page_of


def read(line):
    blocks = [f"{n}.改造泵房{n}座\n{line}" for n in (1, 2, 3)]
    return page_of("\n".join((TITLE, *blocks)))


@pytest.mark.parametrize("sign", ["●", "■■■□", "◆"])
def test_value_of_nothing_but_signs_is_kept_before_the_next_label(sign):
    page = read(f"完成情况:{sign} 牵头单位:区水务局")
    assert column(page, "progress") == [sign] * 3


@pytest.mark.parametrize("sign", ["▲", "※"])
def test_sign_that_marks_a_unit_stays_with_it_before_the_next_label(sign):
    page = read(f"牵头单位:区水务局{sign} 完成情况:已选址")
    assert all(sign in "".join(names) for names in column(page, "lead_units"))


@pytest.mark.parametrize("sign", ["●", "◆", "·"])
def test_bullet_before_the_next_label_is_no_part_of_the_unit(sign):
    page = read(f"{sign}牵头单位:区水务局{sign}完成情况:已选址")
    assert column(page, "lead_units") == [["区水务局"]] * 3
