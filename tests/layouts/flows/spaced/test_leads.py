"""Units alone in a row of a table that has a column for leads, and one for supporters right of it."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.unsure.leads import leads_first
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.records import Field

CODE, ITEM, LEAD, SUPPORT = Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.SUPPORT_UNITS
BOTH = {0: SURE, 1: SURE, 2: SURE, 3: SURE}
ALONE = {0: SURE, 1: SURE, 3: SURE - 6}


def heads(*fields):
    return [Head(Column(field), n) for n, field in enumerate(fields)]


def strip(cells):
    """Make a row of a token a cell, the columns and margins of which these are."""
    cut = {k: CutCell(n, n + 1, margin, k) for n, (k, margin) in enumerate(cells.items())}
    blanks = {k: SURE - 6 for k in range(4) if k not in cells}
    return Strip(0, len(cells), True, Spread(cut, blanks))


def columns(rows, fields=(CODE, ITEM, LEAD, SUPPORT)):
    """Give the columns of the last row once its units were weighed."""
    return [*leads_first(heads(*fields), [strip(row) for row in rows])[-1].cut.cells]


def test_units_alone_lead_where_every_other_row_has_a_lead():
    assert columns([BOTH] * 3 + [ALONE]) == [0, 1, 2]


def test_units_alone_that_lead_are_still_in_doubt_and_so_is_the_blank_beside():
    cut = leads_first(heads(CODE, ITEM, LEAD, SUPPORT), [strip(BOTH)] * 3 + [strip(ALONE)])[-1].cut
    assert cut.cells[2].margin < SURE
    assert cut.cells[2].rival == 3
    assert cut.blanks == {3: SURE - 6}


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([BOTH] * 2, id="too few have a lead"),
        pytest.param([*[BOTH] * 6, {0: SURE, 1: SURE}], id="a row has neither"),
        pytest.param([*[BOTH] * 6, {0: SURE, 1: SURE, 3: SURE}], id="a row surely lacks its lead"),
    ],
)
def test_units_alone_support_where_rows_lack_leads(others):
    assert columns([*others, ALONE]) == [0, 1, 3]


def test_units_alone_support_where_supporters_have_the_first_column():
    assert columns([BOTH] * 3 + [{0: SURE, 1: SURE, 2: 0}], (CODE, ITEM, SUPPORT, LEAD)) == [
        0,
        1,
        2,
    ]
