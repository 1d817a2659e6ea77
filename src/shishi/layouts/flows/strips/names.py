"""Names of units in a glued row: where each may begin and end, and what it costs to believe so.

All functions take plain text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from shishi.layouts.flows.strips.words.said import COUNTERS, MEASURES, bodies, theme_ends
from shishi.layouts.flows.strips.words.wording import OTHER_TOWNS
from shishi.layouts.words.names.glued import goes_on, part_glued
from shishi.layouts.words.names.kinds import STEMS, holds_level, is_group, is_unit
from shishi.layouts.words.names.organizations import (
    DISTRICTS,
    company_of_brand,
    group_of_units,
    load_words,
    usual_names,
)

ODD_BEGINNING = 3
"""What it costs that a name begins where nothing says so."""
COUNT_END = re.compile(
    rf"[0-9][万亿千]?(?:[公千]里|[千公]米|平方(?:米|公里)|立方米|个百分点|人次|批次|头只|头|眼|[{COUNTERS}根盏株块片尾间位例种班亿]|项(?!目(?!前(?!期))))(?:\(间\))?(?:以[上下])?(?![0-9%])|[一二两三四五六七八九十](?:座|所|家)"
)
LABEL = re.compile(
    "★|(?:牵头|责任|主要|负责|主办|配合|协同|协办|参与|实施)(?:责任)?(?:单位|部门)?[:：]"
)
_SURNAMES = "".join(name for name in load_words().surnames if len(name) == 1)
_OFFICE_OF_STREETS = re.compile("[局委办]街道")
"""An office and, with nothing between, streets that lost their name or never had one."""
_STREETS_ALONE = re.compile("(?<=[局委办])街道(?=[、,，;；]|$)")
"""Streets that begin a cell without a name of their own, where an office ends the one before: 区商务局|街道、云溪镇."""
_HELD = f"(?:(?:常务副|副)?[{DISTRICTS}]长|常委(?!会))"
"""The offices that a surname alone stands before: 李副区长, 王常委, 常常务副区长."""
_SURNAME_ALONE = f"[{_SURNAMES}](?={_HELD})"
_CELL_BEFORE = r"(?<=[局委办会镇乡道司院。;；、,，/)）\s])|^"
_SURNAME = f"(?:(?:{_CELL_BEFORE}){_SURNAME_ALONE})?"
"""A surname before the office, where a cell may begin: 李副区长, but 724元|副区长甲."""
_UNIT_ENDS = "[局委办会镇乡部司队联无/—]"
_BEHIND_UNIT = (
    f"(?:^|(?<={_UNIT_ENDS})|(?<={_UNIT_ENDS}[{_SURNAMES}])|(?<=街道)|(?<=街道[{_SURNAMES}])"
    f"|(?<=中心)|(?<=中心[{_SURNAMES}]))"
)
"""Where a unit has ended, or a blank cell of units, whether a surname stands behind or not."""
_OF_BODY = f"{_BEHIND_UNIT}(?:{bodies()})(?:党组)?(?:常务)?副?(?:主任|书记)(?!办公|会议)[{STEMS}]?"
"""An office with the body before it that it is held in, where the body is not the only unit: 水务局|管委会副主任甲, 李管委会主任, but 泵房3座|管委会|副主任甲."""
CHIEF = (
    f"(?:{_OF_BODY}|(?:常务)?副?主任[{STEMS}]|"
    f"{_SURNAME}(?:[{DISTRICTS}](?:委|政府|人大|政协))?(?:党组|常务|分管|主管|(?<![0-9])时任)?副?"
    f"(?:[{DISTRICTS}]长|书记|主席|党组成员|常委(?!会)|调研员|巡视员|部长|指挥长)[{STEMS}]?)"
)
_NO_MEASURE = f"(?!(?<=[0-9])[{''.join(sorted(MEASURES))}])"
SURNAMED = re.compile(f"{_NO_MEASURE}{_SURNAME_ALONE}(?!{_HELD}[{STEMS}])")
"""A surname before the office of who has no name behind it: 改造工程|李副区长, 860|王常委, but 724元|副区长甲."""
OFFICE_ALONE = re.compile(f"{_HELD}(?![{STEMS}])")
"""The office of somebody the text does not name behind it."""
_HELD_BY_NOBODY = re.compile(f"{OFFICE_ALONE.pattern}|(?:常务|分管|主管|时任)(?={_HELD})")
BY_OFFICE = re.compile(f"{CHIEF}(?<=[{STEMS}])")
_LONGEST_NAME, _SHORT_NAME = 16, 10
_LATER_NAME = 4
_SHORTEST_PART, _LONGEST_TOWN = 4, 5
_TOWN_END = re.compile("(?:街道|镇|乡)$")
_NAME_IN_NAME, _TWO_NAMES, _MAYBE_TWO = 12, 7, 3
_ANYWHERE, _MIN_ANYWHERE, _WEAK_END = 5, 3, 1
_NO_NAME = re.compile(
    r"(?!^)(?:下一步|新建|改造(?!办|中心|专班|指挥部|领导)|新增|改建|扩建|完成|实施|开展|安装|铺设)|^(?:在|等[一二三四五六七八九十两多]+个|专项债|一般债|自筹|社会资本|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
"""What no name holds, and what none begins with: the number of a theme, where money comes from."""
TOWNS = re.compile("乡村|城镇|城乡|乡镇|镇村")
"""Words that seem to hold the end of a town's name."""
WITHIN_WORD = re.compile(
    "办(?=[理结学法证])|社(?=[区会])|校(?=区)|室(?=[内外])|队(?=伍)|所(?=[有在])|院(?=[内落])|站(?=[点位])|部(?=[分门位])|委(?=会)"
)
"""Where a word seems to be the end of a name, and goes on: 办|理, 社|区."""
_STREET = re.compile("(?:街道|[^乡城]镇|乡)(?![村镇级])")
_GOES_ON = re.compile(
    "公室|人民政府|政府|办事处|检察院|法院|管委会|编办|社会工作|集团|有限|分?公司|政法委|宣传部|组织部|统战部|社会工作部|办公室(?!主任)|人民政府|[(（](?:街道|镇|乡)[)）]"
)
"""What a name goes on with that could have ended before it."""
_SEAT = re.compile("[镇乡道](?:人民政府|政府|办事处)")
"""What a town known by its bare name is called in full."""
_AND_OTHERS = re.compile("(?:街道|镇|乡|社区|小区)等(?=.)")
"""Places and what is built there: 龙渡街道等|社区卫生服务中心."""
_NUMBERED = re.compile("[0-9.][0-9]")
"""Digits of a number before a name: 1.89|人社局."""
_LEVELS = frozenset(DISTRICTS)
_HOME = re.compile(f"[\u4e00-\u9fff]{{2,3}}?[{DISTRICTS}](?=..)")
_FEWEST_AT_HOME = 3
_NO_BEGINNING = MEASURES - frozenset("万亿") | frozenset("臺至")
"""What no name begins with, though 万家镇 is one."""
_MEASURES_IN_NAMES = frozenset("元头眼")
"""Measures that towns begin with: 元宝街道, 头道镇, 眼镜湖街道."""
_SHORTEST_TOWN = 2
_BEHIND_DIGIT = _NO_BEGINNING | {"时"}
"""What no name begins with behind a digit: 21时|城关镇, but 时代街道."""


@cache
def _ends() -> re.Pattern[str]:
    """The ends of unit names, the longest first; a word that goes on is none: 中心小学."""
    suffixes = sorted(load_words().anchors, key=len, reverse=True)
    words = "|".join(map(re.escape, suffixes))
    return re.compile(
        f"(?P<group>{group_of_units()})|(?P<name>{words})"
        r"(?:[(（][^()（）]{2,10}[)）])?"
    )


@cache
def _weak_ends() -> re.Pattern[str]:
    """What a name may end with that many other words end with as well: 救助站, 水文所."""
    words = "|".join(sorted(load_words().suffixes, key=len, reverse=True))
    return re.compile(f"(?:{words})(?!(?<=处)[置理罚])")  # 不合格处置率


@cache
def _usual() -> re.Pattern[str]:
    usual = sorted(load_words().usual, key=len, reverse=True)
    words = "|".join(map(re.escape, usual))
    return re.compile(f"(?=({company_of_brand()}|(?:[{DISTRICTS}省]委?)?(?:{words})))")


def sure_names(text: str, known: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Give where the names stand that most districts have or that the page shows, and streets and towns."""
    return [(start, end) for start, end, cost in find_names(text, known) if cost <= 1]


def find_names(text: str, known: frozenset[str] = frozenset()) -> Iterator[tuple[int, int, int]]:
    """Find every stretch that may be one unit's name, with what its beginning costs.

    `known` are names of units that the page shows elsewhere.
    """
    usual = whole_names(text, known)
    sure = {m.end() for m in _ends().finditer(text)} | set(_inner_ends(text))
    no_ends = {word.start() + 1 for word in (*TOWNS.finditer(text), *WITHIN_WORD.finditer(text))}
    sure -= no_ends
    groups = [m.span() for m in _ends().finditer(text) if m["group"]]
    in_group = {at for start, end in groups for at in range(start + 1, end)}
    inside = {at for m in _ends().finditer(text) for at in range(m.start() + 1, m.end())}
    inside |= no_ends | sure | set(usual.values())
    weak = {m.end() for m in _weak_ends().finditer(text)} - inside
    usual |= dict(groups) | {m.start(): m.end() for m in _STREETS_ALONE.finditer(text)}
    led, held, chiefs = _offices(text)
    ends = sorted((sure | weak | set(usual.values())) - in_group - chiefs)
    homes = [(m.start(), m.end()) for home in _homes(known) for m in re.finditer(home, text)]
    wholes = [*homes, *(m.span() for m in OTHER_TOWNS.finditer(text))]
    inside_whole = {at for start, end in wholes for at in range(start + 1, end)}
    own = {start: end - 1 for start, end in homes}
    firm = _firm_beginnings(text) | set(usual) | {start for start, _ in homes}
    behind = set(usual.values()) | {m.end() for m in _STREET.finditer(text)}
    behind |= chiefs | {m.end() for m in LABEL.finditer(text)}
    for end in ends:
        for start in range(max(0, end - _LONGEST_NAME), end - 1):
            if start in inside_whole or _NUMBERED.match(text, max(0, start - 1), end):
                continue
            name = text[start:end]
            cost = _beginning_cost(text, (start, end), firm=firm, usual=usual)
            if start in sure and cost is None and end - start >= _SHORTEST_PART:
                cost = _MAYBE_TWO
            if start in weak and cost is None and end - start >= _MIN_ANYWHERE:
                cost = _MAYBE_TWO + 1
            if start in behind and (cost is None or cost > 1):
                cost = 1 + (end - start > _SHORT_NAME)
            alone = start not in usual and _is_end_alone(name, text, start)
            if (goes_on("", name) and start not in firm) or alone:
                continue
            town = _TOWN_END.search(text, start, end)
            short = town is not None and town.start() - start < _SHORTEST_TOWN
            if cost is None and not short and _MIN_ANYWHERE <= end - start <= _SHORT_NAME:
                cost = _ANYWHERE
            if cost is not None and is_unit(name) and not _NO_NAME.search(name):
                cost += _WEAK_END * (end in weak)
                cost += _TWO_NAMES * _breaks_off(text, (start, end), usual)
                bare = own.get(start, start)
                if usual.get(start) != end and usual.get(bare) != end:
                    cost += _holding_cost(text, (bare, end), ends=ends, usual=usual, known=known)
                    cost += _behind_level(text, bare, end)
                    cost += _NAME_IN_NAME * holds_level(name)
                    cost += _TWO_NAMES * (text[start] in _LEVELS and _is_rest(start, end, usual))
                    cost += _NAME_IN_NAME * bool(_AND_OTHERS.search(name))
                goes_on_so = end in held or (end not in led and _GOES_ON.match(text, end))
                yield start, end, cost + _NAME_IN_NAME * bool(goes_on_so)


def _offices(text: str) -> tuple[set[int], set[int], set[int]]:
    """Give where offices begin, what is within one, and where they end: 水务局|管委会副主任甲; 方常委 is no committee."""
    spans = [m.span() for m in re.finditer(CHIEF, text)]
    held = {at for start, end in spans for at in range(start + 1, end)}
    return {start for start, _ in spans}, held, {end for _, end in spans}


def _breaks_off(text: str, span: tuple[int, int], usual: Mapping[int, int]) -> bool:
    """Tell the beginning of a longer name that most districts have: 市公安局 of 市公安局交警大队."""
    start, end = span
    whole = usual.get(start, end)
    return whole > end and text[start:whole].lstrip(f"{DISTRICTS}省") in usual_names()


def _holding_cost(
    text: str,
    span: tuple[int, int],
    *,
    ends: Sequence[int],
    usual: Mapping[int, int],
    known: frozenset[str],
) -> int:
    """Say what it costs that a name holds another: two with nothing between them, or words and a name."""
    start, end = span
    first = usual.get(start, end)
    inner = any(start < e < end and _begins_again(text, e, usual) for e in ends)
    if inner or len(part_glued(text[start:end], known)) > 1:
        return _NAME_IN_NAME
    seat = _SEAT.match(text, first - 1) is not None
    if first < end and not seat and not goes_on(text[start:first], text[first:end]):
        return _NAME_IN_NAME if text.startswith(load_words().not_before, first) else _TWO_NAMES
    parts = (e for e in ends if start + 2 <= e <= end - _MIN_ANYWHERE)
    pairs = ((text[start:e], text[e:end]) for e in parts)
    if any(is_unit(a) and is_unit(b) and not goes_on(a, b) for a, b in pairs):
        return _MAYBE_TWO
    if _TOWN_END.search(text, start + _LONGEST_TOWN, end):
        return _TWO_NAMES
    later = [u for u in range(start + 2, end) if usual.get(u) == end]
    return _LATER_NAME + later[0] - start - 2 if later else 0


def holds_two(cell: str) -> bool:
    """Tell a cell in which two names may stand with nothing between them; most districts have 妇女联合会 as one.

    >>> [holds_two(c) for c in ("区残联种子站", "区公安分局交警大队、区水务局", "县妇女联合会")]
    [True, False, False]
    """
    return any(
        is_unit(name[:at]) and is_unit(name[at:]) and not goes_on(name[:at], name[at:])
        for name in re.split("[、,，;；\\s★]", cell)
        if not is_group(name) and name.lstrip(f"{DISTRICTS}省") not in usual_names()
        for at in range(2 + name.startswith(tuple(DISTRICTS)), len(name) - 1)
    )


def _is_end_alone(name: str, text: str, start: int) -> bool:
    """Tell what names end with, where words stand before it: 中心 in 点位三中心."""
    words = load_words()
    alone = name in words.suffixes or name in words.anchors
    return alone and name not in words.usual and start > 0 and text[start - 1] not in "、,，★"


def _behind_level(text: str, start: int, end: int) -> int:
    """Say what it costs that a name holds another with its level before it: 专项债|区水务局."""
    inner = range(start + 2, end - 2)
    if text[start] not in _LEVELS and any(
        text[at] in _LEVELS and text[at - 1] not in load_words().no_level and is_unit(text[at:end])
        for at in inner
    ):
        return _TWO_NAMES
    return 0


def _is_rest(start: int, end: int, usual: Mapping[int, int]) -> bool:
    """Tell the rest of a name that most districts have: 区委 in 团区委."""
    return any(usual.get(at) == end for at in range(max(0, start - _SHORT_NAME), start))


def whole_names(text: str, known: frozenset[str]) -> dict[int, int]:
    """Give where the names begin and end that most districts have or that the page shows, the longest each.

    The level is none behind a word where the page shows the name without it: 传染病区|卫健局.
    """
    found = (m.span(1) for m in _usual().finditer(text))
    whole = {a: b for a, b in found if not (text[a + 1 : b] in known and _ends_word(text, a))}
    for m in _known(known).finditer(text) if known else ():
        whole[m.start()] = max(whole.get(m.start(), 0), m.end(1))
    return whole


def _ends_word(text: str, at: int) -> bool:
    """Tell a level that may end a word instead: 病区, 公园区."""
    return text[at] in _LEVELS and text[at - 1 : at] in load_words().no_level


@lru_cache(maxsize=8)
def _homes(known: frozenset[str]) -> tuple[str, ...]:
    """Give the names of districts that several of these units begin with, as one prints them whole: 南洲区水务局."""
    seen = Counter(m[0] for m in map(_HOME.match, known) if m and m[0] not in known)
    return tuple(home for home, count in seen.items() if count >= _FEWEST_AT_HOME)


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> re.Pattern[str]:
    words = sorted(names, key=len, reverse=True)
    return re.compile(f"(?=({'|'.join(map(re.escape, words))}))")


def _inner_ends(text: str) -> Iterator[int]:
    """Yield the ends that lie inside longer ones as well: 区教育局 in 区教育局(体育局)."""
    for match in re.finditer("[局委办会院镇乡](?=[(（])", text):
        yield match.end()


def _begins_again(text: str, at: int, usual: Mapping[int, int]) -> bool:
    return at in usual or text[at : at + 1] in set(f"{DISTRICTS}省")


def _firm_beginnings(text: str) -> set[int]:
    """Positions where something new begins for sure: the start, after marks, after counts."""
    firm = {0}
    firm |= {m.end() for m in re.finditer(r"[。;；、,，/)）%”\s]", text)}
    firm |= {m.end() for m in COUNT_END.finditer(text)}
    firm |= {m.end() for m in re.finditer("[0-9](?=[^0-9.%])", text)}
    return firm


def _beginning_cost(
    text: str, span: tuple[int, int], *, firm: set[int], usual: dict[int, int]
) -> int | None:
    """Say what it costs that a name begins here; None where none can."""
    start, end = span
    town = _TOWN_END.search(text, start, end)
    if town and town.start() - start < _SHORTEST_TOWN and start not in usual:
        return None  # 元|宝街道
    counted = text[start] in _BEHIND_DIGIT and text[start - 1 : start].isdigit()
    if counted and town and town.start() - start == _SHORTEST_TOWN:
        return ODD_BEGINNING  # the rest is no town: 3|元宝街道
    if text[start].isdigit() or counted:
        return None
    if start in usual:
        return ODD_BEGINNING if text[max(0, start - 1) : start] in set(f"{DISTRICTS}省") else 0
    whole = town and text[start] in _MEASURES_IN_NAMES
    if start in firm and (whole or text[start] not in _NO_BEGINNING):
        return 0 if end - start <= 10 else 2
    level = (
        text[start] in _LEVELS and start > 0 and text[start + 1 : end] not in load_words().places
    )
    if level and (text[start - 1] not in load_words().no_level or text.endswith("等地", 0, start)):
        return 1
    if text[start:end].endswith(("街道", "镇", "乡")) and 3 <= end - start <= 4:
        return ODD_BEGINNING
    return None


@lru_cache(maxsize=4)
def shows_surnames(page: str) -> bool | None:
    """Tell a page that prints a surname before the office, where an end is certain; None where no row tells.

    >>> [shows_surnames(p) for p in ("建园2个李副区长", "防渗工程副区长", "修缮泵房副区长")]
    [True, False, None]
    """
    ends = {m.end() for m in COUNT_END.finditer(page)}
    works = "|".join(theme_ends())
    ends |= {m.end() for m in re.finditer(f"[0-9]|{works}|(?:{_CELL_BEFORE})", page)}
    surnamed = sum(bool(SURNAMED.match(page, at)) for at in ends)
    alone = sum(bool(_HELD_BY_NOBODY.match(page, at)) for at in ends)
    return surnamed > alone if surnamed != alone else None


def runs_on(text: str, marks: str) -> bool:
    """Tell a cell whose names run into each other, of a table where these marks part them: 区教育局街道、区财政局.

    >>> runs_on("区教育局街道、区财政局", "、"), runs_on("云溪街道、区财政局", "、")
    (True, False)
    """
    return bool(_OFFICE_OF_STREETS.search(text)) or (not marks and holds_two(text))
