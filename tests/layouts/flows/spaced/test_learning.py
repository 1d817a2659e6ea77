from math import log2

import pytest

from shishi.layouts.flows.looks import look_at
from shishi.layouts.flows.spaced import learning
from shishi.layouts.flows.spaced.kinds import kind_of, kinds_of_word
from shishi.layouts.flows.spaced.learning import Learnt


def look(text):
    return look_at(text, frozenset({"正常"}))


def learnt(*columns):
    table, token = Learnt(len(columns)), 0
    for number, cells in enumerate(columns):
        for cell in cells:
            table.add_cell(token, number, look(cell), sure=True)
            token += 1
    return table


TABLE = (["12月底", "10月底", "年底前"], ["已完工。", "已开工。", "已完成招标。"])


@pytest.mark.parametrize(("text", "column"), [("11月底", 0), ("已完成。", 1), ("9月底前", 0)])
def test_text_like_the_others_of_a_column_costs_less_there(text, column):
    table = learnt(*TABLE)
    assert table.misfit(column, look(text)) < 0 < table.misfit(1 - column, look(text))


def test_column_without_cells_may_hold_what_the_likeliest_other_holds():
    table = learnt(*TABLE, [])
    assert table.misfit(2, look("11月底")) == table.misfit(0, look("11月底"))
    assert table.misfit(2, look("二十层高楼与大桥")) <= 0


def test_table_that_was_not_read_yet_says_nothing():
    assert Learnt(2).misfit(0, look("已完工。")) == 0


def test_cell_does_not_speak_for_itself():
    table = learnt(["12月底"], ["已完工。"])
    with table.without(range(1)):
        assert table.misfit(0, look("12月底")) >= 0
    assert table.misfit(0, look("12月底")) < 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12月底", "date"),
        ("2031年12月", "date"),
        ("85%", "percent"),
        ("9000", "number"),
        ("3.5万元", "number"),
        ("12所", "count"),
        ("个", "measure"),
        ("13800000000", "phone"),
        ("正常", "status"),
        ("市级", "level"),
        ("区水务局、区教育局", "units"),
        ("方朔", "people"),
        ("/", "blank"),
        ("城东片区", "words"),
        ("已完成招标,正在施工。", "text"),
    ],
)
def test_cell_is_of_a_kind(text, kind):
    assert kind_of(look(text)) == kind


def test_word_without_a_field_promises_a_kind_or_none():
    assert kinds_of_word("计划完成时间") == {"date", "words"}
    assert not kinds_of_word("其他")


def test_pair_of_characters_is_weighed_once_until_more_is_learnt(monkeypatch):
    weighed = []
    monkeypatch.setattr(learning, "log2", lambda share: weighed.append(share) or log2(share))
    table = learnt(*TABLE)

    def costs(*texts):
        weighed.clear()
        return [table.misfit(0, look(text)) for text in texts], len(weighed)

    first, once = costs("二十层高楼")
    assert costs("二十层高楼", "二十层") == ([*first, table.misfit(0, look("二十层"))], 2)
    table.add_cell(99, 0, look("二十层高楼"), sure=True)
    assert costs("二十层高楼")[1] == once


def test_text_that_stands_in_many_rows_is_looked_at_once_a_table(monkeypatch):
    asked = []
    monkeypatch.setattr(learning, "pairs_of", lambda look: asked.append(look.text) or [])
    learnt = learning.Learnt(2)
    for row in range(5):
        learnt.add_cell(2 * row, 0, look_at("区教育局", frozenset()), sure=True)
        learnt.add_cell(2 * row + 1, 1, look_at(f"已开工{row}所", frozenset()), sure=True)
    assert sorted(asked) == ["区教育局", *(f"已开工{row}所" for row in range(5))]
