"""Open data: a snapshot as JSON and as CSV, under the names of the exchange format (docs/exchange.md).

Both are read back by the checks of the build, so that what a page shows can be held against them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from shishi.portal.goals import goal_of
from shishi.portal.snapshot import PublicItem, PublicReport, Snapshot

JOINT = "、"
FORMULA = frozenset("=+-@\t\r\n'＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula (ASVS 1.2.10), and our own mark."""

COLUMNS = (
    *("id", "order", "section", "code", "theme", "item", "lead_units", "support_units"),
    *("open_ended", "leaders", "levels", "investment", "shares_item_with"),
    *("goal_period", "goal", "period", "progress", "status", "means", "because", "explanation"),
    *("approved_on", "claimed", "computed", "reasons", "waivers"),
)
ITEM_FACTS = ("code", "theme", "item", "lead_units", "support_units", "leaders", "levels")
REPORT_FACTS = (
    *("progress", "status", "because", "explanation", "approved_on", "claimed", "computed"),
)
WAIVER_FACTS = ("rule", "who", "why", "until")
NUMBER_COLUMNS = (
    *("id", "order", "period", "field", "action", "object", "value", "high", "unit"),
    *("comparator", "kind", "basis", "derived", "sure", "text"),
)


def to_open_data(snapshot: Snapshot) -> dict[str, Any]:
    """Put a snapshot into the public JSON object; data/portal/publication.schema.json describes it."""
    return {
        "version": snapshot.version,
        "district": {"slug": snapshot.district_slug, "name": snapshot.district},
        "plan": {
            "slug": snapshot.plan_slug,
            "title": snapshot.plan,
            "year": snapshot.year,
            "kind": snapshot.kind,
        },
        "release": snapshot.release,
        "dates": {
            "as_of": snapshot.as_of or None,
            "approved_on": snapshot.approved_on or None,
            "published_on": snapshot.published_on,
        },
        "rulebook": snapshot.rulebook,
        "statuses": [{"status": s.word, "means": s.means} for s in snapshot.statuses],
        "periods": list(snapshot.periods),
        "records": [_record(item) for item in snapshot.items],
    }


def to_json(snapshot: Snapshot) -> bytes:
    """Write the public JSON object in UTF-8, a record a line."""
    told = to_open_data(snapshot)
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in told.pop("records"))
    head = json.dumps(told, ensure_ascii=False)
    return f'{head[:-1]}, "records": [\n{lines}\n]}}\n'.encode()


def to_csv(snapshot: Snapshot) -> bytes:
    """Write one row for each report, with the item and its goal; items and goals without a report
    stand in rows of their own. UTF-8 with BOM; a text like a formula gets a single quote before it."""
    rows = (row for item in snapshot.items for row in _rows(item))
    return _write(COLUMNS, rows)


def numbers_to_csv(snapshot: Snapshot) -> bytes:
    """Write one row for each number that was read: in promises (period blank) and in reports."""
    rows = (
        {**measure, "id": item.id, "order": item.order, "period": period}
        for item in snapshot.items
        for period, measures in (
            ("", item.measures),
            *((r.period, r.measures) for r in item.reports),
        )
        for measure in measures
    )
    return _write(NUMBER_COLUMNS, rows)


def read_csv(data: bytes) -> list[dict[str, str]]:
    """Read a CSV of ours back; the quotes before texts like formulas are gone again.

    >>> read_csv(_write(("goal",), [{"goal": "-5 以内"}, {"goal": "'-5"}]))
    [{'goal': '-5 以内'}, {'goal': "'-5"}]
    """
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: _restored(value) for name, value in row.items()} for row in rows]


def _record(item: PublicItem) -> dict[str, Any]:
    money = item.investment
    return {
        "id": item.id,
        "order": item.order,
        "section": item.section,
        "code": item.code or None,
        "theme": item.theme or None,
        "item": item.text,
        "lead_units": list(item.lead_units),
        "support_units": list(item.support_units),
        "open_ended": item.open_ended,
        "leaders": list(item.leaders),
        "levels": list(item.levels),
        "investment": None if money is None else {"value": money, "unit": "元"},
        "shares_item_with": item.shares_item_with,
        "measures": list(item.measures),
        "goals": [{"period": period, "goal": text} for period, text in item.goals],
        "reports": [_report(report) for report in item.reports],
    }


def _report(report: PublicReport) -> dict[str, Any]:
    return {
        "period": report.period,
        "progress": report.progress or None,
        "status": report.reviewed.word,
        "means": report.reviewed.means,
        "because": report.reviewed.because or None,
        "explanation": report.explanation or None,
        "approved_on": report.approved_on,
        "claimed": report.claimed or None,
        "computed": report.computed or None,
        "reasons": list(report.reasons),
        "waivers": [{name: getattr(w, name) for name in WAIVER_FACTS} for w in report.waivers],
        "measures": list(report.measures),
    }


def _rows(item: PublicItem) -> Iterator[dict[str, Any]]:
    record = {name: value for name, value in _record(item).items() if name in COLUMNS}
    record["investment"] = item.investment
    shown = set()
    for report in item.reports:
        period, goal = goal_of(item, report.period)
        shown.add(period)
        told = {**_report(report), "reasons": "\n".join(report.reasons)}
        told["waivers"] = json.dumps(told["waivers"], ensure_ascii=False) if report.waivers else ""
        yield {**record, "goal_period": period, "goal": goal, **told}
    rest = [goal for goal in item.goals if goal[0] not in shown]
    for period, goal in rest:
        yield {**record, "goal_period": period, "goal": goal}
    if not item.reports and not rest:
        yield record


def _write(columns: Sequence[str], rows: Iterator[Mapping[str, Any]] | list[Any]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = JOINT.join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return "'" + text if text.lstrip(" ")[:1] in FORMULA and text.strip(" ") else text


def _restored(text: str) -> str:
    rest = text[1:]
    return rest if text[:1] == "'" and rest.lstrip(" ")[:1] in FORMULA else text


def facts_of_json(told: Mapping[str, Any]) -> dict[str, str]:
    """Flatten the public JSON object into what a page may show: "12/2024-10/progress" → text.

    Blank facts are left out; lists are joined as pages join them.
    """
    facts: dict[str, Any] = {}
    for record in told["records"]:
        key = record["id"]
        facts |= {f"{key}/{name}": record[name] for name in ITEM_FACTS}
        facts[f"{key}/investment"] = record["investment"] and record["investment"]["value"]
        facts |= {f"{key}/goals/{one['period']}": one["goal"] for one in record["goals"]}
        facts |= _number_facts(str(key), record["measures"])
        for report in record["reports"]:
            spot = f"{key}/{report['period']}"
            facts |= {f"{spot}/{name}": report[name] for name in REPORT_FACTS}
            facts |= _listed(f"{spot}/reasons", report["reasons"])
            facts |= _waiver_facts(spot, report["waivers"])
            facts |= _number_facts(spot, report["measures"])
    return {name: _plain(value) for name, value in facts.items() if value}


def facts_of_csv(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Flatten the rows of a plan's CSV into the same facts, the numbers aside."""
    facts: dict[str, str] = {}
    for row in rows:
        key = row["id"]
        facts |= {f"{key}/{name}": row[name] for name in (*ITEM_FACTS, "investment")}
        facts[f"{key}/goals/{row['goal_period']}"] = row["goal"]
        spot = f"{key}/{row['period']}"
        facts |= {f"{spot}/{name}": row[name] for name in REPORT_FACTS}
        facts |= _listed(f"{spot}/reasons", row["reasons"].splitlines())
        facts |= _waiver_facts(spot, json.loads(row["waivers"] or "[]"))
    return {name: value for name, value in facts.items() if value}


def numbers_of_csv(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Flatten the rows of a plan's numbers into the same facts."""
    by_spot: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        spot = f"{row['id']}/{row['period']}" if row["period"] else row["id"]
        by_spot.setdefault(spot, []).append(row)
    facts: dict[str, Any] = {}
    for spot, numbers in by_spot.items():
        facts |= _number_facts(spot, numbers)
    return {name: value for name, value in facts.items() if value}


def _number_facts(spot: str, measures: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        f"{spot}/measures/{number}/{name}": measure[name]
        for number, measure in enumerate(measures)
        for name in ("text", "value", "high")
    }


def _waiver_facts(spot: str, waivers: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {
        f"{spot}/waivers/{number}/{name}": waiver[name]
        for number, waiver in enumerate(waivers)
        for name in WAIVER_FACTS
    }


def _listed(spot: str, texts: Iterable[str]) -> dict[str, str]:
    return {f"{spot}/{number}": text for number, text in enumerate(texts)}


def _plain(value: object) -> str:
    return JOINT.join(map(str, value)) if isinstance(value, list) else str(value)
