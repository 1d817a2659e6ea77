"""How cells are worded: what is done, planned or in the way, a task, a stage, a phrase, a town."""

from __future__ import annotations

import re

from shishi.layouts.flows.looks import Look

DONE_WORDS = re.compile(r"已|目前|截至|截止|正在|完成率|暂未|尚未|进行中|推进中|持续推进|基本完")
"""What a report says that something is done with."""
PLAN_WORDS = re.compile(r"年内|底前|力争|计划|全年|月底|开工|不少于|不低于|以上")
"""What a goal says that something is planned with."""
REASON_WORDS = re.compile(
    "因|影响|下一?步|提前|超额|滞后|快于|慢于|好于|低于预期|困难|受阻|延迟|延误|延期|不足|难度|较慢|缓慢|短缺|纠纷|不到位"
)
"""What an explanation names a reason or a next step with."""
REASON_FIRST = re.compile("因(?!地制宜|此)|由于|受(?!到|理|益|众)|原因|未开工原因|滞后原因")
"""What an explanation begins with."""
_STAGE_WORDS = re.compile(
    "完|中$|[0-9]|阶段|施工|招标|审批|办理|编制|设计|封顶|装修|验收|竣工|投用|安装|调试|采购|到位|[和与及的]$"
)
TASK_WORDS = re.compile(
    r"^(?:[0-9]{1,2}[.、])?(?:为|对|在|全|新|改|建|打|更|修|铺|安|增设|实施|推|完成|完善|开|提|创|加|启|优|深|组|投|筹|迁|增|发|维|整|综合|扩|加快|设|培|引|促|支持|帮[助扶]|救助|资助|举办|配备|上线|鼓励|用|利|办|做|持|稳|巩|拓|清|保|制|落实|争|强|广|高|系|全面|丰|擦|扎|积|悉|基本)"
)
"""What the name of an item begins with."""

_TOWN = re.compile("(?:街道|镇|乡)(?:办事处|政府)?$")

_MONTH = re.compile("20[0-9]{2}[.](?:0?[1-9]|1[0-2])(?:[.](?:0?[1-9]|[12][0-9]|3[01]))?")


def is_month(text: str) -> bool:
    """Tell a month or a day with its year in figures, which may be a number as well.

    >>> [is_month(t) for t in ("2031.6", "2031.10.25", "2031.15", "3160.5")]
    [True, True, False, False]
    """
    return _MONTH.fullmatch(text) is not None


def is_town(look: Look) -> bool:
    """Tell a list of units that begins with a street or a town, or with all of them.

    >>> from shishi.layouts.flows.looks import look_at
    >>> [is_town(look_at(t, frozenset())) for t in ("柳湖街道", "青湾乡、区住建局", "区住建局、青湾乡")]
    [True, True, False]
    """
    return bool(_TOWN.search(re.split("[、,;\\s]", look.text)[0]))


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
    return bool(DONE_WORDS.search(text) or PLAN_WORDS.search(text))
