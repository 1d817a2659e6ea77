from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from shishi.writers.formats.html import html_fragment, write_html
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
from tests.writers.sheets import PAGES, page_for


def table_of(name: str) -> PrintedTable:
    return lay_out(page_for(name), load_layout(name))


def with_text(text: str) -> PrintedTable:
    table = table_of("beilun-month")
    *others, last = table.cells
    return replace(table, cells=(*others, replace(last, text=text)), title=text, rules=(text,))


@pytest.mark.parametrize("name", PAGES)
def test_cells_keep_their_spans_and_headers_their_scope(name: str) -> None:
    table = table_of(name)
    cells = html.fromstring(html_fragment(table)).xpath("//th | //td")

    assert [
        (int(c.get("rowspan", 1)), int(c.get("colspan", 1)), bool(c.get("scope"))) for c in cells
    ] == [(c.rows, c.columns, c.header or c.heading) for c in table.cells]
    assert all((cell.tag == "th") is bool(cell.get("scope")) for cell in cells)


def test_a_title_is_the_caption_of_the_table() -> None:
    [caption] = html.fromstring(html_fragment(table_of("beilun-tasks"))).xpath("//caption")

    assert caption.text == "2031年云溪区政府工作主要任务分解"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=a()>', "&lt;"])
def test_no_text_becomes_markup(text: str) -> None:
    page = html.fromstring(write_html(with_text(text)).decode())

    assert page.xpath("//script | //img") == []
    assert page.xpath("string((//td)[last()])") == text


def test_a_fragment_brings_no_style_sheet_script_or_address() -> None:
    fragment = html_fragment(table_of("beilun-month"))

    assert not [
        word for word in ("<style", "<script", "http", "class=", "<link") if word in fragment
    ]


def test_a_page_says_its_encoding_before_any_chinese() -> None:
    page = write_html(table_of("beilun-month"))

    assert page.index(b'<meta charset="utf-8">') < page.index("云溪".encode())


@pytest.mark.parametrize(
    ("text", "kept"), [("甲  乙", True), (" 甲", True), ("甲 乙", False), ("甲\n乙", False)]
)
def test_only_white_space_that_counts_is_kept_by_style(text: str, kept: bool) -> None:
    assert ("pre-wrap" in html_fragment(with_text(text))) is kept
