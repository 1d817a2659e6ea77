from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest

from shishi.writers.formats.fonts import choose_pdf_fonts
from shishi.writers.formats.pdf import split_at_pages, write_pdf
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedCell, PrintedTable
from tests.writers.sheets import PAGES, page_for

pytestmark = pytest.mark.skipif(
    len(choose_pdf_fonts()) < 3, reason="no Chinese typeface is installed here (fonts-noto-cjk)"
)


def table_of(name: str) -> PrintedTable:
    return lay_out(page_for(name), load_layout(name))


def longer(table: PrintedTable, times: int) -> PrintedTable:
    """Repeat the rows of a table below each other."""
    body = [c for c in table.cells if c.row > table.header_rows]
    step = table.height - table.header_rows
    again = [replace(c, row=c.row + step * n) for n in range(times) for c in body]
    header = table.cells[: len(table.cells) - len(body)]
    return replace(table, cells=(*header, *again), height=table.header_rows + step * times)


def pages_of(table: PrintedTable) -> list[str]:
    document = pypdfium2.PdfDocument(write_pdf(table))
    try:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_character_of_a_table_stands_in_the_pdf(name: str) -> None:
    table = table_of(name)
    printed = Counter("".join(pages_of(table)))
    wanted = Counter("".join("".join(c.text.split()) for c in table.cells) + table.title)

    assert wanted - printed == Counter()


def test_the_header_stands_on_every_page() -> None:
    pages = pages_of(longer(table_of("beilun-month"), 12))

    assert len(pages) > 2
    assert [page.count("四季度计划目标") for page in pages] == [1] * len(pages)
    assert [f"—{number}—" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


@pytest.mark.parametrize("text", ["长" * 3000, "x" * 400, "#set page(width: 1pt)", "甲_乙*丙`$"])
def test_no_text_is_cut_or_taken_for_markup(text: str) -> None:
    table = table_of("beilun-month")
    *others, last = table.cells
    said = "".join(pages_of(replace(table, cells=(*others, replace(last, text=text)))))

    assert said.count("长") >= text.count("长")
    assert "".join(text.split())[:20] in said.replace("\u200b", "") or "长" in text


def test_a_merged_cell_that_goes_on_over_a_page_is_printed_again() -> None:
    table = table_of("binjiang-quarter")
    header = [cell for cell in table.cells if cell.header]
    body = [PrintedCell(f"事项{row}", row, c) for row in range(2, 62) for c in range(2, 6)]
    cells = (*header, PrintedCell("一、教育惠民", 2, 1, rows=60), *body)
    pages = pages_of(replace(table, height=61, cells=cells))

    assert len(pages) > 1
    assert [page.count("一、教育惠民") for page in pages] == [1] * len(pages)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({2: 1, 3: 1, 4: 2, 5: 2}, [(2, 2), (4, 2)]),
        ({2: 1, 3: 2, 4: 3, 5: 4}, [(2, 1), (3, 1), (4, 1), (5, 1)]),
        ({2: 1, 3: 1, 4: 1, 5: 1}, [(2, 4)]),
        ({}, [(2, 4)]),
    ],
)
def test_a_cell_is_parted_where_a_page_begins(
    pages: dict[int, int], expected: list[tuple[int, int]]
) -> None:
    table = replace(table_of("beilun-month"), cells=(PrintedCell("校园扩容", 2, 1, rows=4),))

    assert [(c.row, c.rows) for c in split_at_pages(table, pages).cells] == expected
