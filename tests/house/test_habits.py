import pytest

from tests.house import habits


def test_showing_a_given_moment_in_another_zone_is_no_look_at_the_clock(house):
    folder = house({"a.py": "x = timezone.localtime(moment)\ny = timezone.localtime()\n"})

    assert habits.find_clocks(folder) == ["a.py:2: timezone.localtime()"]


@pytest.mark.parametrize(
    "look", ["date.today()", "datetime.datetime.now(tz)", "time.time()", "datetime.utcnow()"]
)
def test_looks_at_the_clock_are_caught(house, look):
    folder = house({"a.py": f"x = {look}\ny = date(2024, 1, 1)\nz = clock.time()\n"})

    assert habits.find_clocks(folder) == [f"a.py:1: {look}"]


@pytest.mark.parametrize("bad", ["float('1.5')", "x * 0.1", "lambda n: isinstance(n, float)"])
def test_floats_are_caught(house, bad):
    assert len(habits.find_floats(house({"a.py": f"y = {bad}\nz = Decimal('0.1') * 3\n"}))) == 1


def test_catches_of_everything_are_caught_and_the_door_may(house):
    catch = "try:\n    x = 1\nexcept {}:\n    pass\n"
    folder = house(
        {
            "a.py": catch.format("Exception"),
            "b.py": catch.replace(" {}", ""),
            "c.py": catch.format("(KeyError, ValueError)"),
            "cli/door.py": catch.format("Exception"),
        }
    )

    assert habits.find_broad_catches(folder) == ["a.py:3", "b.py:3"]


def test_digits_that_match_full_width_are_caught(house):
    folder = house({"a.py": 'x = r"\\d+年"\ny = r"[0-9]+年"\n'})

    assert habits.find_loose_digits(folder) == ["a.py:1"]


def test_uses_of_the_front_door_are_caught(house):
    folder = house(
        {
            "__init__.py": "from shishi.places import Place",
            "places.py": "import shishi",
            "records.py": "from shishi import Place",
            "findings.py": "from shishi import places\nfrom shishi.places import Place",
        }
    )

    assert habits.find_front_door_users(folder) == ["places.py:1: shishi", "records.py:1: shishi"]


def test_dependencies_without_a_word_are_caught():
    pyproject = """[project]
dependencies = [
  "lxml>=6",
  "rich",   # tables
  "click",  # the command line; in cli/
]
"""

    assert habits.find_uncommented(pyproject) == ["lxml", "rich"]


def test_libraries_with_two_places_may_stand_in_both_and_in_no_third(house):
    lines = dict.fromkeys(("readers/a.py", "writers/b.py", "rules/c.py"), "import lxml.html")
    pyproject = """[project]
dependencies = []
[project.optional-dependencies]
office = [
  "lxml>=6",  # trees; in readers/ and writers/
]
"""

    assert habits.find_strays(pyproject, house(lines)) == ["rules/c.py:1: lxml.html"]


def test_libraries_outside_their_place_are_caught(house):
    folder = house({"cli/main.py": "import click", "rules/a.py": "from click.core import Group"})
    pyproject = """[project]
dependencies = [
  "click>=8",  # the command line; in cli/
]
"""

    assert habits.find_strays(pyproject, folder) == ["rules/a.py:1: click.core"]
