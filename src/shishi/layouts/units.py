"""Cells that list units: broken names mended, lists split, starred leads told from supporters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from shishi.layouts.cutting import cut, join
from shishi.layouts.words.glued import part_glued
from shishi.layouts.words.names import (
    ends_whole,
    is_glued,
    is_person,
    is_spaced_person,
    is_unit,
    load_words,
    split_names,
    unit_share,
)
from shishi.places import Text
from shishi.text.characters import Script, fold, squeeze

_TWO_NAMES = 5
_SURELY_ONE = 6
_PLACE = 3  # as long as the name of a district may be
_SHORT = 2  # 保局 is the rest of a name
_DISTRICTS = tuple("区县市")
_COMMITTEES = ("区委", "县委", "市委", "省委")
_LISTED = re.compile("[、,，;；]")
_ODD = re.compile("[\u4e00-\u9fff]{3,12}")
_BESIDE = re.compile(r"(?P<unit>[^:：(（]+?)(?:\s*[:：]\s*|\s*[(（])(?P<who>[^()（）:：]+)[)）]?")
"""A unit, and who answers for it behind a colon or in brackets."""
_ALL = 100


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
        text = _mend(_parted(text, script), script, known or frozenset())
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


def known_units(texts: Iterable[Text], *, script: Script) -> frozenset[str]:
    """Give the names of units that stand alone in these cells: short ones, or more than once.

    What stands alone in two different cells is a name, whatever it looks like.

    >>> from shishi.places import Place
    >>> cells = [Text(t, Place()) for t in ("公交公司", "公交公司市场监管局", "区教育局、青桥街道")]
    >>> sorted(known_units(cells, script=Script.SIMPLIFIED))
    ['公交公司', '区教育局', '青桥街道']
    """
    seen: Counter[str] = Counter()
    odd: Counter[str] = Counter()
    for value, count in Counter([text.value for text in texts]).items():
        plain = fold(value, script).plain
        plain = mend_lines(plain) if "\n" in plain else plain
        names = [squeeze(plain[a:b]) for a, b in split_names(plain).spans]
        for name in names:
            if is_unit(name) and not is_glued(name) and len(part_glued(name)) == 1:
                seen[name] += count
        listed = _LISTED.split(plain) if len(names) > 1 else [plain]
        odd.update(name for name in listed if _ODD.fullmatch(name) and not is_unit(name))
    often = {n for n, count in odd.items() if count > 1}
    return frozenset({n for n, count in seen.items() if len(n) <= _SURELY_ONE or count > 1} | often)


def _parted(text: Text, script: Script) -> Text:
    """Part two whole names that a page printed on two lines, and the reader joined as one wrapped.

    Only a text in pieces without a line break between them says where its lines ended.
    """
    ends = [p.start + p.length for p in text.pieces[:-1]]
    ends = [
        end
        for end in ends
        if text.value[end - 1 : end + 1].strip() == text.value[end - 1 : end + 1]
    ]
    if not ends:
        return text
    parts = [cut(text, a, b) for a, b in pairwise([0, *ends, len(text.value)])]
    before, separators = "", []
    for part in parts:
        after = fold(part.value, script).plain
        separators.append("\n" if _are_two(before, after) else "")
        before = after if separators[-1] else before + after
    return join(parts, separators[1:], place=text.place) if "\n" in separators else text


def _are_two(before: str, after: str) -> bool:
    last, first = split_names(before).spans, split_names(after).spans
    if not last or not first:
        return False
    head, tail = before[slice(*last[-1])], after[slice(*first[0])]
    words = load_words()
    whole = len(tail) > _SHORT or tail in words.usual
    return is_unit(head) and is_unit(tail) and whole and tail not in words.suffixes


def mend_lines(plain: str) -> str:
    """Put the lines of plain words together where a name of a unit goes on from one to the next.

    >>> mend_lines("区规划\\n资源局\\n青禾镇")
    '区规划资源局\\n青禾镇'
    """
    lines = [line for line in plain.split("\n") if line.strip()]
    mended = lines[0] if lines else ""
    for before, after in pairwise(lines):
        mended += ("" if _goes_on(before, after) else "\n") + after
    return mended


def _mend(text: Text, script: Script, known: frozenset[str]) -> Text:
    """Join two lines without a break where the last name of the one goes on in the other."""
    lines = lines_of(text) if "\n" in text.value else []
    if len(lines) < 2:
        return text
    plain = [fold(line.value, script).plain for line in lines]
    separators = ["" if _goes_on(a, b, known) else "\n" for a, b in pairwise(plain)]
    return join(lines, separators, place=text.place)


def _goes_on(before: str, after: str, known: frozenset[str] = frozenset()) -> bool:
    last, first = split_names(before).spans, split_names(after).spans
    if not last or not first or before.rstrip()[-1] in "、,，;；":
        return False
    head, tail = before[slice(*last[-1])], after[slice(*first[0])]
    if tail.startswith(("(", "（")):  # 各镇 + (街道)
        return is_unit(squeeze(head + tail))
    if is_spaced_person(head, tail):
        return True
    head, tail = squeeze(head), squeeze(tail)
    if _is_one(head, tail, known):
        return True
    if _begins_alike(head, tail) or _are_usual(head, tail):
        return False
    words = load_words()
    if not is_unit(head) and (head in known or ends_whole(head, tail)):  # a name, and no half
        return False
    is_rest = tail in words.suffixes and tail not in words.usual
    if len(tail) > 1 and tail in words.organs:  # a unit by itself, but below its committee
        return False
    return (is_rest or not is_unit(head)) and is_unit(head + tail)


def _is_one(head: str, tail: str, known: frozenset[str]) -> bool:
    """Tell two halves that join into the name of a unit that is known, or that part its last word."""
    words, joined = load_words(), head + tail
    if joined in words.usual or joined[1:] in words.usual:
        return True
    if joined in known and not (head in known and tail in known):
        return True
    if head in _COMMITTEES and tail.endswith(words.organs):
        return True
    if joined[:2] in _COMMITTEES and len(head) > 2 and joined[2:] in words.usual:
        return True
    return tail.startswith(tuple(_broken_ends())) and any(
        tail.startswith(rest) and head.endswith(begin) for rest, begin in _broken_ends().items()
    )


@cache
def _broken_ends() -> dict[str, tuple[str, ...]]:
    """Give what a line may begin with inside the last word of a name, and what stands before: 员会, 委.

    What begins like a name of its own (the 区委 of 团区委) says nothing.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in load_words().anchors:
        for at in range(1, len(word) - 1):
            if word[at] not in _DISTRICTS:
                found[word[at:]] = (*found.get(word[at:], ()), word[:at])
    return found


def _are_usual(head: str, tail: str) -> bool:
    """Tell a line with a usual name below a name that nobody knows: 残联 below 青田合作社; 临溪 + 教育局 is one."""
    usual = load_words().usual
    stands = tail in usual or (tail[0] in _DISTRICTS and tail[1:] in usual)
    return stands and len(head) > _PLACE


def _begins_alike(head: str, tail: str) -> bool:
    """Tell a line that begins as the one above does and is whole: 区文明办 below 区关工组."""
    if head[:1] not in _DISTRICTS or tail[:1] != head[:1] or len(tail) <= _SHORT + 1:
        return False
    return is_unit(tail) and tail[1:] not in load_words().suffixes


def lines_of(text: Text) -> list[Text]:
    """Cut a text at its line breaks; blank lines are left out."""
    found, start = [], 0
    for line in text.value.split("\n"):
        if line.strip():
            found.append(cut(text, start, start + len(line)))
        start += len(line) + 1
    return found


def stars_mark_lines(texts: Iterable[Text], *, script: Script) -> bool:
    """Tell whether ★ marks a line of leads, as in a cell with ★ on one line and none on the next.

    Where a star stands in the middle of a line, every lead of the table has its own. A page that lost
    its line ends has spaces for them: ★甲局、乙局 丙局.
    """
    by_lines, by_spaces, alone = False, 0, 0
    for text in texts:
        if "★" not in text.value:
            continue
        lines = _lists_of(text, script)
        if any("★" in line.value.lstrip()[1:] for line in lines):
            return False
        starred = [_is_starred(line) for line in lines]
        some = any(starred) and not all(starred)
        if len(lines_of(text)) > 1:
            by_lines |= some
        elif _LISTED.search(text.value):
            by_spaces += some
            alone += len(lines) == 1  # ★甲局、乙局: with a star for the first only, if most are so
    return by_lines or by_spaces > alone


_STARRED_BEHIND = re.compile(r"(?=.*★(?:[\s、,，;；]|$))[^★]*(?:[^★\s、,，;；]★[^★]*)+", re.DOTALL)
"""A cell whose stars all stand right behind a name, one of them at its end or before what parts names."""
_UP_TO_STAR = re.compile("[^★]+★?")


def split_starred(
    text: Text, *, by_line: bool, script: Script, known: frozenset[str] = frozenset()
) -> tuple[UnitCell, UnitCell | None]:
    """Split one cell of units into the starred leads and the supporters, if any.

    `by_line`: every name on a ★ line leads (see stars_mark_lines); otherwise each name that leads has
    its own star, before it or, in all of the cell, behind it.
    """
    whole = read_names(text, script=script, known=known)
    if _STARRED_BEHIND.fullmatch(text.value):
        ends = [(n, s.start(), s.end()) for n in whole.names for s in _UP_TO_STAR.finditer(n.value)]
        leads = tuple(cut(n, a, b - 1) for n, a, b in ends if n.value[b - 1] == "★")
        others = tuple(cut(n, a, b) for n, a, b in ends if n.value[b - 1] != "★")
        lead = UnitCell(whole.text, leads, whole.open_ended)
        return lead, UnitCell(whole.text, others, whole.open_ended) if others else None
    if by_line:
        starred = [
            n.value
            for t in _lists_of(text, script)
            if _is_starred(t)
            for n in read_names(t, script=script, known=known).names
        ]
        leading = [n.value in starred for n in whole.names]
    else:
        leading = _follow_star(whole)
    leads = tuple(n for n, leads in zip(whole.names, leading, strict=True) if leads)
    supporters = tuple(n for n, leads in zip(whole.names, leading, strict=True) if not leads)
    lead = UnitCell(whole.text, leads, whole.open_ended)
    return lead, UnitCell(whole.text, supporters, whole.open_ended) if supporters else None


def _lists_of(text: Text, script: Script) -> list[Text]:
    """Cut a text at its line breaks; where it has none, at the spaces behind its whole lists."""
    lines = lines_of(text)
    if len(lines) != 1:
        return lines
    ends = [space.start() for space in re.finditer(r"(?<=\S)\s+(?=\S)", text.value)]
    parts = [cut(text, a, b) for a, b in pairwise([0, *ends, len(text.value)])]
    whole = all(unit_share(fold(part.value, script).plain) == _ALL for part in parts)
    return parts if whole else lines


def _is_starred(line: Text) -> bool:
    return line.value.lstrip().startswith("★")


def _follow_star(cell: UnitCell) -> list[bool]:
    """Say of each name in a cell whether a star stands before it; one that is printed twice is asked twice."""
    value, at = cell.text.value, 0
    found = []
    for name in cell.names:
        start = value.find(name.value, at)
        found.append(value[: max(start, 0)].rstrip().endswith("★"))
        at = max(start, at) + len(name.value)
    return found
