"""Load our own gold of two seeds: line numbers, counts and fingerprints, not the seeds' sentences.

A cell is {"lines": source lines from 1, "printed": [characters, digest], "plain": folded, the same}, a
list one pair for each name; a measure [value, units, comparator, kinds, "optional"?] with | between
readings that are both right; a milestone [word, period, comparator].
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.acceptance.gold.expected import Quantity, Row, Seed, Step
from tests.acceptance.gold.spelling import Exactly, Fingerprint, Spelling

GOLD = Path(__file__).parent


def load_hand_gold(name: str) -> Seed:
    """Load <name>.json of this folder."""
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    title = Fingerprint(*gold["title"]["printed"])
    notice = {name: _spelling(text) for name, text in gold["notice"].items()}
    return Seed(
        gold["seed"],
        gold["file"],
        tuple(_row(row) for row in gold["records"]),
        gold["script"],
        notice | {"title": title},
        {name: (value,) for name, value in gold["period"].items()},
        len(gold["stated_rules"]),
    )


def _spelling(text: str | Sequence[Any]) -> Spelling:
    return Exactly(text) if isinstance(text, str) else Fingerprint(*text)


def _row(row: Mapping[str, Any]) -> Row:
    texts: dict[str, Spelling] = {"code": Exactly(row["code"])}
    texts |= {name: Fingerprint(*cell["printed"]) for name, cell in row["texts"].items()}
    plain = {
        name: Fingerprint(*cell["plain"]) for name, cell in row["texts"].items() if "plain" in cell
    }
    return Row(
        order=row["order"],
        section=row["section"],
        texts=texts,
        names={name: _names(cell["printed"]) for name, cell in row["names"].items()},
        plain=plain,
        plain_names={
            name: _names(cell["plain"]) for name, cell in row["names"].items() if "plain" in cell
        },
        open_ended=row["open_ended"],
        investment=row.get("investment"),
        measures={
            name: tuple(_quantity(measure) for measure in measures)
            for name, measures in row["measures"].items()
        },
        steps={
            name: tuple(Step(event, period) for event, period, _ in steps)
            for name, steps in row.get("milestones", {}).items()
        },
    )


def _names(names: Iterable[Sequence[Any]]) -> tuple[Spelling, ...]:
    return tuple(Fingerprint(*name) for name in names)


def _quantity(measure: Sequence[str]) -> Quantity:
    value, units, comparator, kinds, *rest = measure
    return Quantity(
        Decimal(value),
        tuple(units.split("|")),
        comparator,
        optional="optional" in rest,
        kinds=tuple(kinds.split("|")),
    )
