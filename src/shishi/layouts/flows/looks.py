"""Look: what a paragraph could be, seen without knowing its column: a code, names, a sentence …"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.contacts import is_phone
from shishi.layouts.words.names.kinds import is_blank_mark, is_group, is_person
from shishi.layouts.words.names.listing import is_unfinished_unit, split_names, unit_share
from shishi.layouts.words.names.organizations import load_words
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
_LONGEST_WORDS = 24
_SHORT = 200
_LISTED = re.compile("[、,/]")
THEME_MARK = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_PART = re.compile("第?(?:(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)[:：]")
"""What tells the parts of a year's plan apart in one cell."""
_PARTS = "一二三四1234上下"
_MOBILE = 11  # digits


class Look:
    """What can be said of one paragraph by itself; what costs something is found when it is first asked for.

    `text` is plain, without outer white space, `length` in characters without any. `is_blank`: nothing at all,
    or a mark for nothing. Shares are in hundredths.
    """

    def __init__(self, plain: str, statuses: frozenset[str]) -> None:
        self.text = text = plain.strip()
        self._tight = tight = squeeze(text)
        self._told = _UNIT_LABEL.sub("、", text) if ":" in text or "：" in text else text
        self.length = len(tight)
        self.is_blank = not tight or is_blank_mark(tight)
        self.is_code = parse_code(tight) is not None
        self.is_number = _NUMBER.fullmatch(tight) is not None
        self.is_status = tight.rstrip("。") in statuses
        self.starred = "★" in tight and (tight[0] == "★" or self.units == 100)

    @cached_property
    def is_phone(self) -> bool:
        """Whether it is a telephone and nothing else, written as no number of things is."""
        return ("-" in self._tight or self.length == _MOBILE) and is_phone(self._tight)

    @cached_property
    def is_level(self) -> bool:
        """Whether it lists levels and nothing else: 市级、区级."""
        levels = [part for part in _LISTED.split(self._tight) if part]
        return bool(levels) and all(part in load_words().levels for part in levels)

    @cached_property
    def units(self) -> int:
        """How many of the names in it look like units."""
        return unit_share(_unstarred(self._told))

    @cached_property
    def unfinished_units(self) -> bool:
        """Whether it seems to end inside the name of a unit."""
        return is_unfinished_unit(self._told)

    @cached_property
    def people(self) -> int:
        """How many of the names in it look like people."""
        listed = self._listed
        return 100 * sum(is_person(squeeze(n)) for n in listed) // max(1, len(listed))

    @cached_property
    def names(self) -> int:
        """How many names it would be as a list of them."""
        return len(self._listed)

    @cached_property
    def groups(self) -> int:
        """How many of these stand for several units: 各街道."""
        return sum(map(is_group, self._listed))

    @cached_property
    def number_mark(self) -> int:
        """The number of a list mark at its start, or of the quarter or half year of a plan (0: none)."""
        mark = _MARK.match(self._tight)
        return _mark_number(mark) if mark else _part_number(self._tight)

    @cached_property
    def theme_mark(self) -> bool:
        """Whether it begins as numbered themes do: 一、."""
        return bool(THEME_MARK.match(self._tight))

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it reads as a sentence, or is longer than a few words."""
        return self.length > _LONGEST_WORDS or bool(_SENTENCE.search(self._tight))

    @cached_property
    def breaks_off(self) -> bool:
        """Whether it seems to end in the middle of a sentence."""
        tight = self._tight
        return bool(tight) and tight[-1] not in '。;；!?》”"' and not tight.endswith("等")

    @cached_property
    def _listed(self) -> list[str]:
        return [self._told[a:b] for a, b in split_names(self._told).spans]


def look_at(plain: str, statuses: frozenset[str]) -> Look:
    """Say what one plain paragraph could be; `statuses` are the words of the district and the page."""
    return (_look_short if len(plain) <= _SHORT else Look)(plain, statuses)


# Ways to cut a row ask for the same stretches again and again, and what pages print comes back in others.
_look_short = lru_cache(maxsize=1 << 15)(Look)


def _unstarred(listed: str) -> str:
    """Give a list of units without the stars of those that lead; one behind a name ends it: 区教育局★ 区残联."""
    return re.sub("(?<=\\S)★", "、", listed) if "★" in listed else listed


def _part_number(tight: str) -> int:
    """Give the number of the quarter or half year that a part of a plan is of, 0 for none."""
    if part := _PART.match(tight):
        return _PARTS.find(part["quarter"] or part["half"]) % 4 + 1
    return 0


def _mark_number(mark: re.Match[str]) -> int:
    digits, bracketed, circled, chinese, chinese_bracketed = mark.groups()
    if circled:
        return ord(circled) - ord("①") + 1
    if written := chinese or chinese_bracketed:
        return "一二三四五六七八九十".find(written[-1]) + 1 + (10 if len(written) > 1 else 0)
    return int(digits or bracketed)
