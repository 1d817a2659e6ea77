"""The house keeps its own rules. Every check is tried on a bad example first, so that it can fail."""

from __future__ import annotations

import pytest

from tests.house import habits, messages, papers, repository, rules, sizes, words
from tests.house.code import ROOT, SRC

TESTS = ROOT / "tests"
PYPROJECT = ROOT / "pyproject.toml"
GUIDE = ROOT / "docs" / "rules.md"
STREET = ROOT / "docs" / "street.md"
GLOSSARY = ROOT / "docs" / "glossary.md"


@pytest.fixture
def house(tmp_path):
    """Build a house of a few files: house({"rules/a.py": "…"}) gives its folder."""

    def build(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return build


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_files_stop_at_400_lines(folder):
    assert sizes.find_long_files(folder) == []


def test_files_of_401_lines_are_caught(house):
    folder = house({"long.py": "x = 1\n" * 401, "fits.py": "x = 1\n" * 400})

    assert sizes.find_long_files(folder) == ["long.py: 401 lines"]


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_functions_stop_at_60_lines(folder):
    assert sizes.find_long_functions(folder) == []


def test_functions_of_61_lines_are_caught(house):
    folder = house(
        {"a.py": "def long():\n" + "    x = 1\n" * 60 + "def fits():\n" + "    x = 1\n" * 59}
    )

    assert sizes.find_long_functions(folder) == ["a.py: long: 61 lines"]


def test_functions_take_three_positional_parameters_at_most():
    assert sizes.find_wide_functions(SRC) == []


def test_functions_with_a_fourth_positional_parameter_are_caught(house):
    folder = house(
        {
            "a.py": "def wide(a, b, c, d): ...\n"
            "def fits(a, b, c, *, d, e): ...\n"
            "class A:\n    def fits(self, a, b, c): ...\n"
        }
    )

    assert sizes.find_wide_functions(folder) == ["a.py: wide: 4 positional parameters"]


def test_folders_stop_at_15_modules():
    assert sizes.find_full_folders(SRC) == []


def test_folders_of_16_modules_are_caught_and_rules_may_be_many(house):
    names = [f"m{n}.py" for n in range(16)]
    folder = house({f"{room}/{n}": "x = 1" for room in ("readers", "rules") for n in names})

    assert sizes.find_full_folders(folder) == ["readers: 16 modules"]


def test_figures_are_said_in_one_line(house):
    folder = house({"a.py": "def f():\n    return 1\n", "b.py": "x = 1\n" * 4})

    assert sizes.figures(folder) == (
        "2 files: median 3 lines (aim 150), longest b.py 4; "
        "1 functions: median 2 (aim 12), longest f 2"
    )


def test_everything_public_has_a_docstring():
    assert words.find_undocumented(SRC) == []


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


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_no_file_is_a_drawer(folder):
    assert words.find_drawers(folder) == []


@pytest.mark.parametrize("name", ["utils.py", "table_helpers.py", "common/tables.py", "base.py"])
def test_drawers_are_caught(house, name):
    assert words.find_drawers(house({name: "x = 1", "database.py": "x = 1"})) == [name]


def test_no_module_is_an_empty_stub():
    assert words.find_stubs(SRC) == []


def test_empty_stubs_are_caught(house):
    folder = house(
        {
            "ballots.py": '"""Counting, some day."""\nimport re\n',
            "__init__.py": '"""The front door."""',
            "units.py": '"""Units."""\nUNITS = ()\n',
        }
    )

    assert words.find_stubs(folder) == ["ballots.py"]


def test_the_core_never_looks_at_the_clock():
    assert habits.find_clocks(SRC) == []


@pytest.mark.parametrize(
    "look", ["date.today()", "datetime.datetime.now(tz)", "time.time()", "datetime.utcnow()"]
)
def test_looks_at_the_clock_are_caught(house, look):
    folder = house({"a.py": f"x = {look}\ny = date(2024, 1, 1)\nz = clock.time()\n"})

    assert habits.find_clocks(folder) == [f"a.py:1: {look}"]


@pytest.mark.parametrize("room", ["measures", "rules", "assessment"])
def test_no_value_is_a_float(room):
    assert habits.find_floats(SRC / room) == []


@pytest.mark.parametrize("bad", ["float('1.5')", "x * 0.1", "lambda n: isinstance(n, float)"])
def test_floats_are_caught(house, bad):
    assert len(habits.find_floats(house({"a.py": f"y = {bad}\nz = Decimal('0.1') * 3\n"}))) == 1


def test_inner_rooms_never_use_the_front_door():
    assert habits.find_front_door_users(SRC) == []


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


def test_every_dependency_says_what_for_and_where():
    assert habits.find_uncommented(PYPROJECT.read_text(encoding="utf-8")) == []


def test_dependencies_without_a_word_are_caught():
    pyproject = """[project]
dependencies = [
  "lxml>=6",
  "rich",   # tables
  "click",  # the command line; in cli/
]
"""

    assert habits.find_uncommented(pyproject) == ["lxml", "rich"]


def test_libraries_stay_in_the_place_their_comment_gives():
    assert habits.find_strays(PYPROJECT.read_text(encoding="utf-8"), SRC) == []


def test_libraries_outside_their_place_are_caught(house):
    folder = house({"cli/main.py": "import click", "rules/a.py": "from click.core import Group"})
    pyproject = """[project]
dependencies = [
  "click>=8",  # the command line; in cli/
]
"""

    assert habits.find_strays(pyproject, folder) == ["rules/a.py:1: click.core"]


def test_every_code_has_words_in_both_languages():
    assert messages.find_wordless(SRC) == []


def test_codes_without_words_are_caught(house):
    folder = house(
        {
            "rules/a.py": 'CODE = "by-constant"\nFinding(CODE, place)\nFinding("silent", place)\n'
            'Finding("both", place)\nReason("half", {})\n',
            "data/messages/rules.toml": '[both]\nzh = "两"\nen = "two"\n[half]\nzh = "半"\n',
        }
    )

    assert messages.find_wordless(folder) == [
        "rules/a.py: by-constant",
        "rules/a.py: silent",
        "rules/a.py: half",
    ]


def test_no_words_are_left_over():
    assert messages.find_orphans(SRC) == []


def test_words_left_over_are_caught(house):
    folder = house({"a.py": 'x = "used"', "data/messages/a.toml": "[used]\n[gone]\n"})

    assert messages.find_orphans(folder) == ["gone"]


def test_both_languages_tell_the_same_facts():
    assert messages.find_lopsided(SRC) == []


def test_facts_told_in_one_language_only_are_caught(house):
    words_of = (
        '[even]\nzh = "第{order}项"\nen = "item {order}"\n[odd]\nzh = "{unit}"\nen = "unit"\n'
    )

    assert messages.find_lopsided(house({"data/messages/a.toml": words_of})) == ["odd"]


def test_no_code_has_two_sets_of_words():
    assert messages.find_twice(SRC) == []


def test_codes_with_two_sets_of_words_are_caught(house):
    folder = house({"data/messages/a.toml": "[x]\n[y]\n", "data/messages/b.toml": "[x]\n"})

    assert messages.find_twice(folder) == ["x: a.toml and b.toml"]


def test_every_rule_has_a_test_a_heading_and_a_message():
    guide = GUIDE.read_text(encoding="utf-8")

    assert rules.read_rules(SRC)
    assert rules.find_homeless_rules(SRC, tests=TESTS, guide=guide) == []
    assert rules.find_ruleless_headings(SRC, guide) == []
    assert rules.find_idle_rules(SRC) == []


def test_rules_that_lack_something_are_caught(house):
    src = (
        house(
            {
                "src/rules/lonely.py": 'CODE = "lonely-rule"',
                "src/rules/kept.py": 'CODE = "kept-rule"',
                "src/rules/every.py": "from shishi.rules import kept",
                "src/data/messages/rules.toml": '[kept-rule]\nzh = "一"\nen = "a"\n',
                "tests/rules/test_kept.py": "",
            }
        )
        / "src"
    )
    guide = "# Rules\n\n## How to read this\n\n## kept-rule\n\n### `gone-rule`\n"

    assert rules.find_homeless_rules(src, tests=src.parent / "tests", guide=guide) == [
        "lonely: no tests/rules/test_lonely.py",
        "lonely: no heading lonely-rule in docs/rules.md",
        "lonely: no message for lonely-rule",
    ]
    assert rules.find_ruleless_headings(src, guide) == ["gone-rule"]
    assert rules.find_idle_rules(src) == ["lonely"]


def test_glossary_and_code_say_the_same():
    glossary = GLOSSARY.read_text(encoding="utf-8")

    assert papers.find_missing_terms(glossary, SRC) == []
    assert papers.find_built_terms(glossary, SRC) == []
    assert papers.find_unexplained(glossary, SRC) == []


def test_differences_of_glossary_and_code_are_caught(house):
    src = house(
        {
            "places.py": "class Place:\n    row: int\nclass Extra: ...\nclass Inner: ...\n",
            "ballots.py": "class Ballot: ...\n",
            "rules/a.py": "from shishi.places import Extra, Place\nfrom shishi.rules.b import Own\n",
            "rules/b.py": "from json import Inner\nclass Own: ...\n",
        }
    )
    glossary = """| Chinese | English | in code | note |
|---|---|---|---|
| 位置 | place | `Place`, `Place.row` | `Note` |
| 单位 | unit | `Unit` | |
| 票决 | ballot | `Ballot` later | |
| 更正 | correction | `Correction` later | |
"""

    assert papers.find_missing_terms(glossary, src) == ["单位: Unit"]
    assert papers.find_built_terms(glossary, src) == ["票决: Ballot"]
    assert papers.find_unexplained(glossary, src) == ["Extra"]


def test_the_map_shows_every_room_and_no_other():
    assert papers.find_map_faults(STREET.read_text(encoding="utf-8"), SRC) == []


def test_rooms_off_the_map_are_caught(house):
    src = house({"__init__.py": "", "rules/a.py": "", "places.py": ""})
    street = "| `early/` | x |\n## The rooms\n| `places.py` | x |\n| `web/` | x |\n## More\n| `z/` | x |\n"

    assert papers.find_map_faults(street, src) == [
        "not on the map: rules/",
        "not in the house: web/",
    ]


def test_the_repository_names_no_machine_and_no_registry():
    assert repository.find_machine_names(ROOT) == []


def test_names_of_machines_and_registries_are_caught(house):
    folder = house(
        {
            "docs/a.md": "fine\nsee /" + "work/shared\n",
            "b.lock": "from py" + "pi.org\n",
            ".venv/c.txt": "/" + "home/somebody\n",
        }
    )

    assert repository.find_machine_names(folder) == [
        "b.lock:1: py" + "pi.org",
        "docs/a.md:2: /" + "work/",
    ]


def test_the_lock_binds_every_package():
    locks = sorted(ROOT.glob("requirements*.lock"))

    assert locks
    assert [f for lock in locks for f in repository.find_lock_faults(lock.read_text("utf-8"))] == []


def test_locks_that_bind_nothing_are_caught():
    lock = "# made by make lock\nclick==8.5.1 \\\n    --hash=sha256:00\nrich==15.0.0\n    # via https://x\nattrs\n"

    assert repository.find_lock_faults(lock) == [
        "address: # via https://x",
        "no hash: rich==15.0.0",
        "no hash: attrs",
        "no version: attrs",
    ]
