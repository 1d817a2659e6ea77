"""Scan a text for quantities: first every numeral, then what stands left and right of it.

A numeral alone is nothing. The character before it can make it a name (第3, G228, 1#), the words after
it must hold a magnitude, a unit or a counted noun. All looking up is by dictionary and by bounded
windows, so the time grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re

from shishi.measures.sides import (
    RANGE_SIGNS,
    WORDS,
    Quantity,
    Tail,
    clause_start,
    complete,
    read_rank,
    read_tail,
)
from shishi.measures.spoken import read_slashed, read_spoken
from shishi.text.numerals import ARABIC, CHINESE, read_arabic

# The same as ARABIC or CHINESE; it begins with one set of characters, which the engine finds fast.
_TOKEN = re.compile(
    f"[0-9{CHINESE[1:-2]}](?:(?<![0-9]){CHINESE[:-1]}*"
    r"|(?<=[0-9])(?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?))"
)
_DIGITS = re.compile(ARABIC)
_THREE = re.compile("[0-9]{3}(?![0-9])")
_NEVER_NEXT = frozenset("年月日号#")
_NEVER_BEFORE = frozenset("第前每#〔[_/*")
_AHEAD = ("超前", "提前")  # 超前3个百分点 is no rank
_NAME_LASTS = frozenset(word[-1] for word in WORDS.names_before)
_UNKNOWN = re.compile(r"([\u4e00-\u9fff]{1,2})(?=[,;。、)\n]|$)")
_MARKER_BEFORE = frozenset(";。:\n\t ")
_WHOLE = {name: unit.whole for name, unit in WORDS.units.items()}


def scan(text: str) -> list[Quantity]:
    """Find the quantities of a plain text from left to right; names and dates are passed over."""
    done = 0
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done or text[end : end + 1] in _NEVER_NEXT:
            continue
        read = _arabic if text[start] <= "9" else read_spoken
        quantity = read(text, start, end)
        if quantity is not None:
            done = quantity.end
            found.append(quantity)
    return found


def _arabic(text: str, start: int, end: int) -> Quantity | None:
    if start and _is_name(text, start):
        return read_rank(text, start, end)
    tail = read_tail(text, end)
    if text[tail.end : tail.end + 1] in RANGE_SIGNS:
        ranged = _range(text, start, end, low=tail)
        if ranged is not None:
            return ranged
    if tail.unit is None:
        return _without_unit(text, start, end, tail=tail)
    if start and text[start - 1] == "-" and WORDS.units[tail.unit.partition("/")[0]].signed:
        return None  # -3.2% is no rise of 3.2%; a dash before 30个 is only a dash
    digits = text[start:end]
    if "." in digits and not tail.magnitude and _WHOLE.get(tail.unit):
        start = _after_marker(text, start, end)
        digits = text[start:end]
    value = read_arabic(digits, tail.magnitude)
    return None if value is None else complete(text, start, value=value, tail=tail)


def _is_name(text: str, start: int) -> bool:
    """Whether what stands left of the digits makes them part of a name or of another number."""
    before = text[start - 1]
    if before in _NEVER_BEFORE or (before == " " and _goes_on(text, start)):
        return not text.endswith(_AHEAD, 0, start)
    if before == "+":
        return text[start - 2 : start - 1].isascii()  # “6+3”学校; 1个小区+2条道路 counts both
    if before > "~":
        return before in _NAME_LASTS and text.endswith(WORDS.names_before, 0, start)
    if before in ".-":
        return start > 1 and text[start - 2].isascii() and text[start - 2].isalnum()
    if text.endswith(WORDS.names_before, 0, start):
        return True
    return before.isalpha() and not text.endswith(WORDS.letters, 0, start)


def _goes_on(text: str, start: int) -> bool:
    """Whether three digits after a blank may be the end of a longer number: 1 200户."""
    return text[start - 2 : start - 1].isdigit() and bool(_THREE.match(text, start))


def _after_marker(text: str, start: int, end: int) -> int:
    """Skip a list marker: things are counted whole, so 2.5家 at the start of a line is 2. and 5家."""
    if start and text[start - 1] not in _MARKER_BEFORE:
        return start
    return text.index(".", start, end) + 1


def _range(text: str, start: int, end: int, *, low: Tail) -> Quantity | None:
    """Read 3至5层, 3-5万元, 10%~15%: both ends with one unit, the lower first."""
    if low.unit is not None and text.endswith(WORDS.no_range_after, 0, start):
        return None
    at = low.end + 1 + (text[low.end + 1 : low.end + 2] in RANGE_SIGNS)
    match = _DIGITS.match(text, at)
    if not match:
        return None
    high = read_tail(text, match.end())
    magnitude = low.magnitude or ("" if low.unit else high.magnitude)
    first, second = read_arabic(text[start:end], magnitude), read_arabic(match[0], high.magnitude)
    if first is None or second is None or first >= second:
        return None
    if low.unit is not None and low.unit != high.unit:
        return None
    if high.unit is None:
        return None
    quantity = complete(text, start, value=first, tail=high)
    quantity.high = second
    return quantity


def _without_unit(text: str, start: int, end: int, *, tail: Tail) -> Quantity | None:
    """Read a number without a measure word: 6000万, 300学位, or one with an unknown unit."""
    at, unit, sure = tail.end, "", True
    if text[at : at + 1] == "/":
        return read_slashed(text, start)
    noun = text.startswith(WORDS.counted.get(text[at : at + 1], ()), at)
    if not (noun or ("万" in tail.magnitude or "亿" in tail.magnitude)):
        unknown = _UNKNOWN.match(text, at)
        if tail.magnitude or not unknown or not _counts(text, start, unknown[1]):
            return None
        at, unit, sure = unknown.end(), unknown[1], False
    value = read_arabic(text[start:end], tail.magnitude)
    if value is None:
        return None
    quantity = complete(text, start, value=value, tail=Tail(tail.magnitude, tail.more, unit, at))
    quantity.sure = sure
    return quantity


def _counts(text: str, start: int, word: str) -> bool:
    if word in WORDS.never or word[-1] in _NEVER_NEXT or word[0] in _NEVER_NEXT:
        return False
    clause = text[clause_start(text, start) : start]
    return any(action in clause for action in WORDS.actions)
