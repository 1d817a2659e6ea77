"""Pasted pages and notices, by case: seen in the wild by shape, made up, negative."""

import json
from pathlib import Path

import pytest

from shishi.records import LISTS, Field
from tests.layouts.invented import page_of

FOLDER = Path(__file__).parents[2] / "cases" / "layouts"


def cases(name):
    read = json.loads((FOLDER / f"pasted-{name}.json").read_text(encoding="utf-8"))
    return pytest.mark.parametrize("case", read, ids=[case["why"] for case in read])


def told(record, row):
    return {
        name: [n.value for n in record.names.get(Field(name), ())]
        if Field(name) in LISTS
        else record.printed(Field(name))
        for name in row
    }


def check(case):
    page = page_of(case["text"])
    assert len(page.records) == len(case["records"])
    read = [told(r, row) for r, row in zip(page.records, case["records"], strict=True)]
    assert read == case["records"]
    for name, value in case.get("notice", {}).items():
        assert getattr(page.notice, name) == value


@cases("in-the-wild")
def test_shape_seen_in_the_wild_is_read(case):
    check(case)


@cases("synthetic")
def test_shape_made_up_is_read(case):
    check(case)


@cases("negative")
def test_text_that_is_no_table_gives_no_record(case):
    check(case)
