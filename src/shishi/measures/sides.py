"""Sides: what stands left and right of a number: comparator, magnitude, unit, comparator again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shishi.measures.units import load_words

WORDS = load_words()
MORE = frozenset("余多")  # 30余场, 30多场

_SIZES = frozenset("百千万亿")
_MORE_OR_SIZE = MORE | _SIZES
_KILO = frozenset("米克瓦伏卡帕")  # 65千米 is no 65000 米
_PER_UNITS = "|".join(map(re.escape, WORDS.per))
_PER = re.compile(f"/(?:{_PER_UNITS})(?:[/·](?:{_PER_UNITS}))?(?![0-9A-Za-z])")
_BOUNDARY = frozenset(",;。、:)!?\n \t”'\"|")
_CLAUSE_ENDS = re.compile(r"[,;。:\n]")
_ASIDE = re.compile(f"\\([^()0-9]{{1,8}}\\)(?={'|'.join(map(re.escape, WORDS.right))})")
_FARTHEST = 40
_LEFT_LASTS = frozenset(word[-1] for word in WORDS.left)
_LEFT_LENGTHS = tuple(sorted({len(word) for word in WORDS.left}, reverse=True))
_RIGHT_FIRSTS = frozenset(word[0] for word in WORDS.right)
_RIGHT_LENGTHS = tuple(sorted({len(word) for word in WORDS.right}, reverse=True))
# 2处/个 leaves the measure word open and is no rate.
_SWAPPED = {
    f"/{per}": tuple(n for n, u in WORDS.units.items() if u.family == "place")
    for per in ("个", "处", "座", "间", "家", "套", "班", "件")
}


@dataclass(slots=True)
class Tail:
    """What was read right of the digits, and where it ends."""

    magnitude: str
    more: bool
    unit: str | None
    end: int


def read_tail(text: str, at: int) -> Tail:
    """Read 余, magnitude, 余 again and unit, each if there."""
    end, more, magnitude = at, False, ""
    if text[end : end + 1] in _MORE_OR_SIZE:
        more = text[end] in MORE
        start = end = end + more
        while text[end : end + 1] in _SIZES and not (
            text[end] == "千" and text[end + 1 : end + 2] in _KILO
        ):
            end += 1
        magnitude = text[start:end]
        if not more and text[end : end + 1] in MORE:
            more, end = True, end + 1
    unit, after = _unit(text, end + 1 if text[end : end + 1] == " " else end)
    return Tail(magnitude, more, unit, after if unit is not None else end)


def _unit(text: str, at: int) -> tuple[str | None, int]:
    """Read the longest unit that stands at `at` and is not the beginning of another word."""
    for length in WORDS.lengths.get(text[at : at + 1], ()):
        name = text[at : at + length]
        if name not in WORDS.units:
            continue
        end = at + len(name)
        if name not in WORDS.plain and not _allowed(text, name, at):
            continue
        if text[end : end + 1] == "/":
            per = _PER.match(text, end)
            if per and (per[0].count("/") > 1 or name not in _SWAPPED.get(per[0], ())):
                return name + per[0], per.end()
        return name, end
    return None, at


def _allowed(text: str, name: str, at: int) -> bool:
    end = at + len(name)
    if name in WORDS.not_after and text.startswith(WORDS.not_after[name], end):
        return False
    if name.isascii() and name.isalnum() and text[end : end + 1].isalnum():
        return not text[end].isascii()
    if name in WORDS.boundary_only and not (
        end == len(text) or text[end] in _BOUNDARY or text.startswith(WORDS.boundary_words, end)
    ):
        return False
    if name in WORDS.needs:
        clause = text[clause_start(text, at) : at]
        return any(word in clause for word in WORDS.needs[name])
    return True


def clause_start(text: str, at: int) -> int:
    """Where the clause around `at` begins, not farther than a bounded window before."""
    low = max(0, at - _FARTHEST)
    ends = [m.end() for m in _CLAUSE_ENDS.finditer(text, low, at)]
    return ends[-1] if ends else low


def read_left(text: str, start: int) -> tuple[str, int, str]:
    """Give the comparator that ends at `start`, where it begins, and its word; "" if there is none."""
    end = start - 1 if text[start - 1 : start] == " " else start
    if not end or text[end - 1] not in _LEFT_LASTS:
        return "", start, ""
    for length in _LEFT_LENGTHS:
        word = text[max(0, end - length) : end]
        if word in WORDS.left and not text.endswith(WORDS.left_not.get(word, ()), 0, end):
            return WORDS.left[word], end - len(word), word
    return "", start, ""


def read_right(text: str, at: int) -> tuple[str, int]:
    """Give the comparator that begins at `at`, and where it ends; "" if there is none."""
    first = text[at : at + 1]
    if first == "(":
        aside = _ASIDE.match(text, at)  # 200个(标准桩)以上
        at, first = (aside.end(), text[aside.end() : aside.end() + 1]) if aside else (at, first)
    if first not in _RIGHT_FIRSTS:
        return "", at
    for length in _RIGHT_LENGTHS:
        word = text[at : at + length]
        if word in WORDS.right:
            return WORDS.right[word], at + len(word)
    return "", at
