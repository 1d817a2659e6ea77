"""Garbled names: which name of a register a printed one may be, where a character of it is not printed.

A character that a font or an input method lacks is replaced: by a sign (大□街道, 大?街道), by a private
character that shows only on one machine, or by its reading (大qi街道). What was meant is proposed where the
register leaves no choice, never put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from shishi.text.characters import HAN
from shishi.text.private_use import PRIVATE, read_private
from shishi.text.sounds import spells

_HOLE = f"[?？�□■▇〓○◯{PRIVATE}]+"
_LETTERS = "(?<![A-Za-z])[a-zɡɑāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,12}(?![A-Za-z])"
GAP = f"(?:{_HOLE}|{_LETTERS})"
"""What may stand where a character of a name belongs."""

_GAP = re.compile(f"(?P<hole>{_HOLE})|(?P<letters>{_LETTERS})")


def has_hole(name: str) -> bool:
    """Tell whether a sign or a private character stands where a character of the name belongs.

    >>> [has_hole(name) for name in ("大□街道", "大?街道", "大\\ue001街道", "大qi街道", "大石街道")]
    [True, True, True, False, False]
    """
    return bool(re.search(f"[{HAN}]", name)) and any(gap["hole"] for gap in _GAP.finditer(name))


def garbled_name(name: str, register: Iterable[str]) -> list[str]:
    """Give the names of a register that become this one when a character is replaced, in order.

    A sign stands for one character, several in a row for at most as many; half of the name at least must
    be printed. A private character that the
    standards know is that character, whatever the register holds.

    >>> garbled_name("大□街道", ["大碶街道", "新碶街道"]), garbled_name("大qi街道", ["大碶街道", "大榭街道"])
    (['大碶街道'], ['大碶街道'])
    >>> garbled_name("大碶街道", ["大碶街道"])
    []
    """
    known = read_private(name)
    if known is not None and known != name and not has_hole(known):
        return [known]
    gaps = list(_GAP.finditer(name))
    if not gaps or not re.search(f"[{HAN}]", name):
        return []
    pattern = re.compile(_pattern(name, gaps))
    fitting = ((whole, pattern.fullmatch(whole)) for whole in register)
    return [whole for whole, match in fitting if match and _fills(gaps, match.groups(), whole)]


def _fills(gaps: Iterable[re.Match[str]], filled: Sequence[str], whole: str) -> bool:
    """Say whether what stands in the gaps may be what was meant: by its sound, and not most of the name."""
    sound = (
        gap["hole"] or spells(gap["letters"], meant)
        for gap, meant in zip(gaps, filled, strict=True)
    )
    return 2 * len("".join(filled)) <= len(whole) and all(sound)


def _pattern(name: str, gaps: Iterable[re.Match[str]]) -> str:
    """Make a pattern of a name, with a group for what each gap may be."""
    pieces, start = [], 0
    for gap in gaps:
        most = len(gap[0]) if gap["hole"] else 2
        pieces += [re.escape(name[start : gap.start()]), f"([{HAN}]{{1,{most}}})"]
        start = gap.end()
    return "".join(pieces) + re.escape(name[start:])
