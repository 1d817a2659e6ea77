"""What fields and severities are called on screens, for the files that are written."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

Words = dict[str, dict[str, str]]
"""Name → {"zh": …, "en": …}."""


@cache
def load_field_words() -> Words:
    """Load what the fields of a record are called, by their names in the exchange format."""
    file = files("shishi") / "data" / "fields.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def load_screen() -> dict[str, Words]:
    """Load the words of the screens by their group."""
    file = files("shishi") / "data" / "screen.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def field_word(name: str, language: str) -> str:
    """Give what a field is called; "" is a blank, and a name that is no field is its own word.

    >>> field_word("status", "zh"), field_word("经办人", "zh")
    ('进度状态', '经办人')
    """
    known = load_field_words().get(name or "blank")
    return known[language] if known else name
