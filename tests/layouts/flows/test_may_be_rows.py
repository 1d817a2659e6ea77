"""Units that were put into a row and may lead one of their own."""

from shishi.layouts.columns.column import Column
from shishi.layouts.doubts.doubts import find_doubts
from shishi.layouts.flows.habits import Step
from shishi.layouts.flows.lone.units import may_be_rows
from shishi.layouts.flows.looks import look_at
from shishi.layouts.layout import Layout, RawTable
from shishi.records import Field
from shishi.text.characters import Script


def may(rows, columns, *, margins):
    """Give the words of rows told by (column, word) that may lead rows of their own; `margins` by word."""
    cells = [(row, at, c, word) for row in rows for at, (c, word) in enumerate(row)]
    steps = [Step(c, at == 0, False, margins.get(word, 9), LEAD) for _, at, c, word in cells]
    looks = [look_at(word, frozenset()) for *_, word in cells]
    return [cells[i][-1] for i in may_be_rows(steps, looks, columns)]


CODED = [Column(f) for f in (Field.CODE, Field.LEAD_UNITS, Field.SUPPORT_UNITS)]
LEAD = 1
WHOLE, UNDER = [(0, "1"), (1, "区民政局"), (2, "区残联")], [(1, "区教育局"), (2, "柳湖街道")]


def test_unit_that_is_hardly_surer_a_supporter_than_the_lead_of_another_row_may_be_one():
    assert may([WHOLE, UNDER], CODED, margins={"柳湖街道": 3}) == ["柳湖街道"]


def test_sure_supporter_is_no_row():
    assert may([WHOLE, UNDER], CODED, margins={}) == []


def test_doubtful_supporter_is_no_row_where_every_row_has_a_code_or_none_has():
    assert may([WHOLE], CODED, margins={"区残联": 3}) == []
    bare = [(c - 1, word) for c, word in UNDER]
    assert may([bare, bare], CODED[1:], margins={"柳湖街道": 3}) == []


def test_many_doubtful_supporters_are_no_rows_where_no_row_begins_with_units():
    coded = [Column(f) for f in (Field.CODE, Field.LEAD_UNITS, Field.SUPPORT_UNITS, Field.REMARK)]
    unlike = [(2, "柳湖街道"), (3, "续建")]
    assert may([WHOLE, unlike, unlike], coded, margins={"柳湖街道": 3}) == []
    assert may([WHOLE, *[unlike] * 7], coded, margins={"区残联": 3}) == ["区残联"]


def doubts(*units):
    layout = Layout("table 1", 0, tuple(CODED), (0, 1), (1, 9), 100, ())
    table = RawTable(layout, (), maybe_rows=units, follows=True)
    found = find_doubts([table], [], script=Script.SIMPLIFIED)
    return [f.facts for f in found if f.code == "units-may-be-rows"]


def test_table_says_once_how_many_units_may_be_rows():
    assert doubts("区残联", "区财政局") == [{"count": 2, "printed": "区残联"}]
    assert doubts() == []
