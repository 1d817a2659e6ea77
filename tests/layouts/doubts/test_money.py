"""A sum of which nothing says what it is counted in is asked about, whatever the format."""

import pytest

from tests.layouts.invented import TITLE, codes, doubted, html, page_of

BLOCK = "{n}.改造泵房{n}座\n牵头单位:区水务局\n{label}:{value}\n"


def blocks(label, *values, above=""):
    made = (BLOCK.format(n=n, label=label, value=v) for n, v in enumerate(values, 1))
    return page_of(f"{TITLE}\n{above}\n" + "\n".join(made))


def table(word, *values):
    rows = (f"{n}|改造泵房{n}座|区水务局|{v}" for n, v in enumerate(values, 1))
    return page_of(html(f"序号|项目名称|牵头单位|{word}", *rows), "a.html")


@pytest.mark.parametrize(
    "page", [blocks("总投资", "3120", "80.5"), table("总投资", "3120", "80.5")]
)
def test_bare_sum_whose_unit_nothing_says_is_asked_about(page):
    assert doubted(page) == {(1, "investment"), (2, "investment")}
    assert "sum-without-unit" in codes(page)


@pytest.mark.parametrize(
    "page",
    [
        blocks("总投资(万元)", "3120", "80.5"),
        blocks("总投资", "3120", "80.5", above="单位:万元"),
        table("总投资(亿元)", "3120", "80.5"),
        blocks("总投资", "3120万元", "80.5万元"),
        table("总投资", "3120万元", "/"),
    ],
)
def test_sum_whose_unit_stands_in_the_header_over_the_table_or_beside_it_is_not(page):
    assert "sum-without-unit" not in codes(page)


def test_of_several_sums_only_the_bare_ones_are_asked_about():
    page = table("总投资", "3120万元", "80", "/", "3千万")
    assert doubted(page) == {(2, "investment")}
