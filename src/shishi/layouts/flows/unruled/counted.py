"""Lists under a sentence that counts them: 已完成2项,分别是:①新建公厕3座;②改造泵房9座。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.unruled.entries import TextLine, bare_number, read_lines
from shishi.layouts.layout import Because, Layout, RawCell, RawRow, RawTable, Shape, placed_in
from shishi.layouts.terms import Terms
from shishi.places import Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.marks import Style, find_marks
from shishi.text.numerals import parse_number

_FEWEST = 2
_OF_PROJECTS = re.compile("(?:项目|实事|工程)[^,，。]{0,4}[中,，]")
_PROJECTS = "项目", "工程"
_ENDS_AS_THING = "项目", "任务", "事项", "工程"
"""A status word that ends like this (完成任务) counts work of any kind: 完成任务2项."""
_SHORTEST, _LONGEST = 3, 160
_PARTS = ";；", "、", ",，"
"""What parts the entries of a list that has no numbers, the surest first."""
_NO_ENTRY = frozenset({Style.CHINESE, Style.CHINESE_BRACKETS, Style.STAR, Style.BULLET})
_CODE, _ITEM, _STATUS = range(3)
_COLUMNS = tuple(Column(name, printed=False) for name in (Field.CODE, Field.ITEM, Field.STATUS))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its line, its span with its number, where the text behind that begins, the number."""

    line: int
    start: int
    end: int
    text: int
    number: int | None = None


@dataclass(slots=True)
class _List:
    """A counted list: where its sentence stands, its status, its count, and its entries so far."""

    line: int
    status: tuple[int, int]
    count: int
    of_projects: bool
    entries: list[_Entry] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return len(self.entries) == self.count


def find_counted(paragraphs: Sequence[Paragraph], terms: Terms) -> Layout | None:
    """Find the lists of projects of a page that has no table; its name is blank.

    One list at least has as many entries as its sentence says; and the sentence says that they are
    projects, or the page has the title of such a table and lists of two statuses.
    """
    lines = read_lines(paragraphs, terms)
    lists = [one for one in _lists(lines, terms) if one.entries]
    entries = sum(len(one.entries) for one in lists)
    titled = any(line.titled for line in lines)
    words = [lines[one.line].plain[slice(*one.status)] for one in lists]
    meant = any(one.of_projects for one in lists) or (titled and len(set(words)) >= _FEWEST)
    if entries < _FEWEST or not meant or not any(one.is_whole for one in lists):
        return None
    start = lists[0].line
    return Layout(
        name="",
        part=0,
        columns=_COLUMNS,
        header=(start, start),
        body=(start, max(one.entries[-1].line for one in lists) + 1),
        score=100,
        reasons=(Because("counted-lists-found", {"words": words}),),
        shape=Shape.COUNTED,
    )


def cut_counted(
    paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    """Cut the entries into rows; the second result are the paragraphs between that hold none.

    Where a list has more or fewer entries than its sentence says, each of its entries is in doubt.
    """
    lines = read_lines(paragraphs[slice(*layout.body)], terms)
    rows: list[RawRow] = []
    used = set()
    for one in _lists(lines, terms):
        status = lines[one.line].part(*one.status)
        used |= {one.line} if one.entries else set()
        for entry in one.entries:
            used.add(entry.line)
            rows.append(
                _row(
                    lines[entry.line],
                    entry,
                    status,
                    layout=layout,
                    number=len(rows) + 1,
                    sure=one.is_whole,
                )
            )
    return RawTable(layout, tuple(rows)), [
        line.text for i, line in enumerate(lines) if i not in used and line.text.value.strip()
    ]


def _row(
    line: TextLine, entry: _Entry, status: Text, *, layout: Layout, number: int, sure: bool
) -> RawRow:
    plain = line.plain
    end = entry.start + len(plain[entry.start : entry.end].rstrip(";；、,， "))
    texts = {_ITEM: line.part(entry.text, end), _STATUS: status}
    if entry.number is not None:
        texts[_CODE] = line.part(*bare_number(plain, entry.start, entry.text))
    margin = None if sure else 0
    return RawRow(
        {
            column: RawCell(
                placed_in(text, layout, number, column=column),
                margin if column == _ITEM else None,
                column,
            )
            for column, text in texts.items()
        },
        frozenset(),
    )


def _lists(lines: Sequence[TextLine], terms: Terms) -> Iterator[_List]:
    """Yield the counted lists of a flow, with the entries behind their sentences and below them."""
    one: _List | None = None
    for index, line in enumerate(lines):
        plain = line.plain
        sentences = [] if line.outside else list(_sentences(plain, terms))
        begins = [begin for begin, _ in sentences] + [len(plain)]
        if one and line.outside:
            yield one
            one = None
        if one:
            _take(one, plain, (index, 0, begins[0]))
        for (begin, match), end in zip(sentences, begins[1:], strict=True):
            if one:
                yield one
            said = match["things"] in _PROJECTS or _OF_PROJECTS.search(plain, begin, match.start())
            count = int(parse_number(match["count"]))
            one = _List(index, match.span("status"), count, of_projects=bool(said))
            _take(one, plain, (index, match.end(), end))
    if one:
        yield one


def _sentences(plain: str, terms: Terms) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the counting sentences of a line, each with where it begins."""
    for match in _pattern(terms.statuses).finditer(plain):
        begin = max(plain.rfind(mark, 0, match.start()) for mark in "。;；\n") + 1
        yield begin, match


@cache
def _pattern(statuses: frozenset[str]) -> re.Pattern[str]:
    known = [w for w in statuses if not w.endswith(_ENDS_AS_THING)]
    words = "|".join(map(re.escape, sorted(known, key=lambda w: (-len(w), w))))
    number = "[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
    return re.compile(
        rf"(?<![无没未不])(?P<status>{words})(?:推进|进行)?的?(?:民生|实事|重点)*(?P<things>项目|任务|事项|工程)?"
        rf"(?:共计|共有|共|有|为|达|计)?[(（]?(?P<count>{number})(?:项|个|件)[)）]?"
        r"(?:[,，]?(?:分别|具体|主要)?(?:是|为|有|包括|如下)?[:：]|[,，]?(?:分别|具体)(?:是|为|有)|\s*$)"
    )


def _take(one: _List, plain: str, stretch: tuple[int, int, int]) -> None:
    """Add the entries of a stretch (line, start, end) to a list: up to its count, or as its numbers go on."""
    if not plain[slice(*stretch[1:])].strip(" 。"):
        return
    wanted = one.count - len(one.entries) if stretch[0] == one.line else 1
    for entry in _parted(plain, stretch, wanted=wanted):
        follows = entry.number == len(one.entries) + 1
        full = len(one.entries) >= one.count
        if not follows and (full or entry.number is not None):
            return
        if _SHORTEST <= entry.end - entry.start <= _LONGEST:
            one.entries.append(entry)


def _parted(plain: str, stretch: tuple[int, int, int], *, wanted: int) -> Iterator[_Entry]:
    """Part a stretch at its numbers; without any, at the marks that give as many parts as wanted."""
    line, start, end = stretch
    said = plain[start:end]
    marks = [m for m in find_marks(said) if m.style not in _NO_ENTRY and len(m.value) == 1]
    if marks and not said[: marks[0].span[0]].strip():
        ends = [*(m.span[0] for m in marks[1:]), len(said)]
        for mark, stop in zip(marks, ends, strict=True):
            left, right = mark.span
            yield _Entry(line, start + left, start + stop, start + right, mark.value[0])
        return
    bounds = [0, len(said)]
    for separators in _PARTS if wanted > 1 else ():
        cuts = [m.end() for m in re.finditer(f"[{separators}]", said.rstrip("。;；、,， "))]
        if len(cuts) + 1 == wanted:
            bounds = [0, *cuts, len(said)]
            break
    for left, right in pairwise(bounds):
        yield _Entry(line, start + left, start + right, start + left)
