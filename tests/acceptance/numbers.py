"""Hold the quantities and the dated steps that were found against those a careful person finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.acceptance.answers import Answer, printed_text
from tests.acceptance.gold.expected import Quantity, Row, Seed
from tests.acceptance.gold.spelling import squeeze
from tests.acceptance.pairing import NumberScores, match_quantities

Sentences = Iterable[tuple[str, Sequence[Quantity]]]
"""Texts with the quantities in them."""


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
