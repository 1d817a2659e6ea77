"""The names of units that a page itself shows, where nothing parts them from the words around them.

A name comes again with other words before it, and always the same within it: in 区大数据局 on three rows
the 大 follows 区 each time, and the 区 follows three different words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from shishi.layouts.flows.strips.bare import names_behind_words
from shishi.layouts.flows.strips.names import CHIEF, WITHIN_WORD
from shishi.layouts.flows.strips.words.said import MEASURES
from shishi.layouts.words.names.glued import goes_on, part_glued
from shishi.layouts.words.names.kinds import holds_level, is_unit
from shishi.layouts.words.names.organizations import DISTRICTS, load_words, usual_names

_SHORTEST, _LONGEST = 3, 16
_FEWEST = 2
_SOON = 14
_TOGETHER, _ALWAYS, _HOLDS = 0.3, 0.85, 8
_HAN = re.compile("[\u4e00-\u9fff]+")
_PARTED = re.compile(r"(?<=[、,，。;；★:：\s])[\u4e00-\u9fff]{3,16}(?=[、,，\s])")
_LEVELS = f"{DISTRICTS}省"
_LISTED, _LONGEST_HOME, _FEWEST_AT_HOME = "、,，;；★", 3, 3
_MAY_PRECEDE = re.compile("(?:.{1,4}[省市县区州盟旗]){1,2}|.+[和与及]")
"""What stands before a usual name as a part of it."""
_TOWN, _LONGEST_BEFORE_TOWN = re.compile("(.*?).{2}(?:街道|镇|乡|苏木)"), 1
_ENDS_OF_OFFICES = frozenset("局委办队部联")
"""What stands before several towns of a page as the end of the unit before each, and begins no town: 水务局|河口镇, but 司马浦镇."""
_NO_TOWN = re.compile("(?:镇|乡|街道)(?:人民政府|政府|办事处|党工委|党委)")
"""What the names of several towns end with, without any of theirs."""
_ANY_COMPANY = re.compile("(?:建设|投资|开发|发展|经营|控股|集团|股份|有限|责任|公司)+")
"""What the names of several companies end with, without any of theirs."""
_COUNT_BEFORE = re.compile("[0-9][万亿千]?$")
_BEHIND_MARK = re.compile("(?<=[。,，;；])[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class Habits:
    """How the cells of a page begin and end, as pairs of characters that come again at sure places."""

    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()  # what stands right behind the codes of rows
    openers: frozenset[str] = frozenset()  # what stands there before other words each time
    inside: Mapping[str, int] = field(
        default_factory=dict
    )  # pairs that hold together, and how much

    def cuts(self, text: str) -> Iterator[int]:
        """Yield the positions where a cell may begin or end as others do."""
        for at in range(2, len(text) - 1):
            if text[at : at + 2] in self.begins or text[at - 2 : at] in self.ends:
                yield at

    def begins_row(self, text: str, start: int) -> bool:
        """Tell words that begin as many rows of the page do: 在 before one place and another, 新建."""
        return text[start : start + 2] in self.openers or text[start : start + 1] in self.openers

    def is_first_again(self, text: str, start: int) -> bool:
        """Tell words in which others begin soon as rows do: what stands before those is another cell."""
        if text[start : start + 2] in self.firsts and self.firsts:
            start += 2
        near = range(start + 2, min(len(text) - 2, start + _SOON))
        return any(
            text[at : at + 2] in self.firsts
            and _HAN.fullmatch(text[at - 1])
            and text[at + 2] not in ",，"
            for at in near
        )

    def parts(self, text: str, at: int) -> int:
        """Give what it costs that a cell ends between two characters that stand side by side elsewhere."""
        return self.inside.get(text[at - 1 : at + 1], 0)


NO_HABITS = Habits()


def habits_of_page(body: str, starts: Sequence[int], names: frozenset[str]) -> Habits:
    """Learn how cells begin and end from what stands behind a code or a name, and before them.

    `starts` are the positions behind the codes. What follows a name in a list is no beginning.

    >>> body = "1新建绿道已开工区水务局2新建泵房已开工区住建局"
    >>> habits = habits_of_page(body, [1, 13], frozenset({"区水务局", "区住建局"}))
    >>> sorted(habits.begins), sorted(habits.ends)
    (['新建'], ['开工'])
    """
    begins = Counter(body[at : at + 2] for at in starts)
    firsts = _often(begins)
    begins.update(m[0] for m in _BEHIND_MARK.finditer(body))
    ends: Counter[str] = Counter()
    for name in _spans(body, names):
        begins[body[name[1] : name[1] + 2]] += 1
        ends[body[name[0] - 2 : name[0]]] += 1
    return Habits(_often(begins), _often(ends), firsts, _openers(body, starts), _inside(body))


def _openers(body: str, starts: Sequence[int]) -> frozenset[str]:
    """Find the words that begin rows and go on otherwise each time, so that they are no theme printed again."""
    followers: defaultdict[str, set[str]] = defaultdict(set)
    for at in starts:
        for length in (1, 2):
            word, after = body[at : at + length], body[at + length : at + length + 2]
            if _HAN.fullmatch(word):
                followers[word].add(after)
    return frozenset(
        w for w, after in followers.items() if len(after) >= _FEWEST + 2 * (len(w) == 1)
    )


def _inside(body: str) -> dict[str, int]:
    """Find the pairs of which each character seldom stands without the other: 年任 in 全年任务."""
    single = Counter(body)
    pairs = Counter(a + b for a, b in pairwise(body) if _HAN.fullmatch(a + b))
    held = {}
    for pair, n in pairs.items():
        left, right = single[pair[0]], single[pair[1]]
        share = min(n / left, n / right)
        if n >= _FEWEST + 1 and (share >= _TOGETHER or max(n / left, n / right) >= _ALWAYS):
            held[pair] = _HOLDS if share >= _TOGETHER else _HOLDS // 2
    return held


def _spans(body: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    if names:
        words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        yield from (m.span() for m in re.finditer(words, body))


def _often(pairs: Counter[str]) -> frozenset[str]:
    return frozenset(
        p for p, n in pairs.items() if n >= _FEWEST and _HAN.fullmatch(p) and len(p) > 1
    )


@lru_cache(maxsize=2)
def names_on_page(body: str, around: str = "") -> frozenset[str]:
    """Find the names of units that come again on a page, or that stand between two commas; `around` is all the page says.

    >>> body = "1修路。区新兴产业办2造林。各镇3供水共5处区新兴产业办4绿化完工区新兴产业办"
    >>> sorted(names_on_page(body))
    ['区新兴产业办']
    """
    usual = frozenset(load_words().usual)
    home = _home(body, around)
    certain = frozenset(_parted(body)) | frozenset(_at_home(body, home))
    names = certain | frozenset(_repeated(body))
    ends = tuple(names | usual)
    alone = {n for n in names if not _is_two(n, ends) and len(part_glued(n, usual)) == 1}
    alone = {n for n in alone if not (holds_level(n) or (home and home in n[1:]))}
    alone = {n for n in alone if not _begins_with_one(n, body, names=names | usual)}
    return frozenset(_whole(body, frozenset(alone), certain=certain)) | names_behind_words(body)


def _begins_with_one(name: str, body: str, *, names: frozenset[str]) -> bool:
    """Tell a name and another one that stands elsewhere as well, or stands nowhere again: 商务委|开发区管委会."""
    for at in range(_SHORTEST, len(name) - 1):
        first, more = name[:at], name[at:]
        if {first, first.lstrip(_LEVELS)} & names and is_unit(more) and not goes_on(first, more):
            return body.count(name) < _FEWEST or body.count(more) > body.count(name)
    return False


def _whole(body: str, names: frozenset[str], *, certain: frozenset[str]) -> Iterator[str]:
    """Yield the names that stand by themselves as often as names come again, or where they are certain.

    What stands in longer ones otherwise is a part of them.
    """
    own: dict[str, int] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        inside = sum(times * longer.count(name) for longer, times in own.items() if name in longer)
        if (alone := body.count(name) - inside) >= (1 if name in certain else _FEWEST):
            own[name] = alone
    yield from own


def _is_two(name: str, ends: tuple[str, ...]) -> bool:
    """Tell a name that ends with another one, behind the end of a first: 区妇联|民政局."""
    if not name.endswith(ends):
        return False
    rests = [name[: -len(end)] for end in ends if name.endswith(end) and len(name) > len(end) + 1]
    return any(rest.rstrip(_LEVELS).endswith(load_words().anchors) for rest in rests)


def _parted(body: str) -> Iterator[str]:
    """Yield the names between two marks of a list, which are whole for sure."""
    yield from (m[0] for m in _PARTED.finditer(body) if _may_be_name(m[0]))


def _may_be_name(name: str) -> bool:
    return is_unit(name) and _is_long(name) and not _has_words_before(name)


def _has_words_before(name: str) -> bool:
    """Tell a usual name, or a town's, behind other words than a place: 确保年底前投入使用|教育局."""
    before = _before_known(name)
    if before in _ENDS_OF_OFFICES and _TOWN.fullmatch(name):
        return True
    most = _LONGEST_BEFORE_TOWN if _TOWN.fullmatch(name) else _LONGEST_HOME
    return len(before) > most and not _MAY_PRECEDE.fullmatch(before)


def _before_known(name: str) -> str:
    """Give what a name begins with before a usual name or a town's that it ends with; nothing where it does not."""
    if town := _TOWN.fullmatch(name):
        return town[1]
    usual = usual_names()
    ends = (name[at:] for at in range(len(name) - 1) if name[at:] in usual)
    return name[: len(name) - len(next(ends, name))]


def _is_no_place(name: str, body: str) -> bool:
    """Tell what seems a place before a usual name, and stands before no other: 绩效评价区|财政局."""
    before = _before_known(name)
    return len(before) > _LONGEST_HOME and body.count(before) == body.count(name)


def _repeated(body: str) -> Iterator[str]:
    counts: Counter[str] = Counter()
    before: defaultdict[str, set[str]] = defaultdict(set)
    held = {
        at for office in re.finditer(CHIEF, body) for at in range(office.start() + 1, office.end())
    }
    ends = sorted({*_ends(body)} - held)
    for end in ends:
        for start in range(end - _SHORTEST, max(-1, end - _LONGEST - 1), -1):
            name = body[start:end]
            if not _HAN.fullmatch(name):
                break
            counts[name] += 1
            left = body[start - 1 : start]
            counted = name[0] in MEASURES and _COUNT_BEFORE.search(body, max(0, start - 2), start)
            torn = counted or _is_half(body, start)
            if left not in _LEVELS and not torn:
                before[name].add(left if _HAN.fullmatch(left) else f"{start}")
    for end in ends:
        inside = [body[start:end] for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1)]
        likely = [n for n in inside if len(before[n]) >= _FEWEST and counts[n] >= _FEWEST]
        names = [n for n in likely if _may_be_name(n) and not _is_no_place(n, body)]
        if names:
            yield max(names, key=lambda n: (len(before[n]), counts[n], len(n)))


def _at_home(body: str, home: str) -> Iterator[str]:
    """Yield the usual names that stand behind the district's own: 南洲区水务局.

    >>> sorted(_at_home("1修路南洲区水务局、南洲区财政局2造林南洲区住建局", "南洲区"))
    ['南洲区住建局', '南洲区水务局', '南洲区财政局']
    """
    found = _usual_units().finditer(body) if home else ()
    yield from (home[:-1] + m[1] for m in found if body.endswith(home, 0, m.start() + 1))


def _home(body: str, around: str = "") -> str:
    """Give the district's name as most units have it before theirs, and lists, lines or the rest of the page show; else nothing.

    >>> _home("1修路南洲区水务局、南洲区财政局2造林南洲区住建局"), _home("1修路项目区水务局")
    ('南洲区', '')
    """
    found = [m for m in _usual_units().finditer(body) if m.start() >= _LONGEST_HOME]
    for length in range(_LONGEST_HOME, 1, -1):
        homes = Counter(body[m.start() - length : m.start() + 1] for m in found)
        for home, count in homes.most_common(1):
            listed = any(mark + home in body for mark in (*_LISTED, "\n"))
            told = listed or around.count(home) > body.count(home)
            often = count >= _FEWEST_AT_HOME and 2 * count > len(found)
            if told and often and _HAN.fullmatch(home):
                return home
    return ""


@cache
def _usual_units() -> re.Pattern[str]:
    usual = sorted(load_words().usual, key=len, reverse=True)
    return re.compile(f"(?=([{DISTRICTS}](?:{'|'.join(map(re.escape, usual))})))")


def _is_half(body: str, start: int) -> bool:
    """Tell a character that is the other half of a person's name: 林 娜高新区管委会."""
    spelt = start >= _SHORTEST and body[start - 1] == " " and body[start] not in _LEVELS
    return spelt and body[start - 2] in load_words().surnames and body[start - 3] not in "局委办"


def _ends(body: str) -> Iterator[int]:
    for word in load_words().anchors:
        at = body.find(word)
        while at >= 0:
            if not WITHIN_WORD.match(body, at + len(word) - 1):
                yield at + len(word)
            at = body.find(word, at + 1)


def _is_long(name: str) -> bool:
    """Tell a name from an ending that many names share: 执法大队 is one, 大队 is none."""
    if name.startswith(tuple(load_words().levels)):
        return False
    if _NO_TOWN.fullmatch(name) or _ANY_COMPANY.fullmatch(name):
        return False
    bare = name.lstrip(_LEVELS)
    ends = {*load_words().anchors, *load_words().suffixes}
    if name[1:] in ends and len(name) > _SHORTEST - 1 and name[0] not in _LEVELS:
        return False
    return not ({name, bare} & ends or goes_on("", name))
