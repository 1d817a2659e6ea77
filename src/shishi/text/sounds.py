"""Sounds: whether two names are typed alike, so that one may be a slip for the other (局, 居)."""

from __future__ import annotations

from functools import cache

_SHORTEST = 3


def sounds_alike(one: str, other: str) -> bool:
    """Say whether two different names of one length differ in one character that sounds the same.

    >>> sounds_alike("教育居", "教育局"), sounds_alike("体育局", "教育局"), sounds_alike("教育局", "教育局")
    (True, False, False)
    """
    if len(one) != len(other) or len(one) < _SHORTEST:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and bool(_readings(apart[0][0]) & _readings(apart[0][1]))


@cache
def _readings(character: str) -> frozenset[str]:
    # Imported here because it takes a quarter of a second and few names are nearly alike.
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0]) - {character}
