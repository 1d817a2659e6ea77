import pytest

from shishi.layouts.flows.learnt.clauses import Clauses

ITEM, REPORT = range(2)


def learnt(rows=6, *, sure=True):
    clauses = Clauses(2)
    for row in range(rows):
        clauses.add(2 * row, ITEM, f"新建泵房{row}处,改造管网2公里", sure=sure)
        clauses.add(2 * row + 1, REPORT, f"已完成{row}处;正在铺设管道。", sure=sure)
    return clauses


@pytest.mark.parametrize("said", ["新建管网3公里", "改造泵房3处,新建管网2公里"])
def test_clause_that_begins_as_those_of_a_column_do_is_rather_one_of_it(said):
    assert learnt().misfit(ITEM, said) < learnt().misfit(REPORT, said)


def test_clause_that_ends_as_those_of_a_column_do_is_rather_one_of_it():
    assert learnt().misfit(REPORT, "沿线铺设管道") < learnt().misfit(ITEM, "沿线铺设管道")


def test_each_clause_speaks_for_itself():
    clauses = learnt()
    both = clauses.misfit(REPORT, "已完成5处;正在铺设管道")
    assert both < clauses.misfit(REPORT, "已完成5处") < 0


def test_nothing_learnt_says_nothing():
    assert Clauses(2).misfit(ITEM, "新建泵房3处") == 0


def test_words_that_no_column_shows_speak_for_none():
    clauses = learnt()
    costs = [clauses.misfit(column, "探索邻里议事") for column in (ITEM, REPORT)]
    assert abs(costs[0] - costs[1]) <= 1


def test_cell_read_in_doubt_teaches_less():
    sure, unsure = learnt(2), learnt(2, sure=False)
    assert sure.misfit(ITEM, "新建泵房3处") < unsure.misfit(ITEM, "新建泵房3处")


def test_cell_does_not_speak_for_itself():
    clauses = learnt()
    clauses.add(99, ITEM, "推广共享菜园", sure=True)
    known = clauses.misfit(ITEM, "推广共享菜园")
    with clauses.without(range(99, 100)):
        assert clauses.misfit(ITEM, "推广共享菜园") > known
    assert clauses.misfit(ITEM, "推广共享菜园") == known
