"""The stretches of one row that may be a cell of a column, and what each costs to believe."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.fit.columns import misfit
from shishi.layouts.flows.fit.costs import IMPOSSIBLE, UNITS
from shishi.layouts.flows.looks import THEME_MARK, Look, look_at
from shishi.layouts.flows.spaced.kinds import holds_dates, kinds_of_word
from shishi.layouts.flows.spreading import Stretch
from shishi.layouts.flows.strips.anchors import Anchors, find_anchors, is_bare
from shishi.layouts.flows.strips.lexicon import NO_HABITS, Habits
from shishi.layouts.flows.strips.lists import Lists
from shishi.layouts.flows.strips.names import OFFICE_ALONE, SURNAMED, shows_surnames
from shishi.layouts.flows.strips.people import LISTED
from shishi.layouts.flows.strips.themes import FREE_CUT, LIKE_AN_ITEM, Themes
from shishi.layouts.flows.strips.words.marks import SLASH
from shishi.layouts.flows.strips.words.said import natures
from shishi.layouts.flows.strips.words.statuses import glued_statuses
from shishi.layouts.flows.strips.words.within import is_within, within
from shishi.layouts.flows.strips.words.wording import (
    BREAKS_OFF,
    COUNT_OF_TOWN,
    GOES_ON,
    TWO_VERBS,
    ends_in_town,
    is_site_of_town,
    places_told,
    says_otherwise,
)
from shishi.layouts.words.names.organizations import DISTRICTS
from shishi.records import Field

_INNER_SENTENCE = 2
_INNER_NAME = 3
_INNER_OPENING = 4
_OF_OTHER_ROWS = 6
"""What it costs that a cell holds the unit or the status of another row, where no codes tell rows apart."""
_TWO_VERBS = 6
_ANOTHER_SENSE = 5
LONG, _LONGEST_OF_MANY = 300, 220
"""From which length on a strip without a code holds several rows, and what is too long for one cell of them."""
_NO_END, _NO_BEGINNING = "、,，:：", "。;；、,，:："
_ONCE_A_NAME, _HALF_A_NAME = 2, 10
_HALF_A_NUMBER = 10
_HALF_A_RUN = 3
_MOST_NAMES = 24
_HALF_A_LIST = 8
_NO_DATE = 4
_NATURE_CUT = 2
_LONGEST_PLACE = 8
_PLACE_WORDS = ("地点", "位置", "地址", "点位")
_FULL_STOP = re.compile("[。!?]+[”)）]?")
_LIST_MARK = re.compile(
    "[(（][0-9一二三四五六七八九十]{1,2}[)）]|(?<![0-9.])[0-9]{1,2}[、.](?![0-9])|[①-⑳]|[一二三四五六七八九]是"
)
_FIRST_MARK = re.compile("[(（][1一][)）]|1[、.]|①|一是")
_TITLED = re.compile(
    f"[{DISTRICTS}]长|书记|主席|党组成员|常委|调研员|巡视员|部长|指挥长|科长|负责人|主任|局长|经理"
)
_PEOPLE_PARTED = re.compile(f"[{''.join(sorted(LISTED))}]")
_OFFICER = re.compile("(?:科长|负责人|主任|局长|经理|站长|所长|院长|联络员)$")
_TITLE_BEGINS = re.compile(
    "办公室|分管|副|主任|项目|业务|计财|综合|工程|建设|规划|[^区县市局委办]{2}[科处股]"
)


@dataclass(slots=True)
class Row:
    """One row to be cut: its plain text and its code's end.

    `known` are people that other rows name as well, `names` units that the page shows elsewhere,
    `habits` how its cells begin and end, `people` where people
    may stand, `tails` the short cells that come again on the page. `marks` are what parts the names in a cell of this table, so that names with
    nothing between them stand in two cells; `marked`: its themes have numbers of their own; `starred_behind`: a
    star stands behind who leads; `page`: the whole body; `over`: it is no more than the theme of the rows below.
    """

    text: str
    code_end: int
    statuses: frozenset[str]
    known: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    habits: Habits = NO_HABITS
    people: Sequence[tuple[int, int]] = ()
    tails: Sequence[tuple[int, int]] = ()
    marks: str = ""
    marked: bool = False
    starred_behind: bool = False
    page: str = ""
    over: bool = False
    _cuts: list[int] = field(default_factory=list)

    def cuts(self) -> Sequence[int]:
        """Give where a cell may begin or end, once `cells` were listed."""
        return self._cuts

    def cells(self, columns: Sequence[Column]) -> list[list[Stretch]]:
        """List for each column the stretches that may be its cell."""
        if self.over:
            whole = [Stretch(0, len(self.text), 0)]
            return [whole if c.field is Field.THEME else [] for c in columns]
        fields = frozenset(c.field for c in columns)
        make = _Glued(self, fields, columns)
        self._cuts = [at for at in make.anchors.cuts if self.code_end < at < len(self.text)]
        return [list(make.cells(column)) for column in columns]


class _Looks:
    """The looks of the stretches of one row, each made once."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self._seen: dict[tuple[int, int], Look] = {}

    def at(self, start: int, end: int) -> Look:
        if (start, end) not in self._seen:
            self._seen[start, end] = look_at(self.row.text[start:end], self.row.statuses)
        return self._seen[start, end]

    def code(self) -> Iterator[Stretch]:
        if self.row.code_end:
            yield Stretch(0, self.row.code_end, 0)


class _Glued(_Looks):
    """Cells with nothing between them: anchors say where one may begin and end."""

    def __init__(
        self, row: Row, fields: frozenset[Field | None], columns: Sequence[Column]
    ) -> None:
        super().__init__(row)
        self.anchors: Anchors = find_anchors(
            " " * row.code_end + row.text[row.code_end :],
            row.statuses,
            fields,
            dated=any(map(holds_dates, columns)),
            known=row.names,
            habits=row.habits,
            people=row.people,
            tails=row.tails,
            starred_behind=row.starred_behind,
            slashed=row.marks == SLASH,
            surnamed=shows_surnames(row.page) is not False,
        )
        self.anchors.cuts[row.code_end] = 0
        found = natures().finditer(row.text, row.code_end) if any(map(_is_nature, columns)) else ()
        self._natures = [m.span() for m in found]
        for at in (at for span in self._natures for at in span):
            self.anchors.cuts[at] = min(_NATURE_CUT, self.anchors.cuts.get(at, _NATURE_CUT))
        self._themes = Themes(row.text, row.code_end, columns, habits=row.habits)
        free = {at for at in self._themes.free_cuts() if at not in self.anchors.cuts}
        for at in free:
            self.anchors.cuts[at] = FREE_CUT + row.habits.parts(row.text, at)
        self._themes.leave(free)
        self._positions = sorted(c for c in self.anchors.cuts if c >= row.code_end)
        self._themed = Field.THEME in fields
        self._many = not row.code_end and (Field.CODE not in fields or len(row.text) > LONG)
        starts = {*self.anchors.names, *self.anchors.labels}
        self._unit_columns = sum(c.field in UNITS for c in columns)
        lists = Lists(
            row.text,
            self.anchors,
            marks=row.marks,
            starred_behind=row.starred_behind,
            unit_columns=self._unit_columns,
        )
        self._lists = {c: list(lists.starting_at(c)) for c in starts}
        anchors, supported = self.anchors, self._unit_columns > 1
        starts -= places_told(row.text, row.code_end, supported=supported, offices=anchors.offices)
        labelled = starts & anchors.labels.keys()
        self._name_starts = sorted(labelled | set(filter(self._begins_with_name, starts)))
        self._sentences = sorted(m.end() for m in _FULL_STOP.finditer(row.text))
        self._list_starts = [m.start() for m in _LIST_MARK.finditer(row.text, row.code_end)]
        ended = (a for a, _ in self.anchors.statuses if row.text[a - 1 : a] in set("。%"))
        self._status_starts = sorted(set(ended))
        self._mark_starts = sorted(a for a, _ in self.anchors.marks)
        self.anchors.openings.sort()
        self._ending: dict[int, int] = {}
        offices = OFFICE_ALONE.finditer(row.text if Field.LEADERS in fields else "")
        self._office_ends = {m.end() for m in offices}
        self._telling = [
            *self.anchors.remarks,
            *row.tails,
            *glued_statuses(row.text, self.anchors.statuses),
            *(n for n in self.anchors.numbers if is_bare(row.text, n[1])),
            *(p for p in self.anchors.people if row.text[slice(*p)] in row.known),
        ]

    def cells(self, column: Column) -> Iterator[Stretch]:
        if column.field is Field.CODE:
            yield from self.code()
            return
        yield from self._marks(column)
        kinds = kinds_of_word(column.word) if column.field in {None, Field.GOAL} else frozenset()
        if column.field in UNITS:
            yield from self._units(column)
        elif column.field is Field.LEADERS or kinds & {"people"}:
            yield from self._people(column)
        elif column.field is Field.STATUS:
            yield from self._short(self.anchors.statuses, column)
        elif column.field in {Field.PERCENT, Field.INVESTMENT}:
            yield from self._short(self.anchors.numbers, column)
        elif column.field is Field.LEVELS:
            yield from self._short(self.anchors.levels, column)
        elif column.field is None and column.word.endswith(_PLACE_WORDS):
            yield from self._places()
        elif _is_nature(column):
            yield from (Stretch(start, end, 0) for start, end in self._natures)
        elif kinds & {"date"}:
            yield from self._dates(column)
        elif column.field is None and kinds == {"number"}:
            yield from self._short(self.anchors.numbers, column)
            yield from (Stretch(s.start, s.end, s.cost + _NO_DATE) for s in self._prose(column))
        else:
            yield from self._prose(column)

    def _marks(self, column: Column) -> Iterator[Stretch]:
        """Yield the marks that fill blank cells."""
        if column.field in {Field.ITEM, Field.THEME}:
            return
        for start, end in (*self.anchors.marks, *self.anchors.blanks):
            yield Stretch(start, end, min(1, misfit(self.at(start, end), column)))

    def _people(self, column: Column) -> Iterator[Stretch]:
        """Yield people, one or several with a mark or a space between them."""
        ends: dict[int, list[int]] = {}
        for start, end in self.anchors.people:
            ends.setdefault(start, []).append(end)
        for start, end in self.anchors.people:
            if start < self.row.code_end or start not in self.anchors.cuts:
                continue
            waiting = [end]
            while waiting:
                last = waiting.pop()
                text = self.row.text[start:last]
                known = self.row.known.issuperset(_PEOPLE_PARTED.split(text))
                cost = (
                    0 if known or text in self.row.known or _TITLED.search(text) else _ONCE_A_NAME
                )
                yield Stretch(start, last, cost + _prefix_cost(text) + self._left_surname(start))
                if self.row.text[last : last + 1] in LISTED:
                    waiting += ends.get(last + 1, [])

    def _left_surname(self, start: int) -> int:
        """Give what it costs that an office begins right behind what may be the surname of who holds it."""
        if shows_surnames(self.row.page) is False:
            return 0
        return _HALF_A_NAME * bool(SURNAMED.match(self.row.text, start - 1))

    def _places(self) -> Iterator[Stretch]:
        for start, lists in self._lists.items():
            for end, cost in lists:
                if start >= self.row.code_end and end - start <= _LONGEST_PLACE:
                    yield Stretch(start, end, cost)

    def _dates(self, column: Column) -> Iterator[Stretch]:
        for start, end in self.anchors.dates:
            if start >= self.row.code_end:
                yield Stretch(start, end, 0)
        for stretch in self._prose(column):
            yield Stretch(stretch.start, stretch.end, stretch.cost + _NO_DATE)

    def _short(self, spans: Sequence[tuple[int, int]], column: Column) -> Iterator[Stretch]:
        for start, end in spans:
            cost = misfit(self.at(start, end), column)
            if self.row.text[end - 1 : end + 1].isdigit():
                cost += _HALF_A_RUN
            if start >= self.row.code_end and cost < IMPOSSIBLE:
                yield Stretch(start, end, cost)

    def _units(self, column: Column) -> Iterator[Stretch]:
        for start, lists in self._lists.items():
            for end, cost in lists:
                if start >= self.row.code_end:
                    yield Stretch(start, end, cost + misfit(self.at(start, end), column))

    def _prose(self, column: Column) -> Iterator[Stretch]:
        is_theme, before = column.field is Field.THEME, -1
        begin, skips = 0, set[int]() if column in self._themes.behind else self._themes.free
        ends = set[int]() if is_theme else self._themes.free
        for start, end, cost in self._pieces:
            if start in skips or end in ends:
                continue
            if is_theme and start == self.row.code_end:
                usual = self._ending_cost(end)
                cost += self._themes.end_cost(start, end, usual) + self._list_cost(end) - usual
            cost += _HALF_A_NAME * (end in self._office_ends)
            if start != before:
                before, begin = start, self._beginning_cost(start, column)
            cost += begin
            if cost < IMPOSSIBLE:
                cost += misfit(self.at(start, end), column)
            if cost < IMPOSSIBLE and is_theme:
                cost += LIKE_AN_ITEM * self._is_said_elsewhere(start, end)
            if cost < IMPOSSIBLE:
                yield Stretch(start, end, cost)

    @cached_property
    def _pieces(self) -> list[tuple[int, int, int]]:
        """What may be a cell of prose in any column, and what that costs whatever the column is."""
        return list(self._find_pieces())

    def _find_pieces(self) -> Iterator[tuple[int, int, int]]:
        text, positions = self.row.text, self._positions
        most = _LONGEST_OF_MANY if self._many and len(text) > LONG else len(text)
        for a, start in enumerate(positions):
            if text[start : start + 1] in set(_NO_BEGINNING):
                continue
            for end in positions[a + 1 :]:
                if end - start > most:
                    break
                if text[end - 1] in set(_NO_END):
                    continue
                cost = self._ending_cost(end) + self._inside(start, end)
                if cost < IMPOSSIBLE:
                    cost += _TWO_VERBS * self.row.habits.is_first_again(text[:end], start)
                if cost < IMPOSSIBLE:
                    yield start, end, cost

    def _beginning_cost(self, start: int, column: Column) -> int:
        """Give what it costs that a cell of this column begins so."""
        text, is_theme = self.row.text, column.field is Field.THEME
        counted = COUNT_OF_TOWN.match(text, start) or GOES_ON.match(text, start)
        supported, ends = self._unit_columns > 1, self.anchors.offices
        site = is_site_of_town(text, start, self.row.code_end, supported=supported, offices=ends)
        cost = _HALF_A_NUMBER * (bool(counted) or site)
        cost += _TWO_VERBS * bool(TWO_VERBS.match(text, start))
        cost += self._list_cost(start) * (not (is_theme and THEME_MARK.match(text, start)))
        cost += _ANOTHER_SENSE * says_otherwise(text, start, column.field)
        if self._themed and not is_theme:
            cost += _HALF_A_LIST * bool(THEME_MARK.match(text, start))
            if column in self._themes.behind:
                cost += LIKE_AN_ITEM * self._themes.is_before_end(start)
        return cost + (self._theme_cost(start) if is_theme else 0)

    def _ending_cost(self, end: int) -> int:
        """Give what it costs that a cell of prose ends here."""
        if end not in self._ending:
            cost = self.anchors.cuts[end] + self._list_cost(end)
            odd = BREAKS_OFF.search(self.row.text, max(0, end - 6), end)
            cost += _HALF_A_NUMBER * bool(odd or ends_in_town(self.row.text, end))
            self._ending[end] = cost
        return self._ending[end]

    def _theme_cost(self, start: int) -> int:
        """Give what it costs that a theme begins like items do, or without the number that others have."""
        cost = LIKE_AN_ITEM * self.row.habits.begins_row(self.row.text, start)
        if self.row.marked:
            cost += _HALF_A_LIST * (not THEME_MARK.match(self.row.text, start))
        return cost

    def _is_said_elsewhere(self, start: int, end: int) -> bool:
        """Tell words that the page has within other cells: 管网 in 新建管网3公里 is no theme."""
        own = is_within(self.row.text, start)
        return within(self.row.page).holds(self.row.text[start:end], 1 + own)

    def _begins_with_name(self, start: int) -> bool:
        return any(cost <= 1 for _, cost in self.anchors.names.get(start, ()))

    def _list_cost(self, at: int) -> int:
        """Give what it costs that a cell begins or ends inside a numbered list: 2、… without 1、…"""
        inside = at in self._list_starts and not _FIRST_MARK.match(self.row.text, at)
        return _HALF_A_LIST * inside

    def _inside(self, start: int, end: int) -> int:
        """Give what it costs that a sentence's end or a unit's name stands inside a cell of prose."""
        sentences = _between(self._sentences, start + 1, end)
        sentences -= min(sentences, _between(self._list_starts, start + 1, end))
        marks = _between(self._mark_starts, start, end)
        marked = _HALF_A_NUMBER * (marks if self._many else marks > 0)
        names = _between(self._name_starts, start, end)
        telling = sum(start <= a and b <= end and b - a < end - start for a, b in self._telling)
        marked += _INNER_OPENING * _between(self.anchors.openings, start + 1, end)
        if self._many:
            ended = _between(self._status_starts, start + 1, end)
            return marked + _OF_OTHER_ROWS * (names + telling + ended) + _INNER_SENTENCE * sentences
        named = min(_INNER_NAME * (names + telling), _MOST_NAMES)
        return marked + _INNER_SENTENCE * sentences + named


def _between(positions: Sequence[int], start: int, end: int) -> int:
    """Count the sorted positions from `start` on and before `end`."""
    return bisect_left(positions, end) - bisect_left(positions, start)


def _is_nature(column: Column) -> bool:
    return column.field is None and column.word.endswith("性质")


def _prefix_cost(text: str) -> int:
    """Give what it costs that an officer's title begins so: 项目科科长 rather than 科长 or 局项目科科长."""
    return 0 if _TITLE_BEGINS.match(text) or not _OFFICER.search(text) else _ONCE_A_NAME
