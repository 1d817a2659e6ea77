"""Rows whose cells slid to the left: pasted rows that lost their blank or merged cells.

Such a row is printed on one line and padded at its right end, so that its cells stand under the wrong
columns. They keep their order; which columns they belong to is the cheapest way to spread them (see
flows), and how sure that is, is the margin to the next-best one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import add

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.costs import IMPOSSIBLE
from shishi.layouts.flows.habits import SURE, Habits, Step, blanks_of
from shishi.layouts.flows.learnt.likeness import unlikeness
from shishi.layouts.flows.learnt.merging import Row, code_of, learn_merging
from shishi.layouts.flows.learnt.repeated import strangeness
from shishi.layouts.flows.lone.units import doubt_lone_lists
from shishi.layouts.flows.looks import Look, look_at
from shishi.layouts.flows.prices import NEVER, Evidence, Grain, Prices
from shishi.layouts.layout import RawCell, RawRow
from shishi.layouts.terms import Terms
from shishi.layouts.words.names.organizations import load_words
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import fold

_Spot = tuple[int, RawCell | None]
"""A column as printed, and its cell: None for a blank one between others."""
_AS_PRINTED, _KEEPS_BLANKS, _BEGINS_BLANK = 2, 4, 12
"""What it costs to move the cells of a row at all: the source may after all be right, more so where it
prints some of its blanks, and most where the row begins with one, or whole rows print what merged cells
reach over, which is what is lost first."""
_NO_ITEM, _SAME_ITEM, _NO_THEME = 13, 9, 9
"""What it costs that a row has no item of its own, where all whole rows have one, or shares that of the row above
where none has a number, or has no theme where none is merged."""
_FEWEST_AGAIN = 2
_FEWEST_MERGED = 2


def put_back(
    rows: Sequence[RawRow], columns: Sequence[Column], *, terms: Terms
) -> Sequence[RawRow]:
    """Put the cells of padded rows back under their columns; rows that reach the end stay.

    A table may keep some of its blank cells and lose others: what a merged cell reaches over is lost,
    what is blank by itself may be printed. A blank between two cells keeps its place between them; a row
    that begins with one hardly lost others. Where a table keeps blanks a row as printed is right unless another way
    is clearly cheaper, and what moves there is no surer than that. A first reading tells what is merged, and what
    stands in one column alone.
    """
    padded = [max(row.cells, default=-1) < len(columns) - 1 for row in rows]
    if not any(padded):
        return rows
    spots = [_spots(row) for row in rows]
    kept = any(cell is None for row in spots for _, cell in row)
    cells = [cell for row in spots for _, cell in row]
    texts = [fold(c.text.value, terms.script).plain if c else "" for c in cells]
    looks = [look_at(text, terms.statuses) for text in texts]
    whole = [row for row, short in zip(rows, padded, strict=True) if not short]
    filled = {k: sum(k in row.cells for row in whole) for k in range(len(columns))}
    habits = blanks_of(columns, rows=len(whole), filled=filled)
    habits = _with_own_cells(habits, whole, columns)
    evidence = Evidence([Grain(look, 0) for look in looks])
    reached = kept and _prints_what_is_merged(whole, columns)
    slid = _Slid(rows, padded, spots, looks, kept=kept, reached=reached)
    first = slid.spread(Prices(evidence, columns, habits))
    done = slid.spread(Prices(evidence, columns, slid.learn(first, columns, habits)))
    return list(_doubt_lone(done, spots, columns, terms=terms))


@dataclass(frozen=True, slots=True)
class _Slid:
    """Rows as printed, those that may have slid, and what stands at each of their spots.

    `kept`: the table prints some of its blanks; `reached`: even those that merged cells reach over.
    """

    rows: Sequence[RawRow]
    padded: Sequence[bool]
    spots: Sequence[Sequence[_Spot]]
    looks: Sequence[Look]
    kept: bool
    reached: bool

    def spread(self, prices: Prices) -> list[RawRow]:
        """Put the cells of padded rows where they stand cheapest."""
        done, at = list[RawRow](), 0
        for row, short, own in zip(self.rows, self.padded, self.spots, strict=True):
            end = at + len(own)
            slid = short and own and self.looks[at].text not in load_words().totals
            if slid:
                headed = not done or row.given is not done[-1].given
                way = _Way(prices, range(at, end), headed=headed)
                row = _spread(row, way, spots=own, kept=self.kept, likely=self._likely(own))
            done.append(row)
            at = end
        return done

    def _likely(self, spots: Sequence[_Spot]) -> int:
        """Say how dear it is to move the cells of a row."""
        if not self.kept:
            return _AS_PRINTED
        return _BEGINS_BLANK if self.reached or spots[0][1] is None else _KEEPS_BLANKS

    def learn(self, rows: Sequence[RawRow], columns: Sequence[Column], habits: Habits) -> Habits:
        """Learn from a first reading which words stand in one column alone, and which cells are merged."""
        places, sure = list[int](), list[bool]()
        for row, short, own in zip(rows, self.padded, self.spots, strict=True):
            moved = iter(sorted(row.cells))
            for column, cell in own:
                place = next(moved) if cell else column
                margin = row.cells[place].margin if cell else 0
                places.append(place)
                sure.append(cell is not None and (not short or margin is None or margin >= SURE))
        filled = [Row(tuple(sorted(row.cells))) for row in rows if row.cells]
        return replace(
            habits,
            merging=learn_merging(columns, filled, habits.merging),
            unlike=tuple(
                tuple(map(add, a, b))
                for a, b in zip(
                    strangeness(self.looks, places, sure, width=len(columns)),
                    unlikeness(columns, self.looks, places),
                    strict=True,
                )
            ),
        )


def _with_own_cells(habits: Habits, whole: Sequence[RawRow], columns: Sequence[Column]) -> Habits:
    """Make it dear that a row is without an item of its own, and without a theme where none is merged."""
    blank, covered = list(habits.blank), list(habits.merging.covered)
    coded = code_of(columns) is not None
    for at, column in enumerate(columns):
        if column.field is Field.ITEM and all(at in row.cells for row in whole):
            blank[at] = max(blank[at], _NO_ITEM)
            covered[at] = covered[at] if coded else max(covered[at], _SAME_ITEM)
        if column.field is Field.THEME and _is_printed_again(whole, at):
            blank[at] = covered[at] = _NO_THEME
    merging = replace(habits.merging, covered=tuple(covered))
    return replace(habits, blank=tuple(blank), merging=merging)


def _prints_what_is_merged(whole: Sequence[RawRow], columns: Sequence[Column]) -> bool:
    """Tell a table whose whole rows print the blanks of a theme or a number above them: it lost none of the others."""
    over = [at for at, c in enumerate(columns) if c.field in (Field.CODE, Field.THEME)]
    return any(
        sum(at not in row.cells for row in whole) >= _FEWEST_MERGED
        and any(at in row.cells for row in whole)
        for at in over
    )


def _is_printed_again(rows: Sequence[RawRow], theme: int) -> bool:
    """Tell themes that each row prints, the same as a row above or not: none is merged."""
    if not all(theme in row.cells for row in rows):
        return False
    printed = [row.cells[theme].text.value for row in rows]
    return len(printed) - len({*printed}) >= _FEWEST_AGAIN


def _doubt_lone(
    rows: Sequence[RawRow],
    spots: Sequence[Sequence[_Spot]],
    columns: Sequence[Column],
    *,
    terms: Terms,
) -> Iterator[RawRow]:
    """Doubt the leads that are the only units of rows which lost cells, where such a list looks like supporters.

    Then merged leads are what the page lost, and any list by itself may be the one beside them.
    """
    steps, looks = [], []
    for row in rows:
        for number, (column, cell) in enumerate(sorted(row.cells.items())):
            margin = IMPOSSIBLE if cell.margin is None else cell.margin
            steps.append(Step(column, number == 0, False, margin, cell.rival))
            looks.append(look_at(fold(cell.text.value, terms.script).plain, terms.statuses))
    if list(doubt_lone_lists(steps, looks, columns)) == steps:
        yield from rows
        return
    fields = [c.field for c in columns]
    lead, support = fields.index(Field.LEAD_UNITS), fields.index(Field.SUPPORT_UNITS)
    for row, printed in zip(rows, spots, strict=True):
        led = row.cells.get(lead)
        alone = led and support not in row.cells and not _stands_before_blank(row, printed, lead)
        if led and led.margin is not None and alone:
            low = RawCell(led.text, min(led.margin, SURE - 1), support)
            row = row._replace(cells={**row.cells, lead: low})
        yield row


def _stands_before_blank(row: RawRow, printed: Sequence[_Spot], column: int) -> bool:
    """Tell a cell behind which the row prints a blank one."""
    filled = [n for n, (_, old) in enumerate(printed) if old]
    at = filled[sorted(row.cells).index(column)]
    return any(old is None for _, old in printed[at + 1 : at + 2])


def _spots(row: RawRow) -> list[_Spot]:
    """Give the cells of a row up to its last one, None for a blank between them."""
    return [(k, row.cells.get(k)) for k in range(max(row.cells, default=-1) + 1)]


def _spread(row: RawRow, way: _Way, *, spots: Sequence[_Spot], kept: bool, likely: int) -> RawRow:
    prices = way.prices
    printed = [k for k, _ in spots]
    asprinted = way.cost_of(printed)
    least = min(map(add, way.ahead[-1], prices.last))
    stays = asprinted <= least + likely
    best = printed if stays else way.cheapest()
    cells = {}
    for i, (column, (_, old)) in enumerate(zip(best, spots, strict=True)):
        if old is None:
            continue
        through = prices.by_column(map(add, way.ahead[i], way.behind[i]))
        rivals = [(cost, c) for c, cost in enumerate(through) if c != column]
        cost, rival = min(rivals, default=(NEVER, None))
        own = asprinted - likely if stays and kept else through[column]
        margin = min(cost - own, IMPOSSIBLE)
        if kept and column != printed[i]:
            margin = min(margin, asprinted - likely - least)
        cells[column] = RawCell(_moved(old.text, prices.columns, column), margin, rival)
    return row._replace(cells=cells)


def _moved(text: Text, columns: Sequence[Column], column: int) -> Text:
    field = columns[column].field
    place = text.place._replace(column=column + 1, field=field.value if field else "")
    return text._replace(place=place)


class _Way:
    """The ways of one row's grains through the columns; none of its cells is merged where it is `headed`.

    A heading stands above such a row then, or nothing but the header, and no cell reaches over those.
    """

    def __init__(self, prices: Prices, grains: range, *, headed: bool) -> None:
        self.prices, self.grains = prices, grains
        begins = (prices.row_begins(s.column) for s in prices.states)
        self._first = [
            (prices.first[i] if headed else prices.covers(s.column)) if begun == i else NEVER
            for i, (s, begun) in enumerate(zip(prices.states, begins, strict=True))
        ]

    @cached_property
    def ahead(self) -> list[list[int]]:
        """The cost of the cheapest way to each grain and state."""
        prices, (first, *rest) = self.prices, self.grains
        ahead = [list(map(add, self._first, prices.fits[first]))]
        for t in rest:
            steps = [min(map(add, ahead[-1], into)) for into in prices.within.into]
            ahead.append(list(map(add, steps, prices.fits[t])))
        return ahead

    @cached_property
    def behind(self) -> list[list[int]]:
        """The cost of the cheapest way from each grain and state on to the end of the row."""
        prices = self.prices
        behind = [prices.last]
        for t in reversed(self.grains[1:]):
            after = list(map(add, prices.fits[t], behind[-1]))
            behind.append([min(map(add, after, out_of)) for out_of in prices.within.out_of])
        behind.reverse()
        return behind

    def cost_of(self, columns: Sequence[int]) -> int:
        """Give what it costs to leave the cells where they are printed."""
        prices = self.prices
        begun = prices.row_begins(columns[0])
        goes_on = prices.states[begun].goes_on
        states = [
            i
            for c in columns
            for i, s in enumerate(prices.states)
            if s.column == c and s.goes_on == goes_on
        ]
        cost = self._first[begun] + prices.last[states[-1]]
        cost += sum(prices.fits[t][s] for t, s in zip(self.grains, states, strict=True))
        return cost + sum(prices.within.into[b][a] for a, b in pairwise(states))

    def cheapest(self) -> list[int]:
        """Give the columns of the cheapest way."""
        prices = self.prices
        sums = list(map(add, self.ahead[-1], prices.last))
        state = sums.index(min(sums))
        way = [state]
        for i in range(len(self.grains) - 1, 0, -1):
            steps = list(map(add, self.ahead[i - 1], prices.within.into[state]))
            state = steps.index(min(steps))
            way.append(state)
        return [prices.states[s].column for s in reversed(way)]
