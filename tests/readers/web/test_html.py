import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shishi.errors import UnreadableSource
from shishi.findings import message
from shishi.places import Source
from shishi.readers.document import Document, Flow, Grid
from shishi.readers.web.html import read_html


def read(page: str) -> Document:
    return read_html(page, Source("页.html", "html", "0" * 64))


def grids(page: str) -> list[Grid]:
    return [part for part in read(page).parts if isinstance(part, Grid)]


def shape(page: str) -> list[tuple[str, int, int, int, int]]:
    (grid,) = grids(page)
    return [(c.text.value, c.row, c.column, c.rows, c.columns) for c in grid.cells]


def outline(page: str) -> list[tuple[str, list[str]]]:
    found = []
    for part in read(page).parts:
        texts = (
            [c.text for c in part.cells]
            if isinstance(part, Grid)
            else [p.text for p in part.paragraphs]
        )
        found.append((part.name, [text.value for text in texts]))
    return found


def test_read_html_rowspan_is_carried_across_the_rows_below() -> None:
    assert shape("<table><tr><td rowspan=2>甲<td>1<td>a<tr><td>2<td>b</table>") == [
        ("甲", 1, 1, 2, 1), ("1", 1, 2, 1, 1), ("a", 1, 3, 1, 1), ("2", 2, 2, 1, 1), ("b", 2, 3, 1, 1)
    ]  # fmt: skip


def test_read_html_colspan_meeting_a_rowspan_from_above_covers_the_slot_with_it() -> None:
    assert shape("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</table>") == [
        ("a", 1, 1, 1, 1), ("b", 1, 2, 2, 1), ("c", 1, 3, 1, 1), ("d", 2, 1, 1, 2), ("e", 2, 3, 1, 1)
    ]  # fmt: skip


def test_read_html_block_of_rows_and_columns_pushes_later_cells_right() -> None:
    assert shape("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>")[
        2
    ] == ("c", 2, 3, 1, 1)


def test_read_html_rowspan_of_zero_reaches_the_end_of_its_group() -> None:
    page = "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<tbody><tr><td>e<td>f</table>"

    assert [(s[0], *s[1:4]) for s in shape(page)] == [
        ("a", 1, 1, 3), ("b", 1, 2, 1), ("c", 2, 2, 1), ("d", 3, 2, 1), ("e", 4, 1, 1), ("f", 4, 2, 1)
    ]  # fmt: skip


def test_read_html_rowspan_over_the_end_of_its_group_is_cut_there() -> None:
    assert shape("<table><thead><tr><th rowspan=5>a<th>b<tbody><tr><td>c<td>d</table>") == [
        ("a", 1, 1, 1, 1), ("b", 1, 2, 1, 1), ("c", 2, 1, 1, 1), ("d", 2, 2, 1, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("rowspan=1000000", (2, 1)),
        ("colspan=1000000", (1, 1000)),
        ("colspan=0", (1, 1)),
        ("colspan=-3 rowspan=-2", (1, 1)),
        ("colspan=viel rowspan=''", (1, 1)),
        ("colspan=' +2px'", (1, 2)),
        ("rowspan=1.9", (1, 1)),
        ("rowspan=99999999999999999999", (2, 1)),
    ],
)
def test_read_html_odd_spans_are_read_as_the_standard_says(
    attributes: str, spans: tuple[int, int]
) -> None:
    cells = shape(f"<table><tr><td {attributes}>a<td>b<tr><td>c</table>")

    assert cells[0][3:] == spans


def test_read_html_foot_that_comes_first_stands_last() -> None:
    page = "<table><tfoot><tr><td>合计<td>9</tfoot><thead><tr><th>序号<th>数</thead><tr><td>1<td>9</table>"

    assert [(value, row) for value, row, *_ in shape(page)] == [
        ("序号", 1), ("数", 1), ("1", 2), ("9", 2), ("合计", 3), ("9", 3)
    ]  # fmt: skip


def test_read_html_cells_without_rows_make_a_row() -> None:
    assert [(s[0], s[1], s[2]) for s in shape("<table><td>a<td>b<form></form><tr><td>c</table>")] == [
        ("a", 1, 1), ("b", 1, 2), ("c", 2, 1)
    ]  # fmt: skip


def test_read_html_empty_rows_keep_their_place() -> None:
    (grid,) = grids("<table><tr><td>a<td>b<tr></tr><tr><td>c</table>")

    assert (grid.height, grid.width, grid.cells[-1].row) == (3, 2, 3)


def test_read_html_header_cells_are_told_wherever_they_stand() -> None:
    (grid,) = grids("<table><tr><th>序号<th>项目<tr><td>1<td>桥<tr><th>二<td>路</table>")

    assert [cell.header for cell in grid.cells] == [True, True, False, False, True, False]


@pytest.mark.parametrize(
    ("inner", "value"),
    [
        ("新增<br>2座", "新增\n2座"),
        ("<p>新增</p><p>2座</p>", "新增\n2座"),
        ("<p> 新增\n  2座 </p>\n", "新增 2座"),
        ("新<b>增</b><span> 2</span>座", "新增 2座"),
        ("<div><div>甲</div></div>乙<div>丙</div>", "甲\n乙\n丙"),
        ("&nbsp;", ""),
        ("<p>&nbsp;</p><p>甲</p><br><br>", "甲"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("<pre>甲\n  乙</pre>", "甲\n乙"),
        ("<span style='white-space: pre-line'>甲\n乙</span>", "甲\n乙"),
        ("甲<!-- 乙 --><script>丙</script><style>丁</style>", "甲"),
        ("5&lt;6&nbsp;&amp;&#30902;", "5<6\u00a0&碶"),
    ],
)
def test_read_html_text_of_a_cell_is_broken_as_a_browser_breaks_it(inner: str, value: str) -> None:
    assert shape(f"<table><tr><td>{inner}</td><td>x</table>")[0][0] == value


def test_read_html_caption_belongs_to_its_grid() -> None:
    (grid,) = grids("<table><caption>进度<br>表</caption><tr><td>a<td>b</table>")

    assert grid.caption is not None
    assert (grid.caption.value, grid.caption.place.part) == ("进度\n表", "table 1")


def test_read_html_text_between_tables_stands_in_flows_in_order() -> None:
    page = "<h1>甲表</h1>单位:万元<table><tr><td>a<td>b</table><p>注一<br>注二</p><table><tr><td>c<td>d</table>尾"

    assert outline(page) == [
        ("text 1", ["甲表", "单位:万元"]), ("table 1", ["a", "b"]), ("text 2", ["注一", "注二"]),
        ("table 2", ["c", "d"]), ("text 3", ["尾"]),
    ]  # fmt: skip


def test_read_html_paragraph_is_placed_by_its_number_in_the_flow() -> None:
    flow = read("<p>甲</p><p>乙丙</p>").parts[0]

    assert isinstance(flow, Flow)
    (place,) = flow.paragraphs[1].text.locate(1, 2)
    assert (place.part, place.line, place.characters) == ("text 1", 2, (1, 2))


def test_read_html_table_inside_a_cell_is_a_grid_of_its_own() -> None:
    page = (
        "<table><tr><td>1<td>公园<td>建设局<tr><td>2<td>前<table><tr><td>东<td>西</table>后<td>交通局"
        "<tr><td>3<td>桥<td>交通局</table>"
    )

    assert outline(page) == [
        ("table 1", ["1", "公园", "建设局", "2", "前\n后", "交通局", "3", "桥", "交通局"]),
        ("table 2", ["东", "西"]),
    ]


def test_read_html_table_that_arranges_the_page_is_no_grid() -> None:
    page = (
        "<table><tr><td>导航<td><h1>进度表</h1><table><tr><td>1<td>公园<tr><td>2<td>桥</table>注"
        "<tr><td colspan=2>页脚</table>"
    )

    assert outline(page) == [
        ("text 1", ["导航", "进度表"]), ("table 1", ["1", "公园", "2", "桥"]), ("text 2", ["注", "页脚"])
    ]  # fmt: skip


def test_read_html_table_of_one_cell_is_no_grid() -> None:
    assert outline("<table><tr><td><p>甲</p><p>乙</p></table>") == [("text 1", ["甲", "乙"])]


def test_read_html_text_put_between_rows_is_not_lost() -> None:
    assert outline("<table>迷路<tr><td>a<td>b</table>") == [
        ("text 1", ["迷路"]),
        ("table 1", ["a", "b"]),
    ]


def test_read_html_text_that_is_not_displayed_is_left_out_and_counted() -> None:
    document = read(
        "<p>见</p><div style='DISPLAY : none'>隐 藏<p>文字</div><p hidden>三</p><noscript>四</noscript>"
    )

    assert [(f.code, f.facts) for f in document.findings] == [
        ("hidden-text", {"count": 6, "beginning": "隐藏文字三四"})
    ]
    assert "6个字符" in message(document.findings[0], "zh")
    assert message(document.findings[0], "en").startswith("6 characters")


@pytest.mark.parametrize(
    "style", ["display:block", "font-size:0.9em", "visibility:visible", "", "font-size:10px"]
)
def test_read_html_text_that_is_displayed_is_read(style: str) -> None:
    document = read(f"<p style='{style}'>见</p>")

    assert (len(document.parts), document.findings) == (1, ())


def test_read_html_title_and_meta_become_labels() -> None:
    page = "<head><title>进度 表</title><meta name=PubDate content='2024-11-28'><meta charset=utf-8><meta name=x content=''>"

    assert read(page).labels == (("title", "进度 表"), ("PubDate", "2024-11-28"))


@pytest.mark.parametrize(
    "page", ["", "<table></table>", "<table><tr></tr></table>", "<p>&nbsp;</p>", "<!-- 甲 -->"]
)
def test_read_html_page_that_shows_nothing_has_no_text(page: str) -> None:
    assert outline(page) == []


TAGS = ["table", "tr", "td", "th", "p", "div", "b", "caption", "tbody", "tfoot", "form", "ul", "li"]
PAGES = st.lists(
    st.one_of(
        st.sampled_from(
            [f"<{tag}>" for tag in TAGS]
            + [f"</{tag}>" for tag in TAGS]
            + ["<br>", "<td rowspan=2>"]
        ),
        st.sampled_from(["甲", "乙 ", "1"]),
    ),
    max_size=40,
).map("".join)


@given(PAGES)
def test_read_html_of_any_page_every_printed_character_stands_once(page: str) -> None:
    printed = Counter(re.sub(r"<[^>]*>|\s", "", page))
    document = read(page)
    found = "".join(value for _, values in outline(page) for value in values)
    found += "".join(
        part.caption.value for part in document.parts if isinstance(part, Grid) and part.caption
    )

    assert Counter("".join(found.split())) == printed


@given(PAGES)
def test_read_html_of_any_page_every_cell_stands_inside_its_grid(page: str) -> None:
    for grid in grids(page):
        assert all(cell.row + cell.rows - 1 <= grid.height for cell in grid.cells)
        assert all(cell.column + cell.columns - 1 <= grid.width for cell in grid.cells)
        assert len({(cell.row, cell.column) for cell in grid.cells}) == len(grid.cells)


def test_read_html_table_with_too_many_slots_is_refused() -> None:
    rows = "<tr><td colspan=1000 rowspan=1000>a" * 3000

    with pytest.raises(UnreadableSource) as refused:
        read(f"<table>{rows}</table>")
    assert refused.value.code == "too-many-cells"


@pytest.mark.parametrize(
    "inner", ["<tr><td>甲局<tr><td>乙局", "<tr><td><p>甲局</p></td></tr><tr><td>乙局</td></tr>"]
)
def test_read_html_takes_a_table_of_one_column_in_a_cell_for_its_lines(inner: str) -> None:
    page = f"<table><tr><td>1<td><table>{inner}</table><td>x<tr><td>2<td>丙局<td>y</table>"

    assert [cell[0] for cell in shape(page)] == ["1", "甲局\n乙局", "x", "2", "丙局", "y"]


def test_read_html_leaves_other_tables_in_a_cell_and_columns_on_the_page_grids() -> None:
    small = "<table><tr><td>甲<td>3<tr><td>乙<td>4</table>"
    page = f"<table><tr><td>1<td>{small}<td>x<tr><td>2<td>丙<td>y<tr><td>3<td>丁<td>z</table>"

    assert [(g.width, g.height) for g in grids(page)] == [(3, 3), (2, 2)]
    assert [(g.width, g.height) for g in grids("<table><tr><td>甲<tr><td>乙</table>")] == [(1, 2)]


def framed(lines: int, rows: int = 1) -> str:
    text = "".join(f"<p>第{n}行,有话要说</p>" for n in range(lines))
    row = f"<tr><td><ul><li>首页</li></ul></td><td>{text}</td></tr>"
    return f"<table>{row * rows}</table>"


def test_row_of_few_cells_one_of_which_is_a_page_of_text_only_arranges_it() -> None:
    assert grids(framed(8)) == []
    assert "第7行,有话要说" in str(outline(framed(8)))


@pytest.mark.parametrize(("lines", "rows"), [(7, 1), (8, 2)])
def test_cells_of_a_few_lines_or_in_several_rows_are_a_table(lines: int, rows: int) -> None:
    assert len(grids(framed(lines, rows))) == 1
