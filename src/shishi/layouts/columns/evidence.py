"""What the cells below a header word look like, and what that says of the word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.notes import load_around_words
from shishi.layouts.words.vocabulary import (
    OTHER,
    RESPONSIBLE,
    HeaderWord,
    load_headers,
    load_measures,
)
from shishi.records import Field

_SAMPLE = 40
_MOST, _ALMOST_ALL = 60, 85
_FEWEST = 2
_SHARE = re.compile(r"约?[0-9]{1,4}(?:\.[0-9]+)?[%％]")
_NUMBER = re.compile(r"约?[0-9][0-9,]*(?:\.[0-9]+)?[%％]?")
_DIGIT = re.compile("[0-9]")
_HAN = re.compile("[\u4e00-\u9fff]")
_WORDY = 2
_LONG = 10


@dataclass(frozen=True)
class ColumnLook:
    """Shares, in hundredths, of the cells of one column that look like something; `count` were seen.

    A share is counted when it is first asked for: most words leave nothing open.
    """

    cells: tuple[str, ...] = ()  # plain, without white space and blank ones
    known_statuses: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """How many cells were looked at."""
        return len(self.cells)

    @cached_property
    def shares(self) -> int:
        """Percentages: 65%."""
        return self._share(bool(_SHARE.fullmatch(c)) for c in self.cells)

    @cached_property
    def numbers(self) -> int:
        """Numbers, percentages too."""
        return self._share(bool(_NUMBER.fullmatch(c)) for c in self.cells)

    @cached_property
    def units(self) -> int:
        """Lists of units."""
        return self._share(unit_share(c) >= _MOST for c in self.cells)

    @cached_property
    def statuses(self) -> int:
        """Words of the district for a status."""
        return self._share(c.rstrip("。") in self.known_statuses for c in self.cells)

    @cached_property
    def any_statuses(self) -> int:
        """Words that any district may have for a status, colours among them."""
        known = self.known_statuses | load_around_words().statuses
        return self._share(c.rstrip("。").lstrip("●") in known for c in self.cells)

    @cached_property
    def texts(self) -> int:
        """Texts of more than a few words."""
        return self._share(len(c) > _LONG for c in self.cells)

    @cached_property
    def wordy(self) -> int:
        """Words that are no share, whatever numbers are among them: 完成路基3公里."""
        return self._share(
            len(_HAN.findall(c)) >= _WORDY and c[-1] not in "%％" for c in self.cells
        )

    @cached_property
    def reports(self) -> int:
        """Texts that tell what was done."""
        return self._share(bool(_words()[0].search(c)) for c in self.cells)

    def _share(self, hits: Iterable[bool]) -> int:
        return 100 * sum(hits) // max(1, len(self.cells))


@cache
def _words() -> tuple[re.Pattern[str], frozenset[str]]:
    looks = load_headers()["looks"]
    reports = re.compile("|".join(map(re.escape, looks["reports"])))
    return reports, frozenset(looks["measure_words"])


@cache
def load_reported() -> frozenset[str]:
    """Give the words that may describe a project as well as tell what was done: 具体情况."""
    return frozenset(load_headers()["looks"]["reported"])


@cache
def load_may_report() -> frozenset[str]:
    """Give the words that tell what was done where no other column does, if their cells look so: 时间进度."""
    return frozenset(load_headers()["looks"]["may_report"])


def look_at_column(cells: Iterable[str], statuses: frozenset[str]) -> ColumnLook:
    """Look at the first cells of a column, plain and without white space; blank ones do not count."""
    marks = load_words().blank_marks
    told = [cell for cell in cells if cell and cell not in marks]
    return ColumnLook(tuple(told[:_SAMPLE]), statuses)


def weigh(word: HeaderWord, look: ColumnLook) -> HeaderWord:
    """Let the cells decide between the meanings that a word may have."""
    first = word.claims[0][0]
    claimed = dict(word.claims)
    if first == RESPONSIBLE and word.word in _words()[1] and look.units < _MOST:
        return replace(word, claims=((OTHER, 5),))
    if not look.count:
        return word
    if first == OTHER and word.word in load_may_report() and look.reports >= _MOST:
        return replace(word, claims=((Field.PROGRESS.value, 1), *word.claims))
    if first == Field.PROGRESS and word.word in load_reported() and look.reports < _MOST:
        return replace(word, claims=(*word.claims[:1], (OTHER, 5)), sure=False)
    if first == RESPONSIBLE and all(cell in load_measures() for cell in look.cells):
        return replace(word, claims=((OTHER, 5),))
    if word.unit in ("%", "％") and first == Field.PROGRESS:
        return replace(word, claims=((Field.PERCENT.value, 6), *word.claims))
    if Field.PERCENT in claimed and first != Field.PERCENT and look.numbers >= _ALMOST_ALL:
        return replace(word, claims=((Field.PERCENT.value, 6), *word.claims))
    if first == Field.PERCENT and look.numbers < 100 - _MOST and _is_worded(look):
        return replace(word, claims=((Field.PROGRESS.value, 6),))
    if first == Field.PERCENT and look.shares >= _ALMOST_ALL and look.count >= _FEWEST:
        told = tuple(c for c in word.claims if c[0] != Field.PROGRESS)  # shares report nothing
        return replace(word, claims=told)
    if Field.PERCENT in claimed and look.numbers < 100 - _MOST and _is_worded(look):
        instead = (Field.STATUS.value, claimed[Field.PERCENT])  # beside another report
        told = tuple(c for c in word.claims if c[0] != Field.PERCENT)
        word = replace(word, claims=(*told, instead) if look.any_statuses >= _ALMOST_ALL else told)
    if first == Field.STATUS and look.texts >= _MOST:
        return replace(word, claims=((Field.PROGRESS.value, 4), *word.claims))
    if first == Field.PROGRESS and look.statuses >= _ALMOST_ALL and look.count >= _FEWEST:
        return replace(word, claims=((Field.PROGRESS.value, 4), (Field.STATUS.value, 6)))
    return word


def _is_worded(look: ColumnLook) -> bool:
    """Tell words, whatever numbers are among them, or without any: 封顶."""
    return look.texts >= _MOST or look.wordy >= _MOST or not any(map(_DIGIT.search, look.cells))


def guess_word(word: HeaderWord, look: ColumnLook) -> HeaderWord:
    """Guess what an unknown word heads from its cells alone; no more than a guess."""
    claims: list[tuple[str, int]] = []
    if look.count >= _FEWEST:
        if look.units >= _ALMOST_ALL:
            claims = [(Field.LEAD_UNITS.value, 1), (Field.SUPPORT_UNITS.value, 1)]
        elif look.any_statuses >= _ALMOST_ALL:
            claims = [(Field.STATUS.value, 1)]
        elif look.shares >= _ALMOST_ALL:
            claims = [(Field.PERCENT.value, 1)]
        elif look.texts >= _MOST and look.reports >= _MOST:
            claims = [(Field.PROGRESS.value, 1)]
        elif look.texts >= _MOST:
            claims = [(Field.ITEM.value, 1), (Field.GOAL.value, 1)]
    return replace(word, claims=tuple(claims), sure=False) if claims else word
