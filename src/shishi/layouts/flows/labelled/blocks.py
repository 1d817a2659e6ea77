"""Blocks: one project each, its parts under labels; found in a flow and cut into rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shishi.layouts.around.notices import find_notice_labels
from shishi.layouts.columns import Column, is_project_table
from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.labelled.labels import Label, find_labels, settle_labels
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import is_unit, load_words
from shishi.layouts.words.notes import begins_note, is_furniture, is_title
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import Folded, fold
from shishi.text.marks import Style, find_mark

_FEWEST = 2
_THEME = "[\u4e00-\u9fff“”]{2,12}"
_ITEM_MARKS = frozenset(
    {
        Style.POINT,
        Style.COMMA,
        Style.BRACKETS,
        Style.HALF_BRACKET,
        Style.DOTTED,
        Style.CHINESE,
        Style.CHINESE_BRACKETS,
        Style.CIRCLED,
    }
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph: its plain form, its labels, and the number it begins with."""

    text: Text
    folded: Folded
    labels: list[Label]
    mark: int  # so many characters are the number at its start
    outside: bool  # a title, a note, a line of the web page

    @property
    def head(self) -> str:
        """What stands before the first label, the number left off."""
        return self.folded.plain[self.mark : self.labels[0].start if self.labels else None].strip()

    def part(self, start: int, end: int) -> Text:
        """Cut the printed text of a stretch of the plain line."""
        return cut(self.text, *self.folded.printed_span(start, end))


@dataclass(slots=True)
class _Block:
    """One project: its number, its unlabelled beginning, and the values of its labels."""

    code: Text | None = None
    head: list[Text] = field(default_factory=list)
    values: dict[str, list[Text]] = field(default_factory=dict)
    given: Mapping[Field, Text] = field(default_factory=dict)


def find_blocks(paragraphs: Sequence[Paragraph], terms: Terms) -> list[Layout]:
    """Find the stretches of a flow that list projects in labelled blocks; their names are blank.

    There must be two projects at least, each with an item, and a unit, a goal or progress.
    """
    lines = _lines(paragraphs, terms)
    layouts = []
    for start, end in _regions(lines):
        blocks = list(_blocks(lines[start:end], terms))
        words = list(dict.fromkeys(w for b in blocks for w in b.values))
        headed = 2 * sum(bool(b.head) for b in blocks) > len(blocks)
        columns = _columns(words, headed=headed, coded=any(b.code for b in blocks), terms=terms)
        often = [w for w in words if sum(w in b.values for b in blocks) >= _FEWEST]
        if len(blocks) >= _FEWEST and often and is_project_table(columns):
            layouts.append(
                Layout(
                    name="",
                    part=0,
                    columns=columns,
                    header=(start, start),
                    body=(start, end),
                    score=100 * sum(c.field is not None for c in columns) // len(columns),
                    reasons=(Because("labels-found", {"words": words}),),
                    shape=Shape.LABELLED,
                )
            )
    return layouts


def _columns(
    words: Sequence[str], *, headed: bool, coded: bool, terms: Terms
) -> tuple[Column, ...]:
    meant = settle_labels(words, headed=headed, dialect=terms.dialect)
    code = [Column(Field.CODE, printed=False)] if coded else []
    item = [Column(Field.ITEM, printed=False)] if headed else []
    return (*code, *item, *(meant[w] for w in words if w in meant))


def cut_blocks(paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms) -> RawTable:
    """Cut the blocks of a layout into rows."""
    lines = _lines(paragraphs[slice(*layout.body)], terms)
    rows = [
        RawRow(_cells(block, layout, number), given=block.given)
        for number, block in enumerate(_blocks(lines, terms), 1)
    ]
    return RawTable(layout, tuple(rows))


def _cells(block: _Block, layout: Layout, number: int) -> dict[int, RawCell]:
    cells = {}
    for index, column in enumerate(layout.columns):
        if column.printed:
            texts = block.values.get(column.word, [])
        elif column.field is Field.CODE:
            texts = [block.code] if block.code else []
        else:
            texts = block.head
        name = column.field.value if column.field else ""
        place = Place(part=layout.name, row=number, column=index + 1, field=name)
        texts = [t for t in texts if t.value]
        if texts:
            cells[index] = RawCell(join(texts, ["\n"] * (len(texts) - 1), place=place))
    return cells


def _lines(paragraphs: Sequence[Paragraph], terms: Terms) -> list[_Line]:
    lines = []
    for paragraph in paragraphs:
        folded = fold(paragraph.text.value, terms.script)
        mark = find_mark(folded.plain)
        tight = "".join(folded.plain.split())
        labels = [] if paragraph.bars else find_labels(folded.plain)
        outside = is_furniture(tight) or (not labels and is_title(tight))
        if not labels:
            outside |= begins_note(tight) or bool(find_notice_labels(folded.plain))
        width = mark.span[1] if mark and mark.style in _ITEM_MARKS else 0
        lines.append(_Line(paragraph.text, folded, labels, width, outside))
    return lines


def _regions(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines with labels, and those between them, as half-open ranges."""
    at = 0
    while at < len(lines):
        if not lines[at].labels:
            at += 1
            continue
        start = _first_of(lines, at)
        last = at
        for index in range(at, len(lines)):
            if lines[index].outside:
                break
            if lines[index].labels:
                last = index
        end = _with_tail(lines, last + 1)
        yield start, end
        at = max(end, last + 1)


def _first_of(lines: Sequence[_Line], at: int) -> int:
    """Go back from the first label to the line of the item it belongs to."""
    line = lines[at]
    if line.head or line.mark or at == 0:
        return at
    above = lines[at - 1]
    first = at - 1 if not above.outside and above.head else at
    return first - 1 if first == at - 1 and _is_theme(lines, first - 1) else first


def _is_theme(lines: Sequence[_Line], at: int) -> bool:
    """Tell a line that is a theme without a number: short words alone above a numbered item."""
    if at < 0 or at + 1 >= len(lines):
        return False
    line, after = lines[at], lines[at + 1]
    plain = line.folded.plain.strip()
    return (
        not (line.labels or line.mark or line.outside)
        and bool(after.mark)
        and re.fullmatch(_THEME, plain) is not None
        and not is_unit(plain)
        and not any(word in plain for word in load_words().never_inside)
    )


def _with_tail(lines: Sequence[_Line], end: int) -> int:
    """Take in the lines that go on with the last value: entries of a list, halves of a sentence."""
    while end < len(lines) and not lines[end].outside and not lines[end].labels:
        before = lines[end - 1].folded.plain.rstrip()
        mark = find_mark(lines[end].folded.plain)
        goes_on = before.endswith(tuple(",\uff0c、;\uff1b:\uff1a")) or (
            mark is not None and mark.value[:1] > (1,)
        )
        if not goes_on:
            break
        end += 1
    return end


def _blocks(lines: Sequence[_Line], terms: Terms) -> Iterator[_Block]:
    """Part the lines of a region into blocks."""
    opener = _opener(lines)
    numbered = sum(line.mark > 0 for line in lines)
    common = Counter(label.word for line in lines for label in line.labels)
    block: _Block | None = None
    given: Mapping[Field, Text] = {}
    themed = False
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        themed = themed or (block is None and _is_theme(lines, index))
        own = any(2 * common[label.word] > numbered for label in line.labels)
        if not own and (heading := _heading(line, after, terms)):
            given = {**given, **heading}
            continue
        if themed and _is_theme(lines, index):
            given = {**given, **read_heading(line.text, terms, over_rows=True)}
            continue
        if block is None or _begins(line, after, block, opener=opener):
            if block:
                yield block
            block = _Block(given=given)
        _take(block, line)
    if block:
        yield block


def _opener(lines: Sequence[_Line]) -> str:
    """Give the label that begins every block, where no number and no item's line does."""
    first = next((line for line in lines if line.labels), None)
    numbered_items = sum(line.mark > 0 and bool(line.head) for line in lines)
    if first is None or first.head or not lines[0].labels or numbered_items >= _FEWEST:
        return ""
    return first.labels[0].word


def _heading(line: _Line, after: _Line | None, terms: Terms) -> Mapping[Field, Text]:
    """Read a heading over blocks: it has no label, and an item's own line comes below it."""
    if after is None:
        return {}
    if not line.labels and not after.labels and (after.mark or after.head):
        numbered = re.match(r"[(（]?[一二三四五六七八九十]", line.folded.plain)
        return read_heading(line.text, terms, over_rows=True) if numbered else {}
    if len(line.labels) == 1 and not line.head and after.mark:
        return read_heading(line.text, terms, over_rows=False)
    return {}


def _begins(line: _Line, after: _Line | None, block: _Block, *, opener: str) -> bool:
    """Tell whether a line begins the next block."""
    if opener:
        return bool(line.labels) and line.labels[0].word == opener and opener in block.values
    if not block.values:
        return False
    if line.labels and (line.mark or line.head):
        return True
    if line.labels:
        return False
    return after is not None and bool(after.labels) and not after.head and not after.mark


def _take(block: _Block, line: _Line) -> None:
    """Put the parts of a line where they belong: to its number, the item, or a label's value."""
    first = line.labels[0].start if line.labels else len(line.folded.plain)
    fresh = not block.values and not block.head
    start = line.mark if fresh else 0
    if fresh and line.mark and block.code is None:
        block.code = _code(line)
    head = line.part(start, first)
    if head.value and not block.values:
        block.head.append(head)
    elif head.value:
        block.values[next(reversed(block.values))].append(head)
    for label in line.labels:
        block.values.setdefault(label.word, []).append(line.part(label.value, label.end))


def _code(line: _Line) -> Text:
    """Give the number of a line without the marks around it."""
    plain = line.folded.plain[: line.mark]
    left = len(plain) - len(plain.lstrip(" \t(\uff08"))
    return line.part(left, len(plain.rstrip(" .、\uff0e)\uff09")))
