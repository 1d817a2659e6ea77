"""Hold the quantities and the dated steps that were found against those a careful person finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import opencc

from tests.acceptance.answers import Answer, printed_text
from tests.acceptance.gold.expected import Quantity, Row, Seed, bare_unit
from tests.acceptance.gold.spelling import squeeze
from tests.acceptance.scores import ALL, QUANTITY_BAR, Failure, Score, below, none_wanted

Sentences = Iterable[tuple[str, Sequence[Quantity]]]
"""Texts with the quantities in them."""

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


def score_numbers(seed: Seed, answer: Answer, *, sentences: Sentences = ()) -> NumberScores:
    """Compare the measures of items and goals, row by row, and the steps of goals.

    Where a cell is one of the `sentences`, their quantities may be found beside those of the row:
    the gold of a row leaves out the numbers of a goal that only tells what was done. A progress text
    that is one of them is held to them.
    """
    beside = {squeeze(text): quantities for text, quantities in sentences}
    scores = NumberScores()
    records = {record["order"]: record for record in answer.records}
    doubted = answer.doubted
    for row in seed.rows:
        record = records.get(row.order, {})
        for name, expected in _wanted(row, record, beside=beside):
            found = [m for m in record.get("measures") or [] if m["field"] == name]
            wrong = match_quantities(scores, expected, found, where=f"row {row.order} {name}")
            if (row.order, name) not in doubted:
                scores.silent += wrong
        _match_steps(scores, row, record.get("milestones") or [])
        _check_spans(scores, record)
    return scores


def _wanted(
    row: Row, record: Mapping[str, Any], *, beside: Mapping[str, Sequence[Quantity]]
) -> Iterator[tuple[str, list[Quantity]]]:
    """Yield the fields whose quantities are judged, with what may be found there."""
    plain = record.get("simplified") or record  # the sentences are kept in simplified script
    for name, expected in row.measures.items():
        told = beside.get(squeeze(printed_text(plain, name)), ())
        yield name, [*expected, *(replace(quantity, optional=True) for quantity in told)]
    progress = squeeze(printed_text(plain, "progress"))
    if progress in beside:
        yield "progress", list(beside[progress])


def score_sentences(
    sentences: Sentences,
    find: Callable[[str], Sequence[Mapping[str, Any]]],
) -> NumberScores:
    """Compare what `find` finds in each sentence; it gives value, unit, comparator, high."""
    scores = NumberScores()
    for text, expected in sentences:
        match_quantities(scores, expected, find(text), where=text[:24])
    return scores


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


def _match_steps(scores: NumberScores, row: Row, milestones: Iterable[Mapping[str, Any]]) -> None:
    found = [(m["field"], m["event"], m["period"]) for m in milestones]
    for name, steps in row.steps.items():
        for step in steps:
            wanted = (name, step.event, step.period)
            scores.steps.add(wanted in found, f"row {row.order} {name}: {step.event} {step.period}")
            if wanted in found:
                found.remove(wanted)


def _check_spans(scores: NumberScores, record: Mapping[str, Any]) -> None:
    for found in [*(record.get("measures") or []), *(record.get("milestones") or [])]:
        start, end = found["span"]
        field = record.get(found["field"])
        if isinstance(field, str):
            line = f"row {record['order']} {found['field']}: {found['text']}"
            scores.spans.add(field[start:end] == found["text"], line)
