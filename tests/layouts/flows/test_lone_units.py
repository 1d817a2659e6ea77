from dataclasses import replace

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.alignment import align
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.lone_units import doubt_odd_supporters
from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.prices import Evidence, Grain
from shishi.records import Field

NAMES = ("code", "item", "lead_units", "support_units", "progress", "status")
COLUMNS = [Column(Field(name)) for name in NAMES]
FULL = ["区民政局 区残联、柳湖街道", "区水务局 青湾乡", "区住建局 石桥街道"]
LED_BY_TOWNS = ["柳湖街道 区残联", "青湾乡 区水务局", "石桥街道 青湾乡"]


def unsure(*lists, whole=False, full=FULL, columns=COLUMNS):
    """Give the doubtful units of a table: the rows with both lists, then one for each list alone."""
    words = []
    for number, units in enumerate([*full, *lists], 1):
        words += (
            f"{number} 新建社区食堂{number + 2}家。 {units} 已开工{number + 3}家。 正常".split()
        )
    looks = [look_at(word, frozenset({"正常"})) for word in words]
    steps = align(Evidence([Grain(look, 1, whole) for look in looks]), columns).steps
    units = (Field.LEAD_UNITS, Field.SUPPORT_UNITS)
    told = zip(words, steps, strict=True)
    return [w for w, s in told if columns[s.column].field in units and s.margin < SURE]


@pytest.mark.parametrize(
    "alone",
    [
        "区民政局、区残联、区水务局、柳湖街道、青湾乡",
        "区民政局、区残联、区水务局",
        "柳湖街道",
        "青湾乡、区残联",
    ],
)
def test_a_list_alone_that_looks_like_supporters_is_doubtful(alone):
    assert unsure(alone) == [alone]


@pytest.mark.parametrize("alone", ["区民政局", "区民政局、区残联"])
def test_a_list_alone_that_looks_like_leading_units_is_sure(alone):
    assert unsure(alone) == []


def test_a_town_alone_where_towns_lead_is_sure():
    assert unsure("柳湖街道", full=LED_BY_TOWNS) == []


def test_a_long_list_alone_where_such_lists_lead_is_sure():
    full = [*FULL, "区民政局、区残联、区水务局 石桥街道"]
    assert unsure("区水务局、区残联、区民政局", full=full) == []


def test_a_list_of_supporters_beside_its_lead_is_sure_however_long():
    assert unsure("区民政局 区残联、区水务局、柳湖街道、青湾乡") == []


def test_a_list_alone_where_bars_part_the_cells_is_sure():
    assert unsure("区民政局、区残联、区水务局", whole=True) == []


def test_a_list_alone_whose_star_tells_who_leads_is_sure():
    columns = [replace(c, starred=c.field is Field.LEAD_UNITS) for c in COLUMNS]
    full = [f"★{row}" for row in FULL]
    assert unsure("★区民政局、区残联、区水务局", full=full, columns=columns) == []


def by_line(*lists, gap=1, first="区民政局 区残联 柳湖街道 青湾乡"):
    """Give the doubtful units of a table whose first row has all its units on lines of their own.

    `gap` is the number of blank lines before the units of the last list but its first one.
    """
    words, gaps = [], []
    for number, units in enumerate([first, "区住建局", *lists], 1):
        row = f"{number} 新建社区食堂{number + 2}家。 {units} 已开工{number + 3}家。 正常".split()
        words, gaps = words + row, gaps + [1] * len(row)
    gaps[-3] = gap
    looks = [look_at(word, frozenset({"正常"})) for word in words]
    grains = [Grain(look, g) for look, g in zip(looks, gaps, strict=True)]
    told = zip(words[-4:], align(Evidence(grains), COLUMNS).steps[-4:], strict=True)
    return [word for word, step in told if step.margin < SURE]


def test_a_pair_of_units_a_line_each_is_doubtful_where_units_stand_on_lines_of_their_own():
    assert by_line("区水务局 区教育局") == ["区教育局"]


def test_a_pair_of_lists_is_sure_where_no_cell_has_units_on_lines_of_their_own():
    assert by_line("区水务局 区教育局", first="区民政局 区残联、柳湖街道") == []


def test_a_unit_alone_is_sure_where_units_stand_on_lines_of_their_own():
    assert by_line("区水务局") == []


def test_a_pair_whose_lines_a_missing_blank_line_joins_is_sure():
    assert by_line("区水务局 区教育局", gap=0) == []


def parts(*units, starred=False, coded=3):
    """Give the doubtful units of rows that go on under a code, of which others print one unit."""
    rows = [f"{n} 修路{n}条 区民政局 区残联" for n in range(1, coded + 1)]
    words = " ".join([*rows, *units]).split()
    looks = [look_at(word, frozenset()) for word in words]
    places = [n % 4 for n in range(4 * coded)]
    for row in units:
        places += [2, 3][: len(row.split())]
    steps = [
        Step(c, c == 0 or (t >= 4 * coded and c == 2), False, 9, None) for t, c in enumerate(places)
    ]
    fields = (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS)
    columns = [Column(f, starred=starred and f is Field.LEAD_UNITS) for f in fields]
    told = doubt_odd_supporters(steps, looks, columns)
    return [word for word, step in zip(words, told, strict=True) if step.margin < SURE]


ALONE = ["区教育局", "区文旅局", "柳湖街道"]


def test_supporters_in_one_of_many_rows_that_go_on_may_lead_a_row():
    assert parts(*ALONE, "区水务局 区供销社") == ["区供销社"]


def test_supporters_in_more_of_the_rows_that_go_on_or_under_a_code_are_sure():
    assert parts(*ALONE[:2], "区水务局 区供销社") == []
    assert parts(*ALONE) == []


def test_supporters_behind_a_star_in_rows_that_go_on_are_sure():
    assert parts(*ALONE, "区水务局 区供销社", starred=True) == []
