"""A table whose rows stand on lines with spaces between the cells, cut into its rows and cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from shishi.layouts.columns.column import Column
from shishi.layouts.flows.edges.ending import maybe_other_lines
from shishi.layouts.flows.edges.totals import total_row
from shishi.layouts.flows.fit.costs import UNITS
from shishi.layouts.flows.habits import SURE
from shishi.layouts.flows.spaced.codes import find_codes
from shishi.layouts.flows.spaced.columns import behind_stars, heads_of, more_readings
from shishi.layouts.flows.spaced.gaps import parts_by_two
from shishi.layouts.flows.spaced.rows import Rows, Strip
from shishi.layouts.flows.spaced.tokens import Body
from shishi.layouts.flows.spaced.totals import find_sums
from shishi.layouts.flows.spaced.unsure.leads import leads_first
from shishi.layouts.flows.spaced.unsure.lone import LoneUnits
from shishi.layouts.flows.spaced.unsure.names import LooseNames
from shishi.layouts.flows.spaced.unsure.reports import LoneReports
from shishi.layouts.flows.spaced.unsure.states import LoneStates
from shishi.layouts.flows.spreading import CutCell, Spread
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow, RawTable
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import is_loose, tells_continued
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field

_LONGEST_HEADING = 30
_ENOUGH = 12
_LESS_LIKELY = 2
_MANY = 8
_OFTEN = 3
_MERGED = 2
_GOES_ON = re.compile("[,，、:：(（]$|正在$")
_NOBODYS = frozenset({"办公室", "综合科", "科室"})
"""Parts of any unit: alone they lead no row, and may be words of the cell above."""
_NO_NAMES = frozenset(
    {Field.PROGRESS, Field.PERCENT, Field.STATUS, Field.EXPLANATION, Field.REMARK}
)
"""What a table has in its last column that ends with nobody's name."""
_MARKED = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]")


def cut_spaced(
    paragraphs: Sequence[Paragraph], layout: Layout, *, terms: Terms
) -> tuple[RawTable, list[Text]]:
    """Cut the rows of a table out of its lines; the second result are headers printed again."""
    table = _Table(paragraphs, layout, terms)
    rows = tuple(table.rows())
    last = table.given_before(layout.body[1] - layout.body[0])
    return RawTable(layout, rows, last=last, maybe_rows=table.maybe_rows), table.again()


def likeliest(
    paragraphs: Sequence[Paragraph],
    draft: Layout,
    readings: Sequence[tuple[Column, ...]],
    *,
    terms: Terms,
) -> Layout:
    """Of the ways to read the header, take the one that the first rows fit best."""
    start, end = draft.body
    starred = any("★" in p.text.value for p in paragraphs[start:end])
    headed = any(
        len(p.text.value.split()) == 1 and read_heading(p.text, terms, over_rows=True)
        for p in paragraphs[start:end]
    )
    more = more_readings(readings, terms.dialect, starred=starred, headed=headed)
    layouts = [replace(draft, columns=columns) for columns in more]
    body = start, min(end, start + _ENOUGH)

    def price(at: int) -> int:
        return (
            _Table(paragraphs, replace(layouts[at], body=body), terms).price() + _LESS_LIKELY * at
        )

    return layouts[min(range(len(layouts)), key=price)] if len(layouts) > 1 else layouts[0]


class _Table:
    """One table on lines. Where ★ tells leads from supporters in one column, that is one column here."""

    def __init__(self, paragraphs: Sequence[Paragraph], layout: Layout, terms: Terms) -> None:
        self._layout, self._terms = layout, terms
        self._heads = heads_of(layout.columns, terms.dialect)
        fields = [h.field for h in self._heads]
        code = fields.index(Field.CODE) if Field.CODE in fields else None
        wide = parts_by_two(*(_printed(paragraphs, span) for span in (layout.header, layout.body)))
        self._body = Body(paragraphs[slice(*layout.body)], terms, coded=code == 0, wide=wide)
        codes = find_codes(self._body, code) if code is not None else frozenset()
        header = {terms.plain(p.text.value) for p in paragraphs[slice(*layout.header)]}
        texts = [p.text for p in paragraphs[slice(*layout.body)]]
        numbers = self._body.numbers_columns()
        self._again = {
            n: t
            for n, t in enumerate(texts)
            if (p := terms.plain(t.value)) in header or n == numbers or tells_continued(p)
        }
        self._headed = _is_headed(paragraphs[: layout.header[0]], terms)
        self._headings = dict(self._find_headings(codes))
        self._again |= {n: texts[n] for n, said in self._headings.items() if not said}
        taken = frozenset(self._headings) | frozenset(self._again)
        shares = Field.PERCENT in fields
        width = len(layout.columns)
        self._totals, self._within = find_sums(
            self._body, codes, width=width, shares=shares, ending=taken
        )
        taken |= frozenset(self._totals)
        self._rows = Rows(self._body, self._heads, codes, headings=taken, within=self._within)
        self.maybe_rows: tuple[str, ...] = ()

    def price(self) -> int:
        """Give what the first reading costs."""
        return self._rows.price()

    def again(self) -> list[Text]:
        """Give the lines that print the header again, number its columns, say what a column says, or 续表."""
        return list(self._again.values())

    def rows(self) -> Iterator[RawRow]:
        """Cut every row into its cells, those that add up others among them."""
        strips = leads_first(self._heads, self._rows.read())
        lines = [self._body.tokens[strip.first].line for strip in strips]
        above = [sum(line < total for line in lines) for total in self._totals]
        totals = [
            self._total(n, at + k + 1)
            for k, (n, at) in enumerate(zip(self._totals, above, strict=True))
        ]
        for k, row in enumerate(self._projects(strips, above)):
            yield from (total for total, at in zip(totals, above, strict=True) if at == k)
            yield row
        yield from (total for total, at in zip(totals, above, strict=True) if at == len(strips))

    def _projects(self, strips: Sequence[Strip], totals: Sequence[int]) -> Iterator[RawRow]:
        """Cut the rows of projects; `totals` says how many of them stand above each total."""
        unsure: set[int] = set()
        led = False
        mostly, outer = self._led(strips), self._themes()
        names = LooseNames(self._body, self._heads, strips)
        lined = self._stars_lines(strips)
        lone = LoneUnits(self._body, self._heads, strips, always=self._always(strips))
        reports = LoneReports(self._body, self._heads, strips)
        states = LoneStates(self._body, self._heads, strips)
        self.maybe_rows = tuple(lone.maybe_rows())
        other = maybe_other_lines([self._body.plain(n) for n in range(len(self._body.lines))])
        for index, strip in enumerate(strips):
            number = index + 1 + sum(at <= index for at in totals)
            found = names.doubting(strip.cut or self._uncut(strip))
            found = reports.doubting(strip, lone.doubting(index, found))
            found = states.doubting(strip, found)
            found = self._doubting_ends(found, strip, other=other)
            unsure = self._still_unsure(unsure, found) | {
                k for k, margin in found.blanks.items() if margin < SURE
            }
            cells = self._cells(strip, found, number, lined=lined)
            led = led or bool(mostly & found.cells.keys())
            unled = mostly - found.cells.keys() if led and not outer & found.cells.keys() else set()
            doubted = {k for n, c in found.cells.items() if c.margin < SURE for k in (n, c.rival)}
            blank = {self._heads[k].number for k in unsure | unled}
            blank = (blank | behind_stars(self._heads, doubted)) - cells.keys()
            yield RawRow(
                cells,
                given=self.given_before(self._body.tokens[strip.first].line),
                unsure=frozenset(blank),
            )

    def _doubting_ends(self, found: Spread, strip: Strip, *, other: int) -> Spread:
        """Doubt what may be none of the row, or of another cell: a heading at its end, lines from `other` on, sums."""
        cells = dict(found.cells)
        line = self._body.tokens[strip.end - 1].line
        headed = len(self._body.lines[line]) == 1 and self._heads_again(line)
        text = self._body.text(self._body.lines[line], Place())
        doubted = headed and bool(read_heading(text, self._terms, over_rows=True))
        for k, cell in found.cells.items():
            last = self._body.tokens[strip.first + cell.end - 1].line
            first = self._body.tokens[strip.first + cell.start].line
            sums = any(first <= n <= last for n in self._within)
            if last >= other or sums or (doubted and last == line):
                cells[k] = replace(cell, margin=min(cell.margin, SURE - 1))
        return Spread(cells, found.blanks)

    def _led(self, strips: Sequence[Strip]) -> set[int]:
        """Give the column of leads where most rows have some: blank ones may be the rest of merged cells.

        They are several then, and begin no theme of their own.
        """
        leads = {k for k, c in enumerate(self._heads) if c.field is Field.LEAD_UNITS}
        cut = [s.cut.cells.keys() for s in strips if s.cut]
        inner = [cells for cells in cut if not self._themes() & cells]
        return {
            k
            for k in leads
            if _OFTEN * sum(k in cells for cells in cut) >= 2 * len(cut)
            and sum(k not in cells for cells in inner) >= _MERGED
        }

    def _themes(self) -> set[int]:
        return {k for k, c in enumerate(self._heads) if c.field is Field.THEME}

    def _always(self, strips: Sequence[Strip]) -> frozenset[int]:
        """Give the columns that hardly a row of the table leaves blank, of which it has to have some."""
        cut = [s.cut.cells.keys() for s in strips if s.cut]
        filled = Counter(k for cells in cut for k in cells)
        return frozenset(k for k, n in filled.items() if (len(cut) - n + 1) * _MANY <= len(cut))

    def _still_unsure(self, unsure: set[int], found: Spread) -> set[int]:
        """Keep the doubt about a theme that was not found: the rows below would have shared it."""
        themes = self._themes()
        doubted = {c.rival for c in found.cells.values() if c.margin < SURE}
        return (unsure & themes - found.cells.keys()) | (doubted & themes)

    def _uncut(self, strip: Strip) -> Spread:
        """Give a row that nothing cuts whole, in the cell of its item, and doubt every other."""
        fields = [c.field for c in self._heads]
        item = fields.index(Field.ITEM if Field.ITEM in fields else Field.THEME)
        cells = {item: CutCell(0, strip.end - strip.first, 0, item)}
        if strip.coded and fields[0] is Field.CODE:
            cells[item] = CutCell(1, strip.end - strip.first, 0, item)
            cells[0] = CutCell(0, 1, SURE, 0)
        return Spread(cells, {k: 0 for k in range(len(fields)) if k not in cells})

    def _stars_lines(self, strips: Sequence[Strip]) -> bool:
        """Tell a table where ★ marks a line of leads, of which only a space is left, and not each of them."""
        lined = listed = 0
        for strip in strips:
            for k, cell in strip.cut.cells.items() if strip.cut else ():
                if self._heads[k].column.starred:
                    tokens = range(strip.first + cell.start, strip.first + cell.end)
                    lined += any(map(self._body.parts_names, tokens[1:]))
                    listed += len(tokens) == 1 and "、" in self._body.tokens[tokens[0]].plain
        return lined > listed

    def _cells(
        self, strip: Strip, found: Spread, number: int, *, lined: bool
    ) -> dict[int, RawCell]:
        made = {}
        for k, cell in sorted(found.cells.items()):
            at = self._heads[k].number
            field = self._heads[k].field
            place = Place(part=self._layout.name, row=number, column=at + 1, field=field or "")
            tokens = range(strip.first + cell.start, strip.first + cell.end)
            starred = lined and self._heads[k].column.starred
            text = self._body.text(tokens, place, names=field in UNITS, lined=starred)
            whose = field is Field.LEAD_UNITS and not strip.coded and text.value in _NOBODYS
            margin = 0 if whose else max(0, cell.margin)
            made[at] = RawCell(text, margin, self._heads[cell.rival].number)
        return made

    # --- totals ---

    def _total(self, line: int, number: int) -> RawRow:
        tokens = self._body.lines[line]
        return total_row(
            [self._body.tokens[t].plain for t in tokens],
            lambda at, place: self._body.text(tokens[at : at + 1], place),
            layout=self._layout,
            number=number,
        )

    # --- headings ---

    def _find_headings(self, codes: frozenset[int]) -> Iterator[tuple[int, Mapping[Field, Text]]]:
        """Find lines of one token that say something of the rows below them: 二、便民出行."""
        fields = {c.field for c in self._heads}
        bands = self._bands(codes)
        for number, line in enumerate(self._body.lines):
            if len(line) != 1 or line[0] in codes:
                continue
            lone = self._body.tokens[line[0]].plain
            if len(lone) <= _LONGEST_HEADING:
                text = self._body.text(line, Place())
                over_rows = number in bands or bool(_MARKED.match(lone))
                given = read_heading(text, self._terms, over_rows=over_rows)
                if bands.get(number) is Field.LEADERS and Field.LEADERS not in given:
                    given = {Field.LEADERS: text}
                said = {name: t for name, t in given.items() if name not in fields}
                if said or (given and line.stop in codes):
                    yield number, said

    def _bands(self, codes: frozenset[int]) -> Mapping[int, Field]:
        """Give the lines of one token right above a row, and what they say, where the first line is such a one.

        Elsewhere they may be the end of the row above, even where the header is printed again between, as on a
        new page; unless a line stands over the first header too. Where all of them are people, those lead.
        """
        lines = [(n, line) for n, line in enumerate(self._body.lines) if line]
        found = {
            n: self._body.looks(one.start, one.stop)[0]
            for (n, one), (_, below) in pairwise(lines)
            if len(one) == 1
            and n not in self._again
            and (n + 1 in self._again or (below[0] in codes if codes else len(below) > 1))
        }
        found = {n: look for n, look in found.items() if not look.units}
        if 0 not in found:
            again = {n: look for n, look in found.items() if self._heads_again(n)}
            found = again if self._headed or self._are_led(again) else {}
        lead = bool(found) and all(look.people == 100 for look in found.values())
        return dict.fromkeys(found, Field.LEADERS if lead else Field.THEME)

    def _are_led(self, lines: Collection[int]) -> bool:
        """Tell lines over headers printed again that all hold an office and a name, which ends no row: 副区长丙."""
        texts = (self._body.text(self._body.lines[n], Place()) for n in lines)
        given = [read_heading(text, self._terms, over_rows=True) for text in texts]
        ended = self._heads[-1].field
        led = ended in _NO_NAMES and all(n + 1 in self._again for n in lines)
        return led and bool(given) and all(Field.LEADERS in said for said in given)

    def _heads_again(self, line: int) -> bool:
        """Tell a line over the header printed again, or numbers that begin again, which the row above does not go on with."""
        above = self._body.tokens[self._body.lines[line].start - 1].plain
        below = self._body.plain(line + 1).split() if line + 1 < len(self._body.lines) else []
        first = bool(below) and parse_code(below[0]) == (1,)
        return (first or line + 1 in self._again) and _GOES_ON.search(above) is None

    def given_before(self, line: int) -> Mapping[Field, Text]:
        """Give what the headings above a line say of what begins there: a row, or the header of the next table."""
        given: dict[Field, Text] = {}
        for number, said in self._headings.items():
            if number < line:
                given |= said
        return given


def _printed(paragraphs: Sequence[Paragraph], span: tuple[int, int]) -> list[str]:
    return [p.text.value for p in paragraphs[slice(*span)]]


def _is_headed(above: Sequence[Paragraph], terms: Terms) -> bool:
    """Tell that one word alone stands over the first header, which may name its rows, and is no title or note."""
    lines = [p.text for p in above if p.text.value.strip()]
    if not lines or len(lines[-1].value.split()) > 1 or is_loose(terms.plain(lines[-1].value)):
        return False
    return bool(read_heading(lines[-1], terms, over_rows=True))
