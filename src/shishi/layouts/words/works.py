"""Tell kinds of works from statuses in the headings over projects: 在建项目 beside 新建项目 and 续建项目."""

from __future__ import annotations

import re
from functools import lru_cache

from shishi.layouts.words.counted import THINGS
from shishi.layouts.words.notes import load_around_words
from shishi.text.characters import Script, fold, squeeze

_LONGEST = 24
_HEADING = re.compile(
    r"(?:[(（]?[一二三四五六七八九十0-9]{1,3}[)）、.]{1,2})?(?P<word>[\u4e00-\u9fff]{2,8}?)[类的]?"
    rf"{THINGS}(?:[(（]?共?[0-9一二三四五六七八九十]{{1,3}}[项个件][)）]?)?[:：]?"
)


@lru_cache(maxsize=16)
def names_works(printed: str, script: Script) -> bool:
    """Tell a page whose headings name kinds of works, on lines of their own, and no status that is none of them.

    >>> names_works("(一)新建项目\\n(二)在建项目", Script.SIMPLIFIED)
    True
    >>> names_works("新建项目\\n在建项目\\n已完工项目", Script.SIMPLIFIED)
    False
    """
    words = load_around_words()
    lines = {line for line in printed.split("\n") if len(line) <= _LONGEST}
    found = (_HEADING.fullmatch(squeeze(fold(line, script).plain)) for line in lines)
    said = {heading["word"] for heading in found if heading}
    return bool(said & words.works) and not said & (words.statuses - words.status_themes)
