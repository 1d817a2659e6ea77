from shishi.layouts.columns import Column
from shishi.layouts.flows.fit import BLANK
from shishi.layouts.flows.habits import Step, blanks_of, habits_of, usual
from shishi.layouts.flows.looks import look_at
from shishi.records import Field

COLUMNS = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS, Field.REMARK)]
LEAD = 2


def test_blank_is_dearer_where_a_table_has_none():
    assert blanks_of(COLUMNS, rows=5, filled={LEAD: 5}).blank[LEAD] > BLANK[Field.LEAD_UNITS]


def test_blank_is_cheaper_where_a_table_has_many():
    assert blanks_of(COLUMNS, rows=6, filled={LEAD: 2}).blank[LEAD] < BLANK[Field.LEAD_UNITS]


def test_few_blanks_few_rows_and_untold_columns_leave_things_as_usual():
    assert blanks_of(COLUMNS, rows=9, filled={LEAD: 8}) == usual(COLUMNS)
    assert blanks_of(COLUMNS, rows=3, filled={LEAD: 3}) == usual(COLUMNS)
    assert blanks_of(COLUMNS, rows=9, filled={}) == usual(COLUMNS)


def test_theme_after_the_code_is_cheaply_blank_for_it_is_merged():
    after = usual([Column(Field.CODE), Column(Field.THEME)]).blank[1]
    before = usual([Column(Field.THEME), Column(Field.CODE)]).blank[0]
    assert after < before == BLANK[Field.THEME]


def by_line(*texts):
    looks = [look_at(text, frozenset()) for text in texts]
    steps = [
        Step(LEAD, new_row=i == 0, continues=i > 0, margin=9, rival=None) for i in range(len(texts))
    ]
    return habits_of(COLUMNS, looks, steps).by_line


def test_whole_names_on_their_own_lines_are_a_habit():
    assert by_line("区水务局", "柳湖街道")


def test_broken_name_or_list_with_commas_is_no_such_habit():
    assert not by_line("区综合行政", "执法局")
    assert not by_line("区水务局、", "柳湖街道")
    assert not by_line("区水务局")
