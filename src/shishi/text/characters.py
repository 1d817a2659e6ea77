"""Fold printed characters to simplified ones without pinyin, and keep the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Script(StrEnum):
    """The scripts a page may be printed in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    TRADITIONAL_PINYIN = "traditional+pinyin"


@dataclass(frozen=True, slots=True)
class Folded:
    """A printed text and its plain form; `offsets[i]` is where plain character i stands in printed.

    `offsets` has one entry more than `plain`: the last is the length of the printed text.
    """

    printed: str
    plain: str
    offsets: tuple[int, ...]

    def printed_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span in `printed` of plain[start:end], pinyin after it included."""
        left, right = self.offsets[start], self.offsets[end]
        return left, left + len(self.printed[left:right].rstrip())
