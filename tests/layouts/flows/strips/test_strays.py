import pytest

from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.layouts.flows.strips.strays import doubt_strays
from shishi.records import Field

FIELDS = (Field.PROGRESS, Field.LEAD_UNITS)


def _margins(said, units):
    """Give the margins of a sentence and a list of units that stand side by side."""
    text = said + units
    row = Spread({0: CutCell(0, len(said), 20, 1), 1: CutCell(len(said), len(text), 20, 0)}, {})
    found = doubt_strays(row, text, FIELDS).cells
    return found[0].margin, found[1].margin


@pytest.mark.parametrize("said", ["已完成3座。区民政局年内完成。", "已开工;区水利局已开工。"])
def test_name_that_begins_a_sentence_within_a_cell_puts_the_row_in_doubt(said):
    assert _margins(said, "区教育局") == (0, 0)


@pytest.mark.parametrize("said", ["已会同区民政局完成3座。", "已完成3座,年内开工2座。"])
def test_name_within_a_sentence_or_none_leaves_the_row_sure(said):
    assert _margins(said, "区教育局") == (20, 20)


@pytest.mark.parametrize("units", ["区教育局", "区教育局、区民政局"])
def test_units_behind_the_last_sentence_stay_sure(units):
    assert _margins("已完成3座。", units) == (20, 20)
