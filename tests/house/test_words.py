import pytest

from tests.house import words


def test_what_is_public_and_has_no_docstring_is_caught(house):
    folder = house(
        {
            "bare.py": "x = 1",
            "said.py": '"""M."""\nclass A:\n    def m(self): ...\n'
            "def f():\n    def inner(): ...\ndef _private(): ...\n",
        }
    )

    assert words.find_undocumented(folder) == [
        "bare.py: module",
        "said.py: A",
        "said.py: f",
        "said.py: m",
    ]


@pytest.mark.parametrize("name", ["utils.py", "table_helpers.py", "common/tables.py", "base.py"])
def test_drawers_are_caught(house, name):
    assert words.find_drawers(house({name: "x = 1", "database.py": "x = 1"})) == [name]


def test_empty_stubs_are_caught(house):
    folder = house(
        {
            "ballots.py": '"""Counting, some day."""\nimport re\n',
            "__init__.py": '"""The front door."""',
            "units.py": '"""Units."""\nUNITS = ()\n',
        }
    )

    assert words.find_stubs(folder) == ["ballots.py"]
