"""Names that only the headings beside them tell for a person's: 萨仁牵头项目 beside 沈知行牵头项目 and 陆远帆牵头项目."""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.words.names.alone import (
    is_leader_alone,
    is_place_here,
    may_be_place_or_office,
    may_be_theme,
)
from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.names.people import without_address
from shishi.text.characters import Script, fold

_LONGEST_LINE = 24
_FEWEST = 2
"""So many headings beside it must name who is a person for sure."""
_NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def is_leader_in_series(said: re.Match[str], printed: str, script: Script) -> bool:
    """Tell a name in a heading that is a person's as all the others of the page are, before the same words.

    `said` has the group `who`. So are told those of peoples that have no surnames, and those of two characters. None
    is where one of the headings names a unit or says 同志 behind a name, or the page has one of the names as a place;
    nor is what a place or an office may be called: 柳湖, 国资. One without a surname is asked about like any leader's.
    """
    who, behind = said["who"], said.string[said.end("who") :]
    if not behind or may_be_theme(who) or may_be_place_or_office(who):
        return False
    page = _folded(printed, script)
    names = _names_before(said.re, behind, page)
    others = names - {who}
    sure = {name for name in others if is_leader_alone(name, page)}
    if len(sure) < _FEWEST or 2 * len(sure) <= len(others):
        return False
    return all(_is_bare(name) and not is_place_here(name, page) for name in (who, *names))


def _is_bare(name: str) -> bool:
    """Tell a name that nothing is behind, no 同志 and no office, and that is no unit's."""
    bare = _NAME.fullmatch(name) is not None and without_address(name) == name
    return bare and not is_unit(name)


@lru_cache(maxsize=16)
def _folded(printed: str, script: Script) -> str:
    return fold(printed, script).plain


@lru_cache(maxsize=64)
def _names_before(heading: re.Pattern[str], behind: str, page: str) -> frozenset[str]:
    """Give the names that stand on lines of their own before the same words."""
    lines = (line.strip(" \t\u3000|｜") for line in page.split("\n"))
    found = (heading.match(s) for s in lines if len(s) <= _LONGEST_LINE and s.endswith(behind))
    return frozenset(m["who"] for m in found if m and m.string[m.end("who") :] == behind)
