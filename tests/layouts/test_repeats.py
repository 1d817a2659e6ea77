from dataclasses import replace

import pytest

from shishi.layouts.columns.column import Column
from shishi.layouts.layout import Layout
from shishi.layouts.repeats import part_repeats
from shishi.layouts.terms import Terms
from shishi.readers import read
from shishi.readers.document import Grid
from shishi.text.characters import Script
from tests.layouts.invented import TITLE, codes, column, html, lines, page_of, paragraphs

HEADER = "序号 项目名称 牵头单位 进展情况"
ROWS = "1 新建公厕3座。 区住建局 已完成1座。 2 改造泵房9座。 区水务局 已完成4座。"
MORE = "3 新建绿道9公里。 区水务局 已完成1公里。"


def barred(header, rows):
    cells = rows.split()
    return [header.replace(" ", " | "), *(" | ".join(cells[i : i + 4]) for i in (0, 4))]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{paragraphs(HEADER, ROWS)}\n\n{TITLE}\n\n{paragraphs(HEADER, ROWS)}",
        lines(*barred(HEADER, ROWS)) + "\n" + lines(*barred(HEADER, ROWS)),
    ],
)
def test_table_printed_twice_is_read_once_and_told(text):
    page = page_of(text)
    assert column(page, "code") == ["1", "2"]
    assert "table-printed-twice" in codes(page)


def test_table_that_goes_on_after_a_page_break_is_read_on():
    page = page_of(f"{TITLE}\n\n{paragraphs(HEADER, ROWS, HEADER, MORE)}")
    assert column(page, "code") == ["1", "2", "3"]
    assert "table-printed-twice" not in codes(page)


@pytest.mark.parametrize("last", ["区水务局", "区城管局"])
def test_grid_whose_cells_stand_in_no_order_of_rows_is_the_same_as_in_order(last):
    header, rows = "序号|项目名称|牵头单位", ("1|新建公厕3座和绿道|区城管局", "2|改造泵房9座|{}")
    source = html(
        header, rows[0], rows[1].format("区水务局"), header, rows[0], rows[1].format(last)
    )
    document = read(source.encode(), "a.html")
    [at] = [i for i, part in enumerate(document.parts) if isinstance(part, Grid)]
    grid = document.parts[at]
    layout = Layout("table 1", at, (Column(None),), (0, 1), (1, 3), 100, ())
    twice = [layout, replace(layout, header=(3, 4), body=(4, 6))]
    mixed = replace(grid, cells=tuple(sorted(grid.cells, key=lambda c: (c.column, c.row))))
    turned = replace(document, parts=(*document.parts[:at], mixed, *document.parts[at + 1 :]))
    terms = Terms(Script.SIMPLIFIED)
    again = part_repeats(document, twice, terms)[1]
    assert len(again) == (last == "区水务局")
    assert part_repeats(turned, twice, terms)[1] == again
