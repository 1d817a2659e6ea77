"""Rows that were lost: what stands outside of every record and reads like a row of a project table.

Every text of a page is given a role, so nothing disappears; but a row that was taken for a line around the
table is as good as lost where nobody says so. Here each text that went into no record is asked whether it
could be one: by its number, its labels, or a unit beside what is to be done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from shishi.findings import About, Finding, Severity
from shishi.layouts.layout import CertainRows, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.units.labelled import split_labelled
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.contacts import tells_contact
from shishi.layouts.words.names.kinds import is_person
from shishi.layouts.words.names.listing import unit_share
from shishi.layouts.words.notes import is_loose, is_remark
from shishi.layouts.words.vocabulary import RESPONSIBLE, STARRED
from shishi.places import Text
from shishi.readers.document import Cell, Document, Flow, Grid
from shishi.records import Field, Record
from shishi.text.characters import squeeze
from shishi.text.marks import find_code, find_mark, find_marks

Code = tuple[int, ...]
Row = Sequence[Text]
"""The texts of what reads like a row: cells, or one line."""

_ALL, _MOST = 100, 60
_SHORTEST, _FEWEST_HAN, _LONGEST_ROW = 8, 4, 400
_FEWEST_CELLS, _FEWEST_HEADS, _FEWEST_UNITS, _FEWEST_LABELS = 3, 2, 2, 3
_HAN = re.compile("[\u4e00-\u9fff]")
_CALLED = re.compile("地址|电话")
_LABEL = re.compile(
    r"[【\[(（]?\s{0,3}(?P<word>[\u4e00-\u9fff\s]{2,14}?)\s{0,3}[】\])）]?\s{0,3}[:：](?P<value>.*)",
    re.DOTALL,
)
_UNITS = frozenset({Field.LEAD_UNITS.value, Field.SUPPORT_UNITS.value, RESPONSIBLE, STARRED})
_TOLD = frozenset({Field.GOAL, Field.PROGRESS, Field.EXPLANATION, Field.STATUS})
_ITEMS = frozenset({Field.ITEM.value, Field.GOAL.value})
_SHOWN = 40
_row_of = attrgetter("row")


def find_unread(
    document: Document,
    tables: Sequence[RawTable],
    records: Sequence[Record],
    *,
    loose: AbstractSet[int],
    terms: Terms,
) -> Iterator[Finding]:
    """Name the places at which rows seem to be lost, one finding a part of the document.

    `loose` are the identities of the texts that were taken for nothing but a line around the tables.
    What a record says too, as a table printed twice does, is not lost.
    """
    if not records or not loose:
        return
    known = _Known(tables, records, terms)
    for number, part in enumerate(document.parts):
        if isinstance(part, Flow):
            found = list(_rows_in_flow(part, loose, known))
        else:
            found = list(_rows_in_grid(part, loose, known, number=number))
        if found:
            place = found[0][0].place
            facts = {"count": len(found), "printed": _shown(found[0])}
            yield Finding("rows-unread", About.READING, Severity.ASKS, place, facts)


def find_behind_rows(tables: Sequence[RawTable], terms: Terms) -> Iterator[Finding]:
    """Name the tables in whose rows others seem to stand, behind the last column that the header names.

    Two rows that were put together look so: a text and a unit where no header word stands.
    """
    for table in tables:
        named = [i for i, c in enumerate(table.layout.columns) if c.word or c.field]
        if table.layout.shape is not Shape.CELLS or not named:
            continue
        behind = [
            [cell.text for at, cell in sorted(row.cells.items()) if at > named[-1]]
            for row in (table.rows if len(table.layout.columns) > named[-1] + 1 else ())
        ]
        found = [row for row in behind if _tells_row([terms.plain(text.value) for text in row])]
        if found:
            facts = {"count": len(found), "printed": _shown(found[0])}
            yield Finding("rows-unread", About.READING, Severity.ASKS, found[0][0].place, facts)


def _tells_row(words: Sequence[str]) -> bool:
    return any(map(_is_text, words)) and any(unit_share(word) == _ALL for word in words)


class _Known:
    """What the tables of a page say of rows that may be missing: their labels, and the numbers due next."""

    def __init__(self, tables: Sequence[RawTable], records: Sequence[Record], terms: Terms) -> None:
        self.terms = terms
        self.parts = {t.layout.part for t in tables}
        self.bodies: dict[int, list[range]] = {}
        for table in tables:
            start, end = table.layout.body
            self.bodies.setdefault(table.layout.part, []).append(range(start + 1, end + 1))
        self.plain = {t.layout.part: t for t in tables if isinstance(t.rows, CertainRows)}
        self.words = {squeeze(c.word) for t in tables for c in t.layout.columns if c.word}
        labelled = [t for t in tables if t.layout.shape is Shape.LABELLED]
        self.labels = {squeeze(c.word) for t in labelled for c in t.layout.columns if c.word}
        self._records = records
        self._said: set[str] | None = None

    @cached_property
    def due(self) -> set[Code]:
        """The numbers that would be next where those of the records do not go on."""
        codes = list(filter(None, map(parse_code, self._printed)))
        ends = [(a, b) for a, b in pairwise([*codes, ()]) if not b or len(a) == len(b)]
        return {(*a[:-1], a[-1] + 1) for a, b in ends if a and not _goes_on(a, b)}

    @cached_property
    def counts_in_words(self) -> bool:
        """Whether most numbers are written 一, 二, 三."""
        printed = self._printed
        return bool(printed) and sum(map(_in_words, printed)) * 2 > len(printed)

    @cached_property
    def _printed(self) -> list[str]:
        return [r.printed(Field.CODE) for r in self._records]

    def is_said(self, plain: str) -> bool:
        """Tell a text that is also a cell of a record."""
        if self._said is None:
            texts = (t for r in self._records for t in (*r.texts.values(), *r.other.values()))
            self._said = {self.terms.plain(t.value) for t in texts}
        return plain in self._said


def _goes_on(code: Code, after: Code) -> bool:
    """Tell codes between which none is missing: the same, the next, or another group's."""
    return after[:-1] != code[:-1] or after[-1:] <= (code[-1] + 1,) if after else False


def _in_words(code: str) -> bool:
    return _HAN.search(code) is not None


def _rows_in_grid(
    grid: Grid, loose: AbstractSet[int], known: _Known, *, number: int
) -> Iterator[Row]:
    """Yield the rows of a grid that read like rows of a table and were left out.

    A grid that is no project table and has a header of its own is left alone, if that names no items.
    """
    taken, bodies = number in known.parts, known.bodies.get(number, ())
    rows: dict[int, list[Text]] = {}
    for cell in _outside(grid, known.plain.get(number)):
        if id(cell.text) in loose and not cell.text.value.isspace() and cell.text.value:
            rows.setdefault(cell.row, []).append(cell.text)
    plain = [[known.terms.plain(t.value) for t in row] for row in rows.values()]
    if not rows or (not taken and _is_other(plain[0], known)):
        return
    found = [
        row
        for (at, row), words in zip(rows.items(), plain, strict=True)
        if not all(map(known.is_said, words))
        and (
            _is_row(row, words, known) or (_says_more(row, known) and any(at in b for b in bodies))
        )
    ]
    due = any(parse_code(known.terms.plain(row[0].value)) in known.due for row in found)
    if taken or due or 2 * len(found) >= len(rows):
        yield from found


def _outside(grid: Grid, table: RawTable | None) -> Sequence[Cell]:
    """Give the cells of a grid outside of the rows of a table all of which are records."""
    if table is None:
        return grid.cells
    start, end = (bisect_right(grid.cells, at, key=_row_of) for at in table.layout.body)
    return (*grid.cells[:start], *grid.cells[end:])


def _is_other(header: Sequence[str], known: _Known) -> bool:
    """Tell the header of a table of something else: no word of it names items, or none units.

    One that has lost a word is still the header of the page's own table.
    """
    printed = [plain for plain in header if plain]
    if 3 * sum(plain in known.words for plain in printed) >= 2 * len(printed):
        return False
    guesses = [word for plain in printed if (word := known.terms.dialect.guess(plain))]
    claims = {word.claims[0][0] for word in guesses}
    return len(guesses) >= _FEWEST_HEADS and not (claims & _ITEMS and claims & _UNITS)


def _is_row(row: Sequence[Text], words: Sequence[str], known: _Known) -> bool:
    """Tell the cells of a row: units beside a text, or the number that is due before one."""
    if len(words) == 1:
        return _is_line(row[0], known)
    if is_loose(words[0]) or is_remark("".join(words)) or any(map(_of_contacts, words)):
        return False
    texts = [word for word in words if _is_text(word)]
    units = any(unit_share(word) >= _MOST for word in words)
    due = parse_code(words[0]) in known.due
    return bool(texts) and (units or due)


def _says_more(row: Sequence[Text], known: _Known) -> bool:
    """Tell one cell between the rows that says more of one of them, by its label: 进展情况:已开工."""
    if len(row) > 1 or is_loose(known.terms.plain(row[0].value)):
        return False
    return any(name in _TOLD for name, _ in split_labelled(row[0], known.terms))


def _is_text(plain: str) -> bool:
    """Tell words that can be an item, a goal or a report: no unit, person, address or number."""
    if len(plain) < _SHORTEST or len(_HAN.findall(plain)) < _FEWEST_HAN:
        return False
    if _of_contacts(plain):
        return False
    return unit_share(plain) < _MOST and not is_person(plain) and not is_loose(plain)


def _of_contacts(plain: str) -> bool:
    return _CALLED.search(plain) is not None or tells_contact(plain)


def _is_line(text: Text, known: _Known) -> bool:
    """Tell a line that holds a whole row: its cells one after the other, units among them."""
    if len(text.value) > _LONGEST_ROW:
        return False
    if is_loose(plain := known.terms.plain(text.value)) or is_remark(plain):
        return False
    tokens = [known.terms.plain(token) for token in re.split(r"[\s|]+", text.value) if token]
    units = any(unit_share(token) == _ALL for token in tokens)
    first = parse_code(tokens[0]) if tokens else None
    return (
        len(tokens) >= _FEWEST_CELLS
        and any(map(_is_text, tokens))
        and (units or first in known.due)
    )


@dataclass(frozen=True, slots=True)
class _Line:
    text: Text
    plain: str


def _rows_in_flow(flow: Flow, loose: AbstractSet[int], known: _Known) -> Iterator[Row]:
    """Yield what reads like rows in the lines of a flow between and behind its tables."""
    run: list[_Line] = []
    for paragraph in flow.paragraphs:
        if not paragraph.text.value.strip():
            continue
        if id(paragraph.text) in loose:
            run.append(_Line(paragraph.text, known.terms.plain(paragraph.text.value)))
        elif run:
            yield from _rows_in_run(run, known)
            run = []
    yield from _rows_in_run(run, known)


def _rows_in_run(run: Sequence[_Line], known: _Known) -> Iterator[Row]:
    lines = [[x.text] for x in run if _is_labelled(x, known) or _is_line(x.text, known)]
    if sum(line.plain.rstrip(":") in known.labels for line in run) >= _FEWEST_LABELS:
        lines = lines or [[x.text for x in run]]  # labels alone, their values on the lines below
    if not lines and (_counts_on(run, known) or _are_cells(run)):
        lines = [[x.text for x in run]]
    if lines and not all(known.is_said(line.plain) for line in run):
        yield from lines


def _is_labelled(line: _Line, known: _Known) -> bool:
    """Tell a line with a label of the page's blocks, or one of units, and its value."""
    if not known.labels:
        return False
    found = _LABEL.match(line.text.value.strip())
    if not found or is_loose(line.plain) or not found["value"].strip():
        return False
    word = known.terms.plain(found["word"])
    meant = known.terms.dialect.word(word)
    leads = meant is not None and meant.claims[0][0] in _UNITS
    return word in known.labels or (leads and unit_share(known.terms.plain(found["value"])) == _ALL)


def _counts_on(run: Sequence[_Line], known: _Known) -> bool:
    """Tell lines the first number of which is the one that is due, with something behind it."""
    for at, line in enumerate(run):
        if is_loose(line.plain) and find_marks(line.plain):
            return False  # a note of several numbered lines
        code, mark = find_code(line.plain), find_mark(line.plain)
        if not (found := code or mark):
            continue
        rest = line.plain[found.span[1] :] or next((x.plain for x in run[at + 1 :][:1]), "")
        if is_remark(rest):
            continue
        in_words = _in_words(line.plain[: found.span[1]])
        return found.value in known.due and in_words == known.counts_in_words and _is_text(rest)
    return False


def _are_cells(run: Sequence[_Line]) -> bool:
    """Tell lines that are cells of several rows: units, each beside a text."""
    if any(_of_contacts(line.plain) for line in run):
        return False
    units = [unit_share(line.plain) == _ALL for line in run]
    texts = [_is_text(line.plain) for line in run]
    beside = sum(unit and any(texts[max(0, at - 2) : at + 3]) for at, unit in enumerate(units))
    return beside >= _FEWEST_UNITS and sum(texts) >= _FEWEST_UNITS


def _shown(row: Row) -> str:
    line = " ".join(" ".join(text.value for text in row).split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
