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
