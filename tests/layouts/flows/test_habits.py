from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import BLANK
from shishi.layouts.flows.habits import (
    Lines,
    Step,
    Traces,
    blanks_of,
    habits_of,
    leaves_traces,
    usual,
)
from shishi.layouts.flows.looks import look_at
from shishi.records import Field

COLUMNS = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.REMARK)]
LEAD = 2


def test_blank_is_dearer_where_a_table_has_none():
    assert blanks_of(COLUMNS, rows=5, filled={LEAD: 5}).blank[LEAD] > BLANK[Field.LEAD_UNITS]


def test_blank_is_cheaper_where_a_table_has_many():
    assert blanks_of(COLUMNS, rows=6, filled={LEAD: 2}).blank[LEAD] < BLANK[Field.LEAD_UNITS]


def test_few_rows_and_untold_columns_leave_things_as_usual():
    assert blanks_of(COLUMNS, rows=3, filled={LEAD: 3}) == usual(COLUMNS)
    assert blanks_of(COLUMNS, rows=9, filled={}) == usual(COLUMNS)


def test_blank_costs_the_less_the_more_of_its_column_are():
    costs = [blanks_of(COLUMNS, rows=9, filled={LEAD: n}).blank[LEAD] for n in (9, 8, 5, 1)]
    assert costs == sorted(costs, reverse=True)
    assert costs[0] > costs[1] > costs[2]
    assert costs[-1] == 0


def test_theme_is_merged_however_rarely_it_is_filled():
    columns = [Column(Field.THEME), Column(Field.ITEM)]
    assert blanks_of(columns, rows=9, filled={0: 1}).blank[0] == usual(columns).blank[0]


def test_theme_after_the_code_is_cheaply_blank_for_it_is_merged():
    after = usual([Column(Field.CODE), Column(Field.THEME)]).blank[1]
    before = usual([Column(Field.THEME), Column(Field.CODE)]).blank[0]
    assert after < before == BLANK[Field.THEME]


def by_line(*texts):
    looks = [look_at(text, frozenset()) for text in texts]
    steps = [
        Step(LEAD, new_row=i == 0, continues=i > 0, margin=9, rival=None) for i in range(len(texts))
    ]
    return habits_of(COLUMNS, looks, steps).lines is Lines.EACH


def test_whole_names_on_their_own_lines_are_a_habit():
    assert by_line("区水务局", "柳湖街道")


def test_broken_name_or_list_with_commas_is_no_such_habit():
    assert not by_line("区综合行政", "执法局")
    assert not by_line("区水务局、", "柳湖街道")
    assert not by_line("区水务局")


def lines(*rows):
    """Tell on which lines units stand, of rows of units with a code (1) or without (-)."""
    words = [(word, i) for row in rows for i, word in enumerate(row.split())]
    looks = [look_at("修路9条" if w == "-" else w, frozenset()) for w, _ in words]
    places = [0 if w == "1" else 1 if w == "-" else LEAD for w, _ in words]
    steps = [
        Step(c, new_row=i == 0, continues=i > 1, margin=9, rival=None)
        for (_, i), c in zip(words, places, strict=True)
    ]
    return habits_of(COLUMNS, looks, steps).lines


LISTED = ["1 区水务局、柳湖街道"] * 4
PARTS = ["- 区教育局 区民政局 区残联"] * 4


def test_units_of_rows_that_go_on_may_be_rows_where_those_with_a_code_print_theirs_on_one_line():
    assert lines(*LISTED, *PARTS) is Lines.ONE


def test_units_stand_on_lines_of_their_own_where_rows_with_a_code_print_them_so():
    assert lines(*["1 区水务局 柳湖街道"] * 4, *PARTS) is Lines.EACH


def test_few_rows_with_a_code_or_one_unit_in_each_do_not_tell():
    assert lines(*LISTED[:3], *PARTS) is Lines.EACH
    assert lines(*["1 区水务局"] * 4, *PARTS) is None


def traces(*rows, extra, columns=COLUMNS):
    """Tell the traces that rows told by their columns leave; before each cell stand the blank lines of `extra`."""
    steps = [Step(c, c == row[0], False, 9, None) for row in rows for c in row]
    looks = [look_at(f"改造道路{i}条", frozenset()) for i in range(len(steps))]
    supposed = (Traces.ALL, Traces.BLANKS)
    return [t for t in supposed if leaves_traces(columns, looks, steps, traces=t, extra_gaps=extra)]


LEFT_OUT = [[0, 1, 3], [0, 1, 2]] * 4
"""Rows without their lead, and without their remark."""


def test_blank_lines_in_the_place_of_every_blank_cell_are_its_traces():
    told = [0, 0, 1, 0, 0, 0, *([1, 0, 1, 0, 0, 0] * 3)]
    assert Traces.ALL in traces(*LEFT_OUT, extra=told)


def test_blank_cells_of_which_some_leave_no_blank_line_leave_no_traces():
    assert traces(*LEFT_OUT, extra=[0] * 24) == []
    assert traces(*LEFT_OUT, extra=[0, 0, 1, 0, 0, 0, *([0] * 18)]) == []


def test_few_blanks_teach_no_traces():
    assert traces([0, 1, 3], [0, 1, 2, 3], extra=[0, 0, 1, 0, 0, 0, 0]) == []


MERGED = [[0, 1, 2, 3], [2, 3]] * 6
"""Rows of which each second one shares its code and its item with the first."""


def test_merged_cells_leave_traces_or_none():
    assert traces(*MERGED, extra=[0, 0, 0, 0, 2, 0] * 6) == [Traces.ALL]
    half_traced = [0, 0, 0, 0, 1, 0] * 6
    assert traces(*MERGED, extra=half_traced) == []


def test_supporters_behind_a_star_leave_no_trace_of_their_own():
    columns = [COLUMNS[0], Column(Field.LEAD_UNITS, starred=True), Column(Field.SUPPORT_UNITS)]
    columns += [Column(Field.STATUS), Column(Field.REMARK)]
    rows, told = [[0, 1, 3], [0, 1, 4]] * 4, [0, 0, 0, 1, 0, 1] * 4
    assert Traces.ALL in traces(*rows, extra=told, columns=columns)
    unstarred = [*columns[:1], Column(Field.LEAD_UNITS), *columns[2:]]
    assert traces(*rows, extra=told, columns=unstarred) == []


def test_one_cell_of_units_that_goes_on_in_many_rows_is_no_habit():
    words = ["区水务局", "柳湖街道", *["区教育局"] * 12]
    looks = [look_at(word, frozenset()) for word in words]
    steps = [Step(LEAD, i != 1, i == 1, margin=9, rival=None) for i in range(len(words))]
    assert habits_of(COLUMNS, looks, steps).lines is not Lines.EACH
    assert habits_of(COLUMNS, looks[:9], steps[:9]).lines is Lines.EACH


def merged(*rows, names="code lead_units levels"):
    """Give what merged cells cost in a table of the rows told by their columns, all read surely."""
    columns = [Column(Field(name)) for name in names.split()]
    told = [(c, at == 0) for row in rows for at, c in enumerate(row)]
    steps = [Step(c, first, False, 9, None) for c, first in told]
    words = ["1", "区水务局", "区级"]
    looks = [look_at(words[c], frozenset()) for c, _ in told]
    return habits_of(columns, looks, steps).merging.covered, usual(columns).merging.covered


def test_cells_that_no_row_with_a_code_lacks_are_merged_as_usual_in_rows_that_go_on():
    learnt, as_usual = merged(*[(0, 1, 2)] * 6)
    assert learnt[1:] == as_usual[1:]


def test_cells_that_rows_with_a_code_often_lack_are_cheaper_in_rows_that_go_on_too():
    learnt, as_usual = merged(*[(0, 1)] * 6)
    assert learnt[2] < as_usual[2]
