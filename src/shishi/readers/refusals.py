"""Refusals: say in both languages why a source cannot be read, and what to do about it."""

from __future__ import annotations

from shishi.errors import UnreadableSource
from shishi.findings import load_messages

_LANGUAGES = ("zh", "en")


def refuse(name: str, code: str, **facts: object) -> UnreadableSource:
    """Build the exception for a code of data/messages/readers.toml. The caller raises it.

    >>> refuse("a.txt", "empty").line("en").startswith("a.txt: The file is empty")
    True
    """
    return UnreadableSource(
        name,
        code,
        reason=_words(code, facts),
        remedy=_words(f"{code}-remedy", facts),
        facts=facts,
    )


def _words(code: str, facts: dict[str, object]) -> dict[str, str]:
    templates = load_messages()[code]
    return {language: templates[language].format_map(facts) for language in _LANGUAGES}
