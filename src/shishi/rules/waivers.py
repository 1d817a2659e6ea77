"""Waivers (豁免): who lets a finding pass, why, and until when; read from a file, laid over findings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from shishi.errors import UnreadableSource
from shishi.findings import About, Finding, Severity, Waiver, load_messages
from shishi.places import Place
from shishi.records import Field, Page

EXPIRED = "waiver-expired"
PERSON_NAMED = "person-named"

_REMEDY = {
    "zh": "每条豁免写成 [[waiver]]，含 rule、record、who、why、until（见 docs/rules.md）。",
    "en": "Write each waiver as [[waiver]] with rule, record, who, why, until (docs/rules.md).",
}


def parse_waivers(
    text: str, name: str, *, known: Collection[str], find_person: Callable[[str, str], str]
) -> tuple[Waiver, ...]:
    """Read waivers from TOML, or from JSON where the name ends in .json. Raises UnreadableSource.

    `known` are the codes of all rules; `find_person` gives what looks like a person's name in who and
    why, "" where nothing does. A waiver that lacks an office, a reason or a day is refused, and so is
    one that names a person: others read it, and people appear by their office.

        >>> text = '[[waiver]]\\nrule = "a-b"\\nrecord = 3\\nwho = "督查室"\\nwhy = "数据未出"\\nuntil = 2031-12-31'
        >>> parse_waivers(text, "w.toml", known={"a-b"}, find_person=lambda who, why: "")[0].until
        datetime.date(2031, 12, 31)
    """
    waivers = []
    for number, row in enumerate(_read_rows(text, name), 1):
        waiver = _build(row, number, name, known=known)
        if person := find_person(waiver.who, waiver.why):
            zh = f"第{number}条豁免：{say_person_named(person, 'zh')}"
            en = f"waiver {number}: {say_person_named(person, 'en')}"
            raise _refuse(name, zh, en)
        waivers.append(waiver)
    return tuple(waivers)


def say_person_named(name: str, language: str) -> str:
    """Say which words look like a person's name and what to write instead, "zh" or "en"."""
    return load_messages()[PERSON_NAMED][language].format(name=name)


def waive(
    findings: Iterable[Finding], waivers: Sequence[Waiver], page: Page, *, on: date
) -> list[Finding]:
    """Mark the findings that a waiver lets pass on a day, and add one for each waiver that has run out.

    A finding with an expired waiver stands as if there were none.
    """
    current = [waiver for waiver in waivers if on <= waiver.until]
    found = [replace(f, waived=_waiver_of(f, current, page)) for f in findings]
    return found + [_expired(waiver, page) for waiver in waivers if waiver.until < on]


def _waiver_of(finding: Finding, waivers: Iterable[Waiver], page: Page) -> Waiver | None:
    order = finding.facts.get("order", 0)
    named = (w for w in waivers if w.rule == finding.code and w.record == order)
    return next((w for w in named if _begins(page, w)), None)


def _begins(page: Page, waiver: Waiver) -> bool:
    """Say whether the record that a waiver names is still the one it was given for."""
    items = [r.plain(Field.ITEM).strip() for r in page.records if r.order == waiver.record]
    return not waiver.item or any(item.startswith(waiver.item) for item in items)


def _expired(waiver: Waiver, page: Page) -> Finding:
    record = next((r for r in page.records if r.order == waiver.record), None)
    facts = {
        "order": waiver.record,
        "rule": waiver.rule,
        "who": waiver.who,
        "why": waiver.why,
        "until": waiver.until.isoformat(),
    }
    place = (
        record.place if record else Place(part=page.records[0].place.part if page.records else "")
    )
    return Finding(EXPIRED, About.CONTENT, Severity.ASKS, place, facts)


def _read_rows(text: str, name: str) -> list[object]:
    try:
        data = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise _refuse(name, f"不是规定的格式（{why}）。", f"is not well-formed ({why}).") from None
    rows = data.get("waiver") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise _refuse(name, "没有 [[waiver]]。", "has no [[waiver]].")
    return rows


def _build(row: object, number: int, name: str, *, known: Collection[str]) -> Waiver:
    data = row if isinstance(row, dict) else {}
    until = _day(data.get("until"))
    words = [data.get(key) for key in ("rule", "who", "why")]
    record, item = data.get("record", 0), data.get("item", "")
    whole = isinstance(record, int) and not isinstance(record, bool) and record >= 0
    texts = all(isinstance(word, str) and word.strip() for word in words) and isinstance(item, str)
    strange = set(data) - {"rule", "record", "who", "why", "until", "item"}
    if not (until and whole and texts) or strange:
        zh, en = (
            f"第{number}条豁免不完整或写错。",
            f"waiver {number} lacks something or is mistyped.",
        )
        raise _refuse(name, zh, en)
    rule, who, why = map(str, words)
    if rule not in known:
        zh, en = f"第{number}条豁免：没有“{rule}”这条规则。", f"waiver {number}: no rule “{rule}”."
        raise _refuse(name, zh, en)
    return Waiver(rule, record, who.strip(), why.strip(), until, item.strip())


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _refuse(name: str, zh: str, en: str) -> UnreadableSource:
    return UnreadableSource(name, "waivers", reason={"zh": zh, "en": en}, remedy=_REMEDY)
