"""Headings over rows or over a whole table, which say something of every record below them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from shishi.layouts.cutting import cut, join
from shishi.layouts.statuses import COUNT, status_said
from shishi.layouts.terms import Terms
from shishi.layouts.words.counted import THINGS
from shishi.layouts.words.dialect import COMMON
from shishi.layouts.words.names.alone import is_leader_alone
from shishi.layouts.words.names.kinds import STEMS, is_person, is_unit
from shishi.layouts.words.names.listing import split_names
from shishi.layouts.words.names.organizations import before_office, load_words
from shishi.layouts.words.names.people import without_address
from shishi.layouts.words.names.series import is_leader_in_series
from shishi.places import Text
from shishi.records import Field
from shishi.text.characters import fold, squeeze
from shishi.text.numerals import parse_number

_LONGEST = 40
_LONGEST_THEME = 24
_LABELLED = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?([\u4e00-\u9fff]{2,9})[::](.{2,24}?)"
    r"(?:[(（]共?[0-9一二三四五六七八九十]{1,3}[项个件][)）])?$"
)
LEADS = (
    r"(?P<way>牵头|分管|领衔|领办|包联|包保|主管|联系|负责)的?[\u4e00-\u9fff]{0,4}(?:项目|任务|事项|实事)"
    r"(?:[(（][^()（）]{1,8}[)）])?"
)
"""What stands behind who leads the rows below, as a pattern: 分管项目(2项)."""
_LEADING = re.compile(
    r"(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?(?P<who>[\u4e00-\u9fff]{2,12}?)"
    rf"(?P<held>[(（][^()（）]{{2,12}}[)）])?{LEADS}$"
)
"""Whose projects the rows below are: 方朔副区长牵头项目."""
_PARTED = re.compile(r"[、,，:：\s]+")
_OFFICES = re.compile(
    r"(?P<number>[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?\s*"
    r"(?P<who>[\u4e00-\u9fff]{2,10}(?:[、,，:：\s]+[\u4e00-\u9fff]{2,10}){0,3})"
    r"(?:\s*[(（]共?[0-9一二三四五六七八九十]{1,3}[项个件][)）])?"
)
"""Offices and the name of who holds them, as a heading has them."""
_HELD = re.compile("[(（][^()（）]*[长委任记员][)）]$")
"""The offices that somebody holds, behind the name: 方朔(县委常委、副县长)."""
_BY_OFFICE = re.compile(f"[{STEMS}某]$")
"""How people end that a page names by their office: 副区长甲; 市长热线 is nobody."""
_NUMBERED = re.compile(
    r"^(?:[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、)"
)
_LONGEST_TITLE = 60
_TITLE_ITEM = re.compile(
    r"(?:附[件表][0-9一二三四五六七八九]{0,2}[:：. 、]?\s?)?"
    r"(?:(?:截至|截止)?[12][0-9]{3}年(?:度|底)?)?(?:(?:[0-9]{1,2}[-—~至])?[0-9]{1,2}月(?:份|底)?|[第前]?[一二三四]季度|上半年|下半年)?"
    r"(?:(?:全[省市区县旗州盟]|各)(?:市州|县市区|区县市|区县|县区|镇街|街道|乡镇|[市州县区镇]|地区)?|分地区)?的?"
    r"(?P<item>[^。;；:：|]{2,30}?)"
    r"(?:目标任务|任务目标|任务|目标|工作|项目)?(?:完成|进展|进度|推进|落实)(?:情况|进度)?(?:一览|统计|汇总|通报|明细)?表?"
    r"(?:[(（][^()（）]*[)）])?"
)
_NO_ITEM = re.compile("民生|实事|重点|[0-9]月|季度|考核|工作$|项目$")
"""What the title of a table of many projects speaks of."""
_OWN_NUMBER = r"[(（]?[一二三四五六七八九十]{1,3}[)）、]|附[件表]"
_COUNT_BEHIND = re.compile("[(（][^()（）。]*[0-9][项个件][^()（）。]*[)）]$")
"""How many projects a theme has, and how far they are: 教育类(共2项,已完成1项)."""


def read_heading(text: Text, terms: Terms, *, over_rows: bool) -> Mapping[Field, Text]:
    """Read what a heading gives to the records below it: their leader, their status, or their theme.

    `over_rows`: the heading stands inside the table; only there can plain words be a theme. Anything
    else gives nothing.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED, frozenset({"滞后"}))
    >>> for heading in ("三、分管领导:欧阳岚", "滞后项目(3项)", "二、便民出行"):
    ...     given = read_heading(Text(heading, Place()), terms, over_rows=True)
    ...     print({str(field): text.value for field, text in given.items()})
    {'leaders': '欧阳岚'}
    {'status': '滞后'}
    {'theme': '二、便民出行'}
    """
    folded = fold(text.value, terms.script)
    plain = folded.plain
    if not 2 <= len(squeeze(plain)) <= _LONGEST or re.search("[。;|]", plain):
        return {}
    if span := _leader_span(plain, terms, over_rows=over_rows):
        return {Field.LEADERS: cut(text, *folded.printed_span(*span))}
    if span := status_said(plain, terms, over_rows=over_rows):
        return {Field.STATUS: cut(text, *folded.printed_span(*span))}
    if over_rows and _is_theme(squeeze(plain)):
        return {Field.THEME: cut(text, 0, len(text.value))}
    return {}


def counted(text: Text, terms: Terms) -> int | None:
    """Give how many projects a heading says there are: 3 in 滞后项目(3项), None where it does not say.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED)
    >>> [counted(Text(t, Place()), terms) for t in ("滞后项目(3项)", "进度滞后的项目共三项", "滞后项目")]
    [3, 3, None]
    """
    found = re.search(rf"{THINGS}[(（]?{COUNT}", terms.plain(text.value))
    printed = next(filter(None, found.groups())) if found else None
    return int(parse_number(printed)) if printed else None


def is_numbered(text: Text, terms: Terms) -> bool:
    """Tell a heading with a number of its own: 二、滞后项目, 附件2:滞后项目."""
    return re.match(_OWN_NUMBER, terms.plain(text.value)) is not None


def nest(
    given: Mapping[Field, Text],
    heading: Mapping[Field, Text],
    terms: Terms,
    *,
    line: Text | None = None,
) -> Mapping[Field, Text]:
    """Lay a heading over those above it: what stood below the last one of its kind ends with that one.

    A theme (一) stays under the theme 一、 that it follows. A heading beside the one that said a status,
    whatever it says itself, ends that status. Where `line` is the whole heading, and it says something else,
    it ends the theme that its number goes on from: 滞后项目 of 二、滞后项目 the theme 一、道路畅通.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms, given = Terms(Script.SIMPLIFIED), {}
    >>> for words in ("一、便民出行", "(一)道路畅通", "(二)公交优先", "二、教育惠民"):
    ...     heading = read_heading(Text(words, Place()), terms, over_rows=True)
    ...     given = nest(given, heading, terms)
    ...     print(given[Field.THEME].value.split())
    ['一、便民出行']
    ['一、便民出行', '(一)道路畅通']
    ['一、便民出行', '(二)公交优先']
    ['二、教育惠民']
    """
    if line is not None and Field.THEME not in heading:
        given = _end_theme(given, line, terms)
    above, theme = given.get(Field.THEME), heading.get(Field.THEME)
    if theme is not None and above is None and _ends_status(theme, terms):
        given = {name: text for name, text in given.items() if name is not Field.STATUS}
    if theme is not None:
        given = _end_leader(given, theme, terms)
    if theme is not None and above is not None and _is_lower(theme, terms):
        end = above.value.find("\n")
        top = above if end < 0 else cut(above, 0, end)
        if not _is_lower(top, terms):
            heading = {**heading, Field.THEME: join([top, theme], ["\n"], place=theme.place)}
    kept = list(takewhile(lambda name: name not in heading, given))
    return {**{name: given[name] for name in kept}, **heading}


def _end_theme(given: Mapping[Field, Text], line: Text, terms: Terms) -> Mapping[Field, Text]:
    """End the theme that the number of a heading goes on from; one above it stays: 一、 above (二).

    So does who leads other projects: 沈知行牵头项目 behind the theme 教育局牵头项目.
    """
    theme, plain = given.get(Field.THEME), terms.plain(line.value)
    if theme is None:
        return given
    (number, brackets), leads, at = _number(plain), _LEADING.match(plain), 0
    for heading in theme.value.split("\n"):
        said = terms.plain(heading)
        before, alike = _number(said)
        beside = 0 < before < number or (leads and _LEADING.match(said))
        if beside and alike == brackets:
            kept = dict(given)
            del kept[Field.THEME]
            return {Field.THEME: cut(theme, 0, at - 1), **kept} if at else kept
        at += len(heading) + 1
    return given


def _end_leader(given: Mapping[Field, Text], theme: Text, terms: Terms) -> Mapping[Field, Text]:
    """End who leads, where others do in the words of a theme: 石桥牵头项目 behind 顾舟同志牵头项目.

    The projects of a unit are still below those of a person, unless both are said to lead in the same way.
    """
    said, above = _LEADING.match(terms.plain(theme.value)), given.get(Field.LEADERS)
    if said is None or above is None:
        return given
    alike = rf"{re.escape(above.value)}[^\n]{{0,12}}{said['way']}"
    if is_unit(said["who"]) and not re.search(alike, terms.printed):
        return given
    return {name: text for name, text in given.items() if name is not Field.LEADERS}


def _number(plain: str) -> tuple[int, bool]:
    """Give the number that a heading has, 0 for none, and whether brackets are around it."""
    found = _NUMBERED.match(plain)
    if found is None:
        return 0, False
    try:
        number = int(parse_number(found[0].strip("(（)）、")))
    except ValueError:  # 十十、 is a slip of the pen
        return 0, False
    return number, found[0].startswith(("(", "（"))


def _ends_status(theme: Text, terms: Terms) -> bool:
    """Tell words beside a status and not below it: projects of another kind, or a number above 一."""
    plain = terms.plain(theme.value)
    if numbered := _NUMBERED.match(plain):
        return re.fullmatch("[(（]?一[)）、]+", numbered[0]) is None
    return re.search(rf"{THINGS}(?:[(（].*)?$", plain) is not None


def _is_lower(theme: Text, terms: Terms) -> bool:
    return terms.plain(theme.value).startswith(("(", "（"))


def read_title_item(text: Text, terms: Terms) -> Text | None:
    """Cut what a table of one indicator counts out of its title; None where the text is no title.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED)
    >>> for title in ("2031年1-9月各市新增就业完成情况表", "云溪区棚改推进表(截至9月底)", "单位:个"):
    ...     item = read_title_item(Text(title, Place()), terms)
    ...     print(item.value if item else None)
    新增就业
    云溪区棚改
    None
    """
    folded = fold(text.value, terms.script)
    found = (
        _TITLE_ITEM.fullmatch(folded.plain.strip()) if len(folded.plain) <= _LONGEST_TITLE else None
    )
    if found is None or _NO_ITEM.search(found["item"]):
        return None
    left = len(folded.plain) - len(folded.plain.lstrip())
    return cut(text, *folded.printed_span(left + found.start("item"), left + found.end("item")))


def _leader_span(plain: str, terms: Terms, *, over_rows: bool) -> tuple[int, int] | None:
    """Find the name after 分管领导: in a heading, or before 副区长牵头项目; a count may stand behind."""
    if said := _LEADING.match(squeezed := plain.strip()):
        start = said.start("who") + plain.index(squeezed)
        span = _name_beside_office(said["who"]) or _name_alone(said, terms)
        return (start + span[0], start + span[1]) if span else None
    if span := _span_behind_offices(plain, over_rows=over_rows):
        return span
    labelled = _LABELLED.match(plain.rstrip())
    if not labelled:
        return None
    word = COMMON.guess(labelled[1])
    if word is None or word.claims[0][0] != Field.LEADERS:
        return None
    who = _HELD.sub("", labelled[2])
    names = [who[a:b] for a, b in split_names(who).spans]
    known = names and all(is_person(without_address(name)) for name in names)
    return (labelled.start(2), labelled.start(2) + len(who)) if known else None


def _span_behind_offices(plain: str, *, over_rows: bool) -> tuple[int, int] | None:
    """Find the name in 二、区委常委、副区长 方朔(3项): nothing but offices and a name; over a table with a number."""
    said = _OFFICES.fullmatch(plain.rstrip())
    if said is None or not (over_rows or said["number"]):
        return None
    held = load_words().offices
    *offices, last = _PARTED.split(said["who"])
    start = said.end("who") - len(last)
    if not all(office.endswith(held) for office in offices):
        return None
    if offices and is_person(last) and not any(office in last for office in held):
        return start, start + len(last)
    span = _name_beside_office(last)
    if span == (0, len(last)) and not _BY_OFFICE.search(last):
        return None
    return (start + span[0], start + span[1]) if span else None


def _name_beside_office(who: str) -> tuple[int, int] | None:
    """Find the name in 方朔副区长 or 副区长方朔, or all of 副区长甲; None where there is no office."""
    offices = sorted((o for o in load_words().offices if o in who), key=len, reverse=True)
    ends = next(
        (o for o in offices if who.endswith(o)), ""
    )  # the whole of it: 李副区长 is not 李副
    begins = next((o for o in offices if who.startswith(o)), "")
    rest = who[: -len(ends)] if ends else ""
    if is_person(rest) and not re.fullmatch(before_office(), rest):
        return 0, len(who) - len(ends)
    if begins and is_person(who[len(begins) :]):
        return len(begins), len(who)
    return (0, len(who)) if offices and is_person(who) else None


def _name_alone(said: re.Match[str], terms: Terms) -> tuple[int, int] | None:
    """Find the name in 方朔同志 or 沈知行, and in 方朔(副区长), whose office is in the brackets behind it."""
    who = said["who"]
    held = (said["held"] or "")[1:-1].endswith(load_words().offices) and is_person(who)
    if held or is_leader_alone(who, terms.printed):
        return 0, len(without_address(who))
    return (0, len(who)) if is_leader_in_series(said, terms.printed, terms.script) else None


def _is_theme(tight: str) -> bool:
    if _NUMBERED.match(tight):
        return True
    bare = _COUNT_BEHIND.sub("", tight)
    return len(bare) <= _LONGEST_THEME and not re.search("[0-9,，::]", bare)
