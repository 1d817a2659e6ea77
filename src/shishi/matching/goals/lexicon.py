"""The words that the assessment goes by, from data/judgement.toml and data/steps.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.measures.steps import Step, load_steps


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of data/judgement.toml, ready for use. `words` holds its plain lists by name."""

    steps: tuple[Step, ...]
    step_of: Mapping[str, Step]  # word → step; gapped words are in `gapped`
    literal: re.Pattern[str]
    gapped: tuple[tuple[re.Pattern[str], Step], ...]
    built: int
    last: frozenset[int]
    not_before: tuple[str, ...]
    closing: frozenset[str]
    preparing: tuple[tuple[str, ...], ...]  # one row for each kind of preparation
    words: Mapping[str, tuple[str, ...]]
    synonyms: Mapping[str, str]

    def has(self, name: str, text: str) -> bool:
        """Say whether one of the words of a list stands in the text."""
        return any(word in text for word in self.words[name])

    def found(self, name: str, text: str) -> str:
        """Give the first word of a list that stands in the text; "" when none does."""
        return next((word for word in self.words[name] if word in text), "")

    def step(self, name: str) -> Step:
        """Give a step by its Chinese name."""
        return next(step for step in self.steps if step.zh == name)


@cache
def load_lexicon() -> Lexicon:
    """Load data/judgement.toml.

    >>> load_lexicon().step("招标采购").rank < load_lexicon().step("完工").rank
    True
    """
    table = _read("judgement.toml")
    steps = load_steps()
    plain = [word for word in steps.judged if "…" not in word]
    rank = {step.name: step.rank for step in steps.order}
    own = table["step_words"]
    return Lexicon(
        steps=steps.order,
        step_of=steps.judged,
        literal=_any_of([*plain, *own["none"]]),
        gapped=tuple((_gap(word), step) for word, step in steps.judged.items() if "…" in word),
        built=rank[own["built"]],
        last=frozenset(rank[name] for name in own["last"]),
        not_before=tuple(own["not_before"]),
        closing=frozenset(own["closing"]),
        preparing=tuple(tuple(words) for words in table["preparation"]["kinds"]),
        words={
            name: tuple(words)
            for section in ("states", "preparation", "clauses", "statements")
            for name, words in table[section].items()
            if name != "kinds"
        },
        synonyms=table["synonyms"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("shishi") / "data" / name).read_text(encoding="utf-8"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _gap(word: str) -> re.Pattern[str]:
    before, after = map(re.escape, word.split("…"))
    return re.compile(f"{before}[^,，。;；]{{1,40}}?{after}")
