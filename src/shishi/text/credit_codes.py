"""Unified social credit codes (统一社会信用代码, GB 32100): 18 characters, the last one a check."""

from __future__ import annotations

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE = re.compile(
    f"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}(?![0-9A-Za-z])"
)
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def find_credit_code(text: str) -> str:
    """Find the credit code in an index number (11330999002954449B/2031-00012); "" when there is none.

    >>> find_credit_code("11330206002954449B/2024-198521"), find_credit_code("2950798/2023-51649")
    ('11330206002954449B', '')
    """
    found = _CODE.search(text)
    return found[0] if found else ""


def is_sound_credit_code(code: str) -> bool:
    """Tell whether the last character is the one that the others call for.

    >>> is_sound_credit_code("11330206002954449B"), is_sound_credit_code("11330206002954449C")
    (True, False)
    """
    total = sum(_ALPHABET.index(c) * w for c, w in zip(code, _WEIGHTS, strict=False))
    return code[-1:] == _ALPHABET[(31 - total % 31) % 31]
