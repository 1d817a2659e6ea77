"""Items whose goal and progress stand in one paragraph without a label: 1.新建公厕3座。目前已完成1座。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from shishi.layouts.columns.column import Column
from shishi.layouts.cutting import join
from shishi.layouts.flows.labelled.labels import find_labels
from shishi.layouts.flows.unruled.entries import TextLine, bare_number, read_lines
from shishi.layouts.headings import nest, read_heading
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.marks import Mark, Style, find_mark

_FEWEST = 2
_MANY = 60
_LONGEST_THEME = 24
_STYLES = frozenset(Style) - {
    Style.STAR,
    Style.BULLET,
    Style.NAMELY,
    Style.BARE,
    Style.CHINESE_BARE,
}
_WHEN = (
    "(?:截至|截止|到)?(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|份|底|末)?|目前|当前|现在|现|"
    "第?[一二三四]季度末?|上半年|年底|年末)(?:为止)?"
)
_CUE = re.compile(
    rf"(?:(?:截至|截止)[^,，。;；]{{1,12}}[,，]?|{_WHEN}[,，]?(?=已|累计|完成|正在|全部|基本|实际|共|尚未|暂未|未)|"
    "(?:其中)?(?:目前|当前|现已|已(?!有的)|累计|正在|实际完成|实际已|暂未|尚未|进展[:：]?)|"
    "(?:超额|提前|圆满|如期|全面|顺利)*完成(?:了)?(?:年度|全年|既定|年初|预定)(?:的)?(?:目标|任务|计划))"
)
"""How a clause begins that tells what was done."""
_CLAUSE = re.compile(r"(?<=[。;；,，:：!\n])\s*")
_AFTER = re.compile(
    "[,，;；。](?P<said>(?:超额|提前|圆满|如期|全面|已|顺利)*完成(?:了)?)"
    "(?P<goal>(?P<number>[0-9][0-9.,]*[万亿]?[\u4e00-\u9fff]{0,4}?)的?(?:年度|全年|既定|年初|预定|本年度)(?:的)?(?:目标|任务|计划)[\u4e00-\u9fff]{0,4})"
)
"""The target behind the result: 建成20个,超额完成15个的年度目标任务."""
_DONE = re.compile(
    rf"(?:(?:截至|截止)[^,，。;；]{{1,12}}[,，]|{_WHEN}[,，])?(?:全区|全县|全市)?(?:现?已|累计)*"
)
_RATE = re.compile("完成[^,，。;；]{0,12}(?:目标|任务|计划)[^,，。;；]{0,4}的[0-9.]+[%％]")
"""So the number before it may as well be what was done: 新增3000个,完成年度目标的120%."""
_QUANTITY = re.compile("[0-9][0-9.,]*(?:[%％]|[万亿余多]*[\u4e00-\u9fff])(?<![年月日])")
_SUBJECT = re.compile("民生|实事|项目|任务|工程")


@dataclass(slots=True)
class _Told:
    """One item: its line, its mark, where its progress begins, and the lines that go on with it."""

    line: int
    mark: Mark
    progress: int | None
    more: list[int] = field(default_factory=list)
    given: Mapping[Field, Text] = field(default_factory=dict)


def find_told(paragraphs: Sequence[Paragraph], terms: Terms) -> Layout | None:
    """Find the numbered items of a page that has no table; its name is blank.

    The page has the title of a table of projects, most items tell what was done, and most say how
    much is to be done.
    """
    lines = read_lines(paragraphs, terms)
    items = list(_items(lines, terms))
    if any(find_labels(lines[one.line].plain) for one in items):
        return None
    told = [one for one in items if _is_told(lines[one.line].plain, one)]
    counts = [
        one for one in items if _QUANTITY.search(lines[one.line].plain, *_item_span(lines, one))
    ]
    titled = any(line.titled and _SUBJECT.search(line.plain) for line in lines)
    if not titled or len(items) < _FEWEST or 100 * min(len(told), len(counts)) < _MANY * len(items):
        return None
    after = any(_AFTER.search(lines[one.line].plain) for one in items)
    fields = (Field.CODE, Field.ITEM, *((Field.GOAL,) if after else ()), Field.PROGRESS)
    start = items[0].line
    return Layout(
        name="",
        part=0,
        columns=tuple(Column(name, printed=False) for name in fields),
        header=(start, start),
        body=(start, max(one.more[-1] if one.more else one.line for one in items) + 1),
        score=100,
        reasons=(Because("told-items-found", {"count": len(items)}),),
        shape=Shape.TOLD,
    )


def _is_told(plain: str, one: _Told) -> bool:
    """Tell an item that says both what is to be done and what was done."""
    behind = one.progress is not None and one.progress > one.mark.span[1]
    return behind or bool(one.more or _AFTER.search(plain))


def _item_span(lines: Sequence[TextLine], one: _Told) -> tuple[int, int]:
    plain, start = lines[one.line].plain, one.mark.span[1]
    behind = one.progress is not None and one.progress > start
    return start, one.progress if behind and one.progress else len(plain)


def cut_told(
    paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    """Cut the items into rows; the second result are the paragraphs between that hold none."""
    lines = read_lines(paragraphs[: layout.body[1]], terms)
    used: set[int] = set()
    rows: list[RawRow] = []
    for one in _items(lines, terms):
        used |= {one.line, *one.more}
        texts, sure = _texts(lines, one)
        cells = {}
        for index, column in enumerate(layout.columns):
            if column.field and column.field in texts:
                placed = placed_in(texts[column.field], layout, len(rows) + 1, column=index)
                unsure = column.field is Field.ITEM and not sure
                cells[index] = RawCell(placed, 0 if unsure else None, index)
        rows.append(RawRow(cells, frozenset(), given=one.given))
    given = {id(text) for row in rows for text in row.given.values()}
    loose = [
        line.text
        for i, line in enumerate(lines)
        if i in range(*layout.body) and i not in used and id(line.text) not in given
    ]
    return RawTable(layout, tuple(rows)), [text for text in loose if text.value.strip()]


def _texts(lines: Sequence[TextLine], one: _Told) -> tuple[Mapping[Field, Text], bool]:
    """Give the texts of an item, and whether it is sure where they part."""
    line = lines[one.line]
    start, end = one.mark.span[1], len(line.plain)
    texts = {Field.CODE: line.part(*bare_number(line.plain, *one.mark.span))}
    after = _AFTER.search(line.plain, start)
    if after and (one.progress is None or one.progress <= start):
        return {**texts, **_result_first(line, start, after)}, True
    begin = end if one.progress is None else one.progress
    if begin == start:  # nothing but what was done; whose it is stands in it
        return {**texts, Field.ITEM: line.part(start, end)}, False
    texts[Field.ITEM] = line.part(start, len(line.plain[:begin].rstrip(",，;；、 ")))
    parts = [line.part(begin, end)] if begin < end else []
    parts += [lines[i].text for i in one.more]
    if parts:
        texts[Field.PROGRESS] = join(parts, ["\n"] * (len(parts) - 1), place=parts[0].place)
    sentences = line.plain[start:begin].rstrip("。").count("。")
    result = _RATE.match(line.plain, begin) is not None
    return texts, not result and (bool(parts) or not sentences)


def _result_first(line: TextLine, start: int, after: re.Match[str]) -> dict[Field, Text]:
    """Read 建成口袋公园20个,超额完成15个的年度目标任务: what was done, and behind it the target."""
    number = _QUANTITY.search(line.plain, start, after.start())
    done = _DONE.match(line.plain, start)
    left = done.end() if done else start
    end = number.start() if number and number.start() > left else after.start()
    rest = line.part(after.end("goal"), len(line.plain))
    told = [line.part(start, after.end("said")), *([rest] if rest.value.strip("。 ") else [])]
    return {
        Field.ITEM: line.part(left, end),
        Field.GOAL: line.part(*after.span("goal")),
        Field.PROGRESS: join(told, [" "] * (len(told) - 1), place=told[0].place),
    }


def _items(lines: Sequence[TextLine], terms: Terms) -> Iterator[_Told]:
    """Yield the numbered items of a flow, under the themes above them."""
    marks = [None if line.outside else _mark(line.plain) for line in lines]
    marked = [(i, mark) for i, mark in enumerate(marks) if mark]
    cues = {i: _progress(lines[i].plain, mark.span[1]) for i, mark in marked}
    styles = Counter(
        mark.style for i, mark in marked if cues[i] is not None or _AFTER.search(lines[i].plain)
    )
    styles.update(_followed(lines, marks))
    style = styles.most_common(1)[0][0] if styles else None
    one: _Told | None = None
    given: Mapping[Field, Text] = {}
    last = 0
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if mark and mark.style is style and mark.value[-1:] in ((last + 1,), (1,)):
            if one:
                yield one
            one = _Told(index, mark, cues[index], given=given)
            last = mark.value[-1]
        elif mark and _is_theme(line.plain):
            given = nest(given, read_heading(line.text, terms, over_rows=True), terms)
            last = 0
        elif (
            one
            and not line.outside
            and not mark
            and _tells(line.plain)
            and index == (one.more or [one.line])[-1] + 1
        ):
            one.more.append(index)
    if one:
        yield one


def _followed(lines: Sequence[TextLine], marks: Sequence[Mark | None]) -> Iterator[Style]:
    """Yield the style of each number whose next line tells what was done."""
    for mark, line, after in zip(marks, lines[1:], marks[1:], strict=False):
        if mark and not after and not line.outside and _tells(line.plain):
            yield mark.style


def _mark(plain: str) -> Mark | None:
    mark = find_mark(plain)
    return mark if mark and mark.style in _STYLES and mark.value else None


def _is_theme(plain: str) -> bool:
    return len(plain) <= _LONGEST_THEME and not re.search("[。;；,，0-9]", plain.strip()[2:])


def _tells(plain: str) -> bool:
    return _CUE.match(plain.lstrip()) is not None


def _progress(plain: str, start: int) -> int | None:
    """Find where a paragraph begins to tell what was done, behind its number and some of its text."""
    if _CUE.match(plain, start):
        return start
    ends = (clause.end() for clause in _CLAUSE.finditer(plain, start))
    return next((end for end in ends if _CUE.match(plain, end)), None)
