import json

import pytest

from shishi.records import LISTS, Field
from tests.layouts.invented import doubted, page_of
from tests.layouts.pasted.samples import DRAWN, FOLDER

FOLDERS = [FOLDER / f"{shape}-{seed}" for shape, seed, _ in DRAWN]


def tight(text):
    return "".join(text.split())


def read(record, name):
    if Field(name) in LISTS:
        return [tight(n.value) for n in record.names.get(Field(name), ())]
    return tight(record.printed(Field(name)))


def right(row, name):
    if Field(name) in LISTS:
        return [tight(n) for n in row[name].split("、") if n]
    return tight(row[name])


@pytest.mark.parametrize("folder", FOLDERS, ids=[f.name for f in FOLDERS])
def test_kept_page_is_read_or_doubted(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    page = page_of((folder / "source.txt").read_text(encoding="utf-8"))
    doubts = doubted(page)

    assert len(page.records) == len(expected["records"])
    names = [c for c in expected["columns"] if c != "code"]
    cells = [(o, n, row) for o, row in enumerate(expected["records"], 1) for n in names]
    wrong = [(o, n) for o, n, row in cells if read(page.records[o - 1], n) != right(row, n)]
    assert [spot for spot in wrong if spot not in doubts] == []
    assert len(wrong) * 100 <= 20 * len(cells)


def test_every_sample_is_listed():
    assert sorted(f.name for f in FOLDER.iterdir()) == sorted(f.name for f in FOLDERS)
