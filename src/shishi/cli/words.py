"""The words of the screens, in the language of the reader."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")


@cache
def load_words() -> dict[str, dict[str, dict[str, str]]]:
    """Load the words of the screens: group → word → {"zh": …, "en": …}."""
    data = files("shishi") / "data"
    screen = tomllib.loads((data / "screen.toml").read_text(encoding="utf-8"))
    return screen | {"fields": tomllib.loads((data / "fields.toml").read_text(encoding="utf-8"))}


def word(group: str, name: str, language: str) -> str:
    """Give one word or sentence; a name that has none (a column nobody knows) is its own word.

    >>> word("fields", "status", "zh"), word("fields", "经办人", "zh")
    ('进度状态', '经办人')
    """
    found = load_words()[group].get(name)
    return found[language] if found else name


def sentence(group: str, name: str, language: str, /, **facts: object) -> str:
    """Give one sentence with its facts filled in."""
    return word(group, name, language).format_map(facts)


def listed(names: Iterable[str], language: str) -> str:
    """Join words as the language does: 甲、乙 or a, b."""
    return (", " if language == "en" else "、").join(names)


def shown_name(name: str, language: str) -> str:
    """Give a file's name for people; "-" is the standard input."""
    return word("places", "input", language) if name == "-" else name


def choose_language(arguments: Iterable[str], environment: Mapping[str, str]) -> str:
    """Choose the language before the options are parsed: --lang, then the locale, then Chinese.

    >>> choose_language(["check", "--lang=en", "a.txt"], {}), choose_language([], {"LANG": "C.UTF-8"})
    ('en', 'zh')
    """
    asked = ""
    following = False
    for argument in arguments:
        if following or argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        following = argument == "--lang"
    if asked in LANGUAGES:
        return asked
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "en" if next(filter(None, named), "").lower().startswith("en") else "zh"
