"""Score what is found in sentences against what a careful person reads in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases" / "measures"
ADVERBS = ("已", "累计", "共", "计划", "合计")
"""Words before a verb that are printed with it and say nothing of what is done."""

Found = Callable[[str], Sequence[Mapping[str, Any]]]


@dataclass
class Scores:
    """Quantities found and missed by value, unit and comparator, and the facts of those found.

    `facts` holds for kind, basis, action and object how many are right and how many were asked for.
    """

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    facts: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / ((self.right + len(self.extra)) or 1)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / ((self.right + len(self.missed)) or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)

    def share(self, fact: str) -> float:
        """The share of a fact that is right."""
        right, asked = self.facts[fact]
        return right / asked


def load_sentences(name: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """Load one file of sentences with their quantities."""
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [(row["text"], row["expected"]) for row in rows]


def score(sentences: Iterable[tuple[str, Sequence[Mapping[str, Any]]]], find: Found) -> Scores:
    """Pair off the quantities of every sentence, each wanted one with at most one that was found."""
    scores = Scores()
    for text, wanted in sentences:
        found = list(find(text))
        for quantity in wanted:
            same = next((m for m in found if _is_same(m, quantity)), None)
            if same is None:
                scores.missed.append(f"{text}: {quantity}")
                continue
            found.remove(same)
            scores.right += 1
            _compare(scores, text, same, quantity=quantity)
        scores.extra += [f"{text}: {measure}" for measure in found]
    return scores


def _is_same(measure: Mapping[str, Any], quantity: Mapping[str, Any]) -> bool:
    names = ("value", "unit", "comparator")
    same = all(measure[name] == quantity[name] for name in names)
    return same and measure.get("high") == quantity.get("high")


def _compare(
    scores: Scores, text: str, measure: Mapping[str, Any], *, quantity: Mapping[str, Any]
) -> None:
    for fact in ("kind", "basis", "action", "object"):
        if fact not in quantity or fact not in measure:
            continue
        found, wanted = (_plain(fact, which[fact]) for which in (measure, quantity))
        tally = scores.facts.setdefault(fact, [0, 0])
        tally[0] += found == wanted
        tally[1] += 1
        if found != wanted:
            scores.wrong.append(f"{text}: {fact} {found!r}, not {wanted!r}")


def _plain(fact: str, words: str) -> str:
    if fact == "action":
        for adverb in ADVERBS:
            words = words.removeprefix(adverb)
    return words
