"""The lines of a flow as blocks see them: their number, their labels, and what stands outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shishi.layouts.around.notices import find_notice_labels
from shishi.layouts.cutting import cut
from shishi.layouts.flows.labelled.labels import Label, find_labels
from shishi.layouts.flows.labelled.standing import keep_labels
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import is_unit, load_words
from shishi.layouts.words.notes import begins_note, is_furniture, is_title
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.text.characters import Folded, fold, squeeze
from shishi.text.marks import Mark, Style, find_code, find_mark

_THEME = re.compile("[\u4e00-\u9fff“”]{2,12}")
_NUMBERED_THEME = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、)[^。;::]{2,24}"
)
_COUNTED = re.compile(
    r"\s*(?:第\s?(?P<n>[0-9]{1,3})\s?[项件][\s::、.]*|(?P<m>[0-9]{1,3})\s+)(?=[^\s0-9.%])"
)
_ITEM_MARKS = frozenset(
    {
        Style.POINT,
        Style.COMMA,
        Style.BRACKETS,
        Style.HALF_BRACKET,
        Style.DOTTED,
        Style.DASHED,
        Style.CHINESE,
        Style.CHINESE_BRACKETS,
        Style.CIRCLED,
    }
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
    def plain(self) -> str:
        """The plain line without outer white space."""
        return self.folded.plain.strip()

    def part(self, start: int, end: int) -> Text:
        """Cut the printed text of a stretch of the plain line."""
        return cut(self.text, *self.folded.printed_span(start, end))


def read_lines(paragraphs: Sequence[Paragraph], terms: Terms) -> list[Line]:
    """Look at every paragraph; which of the words with a colon are labels is not settled yet."""
    lines = [_line(paragraph, terms) for paragraph in paragraphs]
    first = Counter(line.labels[0].word for line in lines if line.labels)
    return [replace(x, outside=x.outside and not _repeats(x, first)) for x in lines]


def _repeats(line: Line, first: Counter[str]) -> bool:
    """Tell a line that looks like the foot of a page, but begins with a label that others begin with."""
    label = line.labels[0] if line.labels else None
    notice = find_notice_labels(line.folded.plain)
    return label is not None and label.known and first[label.word] > 1 and not notice


def _line(paragraph: Paragraph, terms: Terms) -> Line:
    folded = fold(paragraph.text.value, terms.script)
    plain = folded.plain
    tight = squeeze(plain)
    barred = paragraph.bars > 0
    labels = [] if barred else find_labels(plain, terms.dialect)
    known = any(label.known for label in labels)
    outside = is_furniture(tight) or (not known and is_title(tight))
    if not known:
        outside |= begins_note(tight) or bool(find_notice_labels(plain))
    return Line(paragraph.text, folded, labels, _number(plain), outside, barred, paragraph.gap)


def _number(plain: str) -> Mark | None:
    """Find the number that a line begins with, or is."""
    mark = find_mark(plain)
    if mark and mark.style in _ITEM_MARKS:
        return mark
    if counted := _COUNTED.match(plain):
        return Mark(Style.BARE, (int(counted["n"] or counted["m"]),), counted.span())
    return find_code(plain)


def with_labels(lines: Sequence[Line], terms: Terms) -> list[Line]:
    """Settle which words are labels on these lines."""
    lengths = [len(line.folded.plain) for line in lines]
    kept = keep_labels([x.labels for x in lines], lengths=lengths, dialect=terms.dialect)
    return [
        replace(line, labels=labels, doubted=doubted)
        for line, (labels, doubted) in zip(lines, kept, strict=True)
    ]


def is_numbered_theme(line: Line) -> bool:
    """Tell a line that may be a theme with a number: 三、便民出行."""
    return not line.labels and _NUMBERED_THEME.fullmatch(line.plain) is not None


def is_level_over(line: Line, after: Line) -> bool:
    """Tell a theme 一、 right over a theme (一)."""
    lower = after.plain.startswith(("(", "（"))
    return lower and is_numbered_theme(line) and not line.plain.startswith(("(", "（"))


def is_plain_theme(lines: Sequence[Line], at: int) -> bool:
    """Tell a line that is a theme without a number: short words alone above a numbered item."""
    if at < 0 or at + 1 >= len(lines):
        return False
    line, after = lines[at], lines[at + 1]
    return (
        not (line.labels or line.mark or line.outside)
        and bool(after.mark)
        and _THEME.fullmatch(line.plain) is not None
        and not is_unit(line.plain)
        and not any(word in line.plain for word in load_words().never_inside)
    )
