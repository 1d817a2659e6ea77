import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.alignment import align
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.lone.lost import doubt_lost_lists
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence, Grain
from shishi.records import Field
from tests.layouts.invented import page_of

NAMES = ("code", "item", "lead_units", "support_units", "progress", "remark")
COLUMNS = [Column(Field(name)) for name in NAMES]


def unsure(units, *, remark="", bars=False):
    """Give the doubtful leads of rows with such units; without bars a blank cell leaves a gap."""
    words, gaps, gap = [], [], 1
    for number, own in enumerate(units, 1):
        row = [
            str(number),
            f"新建社区食堂{number + 2}家。",
            *own,
            f"已开工{number + 3}家。",
            remark,
        ]
        for word in row:
            if not word and not bars:
                gap += 1
                continue
            words.append(word)
            gaps.append(gap)
            gap = 1
    looks = [look_at(word, frozenset()) for word in words]
    grains = [Grain(look, gap, bars) for look, gap in zip(looks, gaps, strict=True)]
    steps = align(Evidence(grains), COLUMNS).steps
    lead = NAMES.index("lead_units")
    return [w for w, s in zip(words, steps, strict=True) if s.column == lead and s.margin < SURE]


PAIRS = [("区民政局", "区残联"), ("区水务局", "青湾乡"), ("区住建局", "石桥街道")]
LONE = [("区教育局",)]


@pytest.mark.parametrize("mark", ["—", "/", "无"])
def test_units_alone_among_rows_with_marks_for_no_supporters_are_doubtful(mark):
    marked = [("区文旅局", mark), ("区商务局", mark)]
    assert unsure([*PAIRS, *marked, *LONE, ("区财政局", "区残联")]) == ["区教育局"]


def test_units_alone_among_rows_whose_blank_cells_leave_gaps_are_doubtful():
    assert unsure([*PAIRS, *LONE, *PAIRS]) == ["区教育局"]


def test_units_alone_among_bars_that_print_blank_cells_are_doubtful():
    assert unsure([*PAIRS, *LONE, *PAIRS], bars=True) == ["区教育局"]


def test_units_alone_where_no_blank_cell_leaves_a_trace_are_sure():
    assert unsure([*PAIRS, *LONE, *PAIRS], remark="详见附表") == []


def test_units_alone_before_the_gap_of_a_blank_cell_are_sure():
    assert unsure([*PAIRS, ("区教育局", ""), *PAIRS]) == []


def test_units_alone_beside_one_mark_only_are_sure():
    assert unsure([*PAIRS, ("区文旅局", "—"), *LONE, *PAIRS], remark="详见附表") == []


@pytest.mark.parametrize(("begins", "doubtful"), [("item", True), ("lead_units", False)])
def test_units_that_begin_a_row_share_the_supporters_of_the_row_above(begins, doubtful):
    first, last = NAMES.index(begins), NAMES.index("progress")
    row = [k for k in range(first, last + 1) if NAMES[k] != "support_units"]
    looks = [look_at("区教育局" if k == 2 else "已开工", frozenset()) for k in row]
    steps = [Step(k, k == first, False, 9, None) for k in row]
    told = doubt_lost_lists(steps, looks, COLUMNS, blanks={99})
    assert any(s.margin < SURE for s in told) == doubtful


def test_units_with_a_mark_for_no_supporters_are_sure():
    assert unsure([*PAIRS, ("区文旅局", "—"), ("区商务局", "—")]) == []


def test_lead_of_a_barred_row_one_cell_short_is_asked_about():
    header = "序号 | 实事项目 | 牵头单位 | 配合单位 | 进展情况 | 备注 |"
    rows = [
        f"{n} | 新建停车位{n}00个。 | {units} | 已开工{n}处。 ||"
        for n, units in enumerate(
            ["区住建局 | 区残联", "区水务局 | 区残联、柳湖街道", "区教育局", "区民政局 | 青湾乡"], 1
        )
    ]
    read = page_of("\n".join([header, *rows]).replace(" | ", " |\n"))
    asked = [f for f in read.findings if f.code == "cell-unsure"]
    assert {f.facts["order"] for f in asked} == {3}
