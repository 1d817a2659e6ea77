"""Everything `shishi check` finds on the five seeds, each finding defended by a sentence; nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.acceptance.answers import Answer, field_of, orders_of
from tests.acceptance.scores import Score

LIST = Path(__file__).parent / "gold" / "findings.json"

Cell = tuple[str, str]
"""A code, and the rows and the field that it names: ("damaged-name", "1 support_units")."""


def load_defended(name: str) -> Counter[Cell]:
    """Load what is defended for a seed; a pair ("000 against 002") has what is defended for it alone too."""
    listed = json.loads(LIST.read_text(encoding="utf-8"))
    names = dict.fromkeys((name.partition(" ")[0], name))
    return count_defended(entry for seed in names for entry in listed[seed])


def count_defended(entries: Iterable[Mapping[str, Any]]) -> Counter[Cell]:
    """Count the findings that entries of the list defend. Raises ValueError for one without a reason."""
    wanted: Counter[Cell] = Counter()
    for entry in entries:
        if not entry["why"].strip():
            raise ValueError(f"{entry['code']} is not defended")
        for cell, times in entry["cells"].items():
            wanted[entry["code"], cell] += times
    return wanted


def score_defended(wanted: Counter[Cell], answer: Answer) -> Score:
    """Tally the defended findings; one that is missing and one too many both miss.

    Doubts of reading that come from the page's layout are told elsewhere and have no rows here.
    """
    found = Counter(
        (finding["code"], f"{_rows(finding, answer)} {field_of(finding)}")
        for finding in answer.findings
        if _rows(finding, answer)
    )
    score = Score()
    for cell in sorted(wanted | found):
        for number in range(max(wanted[cell], found[cell])):
            is_right = number < min(wanted[cell], found[cell])
            fault = "is not named" if number < wanted[cell] else "is named and not defended"
            score.add(is_right, f"{cell[0]} {cell[1]} {fault}")
    return score


def _rows(finding: Mapping[str, Any], answer: Answer) -> str:
    return ",".join(str(order) for order in orders_of(finding, answer.records) if order)
