"""The lines of a flow as blocks see them: their number, their labels, and what they may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shishi.layouts.cutting import cut
from shishi.layouts.flows.labelled.labels import BULLET, Label
from shishi.layouts.words.counted import COUNTED_BEHIND
from shishi.layouts.words.names.kinds import is_unit
from shishi.layouts.words.names.organizations import load_words
from shishi.layouts.words.notes import is_furniture
from shishi.places import Text
from shishi.text.characters import Folded, squeeze
from shishi.text.marks import Mark

GOES_ON = (",", "，", "、", ";", "；", ":", "：")
"""The end of a line that another goes on with."""
_PAGE_NUMBER = re.compile("[-–—·]+[0-9]{1,3}[-–—·]+|第[0-9]{1,3}页(?:,?/?共?[0-9]{1,3}页)?")
THEME_WORDS = re.compile("[\u4e00-\u9fff“”]{2,12}")
"""Short words, as a theme is, or a name."""
COUNT_BEHIND = re.compile(rf"\s?{COUNTED_BEHIND}$")
"""How many projects a theme has: 便民出行(3项)."""
_NUMBERED_THEME = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|板块|类)[:：、]?\s?)[^。;::]{2,24}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its plain form, the number it begins with, and its labels.

    `doubted` are words that may be labels, `outside` tells a title, a note, a line of the web page; `gap` counts the blank lines before it.
    """

    text: Text
    folded: Folded
    labels: list[Label]
    mark: Mark | None
    outside: bool
    barred: bool
    gap: int
    doubted: Sequence[Label] = ()

    @property
    def head(self) -> str:
        """What stands before the first label, the number left off."""
        begin = self.mark.span[1] if self.mark else 0
        return self.folded.plain[begin : self.labels[0].start if self.labels else None].strip()

    @property
    def furniture(self) -> bool:
        """Whether it is a line of the web page around the text, a button or the foot of a page."""
        return self.outside and is_page_furniture(squeeze(self.folded.plain))

    @property
    def page_number(self) -> bool:
        """Whether it is the number of a page: — 3 —, 第3页/共12页."""
        return self.outside and _PAGE_NUMBER.fullmatch(squeeze(self.folded.plain)) is not None

    @property
    def plain(self) -> str:
        """The plain line without outer white space."""
        return self.folded.plain.strip()

    def part(self, start: int, end: int) -> Text:
        """Cut the printed text of a stretch of the plain line."""
        return cut(self.text, *self.folded.printed_span(start, end))


def is_page_furniture(tight: str) -> bool:
    """Tell furniture of a page, the number of a page too, in words without white space."""
    return is_furniture(tight) or _PAGE_NUMBER.fullmatch(tight) is not None


def is_numbered_theme(line: Line) -> bool:
    """Tell a line that may be a theme with a number: 三、便民出行."""
    return not line.labels and _NUMBERED_THEME.fullmatch(line.plain) is not None


def is_level_over(line: Line, after: Line) -> bool:
    """Tell a theme 一、 right over a theme (一)."""
    lower = after.plain.startswith(("(", "（"))
    return lower and is_numbered_theme(line) and not line.plain.startswith(("(", "（"))


def is_words(line: Line, *, numbered: bool = False) -> bool:
    """Tell short words alone on their line or behind a bullet, as a theme is, or a name; `numbered`: behind a number.

    How many projects a theme has may stand behind it.
    """
    words = line.head if numbered else BULLET.sub("", line.plain, count=1)
    words = COUNT_BEHIND.sub("", words)
    return (
        not (line.labels or line.outside)
        and (line.mark is not None) is numbered
        and THEME_WORDS.fullmatch(words) is not None
        and not is_unit(words)
        and not any(word in words for word in load_words().never_inside)
    )


def is_text(line: Line) -> bool:
    """Tell a line of words without labels that stands inside."""
    return bool(line.head) and not line.labels and not line.outside


def ends_empty(line: Line) -> bool:
    """Tell a line that ends with a label whose value is not on it."""
    return bool(line.labels) and not line.folded.plain[line.labels[-1].value :].strip()
