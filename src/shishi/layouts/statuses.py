"""Statuses that a heading says of all the projects below it: 滞后项目, 二、已完成(3项)."""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.terms import Terms
from shishi.layouts.words.counted import THINGS
from shishi.layouts.words.notes import load_around_words
from shishi.layouts.words.works import names_works
from shishi.places import Text

COUNT = r"共?(?:有|计)?([0-9]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[项个件]"
_TAIL = re.compile(
    rf"[名清]单|(?:{COUNT})?(?:\s*$|[(（:：])|[^须需应要请将未]{{0,16}}?[表单情况展册账报][)）]?(?:$|[(（])"
)
"""What may stand behind the projects of a heading: nothing, their number, the rest of a title."""
_BARE = re.compile(
    r"(?P<number>[(（]?[一二三四五六七八九十]{1,3}[)）、.]{1,2})?(?:进度|进展)?(?P<word>[\u4e00-\u9fff]{2,8}?)(?:类|的)?"
    rf"(?P<count>[(（]{COUNT}[)）])?[:：]?"
)
_BRACKETS = re.compile(r"(\s*)[(（【\[〔]([^()（）【】\[\]〔〕]+)[)）】\]〕](\s*)")
"""Brackets around a whole heading: (已完成项目)."""
_NO_HEADING = re.compile(
    "请|要求|不含|不包括|加快|抓紧|督促|推动|其中|消除|杜绝|避免|防止|[无没非不][有是]?$"
)
"""What stands before a status that is asked for or denied, and no heading's."""


def status_said(plain: str, terms: Terms, *, over_rows: bool) -> tuple[int, int] | None:
    """Give the half-open span of the status that a heading says; None where it says none of today.

    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED)
    >>> [status_said(t, terms, over_rows=True) for t in ("(已完成项目)", "计划完成项目")]
    [(1, 4), None]
    """
    statuses = _statuses(terms.statuses)
    said = _bared(plain)
    span = _status_span(said, statuses)
    if span and _is_planned(said, span):
        span = None
    span = span or _bare_status(said, statuses, over_rows=over_rows)
    return span if span and not _is_of_works(plain[slice(*span)], terms) else None


def _bared(plain: str) -> str:
    """Blank the brackets that are around all of a heading, so that every character keeps its place."""
    around = _BRACKETS.fullmatch(plain)
    return f"{around[1]} {around[2]} {around[3]}" if around else plain


def _status_span(plain: str, statuses: frozenset[str]) -> tuple[int, int] | None:
    """Find the status word of 按序时推进的项目, 滞后类项目; the longest where one holds another.

    A line that speaks of two statuses, or asks something of the projects behind, is no heading.
    """
    found: list[re.Match[str]] = []
    if not re.search(THINGS, plain):
        return None
    for word in sorted(statuses, key=lambda w: (-len(w), w)):
        for spoken in re.finditer(f"({re.escape(word)})(?:推进|进行)?[的类]?{THINGS}", plain):
            if not any(f.start() <= spoken.start() and spoken.end() <= f.end() for f in found):
                found.append(spoken)
    if len(found) != 1 or _NO_HEADING.search(plain[: found[0].start()]):
        return None
    return found[0].span(1) if _TAIL.match(plain, found[0].end()) else None


def _is_planned(plain: str, span: tuple[int, int]) -> bool:
    """Tell a status that the words before it speak of as one to come: 年内计划完成项目."""
    words = load_around_words()
    planned = any(word in plain[: span[0]] for word in words.planned)
    return planned and not any(word in plain[slice(*span)] for word in words.reached)


def ends_status(text: Text, terms: Terms) -> bool:
    """Tell a heading over projects that are to reach a status, 力争提前完成的项目, or of another kind, 新增项目.

    >>> from shishi.places import Place
    >>> from shishi.text.characters import Script
    >>> terms = Terms(Script.SIMPLIFIED)
    >>> [ends_status(Text(t, Place()), terms) for t in ("计划完成项目", "新增项目", "已完成项目", "附属项目")]
    [True, True, False, False]
    """
    said = _bared(terms.plain(text.value))
    span = _status_span(said, _statuses(terms.statuses))
    if span is not None:
        return _is_planned(said, span)
    others = "|".join(load_around_words().others)
    return re.fullmatch(rf"(?:{others})[的类]?{THINGS}(?:[(（]{COUNT}[)）])?", said) is not None


def _is_of_works(word: str, terms: Terms) -> bool:
    """Tell a kind of works and no status: 在建 on a page of 新建项目 and 在建项目."""
    return word in load_around_words().of_works and names_works(terms.printed, terms.script)


@lru_cache(maxsize=64)
def _statuses(own: frozenset[str]) -> frozenset[str]:
    """Give the district's words for a status and those that headings everywhere have."""
    return own | load_around_words().statuses


def _bare_status(
    plain: str, statuses: frozenset[str], *, over_rows: bool
) -> tuple[int, int] | None:
    """Find a status that is all a heading says: 二、滞后, 已完成(3项); over a table so it has a number."""
    said = _BARE.fullmatch(plain.strip())
    if (
        said is None
        or said["word"] not in statuses
        or not (over_rows or said["number"] or said["count"])
    ):
        return None
    start = len(plain) - len(plain.lstrip())
    return start + said.start("word"), start + said.end("word")
