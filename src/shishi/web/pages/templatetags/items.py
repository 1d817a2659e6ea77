"""What an item's page says of numbers, places and events."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from django import template
from django.utils.translation import gettext, gettext_lazy

from shishi.rulebook import Rulebook
from shishi.rulebook.book import MEANINGS
from shishi.web.pages.templatetags.office import status_words
from shishi.web.projects.queries.lists import EventRow

register = template.Library()

COMPARATORS = {
    ">=": gettext_lazy("不少于 "),
    "<=": gettext_lazy("不超过 "),
    ">": gettext_lazy("多于 "),
    "<": gettext_lazy("少于 "),
    "~": gettext_lazy("约 "),
}
"""How a number is meant, where it is not just that number."""


@register.simple_tag
def comparator_words(comparator: str) -> str:
    """Say how a number is meant; "" for one that is exactly so."""
    return str(COMPARATORS.get(comparator, ""))


@register.simple_tag
def place_words(place: Mapping[str, object]) -> str:
    """Say where in its source a thing stands: table and row."""
    told = []
    if table := re.fullmatch(r"table ([0-9]+)", str(place.get("part") or "")):
        told.append(gettext("第%(number)s张表") % {"number": table[1]})
    if row := place.get("row"):
        told.append(gettext("第%(number)s行") % {"number": row})
    return gettext("，").join(told)


@register.simple_tag
def event_words(event: EventRow, rulebook: Rulebook) -> str:
    """Say what was done; an action without words of its own is named as it is stored."""
    facts = dict(event.facts)
    if facts.get("reviewed") in MEANINGS:
        meaning = str(facts["reviewed"])
        facts["reviewed"] = status_words(meaning, rulebook.word(meaning))
    if claimed := str(facts.get("claimed") or ""):
        facts["claimed"] = status_words(rulebook.meaning(claimed) or "", claimed)
    said = EVENTS.get(event.action)
    return said(facts) if said else event.action


def _accepted(facts: Mapping[str, object]) -> str:
    words = gettext("审核通过，审定为%(word)s") % {"word": facts.get("reviewed")}
    return f"{words}{gettext('：')}{facts['because']}" if facts.get("because") else words


def _submitted(facts: Mapping[str, object]) -> str:
    if not facts.get("claimed"):
        return gettext("报送")
    return gettext("报送，自报%(word)s") % {"word": facts["claimed"]}


EVENTS: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "submit-report": _submitted,
    "accept-report": _accepted,
    "return-report": lambda facts: (
        gettext("退回：%(because)s") % {"because": facts.get("because", "")}
    ),
    "give-waiver": lambda facts: (
        gettext("豁免一条提示：%(why)s（%(who)s，有效至%(until)s）")
        % {n: facts.get(n, "") for n in ("why", "who", "until")}
    ),
    "end-waiver": lambda facts: (
        gettext("终止豁免（规则 %(rule)s）") % {"rule": facts.get("rule", "")}
    ),
    "set-goal": lambda facts: gettext("设定目标：%(text)s") % {"text": facts.get("text", "")},
}
"""What each action on an item or its reports is called."""
