"""What a record promises, as bare words: without verbs, numbers, brackets and quotation marks."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files

from shishi.measures.units import load_words
from shishi.records import Field, Page, Record
from shishi.text.characters import HAN

_WORDS = re.compile(f"[{HAN}A-Za-z]+")
_COUNTS = re.compile(r"(?:总量|总?数量?)$")  # 托位数 are 托位
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Ground(StrEnum):
    """What a match rests on, or why there is none."""

    SAME_ITEM = "same-item"
    SIMILAR_ITEM = "similar-item"
    SAME_CODE = "same-code"
    SAME_LEAD = "same-lead"
    SAME_NUMBERS = "same-numbers"
    NONE_ALIKE = "none-alike"
    SEVERAL_ALIKE = "several-alike"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Wordlist:
    """The words and the likenesses of data/matching.toml; a likeness is a share, 1 is the same."""

    verbs: tuple[str, ...]
    idle: tuple[str, ...]
    general: tuple[str, ...]
    likeness: dict[str, Fraction]
    grounds: dict[str, dict[str, str]]


@cache
def load_wordlist() -> Wordlist:
    """Load data/matching.toml."""
    file = files("shishi") / "data" / "matching.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Wordlist(
        verbs=tuple(sorted(data["verbs"], key=len, reverse=True)),
        idle=tuple(sorted(data["idle"], key=len, reverse=True)),
        general=tuple(sorted(data["general"], key=len, reverse=True)),
        likeness={name: Fraction(share, 100) for name, share in data["likeness"].items()},
        grounds=data["grounds"],
    )


def name_ground(ground: Ground) -> dict[str, str]:
    """Name a ground in both languages, as a fact of a finding.

    >>> name_ground(Ground.SAME_LEAD)["zh"]
    '牵头单位相同'
    """
    return load_wordlist().grounds[ground]


def strip_verbs(text: str) -> str:
    """Take the verbs off the front of a phrase, and what has no meaning of its own out of it.

    >>> strip_verbs("新增婴幼儿托位约"), strip_verbs("建设")
    ('婴幼儿托位', '')
    """
    words = load_wordlist()
    for idle in words.idle:
        text = text.replace(idle, "")
    while verb := next((verb for verb in words.verbs if text.startswith(verb)), ""):
        text = text.removeprefix(verb)
    return text


def says_what(phrase: str) -> bool:
    """Say whether a phrase says what it speaks of, beyond that something was done.

    >>> says_what("目前已累计完成"), says_what("累计培训")
    (False, True)
    """
    words = load_wordlist()
    for word in (*words.idle, *words.general):
        phrase = phrase.replace(word, "")
    return bool(_WORDS.search(phrase))


def verb_of(phrase: str) -> str:
    """Give the verb that a phrase begins with; "" where it begins with none.

    >>> verb_of("新增托位数"), verb_of("托位")
    ('新增', '')
    """
    return next((verb for verb in load_wordlist().verbs if phrase.startswith(verb)), "")


def promised(page: Page, record: Record) -> str:
    """Give what a record promises; a row that continues another's item promises that item."""
    shared = record.shares_item_with
    if record.plain(Field.ITEM).strip() or shared is None:
        return record.plain(Field.ITEM)
    return next((r.plain(Field.ITEM) for r in page.records if r.order == shared), "")


def squeezed(text: str) -> str:
    """Give the letters and digits of a text alone: punctuation and white space change no promise."""
    return "".join(character for character in text if character.isalnum())


def pairs_of(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters of a promise, verbs and numbers left out.

    Brackets and quotation marks are no border inside a name: 国球进社区(公园) has 区公.

    >>> sorted(pairs_of("新建“口袋公园”6个"))
    ['公园', '口袋', '袋公']
    """
    found = set()
    for phrase in _borders().split(text):
        bare = _COUNTS.sub("", strip_verbs("".join(_WORDS.findall(phrase))))
        found |= {bare[i : i + 2] for i in range(len(bare) - 1)}
    return frozenset(found)


@cache
def _borders() -> re.Pattern[str]:
    """Match what ends a phrase: a mark, or a number with its measure word (6个)."""
    units = "|".join(map(re.escape, sorted(load_words().units, key=len, reverse=True)))
    return re.compile(rf"(?:[0-9]+(?:\.[0-9]+)?[万亿]?(?:{units})?|[,，、;；。:：\n])+")


def numbers_of(text: str) -> tuple[str, ...]:
    """Give the numbers of a text as printed, sorted."""
    return tuple(sorted(_NUMBER.findall(text)))


def likeness(one: frozenset[str], other: frozenset[str], *, whole: bool) -> Fraction:
    """Say how much of two texts is the same, from 0 to 1.

    `whole` holds them against each other in full; otherwise the shorter against the longer, so that
    a promise is found inside a longer one.
    """
    shared = len(one & other)
    if whole:
        return Fraction(2 * shared, (len(one) + len(other)) or 1)
    return Fraction(shared, min(len(one), len(other)) or 1)
