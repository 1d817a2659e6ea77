"""Line ends inside a cell that part a number from its measure word, or a number from itself.

A narrow column breaks 48⏎套 and 80⏎% as it breaks any other text: a layout, and no damage. But a word
that only begins with a measure word (12⏎个别小区) belongs to its own line, and digits on both sides
(1⏎2个) may be one number or two: nobody can tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from shishi.text.numerals import ARABIC

_DIGIT_NEXT = re.compile(r"\n[ \t]*[.,]?[0-9]")
_FARTHEST = 32
_NUMBER = rf"(?<![0-9.,A-Za-z])(?:{ARABIC})(?:[余多]?[百千万亿]{{0,2}}|[百千万亿]{{1,2}}[余多])"
_NUMBER_BEFORE = re.compile(rf"(?P<alone>(?:^|\n)[ \t]*)?{_NUMBER}\Z")
_NUMBER_LASTS = frozenset("0123456789余多百千万亿")
_WHOLE_BEFORE = re.compile(r"(?<![0-9.,A-Za-z])[0-9]+\Z")
_DECIMALS = re.compile(r"\.[0-9]{1,4}(?![0-9.])")
_RANGE_BEFORE = re.compile(rf"{_NUMBER}[—~至到-]\Z")
_LONGEST_HEAD = 4
_CLOSED = r"(?=[,;。、:)(!?\s”|]|\Z)"
_PARTED_SUM = re.compile(r"[0-9][0-9.,]{0,17}[ \t]*\n[ \t]*[.,]?[0-9][0-9.,]{0,17}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\.[0-9]{1,2}){0,2}")


@dataclass(frozen=True, slots=True)
class Joined:
    """A text without the line ends that are only layout; `offsets` has the place of each character before.

    >>> join_lines("增设水尺48\\n套").plain
    '增设水尺48套'
    """

    plain: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where a stretch stood in the text before, without the line end after it."""
        return self.offsets[start], self.offsets[end - 1] + 1


def join_lines(text: str) -> Joined | None:
    """Take out each line end between a number and its measure word or comparator; None if there is none."""
    breaks = [(_last(text, m.start()), m.end()) for m in _patterns().line_end.finditer(text)]
    spans = [(start, end) for start, end in breaks if start and _is_layout(text, start, end)]
    if not spans:
        return None
    kept: list[int] = []
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        kept += range(position, start)
        position = end
    return Joined("".join(text[i] for i in kept), tuple(kept))


def _last(text: str, at: int) -> int:
    """Where the line that ends at `at` ends without its blanks."""
    while text[at - 1 : at] in (" ", "\t"):
        at -= 1
    return at


def find_parted(text: str) -> list[tuple[int, int]]:
    """Find the digits that stand on both sides of a line end and may be one number: 路灯1⏎20盏.

    A number alone on its line, a year, a list marker and a whole date in the next line part nothing.

    >>> find_parted("完成率达9\\n6%"), find_parted("建成3处\\n6月验收")
    ([(4, 7)], [])
    """
    if not may_be_parted(text):
        return []
    found = []
    for match in _patterns().parted.finditer(text):
        before, after = match["before"], match["after"]
        if not _YEAR.fullmatch(before) and _may_be_one(before + after, match["unit"]):
            found.append((match.start("before"), match.end("after")))
    return found


def parted_sum(text: str) -> tuple[int, int] | None:
    """Find digits on both sides of a line end in a cell that holds one number; None where there are none.

    >>> parted_sum("95.\\n5%"), parted_sum("80\\n%"), parted_sum("一期80%\\n二期35%")
    ((0, 5), None, None)
    """
    match = _PARTED_SUM.search(text)
    return match and match.span()


def may_be_parted(text: str) -> bool:
    """Whether any line but the first begins with a digit, without which no digits are parted."""
    return _DIGIT_NEXT.search(text) is not None


def _may_be_one(number: str, unit: str) -> bool:
    """Whether both halves make a number that may stand before 月 or 日; before others any may."""
    most = {"月": 12, "日": 31}.get(unit)
    return most is None or (number.isdigit() and int(number) <= most)


def _is_layout(text: str, start: int, end: int) -> bool:
    patterns = _patterns()
    low = max(0, start - _FARTHEST)
    if text[start - 1] in _NUMBER_LASTS and patterns.opens.match(text, end):
        number = _NUMBER_BEFORE.search(text, low, start)
        if number is None or number["alone"] is None:
            return number is not None
        return patterns.closes.match(text, end) is not None
    if _DECIMALS.match(text, end):  # no line begins so of itself
        return _WHOLE_BEFORE.search(text, low, start) is not None
    if patterns.range_next.match(text, end):
        return _NUMBER_BEFORE.search(text, low, start) is not None
    if "0" <= text[end] <= "9":
        return _RANGE_BEFORE.search(text, low, start) is not None or (
            text.endswith(patterns.before, low, start)
            and not text.endswith(patterns.not_before, low, start)
        )
    if patterns.bound.match(text, end):
        return patterns.counted.search(text, low, start) is not None
    return _is_inside_word(text, start, end)


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a line end stands inside a unit or a comparator: 2.5公⏎里, 300人⏎次, 80%以⏎上, 不少⏎于20个."""
    patterns = _patterns()
    low = max(0, start - _FARTHEST)
    for length in range(1, min(_LONGEST_HEAD, start) + 1):
        for rest, kind in patterns.halves.get(text[start - length : start], ()):
            after = end + len(rest)
            if not text.startswith(rest, end):
                continue
            if kind is _Kind.BEFORE:
                return text[after : after + 1].isdecimal()
            if kind is _Kind.WHOLE_BEFORE and not patterns.closed.match(text, after):
                continue
            told = patterns.counted if kind is _Kind.AFTER else _NUMBER_BEFORE
            if told.search(text, low, start - length):
                return True
    return False


class _Kind(Enum):
    """What a word is that a line end may stand in; WHOLE_BEFORE: a unit whose first half is a unit, too."""

    BEFORE = 1
    AFTER = 2
    UNIT = 3
    WHOLE_BEFORE = 4


_Halves = dict[str, list[tuple[str, _Kind]]]


def _halve(units: Sequence[str], before: Sequence[str], after: Sequence[str]) -> _Halves:
    """Give each first half of a word with its second halves, the longest first."""
    halves: _Halves = {}
    for word in sorted({*units, *before, *after}, key=len, reverse=True):
        for at in range(1, len(word)) if not word.isascii() else ():
            kind = _Kind.WHOLE_BEFORE if word[:at] in units else _Kind.UNIT
            kind = _Kind.BEFORE if word in before else _Kind.AFTER if word in after else kind
            halves.setdefault(word[:at], []).append((word[at:], kind))
    return halves


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What tells a line end apart. `closes` matches less than `opens`: the clause ends behind the word."""

    opens: re.Pattern[str]
    line_end: re.Pattern[str]
    closes: re.Pattern[str]
    counted: re.Pattern[str]
    closed: re.Pattern[str]
    bound: re.Pattern[str]
    range_next: re.Pattern[str]
    before: tuple[str, ...]
    not_before: tuple[str, ...]
    halves: _Halves
    parted: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, units = _load("line_ends"), _load("units")
    every = [name for family in units["family"].values() for name in family["units"]]
    size = f"(?:{_any(words['measure_words']['magnitudes'])})"
    bound = f"(?:{_any(words['comparators']['after'])})"
    whole = f"余?(?:{size}?(?:{_any(every)})(?![0-9A-Za-z])|{size})(?:/[^\\s,;。、:]{{1,4}})?{bound}?{_CLOSED}"
    others = "|".join(
        re.escape(first) + f"(?:{_any(rest)})" for first, rest in words["other_words"].items()
    )
    long = [name for name in every if len(name) > 1 and not name.isascii()]
    open_ = f"余?{size}?(?:{_any([*long, *words['measure_words']['open']])})"
    before, after = (tuple(words["comparators"][side]) for side in ("before", "after"))
    halves = _halve(every, before, after)
    rests = [rest for found in halves.values() for rest, _ in found]
    firsts = {w[0] for w in [*every, *after, *rests, *words["measure_words"]["magnitudes"]]}
    named = "".join(f"(?<!{re.escape(word)})" for word in units["names_before"]["words"])
    return _Patterns(
        line_end=re.compile(
            f"\n(?<![。;,、:]\n)[ \t]*(?=[{re.escape(''.join(sorted(firsts)))}余0-9.—~至])"
        ),
        opens=re.compile(f"(?!{others}){open_}|(?!{others}){whole}"),
        closes=re.compile(f"(?!{others}){whole}"),
        counted=re.compile(rf"[0-9](?:{size}?(?:{_any(every)}))\Z"),
        bound=re.compile(bound + _CLOSED),
        closed=re.compile(_CLOSED),
        range_next=re.compile("[—~至][0-9]"),
        before=before,
        not_before=tuple(word for words in units["left"]["not"].values() for word in words),
        halves=halves,
        parted=re.compile(
            rf"(?<=[^\s0-9.,、:/#-]){named}(?P<before>[0-9][0-9.,]{{0,11}})[ \t]*\n[ \t]*"
            rf"(?P<after>[.,]?[0-9][0-9.,]{{0,11}}(?<![.,]))(?P<unit>{size}?(?:{_any(every)})|[月日])"
        ),
    )


def _load(name: str) -> dict[str, Any]:
    file = files("shishi") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
