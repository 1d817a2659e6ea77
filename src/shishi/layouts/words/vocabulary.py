"""What header words mean: the periods and units around them, and the fields they may stand for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from shishi.records import Field
from shishi.text.characters import squeeze

OTHER = "other"
"""The claim of a word that heads a column without a field of its own."""

STARRED = "starred_units"
"""The claim of a word that heads one column for both kinds of unit, the leading ones starred."""

RESPONSIBLE = "responsible"
"""The claim of 责任单位, which is the lead in one district and the supporter in the next."""

SOURCE = "source"
"""What a group covers that says whose money pays, which no field holds."""

_TIME = (
    r"(?:[12][0-9]{3}年[度底末]?)?(?:截至|截止)?(?:[第前]?[一二三四1-4]季度[末底]?|上半年|下半年|全年度?|本?年度|本?年内|当年|本年|年[初末底]|"
    r"(?:1?[0-9]|元)(?:月份?)?(?:[-—~至]1?[0-9])?月份?(?:[0-9]{1,2}日|底|末)?|本月|当月|本季度|[12][0-9]{3}年(?:底)?)?"
)
_PERIOD = re.compile(_TIME)
_BEFORE = re.compile(rf"{_TIME}(?:(?<=[日底末])之?前(?![期置后]))?")
"""A period before a word, as its end at the latest, too: 9月底前目标; alone, that is a deadline in a row."""
_STARRED = re.compile(
    r"(?:责任|牵头|主办|负责)(?:单位|部门)?[(（]?[★☆▲][^★☆▲]{0,12}(?:单位|部门|牵头)[)）]?|"
    r"(?:责任|配合)(?:单位|部门)[(（][^()（）]{0,6}[★☆▲][^()（）]{0,8}[)）]"
)
_SPACE = re.compile(r"\s")
_BEGINS = frozenset("0123456789一二三四第前截本当上下全年总")
_LONGEST_LISTED = 20
_UNIT_BEHIND = re.compile("(?<=.)(?:%|[/:：]?(?P<money>[万亿]元))$")
_SHARES = ("%", "％")
_AFTER = re.compile(r"[(（](?P<inside>[^()（）]*)[)）]$")


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """A header word as it stands, what is left of it without period and unit, and its candidates.

    `claims` are (field or OTHER, STARRED or RESPONSIBLE, strength), best first; `period` is the printed period in
    or after the word, `unit` the printed unit in brackets
    ("万元"). `sure` is False where the claims are guessed.
    """

    printed: str
    word: str
    claims: tuple[tuple[str, int], ...]
    covers: frozenset[str] = frozenset()
    period: str = ""
    unit: str = ""
    sure: bool = True


def is_period(squeezed: str) -> bool:
    """Tell a token that is nothing but a period: 2023年11月底."""
    return bool(squeezed) and _PERIOD.fullmatch(squeezed) is not None


def of_time(squeezed: str) -> HeaderWord:
    """Take a period alone for the word of a column, which means what the group over it does, or for a group.

    A year may stand over any columns, a part of one over what is reported and planned.

    >>> of_time("一季度").period
    '一季度'
    """
    covers = load_covers()["year" if is_year(squeezed) else "period"]
    return HeaderWord(squeezed, squeezed, ((OTHER, 5),), covers, squeezed)


def of_source(squeezed: str, above: Sequence[HeaderWord]) -> HeaderWord | None:
    """Take a level or a purse for the word of a column where one above asks whose money it is: 省级 below 资金来源.

    Elsewhere 省级 is what a cell says.

    >>> of_source("省级", [HeaderWord("资金来源", "资金来源", (), frozenset({SOURCE}))]).word, of_source("省级", [])
    ('省级', None)
    """
    if squeezed in load_beside()[SOURCE] and any(SOURCE in word.covers for word in above):
        return HeaderWord(squeezed, squeezed, ((OTHER, 5),))
    return None


def goes_on_alone(squeezed: str, above: Sequence[HeaderWord]) -> bool:
    """Tell a token that is a column of its own, whatever stands behind it, as the words before it in a header say.

    A part of a year behind another that stands alone is one, and a purse below a word for whose money pays.

    >>> goes_on_alone("二季度", [of_time("一季度")]), goes_on_alone("二季度", [of_time("2031年")])
    (True, False)
    """
    before = above[-1].printed if above else ""
    parts = is_period(before) and is_period(squeezed) and not is_year(before)
    return parts or of_source(squeezed, above) is not None


@cache
def load_headers() -> dict[str, Any]:
    """Load data/headers.toml once; it takes longer than a page of a short table."""
    file = files("shishi") / "data" / "headers.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def is_year(period: str) -> bool:
    """Tell the printed period that is a year: 2031年, 全年.

    >>> is_year("2031年度"), is_year("上半年"), is_year("")
    (True, False, False)
    """
    return period.endswith(("年", "年度")) and not period.endswith("半年")


@cache
def _load() -> tuple[dict[str, tuple[tuple[str, int], ...]], dict[str, frozenset[str]]]:
    data = load_headers()
    words = {w: tuple(read_claim(c) for c in claims) for w, claims in data["words"].items()}
    return words, {w: frozenset(covers) for w, covers in data["groups"].items()}


@cache
def load_covers() -> dict[str, frozenset[str]]:
    """Give what fields the columns below a group may fill, by the field its own word claims."""
    data = load_headers()
    return {claim: frozenset(covers) for claim, covers in data["covers"].items()}


@cache
def load_kin() -> dict[str, frozenset[str]]:
    """Give what the columns below a group mostly hold, by the field its own word claims."""
    return {claim: frozenset(kin) for claim, kin in load_headers()["kin"].items()}


@cache
def load_beside() -> dict[str, tuple[str, ...]]:
    """Give how the words of columns without a field end that a group may stand over, by what it covers."""
    return {field: tuple(ends) for field, ends in load_headers()["beside"].items()}


@cache
def load_kinds() -> dict[str, frozenset[str]]:
    """Give what kinds of cells stand below the ends of header words, as data/headers.toml has them."""
    data = load_headers()
    return {end: frozenset(kinds) for end, kinds in data["kinds"].items()}


@cache
def load_measures() -> frozenset[str]:
    """Give the units of measure that may stand alone in a cell: 个, 平方米."""
    data = load_headers()
    return frozenset(data["looks"]["measures"])


@cache
def cells_of(word: str) -> str:
    """Say what the cells of a column hold where its word alone says so: person, place, date or nothing.

    >>> cells_of("联系人"), cells_of("完成时限"), cells_of("备注")
    ('person', 'date', '')
    """
    return _cells().get(bare_word(word), "")


@cache
def _cells() -> dict[str, str]:
    """Give the kind of cells below each header word of data/headers.toml that says one."""
    data = load_headers()["cells"]
    return {word: kind for kind, words in data.items() for word in words}


def header_words() -> Collection[str]:
    """Give the header words as data/headers.toml has them, without periods and units."""
    return _load()[0].keys()


def covered_by(word: str) -> frozenset[str]:
    """Give the fields whose columns a word may be the group of; none for a word that is no group."""
    return _load()[1].get(word, frozenset())


def is_listed(squeezed: str) -> bool:
    """Tell a header word that stands in the list as it is, or after a period or before a bracket.

    >>> is_listed("序号"), is_listed("9月份进展情况"), is_listed("区教育局")
    (True, True, False)
    """
    words, _ = _load()
    return squeezed in words or (
        squeezed[:1] in _BEGINS and len(squeezed) <= _LONGEST_LISTED and bool(known_word(squeezed))
    )


def likely_listed(texts: Set[str]) -> Set[str]:
    """Give those of many texts, white space and all, of which is_listed need be asked.

    >>> sorted(likely_listed({"9月份进展情况", "序 号", "12", "序号", "区教育局"}))
    ['9月份进展情况', '序 号', '序号']
    """
    others = {t for t in texts if t and t[0] in _BEGINS and not t.isdigit()}
    together = "".join(texts)
    if together.split(None, 1) != [
        together
    ]:  # white space somewhere, at a third of a pattern's cost
        others.update(t for t in texts if _SPACE.search(t))
    return others | (texts & _load()[0].keys())


def read_claim(written: str) -> tuple[str, int]:
    """Read a claim as data/headers.toml writes it: "goal:8", or "goal" for 5."""
    name, _, strength = written.partition(":")
    if name not in {OTHER, STARRED, RESPONSIBLE}:
        Field(name)
    return name, int(strength or 5)


@lru_cache(maxsize=8192)
def known_word(squeezed: str) -> HeaderWord | None:
    """Look a header word up, written without white space and in simplified characters.

    The word itself is tried first, then without a bracket after it, then without a period before it.

    >>> known_word("8月份目标").claims[0], known_word("总投资(万元)").unit, known_word("正在招标")
    (('goal', 8), '万元', None)
    """
    words, groups = _load()
    if _STARRED.fullmatch(squeezed):
        return HeaderWord(squeezed, squeezed, ((STARRED, 5),))
    for word, period, unit in find_forms(squeezed):
        if word in words or word in groups:
            claims = words.get(word, ((OTHER, 5),))
            claims = share_claims(date_claims(word, claims, period), unit)
            return HeaderWord(squeezed, word, claims, groups.get(word, frozenset()), period, unit)
    return None


def date_claims(
    word: str, claims: tuple[tuple[str, int], ...], period: str
) -> tuple[tuple[str, int], ...]:
    """Let 目标 with a period before it claim the goal of the period; 2031年目标任务 may be the item."""
    whole_year = is_year(period) and "任务" in word
    if not period or whole_year or "目标" not in word or "内容" in word:
        return claims
    if claims[0][0] not in (Field.GOAL, Field.ITEM):
        return claims
    return (Field.GOAL.value, 8), *(c for c in claims if c[0] != Field.GOAL)


def share_claims(claims: tuple[tuple[str, int], ...], unit: str) -> tuple[tuple[str, int], ...]:
    """Let a word that may head shares claim them first where it has their unit: 完成进度(%).

    >>> share_claims((("progress", 6), ("percent", 4)), "%")
    (('percent', 8), ('progress', 6))
    """
    if unit not in _SHARES or Field.PERCENT not in dict(claims):
        return claims
    return (Field.PERCENT.value, 8), *(c for c in claims if c[0] != Field.PERCENT)


def bare_word(printed: str) -> str:
    """Give a header word without white space, and without the period and the unit around it.

    >>> bare_word("8月份 目标"), bare_word("总投资(万元)")
    ('目标', '总投资')
    """
    return find_forms(squeeze(printed))[-1][0]


def sign_header(words: Iterable[str]) -> str:
    """Give the signature of a header: its words in order, whatever their periods and white space.

    >>> sign_header(["序号", "8月 目标"]) == sign_header(["序 号", "9月目标"])
    True
    """
    return "|".join(map(bare_word, words))


@lru_cache(maxsize=4096)  # a word is looked up by several lists
def find_forms(squeezed: str) -> tuple[tuple[str, str, str], ...]:
    """Give the ways to read a word: (word, period, unit), the plainest first."""
    forms = [(squeezed, "", "")]
    core, period, unit = squeezed, "", ""
    if bracket := _AFTER.search(squeezed):
        inside = bracket["inside"]
        core = squeezed[: bracket.start()]
        period, unit = (inside, "") if re.search(r"[月季年]", inside) else ("", inside)
        forms.append((core, period, unit))
    if behind := _UNIT_BEHIND.search(core):
        core, unit = core[: behind.start()], behind["money"] or "%"
        forms.append((core, period, unit))
    before = _BEFORE.match(core)
    if before and before.end() and before.end() < len(core):
        forms.append((core[before.end() :], before[0], unit))
    return tuple(forms)
