"""Kinds: each kind of number is held against its goal in its own way, one file a kind."""

from __future__ import annotations

from shishi.assessment.kinds import increment, level, rank, rate, works
from shishi.measures.measure import Kind

COMPARE = {
    Kind.COUNT: increment.compare,
    Kind.MONEY: increment.compare,
    Kind.LEVEL: level.compare,
    Kind.RATE: rate.compare,
    Kind.WORKS: works.compare,
    Kind.RANK: rank.compare,
}
"""How a goal of each kind is compared with the number that answers it."""

__all__ = ["COMPARE"]
