from __future__ import annotations

import string

import pytest

from shishi.cli.words import choose_language, load_words, word
from shishi.findings import About, Severity
from shishi.records import Field, Role
from shishi.text.characters import Script


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("fields", Field),
        ("severities", Severity),
        ("abouts", About),
        ("roles", Role),
        ("scripts", Script),
    ],
)
def test_every_name_of_the_nouns_has_a_word(group: str, names: type[Field]) -> None:
    assert [name.value for name in names if name.value not in load_words()[group]] == []


def test_every_word_is_there_in_both_languages() -> None:
    groups = load_words().values()

    assert [w for group in groups for w in group.values() if set(w) != {"zh", "en"}] == []


def test_both_languages_ask_for_the_same_facts() -> None:
    def facts(template: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}

    words = [w for group in load_words().values() for w in group.values()]

    assert [w for w in words if facts(w["zh"]) != facts(w["en"])] == []


def test_a_column_nobody_knows_is_its_own_word() -> None:
    assert word("fields", "经办人", "en") == "经办人"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        (["check", "a", "--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang=zh", "check", "a"], {"LANG": "en_US.UTF-8"}, "zh"),
        (["check", "a", "--lang", "fr"], {"LANG": "en_US.UTF-8"}, "en"),
        (["check", "a", "--lang"], {}, "zh"),
    ],
)
def test_the_language_is_the_option_then_the_locale_then_chinese(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert choose_language(arguments, environment) == language
