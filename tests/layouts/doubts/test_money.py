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


def asked_about(page):
    """The records whose sums each finding asks about."""
    return [f.facts["orders"] for f in page.findings if f.code == "sum-without-unit"]


def counted_in(page):
    return {record.investment_unit for record in page.records}


@pytest.mark.parametrize(
    "page", [blocks("总投资", "3120", "80.5"), table("总投资", "3120", "80.5")]
)
def test_bare_sum_whose_unit_nothing_says_is_asked_about(page):
    assert asked_about(page) == [[1, 2]]
    assert doubted(page) == set()


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


def test_of_sums_in_several_units_only_the_bare_ones_are_asked_about():
    page = table("总投资", "3120万元", "80", "/", "3亿元")
    assert asked_about(page) == [[2]]


@pytest.mark.parametrize("values", [("3120.5万元", "80", "95"), ("0", "0.0"), ("万元", "80", "95")])
def test_bare_sum_beside_others_that_print_one_unit_and_nothing_spent_are_not_asked_about(values):
    assert asked_about(table("总投资", *values)) == []


def test_nothing_spent_beside_bare_sums_leaves_them_asked_about():
    assert asked_about(table("总投资", "0", "80", "95")) == [[2, 3]]


ROWS = "序号\t项目名称\t牵头单位\t总投资\n1\t改造泵房\t区水务局\t120\n2\t新建绿道\t区住建局\t95\n3\t修缮校舍\t区教育局\t80\n"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (f"{TITLE}(投资:万元)", ""),
        (f"{TITLE}(金额:万元)", ""),
        (f"{TITLE}(所列投资均为万元)", ""),
        (TITLE, "单位:万元\n"),
        (TITLE, "注:总投资以万元计。\n"),
        (TITLE, "注:投资额单位为万元。\n"),
        (TITLE, "注：投资金额单位为万元。\n"),
    ],
)
def test_unit_of_sums_in_the_title_or_a_note_below_the_table_is_theirs(title, below):
    page = page_of(f"{title}\n{ROWS}{below}")
    assert counted_in(page) == {"万元"}
    assert asked_about(page) == []


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (f"{TITLE}(投资为亿元以上项目)", ""),
        (f"{TITLE}(亿元项目)", ""),
        (TITLE, "注:投资为千万元以上的项目另行公布。\n"),
        (TITLE, "全区财政收支情况\n单位:亿元\n"),
    ],
)
def test_money_in_a_title_or_a_line_below_that_is_no_unit_of_the_sums_is_not_theirs(title, below):
    page = page_of(f"{title}\n{ROWS}{below}")
    assert counted_in(page) == {""}
    assert asked_about(page) == [[1, 2, 3]]


def test_unit_between_two_tables_is_that_of_the_lower_one():
    other = ROWS.replace("改造", "迁建").replace("新建", "延长").replace("修缮", "加固")
    page = page_of(f"{TITLE}\n{ROWS}\n二、其他项目\n单位:亿元\n{other}")
    assert [r.investment_unit for r in page.records] == [""] * 3 + ["亿元"] * 3
