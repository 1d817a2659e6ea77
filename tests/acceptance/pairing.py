"""Pair off the quantities that were found with those a careful person finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import opencc

from tests.acceptance.gold.expected import Quantity, bare_unit
from tests.acceptance.scores import ALL, QUANTITY_BAR, Failure, Score, below, none_wanted

_SIMPLIFIED = opencc.OpenCC("t2s")


@dataclass
class NumberScores:
    """Precision and recall of the quantities of one seed, and recall of its dated steps.

    `kinds` tallies the kinds of those paired off, `spans` whether a quantity stands where its span
    says; `silent` lists the wrong values that no finding about reading flags.
    """

    precision: Score = field(default_factory=Score)
    recall: Score = field(default_factory=Score)
    kinds: Score = field(default_factory=Score)
    spans: Score = field(default_factory=Score)
    steps: Score = field(default_factory=Score)
    silent: list[str] = field(default_factory=list)

    def failures(self) -> list[Failure]:
        """Give the bars that these numbers miss; steps and kinds have none."""
        found = below("quantities, precision", self.precision, QUANTITY_BAR)
        found += below("quantities, recall", self.recall, QUANTITY_BAR)
        found += below("spans", self.spans, ALL)
        return found + none_wanted("wrong and unflagged numbers", self.silent)


def match_quantities(
    scores: NumberScores,
    expected: Sequence[Quantity],
    found: Iterable[Mapping[str, Any]],
    *,
    where: str,
) -> list[str]:
    """Pair off quantities, wanted ones before optional ones; give the values that have no pair.

    A measure that calls itself derived (100 % out of 所有) is nobody's printed number.
    """
    open_ones = sorted(expected, key=lambda quantity: quantity.optional)
    wrong = []
    for measure in found:
        pair = next((q for q in open_ones if is_same(q, measure)), None)
        line = f"{where}: {measure['comparator']} {measure['value']} {measure['unit']}"
        if pair is None and measure.get("derived"):
            continue
        if pair is None:
            scores.precision.add(False, line)
            wrong.append(line)
            continue
        open_ones.remove(pair)
        if not pair.optional:
            scores.precision.add(True, line)
            scores.recall.add(True, line)
            if pair.kinds:
                scores.kinds.add(measure["kind"] in pair.kinds, f"{line}: {measure['kind']}")
    for quantity in open_ones:
        if not quantity.optional:
            units = "|".join(quantity.units)
            scores.recall.add(False, f"{where}: {quantity.comparator} {quantity.value} {units}")
    return wrong


def is_same(quantity: Quantity, measure: Mapping[str, Any]) -> bool:
    """Say whether a measure is this quantity: value, unit, comparator; 100 % of 全覆盖 by value."""
    if Decimal(measure["value"]) != quantity.value:
        return False
    if quantity.units and plain_unit(measure["unit"]) not in map(plain_unit, quantity.units):
        return False
    if quantity.high is not None:
        return measure.get("high") is not None and Decimal(measure["high"]) == quantity.high
    return quantity.optional or measure["comparator"] == quantity.comparator


def plain_unit(unit: str) -> str:
    """Fold a unit to simplified characters, without what stands in brackets after it."""
    return bare_unit(str(_SIMPLIFIED.convert(unit)))
