"""A page whose regular tables are lifted out is read as it is read whole, whatever the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.places import Source
from shishi.readers.sniff import decode
from shishi.readers.web import html, lifting
from shishi.readers.web.guard import DEEPEST_NESTING
from shishi.readers.web.lifting import MARK, LiftedPage, lift_tables
from tests.layouts.drawn import Draw, draw_table, in_html
from tests.readers.hostile.mutations import mutate
from tests.readers.invented import any_table, as_html
from tests.samples.make import HERE

SOURCE = Source("页.html", "html", "")
SAMPLES = sorted(HERE.glob("*/source.html"))
TABLES = (
    "<table><tr><td>1</td><td>公园</td></tr></table>",
    "<TABLE border=1><tr><td rowspan='2'>甲 </td><td>1</td></tr>\n<tr><td>&lt;2&nbsp;座</td></tr></TABLE>",
    '<table class="a"><caption>表一</caption><colgroup><col width=9></colgroup><thead><tr><th>序号</th>'
    "<th>项目</th></tr></thead><tbody><tr><td><p>甲</p><p>乙 <b>丙</b></p></td><td colspan=2>x<br/>y</td>"
    "</tr></tbody><tfoot><tr><td rowspan=0></td></tr></tfoot><tr><td><img src=a>x</td></tr></table>",
)  # fmt: skip
DEEP = f"<table><tbody><tr><td>1</td><td>{'<span>' * 8}深{'</span>' * 8}</td></tr></tbody></table>"
SNIPPETS = [
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=2>", "<th>", "</th>",
    "<td colspan=2 style='display:none'>", "<tr hidden>", "<tbody>", "</tbody>", "<thead>", "</thead>",
    "<tfoot>", "</tfoot>", "<caption>", "</caption>", "<colgroup>", "<col>", "</colgroup>",
    "<b>", "</b>", "<a href=x>", "</a>", "<p>", "</p>", "<span>", "</span>", "<div hidden>", "</div>",
    "<pre>", "</pre>", "<br>", "<!--", "-->", "<script>", "</script>", "<textarea>", "</textarea>",
    "<select>", "</select>", "<form>", "</form>", "<svg>", "</svg>", "<math>", "<template>",
    "</template>", "<noscript>", "</noscript>", "<title>", "</title>", "<button>", "</button>",
    "<body>", "</body>", "</html>", "<frameset>", "<h1>", "<li>", "<plaintext>", "</br>", "<div title=\"",
    "\" ", "'", "&nbsp;", "&amp", "&lt;", "&#0;", "&#xFDD0;0", "<!x ", " ", "  ", "\n", "\u3000", "\u200b", "字", MARK, "\0",
]  # fmt: skip


def read_whole(page):
    """Read a page without lifting; give the document, or why it is refused."""
    try:
        return html._read(LiftedPage(page), SOURCE)
    except UnreadableSource as error:
        return error.code, error.facts


def read(page):
    try:
        return html.read_html(page, SOURCE)
    except UnreadableSource as error:
        return error.code, error.facts


def in_table(rows):
    return f"<p>上</p><table>{rows}</table><p>下</p>"


@pytest.mark.parametrize("path", SAMPLES, ids=[path.parent.name for path in SAMPLES])
def test_a_sample_page_is_lifted_and_read_as_whole(path):
    page = decode(path.read_bytes())[0]

    assert lift_tables(page).tables
    assert read(page) == read_whole(page)


@pytest.mark.parametrize("seed", range(20))
def test_an_invented_page_is_lifted_and_read_as_whole(seed):
    draw = Draw(f"lifting {seed}")
    for page in (in_html(draw_table(draw), draw), as_html(any_table(seed))):
        assert lift_tables(page).tables
        assert read(page) == read_whole(page)


@pytest.mark.parametrize("seed", range(300))
def test_a_mutated_page_is_read_as_whole(seed):
    name, data = mutate(seed)
    if name.endswith(".html"):
        page = decode(data)[0]
        assert read(page) == read_whole(page)


@given(st.lists(st.sampled_from(SNIPPETS) | st.sampled_from(TABLES), max_size=12))
def test_any_page_is_read_as_whole(pieces):
    page = "".join(pieces)

    assert read(page) == read_whole(page)


@given(st.lists(st.sampled_from([s for s in SNIPPETS if "t" not in s]), max_size=9))
def test_any_cell_is_read_as_whole(pieces):
    page = in_table(f"<tr><td>1</td><td>{''.join(pieces)}</td></tr>")

    assert read(page) == read_whole(page)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>1</td><td>公园</td></tr>",
        "<tr>\n <td >1</td >\n<TH scope='row'>公园</TH></tr >",
        "<tr></tr><tr><td>1</td><td></td></tr>",
        "<tr><td>1</td><td><p><span style='color:red'>公园</span></p><p>&ldquo;x&rdquo; &amp; &#20013;</p></td></tr>",
        "<tr><td>1</td><td>a<br>b<br/>c<img src='x.png'/></td></tr>",
        "<tr><td>1</td><td><b><i>a</i></b><a href='?a=1&b=2'>b</a></td></tr>",
        "<tr><td>1</td><td>a</td></tr><tbody><tr><td>2</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot><tr><td>3</td></tr>",
        "<tr><td rowspan=2 rowspan=3>1</td><td title='rowspan=\"9\"'>b</td></tr><tr><td>c</td></tr>",
        "<tr><td>3 > 2 & 1</td><td>-->　\u200b</td></tr>",
    ],
)  # fmt: skip
def test_rows_that_are_regular_are_lifted(rows):
    page = in_table(rows)

    assert len(lift_tables(page).tables) == 1
    assert read(page) == read_whole(page)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>1<td>公园</tr>",
        "<tr><td>1</td>x<td>2</td></tr>",
        "<tr><td>1</td><td><table><tr><td>2</td></tr></table></td></tr>",
        "<tr><td>1</td><td><p>a<p>b</p></p></td></tr>",
        "<tr><td>1</td><td><p>a<div>b</div></p></td></tr>",
        "<tr><td>1</td><td><b>a<i>b</b></i></td></tr>",
        "<tr><td>1</td><td><span/>a</td></tr>",
        "<tr><td>1</td><td><script>x</script></td></tr>",
        "<tr><td>1</td><td hidden>2</td></tr>",
        "<tr style='display : none'><td>1</td><td>2</td></tr>",
        "<tr><td>1</td><td style='white-space:pre-line'>a\nb</td></tr>",
        "<tr><td>1</td><td style='display:&#110;one'>2</td></tr>",
        "<tr><td rowspan='&#50;'>1</td><td>2</td></tr><tr><td>3</td></tr>",
        "<tr><td>1</td><td>&ampx &copy &#1; &nosuch;</td></tr>",
        "<tr><td>1</td><td a=\"x\"b=y>2</td></tr>",
        "<tr><td>1</td><ſpan>2</ſpan></tr>",
        "<tr>\u3000<td>1</td><td>2</td></tr>",
        "<tr><td>1</td></tr>",
        "<!-- --><tr><td>1</td><td>2</td></tr>",
    ],
)  # fmt: skip
def test_rows_that_are_not_regular_stay_in_the_page(rows):
    page = in_table(rows)

    assert not any(table.cells > 1 for table in lift_tables(page).tables)
    assert read(page) == read_whole(page)


# What they hold is printed or told in another way; of the others nothing is told at all.
ELSEWHERE = [
    f"<textarea>{TABLES[0]}</textarea>",
    f"<div hidden>{TABLES[0]}</div>x",
    f"<pre>{TABLES[1]}</pre>",
    f"<p>x<table role=presentation>{TABLES[0].removeprefix('<table>')}",
    f"<table><tr><td>甲</td></tr><!x {TABLES[0]}",
    '<table><tr><td>甲</td></tr><b title="' + TABLES[0].replace(">", ' title="x">', 1),
]
NO_TABLES = [
    *ELSEWHERE,
    f"<!-- {TABLES[0]} --><p>x",
    f"<script>var t = `{TABLES[0]}`</script><p>x",
    f"<div title='{TABLES[0]}'>x</div>",
    f"<select><option>{TABLES[0]}</select>",
    f"<template>{TABLES[0]}</template>x",
]


@pytest.mark.parametrize("page", NO_TABLES)
def test_what_only_looks_like_a_table_is_read_as_whole(page):
    assert lift_tables(page).tables
    assert read(page) == read_whole(page)


def test_what_only_looks_like_a_table_would_be_lost_if_nobody_counted(monkeypatch):
    monkeypatch.setattr(html._Reading, "met_all", lambda self: True)  # the sabotaged twin

    assert all(read(page) != read_whole(page) for page in ELSEWHERE)


def test_a_page_with_the_mark_in_it_is_not_lifted():
    page = TABLES[0] + TABLES[0].replace("公园", f"{MARK}0")

    assert not lift_tables(page).tables
    assert read(page) == read_whole(page)


@pytest.mark.parametrize("said", ["&#xFDD0;", "&#Xfdd00", "&#x0FDD0;9", "&#64976;1", "&#064976;", "&#64976;x"])  # fmt: skip
def test_a_page_that_refers_to_the_mark_is_not_lifted(said, monkeypatch):
    page = f"<!-- {TABLES[0]} -->{TABLES[0]}<table><tr><td>{said}<td>x</table>"

    assert not lift_tables(page).tables
    assert read(page) == read_whole(page)

    page = page.replace(said, "&#xFDD0;0")
    monkeypatch.setattr(lifting, "_REFERRED", re.compile("$^"))  # the sabotaged twin
    assert read(page) != read_whole(page)


@pytest.mark.parametrize("said", ["&#xFDD1;", "&#64975;", "FDD0", "&#65;"])
def test_a_page_that_refers_to_anything_else_is_lifted(said):
    page = f"{TABLES[0]}<p>{said}"

    assert lift_tables(page).tables
    assert read(page) == read_whole(page)


def test_a_table_of_one_column_is_not_lifted_and_is_the_lines_of_its_cell():
    page = "<table><tr><td>1<td><table><tr><td>甲<tr><td>乙</table><tr><td>2<td>丙</table>"

    assert lift_tables("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>").tables == []
    assert read(page) == read_whole(page)


def test_a_lifted_table_inside_a_cell_makes_a_frame_of_the_table_around_it():
    page = f"<table><tr><td>{TABLES[0]}<td>x</table>"

    assert lift_tables(page).tables
    assert [part.name for part in read(page).parts] == ["table 1", "text 1"]
    assert read(page) == read_whole(page)


@pytest.mark.parametrize("depth", range(DEEPEST_NESTING - 20, DEEPEST_NESTING))
@pytest.mark.parametrize("table", [*TABLES, DEEP, DEEP.replace("span", "b")])
def test_a_deep_page_is_refused_at_the_same_depth(depth, table):
    page = "<div>" * depth + table

    assert lift_tables(page).tables
    assert read(page) == read_whole(page)


def test_a_deep_page_would_be_let_pass_if_its_tables_were_not_allowed_for(monkeypatch):
    monkeypatch.setattr(html, "DEEPER", 8)  # the sabotaged twin
    page = "<div>" * (DEEPEST_NESTING - 10) + DEEP

    assert read(page) != read_whole(page)


@pytest.mark.parametrize("tag", ["<table", "<tr", "<td", "<p", "</p", "</td", "</tr", "</table"])
def test_a_tag_of_blanks_without_end_is_refused_alike(tag):
    page = TABLES[0].replace("公园", "<p>公园</p>").replace(f"{tag}>", f"{tag}{' ' * 30_000}>")

    assert not lift_tables(page).tables
    assert read(page) == read_whole(page)
    assert read(page)[0] == "tag-too-long"


@pytest.mark.parametrize("rows", [1500, 2500])
def test_a_table_of_too_many_cells_is_refused_alike(rows):
    page = in_table("<tr><td colspan=1000>x</td></tr>" * rows)

    assert read(page) == read_whole(page)
    assert (read(page) == ("too-many-cells", {"limit": 2_000_000})) is (rows > 2000)


@pytest.mark.parametrize(
    "page",
    [
        "<table>" * 200_000,
        "<table><tr><td>x" * 60_000,
        "<table><caption>x<b>" * 60_000,
        "<table><tr>" + "<td>x</td>" * 100_000,
        "<table><tr><td>" + "<b>" * 300_000,
        "<table " + "a=b " * 300_000,
        "<table><tr><td" + " " * 1_000_000,
        "<table><tr><td>" + "&a" * 500_000 + "</td><td>x</td></tr></table>",
    ],
)
def test_lifting_takes_time_in_proportion_to_the_page(page):
    assert len(lift_tables(page).tables) == 0
