"""Rows: what the street says of one file, as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal

from shishi.corpus.tables import SCHEMAS
from shishi.errors import UnreadableSource
from shishi.findings import Finding
from shishi.measures.measure import Basis, Comparator, Kind, Measure, Milestone
from shishi.places import Place
from shishi.records import Field, Record
from shishi.street import Walked
from shishi.writers.exchange import notice_to_exchange, record_to_exchange, say_finding
from shishi.writers.values import decimal_string, plain_value

Row = dict[str, object]
Rows = dict[str, list[Row]]
"""Table → rows; a column that a row leaves out is null."""

_WHOLE, _CUT = 28, 10  # digits before and after the point, as in tables.NUMBER
_CUTS = frozenset(range(-_CUT, 1))

_SPELT = {sign: sign.value for kind in (Field, Comparator, Kind, Basis) for sign in kind}
"""What Arrow is given, the same string each time; .value takes three times as long, and a page has hundreds."""


def rows_of(walked: Walked, source: str, *, size: int) -> Rows:
    """Put a walked page into rows; the names are those of the exchange format.

    Everything that `extract --json` says of the page stands in one of the rows, except the fill-in
    rules and the folded texts.
    """
    rows: Rows = {name: [] for name in SCHEMAS}
    rows["notices"].append(_notice(walked, source) | {"size": size})
    for record in walked.page.records:
        measured = walked.measured[record.order]
        rows["records"].append(_record(record, record_to_exchange(record, measured), source))
        order = record.order
        rows["measures"] += [_measure(measure, source, order) for measure in measured.measures]
        rows["milestones"] += [_milestone(step, source, order) for step in measured.milestones]
    rows["findings"] += [_finding(finding, source) for finding in walked.findings]
    return rows


def refused_rows(error: UnreadableSource, source: str, *, size: int) -> Rows:
    """Put a file that could not be read into rows: its notice with the code, and a finding."""
    rows: Rows = {name: [] for name in SCHEMAS}
    rows["notices"].append({"source": source, "size": size, "refused": error.code, "records": 0})
    said = {lang: f"{error.reason[lang]} {error.remedy[lang]}" for lang in ("zh", "en")}
    rows["findings"].append(
        {
            "source": source,
            "code": error.code,
            "about": "reading",
            "severity": "blocks",
            "facts": "{}",
            "message": said["zh"],
            "message_en": said["en"],
        }
    )
    return rows


def _notice(walked: Walked, source: str) -> Row:
    page, notice = walked.page, notice_to_exchange(walked.page.notice)
    return {
        **notice,
        "printed_source": notice["source"],
        "other": list(page.notice.other.items()),
        "source": source,
        "format": page.source.format,
        "sha256": page.source.sha256,
        "script": page.script.value,
        "rulebook": f"{walked.rulebook.name} {walked.rulebook.version}",
        "plan": str(page.plan) if page.plan else None,
        "report": str(page.report) if page.report else None,
        "records": len(page.records),
    }


def _record(record: Record, said: Row, source: str) -> Row:
    investment = said["investment"]
    money = investment["value"] if isinstance(investment, dict) else None
    other = said["other"]
    assert isinstance(other, dict)
    return {
        **said,
        "source": source,
        "other": list(other.items()),
        "investment": _exact(money),
        "investment_printed": record.printed(Field.INVESTMENT) or None,
        "percent": _exact(said["percent"]),
        "percent_printed": record.printed(Field.PERCENT) or None,
        **_place(record.place),
    }


def _measure(measure: Measure, source: str, order: int) -> Row:
    return {
        "source": source,
        "order": order,
        "field": _SPELT[measure.field] if measure.field else None,
        "action": measure.action or None,
        "object": measure.object or None,
        "value": _exact(measure.value),
        "value_printed": decimal_string(measure.value),
        "high": _exact(measure.high),
        "unit": measure.unit,
        "comparator": _SPELT[measure.comparator],
        "kind": _SPELT[measure.kind],
        "basis": _SPELT[measure.basis],
        "derived": measure.derived,
        "sure": measure.sure,
        "text": measure.text,
        "start": measure.span[0],
        "end": measure.span[1],
    }


def _milestone(step: Milestone, source: str, order: int) -> Row:
    return {
        "source": source,
        "order": order,
        "field": _SPELT[step.field] if step.field else None,
        "event": step.event,
        "period": str(step.period) if step.period else None,
        "comparator": _SPELT[step.comparator],
        "done": step.done,
        "text": step.text,
        "start": step.span[0],
        "end": step.span[1],
    }


def _finding(finding: Finding, source: str) -> Row:
    order = finding.facts.get("order")
    return {
        "source": source,
        "order": order if isinstance(order, int) else None,
        "code": finding.code,
        "about": finding.about.value,
        "severity": finding.severity.value,
        "field": finding.place.field or None,
        "facts": json.dumps(plain_value(finding.facts), ensure_ascii=False),
        "message": say_finding(finding, "zh"),
        "message_en": say_finding(finding, "en"),
        **_place(finding.place),
    }


def _place(place: Place) -> Row:
    start, end = place.characters or (None, None)
    return {
        "part": place.part or None,
        "row": place.row,
        "column": place.column,
        "line": place.line,
        "start": start,
        "end": end,
    }


def _exact(value: object) -> Decimal | None:
    """Give a number that the column can hold to the last digit; None where it cannot."""
    if value is None:
        return None
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if number.adjusted() >= _WHOLE:
        return None
    if (exponent := number.as_tuple().exponent) in _CUTS:
        return number
    exponent = number.normalize().as_tuple().exponent
    return number if isinstance(exponent, int) and -exponent <= _CUT else None


def merge_rows(into: Rows, more: Iterable[Rows]) -> Rows:
    """Put the rows of several files under each other, table by table."""
    for rows in more:
        for table, found in rows.items():
            into.setdefault(table, []).extend(found)
    return into
