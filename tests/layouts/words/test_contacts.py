"""Telephones and addresses beside what projects count."""

import pytest

from shishi.layouts.words.contacts import is_phone, names_caller, tells_contact


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


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("王小芳 81234567", True),
        ("王小芳13912345678", True),
        ("王小芳 8123", False),
        ("新建管网 81234567", False),
        ("81234567", False),
    ],
)
def test_person_with_a_telephone_is_told_by_name_and_number(cell, told):
    assert names_caller(cell) is told
