"""The house keeps its own rules. tests/house/ tries every check on a bad example."""

from __future__ import annotations

import pytest

import shishi
from tests.house import habits, messages, papers, pointers, repository, rules, sizes, words
from tests.house.code import ROOT, SRC

TESTS = ROOT / "tests"
PYPROJECT = ROOT / "pyproject.toml"
GUIDE = ROOT / "docs" / "rules.md"
STREET = ROOT / "docs" / "street.md"
GLOSSARY = ROOT / "docs" / "glossary.md"


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_files_stop_at_400_lines(folder):
    assert sizes.find_long_files(folder) == []


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_functions_stop_at_60_lines(folder):
    assert sizes.find_long_functions(folder) == []


def test_functions_take_three_positional_parameters_at_most():
    assert sizes.find_wide_functions(SRC) == []


def test_folders_stop_at_15_modules():
    assert sizes.find_full_folders(SRC) == []


def test_everything_public_has_a_docstring():
    assert words.find_undocumented(SRC) == []


@pytest.mark.parametrize("folder", [SRC, TESTS], ids=["src", "tests"])
def test_no_file_is_a_drawer(folder):
    assert words.find_drawers(folder) == []


def test_no_module_is_an_empty_stub():
    assert words.find_stubs(SRC) == []


def test_the_core_never_looks_at_the_clock():
    assert habits.find_clocks(SRC) == []


@pytest.mark.parametrize("room", ["measures", "rules"])
def test_no_value_is_a_float(room):
    assert habits.find_floats(SRC / room) == []


def test_nothing_catches_everything():
    assert habits.find_broad_catches(SRC) == []


def test_patterns_name_their_digits():
    assert habits.find_loose_digits(SRC) == []


def test_the_front_door_opens_on_every_name_it_lists():
    assert shishi.__all__
    assert [name for name in shishi.__all__ if not hasattr(shishi, name)] == []


def test_inner_rooms_never_use_the_front_door():
    assert habits.find_front_door_users(SRC) == []


def test_every_dependency_says_what_for_and_where():
    assert habits.find_uncommented(PYPROJECT.read_text(encoding="utf-8")) == []


def test_libraries_stay_in_the_place_their_comment_gives():
    assert habits.find_strays(PYPROJECT.read_text(encoding="utf-8"), SRC) == []


def test_every_code_has_words_in_both_languages():
    assert messages.find_wordless(SRC) == []


def test_no_words_are_left_over():
    assert messages.find_orphans(SRC) == []


def test_both_languages_tell_the_same_facts():
    assert messages.find_lopsided(SRC) == []


def test_no_code_has_two_sets_of_words():
    assert messages.find_twice(SRC) == []


def test_chinese_messages_have_full_width_marks():
    assert messages.find_half_width(SRC) == []


def test_every_rule_has_a_test_a_heading_and_a_message():
    guide = GUIDE.read_text(encoding="utf-8")

    assert rules.read_rules(SRC)
    assert rules.find_homeless_rules(SRC, tests=TESTS, guide=guide) == []
    assert rules.find_ruleless_headings(SRC, guide) == []
    assert rules.find_idle_rules(SRC) == []


def test_rules_do_not_lean_on_each_other():
    assert rules.find_leaning_rules(SRC) == []


def test_glossary_and_code_say_the_same():
    glossary = GLOSSARY.read_text(encoding="utf-8")

    assert papers.find_missing_terms(glossary, SRC) == []
    assert papers.find_built_terms(glossary, SRC) == []
    assert papers.find_unexplained(glossary, SRC) == []


def test_the_map_shows_every_room_and_no_other():
    assert papers.find_map_faults(STREET.read_text(encoding="utf-8"), SRC) == []


def test_the_repository_names_no_machine_and_no_registry():
    assert repository.find_machine_names(ROOT) == []


def test_the_lock_binds_every_package():
    locks = sorted(ROOT.glob("requirements*.lock"))

    assert locks
    assert [f for lock in locks for f in repository.find_lock_faults(lock.read_text("utf-8"))] == []


def test_documents_point_at_what_is_there():
    assert pointers.find_dead_links(ROOT) == []
    assert pointers.find_unknown_commands(ROOT) == []
    assert pointers.find_missing_arrows(STREET.read_text(encoding="utf-8"), SRC) == []
