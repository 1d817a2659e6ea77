"""Cells that list units: broken names mended, lists split, starred leads told from supporters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from shishi.layouts.cutting import cut
from shishi.layouts.units.broken import join_broken, mend_lines, part_lines
from shishi.layouts.words.names.glued import part_glued
from shishi.layouts.words.names.kinds import is_glued, is_person, is_unit
from shishi.layouts.words.names.listing import split_names
from shishi.places import Text
from shishi.text.characters import Script, fold, squeeze

_TWO_NAMES = 5
_SURELY_ONE = 6
LISTED = re.compile("[、,，;；]")
"""What parts the names of a list for sure."""
_ODD = re.compile("[\u4e00-\u9fff]{3,12}")
_BESIDE = re.compile(r"(?P<unit>[^:：(（]+?)(?:\s*[:：]\s*|\s*[(（])(?P<who>[^()（）:：]+)[)）]?")
"""A unit, and who answers for it behind a colon or in brackets."""


class UnitCell(NamedTuple):
    """A cell of names: the whole text, the names in it, and whether the list is open (等部门)."""

    text: Text
    names: tuple[Text, ...]
    open_ended: bool


def read_names(text: Text, *, script: Script, known: frozenset[str] | None = None) -> UnitCell:
    """Split a cell into the names it lists; a name that a line end broke is put together first.

    `known`: the names are those of units, and these stand alone elsewhere; then names without a separator
    between them are parted where that is certain.

    >>> from shishi.places import Place
    >>> cell = Text("区文化广电\\n旅游局\\n区城投公司", Place())
    >>> [name.value for name in read_names(cell, script=Script.SIMPLIFIED).names]
    ['区文化广电旅游局', '区城投公司']
    """
    if not is_one_line(text):
        text = join_broken(part_lines(text, script), script, known or frozenset())
    return take_names(text, list_names(text.value, script=script, known=known))


def is_one_line(text: Text) -> bool:
    """Tell a text of names in which no line end can have broken one."""
    return len(text.pieces) <= 1 and "\n" not in text.value


class Listed(NamedTuple):
    """What a printed list says: half-open spans of its names, and whether it is open (等部门)."""

    spans: tuple[tuple[int, int], ...]
    open_ended: bool


def list_names(value: str, *, script: Script, known: frozenset[str] | None = None) -> Listed:
    """Find the names in a printed list; see read_names."""
    folded = fold(value, script)
    listed = split_names(folded.plain, known or frozenset())
    spans, open_ended = listed.spans, listed.open_ended
    if known is not None:
        spans = tuple(p for span in spans for p in _unglued(folded.plain, span, known))
    return Listed(tuple(folded.printed_span(a, b) for a, b in spans), open_ended)


def take_names(text: Text, listed: Listed) -> UnitCell:
    """Cut the names that were found in a text out of it."""
    return UnitCell(text, tuple([cut(text, *span) for span in listed.spans]), listed.open_ended)


def _unglued(plain: str, span: tuple[int, int], known: frozenset[str]) -> list[tuple[int, int]]:
    """Part a name that is two or more glued together."""
    start, end = span
    ends = part_glued(plain[start:end], known) if end - start >= _TWO_NAMES else (end - start,)
    return list(pairwise([start, *(start + at for at in ends)]))


def without_people(units: UnitCell, *, script: Script) -> UnitCell:
    """Leave the people out of a list that names those who answer for the units: 区教育局(方朔), 区交通局:顾舟.

    The text keeps them.

    >>> from shishi.places import Place
    >>> cell = read_names(Text("区教育局 方朔、区交通局(顾舟)", Place()), script=Script.SIMPLIFIED)
    >>> [name.value for name in without_people(cell, script=Script.SIMPLIFIED).names]
    ['区教育局', '区交通局']
    """
    names = []
    for name in units.names:
        folded = fold(name.value, script)
        beside = _BESIDE.fullmatch(folded.plain.strip())
        if beside and is_unit(squeeze(beside["unit"])) and is_person(squeeze(beside["who"])):
            start = folded.plain.index(beside["unit"])
            names.append(cut(name, *folded.printed_span(start, start + len(beside["unit"]))))
        elif is_unit(plain := squeeze(folded.plain)) or not is_person(plain):
            names.append(name)
    return units._replace(names=tuple(names))


def known_units(cells: Iterable[str], *, script: Script) -> frozenset[str]:
    """Give the names of units that stand alone in these cells: short ones, or more than once.

    What stands alone in two different cells is a name, whatever it looks like.

    >>> cells = ["公交公司", "公交公司市场监管局", "区教育局、青桥街道"]
    >>> sorted(known_units(cells, script=Script.SIMPLIFIED))
    ['公交公司', '区教育局', '青桥街道']
    """
    seen: Counter[str] = Counter()
    odd: Counter[str] = Counter()
    for value, count in Counter(cells).items():
        plain = fold(value, script).plain
        plain = mend_lines(plain) if "\n" in plain else plain
        names = [squeeze(plain[a:b]) for a, b in split_names(plain).spans]
        for name in names:
            if is_unit(name) and not is_glued(name) and len(part_glued(name)) == 1:
                seen[name] += count
        listed = LISTED.split(plain) if len(names) > 1 else [plain]
        odd.update(name for name in listed if _ODD.fullmatch(name) and not is_unit(name))
    often = {n for n, count in odd.items() if count > 1}
    return frozenset({n for n, count in seen.items() if len(n) <= _SURELY_ONE or count > 1} | often)
