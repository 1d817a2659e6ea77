"""Telephones and addresses beside what projects count."""

import pytest

from shishi.layouts.words.contacts import is_phone, tells_contact


@pytest.mark.parametrize(
    "cell", ["65431234", "0571-65431234", "湖滨路12-3号", "3号楼", "9:00-17:00", "a@b.cn"]
)
def test_contact_is_told(cell):
    assert tells_contact(cell)


@pytest.mark.parametrize(
    "cell", ["新建行政楼", "12345678元", "湖滨路3条", "2024-2025", "修建自习室"]
)
def test_what_projects_count_and_build_is_no_contact(cell):
    assert not tells_contact(cell)


@pytest.mark.parametrize(
    ("cell", "told"), [("13912345678", True), ("123456", False), ("1234-5", False)]
)
def test_number_of_a_telephone_is_told_by_its_length(cell, told):
    assert is_phone(cell) is told
