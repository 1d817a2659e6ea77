"""Terms: what has to be known of a page and its district before any table of it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from shishi.layouts.words.dialect import COMMON, ColumnName, Dialect
from shishi.layouts.words.names.organizations import load_words
from shishi.readers.document import Cell, Grid, Laid
from shishi.rulebook import Rulebook
from shishi.text.characters import Script, fold, squeeze
from shishi.text.periods import Period

_SHORT = 100


Parted = tuple[list[Cell], frozenset[int]]
"""The cells of a row that begin in it, and the columns that merged cells above it reach into."""


class Spread(NamedTuple):
    """A grid spread out (see grids/spread.py): the cells that cover each row, and as they are laid.

    `parted` are its rows, when they were asked for.
    """

    grid: Grid
    rows: list[list[Cell | None]]
    laid: Laid
    parted: list[Parted] | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The script of the page, the status words of the district, and what header words mean there.

    `units` are names of units that are known: those of the district's register while its tables are cut,
    and then those that stand alone on the page. `printed` is all that the page says; `few`: nothing on it
    was a project table, and lists of few columns are looked for. `spread` keeps the grids of the page as grids/spread.py
    lays them out, `words` what it makes of their rows, by identity, `known` which words head columns.
    """

    script: Script
    statuses: frozenset[str] = frozenset()
    dialect: Dialect = COMMON
    units: frozenset[str] = frozenset()
    printed: str = field(default="", compare=False, repr=False)
    few: bool = False
    spread: dict[int, Spread] = field(default_factory=dict, compare=False, repr=False)
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    words: dict[int, tuple[list[Cell | None], list[str]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def plain(self, text: str) -> str:
        """Give a printed text in simplified characters, without pinyin and white space."""
        return (_plain_short if len(text) <= _SHORT else _plain)(text, self.script)

    def plain_all(self, texts: Iterable[str]) -> list[str]:
        """Give many texts as plain() gives one; the cells of a page are asked for by the row."""
        script = self.script
        return [
            _plain_short(text, script) if len(text) <= _SHORT else _plain(text, script)
            for text in texts
        ]


def _plain(text: str, script: Script) -> str:
    return squeeze(fold(text, script).plain)


_plain_short = lru_cache(maxsize=8192)(
    _plain
)  # header words, names and numbers come again and again


def terms_of(
    rulebook: Rulebook,
    script: Script,
    *,
    said: Mapping[ColumnName, str] = MappingProxyType({}),
    report: Period | None = None,
    printed: str = "",
) -> Terms:
    """Take from a rulebook what reading the tables needs; `said` is what a person says of columns.

    `report` is the period that the page's title names, `printed` all that the page says.

    >>> from shishi.rulebook import load_rulebook
    >>> terms = terms_of(load_rulebook("default"), Script.SIMPLIFIED)
    >>> "滞后" in terms.statuses, terms.dialect.alone
    (True, 'lead')
    """
    return Terms(
        script,
        frozenset(
            {s.word for s in rulebook.statuses} | set(rulebook.aliases) | load_words().lights
        ),
        Dialect(
            rulebook.responsible_alone,
            rulebook.responsible_beside_lead,
            rulebook.columns,
            said,
            report,
        ),
        frozenset(rulebook.unit_names()),
        printed,
    )
