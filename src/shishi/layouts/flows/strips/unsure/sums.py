"""Sums that may begin with the percentage of the blank column before them: 40 and 318万元 in 40318万元."""

from __future__ import annotations

import re

_SUM = re.compile("([0-9]+(?:[.][0-9]+)?)[万亿]?元")
_PERCENT = re.compile("(?:100|[1-9]?[0-9])(?:[.][0-9]+)?")
_REST = re.compile("(?:0[.]|[1-9])[0-9.]*")
_NUMBER = re.compile("[0-9]+(?:[.][0-9]+)?")
_SIGNED = re.compile("%[0-9]+(?:[.][0-9]+)?[万亿]?元")
"""A percentage with its sign before a sum: where the page prints these, bare digits are the sum's."""


def may_hold_percent(said: str, body: str) -> bool:
    """Tell a sum with its unit whose first digits may as well be a percentage without its sign.

    >>> [may_hold_percent(said, "") for said in ("40318万元", "3.185万元", "5万元", "600万元", "40318")]
    [True, True, False, False, False]
    """
    found = _SUM.fullmatch(said)
    if found is None or _SIGNED.search(body):
        return False
    digits = found[1]
    parts = ((digits[:at], digits[at:]) for at in range(1, len(digits)))
    return any(
        _PERCENT.fullmatch(share) and _REST.fullmatch(rest) and _NUMBER.fullmatch(rest)
        for share, rest in parts
    )
