"""Steps: the stages of a project in their usual order, and the words that name them."""

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
    """A step of a project. `rank` is its place in the usual order, counted from 0.

    `name` is its key (works_started), `zh` and `en` what it is called. An `event` is reached by being
    named (竣工); the others can also be under way (招标).
    """

    rank: int
    name: str
    zh: str
    en: str
    event: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """The table of steps.toml: the steps, word → step, and the words that tell done from not done.

    `words` name a step for a milestone, `judged` for the assessment; a … in a judged word is a gap.
    """

    order: tuple[Step, ...]
    words: Mapping[str, Step]
    judged: Mapping[str, Step]
    conditions: Mapping[str, Step]  # pattern → step: 具备通航条件
    timed: frozenset[str]  # a step only where the text names a time: 年内完成
    takes: frozenset[str]
    yes: tuple[str, ...]
    refused: tuple[str, ...]
    not_before: tuple[str, ...]  # what follows a word that is part of another: 验收标准
    not_words: tuple[str, ...]  # patterns of longer words that begin like a step: 建成区
    not_after: tuple[str, ...]  # patterns before a word that is no step then: 20:00开放
    moved: tuple[str, ...]


@cache
def load_steps() -> Steps:
    """Load the steps of a project and their words.

    >>> [step.zh for step in load_steps().order][-4:]
    ['具备条件', '验收', '投用', '完成']
    """
    text = (files("shishi") / "data" / "steps.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    rows = data["step"].values()
    order = tuple(
        Step(rank, name, row["zh"], row["en"], row.get("event", False))
        for rank, (name, row) in enumerate(data["step"].items())
    )

    def of(*lists: str) -> dict[str, Step]:
        pairs = zip(order, rows, strict=True)
        return {w: step for step, row in pairs for key in lists for w in row.get(key, ())}

    patterns = ((row.get("pattern"), step) for step, row in zip(order, rows, strict=True))
    return Steps(
        order,
        words=of("words", "dated", "timed"),
        judged=of("words", "judged"),
        conditions={pattern: step for pattern, step in patterns if pattern},
        timed=frozenset(of("timed")),
        takes=frozenset(of("takes")),
        yes=tuple(data["done"]["yes"]),
        refused=tuple(data["done"]["refused"]),
        not_before=tuple(data["no_step"]["before"]),
        not_words=tuple(data["no_step"]["words"]),
        not_after=tuple(data["no_step"]["after"]),
        moved=tuple(data["moved"]["words"]),
    )


def step_of(event: str) -> Step | None:
    """Say which step of a project an event word names; None if it names none.

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
