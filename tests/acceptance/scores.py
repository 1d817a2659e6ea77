"""Score: how many of a kind were right, and which were not, in words; and the bars they must clear."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

ALL = Fraction(1)
FIELD_BAR = Fraction(97, 100)
QUANTITY_BAR = Fraction(99, 100)
DOUBT_BAR = Fraction(2, 100)


@dataclass
class Score:
    """A tally: `right` of `total`, with a line for each miss."""

    right: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, is_right: bool, miss: str) -> None:
        """Count one more; keep its line when it is a miss."""
        self.total += 1
        self.right += is_right
        if not is_right:
            self.misses.append(miss)

    @property
    def rate(self) -> Fraction:
        """The share that was right; 1 of nothing."""
        return Fraction(self.right, self.total) if self.total else Fraction(1)


@dataclass(frozen=True, slots=True)
class Failure:
    """One bar that was missed: what it is about, and the lines that say why."""

    bar: str
    lines: tuple[str, ...] = ()


def percent(share: Fraction) -> str:
    """Write a share as a percentage, cut and never rounded up: 99.96 % is not 100 %.

    >>> percent(Fraction(2999, 3000))
    '99.9 %'
    """
    tenths = int(share * 1000)
    return f"{tenths // 10}.{tenths % 10} %"


def below(name: str, score: Score, bar: Fraction) -> list[Failure]:
    """Give the failure when a score stands under its bar."""
    if score.rate >= bar:
        return []
    return [Failure(f"{name}: {percent(score.rate)}, wanted {percent(bar)}", tuple(score.misses))]


def none_wanted(name: str, lines: Iterable[str]) -> list[Failure]:
    """Give the failure when there is anything at all in what must be empty."""
    found = tuple(lines)
    return [Failure(f"{name}: {len(found)}, wanted 0", found)] if found else []
