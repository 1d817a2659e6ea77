"""Seams between two cells of a glued row that are certain, however close another way to cut the row comes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.fit.wording import DONE_WORDS
from shishi.layouts.flows.strips.anchors import VERB, is_bare
from shishi.layouts.flows.strips.names import COUNT_END, LABEL, holds_two, whole_names
from shishi.layouts.flows.strips.people import LISTED
from shishi.layouts.flows.strips.themes import ONE_VERB
from shishi.layouts.flows.strips.unsure.paces import may_begin_earlier_or_later
from shishi.layouts.flows.strips.unsure.towns import ends_in_glued_town, may_tell_of_towns
from shishi.layouts.flows.strips.unsure.unknowable import Placed
from shishi.layouts.flows.strips.words.said import MEASURES, theme_ends
from shishi.layouts.flows.strips.words.wording import (
    COUNTED_IN_TOWN,
    DONE_FIRST,
    PLAN_FIRST,
    REASON_FIRST,
)
from shishi.layouts.words.names.kinds import is_person, is_unit
from shishi.layouts.words.names.organizations import DISTRICTS, group_of_units, load_words
from shishi.records import Field

_STOP = "。"
_STOPS = re.compile("[。;；!?！？]")
_MAY_END = re.compile(f"(?:%|{COUNT_END.pattern})(?=[\u4e00-\u9fff])")
_MARK_AT_END = re.compile("[(（][0-9一二三四五六七八九十]+[)）]$")
_TOWN_FIRST = re.compile("[\u4e00-\u9fff]{2,3}(?:街道|镇|乡)")
_HAN = re.compile("[\u4e00-\u9fff]")
_PROSE = frozenset({Field.ITEM, Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.REMARK})
_NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})
_SHOWN = _NUMBERS | {Field.STATUS, Field.LEVELS}
"""What a cell beside would show if it held one of these."""
_NEVER = {(Field.STATUS, name) for name in _PROSE}
_PARTS = re.compile("[、,，;；★:：]")
_CLOSING = frozenset("。;；!?！？)）》”")
_PAIR_OF_VERBS = re.compile("(?:提升|更新|建设|完善|优化|整治|改造){2}")
_LEVELS, _NEAR = DISTRICTS, 12
_MARKS = frozenset("—/")
_SHORTEST_THEME, _LONGEST_THEME = 4, 10


class Seams:
    """The seams of the rows of one body; `known` are units that it shows, `fields` those of its columns.

    `themes` are those that its rows were cut, `opening` tells that its items say first what is to be done.
    """

    def __init__(
        self,
        body: str,
        fields: Sequence[Field | None],
        *,
        known: frozenset[str],
        statuses: frozenset[str],
        marks: str,
        themes: Sequence[str] = (),
        opening: bool = False,
    ) -> None:
        self._opening = opening
        self._themes = Counter(themes)
        self._marks = marks
        self._body, self._fields, self._statuses = body, fields, statuses
        names = whole_names(body, known)
        found = [m.span() for m in re.finditer(group_of_units(), body)]
        within = {at for start, end in found for at in range(start + 1, end)}
        self._names = {a: b for a, b in {**names, **dict(found)}.items() if b not in within}
        self._free: dict[tuple[str, int], bool] = {}
        self._ends = frozenset(self._names.values())

    def settle(self, cells: Mapping[int, Placed], margin: int) -> dict[int, Placed]:
        """Give the cells of a row between two certain seams at least this margin."""
        order = sorted(cells)
        known = {pair for pair in pairwise(order) if self._is_certain(pair, cells)}
        first, last = order[0], order[-1]
        begun = {first} if self._shows(range(first), (None, first), cells) else set()
        behind = range(last + 1, len(self._fields))
        ended = {last} if self._shows(behind, (last, None), cells) else set()
        begun |= {right for _, right in known}
        ended |= {left for left, _ in known}
        found = dict(cells)
        for k in (begun & ended) - self._strays(cells) - self._misplaced(cells):
            if cells[k][0].margin < margin:
                cell, offset = cells[k]
                found[k] = replace(cell, margin=margin), offset
        asked = (
            self._after_names(order, cells),
            self._behind_glued_towns(order, cells),
            self._odd_reports(cells),
            self._odd_remarks(cells),
            self._odd_themes(cells),
            self._torn_numbers(order, cells),
        )
        for k in chain(*asked):
            cell, offset = cells[k]
            found[k] = replace(cell, margin=0), offset
        return found

    def _after_names(self, order: Sequence[int], cells: Mapping[int, Placed]) -> Iterator[int]:
        """Yield sentences that end with a unit's whole name, and the units or sentence behind: it may belong to those."""
        for left, right in pairwise(order):
            at = self._span(cells[left])[1]
            beside = at == self._span(cells[right])[0] and at in self._ends
            if beside and self._fields[left] in _PROSE and self._fields[right] in UNITS | _PROSE:
                yield from (left, right)

    def _behind_glued_towns(
        self, order: Sequence[int], cells: Mapping[int, Placed]
    ) -> Iterator[int]:
        """Yield units that end in a town which no mark parts from the name before it, or are towns before sites, and the sentence that those may begin."""
        for left, right in pairwise(order):
            units, said = self._span(cells[left]), self._span(cells[right])
            beside = units[1] == said[0] and self._fields[right] in _PROSE
            if not beside or self._fields[left] not in UNITS:
                continue
            told, supports = self._body[slice(*units)], self._fields[left] is Field.SUPPORT_UNITS
            sites = supports and may_tell_of_towns(told, self._body[slice(*said)])
            if sites or ends_in_glued_town(told):
                yield from (left, right)

    def _odd_reports(self, cells: Mapping[int, Placed]) -> Iterator[int]:
        """Yield a report that is no more than a status, or a mark behind a blank, and the status: one may be, or take a word of, the other."""
        status = [k for k in cells if self._fields[k] is Field.STATUS]
        if Field.STATUS not in self._fields:
            return
        for k in (k for k in cells if self._fields[k] is Field.PROGRESS):
            report = self._body[slice(*self._span(cells[k]))]
            stray = self._is_mark(cells[k]) and k - 1 not in cells
            beside = [s for s in status if self._span(cells[s])[0] == self._span(cells[k])[1]]
            told = (self._body[slice(*self._span(cells[s]))] for s in beside)
            pace = any(may_begin_earlier_or_later(report, t, self._statuses) for t in told)
            if stray or pace or report in self._statuses:
                yield from (k, *status)

    def _odd_remarks(self, cells: Mapping[int, Placed]) -> Iterator[int]:
        """Yield a remark that says what was done, and the sentence before it that has ended: it may go on with that one."""
        for k in (k for k in cells if self._fields[k] is Field.REMARK and k - 1 in cells):
            left, right = (self._body[slice(*self._span(cells[at]))] for at in (k - 1, k))
            prose = self._fields[k - 1] in _PROSE and left.endswith(_STOP)
            if prose and right.endswith(_STOP) and DONE_WORDS.search(right):
                yield from (k - 1, k)

    def _odd_themes(self, cells: Mapping[int, Placed]) -> Iterator[int]:
        """Yield a theme that begins with another of the page, and what stands behind it: 居住提升|老旧小区改造."""
        for k in (k for k in cells if self._fields[k] is Field.THEME):
            text = self._body[slice(*self._span(cells[k]))]
            if any(text.startswith(theme) for theme in self._themes if theme and theme != text):
                yield from (c for c in (k, k + 1) if c in cells)

    def _torn_numbers(self, order: Sequence[int], cells: Mapping[int, Placed]) -> Iterator[int]:
        """Yield a number and the words behind it that begin with a digit: 54|3座 may be 543."""
        for left, right in pairwise(order):
            at = self._span(cells[left])[1]
            touching = at == self._span(cells[right])[0] and self._body[at - 1 : at + 1].isdigit()
            if touching and self._fields[left] in _NUMBERS:
                yield from (left, right)

    def _strays(self, cells: Mapping[int, Placed]) -> set[int]:
        """Give the cells of prose in which a sentence begins with a unit, and those of units beside them: one may be the other."""
        prose = {k for k in cells if self._fields[k] in _PROSE and self._opens_with_unit(cells[k])}
        return prose | {k for k in cells if self._fields[k] in UNITS} if prose else prose

    def _misplaced(self, cells: Mapping[int, Placed]) -> set[int]:
        """Give the numbers of a row, and its marks for one, that another column of numbers may hold: 30.3|— with one blank."""
        columns = {k for k, name in enumerate(self._fields) if name in _NUMBERS}
        blank = columns - cells.keys()
        marked = {k for k in columns - blank if self._is_mark(cells[k])}
        numbers = columns - blank - marked
        bare = {
            k for k in numbers if self._fields[k] is Field.PERCENT and self._lacks_sign(cells[k])
        }
        return bare | {k for k in numbers | marked if blank or (marked and k in numbers)}

    def _lacks_sign(self, placed: Placed) -> bool:
        """Tell a percentage without its sign, which may be the code of the row behind it."""
        return not self._body[slice(*self._span(placed))].endswith("%")

    def _is_mark(self, placed: Placed) -> bool:
        return self._body[slice(*self._span(placed))] in _MARKS

    def _opens_with_unit(self, placed: Placed) -> bool:
        start, end = self._span(placed)
        stops = (m.end() for m in re.finditer(_STOP, self._body[start : end - 1]))
        return any(start + at in self._names for at in stops)

    def _shows(
        self,
        blank: Iterable[int],
        sides: tuple[int | None, int | None],
        cells: Mapping[int, Placed],
    ) -> bool:
        """Tell blank columns whose text would be seen in the cells on both sides of them."""
        left, right = sides
        kinds = {self._fields[k] for k in blank} - _SHOWN
        before = self._fields[left] if left is not None else None
        after = self._fields[right] if right is not None else None
        if left is not None and before in UNITS and self._is_one_name(cells[left]):
            kinds -= UNITS
        if before in _PROSE and after not in UNITS and right is not None:
            kinds -= {Field.SUPPORT_UNITS}
        if right is not None and VERB.match(self._body, self._span(cells[right])[0]):
            kinds -= {Field.THEME}
        whole = left is None or before not in _PROSE or self._is_whole(cells[left])
        return (
            kinds <= {Field.EXPLANATION, Field.REMARK}
            if whole and after not in _PROSE
            else not kinds
        )

    def _is_one_name(self, placed: Placed) -> bool:
        start, end = self._span(placed)
        return self._names.get(start) == end

    def _is_whole(self, placed: Placed) -> bool:
        """Tell one sentence within which no other could end."""
        text = self._body[slice(*self._span(placed))]
        return not _STOPS.search(text, 0, len(text) - 1) and not _MAY_END.search(text)

    def _is_certain(self, pair: tuple[int, int], cells: Mapping[int, Placed]) -> bool:
        left, right = pair
        kinds = self._fields[left], self._fields[right]
        (a, b), (c, d) = self._span(cells[left]), self._span(cells[right])
        if self._body[b:c].strip() or not self._shows(range(left + 1, right), pair, cells):
            return False
        if kinds[0] is Field.CODE:
            return kinds[1] is not Field.THEME or self._is_printed_theme((c, d))
        if Field.THEME in kinds:
            if kinds[1] in UNITS:  # no name of a unit begins with its level in the midst of a theme
                return self._is_printed_theme((a, b)) and self._begins_with_level((c, d))
            return kinds == (Field.THEME, Field.ITEM) and self._parts_theme((a, b), c)
        if kinds[0] in _PROSE and kinds[1] in _PROSE:
            return self._parts_prose(self._body[a:b], self._body[c:d], kinds)
        if kinds in _NEVER:
            return False
        if kinds[0] in _PROSE and kinds[1] in _NUMBERS and not self._tells_its_number((a, b), d):
            return False
        marked = self._is_mark(cells[left]) or self._is_mark(cells[right])
        if kinds[0] in UNITS and kinds[1] in UNITS and not marked:
            loose = holds_two(self._body[a:b]) or holds_two(self._body[c:d])
            if c > b or not self._marks or loose:
                return False
        if kinds[0] in UNITS and kinds[1] in _PROSE and _runs_on(self._body[a:b]):
            return False
        return self._ends_surely((a, b), kinds[0]) and self._begins_surely((c, d), kinds[1])

    def _tells_its_number(self, prose: tuple[int, int], end: int) -> bool:
        """Tell a sentence that cannot end with digits of the number behind it: 新增公交车|20300."""
        text = self._body[slice(*prose)]
        return _is_counted(text) or text[-1] in _CLOSING or end - prose[1] == 1

    def _span(self, placed: Placed) -> tuple[int, int]:
        cell, offset = placed
        return offset + cell.start, offset + cell.end

    def _parts_theme(self, theme: tuple[int, int], item: int) -> bool:
        if _PAIR_OF_VERBS.match(self._body, item - 2) or not self._is_printed_theme(theme):
            return False
        short = _SHORTEST_THEME <= theme[1] - theme[0] <= _LONGEST_THEME
        verb = VERB.match(self._body, item)
        again = self._themes[self._body[slice(*theme)]] > 1  # else it may end with the first verb
        paired = ONE_VERB.match(self._body, item) and again
        one = verb and (paired or not VERB.match(self._body, verb.end()))
        return short and bool(one)

    def _begins_with_level(self, units: tuple[int, int]) -> bool:
        """Tell units that begin with a whole name and its level: 县总工会."""
        return units[0] in self._names and self._body[units[0]] in _LEVELS

    def _is_printed_theme(self, theme: tuple[int, int]) -> bool:
        """Tell a theme that several rows print, or that ends as themes do, or before the one verb that items begin with."""
        text = self._body[slice(*theme)]
        verb = VERB.match(self._body, theme[1]) if self._opening else None
        if verb and not VERB.match(self._body, verb.end()):
            verbs = (VERB.match(self._body, at) for at in range(*theme))
            if not any(verbs):
                return True
        return self._themes[text] > 1 or text.endswith(theme_ends())

    def _parts_prose(self, left: str, right: str, kinds: tuple[Field | None, Field | None]) -> bool:
        """Tell what is planned from what is done, and that from the reason, by how the second begins."""
        alone = not _STOPS.search(left, 0, len(left) - 1)
        if kinds[1] is Field.PROGRESS and kinds[0] in {Field.ITEM, Field.GOAL}:
            begun = VERB.match(left) or PLAN_FIRST.match(left)
            whole = _is_counted(left) or not right.startswith("已")
            whole = whole and not (_MARK_AT_END.search(left) or COUNTED_IN_TOWN.search(left))
            done = DONE_FIRST.match(right)
            one = begun and not re.search("[,，]", left) and not _MAY_END.search(left)
            stopped = kinds[0] is Field.GOAL and left.endswith(_STOP) and (done or one)
            told = stopped or (begun and whole and done)
            return alone and bool(told) and not DONE_WORDS.search(left)
        if kinds == (Field.ITEM, Field.GOAL):
            return bool(PLAN_FIRST.match(right)) and not PLAN_FIRST.search(left)
        if kinds[1] is Field.EXPLANATION:
            one = not _STOPS.search(right, 0, len(right) - 1)
            return one and bool(REASON_FIRST.match(right)) and not REASON_FIRST.search(left)
        return False

    def _ends_surely(self, span: tuple[int, int], kind: Field | None) -> bool:
        start, end = span
        text = self._body[start:end]
        if text in _MARKS:
            return True
        if kind in _PROSE:
            words = load_words()
            return not (end in self._ends or text.endswith((*words.anchors, *words.groups)))
        if kind in UNITS:
            return end in self._ends or self._ends_list((start, end))
        if kind in _NUMBERS:
            return text.endswith("%") or is_bare(self._body, end)
        return self._is_short(text, kind) and self._is_free(text, 1)

    def _ends_list(self, span: tuple[int, int]) -> bool:
        """Tell a list whose last name is a town before a number."""
        start, end = span
        last = re.split(_PARTS, self._body[start:end])[-1]
        return bool(_TOWN_FIRST.fullmatch(last)) and self._body[end : end + 1].isdigit()

    def _begins_surely(self, span: tuple[int, int], kind: Field | None) -> bool:
        start, end = span
        text = self._body[start:end]
        if text in _MARKS:
            return True
        if kind in _PROSE:
            town = _TOWN_FIRST.match(self._body, start)
            return not (start in self._names or town or text[0].isdigit() or text[0] in _MARKS)
        if kind in UNITS:
            told = start in self._names or LABEL.match(text) is not None
            first = re.split(_PARTS, text)[0]
            counted = _is_counted(self._body[max(0, start - _NEAR) : start])
            whole = text[0] in _LEVELS or not (text[0] in MEASURES or holds_two(first))
            return told or (counted and whole and is_unit(first))
        if kind in _NUMBERS:
            return not self._body[start - 1].isdigit() and self._body[start - 1] != "."
        if kind is Field.STATUS and self._body[start - 1] != _STOP:
            return False
        if kind is Field.LEADERS and self._body[start - 1] in LISTED:
            return False
        return self._is_short(text, kind) and self._is_free(text, -1)

    def _is_free(self, text: str, step: int) -> bool:
        """Tell a text before or behind which other characters stand elsewhere on the page, so that it is whole there."""
        if (text, step) not in self._free:
            at = step if step < 0 else len(text) - 1 + step
            starts = (m.start() for m in re.finditer(re.escape(text), self._body))
            found = {self._body[n + at : n + at + 1] for n in starts if n + at >= 0}
            self._free[text, step] = len(found) > 1 or not any(map(_HAN.match, found))
        return self._free[text, step]

    def _is_short(self, text: str, kind: Field | None) -> bool:
        """Tell a cell of a few kinds, or people."""
        if kind is Field.STATUS:
            return text in self._statuses
        names = re.split("[、,，]", text)
        if kind is Field.LEVELS:
            return all(name in load_words().levels for name in names)
        return kind is Field.LEADERS and all(map(is_person, names))


def _is_counted(text: str) -> bool:
    """Tell a text that ends with a full stop, a percentage or a count."""
    counted = [m.end() for m in COUNT_END.finditer(text)][-1:] == [len(text)]
    return counted or text.endswith((_STOP, "%"))


def _runs_on(units: str) -> bool:
    """Tell units the last of which follows another without a mark: it may begin what follows."""
    return holds_two(re.split(_PARTS, units)[-1])
