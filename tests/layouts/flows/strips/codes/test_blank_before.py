"""Codes behind the mark of a blank cell, and behind counts that only look like one."""

import pytest

from shishi.layouts.flows.strips.codes.finding import find_codes
from shishi.layouts.flows.strips.codes.numbers import Numbers


def codes(body, **numbers):
    found = find_codes(body, statuses=frozenset(), numbers=Numbers(**numbers))
    return [(c.code, body[c.start :][:3]) for c in found]


@pytest.mark.parametrize("mark", ["-", "--"])
def test_code_behind_the_mark_of_a_blank_cell_begins_a_row(mark):
    body = f"1修渠区水务局{mark}2造林区林业局已种完。3装灯区城管局方朔{mark}4建桥区住建局{mark}"
    assert [c for c, _ in codes(body)] == [(1,), (2,), (3,), (4,)]


@pytest.mark.parametrize(
    "said",
    ["3号楼-2号楼外墙", "A区-2栋外墙", "河东路-2公里处护栏", "3月-2月旧账", "K3-2段护栏", "2-2段"],
)
def test_number_behind_a_dash_that_joins_others_begins_no_row(said):
    body = f"1改造{said}区水务局已完工。2造林区林业局已种完。3装灯区城管局装好。"
    assert codes(body) == [((1,), "1改造"), ((2,), "2造林"), ((3,), "3装灯")]


@pytest.mark.parametrize(
    "named", ["南湾-2水闸", "地铁-2站台", "高铁-2站房", "西岭镇-2水闸", "水闸(一期)-2标"]
)
def test_number_behind_a_dash_in_the_name_of_a_place_leaves_the_next_code_its_row(named):
    body = f"1改造{named}区水务局已开工2造林区林业局已开工3装灯区城管局已开工"
    found = find_codes(body, statuses=frozenset({"已开工"}), numbers=Numbers())
    assert [body[c.start :][:3] for c in found] == ["1改造", "2造林", "3装灯"]


@pytest.mark.parametrize(
    "end", ["区水务局方朔", "区水务局已修完。", "区水务局已开工", "区水务局90%"]
)
def test_code_behind_the_mark_of_a_blank_cell_begins_a_row_where_a_cell_surely_ended(end):
    body = f"1修渠{end}-2造林区林业局已开工3装灯区城管局已开工"
    found = find_codes(body, statuses=frozenset({"已开工"}), numbers=Numbers())
    assert [body[c.start :][:3] for c in found] == ["1修渠", "2造林", "3装灯"]


@pytest.mark.parametrize("item", ["组织巡演3场", "组建队伍4支", "根治积水2处"])
def test_code_before_a_verb_that_begins_like_a_measure_touches_the_percentage_before_it(item):
    body = f"1修渠区水务局60.52造林区林业局433{item}区文旅局75"
    assert codes(body, last=True, some=True)[2] == ((3,), "3" + item[:2])


@pytest.mark.parametrize("count", ["3组设备", "3根电杆", "3人"])
def test_number_before_a_measure_begins_no_row(count):
    body = f"1修渠区水务局60.52造林区林业局。装{count}。433建桥区文旅局75"
    assert codes(body, last=True, some=True)[2] == ((3,), "3建桥")


def test_list_with_points_inside_a_cell_is_none_below_a_heading_that_counts_its_rows():
    body = (
        "一、绿色家园(2项)1修渠区水务局已完工。2造林区林业局已种完。"
        "二、便民出行(2项)1补路区住建局1.东湖镇:已补完;2.西岭镇:正在补。2人力资源局招工已招完。"
    )
    assert [c for c, _ in codes(body)] == [(1,), (2,), (1,), (2,)]


def test_codes_with_points_below_a_heading_that_counts_its_rows_begin_rows():
    body = "一、绿色家园(2项)1.修渠区水务局已完工。2.造林区林业局已种完。二、便民出行(1项)1.补路区住建局。"
    assert [c for c, _ in codes(body)] == [(1,), (2,), (1,)]
