"""Cut a document into its project tables and the texts around them, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import NamedTuple

from shishi.layouts.around.levels import lift_headings
from shishi.layouts.around.lists import find_lists, with_lists
from shishi.layouts.around.money import read_money_unit, say_below
from shishi.layouts.around.nested import fold_grids
from shishi.layouts.around.sections import end_statuses, find_sections
from shishi.layouts.bands import agree_on_bands, read_units
from shishi.layouts.columns.matching import overrule
from shishi.layouts.continued import headings_anew
from shishi.layouts.flows.labelled.blocks import find_blocks
from shishi.layouts.flows.rows import cut_flow
from shishi.layouts.flows.tables import find_in_flow
from shishi.layouts.flows.unruled.counted import find_counted
from shishi.layouts.flows.unruled.told import find_told
from shishi.layouts.gathered import name_gathered
from shishi.layouts.grids.headers.finding import find_in_grid
from shishi.layouts.grids.rows import cut_grids
from shishi.layouts.grids.shapes.stacked import merge_stacked
from shishi.layouts.grids.unmerged import doubt_blank_leads
from shishi.layouts.headings import counted, is_numbered, nest, read_heading, read_title_item
from shishi.layouts.layout import CertainRows, Layout, RawRow, RawTable, Shape
from shishi.layouts.terms import Terms
from shishi.layouts.words.codes import parse_code
from shishi.layouts.words.notes import is_title, load_around_words
from shishi.places import Text
from shishi.readers.document import Document, Flow, Grid
from shishi.records import Field
from shishi.text.characters import squeeze

_WORKBOOKS = frozenset({"xlsx", "xls", "ods"})
_row_of, _given = attrgetter("row"), attrgetter("given")
_UNSURE = frozenset({Field.STATUS})
_NEAR = 4
"""So many lines above a table may be its title, its unit and its date."""


@dataclass(slots=True)
class Cut:
    """The tables of a document, the texts outside of them, and how many stand before the first table."""

    tables: list[RawTable] = field(default_factory=list)
    loose: list[Text] = field(default_factory=list)
    before_table: int | None = None


def find_tables(document: Document, terms: Terms) -> tuple[Document, list[Layout]]:
    """Find the project tables of a document, in reading order, named "table 1", "table 2" …

    Where labelled blocks were found, what a table of places parted from them is looked at again. The
    document is given back, as lines throughout where such tables part all the blocks from each other.
    """
    layouts = _named(document, terms)
    blocks = [layout for layout in layouts if layout.shape is Shape.LABELLED]
    labels = frozenset(c.word for layout in blocks for c in layout.columns if c.word)
    found = {layout.part for layout in layouts}
    flows = (i for i, part in enumerate(document.parts) if isinstance(part, Flow))
    if labels and set(flows) - found:
        return document, _named(document, terms, labels)
    if layouts:
        return document, with_lists(document, layouts, terms)
    lines = fold_grids(document)
    if lines is not document and (blocks := _blocks(lines, terms)):
        return lines, blocks
    whole, lists = find_lists(document, terms)
    if lists:
        return whole, lists
    return document, list(_unruled(document, terms))


def _named(document: Document, terms: Terms, labels: Set[str] = frozenset()) -> list[Layout]:
    """Find the tables; one of a single indicator is none without a title, nor among labelled blocks."""
    layouts: list[Layout] = []
    for index, part in enumerate(document.parts):
        first = len(layouts) + 1
        if isinstance(part, Flow):
            found = find_in_flow(part, index, terms=terms, first_name=first, labels=labels)
        else:
            found = find_in_grid(part, index, terms=terms, first_name=first)
        if terms.dialect.said:
            found = [replace(f, columns=overrule(f.columns, terms.dialect)) for f in found]
        layouts += found
    named: list[Layout] = []
    for layout in layouts:
        follows = bool(named) and _lacks_item(named[-1])
        if follows or _is_named(document, layout, terms):
            named.append(layout)
    return named if len(named) or not layouts else _blocks(document, terms)


def _blocks(document: Document, terms: Terms) -> list[Layout]:
    flows = [(i, part) for i, part in enumerate(document.parts) if isinstance(part, Flow)]
    found = [replace(b, part=i) for i, flow in flows for b in find_blocks(flow.paragraphs, terms)]
    return [replace(layout, name=f"table {n}") for n, layout in enumerate(found, 1)]


def _unruled(document: Document, terms: Terms) -> Iterator[Layout]:
    """Find the projects of a page without a table; beside one, such text only sums it up."""
    flows = [(i, part) for i, part in enumerate(document.parts) if isinstance(part, Flow)]
    for find in (find_counted, find_told):
        found = ((i, find(flow.paragraphs, terms)) for i, flow in flows)
        if layouts := [replace(layout, part=i) for i, layout in found if layout]:
            yield from (replace(layout, name=f"table {n}") for n, layout in enumerate(layouts, 1))
            return


def _is_named(document: Document, layout: Layout, terms: Terms) -> bool:
    """Tell a table that names its items; one of a single indicator needs a title that does."""
    if not _lacks_item(layout):
        return True
    above = [
        text
        for part in document.parts[max(0, layout.part - 1) : layout.part]
        for text in _texts_between(part, 0, None)
    ]
    above += _texts_between(document.parts[layout.part], 0, layout.header[0])
    return _item_over(above, terms) is not None


def cut_document(document: Document, layouts: Sequence[Layout], terms: Terms) -> Cut:
    """Cut every table, and gather the texts outside of them."""
    cut = Cut()
    found: list[_Found] = []
    since = 0
    for index, part in enumerate(document.parts):
        position = 0
        own = [layout for layout in layouts if layout.part == index]
        tables = iter(_cut_tables(part, own, terms))
        for layout in [*own, None]:
            limit = layout.header[0] if layout else None
            cut.loose += _texts_between(part, position, limit)
            if layout is None:
                break
            table, inside = next(tables)
            table = merge_stacked(lift_headings(table, terms), terms)
            found.append(_Found(table, cut.loose[since:], inside))
            if cut.before_table is None:
                cut.before_table = len(cut.loose)
            cut.loose += inside
            since, position = len(cut.loose), layout.body[1]
    found = _with_head_behind(found, cut.loose[since:], terms)
    sections = find_sections([f.table for f in found], [f.above for f in found], terms)
    for at, (table, above, inside) in enumerate(found):
        is_last = at + 1 == len(found)
        behind = cut.loose[since:] if is_last else found[at + 1].above
        below = say_below(behind, terms, last=is_last)
        table = _with_money(table, [*above, *inside, *below], cut, terms=terms)
        said = sections.get(at, {})
        told = headings_anew(above, [f.above for f in found[:at]], terms)
        table = _with_headings(table, told, cut, said=said, document=document, terms=terms)
        cut.tables.append(end_statuses(table, terms))
    cut.tables = agree_on_bands(doubt_blank_leads(cut.tables, document))
    cut.tables = _doubt_leads(_doubt_themes(name_gathered(cut.tables, terms), terms))
    return cut


class _Found(NamedTuple):
    """A table, the texts between it and the one before, and those in it that hold no record."""

    table: RawTable
    above: list[Text]
    inside: list[Text]


def _with_head_behind(found: list[_Found], behind: list[Text], terms: Terms) -> list[_Found]:
    """Put what a page was copied with behind its tables over the first, where its only title stands there."""
    plain = [squeeze(terms.plain(text.value)) for text in behind]
    title = next((at for at, line in enumerate(plain) if is_title(line)), None)
    elsewhere = load_around_words().elsewhere
    if title and any(line.startswith(elsewhere) for line in plain[:title]):
        return found  # what is attached to the page, or is another page
    if not found or title is None or any(_is_title(text, terms) for text in found[0].above):
        return found
    first = found[0]._replace(above=[*behind[title:], *found[0].above])
    return [first, *found[1:]]


def _is_title(text: Text, terms: Terms) -> bool:
    return is_title(squeeze(terms.plain(text.value)))


def _cut_tables(
    part: Grid | Flow, layouts: Sequence[Layout], terms: Terms
) -> list[tuple[RawTable, list[Text]]]:
    """Cut the tables of one part, each with the texts in it that hold no record."""
    if isinstance(part, Flow):
        return cut_flow(part, layouts, terms=terms)
    return cut_grids(part, layouts, terms=terms)


def _with_headings(
    table: RawTable,
    headings: Sequence[Text],
    cut: Cut,
    *,
    said: Mapping[Field, Text],
    document: Document,
    terms: Terms,
) -> RawTable:
    """Add what stands over the table; with nothing over it, it may go on from the one before."""
    given: dict[Field, Text] = {}
    for text in headings:
        given |= read_heading(text, terms, over_rows=False)
        if isinstance(document.parts[table.layout.part], Grid):
            given |= read_units(text, terms, bare=False)
    if said:
        given = dict(nest(given, said, terms))
    if _lacks_item(table.layout) and (item := _item_over(headings, terms)):
        given[Field.ITEM] = item
    before = cut.tables[-1] if cut.tables else None
    follows = (
        before is not None
        and not headings
        and [c.field for c in before.layout.columns] == [c.field for c in table.layout.columns]
    )
    goes_on = follows or (before is not None and not headings and _leads_over(before, table))
    if before is not None and (goes_on or _are_blocks(before, table)):
        last = before.rows[-1].given if before.rows else {}
        last = last if before.last is None else before.last
        above = dict(nest(before.given, last, terms))
        if follows and (
            _begins_again(before, table, last) or _other_sheet(document, before, table)
        ):
            above = {}
        given = above if goes_on else {k: v for k, v in above.items() if k is Field.THEME} | given
    told = _not_in_columns(given, table.layout)
    doubted = Field.STATUS in told and not follows and _status_unsure(table, headings, terms)
    return replace(
        table, given=told, follows=follows, given_unsure=_UNSURE if doubted else frozenset()
    )


def _leads_over(before: RawTable, table: RawTable) -> bool:
    """Tell a heading behind the last row that stands right over the header of this table, whatever its columns."""
    one = (
        before.layout.part == table.layout.part and before.layout.body[1] == table.layout.header[0]
    )
    behind = bool(before.rows and before.last) and before.last != before.rows[-1].given
    return one and behind and table.layout.shape is not Shape.CROSS


def _begins_again(before: RawTable, table: RawTable, last: Mapping[Field, Text]) -> bool:
    """Tell a table whose numbers begin again without a heading over it: it does not go on under the last one."""
    code = next((i for i, c in enumerate(table.layout.columns) if c.field is Field.CODE), None)
    if not before.rows or code is None or last != before.rows[-1].given:
        return False
    first = next((row for row in table.rows if code in row.cells), None)
    printed = parse_code(first.cells[code].text.value) if first and not first.given else None
    return printed is not None and set(printed) == {1}


def _other_sheet(document: Document, before: RawTable, table: RawTable) -> bool:
    """Tell a table on another sheet of a workbook: no heading reaches over there."""
    if document.source.format not in _WORKBOOKS:
        return False
    firsts = (
        next((c for row in t.rows for c in row.cells.values()), None) for t in (before, table)
    )
    sheets = [c.text.pieces[0].place.part for c in firsts if c and c.text.pieces]
    return len(set(sheets)) > 1


def _lacks_item(layout: Layout) -> bool:
    return layout.shape is Shape.CROSS and not any(c.field is Field.ITEM for c in layout.columns)


def _item_over(headings: Sequence[Text], terms: Terms) -> Text | None:
    """Find the title that names the one indicator of a table, the nearest above it."""
    near = (read_title_item(text, terms) for text in reversed(headings[-_NEAR:]))
    return next(filter(None, near), None)


def _status_unsure(table: RawTable, headings: Sequence[Text], terms: Terms) -> bool:
    """Tell a status over a table that may not be that of all its rows.

    The line counts more or fewer projects than there are rows, or it is one of several such lines
    and has no number that makes it a heading.
    """
    said = [t for t in headings if Field.STATUS in read_heading(t, terms, over_rows=False)]
    words = {terms.plain(read_heading(t, terms, over_rows=False)[Field.STATUS].value) for t in said}
    if len(words) > 1 and not is_numbered(said[-1], terms):
        return True
    code = [i for i, c in enumerate(table.layout.columns) if c.field is Field.CODE]
    coded = sum(any(i in row.cells for i in code) for row in table.rows)
    return counted(said[-1], terms) not in (None, len(table.rows), coded) if said else False


def _doubt_themes(tables: list[RawTable], terms: Terms) -> list[RawTable]:
    """Doubt what headings say where it is a status, but as good a theme, and none of them says another."""
    headings = [g for t in tables for g in (t.given, *map(_given, _between(t))) if g]
    said = {terms.plain(g[Field.STATUS].value) for g in headings if Field.STATUS in g}
    if not said or said - load_around_words().status_themes:
        return tables
    return [replace(table, given_unsure=_UNSURE) for table in tables]


def _doubt_leads(tables: list[RawTable]) -> list[RawTable]:
    """Doubt who leads whole tables where a single line says so on a page: it may be who made the table."""
    said = {t.given[Field.LEAD_UNITS].value for t in tables if Field.LEAD_UNITS in t.given}
    if len(said) != 1:
        return tables
    unsure = frozenset({Field.LEAD_UNITS})
    return [
        replace(t, given_unsure=t.given_unsure | unsure) if Field.LEAD_UNITS in t.given else t
        for t in tables
    ]


def _between(table: RawTable) -> Sequence[RawRow]:
    """Give the rows of a table that may stand under a heading between them."""
    return () if isinstance(table.rows, CertainRows) else table.rows


def _are_blocks(before: RawTable, table: RawTable) -> bool:
    """Tell labelled blocks that something else parts, a table of places: their theme goes on."""
    return before.layout.shape is table.layout.shape is Shape.LABELLED


def _with_money(table: RawTable, texts: Sequence[Text], cut: Cut, *, terms: Terms) -> RawTable:
    """Give the columns of money the unit that a line over the table, or a note below it, names (单位:万元)."""
    unit = read_money_unit(texts, terms)
    before = cut.tables[-1].layout.columns if cut.tables and not unit else ()
    inherited = [c.unit for c in before if c.field is Field.INVESTMENT]
    unit = unit or next(iter(inherited), "")
    columns = tuple(
        replace(c, unit=unit) if c.field is Field.INVESTMENT and not c.unit else c
        for c in table.layout.columns
    )
    return replace(table, layout=replace(table.layout, columns=columns)) if unit else table


def _not_in_columns(given: Mapping[Field, Text], layout: Layout) -> Mapping[Field, Text]:
    fields = {c.field for c in layout.columns}
    return {name: text for name, text in given.items() if name not in fields}


def _texts_between(part: Grid | Flow, start: int, end: int | None) -> Iterator[Text]:
    """Yield the texts of a part from one position up to another: paragraphs, or cells by their rows."""
    if isinstance(part, Flow):
        texts = [p.text for p in part.paragraphs[start:end]]
    else:
        first = bisect_right(part.cells, start, key=_row_of)
        last = len(part.cells) if end is None else bisect_right(part.cells, end, key=_row_of)
        texts = [c.text for c in part.cells[first:last]]
        if part.caption and start == 0:
            texts.insert(0, part.caption)
    yield from (t for t in texts if t.value.strip())
