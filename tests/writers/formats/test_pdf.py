from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest

from shishi.writers.formats.fonts import choose_pdf_fonts
from shishi.writers.formats.pdf import write_pdf
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
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
