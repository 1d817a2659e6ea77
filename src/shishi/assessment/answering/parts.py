"""Tell the parts of an item from the whole: 其中3家已完工 says nothing of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from shishi.matching.goals.clauses import Clause
from shishi.matching.goals.lexicon import load_lexicon
from shishi.matching.goals.steps import Standing, State
from shishi.measures.measure import Kind, Measure

_NAME = re.compile("[\u3400-\u9fff]{2,8}")
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """How far each part named in a report has come, and how far the whole."""

    found: tuple[Standing, ...]
    whole: tuple[Standing, ...]

    def below(self, position: tuple[int, State]) -> Standing | None:
        """Give the part that is furthest below a position; None when all, or the whole, reach it."""
        if any(standing.position >= position for standing in self.whole):
            return None
        low = [standing for standing in self.found if standing.position < position]
        return min(low, key=lambda s: s.position, default=None)


def cover_all(
    parts: Sequence[Standing], promised: Sequence[Measure], *, names: Sequence[str] = ()
) -> bool:
    """Say whether parts add up to everything promised or named, or name the rest (其余)."""
    clauses = {standing.clause for standing in parts}
    if any(load_lexicon().has("rest", clause.text) for clause in clauses):
        return True
    if names:
        return all(any(name in clause.text for clause in clauses) for name in names)
    counts = [m for m in promised if m.kind in (Kind.COUNT, Kind.LEVEL)]
    found = _add(m for clause in clauses for m in clause.measures)
    return bool(counts) and all(found.get(u, 0) >= n for u, n in _add(counts).items())


def _add(measures: Iterable[Measure]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for measure in measures:
        sums[measure.unit] = sums.get(measure.unit, Decimal(0)) + measure.value
    return sums


def list_names(text: str) -> tuple[str, ...]:
    """List the things that a goal names one by one; () where it names one, or lists something else.

    What stands before the first and after the last name is not known, so these two are cut to the
    length that the others have.

    >>> list_names("文庙、武庙、城隍庙修缮完工"), list_names("修缮文庙")
    (('文庙', '武庙', '城隍'), ())
    """
    clause = max(re.split("[,;。:(]", text), key=lambda part: part.count("、"))
    parts = clause.split("、")
    inner = [part for part in parts[1:-1] if _NAME.fullmatch(part)]
    if len(inner) < len(parts) - 2 or not inner:
        return ()
    length = max(_SHORTEST_NAME, min(map(len, inner)))
    names = (parts[0][-length:], *inner, parts[-1][:length])
    return names if len(set(names)) == len(names) else ()


def find_parts(
    standings: Sequence[Standing], promised: Sequence[Measure], *, names: Sequence[str] = ()
) -> Parts:
    """Sort the steps of a report into those of parts and those of everything promised.

    A clause is of a part when it says so (其中), when it counts less than what was promised, or when
    it names some of what the goal names.
    Of each such clause the furthest step counts. A clause is of the whole when it counts all.
    """
    furthest: dict[Clause, Standing] = {}
    for standing in standings:
        known = furthest.get(standing.clause)
        if known is None or known.position < standing.position:
            furthest[standing.clause] = standing
    counts = [m for m in promised if m.kind in (Kind.COUNT, Kind.LEVEL)]
    part = [s for c, s in furthest.items() if is_part(c, counts) or _names_some(c, names)]
    whole = [s for c, s in furthest.items() if s not in part and _counts_all(c, counts)]
    return Parts(tuple(part), tuple(whole))


def is_part(clause: Clause, promised: Sequence[Measure]) -> bool:
    """Say whether a clause speaks of a part of what was promised.

    >>> is_part(Clause("其中一家已竣工", 0), ()), is_part(Clause("已竣工", 0), ())
    (True, False)
    """
    if load_lexicon().has("part", clause.text):
        return True
    largest = {p.unit: max(q.value for q in promised if q.unit == p.unit) for p in promised}
    counted = [m for m in clause.measures if m.unit in largest]
    if any(m.value < largest[m.unit] for m in counted) and not _counts_all(clause, promised):
        return True
    every = load_lexicon().has("every", clause.text)
    return bool(counted) and not every and not _counts_all(clause, promised)


def _names_some(clause: Clause, names: Sequence[str]) -> bool:
    named = sum(name in clause.text for name in names)
    return 0 < named < len(names)


def _counts_all(clause: Clause, promised: Sequence[Measure]) -> bool:
    return bool(promised) and all(
        any(m.unit == p.unit and m.value >= p.value for m in clause.measures) for p in promised
    )
