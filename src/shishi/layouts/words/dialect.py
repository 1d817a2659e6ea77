"""Dialect: what header words mean here, where the district or a person says more than the common list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shishi.layouts.words.composing import compose_word
from shishi.layouts.words.vocabulary import OTHER, HeaderWord, find_forms, known_word
from shishi.records import Field
from shishi.text.characters import Script, fold, squeeze
from shishi.text.periods import Period

MEANINGS = (*(field.value for field in Field), OTHER)
"""What a person may say of a column."""

ColumnName = str | int | tuple[str, int]
"""How a person names a column: by its word, by its number in every table, or by its number in the
tables of one header, which goes by its signature."""

TAUGHT = 12
"""How strongly a word claims the field that the district's rulebook gives it."""

SAID = 30
"""How strongly a word claims the field that a person gave it: nothing is stronger."""


_MOST_KEPT = 8192


@dataclass(frozen=True, slots=True)
class Dialect:
    """What header words mean in a district and to the person who asks.

    `alone` and `beside_lead` say what 责任单位 is, alone and beside a column 牵头单位: "lead" or
    "support". `words` are the district's own, `said` those a person overruled; both map a word without
    white space to the name of a field or "other". `said` names columns by number as well.
    `report` is the period that the page's title names.
    """

    alone: str = "lead"
    beside_lead: str = "support"
    words: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[ColumnName, str] = field(default_factory=dict)
    report: Period | None = None
    _guessed: dict[str, HeaderWord | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def word(self, squeezed: str) -> HeaderWord | None:
        """Look a header word up as known_word does, the person's and the district's words first.

        >>> Dialect(words={"承建方": "lead_units"}).word("承建方").claims
        (('lead_units', 12),)
        """
        known = known_word(squeezed)
        for meanings, strength in ((self.said, SAID), (self.words, TAUGHT)):
            for word, period, unit in find_forms(squeezed) if meanings else ():
                if name := meanings.get(word):
                    found = known or HeaderWord(squeezed, word, (), frozenset(), period, unit)
                    return with_meaning(found, name, strength)
        return known

    def guess(self, squeezed: str) -> HeaderWord | None:
        """Look a header word up, or put it together from its parts.

        >>> COMMON.guess("区级包联领导").claims
        (('leaders', 8),)
        """
        kept = self._guessed
        if squeezed in kept:  # ways to lay a table out ask for the same words again and again
            return kept[squeezed]
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        word = kept[squeezed] = self.word(squeezed) or compose_word(squeezed)
        return word

    def said_of(self, number: int, signature: str) -> str | None:
        """Give what a person said of the column of this number, counted from 1, under this header."""
        return self.said.get((signature, number)) or self.said.get(number)


def with_meaning(word: HeaderWord, name: str, strength: int) -> HeaderWord:
    """Let a word claim one field and nothing else; it is no group over others any more."""
    claims = ((name, 5 if name == OTHER else strength),)
    return replace(word, claims=claims, covers=frozenset())


def parse_meanings(meanings: Mapping[ColumnName, str]) -> dict[ColumnName, str]:
    """Take what a person says of columns: header word or number → a field or "other".

    Words may have white space and full-width characters as printed; a number counts in every table, or
    with the signature of a header before it in the tables of that one. Raises ValueError for an unknown
    field, an empty word and a number below 1.

    >>> parse_meanings({"责任 单位": "support_units", 3: "other"})
    {'责任单位': 'support_units', 3: 'other'}
    """
    said: dict[ColumnName, str] = {}
    for column, name in meanings.items():
        number = column[1] if isinstance(column, tuple) else column
        key = squeeze(fold(column, Script.SIMPLIFIED).plain) if isinstance(column, str) else column
        if name not in MEANINGS:
            raise ValueError(f"a column means one of {', '.join(MEANINGS)}, not {str(name)!r}")
        if not key or (isinstance(number, int) and number < 1):
            raise ValueError(f"a column is a header word or a number from 1 on, not {column!r}")
        said[key] = str(name)
    return said


COMMON = Dialect()
