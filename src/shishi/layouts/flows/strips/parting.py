"""Part the body of a glued table into strips: what stands from one code to the next, headings taken out.

Everything here reads plain text. Headers that are printed again and headings between the rows are
blanked, so that a row behind one begins like the first row of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile, zip_longest

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.edges.numbered import lines_of_bands
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.spaced.kinds import holds_dates
from shishi.layouts.flows.strips.codes.candidates import CodeAt
from shishi.layouts.flows.strips.codes.finding import BARE_FIRST, find_codes
from shishi.layouts.flows.strips.codes.numbers import numbers_of
from shishi.layouts.flows.strips.names import BY_OFFICE, sure_names
from shishi.layouts.flows.strips.totals import glued_totals, without_totals
from shishi.layouts.flows.strips.words.numbered import MARK, names_part, rank, without_mark
from shishi.layouts.headings import LEADS
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.counted import COUNTED_BEHIND
from shishi.layouts.words.dialect import COMMON
from shishi.layouts.words.names.kinds import is_person, is_unit
from shishi.layouts.words.names.organizations import DISTRICTS, load_words
from shishi.records import Field
from shishi.text.characters import squeeze

_FEWEST_WORDS = 3
_NUMBERS = frozenset({Field.PERCENT, Field.INVESTMENT})
_BLANK_BEHIND_NUMBER = frozenset({Field.EXPLANATION, Field.REMARK})
"""The columns most rows leave blank: where no others stand behind a number, it may end the row."""
_SHORTEST_ROW, _LONGEST_HEADING = 12, 36
_BEHIND_DAY = r"(?<=20[0-9]{2}\.[1-9])|(?<=20[0-9]{2}\.1[0-2])"
"""Digits that end a row, behind which a numbered heading may begin: 2031.9二、便民出行."""
_BAND = re.compile(
    rf"(?:(?<![0-9])|{_BEHIND_DAY}){MARK}[\u4e00-\u9fff“”、]{{2,16}}(?:{COUNTED_BEHIND})?\s*\Z"
)
_BAND_BEHIND_NUMBER = re.compile(
    rf"(?<=[0-9%]){MARK}[\u4e00-\u9fff“”、]{{2,16}}(?:{COUNTED_BEHIND})?\s*\Z"
)
"""The same behind a row that ends with a number of its own: 56(四)便民出行."""
_NUMBERED_HEADING = re.compile(
    rf"{MARK}[\u4e00-\u9fff“”、]{{2,18}}(?:{COUNTED_BEHIND})?(?=\s*[0-9(（])"
)
_SEVERAL = 2
_HEADING = re.compile(
    rf"\s*([\u4e00-\u9fff“”、]{{2,18}}?(?:{COUNTED_BEHIND})?)"
    r"(?=[0-9]|[(（][一1][)）]|一(?![一二三四五六七八九十、件次]))"
)
_THEME = re.compile(rf"{MARK}?[\u4e00-\u9fff“”、]{{2,18}}")
_COUNT = re.compile(rf"{COUNTED_BEHIND}\Z")
_NUMBER = re.compile("[0-9]+|[一二两三四五六七八九十]+")
_ENDED = re.compile(r"(?:^|[。!！?？%％/—])\s*\Z")
"""Where a row has ended, or none has begun: no sentence runs on below it."""
_LEADER = re.compile(
    f"(?:[{DISTRICTS}](?:政府)?)?(?:具体)?(?:分管|牵头|责任|包保|联系|包联|挂联|主管)?(?:[{DISTRICTS}])?领导[:：]"
)
_LEADS = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,3}}、)?(?P<who>{BY_OFFICE.pattern})(?:同志)?{LEADS}"
)
"""A heading that says who leads the rows below: 副区长甲分管项目."""
_LEADER_LINE = re.compile(rf"^[^\S\n]*(?P<who>{BY_OFFICE.pattern})[ ]*$", re.MULTILINE)
_STANDS_SO = re.compile(rf"{MARK}?[\u4e00-\u9fff]{{2,8}}项目(?:{COUNTED_BEHIND})?")
"""A heading that may say how far the rows below are: 二、已完成项目(6项)."""
_BEGINS_ROW = re.compile(r"\s*(?:$|[0-9(（一二三四五六七八九十])")
_LINE = re.compile(
    r"(?<![、,，(（])\n(?![、,，。;；:：)）%]|[(（]?[0-9]{1,2}[)）、.](?![0-9])|[①-⑳]|[一二三四五六七八九]是)"
)
"""The end of a line that a row may end with: no list goes on behind it."""
_COUNTED_LINE = re.compile(
    r"^\s*([一二三四五六七八九十]{1,3})(?=[\u4e00-\u9fff“][\u4e00-\u9fff“”、]{1,15}\s*$)",
    re.MULTILINE,
)
_SAYS = re.compile("已|正在|完成|目前|截至|推进中|进行中|施工中")


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of the body that begins with a code: one row, or several that share it.

    `code` is None where none is printed; `given` holds the spans of what headings above say of it.
    """

    start: int
    end: int
    code: CodeAt | None
    given: Mapping[Field, tuple[int, int]] = field(default_factory=dict)


def part(
    body: str, columns: Sequence[Column], header: str, *, statuses: frozenset[str]
) -> list[Strip]:
    """Part a body into strips; `header` is what the header prints, to find it printed again.

    >>> columns = [Column(f) for f in (Field.CODE, Field.ITEM, Field.LEAD_UNITS)]
    >>> body = "1新建绿道。区水务局分管领导:欧阳岚2改造泵房。区住建局"
    >>> for strip in part(body, columns, "序号任务责任单位", statuses=frozenset()):
    ...     print(body[strip.start:strip.end], {f.value: body[slice(*s)] for f, s in strip.given.items()})
    1新建绿道。区水务局 {}
    2改造泵房。区住建局 {'leaders': '欧阳岚'}
    """
    return list(_Parting(body, columns, header, statuses=statuses).strips())


def with_heading(columns: tuple[Column, ...], body: str) -> tuple[Column, ...]:
    """Add the column of the headings that stand between the rows with nothing around them.

    Such a one stands before the first code of all; where it is a person, the headings name leaders. Where several
    have numbers of their own they are the themes, and a word like 项目名称 only names the projects.

    >>> columns = Column(Field.CODE), Column(Field.ITEM)
    >>> [[str(c.field) for c in with_heading(columns, b)] for b in ("1修路。", "便民出行1修路。", "欧阳岚1修路。")]
    [['code', 'item'], ['theme', 'code', 'item'], ['leaders', 'code', 'item']]
    """
    fields = [c.field for c in columns]
    body = without_totals(body, list(glued_totals(body, fields)))
    numbered = _NUMBERED_HEADING.match(body.lstrip())
    if numbered and len(_NUMBERED_HEADING.findall(body)) >= _SEVERAL:
        return tuple(replace(c, field=None) if _only_names(c) else c for c in columns)
    found = _HEADING.match(body)
    if not found or fields[:1] != [Field.CODE] or re.match(MARK, found[1]):
        return columns
    if BARE_FIRST.match(body):
        return columns
    name = Field.LEADERS if is_person(found[1]) else Field.THEME
    return columns if name in fields else (Column(name, printed=False), *columns)


def _only_names(column: Column) -> bool:
    """Tell a column of the theme whose word may name the projects, as it does where headings give the themes."""
    word = COMMON.guess(squeeze(column.word)) if column.field is Field.THEME else None
    return word is not None and word.claims[0][0] == Field.ITEM


def find_again(body: str, header: str, columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Yield where the header is printed again, or no more than its first words.

    >>> columns = [Column(None, w) for w in ("序号", "任务", "单位", "备注")]
    >>> list(find_again("1修路。区水务局序号 任务单位2造林。", "序号任务单位备注", columns))
    [(8, 15)]
    """
    words = _printed_words(header, columns)
    if len(words) < _FEWEST_WORDS:
        return
    spelt = [r"\s*".join(map(re.escape, word)) for word in words]
    tail = ""
    for word in reversed(spelt[_FEWEST_WORDS:]):
        tail = rf"(?:\s*{word}{tail})?"
    pattern = re.compile(r"\s*".join(spelt[:_FEWEST_WORDS]) + tail)
    yield from (m.span() for m in pattern.finditer(body))


def _printed_words(header: str, columns: Sequence[Column]) -> list[str]:
    """Cut what a header prints into the words of its columns; one piece where they do not stand in it."""
    tight = "".join(header.split())
    words, at = [], 0
    for column in columns:
        word = "".join(column.word.split())
        found = tight.find(word, at) if word else -1
        if found >= at:
            words.append(tight[at : found + len(word)])
            at = found + len(word)
    if words:
        words[-1] += tight[at:]
    return words


def themes_over(body: str, strips: Sequence[Strip], statuses: frozenset[str]) -> Iterator[bool]:
    """Tell of each strip whether it is a theme alone on the line of the next one's code, which it stands before.

    >>> strips = [Strip(0, 4, None), Strip(4, 12, CodeAt(4, 5, (1,), 0)), Strip(12, 16, None)]
    >>> list(themes_over("便民出行1修路。区住建局区水务局", strips, frozenset()))
    [True, False, False]
    """
    for strip, following in zip_longest(strips, strips[1:]):
        if strip.code or not (following and following.code):
            yield False
            continue
        line = body[strip.start : following.start]
        yield "\n" not in line and _is_theme(line.strip(), statuses)


class _Parting:
    """One body: what is blanked in it, and where its rows begin."""

    def __init__(
        self, body: str, columns: Sequence[Column], header: str, *, statuses: frozenset[str]
    ) -> None:
        self._body, self._columns, self._statuses = body, columns, statuses
        self._fields = [c.field for c in columns]
        self._given: dict[int, tuple[Field, tuple[int, int]]] = {}
        self._told: set[tuple[str, int]] = set()  # how the themes so far are numbered
        self._gone: list[tuple[int, int]] = list(find_again(body, header, columns))
        self._gone += self._leaders()
        self._gone += self._first_heading()
        self._text = _blanked(body, self._gone)
        self._codes = self._find_codes()
        self._gone += self._themes()
        self._text = _blanked(body, self._gone)

    def strips(self) -> Iterator[Strip]:
        """Yield the strips in the order of the page."""
        given: dict[Field, tuple[int, int]] = {}
        ends = self._begins()
        told = sorted(self._given.items())
        for start, end in pairwise([*ends, len(self._body)]):
            while told and told[0][0] <= start:
                name, span = told.pop(0)[1]
                given = {**given, name: span}
            for a, b, code in self._pieces(start, end):
                yield Strip(a, b, code, dict(given))

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, CodeAt | None]]:
        """Leave out what is blanked at the end of a strip."""
        text = self._text[start:end]
        if text.strip():
            left = start + len(text) - len(text.lstrip())
            code = next((c for c in self._codes if c.start == left), None)
            yield left, start + len(text.rstrip()), code

    def _begins(self) -> list[int]:
        behind = {b for a, b in self._gone}
        begins = {c.start for c in self._codes} | behind | {0}
        if self._is_lined():
            begins |= {m.end() for m in _LINE.finditer(self._text)}
        return sorted(b for b in begins if b < len(self._body))

    def _is_lined(self) -> bool:
        """Tell a body whose rows stand on lines, of which most begin with a code."""
        at_line = [c for c in self._codes if self._text[c.start - 1 : c.start] in {"", "\n", " "}]
        return 2 * len(at_line) >= len(self._codes)

    # --- codes ---

    def _find_codes(self) -> list[CodeAt]:
        if Field.CODE not in self._fields:
            return []
        at = self._fields.index(Field.CODE)
        return find_codes(
            self._text,
            statuses=self._statuses,
            numbers=numbers_of(
                self._fields[at + 1 :],
                alone={*self._fields[:at]} <= {Field.THEME},
                dates=[holds_dates(c) for c in self._columns[at + 1 :]],
            ),
        )

    # --- headings ---

    def _first_heading(self) -> Iterator[tuple[int, int]]:
        """Yield the heading before the first code, for which the columns have one that is not printed."""
        first = self._columns[0]
        found = _HEADING.match(_blanked(self._body, self._gone))
        if found and not first.printed and first.field:
            self._given[found.end()] = first.field, found.span(1)
            yield found.span(1)

    def _leaders(self) -> Iterator[tuple[int, int]]:
        """Yield the headings that name the leader of the rows below: 分管领导:欧阳岚."""
        for label in _LEADER.finditer(self._body):
            start = label.end()
            ends = [start + n for n in (4, 3, 2) if is_person(self._body[start : start + n])]
            end = next((e for e in ends if _BEGINS_ROW.match(self._body, e)), None)
            if end:
                self._given[end] = Field.LEADERS, (start, end)
                yield label.start(), end
        lines = _LEADER_LINE.finditer(self._body) if Field.LEADERS not in self._fields else ()
        for said in (*_LEADS.finditer(self._body), *lines):
            self._given[said.end()] = Field.LEADERS, said.span("who")
            yield said.span()

    def _themes(self) -> Iterator[tuple[int, int]]:
        """Yield the headings that say the theme of the rows below: on a line, or with a number of their own."""
        if Field.THEME in self._fields:
            return
        if Field.CODE not in self._fields:
            for start, end in lines_of_bands(self._text):
                self._given[end] = Field.THEME, (start, end)
                yield start, end
        coded = {c.start for c in self._codes}
        lined = self._is_lined()
        counted = dict(self._counted_themes())
        before = 0
        for start in sorted(coded):
            lone = self._text[:start].rstrip()
            line = lone.rfind("\n") + 1
            line += len(lone[line:]) - len(lone[line:].lstrip())
            own = lined and (line > before or before not in coded)
            told = line in counted or _is_theme(lone[line:], self._statuses)
            told = told or self._counts_rows(line, len(lone), start)
            begin = line if own and told else None
            begin = self._band(before, start) if begin is None else begin
            if begin is not None:
                self._given[start] = Field.THEME, (counted.get(begin, begin), len(lone))
                self._told.add(rank(self._text[begin : len(lone)]))
                yield begin, start
            before = start

    def _counted_themes(self) -> Iterator[tuple[int, int]]:
        """Yield where lines with bare numerals begin that count one another, and where their words do: 一城市安全."""
        lines = list(_COUNTED_LINE.finditer(self._text))
        numerals = [parse_code(line[1] + "、") for line in lines]
        if len(lines) > 1 and numerals == [(n,) for n in range(1, len(lines) + 1)]:
            yield from (line.span(1) for line in lines)

    def _counts_rows(self, line: int, end: int, start: int) -> bool:
        """Tell a theme on a line that counts the rows below it, behind a whole row: else a cell may run on so."""
        words, number = _without_count(self._text[line:end])
        if not number or not _is_theme(words, self._statuses) or not self._row_ends(line):
            return False
        below = list(takewhile(self._is_right_below(start), self._codes_from(start)))
        top = min((len(code.code) for code in below), default=0)
        return number in {len(below), sum(len(code.code) == top for code in below)}

    def _row_ends(self, at: int) -> bool:
        """Tell where a row has ended: with a stop, or with a cell that can be no part of a sentence."""
        above = self._text[:at].rstrip()
        said = (*self._statuses, *(load_words().anchors if self._fields[-1] in UNITS else ()))
        return _ENDED.search(above) is not None or above.endswith(said)

    def _codes_from(self, start: int) -> list[CodeAt]:
        return [code for code in self._codes if code.start >= start]

    def _is_right_below(self, start: int) -> Callable[[CodeAt], bool]:
        """Give what tells a row under the heading before `start` from one under a heading of its own."""

        def told(code: CodeAt) -> bool:
            line = self._text[: code.start].rstrip().rpartition("\n")[2].strip()
            return code.start == start or not _is_theme(_without_count(line)[0], self._statuses)

        return told

    def _band(self, before: int, start: int) -> int | None:
        """Give where a numbered theme begins that stands right before a code; None if none does."""
        coded = any(c.start == before for c in self._codes)
        first = max(before + _SHORTEST_ROW * coded, start - _LONGEST_HEADING)
        if first >= start:
            return None
        found = _BAND.search(self._text, first, start)
        if found is None and self._may_end_with_number():
            found = _BAND_BEHIND_NUMBER.search(self._text, first, start)
            found = found if found and self._counts_on(found[0], coded=coded) else None
        return found.start() if found else None

    def _may_end_with_number(self) -> bool:
        """Tell a table whose rows may end with a number: what stands behind its column is often blank."""
        behind = takewhile(lambda name: name not in _NUMBERS, reversed(self._fields))
        return not _NUMBERS.isdisjoint(self._fields) and _BLANK_BEHIND_NUMBER.issuperset(behind)

    def _counts_on(self, words: str, *, coded: bool) -> bool:
        """Tell a heading that is the next behind another, or the first with no row above, and no report of a part."""
        style, number = rank(words)
        said = _without_count(without_mark(words))[0]
        if names_part(said) or not _is_theme(said, self._statuses):
            return False
        return (style, number - 1) in self._told or (number == 1 and not coded)


def _is_theme(words: str, statuses: frozenset[str]) -> bool:
    """Tell a theme on a line of its own: a few words that name no unit and say nothing done."""
    if _STANDS_SO.fullmatch(words):
        return True
    if not _THEME.fullmatch(words) or words in statuses or _SAYS.search(words):
        return False
    begins_so = any(start == 0 for start, _ in sure_names(words))
    return not (begins_so or (is_unit(words) and words.endswith(load_words().anchors)))


def _without_count(words: str) -> tuple[str, int]:
    """Part what a heading says from how many projects it counts below it, 0 if it counts none.

    >>> [_without_count(words) for words in ("便民出行(共十二项)", "便民出行")]
    [('便民出行', 12), ('便民出行', 0)]
    """
    count = _COUNT.search(words)
    said = _NUMBER.search(count[0]) if count else None
    if count is None or said is None:
        return words, 0
    (number,) = parse_code(said[0].replace("两", "二") + "、") or (0,)
    return words[: count.start()], number


def _blanked(body: str, gone: Sequence[tuple[int, int]]) -> str:
    """Blank stretches of a body, so that each ends like a line."""
    text = list(body)
    for start, end in gone:
        text[start:end] = [*(" " * (end - start - 1)), "\n"]
    return "".join(text)
