"""Pair: a goal's number, the number that answers it, and how the two stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from shishi.matching.goals.numbers import Number, in_first_unit
from shishi.measures.measure import Measure
from shishi.rulebook import Bands

_FOUR_PLACES = Decimal("0.0001")


class Relation(StrEnum):
    """How a goal's number and a report's number stand to each other."""

    MET = "number-met"
    SHORT = "number-short"
    UNANSWERED = "number-unanswered"
    SEVERAL = "several-answers"
    BASIS = "basis-differs"
    KIND = "kind-differs"
    UNIT = "unit-differs"
    ABOUT = "number-about"
    OTHER = "counts-something-else"
    BEFORE = "step-before"
    UNSURE = "matter-unsure"


@dataclass(frozen=True, slots=True)
class Pair:
    """A goal's number, the number that answers it, and what follows.

    `share` is what was reached of the goal, cut to four places; `alike` is False where the page
    does not say that both numbers cover the same time.
    """

    goal: Number
    answer: Number | None
    relation: Relation
    share: Decimal | None = None
    alike: bool = True
    candidates: int = 1  # how many different numbers may answer as well


def reaches(share: Decimal, edge: Decimal, bands: Bands) -> bool:
    """Say whether a share reaches the edge of a band; the rulebook says to which side an edge belongs."""
    return share > edge or (bands.edge_counts and share == edge)


def share_of(asked: Measure, reached: Measure) -> Decimal:
    """Give what was reached of what was asked, 1 being all of it, cut to four places."""
    whole, part = in_first_unit(asked), in_first_unit(reached)
    if not whole:
        return Decimal(1)
    share = part / whole
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(
        _FOUR_PLACES, ROUND_DOWN
    )
