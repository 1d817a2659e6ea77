"""Units alone in a row, which both columns of units could hold: they lead where every other row has a lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spreading import Spread
from shishi.records import Field

_FEWEST = 3
"""So many rows with a lead, for each that may be without, make a habit."""


def leads_first(heads: Sequence[Head], strips: Sequence[Strip]) -> list[Strip]:
    """Take units for leads that were doubted as supporters, where no row surely lacks its lead; the doubt stays.

    The column of leads has to come first: a row that has one list of units begins with it.
    """
    for lead, (one, other) in enumerate(pairwise(heads)):
        if (one.field, other.field) == (Field.LEAD_UNITS, Field.SUPPORT_UNITS):
            return _leading(lead, strips)
    return list(strips)


def _leading(lead: int, strips: Sequence[Strip]) -> list[Strip]:
    """Change the rows that hold supporters without the leads in column `lead`, left of theirs."""
    cuts = [(n, s.cut) for n, s in enumerate(strips) if s.cut]
    alone = {n: c for n, c in cuts if lead + 1 in c.cells and lead not in c.cells}
    led = sum(lead in cut.cells for _, cut in cuts)
    sure = any(cut.cells[lead + 1].margin >= SURE for cut in alone.values())
    if sure or led + len(alone) < len(cuts) or led < _FEWEST * len(alone):
        return list(strips)
    changed = {n: _led(lead, cut) for n, cut in alone.items()}
    return [replace(s, cut=changed.get(n, s.cut)) for n, s in enumerate(strips)]


def _led(lead: int, cut: Spread) -> Spread:
    cells, blanks = dict(cut.cells), dict(cut.blanks)
    units = cells.pop(lead + 1)
    cells[lead] = replace(units, margin=min(units.margin, SURE - 1), rival=lead + 1)
    blanks[lead + 1] = blanks.pop(lead, units.margin)
    return Spread(dict(sorted(cells.items())), blanks)
