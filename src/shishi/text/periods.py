"""Periods of a plan: a year, a half, a quarter, a month, a run of months."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months of one year, first to last, both included. str() gives the exchange form.

    `run` remembers that the page said 1-3月 and not 一季度: the same months, spelt differently.

    >>> str(Period(2024)), str(Period(2024, 10, 12)), str(Period(2024, 10, 10)), str(Period(2024, 1, 3, run=True))
    ('2024', '2024Q4', '2024-10', '2024-01..2024-03')
    """

    year: int
    first: int = 1
    last: int = 12
    run: bool = field(default=False, compare=False)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.first, 1)

    @property
    def end(self) -> date:
        """The last day."""
        following = date(self.year + self.last // 12, self.last % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __str__(self) -> str:
        """Spell the period as the exchange format does."""
        if self.first == self.last:
            return f"{self.year}-{self.first:02}"
        if not self.run:
            if (self.first, self.last) == (1, 12):
                return str(self.year)
            if self.last - self.first == 5 and self.first in (1, 7):
                return f"{self.year}H{(self.first + 5) // 6}"
            if self.last - self.first == 2 and self.first % 3 == 1:
                return f"{self.year}Q{(self.first + 2) // 3}"
        return f"{self.year}-{self.first:02}..{self.year}-{self.last:02}"
