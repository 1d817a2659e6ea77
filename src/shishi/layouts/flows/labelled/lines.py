"""The lines of a flow as blocks see them: their number, their labels, and what stands outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from shishi.layouts.around.notices import find_notice_labels
from shishi.layouts.cutting import cut
from shishi.layouts.flows.edges.ending import other_lines
from shishi.layouts.flows.labelled.labels import (
    Label,
    counts_by_word,
    find_counted,
    find_labels,
    word_of,
)
from shishi.layouts.flows.labelled.standing import cut_to_page, keep_labels
from shishi.layouts.terms import Terms
from shishi.layouts.words.dialect import Dialect
from shishi.layouts.words.names import is_unit, load_words
from shishi.layouts.words.notes import (
    begins_note,
    is_furniture,
    is_remark,
    is_title,
    load_around_words,
    names_other_list,
)
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import Folded, fold, squeeze
from shishi.text.marks import Mark, Style, find_code, find_mark, find_marks

_FEWEST = 2
_LONGEST_NAMING = 4
GOES_ON = (",", "，", "、", ";", "；", ":", "：")
"""The end of a line that another goes on with."""
_ATTACHED = re.compile("附[件表][0-9一二三四五六七八九十]{0,2}:?|表[0-9一二三四五六七八九十]{1,2}")
_DAY = re.compile("[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日")
_SIGNING = re.compile("(?:政府|办公室|政府办|领导小组|专班|指挥部)$")
_DOTTED = re.compile(r"\s*([0-9]{1,3})\.2[.\s]")
_LISTED = re.compile(r"\s*(?P<n>[0-9]{1,3})(?P<sign>[.、])\s?(?=1[.、)](?![0-9]))")
_LISTING = {".": Style.POINT, "、": Style.COMMA}
"""An item that is a list itself, 3.1.建设…; 2.建成…, where the page numbers its items with one number."""
_PAGE_NUMBER = re.compile("[-–—·]+[0-9]{1,3}[-–—·]+|第[0-9]{1,3}页(?:,?/?共?[0-9]{1,3}页)?")
_THEME = re.compile("[\u4e00-\u9fff“”]{2,12}")
_NUMBERED_THEME = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,3}(?:部分|板块|类)[:：、]?\s?)[^。;::]{2,24}"
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
    def furniture(self) -> bool:
        """Whether it is a line of the web page around the text, a button or the foot of a page."""
        return self.outside and _is_furniture(squeeze(self.folded.plain))

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


def read_lines(paragraphs: Sequence[Paragraph], terms: Terms) -> list[Line]:
    """Look at every paragraph; which of the words with a colon are labels is not settled yet."""
    lines = [_line(paragraph, terms, spaced=False) for paragraph in paragraphs]
    spaced = [_line(paragraph, terms, spaced=True) for paragraph in paragraphs]
    if _are_spaced(spaced):
        lines = spaced
    if _counts_within(lines):
        lines = [_uncounted(x, terms) for x in lines]
    first = Counter(line.labels[0].word for line in lines if line.labels)
    lines = _without_closing(lines, terms.dialect)
    lines = _with_listed([replace(x, outside=x.outside and not _repeats(x, first)) for x in lines])
    lines = [
        replace(x, outside=x.outside and not (before and _is_value(x, before)))
        for before, x in zip([None, *lines], lines, strict=False)
    ]
    ruled = zip(lines, _ruled(lines), strict=True)
    lines = [replace(x, outside=x.outside or is_rule) for x, is_rule in ruled]
    others = _contacts(lines)
    return [replace(x, outside=x.outside or at in others) for at, x in enumerate(lines)]


def _counts_within(lines: Sequence[Line]) -> bool:
    """Tell words that count parts of items, 任务一: they begin again, or an item numbered 1 stands above and a 2 below."""
    worded = [x.mark.value for x in lines if x.mark and counts_by_word(x.folded.plain)]
    if len(set(worded)) < len(worded):
        return True
    at = next((i for i, x in enumerate(lines) if x.mark and counts_by_word(x.folded.plain)), 0)
    above = {x.mark.style for x in lines[:at] if x.mark and x.mark.value == (1,) and _may_head(x)}
    below = {x.mark.style for x in lines[at:] if x.mark and x.mark.value == (2,) and _may_head(x)}
    return bool(above & below)


def _may_head(line: Line) -> bool:
    return not (line.outside or is_numbered_theme(line) or counts_by_word(line.folded.plain))


def _without_closing(lines: Sequence[Line], dialect: Dialect) -> list[Line]:
    """Leave out what stands below the last block and speaks of the whole list: its day, 备注:本表数据截至10月底。"""
    labelled = [at for at, line in enumerate(lines) if any(x.known for x in line.labels)]
    end = labelled[-1] if labelled else len(lines)
    closing = list(lines)
    if labelled and _is_remark_of_all(lines[end], lines[:end], dialect):
        closing[end] = replace(lines[end], labels=[], outside=True)
    for at in range(end + 1, len(lines)):
        tight = squeeze(lines[at].folded.plain)
        if not lines[at].labels and (_DAY.fullmatch(tight) or is_remark(tight)):
            closing[at] = replace(lines[at], outside=True)
            if _DAY.fullmatch(tight) and _signs(lines, at - 1):
                closing[at - 1] = replace(lines[at - 1], outside=True)
    return closing


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Tell who signs a page, right above its day: the government or its office, and no name of a list of units.

    Names go on with a list, other blocks have names on lines of their own, or the page has it elsewhere.
    """
    line, above = lines[at], lines[at - 1]
    if line.labels or not is_unit(line.plain) or not _SIGNING.search(line.plain):
        return False
    goes_on = above.plain.endswith(GOES_ON) and not line.gap
    others = [x for x in lines[:at] if not x.outside]
    alone = any(not x.labels and is_unit(x.plain) for x in others)
    return not (goes_on or alone or any(line.plain in x.plain for x in others))


def _is_remark_of_all(line: Line, above: Sequence[Line], dialect: Dialect) -> bool:
    """Tell a remark that speaks of the whole list, where no block has one of its own."""
    label, words = line.labels[0], {x.word for line in above for x in line.labels}
    is_its = word_of(label.word, dialect).claims[0][0] == Field.REMARK
    told = is_remark(squeeze(line.folded.plain[label.value :]))
    return is_its and told and label.word not in words


def _with_listed(lines: Sequence[Line]) -> list[Line]:
    """Give an item that is a list its number where those before and after it stand alone, or are such."""
    marks = [line.mark for line in lines if line.mark and line.mark.style in _LISTING.values()]
    dotted = {int(m[1]) for line in lines if (m := _DOTTED.match(line.folded.plain))}
    listed: dict[int, Mark] = {}
    for at, line in enumerate(lines):
        found = None if line.labels and not line.head else _LISTED.match(line.folded.plain)
        if found and int(found["n"]) not in dotted:
            listed[at] = Mark(_LISTING[found["sign"]], (int(found["n"]),), found.span())
    told = {(mark.style, mark.value[0]) for mark in (*marks, *listed.values())}
    alone = {(mark.style, mark.value[0]) for mark in marks}
    for at, mark in list(listed.items()):
        style, number = mark.style, mark.value[0]
        before, after = (style, number - 1), (style, number + 1)
        counts = before in alone or (after in alone and (number == 1 or before in told))
        if counts:
            alone.add((style, number))
        else:
            del listed[at]
    return [replace(line, mark=listed.get(at, line.mark)) for at, line in enumerate(lines)]


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Tell a page whose labels have no colon: several header words that each begin line after line."""
    first = [line.labels[0] for line in lines if line.labels and line.labels[0].known]
    bare = Counter(label.word for label in first if not label.colon)
    again = {word: times for word, times in bare.items() if times >= _FEWEST}
    return len(again) > _FEWEST - 1 and 2 * sum(again.values()) > len(first)


def _contacts(lines: Sequence[Line]) -> set[int]:
    """Find the lines of a table of telephone numbers or addresses behind the last label, its header and title.

    A blank line or a title (联系方式) parts it from the value above; else it may be a part of that.
    """
    found: set[int] = set()
    usual = min((x.gap for x in lines[1:] if x.labels), default=0)
    labelled = [i for i, x in enumerate(lines) if any(y.known for y in x.labels) and not x.outside]
    at = labelled[-1] + 1 if labelled else len(lines)
    while at < len(lines):
        end = at + _as_wide(lines[at:])
        start = at - 1 + other_lines([x.plain for x in lines[at - 1 : end]], 0, end - at + 1)
        if start < end:
            title = _is_title_over(lines[start - 1], usual)
            above = lines[start - 1 - title]
            if (title or lines[start].gap > usual) and not above.plain.endswith(GOES_ON):
                found |= {*range(start - title, end)}
        at = end
    return found


def _as_wide(lines: Sequence[Line]) -> int:
    """Count the lines at the top of these that have as many words as the first."""
    width = len(lines[0].plain.split())
    return sum(1 for _ in takewhile(lambda x: len(x.plain.split()) == width, lines))


def _is_title_over(line: Line, usual: int) -> bool:
    """Tell a short word over a table of contacts; without a blank line above it must name such."""
    word = line.plain
    if line.labels or line.mark or is_unit(word) or not _THEME.fullmatch(word):
        return False
    names = names_other_list(word)
    return line.gap > usual or (names and len(word) <= _LONGEST_NAMING)


def _ruled(lines: Sequence[Line]) -> Iterator[bool]:
    """Tell the lines that say how to fill the list in: 填报说明:1.完成情况:… and the numbers after it."""
    last: Mark | None = None
    bare = False
    for line in lines:
        plain = line.folded.plain
        mark, marks = find_mark(plain), find_marks(plain)
        heading = squeeze(plain).startswith(load_around_words().rule_headings)
        begins = bare and mark is not None and mark.value == (1,)
        ruled = heading or begins or (last is not None and _counts_on(last, mark))
        last = marks[-1] if ruled and marks else None
        bare = heading and plain.rstrip(": ").endswith(load_around_words().rule_headings)
        yield ruled


def _counts_on(last: Mark, mark: Mark | None) -> bool:
    following = (*last.value[:-1], last.value[-1] + 1) if last.value else None
    return mark is not None and mark.style is last.style and mark.value == following


def _is_value(line: Line, before: Line) -> bool:
    """Tell a line that reads like a title (已完成年度目标任务), but stands right below a label alone."""
    label = before.labels[-1] if before.labels else None
    bare = label is not None and label.known and not before.folded.plain[label.value :].strip()
    tight = squeeze(line.folded.plain)
    apart = line.labels or line.gap or is_furniture(tight) or _ATTACHED.fullmatch(tight)
    return bare and not apart


def _repeats(line: Line, first: Counter[str]) -> bool:
    """Tell a line that looks like the foot of a page, but begins with a label that others begin with."""
    label = line.labels[0] if line.labels else None
    notice = find_notice_labels(line.folded.plain)
    return label is not None and label.known and first[label.word] > 1 and not notice


def _line(paragraph: Paragraph, terms: Terms, *, spaced: bool) -> Line:
    folded = fold(paragraph.text.value, terms.script)
    plain = folded.plain
    tight = squeeze(plain)
    barred = paragraph.bars > 0
    labels = [] if barred else find_labels(plain, terms.dialect, spaced=spaced)
    known = any(terms.dialect.word(label.word) for label in labels)
    outside = _is_furniture(tight) or (not known and is_title(tight))
    outside |= _ATTACHED.fullmatch(tight) is not None
    if not known:
        outside |= begins_note(tight) or bool(find_notice_labels(plain))
    return Line(paragraph.text, folded, labels, _number(plain), outside, barred, paragraph.gap)


def _uncounted(line: Line, terms: Terms) -> Line:
    """Read a line that begins with a word that counts as one without a number."""
    if line.barred or not counts_by_word(line.folded.plain):
        return line
    labels = find_labels(line.folded.plain, terms.dialect, counted=False)
    return replace(line, labels=labels, mark=None)


def _is_furniture(tight: str) -> bool:
    return is_furniture(tight) or _PAGE_NUMBER.fullmatch(tight) is not None


def _number(plain: str) -> Mark | None:
    """Find the number that a line begins with, or is."""
    mark = find_mark(plain)
    if mark and mark.style in _ITEM_MARKS:
        return mark
    return find_counted(plain) or find_code(plain)


def with_labels(lines: Sequence[Line], terms: Terms) -> list[Line]:
    """Settle which words are labels on these lines."""
    plain = [line.folded.plain for line in lines]
    cut = cut_to_page([x.labels for x in lines], plain=plain, dialect=terms.dialect)
    kept = keep_labels(cut, lengths=list(map(len, plain)), dialect=terms.dialect)
    settled = [
        replace(line, labels=labels, doubted=doubted)
        for line, (labels, doubted) in zip(lines, kept, strict=True)
    ]
    return _with_counted_labels(settled)


def _with_counted_labels(lines: Sequence[Line]) -> list[Line]:
    """Take numbers that count labels, 1.责任单位: 2.完成情况: in every block, for part of the labels."""
    counted: dict[str, set[tuple[int, ...]]] = {}
    times = Counter(line.labels[0].word for line in lines if _opens_with_label(line))
    for line in lines:
        if _opens_with_label(line):
            counted.setdefault(line.labels[0].word, set()).add(line.mark.value if line.mark else ())
    steady = {w: next(iter(v)) for w, v in counted.items() if len(v) == 1 and times[w] >= _FEWEST}
    numbers = set(steady.values()) - {()}
    if len(numbers) < _FEWEST:
        return list(lines)
    return [
        replace(x, mark=None, labels=[replace(x.labels[0], start=0), *x.labels[1:]])
        if _opens_with_label(x) and steady.get(x.labels[0].word)
        else x
        for x in lines
    ]


def _opens_with_label(line: Line) -> bool:
    return bool(line.labels) and not line.head


def is_numbered_theme(line: Line) -> bool:
    """Tell a line that may be a theme with a number: 三、便民出行."""
    return not line.labels and _NUMBERED_THEME.fullmatch(line.plain) is not None


def is_level_over(line: Line, after: Line) -> bool:
    """Tell a theme 一、 right over a theme (一)."""
    lower = after.plain.startswith(("(", "（"))
    return lower and is_numbered_theme(line) and not line.plain.startswith(("(", "（"))


def is_words(line: Line, *, numbered: bool = False) -> bool:
    """Tell short words alone on their line, as a theme is, or a name; `numbered`: behind a number."""
    words = line.head if numbered else line.plain
    return (
        not (line.labels or line.outside)
        and (line.mark is not None) is numbered
        and _THEME.fullmatch(words) is not None
        and not is_unit(words)
        and not any(word in words for word in load_words().never_inside)
    )
