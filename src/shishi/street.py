"""The whole street in one call: bytes in, everything that is known of the page out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from shishi.assessment import Change, assess, find_changes, find_mismatches
from shishi.assessment.assessment import Assessment
from shishi.findings import About, Finding, Waiver
from shishi.layouts import ColumnName, extract
from shishi.matching import Companion
from shishi.measures import measure
from shishi.measures.cells import Readings
from shishi.measures.measure import Measured
from shishi.readers import read
from shishi.readers.document import Document, Grid
from shishi.records import Page
from shishi.rulebook import Rulebook, choose_rulebook, load_rulebook
from shishi.rules import OF_READING, OF_UNITS, check


class Stop(IntEnum):
    """Where a walk leaves the street; every doubt of reading is told before the first of them."""

    EXTRACT = 1
    CHECK = 2
    ASSESS = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """What a page is held against: earlier pages of its list, another plan, who waived what, which units exist."""

    previous: tuple[Companion, ...] = ()
    against: Companion | None = None
    waivers: tuple[Waiver, ...] = ()
    register: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walked:
    """What one source became; `stop` is how far it went, `on` the day it was assessed for.

    `matched` holds the words of the page that chose the rulebook; it is None where a person named
    the rulebook, and empty where no district's words stand in the page. `assessments` is None on a
    walk that stops before them, `changes` where no earlier page was given.
    """

    name: str
    stop: Stop
    document: Document
    page: Page
    rulebook: Rulebook
    matched: tuple[str, ...] | None
    measured: Mapping[int, Measured]
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...] | None = None
    on: date | None = None
    changes: tuple[Change, ...] | None = None


def walk(
    data: bytes,
    name: str,
    *,
    on: date | None,
    stop: Stop = Stop.ASSESS,
    rulebook: str | None = None,
    meanings: Mapping[ColumnName, str] | None = None,
) -> Walked:
    """Read, extract and measure a source, then check and assess it as far as `stop` says.

    `rulebook` is a name or a path; without one the page chooses. `meanings` overrules what columns hold. Without a day nothing is assessed.
    Raises UnreadableSource and RulebookError. Findings come in the order of the street: reading, rules, assessment.

        >>> pasted = "序号 | 项目名称 | 牵头单位 | 进展情况\\n1 | 修路3条 | 住建局 | 完成2条"
        >>> walked = walk(pasted.encode(), "a.txt", on=date(2031, 9, 30))
        >>> len(walked.page.records), walked.assessments[0].status.value
        (1, 'not_judged')
    """
    document = read(data, name)
    return walk_document(document, name, on=on, stop=stop, rulebook=rulebook, meanings=meanings)


def walk_document(
    document: Document,
    name: str,
    *,
    on: date | None,
    stop: Stop = Stop.ASSESS,
    rulebook: str | None = None,
    meanings: Mapping[ColumnName, str] | None = None,
    beside: Compared | None = None,
) -> Walked:
    """Walk a document that was read already; see walk. `beside` is what it is held against."""
    printed = printed_text(document)
    rules = load_rulebook(rulebook) if rulebook else choose_rulebook(printed)
    matched = None if rulebook else tuple(word for word in rules.recognize if word in printed)
    page = extract(document, rulebook=rules, meanings=meanings)
    measured = measure_page(page)
    walked = Walked(name, stop, document, page, rules, matched, measured, page.findings)
    beside = beside or Compared()
    if stop < Stop.CHECK:
        return replace(walked, findings=walked.findings + _doubts(walked, beside.register, on=on))
    found = check(
        page,
        measured,
        rulebook=rules,
        previous=beside.previous,
        against=beside.against,
        register=beside.register,
        waivers=beside.waivers,
        on=on,
    )
    walked = replace(walked, findings=walked.findings + found)
    if stop < Stop.ASSESS or on is None:
        return walked
    assessments = assess(page, measured, rulebook=rules, on=on, previous=beside.previous)
    mismatches = find_mismatches(page, assessments, rulebook=rules)
    return replace(
        walked,
        assessments=assessments,
        findings=walked.findings + mismatches,
        on=on,
        changes=_find_changes(walked, assessments, beside.previous, on=on),
    )


def _doubts(walked: Walked, register: tuple[str, ...], *, on: date | None) -> tuple[Finding, ...]:
    """Give what is told before the rules are asked: what was left unread, and who a given register lacks."""
    only = OF_READING | OF_UNITS if register else OF_READING
    found = check(
        walked.page, walked.measured, rulebook=walked.rulebook, register=register, on=on, only=only
    )
    return tuple(f for f in found if f.about is About.READING or f.code in only - OF_READING)


def _find_changes(
    walked: Walked,
    assessments: tuple[Assessment, ...],
    previous: Sequence[Companion],
    *,
    on: date,
) -> tuple[Change, ...] | None:
    """Find what changed since the last of the earlier pages; None without any."""
    if not previous:
        return None
    last = max(previous, key=lambda earlier: _last_day(earlier.page, on))
    then = min(on, _last_day(last.page, on))
    before = assess(last.page, last.measured, rulebook=walked.rulebook, on=then)
    return find_changes(
        walked.page, assessments, previous=last, before=before, rulebook=walked.rulebook
    )


def _last_day(page: Page, on: date) -> date:
    return page.report.end if page.report else on


def measure_page(page: Page) -> dict[int, Measured]:
    """Measure every record; a row that continues another's goal leaves that goal to the other."""
    period = page.report or page.plan
    year = period.year if period else None
    month = period.last if period and period.first == period.last else None
    by_order = {record.order: record for record in page.records}
    readings: Readings = {}
    return {
        order: measure(
            record,
            year=year,
            month=month,
            shared=by_order.get(record.shares_item_with or 0),
            readings=readings,
        )
        for order, record in by_order.items()
    }


def printed_text(document: Document) -> str:
    """Join everything a document prints, labels included, a piece a line."""
    lines = [value for _, value in document.labels]
    for part in document.parts:
        if isinstance(part, Grid):
            lines += [part.caption.value] if part.caption else []
            lines += [cell.text.value for cell in part.cells]
        else:
            lines += [paragraph.text.value for paragraph in part.paragraphs]
    return "\n".join(lines)
