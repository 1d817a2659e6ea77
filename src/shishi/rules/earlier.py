"""Numbers of a record beside those of the same record on an earlier page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from shishi.matching.counts import Counted, list_counted, pair_counted
from shishi.measures.measure import Basis, Kind
from shishi.records import Field, Page, Record
from shishi.rules.beside import Before
from shishi.rules.subject import Subject

SINCE_START = frozenset({Kind.WORKS, Kind.LEVEL})
"""Kinds of numbers that stand for everything so far even where the text does not say 累计."""


def pair_with(
    subject: Subject, record: Record, before: Before, *, name: Field
) -> Iterator[tuple[Counted, Counted]]:
    """Pair the numbers of one field with those of the same field on an earlier page: (now, then)."""
    now = list_counted(record, subject.measured_of(record), name)
    then = list_counted(before.record, before.measured, name)
    yield from pair_counted(now, then)


def counts_since_start(number: Counted) -> bool:
    """Say whether a number counts everything so far, so that it can only grow."""
    measure = number.measure
    return measure.basis is Basis.CUMULATIVE or measure.kind in SINCE_START


def is_same_year(page: Page, before: Before) -> bool:
    """Say whether two pages report of one year; what was counted since its start begins anew after it.

    Pages that do not say are taken to be of one year: a person put them side by side.
    """
    ours, theirs = page.report or page.plan, before.page.report or before.page.plan
    return not ours or not theirs or ours.year == theirs.year


def name_period(page: Page) -> object:
    """Name the period of an earlier page in messages, in both languages."""
    period = page.report or page.plan
    return str(period) if period else {"zh": "上一期", "en": "the last period"}


def spell(number: Fraction) -> str:
    """Spell a computed number with one digit after the point.

    >>> spell(Fraction(2, 3)), spell(Fraction(200))
    ('0.7', '200.0')
    """
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
