"""The demo's story, read from data/demo: what is promised, and what each unit says of each period.

A plan's TOML has `slug kind title file reports_every`, and items with

    section theme text leader leads supports open_ended
    year_goal quarters            goals in words, for the year and for its quarters
    month_goal due                a goal a month: {n} stands for the month's cumulative number in `due`
    said done                     sentences used in turn: {n} reached in all, {d} in this month, {m} month
    told                          the sentences themselves, a list or a table by period; before `said`
    closed                        the period in which the item is closed; after it "/" is reported
    late                          periods submitted after the due day
    odd.<period>                  what is unlike the usual: see Turn; `first` or `first_explanation` are
                                  the words of the first try, `second` those of the accepted one;
                                  `waives` = { rule, who, why, until }, until without its year
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.rulebook import load_rulebook
from shishi.text.periods import Period
from shishi.web.projects.actions.reports import Words

MONTHS = 10
"""How many months of the year are told."""

_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of one report: `stage` is where it ends, none for one that was never written.

    `first` are words that were returned because of `returned`, or, with `amended`, accepted first and
    returned later for that reason. `days` is how long after the due day it comes (0: in time). `waives`
    is what the office waives before it accepts.
    """

    words: Words
    stage: str
    reviewed: str
    because: str
    first: Words | None
    returned: str
    amended: str
    days: int
    waives: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlanStory:
    """One plan's TOML with the year filled in."""

    told: Mapping[str, Any]
    year: int

    @property
    def every(self) -> int:
        """Months that a report covers."""
        return int(self.told.get("reports_every", 1))

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items in order."""
        return list(self.told["items"])

    def text(self, key: str) -> str:
        """Give a text with the year in it."""
        return str(self.told[key]).format(year=self.year)

    def period(self, number: int) -> Period:
        """Give a reporting period of the year by its number: a month or a quarter."""
        return Period(self.year, (number - 1) * self.every + 1, number * self.every)


@cache
def load_story(name: str) -> dict[str, Any]:
    """Read one file of data/demo."""
    text = (files("shishi") / "data" / "demo" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def goals_of(item: Mapping[str, Any], year: int) -> dict[str, str]:
    """Name the goals of an item by period: its quarters', then its months'."""
    goals = {
        str(Period(year, at * _QUARTER - 2, at * _QUARTER)): text
        for at, text in enumerate(item.get("quarters", ()), 1)
    }
    for month, due in enumerate(item.get("due", ()), 1):
        if due:
            goals[str(Period(year, month, month))] = item["month_goal"].format(n=due)
    return goals


def turn_of(item: Mapping[str, Any], number: int, *, rulebook: str) -> Turn:
    """Say what becomes of an item's report in the period of that number."""
    rules = load_rulebook(rulebook)
    odd = item.get("odd", {}).get(str(number), {})
    closed = item.get("closed", MONTHS + 1)
    usual = "closed" if number >= closed else "on_schedule"
    claimed = odd.get("claimed", rules.word(usual))
    told = rules.closed_mark if number > closed else _told(item, number)
    explanation = odd.get("explanation", "")
    words = Words(odd.get("second", told), claimed, explanation)
    amended, returned = odd.get("amended", ""), odd.get("returned", "")
    return Turn(
        words=words,
        stage=odd.get("stage", "accepted"),
        reviewed=odd.get("reviewed", claimed),
        because=odd.get("because", ""),
        first=_first(odd, words, told) if amended or returned else None,
        returned=returned,
        amended=amended,
        days=odd.get("late_days", 3 if number in item.get("late", ()) else 0),
        waives=odd.get("waives", {}),
    )


def _first(odd: Mapping[str, Any], words: Words, told: str) -> Words:
    progress = odd.get("first", told)
    return Words(progress, words.claimed, odd.get("first_explanation", words.explanation))


def _told(item: Mapping[str, Any], number: int) -> str:
    told, done = item.get("told", {}), item.get("done", ())
    if isinstance(told, list):
        return str(told[number - 1])
    if str(number) in told:
        return str(told[str(number)])
    reached = done[number - 1]
    before = done[number - 2] if number > 1 else 0
    sentences = item["said"]
    sentence = sentences[number % len(sentences)]
    return str(sentence.format(m=number, n=reached, d=reached - before))
