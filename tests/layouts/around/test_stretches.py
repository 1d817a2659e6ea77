from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from shishi.places import Place
from shishi.readers import read
from shishi.readers.document import Flow
from shishi.records import Role
from tests.layouts.invented import html, lines, page_of, paragraphs

CELLS = [
    "1",
    "2",
    "3.1",
    "便民出行",
    "新建公厕3座。",
    "区住建局",
    "★石埠镇",
    "陆远帆",
    "正常",
    "/",
    "合计",
]
CELLS += [
    "一、养老托育",
    "注:以上",
    "已完成65%",
    "责任领导:沈知行",
    "滞后项目",
    "打印",
    "索引号:1130",
]
ROWS = st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=5), max_size=8)
HEADER = ["序号", "类别", "项目名称", "牵头单位", "进展情况"]
calm = settings(deadline=None, max_examples=30)


def printed(text):
    """Count the characters that print something and are no bars."""
    return Counter(c for c in text if not c.isspace() and c != "|")


def placed(page):
    return Counter(c for s in page.stretches for c in s.text.value if not c.isspace() and c != "|")


@calm
@given(ROWS, st.integers(0, 2))
def test_every_character_of_pasted_paragraphs_stands_in_one_stretch(rows, headers):
    words = [*CELLS[-2:], *(HEADER if headers else []), *(w for row in rows for w in row)]
    words += [*HEADER, "4", "改造泵房"] if headers > 1 else []
    text = paragraphs(" ".join(words))
    page = page_of(text)
    assert placed(page) == printed(text)
    spots = [spot for s in page.stretches for spot in spots_of(s.text)]
    assert len(spots) == len(set(spots))


@calm
@given(ROWS)
def test_every_character_of_pasted_rows_stands_in_one_stretch(rows):
    text = lines(" | ".join(HEADER), *(" | ".join(row) for row in rows))
    assert placed(page_of(text)) == printed(text)


@calm
@given(ROWS)
def test_every_character_of_a_web_table_stands_in_one_stretch(rows):
    markup = html("|".join(HEADER), *("|".join(row) for row in rows), "5>合计", "5>一、便民")
    source = Counter(
        c
        for part in read(markup.encode(), "a.html").parts
        for piece in (part.paragraphs if isinstance(part, Flow) else part.cells)
        for c in piece.text.value
        if not c.isspace() and c != "|"
    )
    assert placed(page_of(markup, "a.html")) == source


def spots_of(text):
    """Give the spots of the source that a text holds: (line, character)."""
    places = [piece.place for piece in text.pieces] or [text.place]
    return [
        (place.part, place.line, place.row, place.column, at)
        for place in places
        if isinstance(place, Place)
        for at in range(*(place.characters or (0, 0)))
    ]


def test_cells_name_their_record_and_field():
    page = page_of(lines(" | ".join(HEADER), "1 | 便民出行 | 新建公厕3座。 | 区住建局 | 已开工"))
    cells = {s.text.value: (s.order, str(s.field)) for s in page.stretches if s.role is Role.CELL}
    assert cells["区住建局"] == (1, "lead_units")
    assert cells["新建公厕3座。"] == (1, "item")


def test_row_of_totals_is_a_cell_of_no_record():
    page = page_of(
        html("|".join(HEADER), "1|便民|新建公厕|区住建局|已开工", "合计||1项||"), "a.html"
    )
    [total] = [s for s in page.stretches if s.text.value == "合计"]
    assert (total.role, total.order) == (Role.CELL, None)


def test_heading_over_rows_is_a_cell_of_the_first_of_them():
    page = page_of(
        html("序号|项目名称|牵头单位|进展情况", "4>一、便民出行", "1|新建公厕|区住建局|已开工"),
        "a.html",
    )
    [heading] = [s for s in page.stretches if s.text.value == "一、便民出行"]
    assert (heading.role, heading.order, str(heading.field)) == (Role.CELL, 1, "theme")
