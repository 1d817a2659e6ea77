"""Spelling: what a careful person reads in a cell, kept so that a printed text can be held against it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 12


def squeeze(text: str) -> str:
    """Drop all white space: a cell broken over several lines reads as one.

    >>> squeeze("6月 开工,\\n年内完工")
    '6月开工,年内完工'
    """
    return "".join(character for character in text if not character.isspace())


@dataclass(frozen=True, slots=True)
class Opening:
    """The first characters of a cell, as shared/gold keeps them; the whole cell when it is shorter."""

    characters: str
    shown: int = SHOWN

    def matches(self, printed: str) -> bool:
        """Say whether a printed text opens like this; a blank opening wants a blank text."""
        return squeeze(printed)[: self.shown] == self.characters


@dataclass(frozen=True, slots=True)
class Exactly:
    """A whole text that may be written out here: a code, a status, the name of a theme."""

    characters: str

    def matches(self, printed: str) -> bool:
        """Say whether a printed text is this one, white space aside."""
        return squeeze(printed) == squeeze(self.characters)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text that is not written out: its number of characters and the head of its SHA-256."""

    length: int
    digest: str

    def matches(self, printed: str) -> bool:
        """Say whether a printed text is the one fingerprinted, white space aside."""
        return fingerprint(printed) == self


Spelling = Opening | Exactly | Fingerprint

BLANK = Exactly("")


def fingerprint(text: str) -> Fingerprint:
    """Take the fingerprint of a text without its white space."""
    squeezed = squeeze(text)
    return Fingerprint(len(squeezed), hashlib.sha256(squeezed.encode()).hexdigest()[:12])


def names_match(expected: Sequence[Spelling], printed: Sequence[str]) -> bool:
    """Say whether a list of names is the expected one: all of them, no other, in order."""
    return len(expected) == len(printed) and all(
        spelling.matches(name) for spelling, name in zip(expected, printed, strict=True)
    )
