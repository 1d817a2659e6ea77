"""What it costs to believe that a paragraph is a cell of words: a theme, an item, a goal, a report, a remark."""

from __future__ import annotations

import re

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE, LEVEL_SIGNS
from shishi.layouts.flows.fit.wording import (
    DONE_WORDS,
    PLAN_WORDS,
    REASON_FIRST,
    REASON_WORDS,
    TASK_WORDS,
    is_phrase,
)
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.names.organizations import load_words


def theme(look: Look, column: Column) -> int:
    """Give what it costs that this is a theme."""
    if look.is_code or look.is_number:
        return IMPOSSIBLE
    if look.theme_mark and look.length <= 20:
        return 0
    cost = 1 if 2 <= look.length <= 16 else 6 if look.length <= 24 else 16
    cost += 6 if look.text.endswith(("。", ";", ":", ",")) else 0
    cost += 3 if re.search("[0-9]", look.text) else 0
    cost += 10 if look.starred or look.is_status else 0
    cost += 5 if look.units == 100 else 0
    cost += 3 if look.text[0] in LEVEL_SIGNS else 0
    cost += 3 if (look.length <= 3 or look.names > 1) and look.people == 100 else 0
    cost += 5 if DONE_WORDS.search(look.text) or PLAN_WORDS.search(look.text) else 0
    return cost + (4 if look.is_sentence and look.length > 12 else 0)


def item(look: Look, column: Column) -> int:
    """Give what it costs that this is an item."""
    if look.is_code or look.is_number or look.starred:
        return IMPOSSIBLE if look.is_code else 20
    cost = 0 if TASK_WORDS.match(look.text) else 2
    cost += 0 if look.length >= 8 else 3 if look.length >= 5 else 8
    cost += 12 if look.is_status or look.is_level else 0
    listed = look.units >= 60 and look.names > 2 and not look.text.endswith("。")
    cost += 14 if look.units == 100 else 6 if listed else 0
    cost += 8 if look.length <= 4 and look.people == 100 else 0
    cost += 2 if DONE_WORDS.search(look.text) else 0
    cost += 2 if REASON_WORDS.search(look.text) else 0
    return cost + (10 if look.theme_mark and look.length <= 12 and not look.is_sentence else 0)


def _prose(look: Look) -> int:
    if look.is_code or look.starred:
        return 30
    cost = 12 if look.is_number else 0
    cost += 18 if look.units == 100 else 7 if look.units >= 60 and look.names > 2 else 0
    cost += 7 if look.length <= 4 and look.people == 100 else 0
    cost += 3 if look.length <= 3 or is_phrase(look) else 0
    cost += 8 if look.text in load_words().remarks and not look.is_level else 0
    return cost + (8 if look.is_level or (look.theme_mark and look.length <= 8) else 0)


def goal(look: Look, column: Column) -> int:
    """Give what it costs that this is a goal."""
    done = DONE_WORDS.search(look.text) and not PLAN_WORDS.search(look.text)
    return _prose(look) + (6 if look.is_status else 0) + (1 if done else 0)


def progress(look: Look, column: Column) -> int:
    """Give what it costs that this is a report."""
    planned = PLAN_WORDS.search(look.text) and not DONE_WORDS.search(look.text)
    cost = _prose(look) + (5 if look.is_status else 0) + (1 if planned else 0)
    reason = REASON_WORDS.search(look.text) and not DONE_WORDS.search(look.text)
    cost += 3 if is_phrase(look) or reason else 0
    return cost + (5 if REASON_FIRST.match(look.text) else 0)


def explanation(look: Look, column: Column) -> int:
    """Give what it costs that this is an explanation."""
    cost = _prose(look) + (0 if REASON_WORDS.search(look.text) else 1)
    return cost + (3 if look.is_status else 0) + (2 if is_phrase(look) else 0)


def remark(look: Look, column: Column) -> int:
    """Give what it costs that this is a remark."""
    if look.is_level or is_phrase(look):
        return 1
    return min(_prose(look), 14 if look.units == 100 else 8) + (
        4 if REASON_WORDS.search(look.text) else 1
    )
