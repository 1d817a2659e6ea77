"""Words that a table says again and again: the same words stand in the same column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from shishi.layouts.flows.looks import Look

_FEWEST = 2
_LONGEST = 12
_TELLING = 6
"""Words of so many characters stand twice by no chance: one place that is sure tells of another that is not."""
_COST = 6


def strangeness(
    looks: Sequence[Look], places: Sequence[int], sure: Sequence[bool], *, width: int
) -> tuple[tuple[int, ...], ...]:
    """Give for each of `width` columns what it costs each grain that its words stand elsewhere in other rows.

    `places` are the columns that a first reading put the grains in, and `sure` says where it was. Units and
    people may stand in any column of names.

    >>> from shishi.layouts.flows.looks import look_at
    >>> looks = [look_at(w, frozenset()) for w in ("待验收", "待验收", "便民出行", "待验收")]
    >>> strangeness(looks, [1, 1, 0, 0], [True, True, True, False], width=2)
    ((6, 6, 0, 6), (0, 0, 0, 0))
    """
    seen: dict[str, Counter[int]] = {}
    for look, place, told in zip(looks, places, sure, strict=True):
        if told and _is_worded(look):
            seen.setdefault(look.text, Counter())[place] += 1
    costs = [[0] * len(looks) for _ in range(width)]
    for t, (look, place, told) in enumerate(zip(looks, places, sure, strict=True)):
        others = Counter(seen.get(look.text, ()))
        if told and others:
            others[place] -= 1
        usual = [c for c, count in others.items() if count]
        enough = 1 if told or look.length >= _TELLING else _FEWEST
        if len(usual) == 1 and others[usual[0]] >= enough:
            for column in {*range(width)} - {*usual}:
                costs[column][t] = _COST
    return tuple(map(tuple, costs))


def _is_worded(look: Look) -> bool:
    names = look.units or look.people == 100
    return 1 < look.length <= _LONGEST and not (
        names or look.is_code or look.is_number or look.is_blank
    )
