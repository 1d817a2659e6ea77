"""The exchange format: one page as plain values for JSON, under the names of docs/exchange.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from shishi.assessment import Assessment, Change
from shishi.findings import Finding, message, message_parts
from shishi.measures.measure import Comparator, Measure, Measured
from shishi.places import Place, Source
from shishi.records import LISTS, Field, Header, Notice, Page, Record, StatedRule
from shishi.text.characters import Folded, Script
from shishi.writers.judged import assessment_to_exchange, change_to_exchange
from shishi.writers.values import decimal_string as decimal_string
from shishi.writers.values import measure_to_exchange, milestone_to_exchange, spelt
from shishi.writers.values import plain_value as plain_value
from shishi.writers.vocabulary import field_word

NUMBERS = frozenset({Field.INVESTMENT, Field.PERCENT})
"""The fields that stand in a record as a number; they have nothing to fold."""

FIELD_FACTS = frozenset({"read_as", "or_as"})
"""The facts of a finding that name a field: what a cell was read as, and may be instead."""


def to_exchange(
    page: Page,
    measured: Mapping[int, Measured],
    *,
    findings: Iterable[Finding],
    assessments: Iterable[Assessment] | None = None,
    changes: Iterable[Change] | None = None,
    language: str = "zh",
) -> dict[str, object]:
    """Put a page into the exchange format (docs/exchange.md, data/exchange.schema.json).

    `measured` goes by the order of the record. `findings` are all that shall stand in the object,
    those of reading included; their messages are in `language` ("zh" or "en"). "assessments" is
    there only when assessments are given, "changes" only when an earlier page was. Blank texts become None, absent lists []. Decimal values
    become strings without exponent or idle zeros; everything else is as printed.
    """
    exchange: dict[str, object] = {
        "source": source_to_exchange(page.source),
        "script": page.script.value,
        "notice": notice_to_exchange(page.notice),
        "period": {"plan": spelt(page.plan), "report": spelt(page.report)},
        "stated_rules": [_stated_rule(rule) for rule in page.stated_rules],
        "headers": [_header(header) for header in page.headers],
        "records": [_record(page, r, measured.get(r.order)) for r in page.records],
        "findings": [finding_to_exchange(f, language=language) for f in findings],
    }
    if assessments is not None:
        exchange["assessments"] = [assessment_to_exchange(a, language) for a in assessments]
    if changes is not None:
        exchange["changes"] = [change_to_exchange(change, language) for change in changes]
    return exchange


def _header(header: Header) -> dict[str, object]:
    return {
        "part": header.part,
        "signature": header.signature,
        "score": header.score,
        "columns": [
            {
                "number": column.number,
                "word": column.word,
                "field": column.field.value if column.field else None,
                "sure": column.sure,
            }
            for column in header.columns
        ],
    }


def source_to_exchange(source: Source) -> dict[str, object]:
    """Put a source into the exchange format: name, format, sha256."""
    return {"name": source.name, "format": source.format, "sha256": source.sha256}


def place_to_exchange(place: Place) -> dict[str, object]:
    """Put a place into the exchange format; what is not known is left out.

    >>> place_to_exchange(Place(part="table 1", row=3, field="status"))
    {'part': 'table 1', 'row': 3, 'field': 'status'}
    """
    spot = {
        "part": place.part or None,
        "row": place.row,
        "column": place.column,
        "line": place.line,
        "characters": list(place.characters) if place.characters else None,
        "field": place.field or None,
        "page": place.page,
    }
    return {name: value for name, value in spot.items() if value is not None}


def finding_to_exchange(finding: Finding, *, language: str = "zh") -> dict[str, object]:
    """Put a finding into the exchange format, with its message in `language`."""
    exchange: dict[str, object] = {
        "code": finding.code,
        "about": finding.about.value,
        "severity": finding.severity.value,
        "place": place_to_exchange(finding.place),
        "facts": plain_value(finding.facts),
        "message": say_finding(finding, language),
    }
    if finding.waived:
        who, why, until = finding.waived.who, finding.waived.why, finding.waived.until
        exchange["waived"] = {"who": who, "why": why, "until": until.isoformat()}
    return exchange


def notice_to_exchange(notice: Notice) -> dict[str, object]:
    """Put a disclosure record into the exchange format; what the page leaves blank is None."""
    return {
        "title": notice.title or None,
        "index_number": notice.index_number or None,
        "issuer": notice.issuer or None,
        "document_date": notice.document_date or None,
        "publication_date": notice.publication_date or None,
        "document_number": notice.document_number or None,
        "subject": notice.subject or None,
        "grouping": notice.grouping or None,
        "genre": notice.genre or None,
        "disclosure": notice.disclosure or None,
        "scope": notice.scope or None,
        "validity": notice.validity or None,
        "source": notice.source or None,
        "attachments": list(notice.attachments),
        "other": dict(notice.other),
    }


def _stated_rule(rule: StatedRule) -> dict[str, object]:
    return {
        "number": rule.number,
        "text": rule.text.value,
        "facts": plain_value(rule.facts),
        "place": place_to_exchange(rule.text.place),
    }


def _record(page: Page, record: Record, measured: Measured | None) -> dict[str, object]:
    measured = measured or Measured(record.order)
    exchange = record_to_exchange(record, measured) | {
        "measures": [measure_to_exchange(m) for m in measured.measures if not _lifted(m, measured)],
        "milestones": [milestone_to_exchange(m) for m in measured.milestones],
        "place": place_to_exchange(record.place),
    }
    if page.script is not Script.SIMPLIFIED:
        exchange["simplified"] = _simplified(record)
    return exchange


def record_to_exchange(record: Record, measured: Measured) -> dict[str, object]:
    """Put what a record prints into the exchange format, without what was read in its texts."""
    texts = {str(name): text.value for name, text in record.texts.items()}
    names = {str(name): [text.value for text in found] for name, found in record.names.items()}
    money, rate = _numbers(measured)
    return {
        "order": record.order,
        "section": record.section,
        "code": texts.get("code") or None,
        "theme": texts.get("theme") or None,
        "item": texts.get("item") or None,
        "lead_units": names.get("lead_units") or [],
        "support_units": names.get("support_units") or [],
        "open_ended": record.open_ended,
        "leaders": names.get("leaders") or [],
        "levels": names.get("levels") or [],
        "investment": {"value": decimal_string(money.value), "unit": money.unit} if money else None,
        "goal": texts.get("goal") or None,
        "progress": texts.get("progress") or None,
        "percent": decimal_string(rate.value) if rate else None,
        "status": texts.get("status") or None,
        "explanation": texts.get("explanation") or None,
        "remark": texts.get("remark") or None,
        "other": _other(record, texts, investment=money is None, percent=rate is None),
        "shares_item_with": record.shares_item_with,
    }


def _names(record: Record, name: Field) -> list[str]:
    return [text.value for text in record.names.get(name, ())]


def _numbers(measured: Measured) -> tuple[Measure | None, Measure | None]:
    """Give the investment and the percentage, of a record that has one; few have."""
    if NUMBERS.isdisjoint([measure.field for measure in measured.measures]):
        return None, None
    return _only(measured, Field.INVESTMENT), _only(measured, Field.PERCENT)


def _only(measured: Measured, name: Field) -> Measure | None:
    """Give the one number of a number column, if it is one and in the unit of the contract."""
    found = measured.of(name)
    unit = "元" if name is Field.INVESTMENT else "%"
    return found[0] if len(found) == 1 and found[0].unit == unit else None


def _lifted(measure: Measure, measured: Measured) -> bool:
    """Tell whether "investment" or "percent" of the record says all that this measure says."""
    plain = measure.comparator is Comparator.EQUAL and measure.high is None
    return plain and any(_only(measured, name) is measure for name in NUMBERS)


def _other(
    record: Record, texts: Mapping[str, str], *, investment: bool, percent: bool
) -> dict[str, str]:
    """Keep the columns nobody knows, and the printed text of a number that could not be read."""
    other = {name: text.value for name, text in record.other.items()}
    for name, unread in (("investment", investment), ("percent", percent)):
        if unread and (printed := texts.get(name)):
            other[name] = printed
    return other


def _simplified(record: Record) -> dict[str, object]:
    simplified: dict[str, object] = {}
    for name, folded in record.folded.items():
        if name in LISTS:
            simplified[name.value] = _fold_names(folded, _names(record, name))
        elif name not in NUMBERS:
            simplified[name.value] = folded.plain
    return simplified


def _fold_names(folded: Folded, names: list[str]) -> list[str]:
    """Fold each name by where it stands in the cell, so that a name folds as its cell does."""
    plain, end = [], 0
    for name in names:
        start = max(folded.printed.find(name, end), end)
        end = start + len(name)
        kept = zip(folded.plain, folded.offsets, strict=False)
        plain.append("".join(c for c, offset in kept if start <= offset < end))
    return plain


def say_finding(finding: Finding, language: str = "zh") -> str:
    """Say a finding in words: its numbers in plain digits, its fields by their names."""
    return message(_sayable(finding, language), language)


def say_finding_parts(finding: Finding, language: str = "zh") -> tuple[str, str]:
    """Say what is wrong and what to do about it, in the words of say_finding."""
    return message_parts(_sayable(finding, language), language)


def _sayable(finding: Finding, language: str) -> Finding:
    facts = {name: plain_value(fact) for name, fact in finding.facts.items()}
    for name in FIELD_FACTS & facts.keys():
        facts[name] = field_word(str(facts[name]), language)
    return replace(finding, facts=facts)
