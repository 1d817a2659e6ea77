"""Fields: what the code of a field prints where Word stores no result: circled signs, ruby."""

from __future__ import annotations

import re

from shishi.readers.word.counting import format_count

_EQUATION = re.compile(r"\s*EQ\b", re.IGNORECASE)
_CIRCLED = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇◯]\s*,\s*([^(),]{1,4}?)\s*\)", re.IGNORECASE)
_ABOVE = re.compile(
    r"\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up[^(]{0,9}\(([^()]*)\)\s*,([^()]*)\)", re.IGNORECASE
)


def printed_by(code: str) -> str | None:
    r"""Say what a field without a result prints; None where that is not known.

    >>> printed_by(r" EQ \o\ac(○,3)"), printed_by(r"EQ \* jc2 \o\ad(\s\up 11(bei),北)"), printed_by("TC x")
    ('③', '北', None)
    """
    if not _EQUATION.match(code):
        return None
    if circled := _CIRCLED.search(code):
        inside = circled[1]
        number = inside.isascii() and inside.isdigit()
        return format_count(int(inside), "decimalEnclosedCircle") if number else inside
    above = _ABOVE.search(code)
    return above[2].strip() if above else None
