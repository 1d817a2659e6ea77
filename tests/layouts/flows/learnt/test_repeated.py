import pytest

from shishi.layouts.flows.learnt.repeated import strangeness
from shishi.layouts.flows.looks import look_at

THEME, STATUS = 0, 1


def costs(*words, sure=None):
    """Give what the last word costs in both columns; the others were put in their own for sure."""
    places = [THEME if w in ("便民出行", "安居保障") else STATUS for w in words]
    looks = [look_at(w, frozenset()) for w in words]
    told = [True] * (len(words) - 1) + [False] if sure is None else sure
    return [of[-1] for of in strangeness(looks, places, told, width=2)]


def test_words_that_stand_in_one_column_of_other_rows_are_strange_elsewhere():
    assert costs("待验收", "待验收", "便民出行", "待验收") == [6, 0]


def test_words_that_stand_there_once_tell_nothing():
    assert costs("待验收", "便民出行", "待验收") == [0, 0]


def test_doubtful_cells_tell_nothing():
    assert costs("待验收", "待验收", "待验收", sure=[True, False, False]) == [0, 0]


@pytest.mark.parametrize(
    "word", ["区教育局", "12", "2.1", "顾长河", "/", "已完成招标并与施工单位签订合同。"]
)
def test_names_numbers_and_sentences_may_stand_in_several_columns(word):
    assert costs(word, word, word) == [0, 0]


def test_words_that_stand_in_two_columns_for_sure_tell_nothing():
    looks = [look_at("新增", frozenset())] * 5
    found = strangeness(
        looks, [THEME, THEME, STATUS, STATUS, STATUS], [True] * 4 + [False], width=2
    )
    assert [of[-1] for of in found] == [0, 0]
