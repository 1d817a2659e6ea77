"""What a careful person reads in the seeds, in one shape, whichever of the two golds it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tests.acceptance.gold.spelling import Spelling

TEXTS = ("code", "theme", "item", "goal", "progress", "status", "explanation", "remark")
NAMES = ("lead_units", "support_units", "leaders", "levels")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `units` are the readings a careful person would accept; empty: not printed.

    `optional` quantities may be found or not: 100 % read out of 全覆盖, numbers of damaged cells.
    `kinds` are the kinds that are right; empty: not judged.
    """

    value: Decimal
    units: tuple[str, ...] = ()
    comparator: str = "="
    optional: bool = False
    high: Decimal | None = None
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A dated step of the works: the printed word and the period by which it is due."""

    event: str
    period: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page as a careful person reads it. A text that is not there is blank.

    `plain` and `plain_names` hold the folded forms, where the page is annotated; `damaged` the fields whose print
    lost characters: a finding about reading is right there. `continues` is true where the row goes
    on with the item of the row before; None: not judged.
    """

    order: int
    section: int
    texts: Mapping[str, Spelling] = field(default_factory=dict)
    names: Mapping[str, tuple[Spelling, ...]] = field(default_factory=dict)
    plain: Mapping[str, Spelling] = field(default_factory=dict)
    plain_names: Mapping[str, tuple[Spelling, ...]] = field(default_factory=dict)
    open_ended: bool = False
    investment: str | None = None
    continues: bool = False
    measures: Mapping[str, tuple[Quantity, ...]] = field(default_factory=dict)
    steps: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    damaged: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seed:
    """One page: its file, its rows, and what stands around them.

    `notice` holds notice fields by name, `period` what is right for plan and report (None is null),
    `stated_facts` what the fill-in rules of the page say, all rules together.
    """

    name: str
    file: str
    rows: tuple[Row, ...]
    script: str
    notice: Mapping[str, Spelling] = field(default_factory=dict)
    period: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    stated_rules: int = 0
    stated_facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def sections(self) -> int:
        """How many sections the page has."""
        return len({row.section for row in self.rows})


_BRACKET = re.compile(r"[(（].*$")


def bare_unit(unit: str) -> str:
    """Drop what stands in brackets after a unit: 对(夫妻) is 对.

    >>> bare_unit("对(夫妻)")
    '对'
    """
    return _BRACKET.sub("", unit)
