"""Look: what a paragraph could be, seen without knowing its column: a code, names, a sentence …"""

from __future__ import annotations

import re
from typing import NamedTuple

from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.names import (
    is_blank_mark,
    is_group,
    is_person,
    is_unfinished_unit,
    load_words,
    split_names,
    unit_share,
)
from shishi.text.characters import squeeze

_NUMBER = re.compile(r"约?[0-9][0-9,]*(?:\.[0-9]+)?(?:%|万元|亿元|元|万|亿)?")
_MARK = re.compile(
    r"(?:([0-9]{1,2})[.、．)）](?![0-9]+(?:[^月日0-9]|$))|[(（]([0-9]{1,2})[)）]|([①-⑳])|([一二三四五六七八九十]{1,3})、|[(（]([一二三四五六七八九十]{1,3})[)）])"
)
_UNIT_LABEL = re.compile(
    "(?:牵头|责任|主要|负责|主办|配合|协同|协办|参与|实施)(?:责任)?(?:单位|部门)?[:：]"
)
"""What says in a cell which of its units lead: 牵头单位:区教育局 配合单位:区财政局."""
_SENTENCE = re.compile(r"[。;；:：!?]|,.*,|[0-9]+[^0-9.%]")
THEME_MARK = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")


class Look(NamedTuple):
    """What can be said of one paragraph by itself. Shares are in hundredths.

    `number_mark` is the number of a list mark at its start (0: none); `breaks_off` says that it seems
    to end in the middle of a sentence.
    """

    text: str  # plain, without outer white space
    is_blank: bool  # nothing at all, or a mark for nothing
    is_code: bool
    is_number: bool
    is_status: bool
    is_level: bool
    starred: bool
    units: int
    unfinished_units: bool
    people: int
    names: int
    groups: int
    number_mark: int
    theme_mark: bool
    is_sentence: bool
    breaks_off: bool
    length: int  # in characters without white space


def look_at(plain: str, statuses: frozenset[str]) -> Look:
    """Say what one plain paragraph could be; `statuses` are the words of the district and the page."""
    text = plain.strip()
    tight = squeeze(text)
    told = _UNIT_LABEL.sub("、", text)
    listed = [told[a:b] for a, b in split_names(told).spans]
    mark = _MARK.match(tight)
    levels = [part for part in re.split(r"[、,/]", tight) if part]
    return Look(
        text=text,
        is_blank=not tight or is_blank_mark(tight),
        is_code=parse_code(tight) is not None,
        is_number=bool(_NUMBER.fullmatch(tight)),
        is_status=tight.rstrip("。") in statuses,
        is_level=bool(levels) and all(part in load_words().levels for part in levels),
        starred=tight.startswith("★") or ("★" in tight and unit_share(_unstarred(told)) == 100),
        units=unit_share(_unstarred(told)),
        unfinished_units=is_unfinished_unit(told),
        people=100 * sum(is_person(squeeze(n)) for n in listed) // max(1, len(listed)),
        names=len(listed),
        groups=sum(is_group(n) for n in listed),
        number_mark=_mark_number(mark) if mark else 0,
        theme_mark=bool(THEME_MARK.match(tight)),
        is_sentence=bool(_SENTENCE.search(tight)) or len(tight) > 24,
        breaks_off=bool(tight) and tight[-1] not in '。;；!?》”"' and not tight.endswith("等"),
        length=len(tight),
    )


def _unstarred(listed: str) -> str:
    """Give a list of units without the stars of those that lead; one behind a name ends it: 区教育局★ 区残联."""
    return re.sub("(?<=\\S)★", "、", listed) if "★" in listed else listed


def _mark_number(mark: re.Match[str]) -> int:
    digits, bracketed, circled, chinese, chinese_bracketed = mark.groups()
    if circled:
        return ord(circled) - ord("①") + 1
    if written := chinese or chinese_bracketed:
        return "一二三四五六七八九十".find(written[-1]) + 1 + (10 if len(written) > 1 else 0)
    return int(digits or bracketed)
