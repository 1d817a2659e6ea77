"""A cell that lists names, split into them: separators, numbers, spaces that a page put inside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from shishi.layouts.words.names.kinds import (
    begins_anew,
    is_blank_mark,
    is_by_number,
    is_group,
    is_person,
    is_unit,
)
from shishi.layouts.words.names.organizations import DISTRICTS, load_words
from shishi.text.characters import squeeze

_SHORTEST, _SHORTEST_BODY = 2, 4
_SEPARATORS = re.compile(r"[、,，;；/\s]+")
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}(?:[.．)）]|$)|[(（][0-9]{1,2}[)）]|[①-⑳])\s*(?![0-9])")
"""The number of a name in a numbered list: 1.教育局, ②民政局."""
_AND = re.compile(r"(?<=[局委办部镇心会司道联])[和及与]")
_AND_OTHERS = re.compile("等(?:[0-9一二三四五六七八九十]{1,3}[个家])?(?:部门|单位)?$")
"""And others, behind the last unit that is named: 区残联等, 区残联等5家单位."""
_HAN_CHARACTER = re.compile("[\u4e00-\u9fff]")
_SPACED = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000\xa0]+[\u4e00-\u9fff](?![\u4e00-\u9fff]))+"
)


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names read from one cell: half-open spans into its text, and whether it is open."""

    spans: tuple[tuple[int, int], ...]
    open_ended: bool


@lru_cache(maxsize=4096)
def split_names(text: str, known: frozenset[str] = frozenset()) -> Names:
    """Split a cell into the names it lists. 等部门、单位 at the end of a name makes the list open.

    `known` are names that stand alone elsewhere, and so no halves of one.

    >>> cell = "区水务局、区农业农村局等部门、单位,柳湖街道"
    >>> names = split_names(cell)
    >>> [cell[a:b] for a, b in names.spans], names.open_ended
    (['区水务局', '区农业农村局', '柳湖街道'], True)
    """
    spans: list[tuple[int, int]] = []
    open_ended = False
    masked = text
    for end in load_words().open_ends:
        if end in masked:
            open_ended = True
            masked = masked.replace(end, "、" * len(end))
    start = 0
    for gap in (*_without_breaks(masked, _outside_brackets(masked), known), None):
        left, right = start, gap.start() if gap else len(masked)
        part = masked[left:right]
        left += len(part) - len(_NUMBERED.sub("", part.lstrip("★▲☆ 　")))
        right -= len(part) - len(part.rstrip("。. "))
        others = _AND_OTHERS.search(masked, left, right)
        if others and is_unit(masked[left : others.start()]):
            open_ended, right = True, others.start()
        if left < right and not is_blank_mark(masked[left:right]):
            spans += _parted_by_and(masked, left, right)
        start = gap.end() if gap else start
    return Names(tuple(spans), open_ended)


def _parted_by_and(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Part 教育局和民政局 in two; 自然资源和规划局 is one unit, and 和静 of 教育局和静文旅集团 a place."""
    for word in _AND.finditer(text, left, right):
        named = _begins_as_place(text[word.start() : right])
        then = word.start() if named else word.end()
        if is_unit(text[left : word.start()]) and is_unit(text[then:right]):
            return [(left, word.start()), (then, right)]
    return [(left, right)]


def _begins_as_place(text: str) -> bool:
    """Tell a name that begins as a place's, 和静 or 和政, from "and" before another: 和政务服务局."""
    words = load_words()
    return text.startswith(words.like_and) and not text.startswith(words.behind_and, 1)


def _without_breaks(
    text: str, gaps: list[re.Match[str]], known: frozenset[str]
) -> list[re.Match[str]]:
    """Leave out the spaces that stand inside a name, where a page broke or spaced it: 消防救援 大队."""
    kept, start = [], 0
    spaced = _spaced_units(text) if any(gap[0].isspace() for gap in gaps) else []
    for at, gap in enumerate(gaps):
        end = gaps[at + 1].start() if at + 1 < len(gaps) else len(text)
        before, after = text[start : gap.start()], text[gap.end() : end]
        if not gap[0].isspace():
            broken = False
        elif any(left < gap.start() < right for left, right in spaced):
            broken = True
        elif is_spaced_person(before, after):
            broken = not _begins_another(before, after, text[end:])
        else:
            broken = "\n" not in gap[0] and _is_broken(before, after, known)
        if not broken:
            kept.append(gap)
            start = gap.end()
    return kept


def _spaced_units(text: str) -> list[tuple[int, int]]:
    """Find the units whose names are printed with a space behind every character: 教 育 局."""
    return [m.span() for m in _SPACED.finditer(text) if is_unit(squeeze(m[0]))]


def is_spaced_person(before: str, after: str) -> bool:
    """Tell the halves of a person's name of which one is a single character, and so no name: 方 朔.

    >>> is_spaced_person("方", "朔"), is_spaced_person("方朔", "顾舟"), is_spaced_person("市", "局")
    (True, False, False)
    """
    before, after = squeeze(before), squeeze(after)
    if len(before) + len(after) > 4 or 1 not in (len(before), len(after)):
        return False
    return is_person(before + after)


def _begins_another(before: str, after: str, rest: str) -> bool:
    """Tell the surname of the next of several spaced names, 顾 in 方 朔 顾 舟."""
    if len(squeeze(before)) < _SHORTEST or after not in load_words().surnames:
        return False
    following = re.match(r"\s+(\S+)", rest)
    return bool(following and _HAN_CHARACTER.fullmatch(following[1].strip("、,，;；")))


def _is_broken(before: str, after: str, known: frozenset[str]) -> bool:
    """Tell two halves of one unit's name: the first is none, and the second none that stands by itself."""
    before, after = before.lstrip("★▲☆ 　"), after.rstrip("。. ")
    joined, words = squeeze(before + after), load_words()
    if joined in words.usual or joined[1:] in words.usual or joined in known:
        return True
    if after.startswith(("(", "（")):
        return is_unit(joined)
    is_company = after in words.suffixes and after.endswith(words.builders)  # 公司, 有限公司
    if is_company and not before.endswith(words.usual) and is_unit(joined):
        return not is_person(before)
    if after in words.of_places and _is_a_place(before):
        return True
    if is_unit(before) or not is_unit(joined) or _is_a_person_here(before):
        return False
    if before in known or ends_whole(before, after):
        return False
    return after not in words.usual and (len(after) < 3 or after[0] not in DISTRICTS)


def _is_a_place(name: str) -> bool:
    """Tell the name of one place that has a government: no group of them, and no kind of place alone."""
    places = load_words().places
    return name.endswith(places) and name not in places and not is_group(name)


def ends_whole(before: str, after: str) -> bool:
    """Tell a name that ends like a place's, and is no half of what stands behind it.

    >>> ends_whole("望湖小学", "星河运动中心"), ends_whole("滨河公园", "管理服务中心"), ends_whole("青峰", "管理处")
    (True, False, False)
    """
    words = load_words()
    by_name = before.endswith(words.bodies) and len(before) >= _SHORTEST_BODY
    if begins_anew(before, after):
        return True
    if not is_by_number(before) and not by_name:
        return False
    is_rest = after in words.suffixes and after not in words.farms
    return not (is_rest or after.startswith(words.halves))


def _is_a_person_here(before: str) -> bool:
    """Tell a person before a unit; 文化 may be a name too, but is what names of units begin with."""
    if len(before) >= 4 or not is_person(before):
        return False
    return not any(name.startswith(before) for name in load_words().usual)


def _outside_brackets(text: str) -> list[re.Match[str]]:
    found = []
    for gap in _SEPARATORS.finditer(text):
        before = text[: gap.start()]
        if before.count("(") + before.count("（") <= before.count(")") + before.count("）"):
            found.append(gap)
    return found


def unit_share(text: str) -> int:
    """Give which hundredths of the names in a cell look like units (0 when there are none).

    >>> unit_share("教育局、北、住建局"), unit_share("完成桩基施工。")
    (66, 0)
    """
    spans = split_names(text).spans
    if not spans:
        return 0
    return 100 * sum(is_unit(squeeze(text[a:b])) for a, b in spans) // len(spans)


def is_unfinished_unit(text: str) -> bool:
    """Tell a cell fragment that breaks off inside a name: 区综合行政, or ends on a separator."""
    if re.search(r"[、,，;；]$", text):
        return True
    spans = split_names(text).spans
    return bool(spans) and not is_unit(squeeze(text[slice(*spans[-1])]))
