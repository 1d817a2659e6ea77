"""Names parted as the cells are, by spaces: any of these may part the leads from the supporters beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.columns import Head
from shishi.layouts.flows.spaced.rows import Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spreading import Spread

_TELLING = 2
_PAIR = 2
_FEWEST_PAIRED = 6


class LooseNames:
    """The names in the cells of one table, where it does not part them by commas."""

    def __init__(self, body: Body, heads: Sequence[Head], strips: Sequence[Strip]) -> None:
        self._body, self._heads = body, heads
        self._beside = [
            k
            for k, (one, other) in enumerate(pairwise(heads))
            if one.field in UNITS and other.field in UNITS
        ]
        self._loose = self._parted_by_spaces(strips)
        self._paired = {k for k in self._beside if self._are_paired(k, strips)}

    def doubting(self, found: Spread) -> Spread:
        """Doubt where the leads end and the supporters beside them begin: any of the spaces may part them."""
        cells, blanks = dict(found.cells), dict(found.blanks)
        for k in self._beside if self._loose else ():
            names = _names(found, k)
            if self._body.wide and {k, k + 1} <= cells.keys():
                continue  # two spaces part the two
            if names > 1 and not (k in self._paired and names == _PAIR):
                for c in {k, k + 1} & cells.keys():
                    margin = min(cells[c].margin, SURE - 1)
                    cells[c] = replace(cells[c], margin=margin, rival=k + 1 if c == k else k)
                for c in {k, k + 1} - cells.keys():
                    blanks[c] = min(blanks[c], SURE - 1)
        return Spread(cells, blanks)

    def _parted_by_spaces(self, strips: Sequence[Strip]) -> bool:
        """Tell a table that parts the names in a cell as it parts its cells, and not by commas."""
        spaces = commas = 0
        for strip in strips:
            for k, cell in strip.cut.cells.items() if strip.cut else ():
                if self._heads[k].field in UNITS:
                    tokens = range(strip.first + cell.start, strip.first + cell.end)
                    spaces += sum(map(self._body.parts_names, tokens[1:]))
                    commas += sum(self._body.tokens[t].plain.count("、") for t in tokens)
        return spaces * _TELLING > commas

    def _are_paired(self, left: int, strips: Sequence[Strip]) -> bool:
        """Tell two columns of units which no row leaves blank: it would have but one name. Two names are one in each."""
        cuts = [s.cut for s in strips]
        whole = [cut for cut in cuts if cut and {left, left + 1} <= cut.cells.keys()]
        return _FEWEST_PAIRED <= len(whole) == len(cuts)


def _names(found: Spread, left: int) -> int:
    cells = (found.cells[k] for k in (left, left + 1) if k in found.cells)
    return sum(cell.end - cell.start for cell in cells)
