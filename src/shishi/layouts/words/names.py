"""Tell the names of units, groups and people from other words, and split a list of them.

All functions take plain text (simplified, no pinyin); the words they know are data/organizations.toml.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from shishi.text.characters import squeeze

_SHORTEST, _SHORTEST_BODY = 2, 4
_LONGEST_PERSON = 3  # with a surname of one character
_KEPT = 60  # the longest name that is remembered
_TOWN_LAST = re.compile("[^分区县市]{2}(?:街道|镇|乡)$")
_NO_LEVEL = re.compile("市(?:场|政|容|民|域)|[区县]域|县城")
"""Words that begin like the name of a district's unit: 住建局市政管理所."""
_NO_END = "社校"
"""Before 区 these are the word 社区, 校区, and no end of a name."""
_SEPARATORS = re.compile(r"[、,，;；/\s]+")
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}(?:[.．)）]|$)|[(（][0-9]{1,2}[)）]|[①-⑳])\s*(?![0-9])")
"""The number of a name in a numbered list: 1.教育局, ②民政局."""
_AND = re.compile(r"(?<=[局委办部镇心会司道联])[和及与]")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff㐀-䶿A-Za-z0-9·（）()“”\"\-]{2,26}")
_SUM_ENDS = ("小计", "合计", "总计")
_COUNT_BEHIND = re.compile("[:：]?(?:[(（][^()（）]{1,8}[)）]|共?[0-9]{1,4}[项个件](?:项目)?)$")
_LONGEST_SUM = 14
_COUNTED = re.compile("[0-9两数多余][处所站队校馆室社院部]$")
"""Two places, and not a place's name: 公厕2处."""
_AND_OTHERS = re.compile("等(?:[0-9一二三四五六七八九十]{1,3}[个家])?(?:部门|单位)?$")
"""And others, behind the last unit that is named: 区残联等, 区残联等5家单位."""
_SQUAD = re.compile("(?:交警|治安|巡特警|特警|执法|稽查|监察)[大支]队")
"""A squad of the bureau that is named before it."""
_STREET_FIRST = re.compile("[^分区县市]{2,3}(?:街道|镇|乡)")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
_HAN_CHARACTER = re.compile("[\u4e00-\u9fff]")
_SPACED = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000\xa0]+[\u4e00-\u9fff](?![\u4e00-\u9fff]))+"
)
_TOWN = re.compile("[^区县市和与及]城乡")
"""A town whose name ends in 城; any other 城乡 is the half of a name."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of data/organizations.toml, as sets where they are looked up."""

    suffixes: tuple[str, ...]
    not_before: tuple[str, ...]
    halves: tuple[str, ...]  # what the rest of such a name begins with
    bodies: tuple[str, ...]  # what names of places end with that may stand in a list of units
    builders: tuple[str, ...]  # whose names may begin like a task: 建设投资公司
    no_ends: tuple[str, ...]  # what ends like a unit's name and is the half of one
    never_inside: tuple[str, ...]
    organs: tuple[str, ...]  # what belongs to a committee of the Party
    groups: frozenset[str]
    open_ends: tuple[str, ...]
    surnames: frozenset[str]
    offices: tuple[str, ...]
    levels: frozenset[str]
    blank_marks: frozenset[str]
    totals: frozenset[str]
    anchors: tuple[str, ...]  # what the name of a unit may end with where no separator follows
    usual: tuple[str, ...]  # the names that most districts have
    remarks: frozenset[str]  # what a remark of one word says
    lights: frozenset[str]  # statuses that are colours
    no_level: frozenset[str]  # what makes another word of 区, 县 and 市 behind it


@cache
def load_words() -> Words:
    """Load the word lists once."""
    file = files("shishi") / "data" / "organizations.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Words(
        suffixes=tuple(data["suffixes"]),
        not_before=tuple(data["not_before"]),
        halves=tuple(data["halves"]),
        bodies=tuple(data["bodies"]),
        builders=tuple(data["builders"]),
        no_ends=tuple(data["no_ends"]),
        never_inside=tuple(data["never_inside"]),
        organs=tuple(data["organs"]),
        groups=frozenset(data["groups"]),
        open_ends=tuple(sorted(data["open_ends"], key=len, reverse=True)),
        surnames=frozenset(data["surnames"]) | frozenset(data["compound_surnames"]),
        offices=tuple(data["offices"]),
        levels=frozenset(data["levels"]),
        blank_marks=frozenset(data["blank_marks"]),
        totals=frozenset(data["totals"]),
        anchors=tuple(data["anchors"]),
        usual=tuple(data["usual"]),
        remarks=frozenset(data["remarks"]) | frozenset(data["levels"]),
        lights=frozenset(data["lights"]),
        no_level=frozenset(data["no_level"]),
    )


@cache
def _usual() -> frozenset[str]:
    return frozenset(load_words().usual)


@cache
def _offices() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_words().offices)))


def is_blank_mark(text: str) -> bool:
    """Tell a mark that fills an empty cell.

    >>> is_blank_mark("/"), is_blank_mark("无线电")
    (True, False)
    """
    return text in load_words().blank_marks


def is_group(name: str) -> bool:
    """Tell a word that stands for several units that are not named one by one.

    >>> is_group("各街道"), is_group("石桥街道")
    (True, False)
    """
    return name in load_words().groups or name.endswith("成员单位")


def is_unit(name: str) -> bool:
    """Tell the name of a government unit, a company or a group of units.

    >>> [is_unit(n) for n in ("教育局", "民政局(残联)", "新建文化中心", "施工单位已进场")]
    [True, True, False, False]
    """
    return (_is_unit_short if len(name) <= _KEPT else _is_unit)(name)


def _is_unit(name: str) -> bool:
    words = load_words()
    if is_group(name) or name in _usual():
        return True
    bare = _BRACKET.sub("", name)
    if not _HAN_NAME.fullmatch(bare) or any(w in name for w in words.never_inside):
        return False
    task = bare.startswith(words.not_before) and not bare.endswith(words.builders)
    if task or _COUNTED.search(bare):
        return False
    if not bare.endswith(words.suffixes):
        return False
    return not bare.endswith(words.no_ends) or _TOWN.fullmatch(bare) is not None


_is_unit_short = lru_cache(maxsize=8192)(_is_unit)  # a page names the same units again and again


@lru_cache(maxsize=4096)
def is_glued(name: str) -> bool:
    """Tell two usual names between which a separator was lost; a bureau's squad is one name with it.

    >>> [is_glued(n) for n in ("民政局教育局", "技术学院县残联", "公安分局交警大队", "住建局市政管理所")]
    [True, True, False, False]
    """
    usual = load_words().usual
    ends = [at for at in range(_SHORTEST, len(name) - 1) if name[:at].endswith(usual)]
    rests = [name[at:].lstrip("区县市") for at in ends]
    if any(rest.startswith(usual) and not _SQUAD.match(rest) for rest in rests):
        return True
    if any(_STREET_FIRST.match(rest) and not rest.endswith(("所", "站", "队")) for rest in rests):
        return True
    town = _TOWN_LAST.search(name)
    if town and town.start() > _SHORTEST and is_unit(name[: town.start()]):
        return True
    levels = (at for at in range(_SHORTEST + 1, len(name) - _SHORTEST) if name[at] in "区县市")
    return any(
        name[at - 1] not in _NO_END
        and not _NO_LEVEL.match(name, at)
        and is_unit(name[:at])
        and is_unit(name[at:])
        for at in levels
    )


def is_person(name: str) -> bool:
    """Tell a person's name, one or two characters behind a surname, or a person named by office.

    >>> [is_person(n) for n in ("欧阳知行", "副区长甲", "民政局", "文体惠民")]
    [True, True, False, False]
    """
    words = load_words()
    if len(held := _BODY.sub("", name)) <= 8 and _offices().search(held):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", name) or name.endswith(words.suffixes):
        return False
    return name[:2] in words.surnames or (
        len(name) <= _LONGEST_PERSON and name[0] in words.surnames
    )


_BODY = re.compile("^[区县市]?(?:人大常委会|人大|政协|人民政府)")
"""What stands before the office of somebody: 区人大常委会副主任甲."""


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
    """Part 教育局和民政局 in two; 自然资源和规划局 is one unit."""
    for word in _AND.finditer(text, left, right):
        if is_unit(text[left : word.start()]) and is_unit(text[word.end() : right]):
            return [(left, word.start()), (word.end(), right)]
    return [(left, right)]


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
    if is_unit(before) or not is_unit(joined) or _is_a_person_here(before):
        return False
    if before in known or ends_whole(before, after):
        return False
    return after not in words.usual and (len(after) < 3 or after[0] not in "区县市")


def ends_whole(before: str, after: str) -> bool:
    """Tell a name that ends like a place's, and is no half of what stands behind it.

    >>> ends_whole("望湖小学", "星河运动中心"), ends_whole("滨河公园", "管理服务中心"), ends_whole("青峰", "管理处")
    (True, False, False)
    """
    words = load_words()
    if not before.endswith(words.bodies) or len(before) < _SHORTEST_BODY:
        return False
    return not (after in words.suffixes or after.startswith(words.halves))


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


STEMS = "甲乙丙丁戊己庚辛壬癸"
"""What stands for the name of a person whom a page names by the office: 副区长甲."""
TICKS = frozenset("√✓✔☑●■▲★Vv")
"""What stands in a cell to say that the word over its column holds."""


def says_sum(plain: str) -> bool:
    """Tell the word for a row that adds up others, a count or what is added up beside it.

    >>> [says_sum(word) for word in ("合计(3项)", "教育类小计", "总计", "设计", "合计完成投资320万元")]
    [True, True, True, False, False]
    """
    if "计" not in plain or len(plain) > _LONGEST_SUM:
        return False
    bare = _COUNT_BEHIND.sub("", plain)
    return bare in load_words().totals or bare.endswith(_SUM_ENDS)


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
