from dataclasses import replace

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.alignment import align
from shishi.layouts.flows.habits import SURE, Step
from shishi.layouts.flows.lone.units import doubt_lone_rows, doubt_odd_supporters
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


def lone(*rows, columns=COLUMNS):
    """Give the doubtful words of rows told by (column, word); a column that comes again goes on."""
    told = [(at, c, w, at and row[at - 1][0] == c) for row in rows for at, (c, w) in enumerate(row)]
    steps = [Step(c, at == 0, bool(joined), 9, None) for at, c, _, joined in told]
    looks = [look_at(word, frozenset()) for _, _, word, _ in told]
    found = doubt_lone_rows(steps, looks, columns)
    return [word for (*_, word, _), step in zip(told, found, strict=True) if step.margin < SURE]


LEAD = NAMES.index("lead_units")


def test_units_alone_in_a_row_one_a_paragraph_may_be_several_rows():
    assert lone([(LEAD, "区财政局"), (LEAD, "柳湖街道")]) == ["柳湖街道"]


@pytest.mark.parametrize(
    "row",
    [
        [(LEAD, "区财政局")],
        [(LEAD, "区综合行政"), (LEAD, "执法局")],
        [(0, "3"), (1, "修路"), (LEAD, "区财政局"), (LEAD, "柳湖街道")],
        [(LEAD, "区财政局"), (LEAD, "柳湖街道"), (4, "已开工")],
    ],
    ids=["one unit", "a name in halves", "a row of its own", "a report behind them"],
)
def test_units_of_a_row_that_holds_more_or_one_alone_are_as_sure_as_before(row):
    assert lone(row) == []


def test_units_alone_are_sure_in_a_table_without_leads():
    assert lone([(0, "区财政局"), (0, "柳湖街道")], columns=[Column(Field.SUPPORT_UNITS)]) == []


EACH = (
    "1 修缮泵房1座。 区水务局 区住建局 王甲 区财政局 柳湖街道 2 修缮泵房2座。 区教育局 区残联 李乙"
)
LED = [Column(Field(name)) for name in ("code", "item", "lead_units", "leaders")]


def read_each(gap):
    """Give the doubtful units of a table that prints each on a line; `gap` blank lines stand within cells."""
    words = [
        w.replace("1", str(n)).replace("2", str(n + 1)) for n in (1, 3, 5) for w in EACH.split()
    ]
    looks = [look_at(word, frozenset()) for word in words]
    inner = {"区住建局", "柳湖街道", "区残联"}
    steps = align(Evidence([Grain(k, gap if k.text in inner else 1) for k in looks]), LED).steps
    return {w for w, s in zip(words, steps, strict=True) if s.margin < SURE}


def test_units_in_merged_rows_are_doubted_where_each_unit_has_a_line_of_its_own():
    assert read_each(1) == {"柳湖街道"}


def test_units_in_merged_rows_are_sure_where_their_lines_stand_together():
    assert read_each(0) == set()


def paired(*rows):
    """Give the doubtful units of rows that go on under the code of a whole row, each told by its words."""
    table = [Column(f) for f in (Field.CODE, Field.LEAD_UNITS, Field.SUPPORT_UNITS, Field.PROGRESS)]
    cells = [("1", 0), ("区民政局", 1), ("区残联", 2), ("已开工", 3)]
    for row in rows:
        cells += [(word, at) for at, word in enumerate(row.split(), 1)]
    looks = [look_at(word, frozenset()) for word, _ in cells]
    steps = [Step(c, c < 2 and (c == 0 or i > 1), False, 9, None) for i, (_, c) in enumerate(cells)]
    told = doubt_odd_supporters(steps, looks, table)
    return [word for (word, _), step in zip(cells, told, strict=True) if step.margin < SURE]


def test_second_unit_of_a_row_of_units_alone_may_lead_a_row_where_no_others_have_both():
    assert paired("柳湖街道 青湾乡") == ["青湾乡"]
    assert paired("柳湖街道 青湾乡", "石桥街道") == ["青湾乡"]


def test_second_units_of_several_rows_of_units_alone_are_supporters():
    assert paired("柳湖街道 区水务局", "青湾乡 区残联") == []


def test_second_unit_of_a_row_with_a_report_of_its_own_is_a_supporter():
    assert paired("柳湖街道 青湾乡 已选址") == []
