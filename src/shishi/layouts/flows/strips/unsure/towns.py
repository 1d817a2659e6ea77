"""Towns that may stand on either side of a seam: at the end of a list of units, or at the beginning of what is said."""

from __future__ import annotations

import re

from shishi.layouts.words.names.kinds import is_group, is_unit

_LAST_NAME = re.compile("[^、,，;；★:：\\s]+$")
_TOWN_END = re.compile("(?:街道|苏木|镇|乡)$")
_CHARACTERS = (2, 3)
"""So many characters are the name of a town before its end."""


def ends_in_glued_town(units: str) -> bool:
    """Tell units the last of which is a town that no mark parts from the name before it: it may begin the next cell.

    >>> [ends_in_glued_town(u) for u in ("民政局、水务局河口镇", "水务局、河口镇", "水务局各乡镇")]
    [True, False, False]
    """
    last = _LAST_NAME.search(units)
    end = _TOWN_END.search(last[0]) if last else None
    if last is None or end is None:
        return False
    starts = [end.start() - n for n in _CHARACTERS if end.start() > n]
    grouped = any(is_group(last[0][at:]) for at in starts)
    return not grouped and any(is_unit(last[0][:at]) for at in starts)
