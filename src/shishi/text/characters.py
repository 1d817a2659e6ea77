"""Fold printed characters to simplified ones without pinyin, and keep the way back."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from opencc import OpenCC

# For use inside a character class: Han characters with their extensions, and the zero 〇.
HAN = "㐀-䶿一-鿿豈-﫿〇\U00020000-\U000323af"

# By meaning, not by blanket NFKC: ㎡, ①, Ⅱ, … and ℃ say more than what NFKC makes of them.
_SAME_MEANING = {
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **{
        chr(radical): unicodedata.normalize("NFKC", chr(radical))
        for radical in range(0x2F00, 0x2FD6)
    },
    **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(space): " " for space in range(0x2000, 0x200B)},
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
    **dict.fromkeys("‐‑‒–−﹣", "-"),
    **dict.fromkeys("・･‧", "·"),
    **dict(zip("「」『』｡､￥￠￡﹙﹚﹛﹜﹐﹒﹔﹕﹖﹗﹪﹢", "“”‘’。、¥¢£(){},.;:?!%+", strict=True)),
}
# Zero-width spaces and joiners, soft hyphen, direction and variation marks: nothing is printed.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_TABLE = str.maketrans(_SAME_MEANING)
_SAME_LENGTH = re.compile(f"[{''.join(map(re.escape, _SAME_MEANING))}○]")
_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_ROUND_ZERO = re.compile("(?<=[一二三四五六七八九〇○])○")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ANYTHING = re.compile("")
_LETTERS = "a-zɡɑāáǎàēéěèếềêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
_READING = re.compile(rf"[(（][ \u00a0]?([{_LETTERS}][{_LETTERS}'’ ]{{0,48}})[)）]")
_TONE_MARKS = str.maketrans(
    {
        "\u0300": "",
        "\u0301": "",
        "\u0304": "",
        "\u030c": "",
        "\u0302": "",
        "ɡ": "g",
        "ɑ": "a",
        " ": "",
        "'": "",
        "’": "",
    }
)
_LONGEST_WORD = 8
_SHORT = 400  # what is kept of folded cells stays within a few megabytes
# Outside of these stand ASCII, punctuation, numbers in circles, shapes, squared units and ideographs,
# of which none combines with another and none is more than one character.
_UNSTEADY = (
    "\x80-\u200f\u2028-\u245f\u2500-\u259f\u2800-\u2fff\u3021-\u339f\u33c5-\u33ff"
    "\u4dc0-\u4dff\ua000-\U0010ffff"
)


class Script(StrEnum):
    """The scripts a page may be printed in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    TRADITIONAL_PINYIN = "traditional+pinyin"


@dataclass(frozen=True, slots=True)
class Folded:
    """A printed text and its plain form; `offsets[i]` is where plain character i stands in printed.

    `offsets` has one entry more than `plain`: the last is the length of the printed text.
    """

    printed: str
    plain: str
    offsets: tuple[int, ...]

    def printed_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span in `printed` of plain[start:end], pinyin after it included."""
        left, right = self.offsets[start], self.offsets[end]
        return left, left + len(self.printed[left:right].rstrip())


def guess_script(text: str) -> Script:
    """Guess the script of a whole page; a single cell is too little to go by.

    What counts is characters that only one of the two scripts has. Machine-converted traditional
    pages keep 于, 干, 云 and 并, which both have; those say nothing. Without evidence: simplified.

    >>> guess_script("計劃于6月開展"), guess_script("陳列館建成,开工2条"), guess_script("實(shí)事")
    (<Script.TRADITIONAL: 'traditional'>, <Script.SIMPLIFIED: 'simplified'>, <Script.TRADITIONAL_PINYIN: 'traditional+pinyin'>)
    """
    simplified, traditional = _telling()
    if not _may_be_traditional(text) and _some_simplified().search(text):
        return Script.SIMPLIFIED
    counts = Counter(text)
    for_simplified = sum(counts[character] for character in simplified & counts.keys())
    for_traditional = sum(counts[character] for character in traditional & counts.keys())
    if for_traditional >= for_simplified and _is_annotated(text):
        return Script.TRADITIONAL_PINYIN
    return Script.TRADITIONAL if for_traditional > for_simplified else Script.SIMPLIFIED


def _may_be_traditional(text: str) -> bool:
    """Tell a text with a character that only the traditional script has; GB 2312 has none, and is asked in a third of the time."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return _only_traditional().search(text) is not None
    return False


def fold(text: str, script: Script) -> Folded:
    """Fold a printed text to its plain form for matching, and keep where each character stood.

    Wide digits, letters and punctuation become ASCII; every kind of space becomes an ordinary one;
    traditional characters become simplified; letters with combining marks become one character.
    Dropped: characters that print nothing and, in a page with pinyin, bracketed readings of the
    Han characters before them. Kept as printed: 。、“” ★ ① ㎡ and line breaks.

    >>> folded = fold("２０２３年　實(shí)事", Script.TRADITIONAL_PINYIN)
    >>> folded.plain, folded.printed_span(6, 8)
    ('2023年 实事', (6, 13))
    """
    # A cell is folded by several rooms on its way down the street.
    return _fold_short(text, script) if len(text) <= _SHORT else _fold(text, script)


@lru_cache(maxsize=8192)
def _fold_short(text: str, script: Script) -> Folded:
    return _fold(text, script)


def _fold(text: str, script: Script) -> Folded:
    foldable = _foldable() if script is Script.SIMPLIFIED else _ANYTHING
    if not foldable.search(text):
        return Folded(text, text, _upto(len(text)))
    plain = text
    offsets: Sequence[int] = range(len(text) + 1)
    if _SAME_LENGTH.search(plain):
        plain = _ROUND_ZERO.sub("〇", plain.translate(_TABLE))
        if not foldable.search(plain):
            return Folded(text, plain, _upto(len(text)))
    plain, offsets = _drop(plain, offsets, [m.span() for m in _INVISIBLES.finditer(plain)])
    plain, offsets = _compose(plain, offsets)
    if script is Script.TRADITIONAL_PINYIN:
        plain, offsets = _drop(plain, offsets, _find_readings(plain))
    return Folded(text, _simplify(plain, script), tuple(offsets))


def _upto(length: int) -> tuple[int, ...]:
    """Give the offsets of a text in which nothing moved; short texts of one length share them."""
    return _upto_short(length) if length <= _SHORT else tuple(range(length + 1))


@lru_cache(maxsize=_SHORT + 1)
def _upto_short(length: int) -> tuple[int, ...]:
    return tuple(range(length + 1))


def squeeze(text: str) -> str:
    """Take out all white space, to compare words that a line or a space broke.

    >>> squeeze("主 要 工\\n作")
    '主要工作'
    """
    return "".join(text.split())


def _compose(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    if unicodedata.is_normalized("NFC", text):
        return text, offsets
    plain: list[str] = []
    composed_offsets: list[int] = []
    for start, end in _clusters(text):
        composed = unicodedata.normalize("NFC", text[start:end])
        plain.append(composed)
        composed_offsets += [offsets[min(start + i, end - 1)] for i in range(len(composed))]
    return "".join(plain), [*composed_offsets, offsets[-1]]


def _clusters(text: str) -> list[tuple[int, int]]:
    """Cut the text before each character that is not a combining mark."""
    starts = [
        i for i, character in enumerate(text) if i == 0 or not unicodedata.combining(character)
    ]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _drop(
    text: str, offsets: Sequence[int], spans: list[tuple[int, int]]
) -> tuple[str, Sequence[int]]:
    if not spans:
        return text, offsets
    kept: list[str] = []
    kept_offsets: list[int] = []
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        kept.append(text[position:start])
        kept_offsets += offsets[position:start]
        position = end
    return "".join(kept), [*kept_offsets, offsets[-1]]


def _simplify(text: str, script: Script) -> str:
    if script is Script.SIMPLIFIED and _pairs().keys().isdisjoint(text):
        return text
    safe = _SURROGATE.sub("\ufffd", text)
    converted: str = _converter().convert(safe)
    if len(converted) != len(text):  # a phrase that changes its length would spoil the offsets
        pieces = [_converter().convert(character) for character in safe]
        converted = "".join(p if len(p) == 1 else c for p, c in zip(pieces, safe, strict=True))
    if safe != text:
        converted = "".join(
            t if s != t else c for t, s, c in zip(text, safe, converted, strict=True)
        )
    return converted


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _pairs() -> dict[str, str]:
    """Traditional → simplified, each character for itself, where the two differ."""
    characters = [chr(c) for c in (*range(0x3400, 0xA000), *range(0x20000, 0x323B0))]
    converted = _converter().convert("\n".join(characters)).split("\n")
    return {t: s for t, s in zip(characters, converted, strict=True) if t != s}


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Give the characters that only simplified, and those that only traditional script has."""
    simplified = (s for s in _pairs().values() if not s.encode("big5", "ignore"))
    traditional = (t for t in _pairs() if not t.encode("gb2312", "ignore"))
    return frozenset(simplified), frozenset(traditional)


@cache
def _foldable() -> re.Pattern[str]:
    """Find a character that fold() may change in simplified script: whatever is not surely steady."""
    return _any_of((*_SAME_MEANING, *_pairs(), "○"), more=_UNSTEADY)


@cache
def _only_traditional() -> re.Pattern[str]:
    return _any_of(_telling()[1], more="\U00010000-\U0010ffff")


@cache
def _some_simplified() -> re.Pattern[str]:
    return _any_of(_telling()[0])


def _any_of(characters: Iterable[str], *, more: str = "") -> re.Pattern[str]:
    """Find one of the characters; those beyond the first plane, which slow a pattern down, are `more`."""
    near = "".join(c for c in sorted(characters) if ord(c) < 0x10000)
    return re.compile(f"[{near}{more}]")


def _is_annotated(text: str) -> bool:
    plain = unicodedata.normalize("NFC", text)
    found = [plain[start:end] for start, end in _find_readings(plain)]
    return len(found) > 1 or any(not reading.isascii() for reading in found)


def _find_readings(text: str) -> list[tuple[int, int]]:
    """Find the brackets that hold nothing but a reading of the Han characters before them."""
    spans: list[tuple[int, int]] = []
    word_end = previous_end = 0
    for match in _READING.finditer(text):
        if match.start() != previous_end:  # else a second bracket on one word: 政(zheng)(zheng)府
            word_end = match.start()
        previous_end = match.end()
        if _is_reading(match[1], text[max(0, word_end - _LONGEST_WORD) : word_end]):
            spans.append(match.span())
    return spans


def _is_reading(letters: str, characters: str) -> bool:
    """Check that the letters end a spelling of the characters, the last one at least."""
    spelt = unicodedata.normalize("NFD", letters).translate(_TONE_MARKS).replace("u\u0308", "v")
    return _spells(spelt, characters)


def _spells(letters: str, characters: str) -> bool:
    if not letters or not characters:
        return not letters
    return any(
        _spells(letters.removesuffix(reading), characters[:-1])
        for reading in _readings(characters[-1])
        if letters.endswith(reading)
    )


@cache
def _readings(character: str) -> frozenset[str]:
    """Give the readings of one character without tones, ü both as v and as u."""
    if not re.match(f"[{HAN}]", character):
        return frozenset()
    # Imported here because it takes a quarter of a second and few pages are annotated.
    from pypinyin import Style, pinyin

    found = set(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
    found |= set(pinyin(_pairs().get(character, character), style=Style.NORMAL, heteronym=True)[0])
    found |= {reading.replace("v", "u") for reading in found}
    return frozenset(found - {character})
