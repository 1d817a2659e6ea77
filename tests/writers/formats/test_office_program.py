from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree

from shishi.writers.office.laying import lay_out
from shishi.writers.office.load import load_layout
from shishi.writers.office.table import PrintedTable
from shishi.writers.writing import write_table
from tests.office_program import needs_office, save_as
from tests.writers.sheets import PAGES, page_for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RISKY = ["=1+1", "@SUM(A1)", "+1+1", "-1+1", '=HYPERLINK("http://x")', "\t=1", "%1"]

pytestmark = [pytest.mark.long, needs_office]
"""An office program takes seconds to start; the merges themselves are tested with every change."""


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Open every export in LibreOffice and save it again in its own format."""
    folder = tmp_path_factory.mktemp("office")
    for layout in PAGES:
        for format in ("xlsx", "docx", "csv"):
            data = write_table(table_of(layout), format).data
            (folder / f"{layout}.{format}").write_bytes(data)
    out = folder / "out"
    for kind, files in (
        ("xlsx", "*.xlsx"),
        ("docx", "*.docx"),
        ("xlsx:Calc MS Excel 2007 XML", "*.csv"),
    ):
        target = out / "csv" if files == "*.csv" else out
        save_as(kind, sorted(folder.glob(files)), target, profile=folder / "profile")
    return {str(f.relative_to(out)): f.read_bytes() for f in out.rglob("*") if f.is_file()}


def table_of(layout: str) -> PrintedTable:
    """Lay a page out, with the texts in it that a spreadsheet might run."""
    table = lay_out(page_for(layout), load_layout(layout))
    free = [c for c in table.cells if c.rows == 1 and not c.header and not c.number][-len(RISKY) :]
    risky = dict(zip(map(id, free), RISKY, strict=False))
    return replace(
        table, cells=tuple(replace(c, text=risky.get(id(c), c.text)) for c in table.cells)
    )


def merges_of(data: bytes) -> set[str]:
    return {
        str(r) for r in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].merged_cells.ranges
    }


def spans_of(data: bytes) -> Iterator[list[tuple[str, str]]]:
    """Give the gridSpan and vMerge of each cell, a list a row."""
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    for row in document.iter(f"{W}tr"):
        yield [(_value(cell, "gridSpan", "1"), _merge(cell)) for cell in row.iter(f"{W}tc")]


def _merge(cell: etree._Element) -> str:
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if found is None else found.get(f"{W}val", "continue")


def _value(cell: etree._Element, name: str, default: str) -> str:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return default if found is None else str(found.get(f"{W}val"))


@pytest.mark.parametrize("layout", PAGES)
def test_a_workbook_has_the_same_merged_ranges_in_libreoffice(
    layout: str, saved_again: dict[str, bytes]
) -> None:
    ours = merges_of(write_table(table_of(layout), "xlsx").data)

    assert merges_of(saved_again[f"{layout}.xlsx"]) == ours


@pytest.mark.parametrize("layout", PAGES)
def test_a_word_document_has_the_same_merged_cells_in_libreoffice(
    layout: str, saved_again: dict[str, bytes]
) -> None:
    ours = list(spans_of(write_table(table_of(layout), "docx").data))

    assert list(spans_of(saved_again[f"{layout}.docx"])) == ours


@pytest.mark.parametrize("layout", PAGES)
@pytest.mark.parametrize("kind", ["", "csv/"])
def test_nothing_that_was_exported_is_a_formula_in_libreoffice(
    layout: str, kind: str, saved_again: dict[str, bytes]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(saved_again[f"{kind}{layout}.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert any("=1+1" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
