"""Document → Page: every table recognized and cut, and the page around it read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shishi.findings import About, Finding, Severity
from shishi.layouts.around.notices import read_notice
from shishi.layouts.around.stated import read_stated_rules
from shishi.layouts.around.stretches import find_stretches
from shishi.layouts.around.when import find_page_periods
from shishi.layouts.doubts import find_doubts
from shishi.layouts.flows.tables import cut_flow, find_in_flow
from shishi.layouts.grids import cut_grid, find_in_grid
from shishi.layouts.layout import Layout, RawTable
from shishi.layouts.recording import record_tables
from shishi.places import Place, Text
from shishi.readers.document import Document, Flow, Grid
from shishi.records import Page, Record, Role
from shishi.rulebook import Rulebook
from shishi.text.characters import Script, fold, guess_script
from shishi.text.periods import Period


def recognize(document: Document) -> tuple[Layout, ...]:
    """Find the project tables of a document, in reading order.

    >>> from shishi.readers import read
    >>> document = read("序号\\n\\n项目名称\\n\\n牵头单位\\n\\n进展情况\\n\\n1\\n\\n修路\\n\\n住建局\\n\\n已开工".encode(), "a.txt")
    >>> [(layout.name, layout.score) for layout in recognize(document)]
    [('table 1', 100)]
    """
    script = guess_script(_whole_text(document))
    layouts: list[Layout] = []
    for index, part in enumerate(document.parts):
        first = len(layouts) + 1
        if isinstance(part, Flow):
            layouts += find_in_flow(part, index, script=script, first_name=first)
        else:
            layouts += find_in_grid(part, index, script=script, first_name=first)
    return tuple(layouts)


def extract(document: Document, *, rulebook: Rulebook) -> Page:
    """Read everything a document says: records, notice, periods, stated rules, and our doubts.

    Nothing is corrected, and every character of the source stands in exactly one of the page's
    stretches. A document without a project table gives a Page without records and a finding.
    """
    script = guess_script(_whole_text(document))
    layouts = recognize(document)
    tables, loose, before = _cut(document, layouts, script, _statuses(rulebook))
    records = record_tables(tables, script=script)
    notice, roles = read_notice(loose, script=script, before_table=before)
    rules, rule_lines = read_stated_rules(loose, script=script)
    for index in rule_lines:
        roles[index] = Role.RULE
    when = _when(
        layouts,
        records,
        title=fold(notice.title, script).plain,
        dates=(notice.document_date, notice.publication_date),
    )
    findings = [*document.findings, *find_doubts(tables, records, script=script)]
    findings += _page_findings(layouts, when)
    return Page(
        source=document.source,
        script=script,
        notice=notice,
        records=tuple(records),
        plan=when.plan,
        report=when.report,
        stated_rules=tuple(rules),
        stretches=tuple(
            find_stretches(document, tables, records, dict(zip(map(id, loose), roles, strict=True)))
        ),
        findings=tuple(findings),
    )


@dataclass(frozen=True, slots=True)
class _When:
    plan: Period | None
    report: Period | None
    inferred: bool


def _when(
    layouts: Sequence[Layout], records: Sequence[Record], *, title: str, dates: Sequence[str]
) -> _When:
    body = "\n".join(folded.plain for r in records for folded in r.folded.values())
    return _When(*find_page_periods(layouts, title=title, body=body, dates=dates))


def _page_findings(layouts: Sequence[Layout], when: _When) -> Iterator[Finding]:
    page = Place(part="page")
    if not layouts:
        yield Finding("no-project-table", About.READING, Severity.ASKS, page)
    known = when.report or when.plan
    if when.inferred and known:
        facts = {"year": known.year}
        yield Finding("period-year-inferred", About.READING, Severity.ASKS, page, facts)


def _statuses(rulebook: Rulebook) -> frozenset[str]:
    return frozenset({s.word for s in rulebook.statuses} | set(rulebook.aliases))


def _whole_text(document: Document) -> str:
    return "\n".join(text.value for part in document.parts for text in _texts(part))


def _texts(part: Grid | Flow) -> Iterator[Text]:
    if isinstance(part, Flow):
        yield from (p.text for p in part.paragraphs)
    else:
        if part.caption:
            yield part.caption
        yield from (c.text for c in part.cells)


def _cut(
    document: Document, layouts: Sequence[Layout], script: Script, statuses: frozenset[str]
) -> tuple[list[RawTable], list[Text], int]:
    """Cut every table, and gather the texts outside of them with how many stand before the first."""
    tables: list[RawTable] = []
    loose: list[Text] = []
    before: int | None = None
    for index, part in enumerate(document.parts):
        own = [layout for layout in layouts if layout.part == index]
        taken: set[int] = set()
        outside: list[Text] = []
        for layout in own:
            if isinstance(part, Flow):
                tables.append(cut_flow(part, layout, script=script, statuses=statuses))
                taken |= set(range(layout.header[0], layout.body[1]))
            else:
                table, rest = cut_grid(part, layout, script=script)
                tables.append(table)
                outside += rest
                taken |= set(range(layout.header[0], layout.body[1]))
        if isinstance(part, Flow):
            free = [p.text for i, p in enumerate(part.paragraphs) if i not in taken]
            if own and before is None:
                before = len(loose) + own[0].header[0]
            loose += [t for t in free if t.value.strip()]
        else:
            free = [c.text for c in part.cells if c.row - 1 not in taken]
            free = [part.caption, *free] if part.caption else free
            if own and before is None:
                before = len(loose) + sum(c.row - 1 < own[0].header[0] for c in part.cells)
            loose += [t for t in (*free, *outside) if t.value.strip()]
    return tables, loose, len(loose) if before is None else before
