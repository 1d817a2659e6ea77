"""Sums that may begin with the percentage of the blank column before them: 40 and 318万元 in 40318万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUM = re.compile("([0-9][0-9,]*(?:[.][0-9]+)?)([万亿]?)元")
_PERCENT = re.compile("(?:100|[1-9]?[0-9])(?:[.][0-9]+)?")
_REST = re.compile("(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:[.][0-9]+)?")
_LEAST = re.compile("0[.]|[1-9]")
_ZEROS = {"": 0, "万": 4, "亿": 8}
_USUAL_DECIMALS = 2
_SEVERAL = 3
"""So many sums that can hold no percentage tell how long the others of a page without any are."""


class Sums:
    """The sums of a page, each beside what the row was cut for its percentage: what tells how long they are.

    A sum behind a percentage with its sign is whole. Where no row has a percentage, so are those that can hold
    none, if no other is longer: else the longer ones hold some.

    >>> sums = Sums(["1200万元", "800万元", "602600万元"], ["45%", "", ""])
    >>> sums.may_hold_percent("36万元"), sums.may_hold_percent("602600万元")
    (False, True)
    """

    def __init__(self, sums: Sequence[str] = (), shares: Sequence[str] = ()) -> None:
        pairs = [(money, share) for money, share in zip(sums, shares, strict=False) if money]
        signed = [money for money, share in pairs if share.endswith("%")]
        self._size, self._decimals = 0, _USUAL_DECIMALS
        self._measure(signed)
        whole = [money for money, share in pairs if not share and not _may_part(money)]
        if len(whole) >= _SEVERAL and not any(share for _, share in pairs):
            self._measure(whole)
            if not all(self._is_usual(money) for money, _ in pairs):
                self._size = 0

    def may_hold_percent(self, said: str) -> bool:
        """Tell a sum with its unit whose first digits may as well be a percentage without its sign.

        >>> said = "40318万元", "451,200万元", "3.185万元", "5万元", "600万元", "1,200万元", "40318"
        >>> [Sums().may_hold_percent(each) for each in said]
        [True, True, True, False, False, False, False]
        """
        return _may_part(said) and not self._is_usual(said)

    def _measure(self, whole: Sequence[str]) -> None:
        sizes = [_size(money) for money in whole]
        self._size = max((self._size, *(size for size, _ in sizes)))
        self._decimals = max((self._decimals, *(decimals for _, decimals in sizes)))

    def _is_usual(self, said: str) -> bool:
        """Tell a sum no longer than those that are whole."""
        size, decimals = _size(said)
        return size <= self._size and decimals <= self._decimals


def _size(said: str) -> tuple[int, int]:
    """Give how many digits a sum has in 元, and how many behind the point as it is printed."""
    found = _SUM.fullmatch(said)
    if found is None:
        return 0, 0
    whole, _, decimals = found[1].replace(",", "").partition(".")
    return len(whole.lstrip("0")) + _ZEROS[found[2]], len(decimals)


def _may_part(said: str) -> bool:
    found = _SUM.fullmatch(said)
    if found is None:
        return False
    digits = found[1]
    parts = ((digits[:at], digits[at:]) for at in range(1, len(digits)))
    return any(_PERCENT.fullmatch(share) and _is_sum(rest) for share, rest in parts)


def _is_sum(rest: str) -> bool:
    return _REST.fullmatch(rest) is not None and _LEAST.match(rest) is not None
