"""Format codes taken apart: 0.0%;[Red]-0.0%  ->  sections of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache


class Kind(Enum):
    """What a token of a format code stands for."""

    LITERAL = auto()
    DIGIT = auto()  # one of 0 # ?
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    EXPONENT = auto()  # E+ or E-
    SLASH = auto()
    DATE = auto()  # a run of one letter: yyyy, m, aaaa
    HALF = auto()  # AM/PM
    ELAPSED = auto()  # [h]
    GENERAL = auto()
    TEXT = auto()  # @


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a format code."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a format code: what it shows, and when.

    `condition` is an operator and a number; `numerals` 1 or 2 for Chinese numerals, 0 for digits.
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    numerals: int = 0

    @property
    def is_date(self) -> bool:
        """Tell a section that shows a day or a time."""
        return any(t.kind in (Kind.DATE, Kind.ELAPSED, Kind.HALF) for t in self.tokens)


_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<wide>.) | \*(?P<filled>.)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式|常规)
    | (?P<exponent>[Ee][+-])
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[aA]{3,4}|[eE]+|[gG]+|[bB]+)
    | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/)
    | (?P<text>@) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SINGLE = {
    "digit": Kind.DIGIT,
    "point": Kind.POINT,
    "comma": Kind.COMMA,
    "percent": Kind.PERCENT,
    "slash": Kind.SLASH,
    "text": Kind.TEXT,
    "exponent": Kind.EXPONENT,
    "half": Kind.HALF,
    "date": Kind.DATE,
    "general": Kind.GENERAL,
}
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_ELAPSED = re.compile(r"[hH]+|[mM]+|[sS]+")
_SYSTEM_DATE, _SYSTEM_TIME = "f800", "f400"
_LONGEST = 500


@lru_cache(maxsize=2_000)
def parse_code(code: str) -> tuple[Section, ...]:
    """Take a format code apart: one to four sections. Raises ValueError for one beyond all use.

    >>> [len(section.tokens) for section in parse_code('0.0"家";-0')]
    [4, 2]
    """
    if len(code) > _LONGEST:
        raise ValueError("a format code that long is no format")
    sections = [_section(part) for part in _split(code)]
    if len(sections) > 4:
        raise ValueError("a format has four sections at most")
    return tuple(sections)


def _split(code: str) -> list[str]:
    """Split at the semicolons that are no literal."""
    parts, start = [], 0
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            parts.append(code[start : match.start()])
            start = match.end()
    return [*parts, code[start:]]


def _section(code: str) -> Section:
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    numerals = 0
    for match in _TOKEN.finditer(code):
        group = match.lastgroup or ""
        said = match[group]
        if group in _SINGLE:
            tokens.append(Token(_SINGLE[group], said))
        elif group in ("quoted", "escaped", "other"):
            tokens.append(Token(Kind.LITERAL, said))
        elif group == "bracket":
            if found := _CONDITION.fullmatch(said.strip()):
                condition = (found[1], Decimal(found[2]))
            elif said.lower().startswith("dbnum"):
                numerals = int(said[5]) if said[5:6] in ("1", "2") else 3
            else:
                tokens += _bracketed(said)
    return Section(tuple(_minutes(tokens)), condition, numerals)


def _bracketed(said: str) -> list[Token]:
    """A currency or elapsed time; colours and languages show nothing."""
    if _ELAPSED.fullmatch(said):
        return [Token(Kind.ELAPSED, said.lower())]
    if not said.startswith("$"):
        return []
    sign, _, language = said[1:].partition("-")
    if language.lower() == _SYSTEM_DATE:
        return [*_section('yyyy"年"m"月"d"日"').tokens]
    if language.lower() == _SYSTEM_TIME:
        return [*_section("h:mm:ss").tokens]
    return [Token(Kind.LITERAL, sign)] if sign else []


def _minutes(tokens: list[Token]) -> list[Token]:
    """Tell minutes from months: an m behind hours, or before seconds, is minutes (written n)."""
    timed = [i for i, t in enumerate(tokens) if t.kind in (Kind.DATE, Kind.ELAPSED)]
    found = list(tokens)
    for at, index in enumerate(timed):
        text = tokens[index].text.lower()
        if not text.startswith("m") or tokens[index].kind is Kind.ELAPSED or len(text) > 2:
            continue
        before = tokens[timed[at - 1]].text.lower() if at else ""
        after = tokens[timed[at + 1]].text.lower() if at + 1 < len(timed) else ""
        if before.startswith("h") or after.startswith("s"):
            found[index] = Token(Kind.DATE, "n" * len(text))
    return found
