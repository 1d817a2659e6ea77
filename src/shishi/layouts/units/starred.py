"""Cells of units some of which lead by a star: whether it marks a line or a name, and who leads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from shishi.layouts.cutting import cut
from shishi.layouts.units.broken import lines_of
from shishi.layouts.units.lists import LISTED, UnitCell, read_names
from shishi.layouts.words.names.listing import unit_share
from shishi.places import Text
from shishi.text.characters import Script, fold, squeeze

_ALL = 100


def stars_mark_lines(texts: Iterable[Text], *, script: Script) -> bool:
    """Tell whether ★ marks a line of leads, as in a cell with ★ on one line and none on the next.

    Where a star stands in the middle of a line, every lead of the table has its own. A page that lost
    its line ends has spaces for them: ★甲局、乙局 丙局.
    """
    by_lines, by_spaces, alone = False, 0, 0
    for text in texts:
        if "★" not in text.value:
            continue
        lines = _lists_of(text, script)
        if any("★" in line.value.lstrip()[1:] for line in lines):
            return False
        starred = [_is_starred(line) for line in lines]
        some = any(starred) and not all(starred)
        if len(lines_of(text)) > 1:
            by_lines |= some
        elif LISTED.search(text.value):
            by_spaces += some
            alone += len(lines) == 1  # ★甲局、乙局: with a star for the first only, if most are so
    return by_lines or by_spaces > alone


_STARRED_BEHIND = re.compile(r"(?=.*★(?:[\s、,，;；]|$))[^★]*(?:[^★\s、,，;；]★[^★]*)+", re.DOTALL)
"""A cell whose stars all stand right behind a name, one of them at its end or before what parts names."""
_UP_TO_STAR = re.compile("[^★]+★?")


def split_starred(
    text: Text, *, by_line: bool, script: Script, known: frozenset[str] = frozenset()
) -> tuple[UnitCell, UnitCell | None]:
    """Split one cell of units into the starred leads and the supporters, if any.

    `by_line`: every name on a ★ line leads (see stars_mark_lines); otherwise each name that leads has
    its own star, before it or, in all of the cell, behind it.
    """
    whole = read_names(text, script=script, known=known)
    if _STARRED_BEHIND.fullmatch(text.value):
        ends = [(n, s.start(), s.end()) for n in whole.names for s in _UP_TO_STAR.finditer(n.value)]
        leads = tuple(cut(n, a, b - 1) for n, a, b in ends if n.value[b - 1] == "★")
        others = tuple(cut(n, a, b) for n, a, b in ends if n.value[b - 1] != "★")
        lead = UnitCell(whole.text, leads, whole.open_ended)
        return lead, UnitCell(whole.text, others, whole.open_ended) if others else None
    if by_line:
        starred = [
            n.value
            for t in _lists_of(text, script)
            if _is_starred(t)
            for n in read_names(t, script=script, known=known).names
        ]
        leading = [n.value in starred for n in whole.names]
    else:
        leading = _follow_star(whole)
    leads = tuple(n for n, leads in zip(whole.names, leading, strict=True) if leads)
    supporters = tuple(n for n, leads in zip(whole.names, leading, strict=True) if not leads)
    lead = UnitCell(whole.text, leads, whole.open_ended)
    return lead, UnitCell(whole.text, supporters, whole.open_ended) if supporters else None


def _lists_of(text: Text, script: Script) -> list[Text]:
    """Cut a text at its line breaks; where it has none, at the spaces behind its whole lists.

    A space that breaks a name is none of them: ★区水务局 生态 环境局、各街道.
    """
    lines = lines_of(text)
    if len(lines) != 1:
        return lines
    begins = [0]
    for space in re.finditer(r"(?<=\S)\s+(?=\S)", text.value):
        if _is_list(text.value[begins[-1] : space.start()], script):
            begins.append(space.start())
    whole = _is_list(text.value[begins[-1] :], script)
    return [cut(text, a, b) for a, b in pairwise([*begins, len(text.value)])] if whole else lines


def _is_list(printed: str, script: Script) -> bool:
    return unit_share(squeeze(fold(printed, script).plain)) == _ALL


def _is_starred(line: Text) -> bool:
    return line.value.lstrip().startswith("★")


def _follow_star(cell: UnitCell) -> list[bool]:
    """Say of each name in a cell whether a star stands before it; one that is printed twice is asked twice."""
    value, at = cell.text.value, 0
    found = []
    for name in cell.names:
        start = value.find(name.value, at)
        found.append(value[: max(start, 0)].rstrip().endswith("★"))
        at = max(start, at) + len(name.value)
    return found
