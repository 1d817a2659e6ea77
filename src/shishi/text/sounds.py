"""Sounds: whether two names are typed alike, so that one may be a slip for the other (局, 居)."""

from __future__ import annotations

import unicodedata
from functools import cache

_SHORTEST = 3
_MOST = 2  # a word of two characters is typed and chosen at once
_LETTERS = str.maketrans("ɡɑ", "ga", " '’\u00a0")


def sounds_alike(one: str, other: str) -> bool:
    """Say whether two different names of one length differ in characters that sound the same.

    One character may differ, or two side by side where as many stay: a word is typed and chosen at once.

    >>> sounds_alike("教育居", "教育局"), sounds_alike("体育局", "教育局"), sounds_alike("教育局", "教育局")
    (True, False, False)
    >>> sounds_alike("注见中心", "住建中心"), sounds_alike("注见居", "住建局")
    (True, False)
    """
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not apart or apart[-1] - apart[0] >= min(_MOST, len(one) // 2):
        return False
    return all(_readings(one[at]) & _readings(other[at]) for at in apart)


def spells(letters: str, characters: str) -> bool:
    """Say whether letters are the reading of these characters, all of them; tones may be left out.

    >>> spells("qì", "碶"), spells("baifeng", "白峰"), spells("feng", "白峰")
    (True, True, False)
    """
    marked = unicodedata.normalize("NFD", letters.lower())
    bare = "".join(c for c in marked if not unicodedata.combining(c)).translate(_LETTERS)
    return bool(bare) and _spells(bare, characters)


def _spells(letters: str, characters: str) -> bool:
    if not letters or not characters:
        return not letters and not characters
    return any(
        _spells(letters.removesuffix(reading), characters[:-1])
        for reading in _readings(characters[-1])
        if letters.endswith(reading)
    )


@cache
def _readings(character: str) -> frozenset[str]:
    # Imported here because it takes a quarter of a second and few names are nearly alike.
    from pypinyin import Style, pinyin

    found = set(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
    return frozenset((found | {reading.replace("v", "u") for reading in found}) - {character})
