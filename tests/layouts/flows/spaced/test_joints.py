import pytest

from shishi.layouts.flows.spaced.joints import Joints
from shishi.records import Field
from tests.layouts.flows.spaced.made import body_of

LEADS, SAID = Field.LEAD_UNITS, Field.PROGRESS


def price(line, token, field, seen=()):
    joints = Joints(body_of(line, *seen, coded=False))
    at = len(line.split())
    for text in seen:
        joints.count(range(at, at + len(text.split())), 0, field)
        at += len(text.split())
    return joints.price(token, 0, field)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("区住建局、 区水务局", LEADS),
        ("牵头:区住建局 配合:区水务局", LEADS),
        ("1、完成选址。 2、启动招标。", SAID),
        ("一是完成选址; 二是启动招标。", SAID),
    ],
)
def test_list_that_goes_on_is_one_cell_for_nothing(line, field):
    assert price(line, 1, field) == 0


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("完成选址。 启动招标。", SAID),
        ("新建口袋 公园3个", SAID),
        ("区住建局 区水务局", LEADS),
        ("1、完成选址。 3、启动招标。", SAID),
    ],
)
def test_space_is_rather_the_end_of_a_cell(line, field):
    assert price(line, 1, field) > 0


def test_names_are_parted_by_spaces_where_others_in_the_table_are():
    seen = ["区民政局 区教育局", "区残联 区妇联", "团区委 区民政局"]
    line = "区住建局 区水务局"
    assert price(line, 1, LEADS, seen) < price(line, 1, LEADS)


def test_names_are_not_parted_by_spaces_where_no_others_are():
    seen = ["区民政局", "区残联", "团区委", "区教育局", "区妇联", "区民政局"]
    line = "区住建局 区水务局"
    assert price(line, 1, LEADS, seen) > price(line, 1, LEADS)


def test_semicolon_ends_the_cells_of_a_table_whose_cells_all_end_with_one():
    seen = ("完成选址;", "完成招标;", "完成桩基;", "完成封顶;")
    goal = Field.GOAL
    assert price("完成三成; 黄灯", 1, goal, seen) > price("完成三成; 黄灯", 1, goal) > 0


def test_semicolon_within_a_list_of_units_ends_nothing():
    assert price("区住建局; 区水务局", 1, LEADS) == 0


@pytest.mark.parametrize(
    ("line", "is_apart"),
    [
        ("区住建局\n已完成选址\n2 新建公厕", True),
        ("区住建局\n已完成选址", False),
        ("已开\n工选址\n2 新建公厕", False),
    ],
)
def test_unit_alone_on_its_line_is_no_beginning_of_a_report(line, is_apart):
    joints = Joints(body_of(*line.split("\n"), coded=False))
    assert (joints.price(1, 0, SAID) > 9) is is_apart
