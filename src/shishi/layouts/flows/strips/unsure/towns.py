"""Towns that may stand on either side of a seam: at the end of a list of units, or at the beginning of what is said."""

from __future__ import annotations

import re

from shishi.layouts.flows.strips.words.wording import SITES, TOWN
from shishi.layouts.words.names.kinds import is_group, is_unit

_LAST_NAME = re.compile("[^、,，;；★:：/\\s]+$")
_TOWN_END = re.compile("(?:街道|苏木|镇|乡)$")
_CHARACTERS = (2, 3)
"""So many characters are the name of a town before its end."""
_JOINED = frozenset("和与及")
"""What parts two names as a mark does: 文旅局及|河口镇."""
_MARKS = re.compile("[、,，;；/和与及]")


def ends_in_glued_town(units: str) -> bool:
    """Tell units the last of which is a town that no mark parts from the name before it: it may begin the next cell.

    >>> [ends_in_glued_town(u) for u in ("民政局、水务局河口镇", "水务局、河口镇", "水务局及河口镇", "水务局各乡镇")]
    [True, False, False, False]
    """
    last = _LAST_NAME.search(units)
    end = _TOWN_END.search(last[0]) if last else None
    if last is None or end is None:
        return False
    starts = [end.start() - n for n in _CHARACTERS if end.start() > n]
    parted = any(is_group(last[0][at:]) or last[0][at - 1] in _JOINED for at in starts)
    return not parted and any(is_unit(last[0][:at]) for at in starts)


def may_tell_of_towns(units: str, said: str) -> bool:
    """Tell units that are towns or groups of units alone, before words for sites in them: they may begin the sentence.

    >>> [may_tell_of_towns(units, "辖区内已建成3座") for units in ("河口镇", "各乡镇", "财政局、河口镇")]
    [True, True, False]
    """
    names = _MARKS.split(units)
    return bool(SITES.match(said)) and all(is_group(n) or re.fullmatch(TOWN, n) for n in names)
