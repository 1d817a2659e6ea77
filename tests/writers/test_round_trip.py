from __future__ import annotations

import json
from dataclasses import replace

import pytest

from shishi.places import Place, Text
from shishi.records import Field
from shishi.street import measure_page
from shishi.writers.exchange import to_exchange
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.writing import write_table
from tests.layouts.drawn import Draw, draw_table, in_html
from tests.writers.sheets import PAGES, differences, page_for, page_in, said

READ_BACK = ("xlsx", "docx", "html")
HELD = (
    *("order", "section", "code", "theme", "item", "lead_units", "support_units", "open_ended"),
    *("leaders", "levels", "investment", "goal", "progress", "percent", "status", "explanation"),
    *("remark", "other", "shares_item_with"),
)
"""What CSV has room for: the records, without the year that their page is of."""


@pytest.mark.parametrize("format", READ_BACK)
@pytest.mark.parametrize("layout", PAGES)
def test_a_page_reads_the_same_after_it_was_written_in_its_own_layout(
    layout: str, format: str
) -> None:
    page = page_for(layout)
    written = write_table(lay_out(page, load_layout(layout)), format)
    again = page_in(written.data, f"again.{format}")

    assert page.records
    assert list(differences(said(page), said(again))) == []


@pytest.mark.parametrize("format", READ_BACK)
@pytest.mark.parametrize("layout", PAGES)
def test_a_page_reads_the_same_after_it_was_written_in_the_plain_layout(
    layout: str, format: str
) -> None:
    page = page_for(layout)
    written = write_table(lay_out(page, load_layout("plain")), format)

    assert list(differences(said(page), said(page_in(written.data, f"again.{format}")))) == []


@pytest.mark.parametrize("format", READ_BACK)
def test_pages_drawn_at_random_read_the_same_after_they_were_written(format: str) -> None:
    changed: list[str] = []
    for seed in range(1, 13):
        draw = Draw(f"round trip {seed}")
        page = page_in(in_html(draw_table(draw), draw).encode(), "a.html")
        written = write_table(lay_out(page, load_layout("plain")), format)
        again = page_in(written.data, f"again.{format}")
        changed += (f"{seed} {change}" for change in differences(said(page), said(again)))

    assert changed == []


@pytest.mark.parametrize("layout", PAGES)
def test_records_read_the_same_after_they_were_written_as_csv(layout: str) -> None:
    page = page_for(layout)
    written = write_table(lay_out(page, load_layout(layout)), "csv")
    again = page_in(written.data, "again.csv")
    kept = [{n: record[n] for n in HELD} for record in said(page)["records"]]

    assert [{n: record[n] for n in HELD} for record in said(again)["records"]] == kept


@pytest.mark.parametrize("layout", PAGES)
def test_a_page_reads_the_same_after_it_was_written_in_the_exchange_format(layout: str) -> None:
    page = page_for(layout)
    written = json.dumps(to_exchange(page, measure_page(page), findings=page.findings))
    again = page_in(written.encode(), "again.json")

    assert again.source.format == "json"
    assert list(differences(said(page), said(again))) == []


@pytest.mark.parametrize("layout", PAGES)
def test_a_page_from_the_exchange_format_prints_as_its_office_does(layout: str) -> None:
    page = page_for(layout)
    exchange = json.dumps(to_exchange(page, measure_page(page), findings=()))
    back = page_in(exchange.encode(), "back.json")
    written = write_table(lay_out(back, load_layout(layout)), "html")

    assert list(differences(said(page), said(page_in(written.data, "again.html")))) == []


@pytest.mark.parametrize("format", ["xlsx", "csv"])
@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "-拆除旧房3处", "@甲", "'30年代", "-5.2%"])
def test_a_text_like_a_formula_comes_back_as_it_was(text: str, format: str) -> None:
    page = page_for("beilun-month")
    first, *others = page.records
    texts = {**first.texts, Field.PROGRESS: Text(text, Place())}
    changed = replace(page, records=(replace(first, texts=texts), *others))
    written = write_table(lay_out(changed, load_layout("beilun-month")), format)

    assert page_in(written.data, f"a.{format}").records[0].printed(Field.PROGRESS) == text
