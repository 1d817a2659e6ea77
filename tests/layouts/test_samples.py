"""Invented pages in every layout of the seeds, with other column orders, words and blanks."""

from __future__ import annotations

from collections import Counter

import pytest

from shishi.findings import About, Severity
from shishi.records import Field
from tests.samples import make
from tests.samples.description import load
from tests.samples.judging import GRAVE, expected, judge, page, squeezed
from tests.samples.shuffled import draw

FOLDERS = make.folders()
KINDS = sorted({folder.name[:3] for folder in FOLDERS})

every_sample = pytest.mark.parametrize("folder", FOLDERS, ids=[f.name for f in FOLDERS])
every_kind = pytest.mark.parametrize("kind", KINDS)


def cells_of(kind=""):
    return [cell for f in FOLDERS if f.name.startswith(kind) for cell in judge(f)]


@every_sample
def test_sample_stands_as_its_description_prints_it(folder):
    described = load(folder)
    if not make.is_kept(described):
        name, data = make.source(described)
        assert (folder / name).read_bytes() == data
    assert expected(folder) == make.expected(described)


@every_kind
def test_each_kind_has_three_pasted_pages_and_a_web_page(kind):
    formats = Counter(p.suffix for f in FOLDERS if f.name[:3] == kind for p in f.glob("source.*"))
    assert formats[".txt"] >= 3
    assert formats[".html"] >= 1


@every_sample
def test_all_records_of_a_sample_are_found_in_order(folder):
    read = [squeezed(record.printed(Field.ITEM)) for record in page(folder).records]
    assert read == [squeezed(row["item"]) for row in expected(folder)["records"]]


@every_sample
def test_cell_of_a_sample_that_is_read_wrong_is_flagged(folder):
    silent = [str(cell) for cell in judge(folder) if not cell.same and not cell.flagged]
    assert silent == []


@every_sample
def test_names_and_numbers_of_a_sample_are_right_or_flagged(folder):
    grave = [cell for cell in judge(folder) if cell.field in GRAVE]
    assert [str(cell) for cell in grave if not cell.same and not cell.flagged] == []


@every_kind
def test_fields_of_a_kind_are_read_at_97_percent(kind):
    fields = {cell.field for cell in cells_of(kind)}
    for field in sorted(fields):
        cells = [cell for cell in cells_of(kind) if cell.field == field]
        wrong = [str(cell) for cell in cells if not cell.same]
        assert len(wrong) <= 0.03 * len(cells), wrong


def test_rightly_read_cells_are_hardly_ever_flagged():
    right = [cell for cell in cells_of() if cell.same]
    needless = [str(cell) for cell in right if cell.flagged]
    assert len(needless) <= 0.02 * len(right), needless


@every_sample
def test_notice_of_a_sample_is_read(folder):
    wanted = expected(folder)["notice"]
    notice = page(folder).notice
    read = {name: squeezed(getattr(notice, name)) for name in wanted}
    assert read == {name: squeezed(value) for name, value in wanted.items()}


@every_sample
def test_periods_of_a_sample_are_read(folder):
    found = page(folder)
    for name, wanted in expected(folder)["period"].items():
        accepted = wanted if isinstance(wanted, list) else [wanted]
        assert str(getattr(found, name)) in accepted


@every_sample
def test_traditional_items_of_a_sample_fold_to_simplified_ones(folder):
    rows = [row for row in expected(folder)["records"] if "simplified" in row]
    for row, record in zip(rows, page(folder).records, strict=False):
        assert squeezed(record.plain(Field.ITEM)) == squeezed(row["simplified"]["item"])


@every_sample
def test_clean_sample_blocks_nothing_about_reading(folder):
    findings = page(folder).findings
    blocking = [f for f in findings if f.severity is Severity.BLOCKS and f.about is About.READING]
    assert blocking == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 25))
def test_shuffled_samples_keep_their_records_and_hide_few_mistakes(seed):
    pages = list(draw(seed))
    assert [shuffled.name for shuffled in pages if not shuffled.whole] == []
    cells = [cell for shuffled in pages for cell in shuffled.cells]
    silent = [str(cell) for cell in cells if not cell.same and not cell.flagged]
    assert len(silent) <= 0.001 * len(cells), silent


@pytest.mark.parametrize("name", ["000-a", "000-c", "000-d", "000-h"])
def test_fill_in_rules_of_a_sample_are_read(name):
    [folder] = [f for f in FOLDERS if f.name == name]
    stated = {}
    for rule in page(folder).stated_rules:
        stated |= rule.facts

    assert stated["statuses"] == ["正常", "超前", "滞后", "办结"]
    assert sorted(stated["explain"]) == ["滞后", "超前"]
    assert 100 <= stated["length"] <= 120
