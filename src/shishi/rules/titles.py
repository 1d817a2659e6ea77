"""What a rule is called in a few words, where a person reads of it without its finding."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def title_of(code: str, language: str) -> str:
    """Give a rule's title, "zh" or "en"; a rule that is gone keeps its code.

    >>> title_of("goal-missing", "zh"), title_of("goal-missing", "en"), title_of("a-rule-of-old", "zh")
    ('缺本期目标', 'no goal for the period', 'a-rule-of-old')
    """
    titles = load_titles().get(code)
    return titles[language] if titles else code


@cache
def load_titles() -> dict[str, dict[str, str]]:
    """Load the titles: code → {"zh": …, "en": …}."""
    file = files("shishi") / "data" / "rule_titles.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
