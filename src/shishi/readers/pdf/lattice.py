"""Lattice: from ruled lines to tables of cells; where a line is missing, cells are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from shishi.readers.pdf.drawn import Box

_NEAR = 3.0  # points; lines nearer than this are one line
_SLIVER = 9.0  # no column is as narrow; edges as near that no row has both are one
_STEP = 12.0
_GAP = 5.0  # between the dashes of a line
_SHORTEST = 8.0
_COVERED = 0.6  # the share of a side that must be ruled to part two cells
_MOST_SLOTS = 200_000
_MOST_RULES = 4_000  # of one direction on a page; more of them draw a map, not a table


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: where it lies across (y of a level one, x of an upright one), from, to."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Drawing:
    """A table as it is drawn: the edges of its columns and rows, and the slots of each cell.

    A slot is (row, column) from 0; `cell_of` gives the slot at the top left of the cell it is part of.
    """

    xs: list[float]
    ys: list[float]
    cell_of: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def find(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the cell that a point lies in; None outside the table."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.cell_of.get((row, column))

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Give each cell, by its top left slot, its rows and columns."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for (row, column), cell in self.cell_of.items():
            rows, columns = found.get(cell, (1, 1))
            found[cell] = max(rows, row - cell[0] + 1), max(columns, column - cell[1] + 1)
        return found


def find_drawings(lines: Sequence[Box]) -> list[Drawing]:
    """Find the tables that lines make, from the top of the page down; linear but for sorting.

    Lines that touch are one table; it needs two columns or two rows. Where the outer sides are not
    ruled, the ends of the lines stand for them.
    """
    level = _join(
        (b.middle[1], b.left, b.right) for b in lines if b.right - b.left >= b.bottom - b.top
    )
    upright = _join(
        (b.middle[0], b.top, b.bottom) for b in lines if b.bottom - b.top >= b.right - b.left
    )
    drawings: list[Drawing] = []
    if max(len(level), len(upright)) > _MOST_RULES:
        return drawings
    found = [part for table in _tables(level, upright) for part in _split(*table)]
    for own_level, own_upright in found:
        drawing = _drawing(own_level, own_upright)
        if drawing is not None:
            drawings.append(drawing)
    return sorted(drawings, key=lambda d: (d.ys[0], d.xs[0]))


def _join(found: Iterable[tuple[float, float, float]]) -> list[Rule]:
    """Join the dashes and doubles of a line; what stays short is no rule."""
    rules: list[Rule] = []
    for group in _near(sorted(found)):
        at = sum(one[0] for one in group) / len(group)
        start, end = 0.0, -1.0
        for _, left, right in sorted(group, key=lambda one: one[1]):
            if end < start or left > end + _GAP:
                if end - start >= _SHORTEST:
                    rules.append(Rule(at, start, end))
                start, end = left, right
            end = max(end, right)
        if end - start >= _SHORTEST:
            rules.append(Rule(at, start, end))
    return rules


def _near(
    found: Sequence[tuple[float, float, float]],
) -> Iterable[list[tuple[float, float, float]]]:
    """Group sorted lines that lie nearly at the same place across."""
    group: list[tuple[float, float, float]] = []
    for one in found:
        if group and one[0] - group[0][0] > _NEAR:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _tables(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Part the rules into tables: those that touch, directly or over others."""
    bands = sorted(upright, key=lambda r: r.start)
    group = list(range(len(level) + len(bands)))

    def top(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for number, rule in enumerate(level):
        for other, band in enumerate(bands, len(level)):
            if band.start > rule.at + _NEAR:
                break
            if band.end >= rule.at - _NEAR and rule.start - _NEAR <= band.at <= rule.end + _NEAR:
                group[top(number)] = top(other)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate(level):
        found.setdefault(top(number), ([], []))[0].append(rule)
    for number, rule in enumerate(bands, len(level)):
        found.setdefault(top(number), ([], []))[1].append(rule)
    return [pair for pair in found.values() if pair[0] and pair[1]]


def _split(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Part tables that stand one on the other: where the outer sides step in or out."""
    ys = _edges(level, [r.at for r in level], narrow=_NEAR)
    cuts = [ys[0]]
    sides: tuple[float, float] | None = None
    for top, bottom in pairwise(ys):
        inside = [r.at for r in upright if r.start < (top + bottom) / 2 < r.end]
        now = (min(inside), max(inside)) if len(inside) > 1 else None
        if sides and now and max(abs(a - b) for a, b in zip(sides, now, strict=True)) > _STEP:
            cuts.append(top)
        sides = now or sides
    if len(cuts) == 1:
        return [(level, upright)]
    parts = []
    for top, bottom in pairwise([*cuts, ys[-1]]):
        walls = _clipped(upright, top, bottom)
        if not walls:
            continue
        sides = min(r.at for r in walls), max(r.at for r in walls)
        own = [r for r in level if top - _NEAR <= r.at <= bottom + _NEAR]
        parts.append((_clipped(own, *sides), walls))
    return parts


def _clipped(rules: list[Rule], start: float, end: float) -> list[Rule]:
    """Cut rules at both ends of a stretch; those that stand outside of it are left out."""
    cut = [replace(r, start=max(r.start, start), end=min(r.end, end)) for r in rules]
    return [r for r in cut if r.end - r.start >= _SHORTEST]


def _drawing(level: list[Rule], upright: list[Rule]) -> Drawing | None:
    xs = _edges(upright, [e for r in level for e in (r.start, r.end)], narrow=_SLIVER)
    ys = _edges(level, [e for r in upright for e in (r.start, r.end)], narrow=_NEAR)
    if len(xs) < 2 or len(ys) < 2 or (len(xs), len(ys)) == (2, 2):
        return None
    if (len(xs) - 1) * (len(ys) - 1) > _MOST_SLOTS:
        return None
    down = _walls(upright, xs, ys)
    across = _walls(level, ys, xs)
    return _merge(Drawing(xs, ys), down, {(row, column) for column, row in across})


def _edges(rules: list[Rule], ends: list[float], *, narrow: float) -> list[float]:
    """Give the edges across: every rule, and the far ends of the others where no rule lies.

    Rules nearer than `narrow` that never stand side by side are one edge, drawn twice by hand.
    """
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        near = bool(groups) and rule.at - groups[-1][0].at <= narrow
        if near and (rule.at - groups[-1][-1].at <= _NEAR or not _beside(rule, groups[-1])):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    edges = [sum(rule.at for rule in group) / len(group) for group in groups]
    if min(ends) < edges[0] - _SHORTEST:
        edges.insert(0, min(ends))
    if max(ends) > edges[-1] + _SHORTEST:
        edges.append(max(ends))
    return edges


def _beside(rule: Rule, group: list[Rule]) -> bool:
    return any(min(rule.end, r.end) - max(rule.start, r.start) > _NEAR for r in group)


def _walls(rules: list[Rule], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Give the sides that are ruled: (slot along, slot across) whose far edge across is a wall."""
    covered: dict[tuple[int, int], float] = {}
    for rule in rules:
        edge = bisect_right(across, rule.at)
        if edge == len(across) or (edge and rule.at - across[edge - 1] < across[edge] - rule.at):
            edge -= 1
        first = max(0, bisect_right(along, rule.start) - 1)
        for slot in range(first, len(along) - 1):
            if along[slot] >= rule.end:
                break
            length = min(rule.end, along[slot + 1]) - max(rule.start, along[slot])
            covered[slot, edge - 1] = covered.get((slot, edge - 1), 0) + length
    return {
        (slot, edge)
        for (slot, edge), length in covered.items()
        if length >= _COVERED * (along[slot + 1] - along[slot])
    }


def _merge(drawing: Drawing, down: set[tuple[int, int]], across: set[tuple[int, int]]) -> Drawing:
    """Make cells of the slots: from its top left on, a cell grows right and down to the next walls."""
    rows, columns = len(drawing.ys) - 1, len(drawing.xs) - 1
    owner = drawing.cell_of
    for row in range(rows):
        for column in range(columns):
            if (row, column) in owner:
                continue
            right = column
            while (
                right + 1 < columns and (row, right) not in down and (row, right + 1) not in owner
            ):
                right += 1
            bottom = row
            while bottom + 1 < rows and not any(
                (bottom, c) in across or (bottom + 1, c) in owner for c in range(column, right + 1)
            ):
                bottom += 1
            for r in range(row, bottom + 1):
                for c in range(column, right + 1):
                    owner[r, c] = (row, column)
    return drawing
