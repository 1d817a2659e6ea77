"""Say a reason in words, Chinese or English, from data/messages/assessment.toml."""

from __future__ import annotations

import re

from shishi.assessment.reasons import Reason
from shishi.findings import About, Finding, Severity, message
from shishi.matching.goals.lexicon import load_lexicon
from shishi.places import Place

_STEPS = ("goal_step", "progress_step")
_PERIODS = ("plan", "report", "period", "from")
_PERIOD = re.compile(
    r"([0-9]{4})(?:([HQ])([1-4])|-([0-9]{2})(?:\.\.[0-9]{4}-([0-9]{2})|(-[0-9]{2}))?)?"
)


def say(reason: Reason, language: str = "zh") -> str:
    """Say one reason in a sentence, "zh" or "en". Quotations stay as printed.

    >>> say(Reason("goal-blank"), "en")
    'The page prints no goal for this item.'
    """
    facts = dict(reason.facts)
    for name in _PERIODS:
        if name in facts:
            facts[name] = _say_period(str(facts[name]), language)
    if language == "en":
        for name in _STEPS:
            if name in facts:
                facts[name] = load_lexicon().step(str(facts[name])).en
    spoken = Finding(reason.code, About.CONTENT, Severity.NOTES, Place(), facts)
    return message(spoken, language)


def _say_period(printed: str, language: str) -> str:
    """Say a period of the exchange form; English keeps the form, which reads well enough."""
    found = _PERIOD.fullmatch(printed)
    if language != "zh" or found is None:
        return printed
    year, kind, number, first, last, day = found.groups()
    if kind == "H":
        return f"{year}年{'上下'[int(number) - 1]}半年"
    if kind == "Q":
        return f"{year}年{'一二三四'[int(number) - 1]}季度"
    if first is None:
        return f"{year}年"
    if day:
        return f"{year}年{int(first)}月{int(day[1:])}日"
    return f"{year}年{int(first)}月" if last is None else f"{year}年{int(first)}—{int(last)}月"
