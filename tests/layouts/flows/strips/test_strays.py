import pytest

from shishi.layouts.flows.strips.spreading import CutCell, Spread
from shishi.layouts.flows.strips.strays import doubt_strays
from shishi.records import Field


def _blank_share(said):
    row = Spread({0: CutCell(0, len(said), 20, 0)}, {1: 20})
    return doubt_strays(row, said, (Field.PROGRESS, Field.PERCENT)).blanks[1]


@pytest.mark.parametrize("said", ["已完成总工程量的80%", "120已完成招标。"])
def test_blank_share_beside_a_sentence_with_a_number_at_its_edge_is_in_doubt(said):
    assert _blank_share(said) == 0


@pytest.mark.parametrize("said", ["已完成3座。", "已完成80%的工程量。"])
def test_blank_share_beside_a_number_within_a_sentence_stays_sure(said):
    assert _blank_share(said) == 20


FIELDS = (Field.PROGRESS, Field.LEAD_UNITS)


def _margins(said, units, *, ends=None):
    """Give the margins of a sentence and a list of units that stand side by side, cut at `ends`."""
    text, cut = said + units, ends or len(said)
    row = Spread({0: CutCell(0, cut, 20, 1), 1: CutCell(cut, len(text), 20, 0)}, {})
    found = doubt_strays(row, text, FIELDS).cells
    return found[0].margin, found[1].margin


def test_units_that_begin_within_a_clear_name_are_in_doubt():
    assert _margins("已完成3座。", "区教育局", ends=len("已完成3座。区教"))[1] == 0


@pytest.mark.parametrize("units", ["区教育局", "区教育局、区民政局"])
def test_units_that_begin_with_a_clear_name_stay_sure(units):
    assert _margins("已完成3座。", units) == (20, 20)


def test_two_clear_names_within_a_sentence_put_the_row_in_doubt():
    said = "已完成3座。区民政局年内完成。区水利局已开工。"
    assert _margins(said, "区教育局") == (0, 0)


@pytest.mark.parametrize("said", ["已会同区民政局完成3座。", "已完成3座,年内开工2座。"])
def test_one_name_or_none_within_a_sentence_leaves_the_row_sure(said):
    assert _margins(said, "区教育局") == (20, 20)
