"""Marks and ends of values before a label on the same line, and labels that end like a value."""

import pytest

from tests.layouts.invented import TITLE, column, page_of

SPACED = "{n}.新建公厕{n}座 牵头单位:区住建局 阶段目标:完成{n}座; 进展情况:已完成1座。"


def test_mark_before_a_label_is_the_values_where_spaces_alone_part_others():
    page = page_of(f"{TITLE}\n" + "\n".join(SPACED.format(n=n) for n in (2, 3, 4)))
    assert column(page, "goal") == ["完成2座;", "完成3座;", "完成4座;"]


@pytest.mark.parametrize("joint", ["; ", ";"])
def test_mark_that_parts_every_label_from_the_value_before_it_is_no_part_of_the_value(joint):
    line = SPACED.replace("; ", joint).replace("区住建局 ", "区住建局;" + joint[1:])
    page = page_of(f"{TITLE}\n" + "\n".join(line.format(n=n) for n in (2, 3, 4)))
    assert column(page, "goal") == ["完成2座", "完成3座", "完成4座"]


def test_label_of_a_judgement_is_no_label_behind_the_end_of_a_value():
    blocks = [
        f"{n}.新建公厕{n}座\n牵头单位:区住建局\n9月工作计划:完成{n}座\n完成情况评价:正常\n进展情况:已完成1座。"
        for n in (2, 3, 4)
    ]
    page = page_of(f"{TITLE}\n" + "\n".join(blocks))
    assert column(page, "goal") == ["完成2座", "完成3座", "完成4座"]
    assert column(page, "status") == ["正常"] * 3


@pytest.mark.parametrize(("over", "unit"), [("单位:万元", "万元"), ("单位:座", "")])
def test_unit_of_money_alone_on_a_line_over_the_blocks_is_that_of_their_sums(over, unit):
    blocks = "\n".join(f"{n}.新建公厕{n}座\n牵头单位:区住建局\n总投资:{n}00" for n in (2, 3, 4))
    page = page_of(f"{TITLE}\n{over}\n{blocks}")
    assert len(page.records) == 3
    assert [r.investment_unit for r in page.records] == [unit] * 3
