"""A folder of invented pages, and children that end with the test."""

from __future__ import annotations

import pytest

from shishi.corpus.children import end_children
from tests.corpus.invented import fill


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path / "in", 9)
    return tmp_path / "in"


@pytest.fixture(autouse=True)
def no_child_stays():
    yield
    end_children()
