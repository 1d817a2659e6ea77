from __future__ import annotations

import json

import pytest

from shishi.street import measure_page
from shishi.writers.exchange import to_exchange
from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.writing import write_table
from tests.writers.sheets import PAGES, differences, page_for, page_in, said

READ_BACK = ("html", "docx")


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
