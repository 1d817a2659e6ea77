"""How cells of sentences begin and end that stand side by side with nothing between: what is planned, done or late."""

from __future__ import annotations

import re
from collections.abc import Collection

from shishi.layouts.flows.strips.words.said import COUNTERS
from shishi.records import Field

TWO_VERBS = re.compile(
    "(?:提升|改造(?!提升)|更新|保障|优化|建设|完善|服务|整治|创建)(?:新[增建]|建[设成]|改造|改扩?建|打[造通]|开[展设]|实施|启动|推[进动广出]|完成|培育|举办|布设|提供|投放|更换|设[置立]|整治|维修|增设|新增|引进|资助|在[^,，。]{1,12}等|全[区市县]|新开通|除险|组织|提升|安装|配[备置]|加装|筹集|发放|救助|检定)"
)
"""Two verbs in a row: the first ends the words before it, and the second begins a cell."""
DONE_FIRST = re.compile("(?:截[至止].{0,8}[,，])?(?:目前|现|本月)?已(?!经批)|截[至止]|正在|目前")
PLAN_FIRST = re.compile("力争|争取|确保|计划|年内|(?:1[0-2]|[1-9])月底前|[一二三四]季度")
REASON_FIRST = re.compile("由于|因(?![地此])|受(?![益理众])|滞后原因|原因[:：]")
BREAKS_OFF = re.compile(
    "(?:[0-9]+月|[的和与及为在对将已]|年内|底前|[一二三四]季度|全年|计划|力争|争取|累计|现已|目前|实际|超额|完成|达到|截至|[一二三四五六七八九十]是"
    "|[,，、](?:启动|开展|实施|组织|进行))$"
)
"""What no cell ends with: 完成招标,9月."""
BEFORE_PLACES = re.compile("(?<=[,，])(?:覆盖|涉及|惠及|辐射|包括|其中)")
"""What goes on with the places where something is done, so that no cell ends in it or right behind: 新建泵房3座,覆盖|河口镇."""
GOES_ON = re.compile(
    "[\u4e00-\u9fff]{1,2}[,，]|下一步|其中|以上|(?<=[0-9])(?:年(?![内底])|[月日%个处条家座所套张台部辆户亩吨件]|项(?!目))|公里|平方米|等"
)
"""What a number goes on with, so that no cell begins with it."""
COUNT_OF_TOWN = re.compile(
    f"(?<=[道镇乡])[0-9]+(?:\\.[0-9]+)?[万]?(?:[公千]里|平方|人次|[{COUNTERS}项亩])"
)
"""What a report counts in one town of several, so that the town begins the report: 河口镇|3座已完成,山前镇4座正在推进."""
COUNTED_IN_TOWN = re.compile("(?:街道|镇|乡)[0-9.]+[^0-9,，。;；]{1,3}$")
"""What ends with a count right behind a town, of which a report goes on to say what was done."""
TOWN = "[\u4e00-\u9fff]{2,3}(?:街道|苏木|镇|乡)"
SITES = re.compile("(?:点位|片区|辖区|境内)")
"""What a town has of which a cell says something."""
OTHER_TOWNS = re.compile("其[余他它]各?(?:街道|镇街|乡镇|镇乡|镇|乡)")
"""The towns that a report has not named, of which no part is one's name: 其|余乡镇."""
_AND_OTHERS = f"(?:已|正在|正)[^。;；]{{1,24}}[,，]{OTHER_TOWNS.pattern}"
_TELLS_TOWNS_APART = re.compile(f"(?:(?<=街道)|(?<=[镇乡])|(?<=苏木)){_AND_OTHERS}")
"""What a report goes on with that sets a town against the others: 河口镇|已选址,其余镇街正在比选."""
_COVERED = re.compile(f"{BEFORE_PLACES.pattern}{TOWN}(?:[、和]{TOWN})*")
_TOLD_APART = re.compile(f"{TOWN}(?={_AND_OTHERS})")
_TOWN_LAST = re.compile(f"{TOWN}$")
OFFICE_ENDS = frozenset("局委办")
"""What a unit ends with that is no town."""
_WITH_SITES = re.compile(f"{TOWN}(?={SITES.pattern})")
_SITE_OF_TOWN = re.compile(f"(?:(?<=街道)|(?<=[镇乡])|(?<=苏木)){SITES.pattern}")
"""What a town goes on with of which a cell says something: 河口镇|点位已开工."""
_TOWN_FIRST = re.compile(TOWN)
_TOWN_IN_LIST = re.compile("[、,，;；][^、,，;；。0-9]{2,3}(?:街道|苏木|镇|乡)$")
_DONE_THERE = re.compile("已|正在")


def ends_in_town(text: str, end: int) -> bool:
    """Tell a place within what a report says of one town: 河口镇3座|已完成."""
    done = _DONE_THERE.match(text, end)
    return bool(done and COUNTED_IN_TOWN.search(text[max(0, end - 14) : end]))


def places_told(
    text: str, begin: int, *, supported: bool, offices: Collection[int] = ()
) -> set[int]:
    """Give where the towns stand in which something is done, which are no units of it: ,覆盖河口镇、山前镇, or the sites in one.

    The row begins at `begin`, with a unit if with a town. Where another column is for who supports (`supported`), a
    town before its sites may as well be the cell of that one. A town set against the others leads itself where none of
    the `offices` that end here or there, nor any other, stands before it: 水务局|河口镇已选址, but 泵房3座|河口镇|已选址.

    >>> [len(places_told("1水务局河口镇点位已开工", 1, supported=s)) for s in (False, True)]
    [4, 0]
    """
    spans = [m.span() for m in _COVERED.finditer(text)]
    told = (m.span() for m in _TOLD_APART.finditer(text))
    spans += [span for span in told if _has_office_before(text, span[0], offices)]
    if not supported:
        spans += [m.span() for m in _WITH_SITES.finditer(text) if m.start() != begin]
    return {at for span in spans for at in range(*span)}


def _has_office_before(text: str, at: int, offices: Collection[int]) -> bool:
    return text[at - 1 : at] in OFFICE_ENDS or any(end <= at for end in offices)


def is_site_of_town(
    text: str, at: int, begin: int = 0, *, supported: bool = False, offices: Collection[int] = ()
) -> bool:
    """Tell words that belong to the town before them, which no mark puts in a list: 水务局河口镇|点位已开工.

    >>> [is_site_of_town(t, t.index("点位")) for t in ("水务局河口镇点位已开工", "水务局、河口镇点位已开工")]
    [True, False]
    """
    may_have = not supported and _SITE_OF_TOWN.match(text, at)
    town = _TELLS_TOWNS_APART.match(text, at) and _TOWN_LAST.search(text[:at])
    apart = town and _has_office_before(text, town.start(), offices)
    if not (may_have or apart) or _TOWN_FIRST.fullmatch(text, begin, at):
        return False
    return not _TOWN_IN_LIST.search(text[:at])


def says_otherwise(text: str, at: int, field: Field | None) -> bool:
    """Tell a cell that begins like one of another column: what is done among the goals, what is planned among reports."""
    if field is Field.GOAL:
        return bool(DONE_FIRST.match(text, at) or REASON_FIRST.match(text, at))
    if field is Field.PROGRESS:
        return bool(PLAN_FIRST.match(text, at) or REASON_FIRST.match(text, at))
    return field is Field.EXPLANATION and bool(PLAN_FIRST.match(text, at))
