"""What it costs to believe that a paragraph stands in a column. Whole numbers; 0 fits, 20 cannot be.

The costs are judgement, set on published tables of many districts and held by the cases in the tests.
A difference of about four is one clear piece of evidence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.columns import Column
from shishi.layouts.flows.looks import Look
from shishi.layouts.words.cells import is_of_time, kind_of
from shishi.layouts.words.names import load_words
from shishi.layouts.words.vocabulary import (
    known_word,
    load_measures,
)
from shishi.records import Field
from shishi.text.characters import squeeze

IMPOSSIBLE = 60
_LONGEST_TITLE = 24
UNITS = frozenset({Field.LEAD_UNITS, Field.SUPPORT_UNITS})

_ANY = Column(None)
_TIME_BLANK = 4

BLANK = {
    Field.CODE: 6,
    Field.THEME: 5,
    Field.ITEM: 7,
    Field.LEAD_UNITS: 6,
    Field.SUPPORT_UNITS: 1,
    Field.LEADERS: 3,
    Field.LEVELS: 3,
    Field.INVESTMENT: 4,
    Field.GOAL: 6,
    Field.PROGRESS: 8,
    Field.PERCENT: 3,
    Field.STATUS: 6,
    Field.EXPLANATION: 1,
    Field.REMARK: 0,
    None: 2,
}
"""What it costs that a cell of a row is blank."""

COVERED = {Field.CODE: 2, Field.THEME: 1, Field.ITEM: 5, Field.GOAL: 5, Field.LEADERS: 4}
"""What it costs that a cell at the start of a row belongs to a merged cell above it."""

_DONE_WORDS = re.compile(r"已|目前|截至|截止|正在|完成率|暂未|尚未|进行中|推进中|持续推进|基本完")
_PLAN_WORDS = re.compile(r"年内|底前|力争|计划|全年|月底|开工|不少于|不低于|以上")
_REASON_WORDS = re.compile(
    "因|影响|下一?步|提前|超额|滞后|快于|慢于|好于|低于预期|困难|受阻|延迟|延误|延期|不足|难度|较慢|缓慢|短缺|纠纷|不到位"
)
_REASON_FIRST = re.compile("因(?!地制宜|此)|由于|受(?!到|理|益|众)|原因|未开工原因|滞后原因")
_STAGE_WORDS = re.compile(
    "完|中$|[0-9]|阶段|施工|招标|审批|办理|编制|设计|封顶|装修|验收|竣工|投用|安装|调试|采购|到位|[和与及的]$"
)
_TASK_WORDS = re.compile(
    r"^(?:[0-9]{1,2}[.、])?(?:为|对|在|全|新|改|建|打|更|修|铺|安|增设|实施|推|完成|完善|开|提|创|加|启|优|深|组|投|筹|迁|增|发|维|整|综合|扩|加快|设|培|引|促|支持|帮助|鼓励|用|利|办|做|持|稳|巩|拓|清|保|制|落实|争|强|广|高|系|全面|丰|擦|扎|积|悉|基本)"
)

_OFFICE = re.compile("(?:长|主任|书记|科员|负责人|专员|干部|经理|队长|部长)$")
_PLACE = re.compile("(?:街道|镇|乡|村|社区|路|街|区|县|市|园|小区|校区|全域|各地)$")
_DATE = re.compile(
    r"(?:[12][0-9]{3}年)?(?:第?[一二三四1-4]季度|[上下]半年|全年|年内|年|1?[0-9]月|[上中下]旬)?(?:[0-9]{1,2}日|份|底|末|初|[上中下]旬)*(?:前|之前|完成|完工|建成)*"
)

_TOWN = re.compile("(?:街道|镇|乡)(?:办事处|政府)?$")

LEVEL_SIGNS = "区县市省镇"
"""What the name of a unit begins with when it says whose it is: 区住建局."""


def blank(column: Column) -> int:
    """Give what it costs that the cell of a row is blank in this column; one of another time is like a goal."""
    return _TIME_BLANK if column.field is None and is_of_time(column.word) else BLANK[column.field]


def misfit(look: Look, column: Column) -> int:
    """Give what it costs that this paragraph stands in this column.

    >>> from shishi.layouts.flows.looks import look_at
    >>> unit = look_at("区水务局、柳湖街道", frozenset())
    >>> misfit(unit, Column(Field.LEAD_UNITS)), misfit(unit, Column(Field.LEADERS)) > 10
    (0, True)
    """
    if look.is_blank:
        return _blank_misfit(look, column)
    if column.counted:
        return _count(look)
    if column.field in _BY_WORD and (kind := kind_of(column.word, column.field)):
        return _KINDS[kind](look)
    if column.field is None:
        return _other(look, column.word)
    return _MISFITS[column.field](look, column)


def _other(look: Look, word: str) -> int:
    claimed = _claims(word)
    if is_of_time(word):
        return min(_goal(look, _ANY), _progress(look, _ANY))
    if Field.ITEM in claimed and Field.GOAL not in claimed:
        return _title(look)
    if look.is_code:
        return 4
    return 9 if Field.ITEM in claimed and look.units == 100 else 3


@lru_cache(maxsize=256)
def _claims(word: str) -> frozenset[str]:
    """Give the fields that the header word of a column without one could as well fill: 项目名称."""
    known = known_word(squeeze(word))
    return frozenset(name for name, _ in known.claims) if known else frozenset()


def _title(look: Look) -> int:
    """Give what it costs that this is the name of an item, some words without an end."""
    if look.is_code or look.is_number or look.starred:
        return 20
    cost = 0 if 3 <= look.length <= _LONGEST_TITLE else 4
    cost += 10 if look.units == 100 or look.is_status or look.is_level else 0
    cost += 6 if look.length <= 4 and look.people == 100 else 0
    cost += 5 if look.text.endswith(("。", ";")) or says_when(look.text) else 0
    return cost + (2 if look.is_sentence else 0)


def _person(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status or look.is_sentence:
        return 20
    return 0 if look.people == 100 or _OFFICE.search(look.text) else 6 if look.length <= 4 else 14


def _place(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status or look.starred:
        return 20
    town = _PLACE.search(look.text) and look.length <= 16 and not look.is_sentence
    return 0 if town else 4 if look.length <= 12 and not look.is_sentence else 10


def _date(look: Look) -> int:
    if (look.is_code and "-" not in look.text) or look.is_status or look.starred:
        return 20
    return 0 if look.length <= 16 and _DATE.fullmatch(look.text) else 14


def _count(look: Look) -> int:
    if look.is_number:
        return 0
    if look.is_code or look.is_status or look.starred or look.units == 100:
        return 20
    return 2 if re.match("约?[0-9]", look.text) and look.length <= 12 else 9


def _measure(look: Look) -> int:
    if look.is_code or look.is_number or look.is_status or look.starred:
        return 20
    return 0 if look.text in load_measures() else 6 if look.length <= 4 else 14


_KINDS = {
    "person": _person,
    "place": _place,
    "date": _date,
    "count": _count,
    "measure": _measure,
}
_BY_WORD = frozenset({None, Field.GOAL, Field.PROGRESS})


def _blank_misfit(look: Look, column: Column) -> int:
    if not look.text:
        return min(BLANK[column.field], COVERED.get(column.field, 99)) if column.field else 0
    return {
        Field.CODE: 6,
        Field.THEME: 8,
        Field.ITEM: 12,
        Field.LEAD_UNITS: 5,
        Field.STATUS: 3,
        Field.PROGRESS: 1,
        Field.PERCENT: 5,
    }.get(column.field or Field.REMARK, 1)


def _code(look: Look, column: Column) -> int:
    return 0 if look.is_code else IMPOSSIBLE


def is_town(look: Look) -> bool:
    """Tell a list of units that begins with a street or a town, or with all of them.

    >>> from shishi.layouts.flows.looks import look_at
    >>> [is_town(look_at(t, frozenset())) for t in ("柳湖街道", "青湾乡、区住建局", "区住建局、青湾乡")]
    [True, True, False]
    """
    return bool(_TOWN.search(re.split("[、,;\\s]", look.text)[0]))


def _theme(look: Look, column: Column) -> int:
    if look.is_code or look.is_number:
        return IMPOSSIBLE
    if look.theme_mark and look.length <= 20:
        return 0
    cost = 1 if 2 <= look.length <= 16 else 6 if look.length <= 24 else 16
    cost += 6 if look.text.endswith(("。", ";")) else 0
    cost += 3 if re.search("[0-9]", look.text) else 0
    cost += 10 if look.starred or look.is_status else 0
    cost += 5 if look.units == 100 else 0
    cost += 3 if look.text[0] in LEVEL_SIGNS else 0
    cost += 3 if (look.length <= 3 or look.names > 1) and look.people == 100 else 0
    cost += 5 if _DONE_WORDS.search(look.text) or _PLAN_WORDS.search(look.text) else 0
    return cost + (4 if look.is_sentence and look.length > 12 else 0)


def _item(look: Look, column: Column) -> int:
    if look.is_code or look.is_number or look.starred:
        return IMPOSSIBLE if look.is_code else 20
    cost = 0 if _TASK_WORDS.match(look.text) else 2
    cost += 0 if look.length >= 8 else 3 if look.length >= 5 else 8
    cost += 12 if look.is_status or look.is_level else 0
    cost += 14 if look.units == 100 else 6 if look.units >= 60 and look.names > 2 else 0
    cost += 8 if look.length <= 4 and look.people == 100 else 0
    cost += 2 if _DONE_WORDS.search(look.text) else 0
    cost += 2 if _REASON_WORDS.search(look.text) else 0
    return cost + (10 if look.theme_mark and look.length <= 12 and not look.is_sentence else 0)


def _units(look: Look, *, starred: bool, lead: bool) -> int:
    if look.is_code or look.is_number or look.is_status or look.is_level:
        return IMPOSSIBLE
    if starred > look.starred or (look.starred and not lead):
        return 30
    cost = 0 if look.units == 100 else 2 if look.units >= 60 else 4 if look.units >= 40 else 16
    short = look.length <= 8 and not (look.is_sentence or says_when(look.text))
    if look.units < 40 and look.unfinished_units and short:
        cost = 7
    cost += 8 if "。" in look.text or re.search(r"[0-9]{2}", look.text) else 0
    if lead:
        return cost + (1 if look.names > 3 else 0) + (3 if look.groups == look.names else 0)
    return cost


def _lead_units(look: Look, column: Column) -> int:
    return _units(look, starred=column.starred, lead=True)


def _support_units(look: Look, column: Column) -> int:
    return _units(look, starred=False, lead=False)


def _leaders(look: Look, column: Column) -> int:
    if look.is_code or look.is_number or look.is_status or look.is_sentence:
        return IMPOSSIBLE if look.is_code or look.is_number else 24
    return 0 if look.people == 100 else 5 if look.length <= 4 and look.units < 100 else 16


def _levels(look: Look, column: Column) -> int:
    return 0 if look.is_level else 14


def _number(look: Look) -> int:
    if look.is_number:
        return 0
    return 14 if re.search(r"[0-9]", look.text) else IMPOSSIBLE


def _money(look: Look, column: Column) -> int:
    return max(_number(look), 20 if "%" in look.text else 0)


def _percent(look: Look, column: Column) -> int:
    return max(_number(look), 20 if re.search("[元万亿]", look.text) else 0)


def _status(look: Look, column: Column) -> int:
    if look.is_status:
        return 0
    if look.starred:
        return IMPOSSIBLE
    if look.is_code or look.is_number:
        return 20
    return 6 if look.length <= 6 and look.units < 100 else 24


def _prose(look: Look) -> int:
    if look.is_code or look.starred:
        return 30
    cost = 12 if look.is_number else 0
    cost += 18 if look.units == 100 else 7 if look.units >= 60 and look.names > 2 else 0
    cost += 7 if look.length <= 4 and look.people == 100 else 0
    cost += 3 if look.length <= 3 or is_phrase(look) else 0
    cost += 8 if look.text in load_words().remarks and not look.is_level else 0
    return cost + (8 if look.is_level or (look.theme_mark and look.length <= 8) else 0)


def is_phrase(look: Look) -> bool:
    """Tell a few words that say neither what is done nor what is planned, as themes are worded.

    >>> from shishi.layouts.flows.looks import look_at
    >>> [is_phrase(look_at(words, frozenset())) for words in ("便民出行", "已开工", "方案设计阶段")]
    [True, False, False]
    """
    return (
        look.length <= 8
        and not look.is_sentence
        and not (look.text.endswith(("。", ";")) or _STAGE_WORDS.search(look.text))
        and not (says_when(look.text) or look.is_status)
        and not (look.units or look.people == 100)
    )


def says_when(text: str) -> bool:
    """Tell words of what is done already, or planned by some time.

    >>> says_when("已全面铺开"), says_when("便民出行")
    (True, False)
    """
    return bool(_DONE_WORDS.search(text) or _PLAN_WORDS.search(text))


def _goal(look: Look, column: Column) -> int:
    done = _DONE_WORDS.search(look.text) and not _PLAN_WORDS.search(look.text)
    return _prose(look) + (6 if look.is_status else 0) + (1 if done else 0)


def _progress(look: Look, column: Column) -> int:
    planned = _PLAN_WORDS.search(look.text) and not _DONE_WORDS.search(look.text)
    cost = _prose(look) + (5 if look.is_status else 0) + (1 if planned else 0)
    reason = _REASON_WORDS.search(look.text) and not _DONE_WORDS.search(look.text)
    cost += 3 if is_phrase(look) or reason else 0
    return cost + (5 if _REASON_FIRST.match(look.text) else 0)


def _explanation(look: Look, column: Column) -> int:
    cost = _prose(look) + (0 if _REASON_WORDS.search(look.text) else 1)
    return cost + (3 if look.is_status else 0) + (2 if is_phrase(look) else 0)


def _remark(look: Look, column: Column) -> int:
    if look.is_level or is_phrase(look):
        return 1
    return min(_prose(look), 14 if look.units == 100 else 8) + (
        4 if _REASON_WORDS.search(look.text) else 1
    )


_MISFITS = {
    Field.CODE: _code,
    Field.THEME: _theme,
    Field.ITEM: _item,
    Field.LEAD_UNITS: _lead_units,
    Field.SUPPORT_UNITS: _support_units,
    Field.LEADERS: _leaders,
    Field.LEVELS: _levels,
    Field.INVESTMENT: _money,
    Field.PERCENT: _percent,
    Field.STATUS: _status,
    Field.GOAL: _goal,
    Field.PROGRESS: _progress,
    Field.EXPLANATION: _explanation,
    Field.REMARK: _remark,
}
