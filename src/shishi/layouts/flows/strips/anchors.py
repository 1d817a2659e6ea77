"""Anchors: where a cell may begin or end in a glued row, seen by units, numbers, people and full stops.

Everything here reads plain text. A cut is a position in it; its cost says how odd a cell's end is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from shishi.layouts.flows.looks import THEME_MARK
from shishi.layouts.flows.strips.lexicon import NO_HABITS, Habits
from shishi.layouts.flows.strips.names import (
    BY_OFFICE,
    CHIEF,
    COUNT_END,
    LABEL,
    ODD_BEGINNING,
    SURNAMED,
    TOWNS,
    find_names,
    whole_names,
)
from shishi.layouts.flows.strips.words.goals import seams_of_goals
from shishi.layouts.flows.strips.words.said import (
    COUNTERS,
    pace_within,
    said_of_status,
    soft_blanks,
    stage_ends,
    stages,
)
from shishi.layouts.flows.strips.words.wording import BEFORE_PLACES, OFFICE_ENDS
from shishi.layouts.words.cells import ANSWERS
from shishi.layouts.words.names.kinds import STEMS, is_person
from shishi.layouts.words.names.organizations import load_words
from shishi.records import Field

_PUNCTUATION = " \n,，;；:：、。(（“"
_SURELY_WHOLE, _LAST_MONTH, _LONGEST_STATUS = 4, 12, 4
_HABIT_CUT = 3

_SECOND_SENTENCE = re.compile(r"[。;；][^。;；]+\Z")
_SENTENCE = re.compile("[。;；!?]+[”)）]?")
_SAYS = re.compile(
    "已|目前|今年以来|截至|截止|正在|累计|完成|年内|全面|力争|[0-9]{1,2}月|主体|基本|方案|因|受|提前|正与|暂未|尚未"
)
_RUN = re.compile(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?![0-9%])")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?%?")
_SUM = re.compile(r"(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)?(?:万元|亿元|元)")
"""A sum of money whose cell prints its unit."""
_COUNTED = re.compile(
    f"[{COUNTERS}月日号至、.]|亿(?=[元人次])|以(?=[上下内])|年(?![内底度])|公里|平方|项(?!目(?!前(?!期)))"
)
_MONTH_AFTER = re.compile(r"([0-9]{1,6}?)(1[0-2]|[1-9])月")
_OPENS = re.compile(
    "(?:目前|今年以来|现已|截至|截止|确保|(?<!现)(?<!前)(?<!日)(?<!,)(?<!，)已(?=累计|完[成工]|启动|投|开工|竣工|建成|进场|施工|全[部面])|力争|(?<![按照])计划|年内|(?<![0-9])(?:1[0-2]|[1-9])月底?前|[一二三四]季度|由于|因(?![地此])|受(?![益理众])|滞后原因|提前)"
)
"""How a cell begins that says what is planned, done or late."""
_GOES_ON_SO = re.compile("以[上下](?!级)|[万亿](?![家户里]+)|[的、，,。;；)）%》”]|下一步[:：]")
"""What no cell begins with: the words before it go on."""
VERB = re.compile(
    "新[建增改辟(（]|新开[通设工]|改扩?建|改造|提升|打[通造]|完成|建设|建成|创建|优化|更新|推[进动广]|实施|开展|增[设加]|加[快强装]|启动|培育|引进|举办|完善|为|对|扩建|修[建缮]|整治|铺设|安装|开[工设通发]|投[用放]|全[面市区县]|检定|筹集|加装|帮扶|救助|配[备置]|打造|升级|常态化|主要包括|贯通|发放|推出|上线|组织|设[置立]|除险|健全|探索|培训|维修|更换|布设|提供|举行|投放|资助|聚焦|围绕|在[^,，。]{1,12}等"
)
_IS_DONE = re.compile(f"(?:[\u4e00-\u9fff]{{2,3}}[镇乡](?:点位)?)?(?:{VERB.pattern}|已|累计|召开)")
"""How a goal or a report begins, as no rest of a name does: 完成招标, 云溪镇点位完成招标."""
_LONGEST_THEME = 14
_SEMICOLON, _COUNT_CUT = 6, 4
"""What it costs that a cell ends with a semicolon, and with a count before other words."""
_PER = (
    "立方|平方|小时|(?:[千万]?人(?:次|(?![社大才力武防行工均居文员群口]|民(?!政局)))"
    "|日(?![前后内常间用均照起])|天(?![然府台津桥网气空]|河区)|年(?![底末初内前中度均终产])"
    "|月(?![底末初内前中季均])|户(?![外籍均])|亩(?![均产]))"
    "(?![^各区县市全乡、，,。;；0-9](?:街道|[镇乡办]))"
)
"""What a measure is shared out by, no word or town that begins so: 天 in 吨/天, not in /天然气 or /天山街道."""
_MARK = re.compile(
    rf"(?<![0-9A-Za-z])(?!(?<=[克吨元张里米次度])/(?:{_PER}))/(?![A-Za-z])|(?<![0-9])—{{1,2}}(?![^()（）]*[)）])|(?<=[/。])无(?=/|$)|无$"
)
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}\.(?:1[0-2]|0?[1-9])(?![0-9.%])|"
    "(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|第?[一二三四]季度|[上下]半年|全年|年(?=[底末内前]))(?:底|末|内)?(?:前|以前|之前)?"
)
_FIRST_OF_LIST = re.compile(
    "[(（][1一][)）]|(?<![0-9.])1[、.](?![0-9])|①|一是(?![^，,。;；]{0,3}(?:级|等))"
)
_MAY_OPEN = re.compile("正在|已[与有在]|正与|尚未|暂未|全面完成|累计|初步|主体")
_STAGE_CUT, _INNER_SUM = 5, 3
_LIST_MARK = "[、,，]"
_OFFICER = "(?:科长|负责人|主任|局长|经理|站长|所长|院长|联络员)"


@dataclass(slots=True)
class Anchors:
    """What stands where in one glued row.

    `cuts` maps a position to what it costs that a sentence ends there; `names` holds the unit names
    that may begin at a position, as (end, cost); `labels` what stands before names and says what they do, as
    start: end; the others the stretches of their kind, as (start, end). `marks` fill blank cells. `openings` are
    where words that open a cell stand behind others with no mark between, `offices` where sure names end of units
    that are no towns.
    """

    cuts: dict[int, int] = field(default_factory=dict)
    names: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    people: list[tuple[int, int]] = field(default_factory=list)
    statuses: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    openings: list[int] = field(default_factory=list)
    remarks: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    dates: list[tuple[int, int]] = field(default_factory=list)
    levels: list[tuple[int, int]] = field(default_factory=list)
    labels: dict[int, int] = field(default_factory=dict)
    offices: set[int] = field(default_factory=set)


def find_anchors(
    text: str,
    statuses: frozenset[str],
    fields: frozenset[Field | None],
    *,
    dated: bool = False,
    known: frozenset[str] = frozenset(),
    habits: Habits = NO_HABITS,
    people: Sequence[tuple[int, int]] = (),
    tails: Sequence[tuple[int, int]] = (),
    starred_behind: bool = False,
    slashed: bool = False,
    surnamed: bool = True,
) -> Anchors:
    """Find the anchors of one row; its first and last position are cuts too.

    `fields` are those of the table: a person's name is no anchor where there are no leaders, a date where
    no column holds dates (`dated`). `known` are names of units that the page shows elsewhere, `habits` how
    its cells begin and end, `people` where people may stand in the text, `tails` the short cells that come again,
    `starred_behind` that a star stands behind who leads, `slashed` that slashes part the names of a cell,
    `surnamed` that a surname may stand before an office.
    """
    found = Anchors({0: 0, len(text): 0})
    _add_signs(found, text, starred_behind=starred_behind)
    if Field.LEVELS in fields:
        found.levels = [m.span() for m in _levels().finditer(text)]
        for start, end in found.levels:
            _add(found.cuts, start, 1)
            _add(found.cuts, end, 1)
    found.dates = [d.span() for d in _DATE.finditer(text)] if dated else []
    for start, end in found.dates:
        _add(found.cuts, start, 2)
        _add(found.cuts, end, 2)
    for stage in stage_ends().finditer(text):
        _add(found.cuts, stage.end(), 2)
    for word in load_words().open_ends:
        for others in re.finditer(re.escape(word), text):
            _add(found.cuts, others.end(), 1)
    _add_names(found, text, known, slashed=slashed)
    _add_openings(found, text, habits, themed=Field.THEME in fields)
    _add_seams_of_goals(found, text, fields)
    if fields & {Field.LEADERS, None}:
        found.people = list(dict.fromkeys([*people, *_find_people(text, surnamed=surnamed)]))
    for span, cost in (*((p, 2) for p in found.people), *((t, 0) for t in tails)):
        for at in span:
            _add(found.cuts, at, cost)
    for _ in range(2):
        _add_short_cells(found, text, statuses, fields=fields)
        for mark in soft_blanks().finditer(text):
            if found.cuts.get(mark.start(), 9) <= 2 and mark.span() not in found.marks:
                found.blanks.append(mark.span())
                _add(found.cuts, mark.end(), 1)
    if Field.STATUS in fields:
        found.statuses += [(a, b) for a, b in tails if b - a <= _LONGEST_STATUS]
    firm = {at for span in (*whole_names(text, known).items(), *tails) for at in span}
    for at, cost in found.cuts.items():
        if cost and at not in firm:
            found.cuts[at] = cost + habits.parts(text, at)
    _drop_inner_cuts(found, text, known, levels=Field.LEVELS not in fields)
    return found


def _add_signs(found: Anchors, text: str, *, starred_behind: bool) -> None:
    """Add the ends of sentences, the labels before names, and the marks that fill blank cells."""
    for sentence in _SENTENCE.finditer(text):
        found.cuts[sentence.end()] = _SEMICOLON if sentence[0][0] in ";；" else 0
    for label in LABEL.finditer(text):
        if starred_behind and label[0] == "★":
            _add(found.cuts, label.end(), 0)
            continue
        found.labels[label.start()] = label.end()
        _add(found.cuts, label.start(), 0)
    for mark in _MARK.finditer(text):
        found.marks.append(mark.span())
        _add(found.cuts, mark.start(), 0)
        _add(found.cuts, mark.end(), 0)


def _add_names(found: Anchors, text: str, known: frozenset[str], *, slashed: bool) -> None:
    """Add the names of units; a slash between two of them fills no blank cell where slashes part names."""
    for start, end, cost in find_names(text, known):
        found.names.setdefault(start, []).append((end, cost))
        _add(found.cuts, start, 1 if cost < ODD_BEGINNING else 2)
        _add(found.cuts, end, 1)
        if cost <= 1 and text[end - 1] in OFFICE_ENDS:
            found.offices.add(end)
    if slashed:
        ends = {end for names in found.names.values() for end, _ in names}
        found.marks = [m for m in found.marks if not (m[0] in ends and m[1] in found.names)]


def _add_openings(found: Anchors, text: str, habits: Habits, *, themed: bool) -> None:
    """Add where words stand that open a cell: what is done, what was counted, how others of the page begin."""
    if themed:
        for verb in VERB.finditer(text, 0, _LONGEST_THEME + 14):
            _add(found.cuts, verb.start(), 2)
    for count in COUNT_END.finditer(text):
        if _SAYS.match(text, count.end()):
            _add(found.cuts, count.end(), 2)
        elif "\u4e00" <= text[count.end() : count.end() + 1] <= "\u9fff":
            _add(found.cuts, count.end(), _COUNT_CUT)
    for line in re.finditer("\n", text):
        _add(found.cuts, line.start(), 1)
        _add(found.cuts, line.end(), 1)
    for mark in THEME_MARK.finditer(text) if themed else ():
        _add(found.cuts, mark.start(), 2)
    for first in _FIRST_OF_LIST.finditer(text):
        _add(found.cuts, first.start(), 2)
    for stage in stages().finditer(text):
        _add(found.cuts, stage.end(), _STAGE_CUT)
    for opening in _OPENS.finditer(text):
        _add(found.cuts, opening.start(), 2)
        if opening.start() and text[opening.start() - 1] not in _PUNCTUATION:
            found.openings.append(opening.start())
    for opening in _MAY_OPEN.finditer(text):
        _add(found.cuts, opening.start(), _COUNT_CUT)
    for at in habits.cuts(text):
        _add(found.cuts, at, _HABIT_CUT)


def _add_seams_of_goals(found: Anchors, text: str, fields: frozenset[Field | None]) -> None:
    """Add where a report follows a goal with no mark between."""
    for at in seams_of_goals(text) if fields >= {Field.GOAL, Field.PROGRESS} else ():
        _add(found.cuts, at, 1)
        found.openings.append(at)


def _drop_inner_cuts(found: Anchors, text: str, known: frozenset[str], *, levels: bool) -> None:
    """Drop the cuts within a name that is whole for sure, and those before the levels in brackets."""
    whole = [(a, b) for a, b in whole_names(text, known).items() if b - a >= _SURELY_WHOLE]
    within = {at for a, b in whole for at in range(a + 1, b)}
    if levels:
        brackets = [m.span() for m in _bracketed_levels().finditer(text)]
        within |= {at for a, b in brackets for at in range(a, b)}
        for _, end in brackets:
            _add(found.cuts, end, 0)
            if _SECOND_SENTENCE.search(text[:end]) and _IS_DONE.match(text, end):
                found.openings.append(end)  # no name goes on behind the level of a whole sentence
    people = {start for start, _ in found.people}  # 万 counts, and is a surname
    within |= {at for at in found.cuts.keys() - people if _GOES_ON_SO.match(text, at)}
    within |= {word.start() + 1 for word in TOWNS.finditer(text)}
    within |= {m.start() for m in re.finditer("(?<=[“(（《])|(?=[”)）》])", text)}
    within |= {at for m in BEFORE_PLACES.finditer(text) for at in range(m.start(), m.end() + 1)}
    for at in within & found.cuts.keys() - {0, len(text)}:
        del found.cuts[at]


def is_bare(text: str, end: int) -> bool:
    """Tell a number behind which nothing says what it counts."""
    return not text[end : end + 1].isdigit() and _COUNTED.match(text, end) is None


def _add(cuts: dict[int, int], at: int, cost: int) -> None:
    cuts[at] = min(cost, cuts.get(at, cost))


def _add_short_cells(
    found: Anchors, text: str, statuses: frozenset[str], *, fields: frozenset[Field | None]
) -> None:
    """Add the statuses, numbers and people that touch a cut, and the cuts at their other ends."""
    cuts = dict(found.cuts)
    if Field.REMARK in fields:
        words = _find_words(text, load_words().remarks)
        found.remarks = [s for s in words if cuts.keys() & set(s)]
    if Field.STATUS in fields:
        found.statuses = [s for s in _find_words(text, statuses) if cuts.keys() & set(s)]
        more = statuses != ANSWERS
        said = [m.span() for m in said_of_status().finditer(text) if more]
        found.statuses = [
            (a, b) for a, b in found.statuses if not any(c < a and b <= d for c, d in said)
        ]
        found.statuses += [s for s in said if s[1] in cuts and s not in found.statuses]
        found.statuses = [s for s in found.statuses if not pace_within().match(text, s[0])]
    if fields & {Field.PERCENT, Field.INVESTMENT}:
        numbers = _NUMBER.finditer(text)
        found.numbers = [m.span() for m in numbers if _stands_alone(text, m, cuts)]
        months = _MONTH_AFTER.finditer(text)
        found.numbers += list(_glued_numbers(text))
        found.numbers += [
            m.span(1) for m in months if m.start() in cuts and int(m[1] + m[2]) > _LAST_MONTH
        ]
    if Field.INVESTMENT in fields:
        sums = [m.span() for m in _SUM.finditer(text)]
        found.numbers += sums
        for start, end in sums:
            touches = not cuts.keys().isdisjoint((start, end))
            _add(found.cuts, start, 1 if touches else _INNER_SUM)
            _add(found.cuts, end, 1 if touches else _INNER_SUM)
    for start, end in (*found.statuses, *found.numbers, *found.remarks):
        inside = text[end - 1 : end + 1].isdigit()
        _add(found.cuts, start, 1)
        _add(found.cuts, end, 4 if inside else 1)


def _glued_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers that may end before another that begins a cell: 4236 in 42361.已完工."""
    for run in _RUN.finditer(text):
        for end in range(run.start() + 1, run.end()):
            if text[end] not in "0." and text[end - 1] != ".":
                yield run.start(), end


def _stands_alone(text: str, number: re.Match[str], cuts: dict[int, int]) -> bool:
    """Tell a number that may be a cell: it touches a cut, or nothing counts with it."""
    if number[0].endswith("%"):
        return True
    if not is_bare(text, number.end()):
        return False
    return bool(cuts.keys() & set(number.span())) or len(number[0]) > 1


def _find_words(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    for word in sorted(words, key=lambda w: (-len(w), w)):  # the longest first, where both may be
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = text.find(word, at + 1)


def _find_people(text: str, *, surnamed: bool) -> Iterator[tuple[int, int]]:
    """Yield the people that are named by their office."""
    for chief in re.finditer(CHIEF, text):
        yield chief.span()
        if surnamed and SURNAMED.match(text, chief.start() - 1):
            yield chief.start() - 1, chief.end()
        if chief[0][-1] in STEMS:
            continue
        for end in range(chief.end() + 2, min(len(text), chief.end() + 4) + 1):
            if is_person(text[chief.end() : end]):
                yield chief.start(), end
    named = {at for chief in re.finditer(BY_OFFICE, text) for at in range(*chief.span())}
    for officer in re.finditer(_OFFICER, text):
        if officer.start() in named:
            continue
        before = re.split(_LIST_MARK, text[max(0, officer.start() - 6) : officer.start()])[-1]
        yield from ((officer.start() - n, officer.end()) for n in range(len(before), 0, -1))


@cache
def _levels() -> re.Pattern[str]:
    words = "|".join(sorted(load_words().levels, key=len, reverse=True))
    return re.compile(f"(?:{words})(?:[、,](?:{words}))*(?!民生|实事)")


@cache
def _bracketed_levels() -> re.Pattern[str]:
    words = "|".join(sorted(load_words().levels, key=len, reverse=True))
    return re.compile(rf"[(（]\s*(?:{words})(?:[、,，/](?:{words}))*\s*[)）]")
