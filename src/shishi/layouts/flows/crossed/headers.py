"""The header of a cross-tab in pasted text: a word for districts, the indicators, and the same words for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shishi.layouts.terms import Terms
from shishi.layouts.words.crossed import label_fields, names_district, names_rows, value_field
from shishi.layouts.words.vocabulary import is_period
from shishi.places import Text
from shishi.records import Field

_FEWEST_FIELDS, _MOST_FIELDS = 2, 5
_FEWEST_GROUPS, _MOST_GROUPS = 2, 12
LONGEST_LABEL = 20
"""So long at most is the name of a row, or the word over the names."""


class Token(NamedTuple):
    """A cell, or a blank one, and the line of the source that it stands in, from 0."""

    text: Text
    plain: str
    line: int


Line = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its tokens, the indicators (none: the title names the one there is), their words."""

    tokens: Sequence[Token]
    fields: tuple[Field, Field]
    label: Token
    coded: bool
    groups: Sequence[Token]
    words: Sequence[str]

    @property
    def width(self) -> int:
        """Count the columns behind the names of the rows."""
        return len(self.words) * max(1, len(self.groups))

    @property
    def is_lined(self) -> bool:
        """Tell a table whose rows are lines; otherwise every cell is one."""
        return self.tokens[-1].line == self.tokens[-2].line

    @property
    def last(self) -> int:
        """Give the line that the header ends on."""
        return self.tokens[-1].line


def header_at(tokens: Sequence[Token], at: int, terms: Terms) -> Header | None:
    """Read a header whose word for the names of the rows is tokens[at]."""
    word = tokens[at].plain
    fields = label_fields(word, terms.dialect) if len(word) <= LONGEST_LABEL else None
    if fields is None:
        return None
    coded = at > 0 and _is_code(tokens[at - 1].plain, terms)
    start = at - 1 if coded else at
    end, groups, words = (
        _of_one(tokens, at, terms) or _of_many(tokens, at, fields, terms=terms) or _NO
    )
    if not words:
        return None
    return Header(tokens[start:end], fields, tokens[at], coded, groups, words)


_Words = tuple[int, Sequence[Token], Sequence[str]]
_NO: _Words = (0, (), ())


def _of_one(tokens: Sequence[Token], at: int, terms: Terms) -> _Words | None:
    """Read the words of one indicator behind the word for districts: 目标, 完成数, 完成率."""
    if not names_rows(tokens[at].plain, terms.dialect):
        return None
    words = []
    for token in tokens[at + 1 : at + 1 + _MOST_FIELDS]:
        if value_field(token.plain, terms.dialect) is None or token.plain in words:
            break
        words.append(token.plain)
    known = {value_field(w, terms.dialect) for w in words}
    return (at + 1 + len(words), (), words) if {Field.GOAL, Field.PROGRESS} <= known else None


def _of_many(
    tokens: Sequence[Token], at: int, fields: tuple[Field, Field], *, terms: Terms
) -> _Words | None:
    """Read several indicators, and the same words once for each of them."""
    for count in range(_FEWEST_GROUPS, _MOST_GROUPS + 1):
        groups = tokens[at + 1 : at + 1 + count]
        start = at + 1 + count
        for size in range(_FEWEST_FIELDS, _MOST_FIELDS + 1):
            end = start + count * size
            words = [t.plain for t in tokens[start : start + size]]
            whole = [t.plain for t in tokens[start:end]]
            if len(whole) < count * size or whole != words * count:
                continue
            known = {value_field(w, terms.dialect) for w in words} - {None}
            enough = len(known) >= _FEWEST_FIELDS and {Field.GOAL, Field.PROGRESS} & known
            if enough and _name_groups(groups, fields, terms):
                return end, groups, words
    return None


def _name_groups(groups: Sequence[Token], fields: tuple[Field, Field], terms: Terms) -> bool:
    """Tell words that can stand over groups: indicators, or districts where the rows are indicators."""
    words = [t.plain for t in groups]
    if any(is_period(w) or value_field(w, terms.dialect) for w in words):
        return False
    return fields[1] is Field.ITEM or all(map(names_district, words))


def _is_code(word: str, terms: Terms) -> bool:
    known = terms.dialect.word(word)
    return known is not None and known.claims[0][0] == Field.CODE
