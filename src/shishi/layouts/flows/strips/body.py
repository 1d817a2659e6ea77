"""The body of a table without separators: its rows told apart, and each cut into its cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.edges.totals import total_row
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.looks import THEME_MARK
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.layouts.flows.strips.headers import find_line_header
from shishi.layouts.flows.strips.lexicon import habits_of_page, names_on_page
from shishi.layouts.flows.strips.names import runs_on, sure_names
from shishi.layouts.flows.strips.parting import Strip, part, themes_over
from shishi.layouts.flows.strips.people import (
    are_by_office,
    find_people,
    occurrences,
    people_on_page,
)
from shishi.layouts.flows.strips.pricing import Row
from shishi.layouts.flows.strips.reading import LONGEST_STRIP, CutRow, Reading
from shishi.layouts.flows.strips.themes import items_open
from shishi.layouts.flows.strips.totals import (
    doubts_total,
    ending_totals,
    glued_totals,
    joined_lines,
    without_totals,
)
from shishi.layouts.flows.strips.unsure.blanks import LESS_SURE, Blanks, behind_last
from shishi.layouts.flows.strips.unsure.seams import Seams
from shishi.layouts.flows.strips.unsure.sums import Sums
from shishi.layouts.flows.strips.unsure.unknowable import doubt
from shishi.layouts.flows.strips.words.marks import (
    are_starred_behind,
    marks_of_lists,
)
from shishi.layouts.flows.strips.words.statuses import statuses_of
from shishi.layouts.flows.strips.words.tails import spans_of, tails_of_page
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import follows
from shishi.layouts.words.names.organizations import load_words
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import fold

_TRIED, _TRIED_UNCODED = 12, 3
_WINDOWS, _FEWEST_IN_WINDOW = (500, 850), 3
_MOST_UNCODED = 2000
"""So many characters without a code are cut at most: each window costs as much as a page. A longer body is asked about whole."""
_NO_ROWS = 10**6
_BEGINNING = 20
_FEWEST_MARKED = 2


def _begins_group(strip: Strip) -> bool:
    """Tell a row that counts anew, as the first one under a heading does: 2.1."""
    return strip.code is not None and strip.code.code[-1:] == (1,)


class Lines:
    """The body of one table as one plain text, with the way back to its paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], layout: Layout, terms: Terms) -> None:
        self._layout, self._terms = layout, terms
        self._texts = [p.text for p in paragraphs[slice(*layout.body)]]
        self._folded = [fold(t.value, terms.script) for t in self._texts]
        plain = [f.plain for f in self._folded]
        printed = plain[0][: layout.skip] if plain else ""
        if plain and layout.skip:
            plain[0] = " " * layout.skip + plain[0][layout.skip :]
        self._starts = [0]
        for text in plain:
            self._starts.append(self._starts[-1] + len(text) + 1)
        self.body = "\n".join(plain)
        self.untold: list[tuple[int, str]] = []
        self._short_cells: frozenset[str] = frozenset()
        self._marks = marks_of_lists(self.body, [c.field for c in layout.columns])
        self._columns = layout.columns
        first, behind = layout.header
        header = "".join(fold(p.text.value, terms.script).plain for p in paragraphs[first:behind])
        self._header = header or printed
        fields = [c.field for c in self._columns]
        words = [c.word for c in self._columns if c.field is Field.STATUS]
        self._statuses = statuses_of(self.body, words, terms.statuses)
        self._totals = list(glued_totals(self.body, fields, self._statuses))
        self.body = joined_lines(without_totals(self.body, self._totals))
        self._coded = Field.CODE in fields
        self._before_code = fields[: fields.index(Field.CODE)] if self._coded else []
        rotate = len(self._before_code)
        self._order = [*range(rotate, len(fields)), *range(rotate)]

    def above(self) -> list[Text]:
        """Give what the header's line prints before the header: a title."""
        if not self._layout.skip:
            return []
        header = find_line_header(self._folded[0].plain, self._terms.dialect)
        if header is None:
            return []
        text = cut(self._texts[0], *self._folded[0].printed_span(0, header.start))
        return [text] if text.value else []

    def price(self) -> int:
        """Give what the first rows cost, to tell one reading of the header from another."""
        strips = list(islice(self._find_strips(), _TRIED if self._coded else _TRIED_UNCODED))
        return self._reading(strips).price() if strips else _NO_ROWS

    def rows(self) -> Iterator[RawRow]:
        """Cut every row into its cells."""
        strips = list(self._find_strips())
        if not strips:
            return
        late: dict[int, tuple[CutCell, int]] = {}
        unsure: set[int] = set()
        above = self._totals_in(0, strips[0].start, 1)
        yield from above
        number = first = 1 + len(above)
        found = self._reading(strips).read()
        printed = {c.field for c in self._columns if c.printed}
        headings: dict[Field, Text] = {}
        asked: set[str] = set()
        every = [(r.cut, s.start) for s, rows in zip(strips, found, strict=True) for r in rows]
        before = len(self._before_code)
        hiding = Blanks(self._columns, self._order, every, body=self.body, late=before)
        after = [*strips[1:], None]
        fields = [c.field for c in self._columns]
        opening = items_open([i for i in self._cells_cut(Field.ITEM, strips, found) if i])
        cut = [self._cells_cut(f, strips, found) for f in (Field.INVESTMENT, Field.PERCENT)]
        themes, sums = self._cells_cut(Field.THEME, strips, found), Sums(*cut)
        seams = self._seams(themes, opening=opening)
        for strip, rows, following in zip(strips, found, after, strict=True):
            if self._is_untold(strip, rows, following):
                begins = self.body[strip.start : strip.end].strip()[:_BEGINNING]
                self.untold.append((number, begins))
            given = self._given(strip.given)
            over = {n: t for n, t in given.items() if n not in printed}
            for at, row in enumerate([row.cut for row in rows] or [self._uncut(strip)]):
                unsure = self._unsure_headings(unsure, late)
                headed = bool(over) or any(not self._columns[k].printed for k in late)
                headings |= self._headings(late)
                given = {**over, **headings}
                coded = at == 0 and (strip.code is not None or not self._coded)
                own = {self._order[k]: (c, strip.start) for k, c in row.cells.items()}
                here = {k: pair for k, pair in own.items() if k >= len(self._before_code)}
                if here:
                    lost = at > 0 or (not headed and _begins_group(strip))
                    said = () if lost else given
                    blanks = hiding.doubtful(row, here, said, coded=coded, first=number == first)
                    settled = hiding.beside(blanks, seams.settle(here, SURE + LESS_SURE))
                    settled = hiding.asking_tails(settled, self._short_cells, asked)
                    settled = hiding.running_on(settled, opening=opening if coded else None)
                    here, hidden = doubt(self.body, settled, fields, unsettled=here, sums=sums)
                    blank = {self._order[k] for k in blanks} | hidden
                    unsure = self._still_unsure(unsure, {**here, **late}) | blank
                    cells = self._cells({**here, **late}, number)
                    yield RawRow(cells, given=given, unsure=frozenset(unsure - cells.keys()))
                    number += 1
                late = {k: pair for k, pair in own.items() if k < len(self._before_code)}
            end = following.start if following else len(self.body)
            below = self._totals_in(strip.start, end, number)
            yield from below
            number += len(below)
        self.untold += [(number - 1, said) for said in behind_last(late, self._columns, self.body)]

    def _seams(self, themes: Sequence[str], *, opening: bool) -> Seams:
        """Give what doubts where cells meet."""
        return Seams(
            self.body,
            [c.field for c in self._columns],
            known=names_on_page(self.body, self._terms.printed),
            statuses=self._statuses,
            marks=self._marks,
            themes=themes,
            opening=opening,
        )

    def _totals_in(self, start: int, end: int, number: int) -> list[RawRow]:
        """Give the rows that add up others in a stretch of the body, counted from `number` on."""
        made: list[RawRow] = []
        for total in sorted({*self._totals}):
            if start <= total.start < end:
                spans = [(total.start, total.figure), (total.figure, total.end)]
                made.append(self._total(spans, number + len(made)))
        return made

    def _total(self, spans: Sequence[tuple[int, int]], number: int) -> RawRow:
        printed = [self._text(a, b, Place()).value.strip() for a, b in spans]
        return total_row(
            printed,
            lambda at, place: self._text(*spans[at], place),
            layout=self._layout,
            number=number,
        )

    def _cells_cut(
        self, name: Field, strips: Sequence[Strip], found: Sequence[Sequence[CutRow]]
    ) -> list[str]:
        """Give what each row was cut for the column of this name, "" where it has none of its own."""
        fields = [self._columns[k].field for k in self._order]
        if name not in fields:
            return []
        column, nothing = fields.index(name), CutCell(0, 0, 0, 0)
        cells = [
            (strip.start, row.cut.cells.get(column, nothing))
            for strip, rows in zip(strips, found, strict=True)
            for row in rows
        ]
        return [self.body[at + cell.start : at + cell.end] for at, cell in cells]

    def _is_untold(self, strip: Strip, rows: Sequence[object], following: Strip | None) -> bool:
        """Tell a strip that nothing cuts, or behind which a code is missing."""
        if not rows or not strip.code or not following or not following.code:
            return not rows
        return not follows(strip.code.code, following.code.code)

    def _given(self, spans: Mapping[Field, tuple[int, int]]) -> dict[Field, Text]:
        """Give what the headings above a strip say: a theme, or the leader or the status of its rows."""
        given: dict[Field, Text] = {}
        for name, span in spans.items():
            text = self._text(*span, Place())
            said = read_heading(text, self._terms, over_rows=True) if name is Field.THEME else {}
            given |= said or {name: text}
        return given

    def _headings(self, late: dict[int, tuple[CutCell, int]]) -> dict[Field, Text]:
        """Take what a heading before a code says of the rows from there on."""
        given: dict[Field, Text] = {}
        for k in [k for k in late if not self._columns[k].printed]:
            cell, offset = late.pop(k)
            if name := self._columns[k].field:
                given |= self._given({name: (offset + cell.start, offset + cell.end)})
        return given

    def _unsure_headings(
        self, unsure: set[int], late: Mapping[int, tuple[CutCell, int]]
    ) -> set[int]:
        """Doubt the headings before a code that may begin elsewhere, and those above them no more."""
        told = {k for k in late if not self._columns[k].printed}
        return unsure - told | {k for k in told if self._begins_loosely(*late[k])}

    def _begins_loosely(self, cell: CutCell, offset: int) -> bool:
        """Tell a heading that may begin elsewhere: behind a mark that is of the cell before it, /便民服务, for one."""
        sure = self.body[offset + cell.start].isalnum()
        return not sure or cell.margin < SURE + LESS_SURE

    def _still_unsure(self, unsure: set[int], cells: Mapping[int, tuple[CutCell, int]]) -> set[int]:
        """Keep the doubt about a theme that was not found: the rows below would have shared it."""
        kept = {k for k in unsure if self._columns[k].field is Field.THEME and k not in cells}
        doubted = {k for k, (c, _) in cells.items() if c.margin < SURE}
        rivals = {self._order[cells[k][0].rival] for k in doubted}
        return kept | {k for k in rivals if self._columns[k].field is Field.THEME}

    def _uncut(self, strip: Strip) -> Spread:
        """Give a row that nothing cuts whole, in the cell of its item, and doubt every other."""
        fields = [self._columns[k].field for k in self._order]
        item = fields.index(Field.ITEM if Field.ITEM in fields else Field.THEME)
        length = strip.end - strip.start
        start = strip.code.end - strip.start if strip.code else 0
        cells = {item: CutCell(start, length, 0, item)}
        if strip.code and Field.CODE in fields:
            code = fields.index(Field.CODE)
            cells[code] = CutCell(0, start, SURE, code)
        return Spread(cells, {k: 0 for k in range(len(fields)) if k not in cells})

    def _cells(self, cells: Mapping[int, tuple[CutCell, int]], number: int) -> dict[int, RawCell]:
        made = {}
        for k, (cell, offset) in sorted(cells.items()):
            field = self._columns[k].field
            place = Place(part=self._layout.name, row=number, column=k + 1, field=field or "")
            text = self._text(offset + cell.start, offset + cell.end, place)
            margin = max(0, cell.margin - LESS_SURE)
            said = self.body[offset + cell.start : offset + cell.end]
            if doubts_total(said) or (field in UNITS and runs_on(said, self._marks)):
                margin = 0
            made[k] = RawCell(text, margin, self._order[cell.rival])
        return made

    def _text(self, start: int, end: int, place: Place) -> Text:
        """Give the printed text of a stretch of the body; a line end in it was put in by the page."""
        found = []
        first = max(0, bisect_right(self._starts, start) - 1)
        for number in range(first, min(bisect_left(self._starts, end), len(self._texts))):
            left = max(start, self._starts[number])
            right = min(end, self._starts[number + 1] - 1)
            if left < right:
                at = self._starts[number]
                span = self._folded[number].printed_span(left - at, right - at)
                found.append(cut(self._texts[number], *span))
        if not found:
            return Text("", place)
        return join(found, ["\n"] * (len(found) - 1), place=place)

    def _find_strips(self) -> Iterator[Strip]:
        found = part(self.body, self._columns, self._header, statuses=self._statuses)
        for strip in found:
            yield from self._shortened(self._without_total(strip))

    def _without_total(self, strip: Strip) -> Strip:
        """Leave out a total that only the code behind it ends: 小计320 before 2."""
        if strip.code is None:
            return strip
        fields = [c.field for c in self._columns]
        row = strip.start, strip.end
        totals = ending_totals(self.body, row, fields, statuses=self._statuses)
        self._totals += totals
        return replace(strip, end=totals[0].start) if totals else strip

    def _shortened(self, strip: Strip) -> Iterator[Strip]:
        """Cut a strip of many rows without codes before some row, so that what is left is short enough to be read."""
        wide = 0 if strip.end - strip.start <= _MOST_UNCODED else len(_WINDOWS)
        while (
            strip.code is None and strip.end - strip.start > LONGEST_STRIP and wide < len(_WINDOWS)
        ):
            near = replace(strip, end=strip.start + _WINDOWS[wide])
            rows = self._reading([near]).read(1)[0]
            if len(rows) < _FEWEST_IN_WINDOW:
                wide += 1
                continue
            cut, wide = rows[-2].start, 0  # the end of the window cuts the last one off
            yield replace(strip, end=cut)
            strip = replace(strip, start=cut)
        yield strip

    def _tails(
        self,
        starts: Sequence[int],
        texts: Sequence[str],
        units: Sequence[Sequence[tuple[int, int]]],
    ) -> frozenset[str]:
        """Find the short cells that come again at the ends of rows, and before the units in them."""
        names = [(s + a, s + b) for s, spans in zip(starts, units, strict=True) for a, b in spans]
        inside = {at for a, b in names for at in range(a, b)}
        for word in self._statuses | load_words().levels:
            found = re.finditer(re.escape(word), self.body)
            first = word in load_words().levels  # 省级试点项目 begins with one
            inside |= {at for m in found for at in range(m.start() + first, m.end())}
        ends = {s + len(text) for s, text in zip(starts, texts, strict=True)}
        ends |= {a - (self.body[a - 1] == "★") for a, _ in names if a and a - 1 not in inside}
        return tails_of_page(self.body, sorted(ends), inside.__contains__)

    def _has_marked_themes(self, strips: Sequence[Strip]) -> bool:
        behind = (strip.code.end for strip in strips if strip.code)
        return sum(bool(THEME_MARK.match(self.body, at)) for at in behind) >= _FEWEST_MARKED

    def _reading(self, strips: Sequence[Strip]) -> Reading:
        """Prepare the strips to be cut."""
        columns = [self._columns[k] for k in self._order]
        if 2 * self.body.count("★") > len(strips):
            columns = [replace(c, starred=c.field is Field.LEAD_UNITS) for c in columns]
        texts = [self.body[s.start : s.end].rstrip() for s in strips]
        starts = [s.start for s in strips]
        behind = [s.code.end for s in strips if s.code]
        names = names_on_page(self.body, self._terms.printed)
        habits = habits_of_page(self.body, behind, names | frozenset(load_words().usual))
        order = [c.field for c in columns]
        units = [sure_names(text, names) for text in texts]
        tails = self._short_cells = self._tails(starts, texts, units)
        starred_behind = are_starred_behind(texts, units)
        known = people_on_page(texts, order, names=units, statuses=self._statuses)
        by_office = are_by_office(texts)
        people = [
            []
            if by_office
            else [
                *find_people(text, order, spans, statuses=self._statuses),
                *occurrences(text, known),
            ]
            for text, spans in zip(texts, units, strict=True)
        ]
        over = themes_over(self.body, strips, self._statuses)
        rows = [
            Row(
                text=text,
                code_end=s.code.end - s.start if s.code else 0,
                statuses=self._statuses,
                known=known,
                names=names,
                habits=habits,
                people=spans,
                tails=spans_of(text, tails),
                marks=self._marks,
                marked=self._has_marked_themes(strips),
                starred_behind=starred_behind,
                page=self.body,
                over=Field.THEME in self._before_code and alone,
            )
            for text, s, spans, alone in zip(texts, strips, people, over, strict=True)
        ]
        lines = sum(self.body[at - 1 : at] in {"", "\n"} for at in starts)
        return Reading(rows, starts, columns, lined=2 * lines > len(starts) > 1)
