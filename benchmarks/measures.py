"""Ours beside Recognizers-Text, jieba + regex and a naive regex: F1 and sentences a second.

    python -m benchmarks.measures PEERS-PYTHON [SHARED]

The sentences are those of SHARED/gold/quantities.json where there is such a folder, else those of this
repository. A quantity is right with its value, unit and comparator. Speed is CPU time of one core.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from shishi.measures import find_measures
from tests.acceptance.gold.expected import Quantity
from tests.acceptance.gold.shared import load_quantities
from tests.acceptance.pairing import NumberScores, match_quantities
from tests.acceptance.program import find_quantities
from tests.measures.scoring import load_sentences

ROUNDS = 20
WORKER = Path(__file__).with_name("peers_of_measures.py")
NEAR, FASTER = 0.20, 10
"""A peer whose F1 is so near must be so many times slower."""

Sentences = Sequence[tuple[str, Sequence[Quantity]]]


@dataclass(frozen=True)
class Result:
    """What one reader of quantities scored and how many sentences it reads in a second."""

    name: str
    precision: float
    recall: float
    f1: float
    speed: float


def main(peers: str, shared: str = "") -> int:
    """Print the table; 0 when the bars are cleared, else 1."""
    sentences, source = load(Path(shared) if shared else None)
    console = Console(width=100)
    ours = measure_ours(sentences)
    others, missing = measure_peers(peers, sentences)
    table = Table(title=f"quantities of {len(sentences)} sentences of {source}")
    for heading in ("", "precision", "recall", "F1", "sentences/s", "ours is faster by"):
        table.add_column(heading, justify="left" if not heading else "right")
    for result in (ours, *others):
        shares = (f"{100 * share:.1f} %" for share in (result.precision, result.recall, result.f1))
        ratio = "" if result is ours else f"{ours.speed / result.speed:.1f} ×"
        table.add_row(result.name, *shares, f"{result.speed:,.0f}", ratio)
    console.print(table)
    for name, reason in missing.items():
        console.print(f"{name} did not run: {reason}")
    complaints = list(misses(ours, others))
    for complaint in complaints:
        console.print(complaint, style="bold red")
    return 1 if complaints else 0


def load(shared: Path | None) -> tuple[Sentences, str]:
    """Load the sentences and say where they are from."""
    if shared is not None and (shared / "gold" / "quantities.json").exists():
        return load_quantities(shared / "gold"), "the real pages in SHARED"
    rows = load_sentences("gold") + load_sentences("unseen")
    return [(text, tuple(map(_wanted, wanted))) for text, wanted in rows], "this repository"


def _wanted(quantity: Mapping[str, str]) -> Quantity:
    high = quantity.get("high")
    return Quantity(
        Decimal(quantity["value"]),
        (quantity["unit"],),
        quantity["comparator"],
        high=Decimal(high) if high else None,
    )


def measure_ours(sentences: Sentences) -> Result:
    """Score and time this project's reader."""
    texts = [text for text, _ in sentences]
    found = [find_quantities(text) for text in texts]
    started = time.process_time()
    for _ in range(ROUNDS):
        for text in texts:
            find_measures(text)
    return _result("Shishi", sentences, found, seconds=(time.process_time() - started) / ROUNDS)


def measure_peers(python: str, sentences: Sentences) -> tuple[list[Result], dict[str, str]]:
    """Score and time the peers in their own environment; give those that cannot run with the reason."""
    asked = json.dumps({"sentences": [text for text, _ in sentences], "rounds": ROUNDS})
    ended = subprocess.run(
        [python, str(WORKER)], input=asked, capture_output=True, text=True, timeout=600, check=True
    )
    answers = json.loads(ended.stdout)
    missing = {name: a["missing"] for name, a in answers.items() if "missing" in a}
    results = [
        _result(name, sentences, _named(answer["found"]), seconds=answer["seconds"])
        for name, answer in answers.items()
        if "found" in answer
    ]
    return results, missing


def _named(found: Sequence[Sequence[Sequence[str]]]) -> list[list[dict[str, Any]]]:
    names = ("value", "unit", "comparator")
    return [[{**dict(zip(names, m, strict=True)), "kind": ""} for m in listed] for listed in found]


def _result(
    name: str, sentences: Sentences, found: Sequence[Sequence[Mapping[str, Any]]], *, seconds: float
) -> Result:
    scores = NumberScores()
    for (text, wanted), measures in zip(sentences, found, strict=True):
        match_quantities(scores, wanted, measures, where=text)
    precision, recall = float(scores.precision.rate), float(scores.recall.rate)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return Result(name, precision, recall, f1, len(sentences) / (seconds or 1e-9))


def misses(ours: Result, others: list[Result]) -> list[str]:
    """Say which bars are missed: ahead in F1, and ten times as fast as whoever comes near."""
    complaints = []
    for other in others:
        if other.f1 >= ours.f1:
            complaints.append(f"{other.name} is ahead in F1")
        if ours.f1 - other.f1 <= NEAR and ours.speed < FASTER * other.speed:
            complaints.append(f"{other.name} comes near in F1 and is not {FASTER} times slower")
    return complaints


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
