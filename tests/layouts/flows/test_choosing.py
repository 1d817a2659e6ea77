"""Of the ways to read a header, the one that the rows fit best, and the words that more than one fits."""

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.choosing import choose_columns
from shishi.layouts.flows.headers import FlowHeader
from shishi.layouts.terms import Terms
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import Script

TERMS = Terms(Script.SIMPLIFIED, frozenset({"正常"}))
BEFORE = (Column(Field.CODE, "序号"), Column(Field.ITEM, "项目名称"))


def chosen(body, *readings):
    """Give the words of the reading that is chosen, each with its field and whether it is sure."""
    paragraphs = [Paragraph(Text(w, Place(line=n)), gap=1) for n, w in enumerate(body.split(), 1)]
    read = tuple((*BEFORE, *(Column(field, word) for word, field in r.items())) for r in readings)
    header = FlowHeader(0, 0, read)
    columns = choose_columns(header, paragraphs, themed=False, terms=TERMS)
    return [(c.word, c.field, c.sure) for c in columns[len(BEFORE) :]]


GOALS = {"主管": Field.LEAD_UNITS, "进度": Field.GOAL}
REPORTS = {"主管": Field.LEAD_UNITS, "进度": Field.PROGRESS}


def rows(cell):
    return " ".join(f"{n} 改造泵房{n}座。 区水务局 {cell}" for n in range(1, 7))


def test_word_is_unsure_where_the_rows_fit_another_reading_of_it_as_well():
    found = chosen(rows("主体结构施工。"), GOALS, REPORTS)
    assert [sure for *_, sure in found] == [True, False]


@pytest.mark.parametrize(
    ("cell", "field"), [("已完成招标。", Field.PROGRESS), ("力争年内完工。", Field.GOAL)]
)
def test_word_is_sure_where_the_rows_fit_one_reading_best(cell, field):
    assert chosen(rows(cell), GOALS, REPORTS)[1] == ("进度", field, True)


def test_words_are_sure_where_the_readings_part_them_otherwise_and_name_the_same_fields():
    parted = {"主管单": Field.LEAD_UNITS, "位进度": Field.GOAL}
    assert all(sure for *_, sure in chosen(rows("主体结构施工。"), GOALS, parted))
