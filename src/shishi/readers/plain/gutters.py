"""Gutters: the places between columns where hardly any line of a page prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

Gap = tuple[int, int]
"""The places from the first to before the second, counted from 0."""

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_CROSSED = 4  # of a hundred lines may print where columns are parted
_MOST_COLUMNS = 60
_NEAR = 4  # so many places beside the gap of the others a line may be parted


def segments(line: str) -> list[Gap]:
    """Give the stretches of words of a line that two spaces or more part.

    >>> segments("1  修路 3 条   住建局")
    [(0, 1), (3, 9), (12, 15)]
    """
    return [found.span() for found in _SEGMENT.finditer(line)]


def find_gaps(lines: Sequence[str]) -> list[Gap]:
    """Find the gaps between the columns of a page; its first line names them, the second perhaps parts of them.

    A gap is wider than one place, or lies between two words of the first line, whose words may stand a little
    beside their columns; each column has a name. Where two of those words stand in one column, the place
    between them that fewest lines fill parts it. No table has 60 columns; there none are found.
    """
    filled = Counter(i for line in lines[1:] for i, c in enumerate(line) if not c.isspace())
    most = len(lines) * _CROSSED // 100
    widest = max(map(len, lines))
    between = [(a, b) for (_, a), (b, _) in pairwise(segments(lines[0]))]
    gaps = [
        (start, end)
        for start, end in _runs([i for i in range(1, widest) if filled[i] <= most])
        if end < widest and (end - start > 1 or any(a < end and start < b for a, b in between))
    ]
    if max(len(gaps), len(between)) >= _MOST_COLUMNS:
        return []
    header = lines[:2] if lines[1:] and lines[1][:1].isspace() else lines[:1]
    gaps = _named(gaps, header)
    for a, b in between:
        words = cut_at(lines[0], gaps) or []
        if any(start <= a - 1 and b < end for start, end in words):  # both words in one column
            best = min(range(a, b), key=lambda i: (filled[i], -i))
            gaps = sorted([*gaps, (best, best + 1)])
    return gaps


def _runs(places: Sequence[int]) -> list[Gap]:
    runs: list[Gap] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


def _named(gaps: list[Gap], header: Sequence[str]) -> list[Gap]:
    """Drop the narrower gap beside each column that has no name."""
    while gaps:
        cuts = [cut_at(line, gaps) for line in header]
        if any(cut is None for cut in cuts):
            return gaps
        told = [(line, cut) for line, cut in zip(header, cuts, strict=True) if cut]
        names = [
            any(line[slice(*cut[k])].strip() for line, cut in told) for k in range(len(gaps) + 1)
        ]
        blank = next((k for k, named in enumerate(names) if not named), None)
        if blank is None:
            return gaps
        beside = [gaps[k] for k in (blank - 1, blank) if 0 <= k < len(gaps)]
        gaps.remove(min(beside, key=lambda gap: gap[1] - gap[0]))
    return gaps


def cut_at(line: str, gaps: Sequence[Gap]) -> list[Gap] | None:
    """Cut a line at the gaps: the stretch of each column; None where words cross one without a space near.

    Words that cross a gap and are as many as the columns stand in one each.

    >>> cut_at("修路 3 条   住建局", [(6, 9)])
    [(0, 6), (6, 12)]
    """
    cuts = [0]
    ways = (segments(line), [word.span() for word in _WORD.finditer(line)])
    words = next((way for way in ways if len(way) == len(gaps) + 1), None)
    for number, (start, end) in enumerate(gaps):
        spots = [i for i in range(start, end) if not line[i : i + 1].strip()]
        if words and not all(
            line[i : i + 1].isspace() or i >= len(line) for i in range(start, end)
        ):
            spots = [words[number][1]]
        near = range(max(0, start - _NEAR), end + _NEAR)
        spots = spots or [i for i in near if not line[i : i + 1].strip()]
        if not spots:
            return None
        cuts.append(min(spots, key=lambda i: abs(i - start)))
    if any(a > b for a, b in pairwise(cuts)):
        return None
    return list(pairwise([*cuts, max(len(line), cuts[-1])]))
