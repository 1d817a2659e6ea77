"""Document → Page: every table recognized and cut, and the page around it read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from shishi.findings import About, Finding, Severity
from shishi.layouts import exchanged
from shishi.layouts.around.stated import read_stated_rules
from shishi.layouts.around.stretches import find_stretches
from shishi.layouts.around.when import find_page_periods
from shishi.layouts.doubts.cells import give_fields, name_nested, name_records, name_struck
from shishi.layouts.doubts.columns import doubt_columns
from shishi.layouts.doubts.doubts import find_doubts
from shishi.layouts.doubts.glued import find_lost_in_glue
from shishi.layouts.doubts.leaders import doubt_leaders
from shishi.layouts.doubts.money import doubt_sums
from shishi.layouts.doubts.unread import find_behind_rows, find_unread
from shishi.layouts.doubts.untold import BY_PAGES, find_untold
from shishi.layouts.flows.edges.closing import without_row_ends
from shishi.layouts.grids.beside import part_beside
from shishi.layouts.grids.cropped import put_under
from shishi.layouts.grids.joined import join_grids
from shishi.layouts.grids.pasted.added import part_added
from shishi.layouts.grids.pasted.barred import count_bars
from shishi.layouts.grids.pasted.between import part_headings
from shishi.layouts.grids.shapes.turned import turn_grids
from shishi.layouts.layout import Layout, header_of
from shishi.layouts.notices import read_notice
from shishi.layouts.parts import cut_document, find_tables
from shishi.layouts.recording.records import record_tables
from shishi.layouts.repeats import part_repeats
from shishi.layouts.terms import Terms, terms_of
from shishi.layouts.words.dating import report_of
from shishi.layouts.words.dialect import ColumnName, parse_meanings
from shishi.layouts.words.notes import is_title
from shishi.layouts.words.vocabulary import find_forms, known_word
from shishi.places import Place, Text
from shishi.readers.collecting import collecting_later
from shishi.readers.document import Document, Flow, Grid
from shishi.records import Later, Notice, Page, Record, Role, print_rows
from shishi.rulebook import Rulebook
from shishi.text.characters import Script, fold, guess_script, squeeze
from shishi.text.periods import Period

_LONGEST_TITLE = 120
_WHEN = re.compile("[月季半]")
_ALSO_YEAR = "\uf98e"
"""The one other character that is folded to 年."""


def recognize(document: Document, *, rulebook: Rulebook) -> tuple[Layout, ...]:
    """Find the project tables of a document, in reading order.

    The rulebook says what 责任单位 means in this district and which words its statuses are.

    >>> from shishi.readers import read
    >>> from shishi.rulebook import load_rulebook
    >>> pasted = "序号\\n\\n项目名称\\n\\n牵头单位\\n\\n进展情况\\n\\n1\\n\\n修路\\n\\n住建局\\n\\n已开工"
    >>> document = read(pasted.encode(), "a.txt")
    >>> [(layout.name, layout.score) for layout in recognize(document, rulebook=load_rulebook("default"))]
    [('table 1', 100)]
    """
    printed = _printed(document)
    script = guess_script(printed)
    terms = terms_of(rulebook, script, report=_report(printed, script), printed=printed)
    document = _made_whole(document, terms)
    document, layouts = find_tables(document, terms)
    return tuple(part_repeats(document, layouts, terms)[0])


def _made_whole(document: Document, terms: Terms) -> Document:
    """Make each table one grid, however the source laid it out."""
    document = without_row_ends(count_bars(document, terms), terms)
    document = part_headings(part_added(put_under(document, terms), terms), terms)
    return join_grids(part_beside(turn_grids(document, terms), terms), terms)


def extract(
    document: Document, *, rulebook: Rulebook, meanings: Mapping[ColumnName, str] | None = None
) -> Page:
    """Read everything a document says: records, notice, periods, stated rules, and our doubts.

    Nothing is corrected, and every character of the source stands in exactly one of the page's
    stretches. A document without a project table gives a Page without records and a finding.

    `meanings` overrules what columns hold: header word or column number (from 1) → a Field or "other"; a
    number with the signature of a header before it is of the tables of that header.
    The headers of the page say what every column was taken for. Raises ValueError for a meaning that
    is none.
    """
    if document.source.format == exchanged.FORMAT:
        return exchanged.page_of(document)
    said = parse_meanings(meanings or {})
    with collecting_later():
        return _extract(document, rulebook, said)


def _extract(document: Document, rulebook: Rulebook, said: Mapping[ColumnName, str]) -> Page:
    printed = _printed(document)
    script = guess_script(printed)
    report = _report(printed, script)
    terms = terms_of(rulebook, script, said=said, report=report, printed=printed)
    document = _made_whole(document, terms)
    document, found = find_tables(document, terms)
    layouts, again = part_repeats(document, found, terms)
    cut = cut_document(document, layouts, terms)
    layouts = [table.layout for table in cut.tables]
    before = len(cut.loose) if cut.before_table is None else cut.before_table
    records = record_tables(cut.tables, terms=terms)
    notice, roles = read_notice(cut.loose, script=script, before_table=before)
    told = [finding for finding in document.findings if finding.code != BY_PAGES]
    named = list(name_records(told, document, tables=cut.tables, records=records))
    named = list(name_nested(named, document, tables=cut.tables, records=records))
    asked = list(name_struck(named, records))
    rules, rule_lines = read_stated_rules(cut.loose, script=script)
    for index in rule_lines:
        roles[index] = Role.RULE
    when = _when(
        layouts,
        records if "年" in printed or _ALSO_YEAR in printed else (),
        script=script,
        title=fold(notice.title, script).plain,
        dates=(notice.document_date, notice.publication_date),
    )
    loose = dict(zip(map(id, cut.loose), roles, strict=True))
    return Page(
        source=document.source,
        script=script,
        notice=notice,
        records=records,
        plan=when.plan,
        report=when.report,
        stated_rules=tuple(rules),
        stretches=Later(partial(find_stretches, document, cut.tables, records, loose=loose)),
        findings=(
            *give_fields(asked, tables=cut.tables, records=records),
            *find_doubts(cut.tables, records, script=script),
            *find_untold(document, cut.tables, records),
            *find_behind_rows(cut.tables, terms),
            *find_unread(document, cut.tables, records, loose=_left(cut.loose, roles), terms=terms),
            *find_lost_in_glue(document, cut.tables, loose=_left(cut.loose, roles), terms=terms),
            *doubt_columns(cut.tables, records, terms),
            *doubt_leaders(cut.tables, records, terms),
            *doubt_sums(cut.tables, records),
            *_page_findings(layouts, again, when),
            *_unread_attachments(notice, read_some=bool(records)),
            *_unheard(layouts, said),
        ),
        headers=tuple(map(header_of, layouts)),
    )


def _left(loose: Sequence[Text], roles: Sequence[Role | None]) -> set[int]:
    """Give the identities of the texts that are no row, and nothing that the page has around its tables."""
    return {id(text) for text, role in zip(loose, roles, strict=True) if role is None}


@dataclass(frozen=True, slots=True)
class _When:
    plan: Period | None
    report: Period | None
    inferred: bool


def _when(
    layouts: Sequence[Layout],
    records: Sequence[Record],
    *,
    script: Script,
    title: str,
    dates: Sequence[str],
) -> _When:
    body = _dated_texts(records, script)
    return _When(*find_page_periods(layouts, title=title, body=body, dates=dates))


def _dated_texts(records: Sequence[Record], script: Script) -> Iterator[str]:
    """Yield the plain texts that may name a year: to fold those that cannot would be for nothing."""
    for texts, _ in print_rows(records):
        for text in texts.values():
            if "年" in text or _ALSO_YEAR in text:
                yield fold(text, script).plain


def _unread_attachments(notice: Notice, *, read_some: bool) -> Iterator[Finding]:
    """Name the files that the page only points to; without a table of its own they may hold it."""
    if notice.attachments:
        severity = Severity.NOTES if read_some else Severity.ASKS
        facts = {"names": list(notice.attachments)}
        yield Finding("attachment-not-read", About.READING, severity, Place(part="page"), facts)


def _page_findings(
    layouts: Sequence[Layout], again: Sequence[Layout], when: _When
) -> Iterator[Finding]:
    page = Place(part="page")
    for layout in again:
        place = Place(part=layout.name)
        yield Finding("table-printed-twice", About.READING, Severity.NOTES, place)
    if not layouts:
        yield Finding("no-project-table", About.READING, Severity.BLOCKS, page)
    known = when.report or when.plan
    if when.inferred and known:
        facts = {"year": known.year}
        yield Finding("period-year-inferred", About.READING, Severity.ASKS, page, facts)


def _unheard(layouts: Sequence[Layout], said: Mapping[ColumnName, str]) -> Iterator[Finding]:
    """Name the columns that a person spoke of and no table has."""
    if not said:
        return
    words = {squeeze(c.word) for layout in layouts for c in layout.columns if c.word}
    heard: set[ColumnName] = {form for word in words for form, _, _ in find_forms(word)}
    heard |= words
    for header in map(header_of, layouts):
        numbers = [column.number for column in header.columns]
        heard |= {*numbers, *((header.signature, number) for number in numbers)}
    for column in said:
        if column not in heard:
            told = " ".join(map(str, column)) if isinstance(column, tuple) else str(column)
            facts = {"column": told, "words": sorted(words)}
            yield Finding(
                "column-not-found", About.READING, Severity.ASKS, Place(part="page"), facts
            )


def _printed(document: Document) -> str:
    return "\n".join(chain.from_iterable(map(_values, document.parts)))


def _report(printed: str, script: Script) -> Period | None:
    """Give the period of the page's report, as its titles name it."""
    lines = printed.split("\n") if "年" in printed else ()
    likely = [line for line in lines if len(line) <= _LONGEST_TITLE and "年" in line]
    plain = (squeeze(fold(line, script).plain) for line in likely if _WHEN.search(line))
    titles = list(filter(is_title, plain))
    return report_of([title for title in titles if not known_word(title)] or titles)


def _values(part: Grid | Flow) -> list[str]:
    if isinstance(part, Flow):
        return [paragraph.text.value for paragraph in part.paragraphs]
    values = [cell[0][0] for cell in part.cells]  # by name it takes twice the time
    return [part.caption.value, *values] if part.caption else values
