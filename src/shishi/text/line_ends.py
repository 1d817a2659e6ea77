"""Line ends inside a cell that part a number from its measure word, or a number from itself.

A narrow column breaks 48⏎套 and 80⏎% as it breaks any other text: a layout, and no damage. But nearly
every measure word begins other words and names (12⏎户户通, 3⏎张浦镇), which belong to their own line: one
is read over a line end only where what follows makes it one. Digits on both sides (1⏎2个) may be one
number or two: nobody can tell.
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
_LONG_NUMBER = re.compile(r"[0-9]{7}[0-9.]*\Z")  # a telephone
_NUMBER_BEFORE = re.compile(rf"(?P<alone>(?:^|\n)[ \t]*)?{_NUMBER}\Z")
_NUMBER_LASTS = frozenset("0123456789余多百千万亿")
_WHOLE_BEFORE = re.compile(r"(?<![0-9.,A-Za-z])[0-9]+\Z")
_ARABIC = re.compile(ARABIC)
_DECIMALS = re.compile(r"\.[0-9]{1,4}(?![0-9.])")
_RANGE_BEFORE = re.compile(rf"{_NUMBER}[—~至到-]\Z")
_LONGEST_HEAD = 4
_CLAUSE_ENDS = r"(?=[,;。、)(!?\s”|]|\Z)"  # a colon makes a label of the word: 班次:, 门:
_SENTENCE_ENDS = r"(?=[,;。、)!?\n|]|\Z)"
_CLOSED = r"(?=[,;。、:)(!?\s”|]|\Z)"
_PARTED_SUM = re.compile(r"[0-9][0-9.,]{0,17}[ \t]*\n[ \t]*(?P<after>[.,]?[0-9][0-9.,]{0,17})")
_MARKER = re.compile(r"[0-9]{1,2}[.、)][ \t]*[^\W0-9]")
_YEAR_NEXT = re.compile("(?:19|20)[0-9]{2}年")
_FRACTION = re.compile(r"\.[0-9]")
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

    A number alone on its line, a year, a list marker and a whole date in the next line part nothing; nor
    does one that letters make a name (G104, DN300), or a date or version before things (6.30⏎12个小区),
    of which no fraction is counted.

    >>> find_parted("完成率达9\\n6%"), find_parted("建成3处\\n6月验收")
    ([(4, 7)], [])
    """
    if not may_be_parted(text):
        return []
    found = []
    for match in _patterns().parted.finditer(text):
        before, after = match["before"], match["after"]
        if not _YEAR.fullmatch(before) and _may_be_one(before, after, match["unit"]):
            found.append((match.start("before"), match.end("after")))
    return found


def parted_sum(text: str) -> tuple[int, int] | None:
    """Find digits on both sides of a line end in a cell that holds one number; None where there are none.

    A list marker (2.市级:300) or a year (2031年300) in the next line is no rest of a number. In a cell that
    begins with a marker itself the first number is none of a sum, so such a one stays in doubt.

    >>> parted_sum("95.\\n5%"), parted_sum("80\\n%"), parted_sum("一期80%\\n二期35%")
    ((0, 5), None, None)
    """
    listed = _MARKER.match(text.lstrip()) is not None
    for match in _PARTED_SUM.finditer(text):
        after = match.start("after")
        if listed or not (_MARKER.match(text, after) or _YEAR_NEXT.match(text, after)):
            return match.span()
    return None


def may_be_parted(text: str) -> bool:
    """Whether any line but the first begins with a digit, without which no digits are parted."""
    return _DIGIT_NEXT.search(text) is not None


def _may_be_one(before: str, after: str, unit: str) -> bool:
    """Whether both halves make a number that may stand before its unit: no 13月, no 6.3012个."""
    if unit in _patterns().counts and _FRACTION.search(before):
        return False
    number = before + after
    most = {"月": 12, "日": 31}.get(unit)
    return most is None or (number.isdigit() and int(number) <= most)


def _is_layout(text: str, start: int, end: int) -> bool:
    patterns = _patterns()
    low = max(0, start - _FARTHEST)
    number = _NUMBER_BEFORE.search(text, low, start) if text[start - 1] in _NUMBER_LASTS else None
    if number and (word := patterns.word.match(text, end)):
        if _LONG_NUMBER.search(text, low, start):
            return False
        if patterns.closes.match(text, end) and _has_needed(text[low:start], word["unit"]):
            return True
        return number["alone"] is None and _is_counted(text, end, word)
    if _DECIMALS.match(text, end):  # no line begins so of itself
        return _WHOLE_BEFORE.search(text, low, start) is not None
    if to := patterns.range_next.match(text, end):
        return _is_range(number, to)
    if "0" <= text[end] <= "9":
        from_, to = _RANGE_BEFORE.search(text, low, start), patterns.range_end.match(text, end)
        return _is_range(from_, to) or (
            text.endswith(patterns.before, low, start)
            and not text.endswith(patterns.not_before, low, start)
        )
    if patterns.bound.match(text, end):
        return patterns.counted.search(text, low, start) is not None
    return _is_inside_word(text, start, end)


def _is_range(from_: re.Match[str] | None, to: re.Match[str] | None) -> bool:
    """Whether two numbers make a range: 30⏎至90张, and neither 20⏎至6月底 nor 20⏎至6个站."""
    if from_ is None or to is None:
        return False
    low, high = (_ARABIC.search(match[0]) for match in (from_, to))
    if low is None or high is None or to["size"]:
        return low is not None and high is not None
    return float(low[0].replace(",", "")) < float(high[0].replace(",", ""))


def _has_needed(before: str, unit: str) -> bool:
    """Whether a unit that is read only after certain words (12期 after 培训) has one of them before it."""
    needed = _patterns().needs.get(unit)
    return needed is None or any(word in before for word in needed)


def _is_counted(text: str, end: int, word: re.Match[str]) -> bool:
    """Whether what opens a line is a measure word although its clause goes on: 80⏎%的村, 9⏎辆洒水车.

    A sign begins no word; a noun follows that is counted by any name (学位), or with the same measure
    word elsewhere in the text.
    """
    patterns = _patterns()
    if patterns.opens.match(text, end):
        return True
    if word["unit"] != "人" and patterns.noun.match(text, word.end()):  # 人群众多
        return True
    noun = text[word.end() : word.end() + 2]
    if len(noun) < 2 or not noun.isalpha():
        return False
    elsewhere = re.compile(rf"[0-9][余多百千万亿]{{0,3}}{re.escape(word['unit'] + noun)}")
    return elsewhere.search(text) is not None


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
    """What a word is that a line end may stand in.

    WHOLE_BEFORE: a unit whose first half is a unit, too, or that counts things (9点⏎位于 is no 点位).
    """

    BEFORE = 1
    AFTER = 2
    UNIT = 3
    WHOLE_BEFORE = 4


_Halves = dict[str, list[tuple[str, _Kind]]]


def _halve(
    units: Sequence[str], counts: Sequence[str], *, before: Sequence[str], after: Sequence[str]
) -> _Halves:
    """Give each first half of a word with its second halves, the longest first."""
    halves: _Halves = {}
    for word in sorted({*units, *before, *after}, key=len, reverse=True):
        for at in range(1, len(word)) if not word.isascii() else ():
            closes = word[:at] in units or word in counts
            kind = _Kind.WHOLE_BEFORE if closes else _Kind.UNIT
            kind = _Kind.BEFORE if word in before else _Kind.AFTER if word in after else kind
            halves.setdefault(word[:at], []).append((word[at:], kind))
    return halves


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What tells a line end apart.

    `word` is a measure word at the beginning of a line; `closes` one whose clause ends behind it, `opens`
    one that begins no other word.
    """

    word: re.Pattern[str]
    opens: re.Pattern[str]
    noun: re.Pattern[str]
    needs: dict[str, list[str]]
    line_end: re.Pattern[str]
    closes: re.Pattern[str]
    counted: re.Pattern[str]
    closed: re.Pattern[str]
    bound: re.Pattern[str]
    range_next: re.Pattern[str]
    range_end: re.Pattern[str]
    before: tuple[str, ...]
    not_before: tuple[str, ...]
    halves: _Halves
    parted: re.Pattern[str]
    counts: frozenset[str]


@cache
def _patterns() -> _Patterns:
    words, units = _load("line_ends"), _load("units")
    families = list(units["family"].values())
    every = [name for family in families for name in family["units"]]
    counts = [name for family in families if family.get("whole") for name in family["units"]]
    size = f"(?:{_any(words['measure_words']['magnitudes'])})"
    after_ = f"(?:/[^\\s,;。、:]{{1,4}})?(?:{_any(words['comparators']['after'])})?"
    bound = f"(?:{_any(words['comparators']['after'])})"
    long = [name for name in every if len(name) > 1 and not name.isascii()]
    short = [name for name in every if name not in long]
    whole = (
        f"余?(?:{size}?(?:{_any(short)})(?![0-9A-Za-z])|{size}){after_}{_CLAUSE_ENDS}"
        f"|余?{size}?(?:{_any(long)}){after_}{_SENTENCE_ENDS}"
    )
    to = f"(?:{ARABIC})(?P<size>{size})?(?:{_any(every)})"
    before, after = (tuple(words["comparators"][side]) for side in ("before", "after"))
    halves = _halve(every, counts, before=before, after=after)
    rests = [rest for found in halves.values() for rest, _ in found]
    firsts = {w[0] for w in [*every, *after, *rests, *words["measure_words"]["magnitudes"]]}
    letters = "".join(f"|(?<={re.escape(name)})" for name in units["letters"]["allowed"])
    named = "".join(f"(?<!{re.escape(word)})" for word in units["names_before"]["words"])
    return _Patterns(
        line_end=re.compile(
            f"\n(?<![。;,、:]\n)[ \t]*(?=[{re.escape(''.join(sorted(firsts)))}余0-9.—~至])"
        ),
        word=re.compile(
            f"余?{size}?(?P<unit>{_any([*every, *words['measure_words']['magnitudes']])})"
        ),
        opens=re.compile(f"余?{size}?(?:{_any(words['measure_words']['open'])})"),
        noun=re.compile(_any(units["counted"]["nouns"])),
        needs=units["needs"],
        closes=re.compile(whole),
        counted=re.compile(rf"[0-9](?:{size}?(?:{_any(every)}))\Z"),
        bound=re.compile(bound + _CLOSED),
        closed=re.compile(_CLOSED),
        range_next=re.compile(f"[—~至]{to}"),
        range_end=re.compile(to),
        before=before,
        not_before=tuple(word for words in units["left"]["not"].values() for word in words),
        halves=halves,
        counts=frozenset(counts),
        parted=re.compile(
            rf"(?:(?<=[^\s0-9.,、:/#A-Za-z-]){letters}){named}(?P<before>[0-9][0-9.,]{{0,11}})[ \t]*\n[ \t]*"
            rf"(?P<after>[.,]?[0-9][0-9.,]{{0,11}}(?<![.,]))(?P<unit>{size}?(?:{_any(every)})|[月日])"
        ),
    )


def _load(name: str) -> dict[str, Any]:
    file = files("shishi") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
