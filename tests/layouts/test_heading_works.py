import pytest

from tests.layouts.invented import column, doubted, html, page_of
from tests.layouts.test_headings import HEAD, A, B, C


@pytest.mark.parametrize(
    "headings",
    [
        ("(一)新建项目", "(二)在建项目"),
        ("一、续建项目(1项)", "二、在建项目(1项)"),
        ("改扩建类项目", "在建类项目"),
        ("新开工项目", "收尾项目"),
    ],
)
def test_works_under_way_beside_other_kinds_of_works_are_a_theme_and_no_status(headings):
    page = page_of(html(HEAD, f"4>{headings[0]}", A, f"4>{headings[1]}", B), "a.html")
    assert column(page, "theme") == list(headings)
    assert column(page, "status") == [None, None]


def test_works_under_way_beside_statuses_are_a_status():
    rows = ("4>未开工项目", A, "4>在建项目", B, "4>已完工项目", C)
    page = page_of(html(HEAD, *rows), "a.html")
    assert column(page, "status") == ["未开工", "在建", "已完工"]
    assert not doubted(page)


@pytest.mark.parametrize("word", ["在建", "收尾"])
def test_works_under_way_alone_are_a_status_that_is_asked_about(word):
    page = page_of(html(HEAD, f"4>{word}项目", A), "a.html")
    assert column(page, "status") == [word]
    assert (1, "status") in doubted(page)


def test_kind_of_works_in_a_cell_makes_no_theme_of_a_status():
    rows = ("4>在建项目", A, "4>已完工项目", "2|新建公厕3座项目|区住建局|续建")
    assert column(page_of(html(HEAD, *rows), "a.html"), "status") == ["在建", "已完工"]
