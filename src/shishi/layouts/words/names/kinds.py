"""Tell the names of units, groups and people from other words.

All functions take plain text (simplified, no pinyin); the words they know are data/organizations.toml.
"""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.words.names.organizations import (
    DISTRICTS,
    body_of_office,
    group_of_units,
    load_words,
    offices_in,
    usual_names,
)

_SHORTEST = 2
_LONGEST_PERSON = 3  # with a surname of one character
_KEPT = 60  # the longest name that is remembered
_TOWN_LAST = re.compile("[^分区县市]{2}(?:街道|镇|乡)$")
_NO_LEVEL = re.compile("市(?:场|政|容|民|域)|[区县]域|县城|(?<=联)盟")
"""Words that begin like the name of a district's unit: 住建局市政管理所."""
_LEVELS = frozenset(DISTRICTS)
_NO_END = "社校"
"""Before 区 these are the word 社区, 校区, and no end of a name."""
_HAN_NAME = re.compile(r"[\u4e00-\u9fff㐀-䶿A-Za-z0-9·（）()“”\"\-]{2,26}")
_SUM_ENDS = ("小计", "合计", "总计")
_COUNT_BEHIND = re.compile("[:：]?(?:[(（][^()（）]{1,8}[)）]|共?[0-9]{1,4}[项个件](?:项目)?)$")
_LONGEST_SUM = 14
_COUNTED = re.compile("[0-9两数多余][处所站队校馆室社院部]$")
"""Two places, and not a place's name: 公厕2处."""
_SQUAD = re.compile("(?:交警|交通警察|治安|巡特警|特警|执法|稽查|监察)[大支]队")
"""A squad of the bureau that is named before it."""
_STREET_FIRST = re.compile("[^分区县市]{2,3}(?:街道|镇|乡)")
_BY_NUMBER = re.compile("第?[一二三四五六七八九十百〇零0-9]{1,4}")
"""Before 团: a regiment that has a number for a name."""
_NUMBERED_LAST = re.compile("第?[一二三四五六七八九十百〇零0-9]{1,4}团$")
_NUMBER_LAST = re.compile("[一二三四五六七八九十百〇零0-9]$")
_GROUP = re.compile(group_of_units())
_ANY_COMPANY = re.compile("(?:国有|国资|直属|重点|融资|投资|平台|建设|企业|控股|集团|公司)+")
_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
_TOWN = re.compile("[^区县市和与及]城乡")
"""A town whose name ends in 城; any other 城乡 is the half of a name."""


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
    return _GROUP.fullmatch(name) is not None or name.endswith("成员单位")


def is_unit(name: str) -> bool:
    """Tell the name of a government unit, a company or a group of units.

    >>> [is_unit(n) for n in ("教育局", "民政局(残联)", "新建文化中心", "施工单位已进场")]
    [True, True, False, False]
    """
    return (_is_unit_short if len(name) <= _KEPT else _is_unit)(name)


def _is_unit(name: str) -> bool:
    words = load_words()
    if is_group(name) or name in usual_names():
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


def is_by_number(name: str) -> bool:
    """Tell a regiment or a company that has a number for a name.

    >>> is_by_number("三十六团"), is_by_number("第一师三团"), is_by_number("艺术团")
    (True, False, False)
    """
    words = load_words()
    return name.endswith(words.numbered) and _BY_NUMBER.fullmatch(name[:-1]) is not None


def begins_anew(head: str, tail: str) -> bool:
    """Tell the name of a regiment, which is no rest of the one before it unless the number was broken.

    >>> begins_anew("二团", "三团"), begins_anew("三十", "六团"), begins_anew("教育局", "考试中心")
    (True, False, False)
    """
    return is_by_number(tail) and not _NUMBER_LAST.search(head)


def holds_level(name: str) -> bool:
    """Tell a name before which the level of a project stands, which is a cell of its own: 区级|区水务局.

    A company is none of a level, but what all companies of a level are called: 市级国有公司.

    >>> [holds_level(name) for name in ("区级区水务局", "区级青河水务公司", "区级机关事务局", "区水务局")]
    [True, True, False, False]
    """
    rests = (name[len(x) :] for x in load_words().levels if name.startswith(x))
    return any((rest[:1] in _LEVELS or _is_company(rest)) and is_unit(rest) for rest in rests)


def _is_company(name: str) -> bool:
    """Tell the name of one company from words for several."""
    return name.endswith(("公司", "集团")) and not _ANY_COMPANY.fullmatch(name)


@lru_cache(maxsize=4096)
def is_glued(name: str) -> bool:
    """Tell two usual names between which a separator was lost; a bureau's squad is one name with it.

    >>> [is_glued(n) for n in ("民政局教育局", "技术学院县残联", "公安分局交警大队", "住建局市政管理所")]
    [True, True, False, False]
    """
    usual = load_words().usual
    ends = [at for at in range(_SHORTEST, len(name) - 1) if name[:at].endswith(usual)]
    rests = [name[at:].lstrip(DISTRICTS) for at in ends]
    if any(rest.startswith(usual) and not _SQUAD.match(rest) for rest in rests):
        return True
    if _is_glued_regiment(name):
        return True
    if any(_STREET_FIRST.match(rest) and not rest.endswith(("所", "站", "队")) for rest in rests):
        return True
    town = _TOWN_LAST.search(name)
    if town and town.start() > _SHORTEST and is_unit(name[: town.start()]):
        return True
    levels = (at for at in range(_SHORTEST + 1, len(name) - _SHORTEST) if name[at] in _LEVELS)
    return any(
        name[at - 1] not in _NO_END
        and not _NO_LEVEL.match(name, at)
        and is_unit(name[:at])
        and is_unit(name[at:])
        for at in levels
    )


def _is_glued_regiment(name: str) -> bool:
    """Tell a regiment behind what is no division that it belongs to: 二团三团, but 第一师三团."""
    last = _NUMBERED_LAST.search(name)
    before = name[: last.start()] if last else ""
    return bool(before) and not before.endswith(load_words().over_regiments)


def is_person(name: str) -> bool:
    """Tell a person's name, one or two characters behind a surname, or a person named by office.

    >>> [is_person(n) for n in ("欧阳知行", "副区长甲", "民政局", "文体惠民")]
    [True, True, False, False]
    """
    words = load_words()
    held = re.sub(f"^{body_of_office()}", "", name)
    if len(held) <= 8 and offices_in().search(held):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", name) or name.endswith(words.suffixes):
        return False
    return name[:2] in words.surnames or (
        len(name) <= _LONGEST_PERSON and name[0] in words.surnames
    )


STEMS = "甲乙丙丁戊己庚辛壬癸"
"""What stands for the name of a person whom a page names by the office: 副区长甲."""
TICKS = frozenset("√✓✔☑●■▲★Vv")
"""What stands in a cell to say that the word over its column holds."""
YES, NO = "是", "否"
"""What says so in words, in columns beside each other: one alone is asked by its header (是否完工)."""


def says_sum(plain: str) -> bool:
    """Tell the word for a row that adds up others, a count or what is added up beside it.

    >>> [says_sum(word) for word in ("合计(3项)", "教育类小计", "总计", "设计", "合计完成投资320万元")]
    [True, True, True, False, False]
    """
    if "计" not in plain or len(plain) > _LONGEST_SUM:
        return False
    bare = _COUNT_BEHIND.sub("", plain)
    return bare in load_words().totals or bare.endswith(_SUM_ENDS)
