"""The invented pages again, as spreadsheets that other programs saved."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from tests.samples import make
from tests.samples.description import load
from tests.samples.judging import expected, judge, page, squeezed

SAVED = sorted(path.parent for path in (make.HERE / "saved").glob("*/origin.toml"))

every_saved = pytest.mark.parametrize("folder", SAVED, ids=[f.name for f in SAVED])


def test_saved_pages_come_in_every_format_and_from_two_programs():
    formats = Counter(path.suffix for folder in SAVED for path in folder.glob("source.*"))
    programs = {saved_by(folder).partition(" ")[0] for folder in SAVED}

    assert set(formats) == {".xlsx", ".xls", ".ods", ".csv"}
    assert len(SAVED) >= 10
    assert programs == {"LibreOffice", "openpyxl"}


def saved_by(folder):
    return tomllib.loads((folder / "origin.toml").read_text("utf-8"))["saved_by"]


@every_saved
def test_saved_page_is_held_to_the_reading_of_the_page_it_came_from(folder):
    of = tomllib.loads((folder / "origin.toml").read_text("utf-8"))["of"]
    assert expected(folder) == make.expected(load(make.HERE / of))


@every_saved
def test_saved_page_gives_every_record_and_no_other(folder):
    assert len(page(folder).records) == expected(folder)["count"]


@every_saved
def test_saved_page_is_read_cell_by_cell_without_a_mistake_or_a_needless_doubt(folder):
    assert [str(cell) for cell in judge(folder) if not cell.same] == []
    assert [str(cell) for cell in judge(folder) if cell.flagged] == []


@every_saved
def test_saved_page_keeps_its_notice(folder):
    wanted = expected(folder)["notice"]
    read = {name: squeezed(getattr(page(folder).notice, name)) for name in wanted}
    assert read == {name: squeezed(value) for name, value in wanted.items()}
