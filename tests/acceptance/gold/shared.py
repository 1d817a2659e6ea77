"""Load the gold that lies beside the seeds: first characters of every cell, lists and numbers whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.acceptance.gold.expected import Quantity, Row, Seed
from tests.acceptance.gold.facts import ABOUT, CUT_SHORT, DAMAGED
from tests.acceptance.gold.spelling import Exactly, Opening, Spelling

_UNPRINTED = re.compile(r"lost|not printed")


def load_shared_gold(folder: Path, name: str) -> Seed:
    """Load folder/<name>.json, with what this room knows of the page beside its rows."""
    gold = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    rows = tuple(_row(row, name) for row in gold["rows"])
    return Seed(name, gold["file"], rows, **ABOUT[name])


def load_quantities(
    folder: Path, *, damaged: bool = False
) -> list[tuple[str, tuple[Quantity, ...]]]:
    """Load the sentences with their quantities, the whole ones or those that lost characters.

    The quantities of damaged sentences are what a person infers; nobody need find them.
    """
    sentences = json.loads((folder / "quantities.json").read_text(encoding="utf-8"))
    return [
        (
            sentence["text"],
            tuple(_sentence_quantity(q, optional=damaged) for q in sentence["gold"])
            + tuple(_sentence_quantity(q, optional=True) for q in sentence["optional"]),
        )
        for sentence in sentences
        if sentence["damaged"] is damaged
    ]


def _row(row: Mapping[str, Any], seed: str) -> Row:
    order = row["order"]
    texts: dict[str, Spelling] = {
        "code": Exactly(row["code"]),
        "theme": Exactly(row["category"] or ""),
        "item": Opening(row["item12"]),
        "goal": Opening(row["target12"]),
        "progress": Opening(row["progress12"]),
        "status": Exactly(row["status"] or ""),
        "explanation": Opening(row["explain12"]),
    }
    for name, spelling in texts.items():
        if (order, name) in CUT_SHORT.get(seed, ()) and isinstance(spelling, Opening):
            texts[name] = Opening(spelling.characters, len(spelling.characters))
    names = {
        "lead_units": _exact(row["lead"]),
        "support_units": _exact(row["support"]),
        "leaders": _exact(row["leaders"]),
        "levels": _exact(row["level"] or ()),
    }
    fields = DAMAGED.get(seed, {}).get(order, frozenset())
    return Row(
        order=order,
        section=1,
        texts=texts,
        names=names,
        continues=row.get("item_shared_with_previous_row", False),
        measures={
            "item": _quantities(row["measures"], damaged="item" in fields),
            "goal": _quantities(row.get("period_measures", ()), damaged="goal" in fields),
        },
        damaged=fields,
    )


def _exact(names: Iterable[str]) -> tuple[Spelling, ...]:
    return tuple(Exactly(name) for name in names)


def _quantities(measures: Iterable[Mapping[str, Any]], *, damaged: bool) -> tuple[Quantity, ...]:
    found = []
    for measure in measures:
        note = measure.get("note", "")
        unprinted = bool(_UNPRINTED.search(note))
        found.append(
            Quantity(
                Decimal(str(measure["quantity"])),
                () if unprinted else (measure["unit"],),
                measure["comparator"],
                optional=note.startswith("derived") or (damaged and unprinted),
                kinds=_kinds(measure),
            )
        )
    return tuple(found)


def _kinds(measure: Mapping[str, Any]) -> tuple[str, ...]:
    """A percentage without a kind may be of works or not; anything else without one is a count."""
    plain = "rate works" if measure["unit"] == "%" else "count"
    return tuple(measure.get("kind", plain).split())


def _sentence_quantity(quantity: Mapping[str, Any], *, optional: bool = False) -> Quantity:
    high = quantity.get("high")
    return Quantity(
        Decimal(str(quantity["value"])),
        (quantity["unit"],) if quantity["unit"] else (),
        quantity["cmp"],
        optional,
        None if high is None else Decimal(str(high)),
    )
