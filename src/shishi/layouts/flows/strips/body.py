"""The body of a table without separators: its rows told apart, and each cut into its cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shishi.layouts.cutting import cut, join
from shishi.layouts.flows.habits import SURE, blanks_of
from shishi.layouts.flows.strips.headers import find_line_header
from shishi.layouts.flows.strips.pricing import Row, Stretch, blank_costs
from shishi.layouts.flows.strips.rows import CodeAt, find_codes, numbers_of, people_of
from shishi.layouts.flows.strips.spreading import CutCell, Spread, spread
from shishi.layouts.flows.strips.strays import doubt_strays
from shishi.layouts.headings import read_heading
from shishi.layouts.layout import Layout, RawCell, RawRow
from shishi.layouts.terms import Terms
from shishi.layouts.words.names import load_words
from shishi.places import Place, Text
from shishi.readers.document import Paragraph
from shishi.records import Field
from shishi.text.characters import fold

_TRIED = 12
_NO_ROWS = 10**6
_UNCUT = 60
_NO_SENTENCE = {Field.CODE, Field.PERCENT, Field.STATUS, Field.INVESTMENT}
_OFTEN_BLANK = {Field.SUPPORT_UNITS, Field.REMARK, Field.EXPLANATION, None}
_NEVER_BLANK = {Field.LEAD_UNITS, Field.ITEM}
_LESS_SURE = 2
"""So much less a margin counts where nothing at all parts the cells."""
_LONGEST_HEADING, _SHORTEST_ROW = 30, 12
# What is longer is many rows that nothing tells apart: to cut it would take minutes and say nothing.
_LONGEST_ROW = 900
_LISTED_UNITS = re.compile(
    "(?:局|委|办|中心|街道|镇|乡|公司|集团|队|部|联|会)[、 ](?=[\u4e00-\u9fff])"
)
_FEWEST_LISTED = 3
_BAND = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[\u4e00-\u9fff]{2,12}\s*\Z"
)
_YES_OR_NO = frozenset("是否")
_FEWEST_LINES, _LONG_LINE = 3, 20
_LISTED = re.compile("[(（]?[0-9一二三四五六七八九十]{1,2}[)）、.]|[①-⑳]|[一二三四五]是")
"""How a line begins that goes on with the list of the line above."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """One row in the body: from where to where, its code if it prints one, what a heading gave it."""

    start: int
    end: int
    code: CodeAt | None
    given: Mapping[Field, Text]


class Lines:
    """The body of one table as one plain text, with the way back to its paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], layout: Layout, terms: Terms) -> None:
        self._layout, self._terms = layout, terms
        self._texts = [p.text for p in paragraphs[slice(*layout.body)]]
        self._folded = [fold(t.value, terms.script) for t in self._texts]
        plain = [f.plain for f in self._folded]
        if plain and layout.skip:
            plain[0] = " " * layout.skip + plain[0][layout.skip :]
        self._starts = [0]
        for text in plain:
            self._starts.append(self._starts[-1] + len(text) + 1)
        self.body = "\n".join(plain)
        self._columns = layout.columns
        fields = [c.field for c in self._columns]
        yes_or_no = any(c.field is Field.STATUS and "是否" in c.word for c in self._columns)
        more = _YES_OR_NO if yes_or_no else frozenset[str]()
        self._statuses = terms.statuses | load_words().lights | more
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
        strips = list(self._strips())[:_TRIED]
        if not strips:
            return _NO_ROWS
        return sum(min(_UNCUT, row.cost) if row else _UNCUT for row in self._spread_all(strips))

    def rows(self) -> Iterator[RawRow]:
        """Cut every row into its cells."""
        strips = list(self._strips())
        late: dict[int, tuple[CutCell, int]] = {}
        unsure: set[int] = set()
        number = 1
        spreads = self._spread_all(strips)
        usual = self._usually_filled(spreads)
        for strip, found in zip(strips, spreads, strict=True):
            row = self._doubt_strays(found, strip) if found else self._uncut(strip)
            own = {self._order[k]: (c, strip.start) for k, c in row.cells.items()}
            here = {k: pair for k, pair in own.items() if k >= len(self._before_code)}
            if here:
                blanks = self._doubtful_blanks(row, usual, first=number == 1)
                here = self._beside(blanks, here)
                blank = {self._order[k] for k in blanks}
                unsure = self._still_unsure(unsure, {**here, **late}) | blank
                cells = self._cells({**here, **late}, number)
                yield RawRow(cells, given=strip.given, unsure=frozenset(unsure - cells.keys()))
                number += 1
            late = {k: pair for k, pair in own.items() if k < len(self._before_code)}

    def _usually_filled(self, spreads: Sequence[Spread | None]) -> set[int]:
        """Give the columns that most rows fill; with nothing between cells a blank there is odd."""
        rows = [row for row in spreads if row]
        width = range(len(self._before_code), len(self._columns))
        counts = {k: sum(k in row.cells for row in rows) for k in range(len(self._order))}
        late = {i for i, k in enumerate(self._order) if k not in width}
        often = {k for k, n in counts.items() if 2 * n > len(rows) and k not in late}
        return {k for k in often if self._columns[self._order[k]].field not in _OFTEN_BLANK}

    def _doubtful_blanks(self, row: Spread, usual: set[int], *, first: bool) -> set[int]:
        """Give the columns left blank that may not be; the first row at least begins a theme."""
        themes = {k for k in row.blanks if self._columns[self._order[k]].field is Field.THEME}
        close = {k for k, margin in row.blanks.items() if margin < SURE}
        close |= {k for k in row.blanks if self._columns[self._order[k]].field in _NEVER_BLANK}
        return close | (usual & row.blanks.keys()) | (themes if first else set())

    def _beside(
        self, blanks: set[int], cells: dict[int, tuple[CutCell, int]]
    ) -> dict[int, tuple[CutCell, int]]:
        """Doubt the sentences beside a blank that should not be one: they may hold its text."""
        doubted = dict(cells)
        for k in blanks:
            column = self._order[k]
            before = max((c for c in cells if c < column), default=None)
            after = min((c for c in cells if c > column), default=None)
            for c in (before, after):
                if c is not None and self._columns[c].field not in _NO_SENTENCE:
                    cell, offset = doubted[c]
                    doubted[c] = (replace(cell, margin=0, rival=k), offset)
        return doubted

    def _still_unsure(self, unsure: set[int], cells: Mapping[int, tuple[CutCell, int]]) -> set[int]:
        """Keep the doubt about a theme that was not found: the rows below would have shared it."""
        kept = {k for k in unsure if self._columns[k].field is Field.THEME and k not in cells}
        doubted = {k for k, (c, _) in cells.items() if c.margin < SURE}
        rivals = {self._order[cells[k][0].rival] for k in doubted}
        return kept | {k for k in rivals if self._columns[k].field is Field.THEME}

    def _doubt_strays(self, row: Spread, strip: _Strip) -> Spread:
        fields = [self._columns[k].field for k in self._order]
        return doubt_strays(row, self.body[strip.start : strip.end], fields)

    def _uncut(self, strip: _Strip) -> Spread:
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
            made[k] = RawCell(text, max(0, cell.margin - _LESS_SURE), self._order[cell.rival])
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

    # --- the rows ---

    def _strips(self) -> Iterator[_Strip]:
        if not self._coded:
            yield from self._by_line()
            return
        fields = [self._columns[k].field for k in self._order]
        codes = find_codes(
            self.body,
            statuses=self._statuses,
            numbers=numbers_of(fields[1:], alone=not self._before_code),
        )
        begins = sorted({*(c.start for c in codes), *self._uncoded(codes)})
        by_start = {c.start: c for c in codes}
        if self.body[: begins[0]].strip() if begins else False:
            begins.insert(0, self._layout.skip)
        yield from self._parted(begins, by_start)

    def _uncoded(self, codes: Sequence[CodeAt]) -> Iterator[int]:
        """Yield the lines that hold a row without a code of its own, where the rows stand on lines."""
        coded = {c.start for c in codes}
        lines = list(zip(self._starts, self.body.split("\n"), strict=False))
        at_line = [c for c in codes if c.start in set(self._starts)]
        if len(lines) < _FEWEST_LINES or 2 * len(at_line) < len(codes):
            return
        for start, text in lines:
            if start not in coded and len(text.strip()) >= _LONG_LINE and not _LISTED.match(text):
                yield start

    def _parted(self, begins: Sequence[int], codes: Mapping[int, CodeAt]) -> Iterator[_Strip]:
        given: Mapping[Field, Text] = {}
        if not begins:
            return
        _, given = self._without_heading(0, begins[0], given)
        for start, end in zip(begins, [*begins[1:], len(self.body)], strict=True):
            ends, after = self._without_heading(start, end, given)
            yield _Strip(start, ends, codes.get(start), given)
            given = after

    def _without_heading(
        self, start: int, end: int, given: Mapping[Field, Text]
    ) -> tuple[int, Mapping[Field, Text]]:
        """Leave out a heading that stands on a line of its own before the next row."""
        if (band := self._band(start, end)) < end:
            text = self._text(band, band + len(self.body[band:end].rstrip()), Place())
            return band, {**given, Field.THEME: text}
        line = self.body.rfind("\n", start, max(start, end - 1)) + 1
        lone = self.body[line:end].strip()
        if (line <= start and start) or not lone or len(lone) > _LONGEST_HEADING or " " in lone:
            return end, given
        text = self._text(line, line + len(self.body[line:end].rstrip()), Place())
        marked = re.match(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]", lone)
        found = read_heading(text, self._terms, over_rows=bool(marked))
        fields = {c.field for c in self._columns}
        found = {name: t for name, t in found.items() if name not in fields}
        return (line, {**given, **found}) if found else (end, given)

    def _band(self, start: int, end: int) -> int:
        """Give where a numbered theme begins that stands behind the last cell of a row; the end if none does."""
        if any(c.field is Field.THEME for c in self._columns):
            return end
        first = max(start + _SHORTEST_ROW, end - _LONGEST_HEADING)
        found = _BAND.search(self.body[first:end])
        return first + found.start() if found else end

    def _by_line(self) -> Iterator[_Strip]:
        if self.body.count("\n") < 1:
            return
        starts = [
            at
            for at, text in zip(self._starts, self.body.split("\n"), strict=False)
            if text.strip()
        ]
        yield from self._parted(starts, {})

    # --- the cells ---

    def _spread_all(self, strips: Sequence[_Strip]) -> list[Spread | None]:
        """Cut every row: first with the usual habits, then with this table's own."""
        columns = [self._columns[k] for k in self._order]
        texts = [self.body[s.start : s.end].rstrip() for s in strips]
        known = people_of(texts) if any(c.field is Field.LEADERS for c in columns) else frozenset()
        listed = len(_LISTED_UNITS.findall(self.body)) >= _FEWEST_LISTED
        rows = [
            Row(
                text=text,
                code_end=s.code.end - s.start if s.code else 0,
                statuses=self._statuses,
                known=known,
                listed=listed,
            )
            for text, s in zip(texts, strips, strict=True)
        ]
        nowhere: list[list[Stretch]] = [[] for _ in columns]
        cells = [row.cells(columns) if len(row.text) <= _LONGEST_ROW else nowhere for row in rows]
        costs = [blank_costs(columns, coded=s.code is not None) for s in strips]
        first = self._spread(rows, cells, costs)
        filled = {
            k: sum(row is not None and k in row.cells for row in first) for k in range(len(columns))
        }
        learnt = blanks_of(columns, rows=len(rows), filled=filled).blank
        usual = blanks_of(columns, rows=0, filled={}).blank
        more = [a - b for a, b in zip(learnt, usual, strict=True)]
        costs = [[max(0, c + m) for c, m in zip(row, more, strict=True)] for row in costs]
        return self._spread(rows, cells, costs)

    def _spread(
        self, rows: Sequence[Row], cells: Sequence[object], costs: Sequence[Sequence[int]]
    ) -> list[Spread | None]:
        return [
            spread(
                len(row.text),
                stretches,  # type: ignore[arg-type]
                blanks=blanks,
                skips=[i for i, c in enumerate(row.text) if c.isspace()],
            )
            for row, stretches, blanks in zip(rows, cells, costs, strict=True)
        ]
