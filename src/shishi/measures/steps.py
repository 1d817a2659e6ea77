"""Steps: the words for the stages of a piece of works, their names and their usual order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of works: `name` in English (works_started), `rank` its place in the usual order."""

    name: str
    rank: int
    timed_only: bool  # a step only where the text names a time: 年内完成


@dataclass(frozen=True, slots=True)
class Steps:
    """The table of steps.toml: word → step, and the words that tell done from not done."""

    words: Mapping[str, Step]
    conditions: Mapping[str, Step]  # pattern → step: 具备通航条件
    takes: frozenset[str]
    yes: tuple[str, ...]
    refused: tuple[str, ...]
    not_before: tuple[str, ...]  # what follows a word that is part of another: 验收标准
    not_words: tuple[str, ...]  # patterns of longer words that begin like a step: 建成区
    not_after: tuple[str, ...]  # patterns before a word that is no step then: 20:00开放
    moved: tuple[str, ...]


@cache
def load_steps() -> Steps:
    """Load the steps of works and their words."""
    text = (files("shishi") / "data" / "steps.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    words: dict[str, Step] = {}
    conditions: dict[str, Step] = {}
    takes: set[str] = set()
    for name, entry in data["step"].items():
        step = Step(name, entry["rank"], entry.get("timed_only", False))
        words |= dict.fromkeys(entry.get("words", ()), step)
        takes |= set(entry.get("takes", ()))
        if "pattern" in entry:
            conditions[entry["pattern"]] = step
    done = data["done"]
    return Steps(
        words,
        conditions,
        frozenset(takes),
        yes=tuple(done["yes"]),
        refused=tuple(done["refused"]),
        not_before=tuple(data["no_step"]["before"]),
        not_words=tuple(data["no_step"]["words"]),
        not_after=tuple(data["no_step"]["after"]),
        moved=tuple(data["moved"]["words"]),
    )


def step_of(event: str) -> Step | None:
    """Say which step of works an event word names; None if it names none.

    >>> step_of("动工").name, step_of("具备通航条件").name, step_of("宣传")
    ('works_started', 'condition_met', None)
    """
    steps = load_steps()
    if event in steps.words:
        return steps.words[event]
    for pattern, step in steps.conditions.items():
        if re.fullmatch(pattern, event):
            return step
    return None
