"""Small invented pages for the rules: rows of cells as keywords, stated rules as facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from shishi.findings import Finding
from shishi.matching import Companion
from shishi.measures import measure
from shishi.measures.measure import Measured
from shishi.places import Place, Source, Text
from shishi.records import LISTS, Field, Notice, Page, Record, StatedRule
from shishi.rulebook import load_rulebook
from shishi.rules.beside import Beside
from shishi.rules.subject import Subject, build_subject
from shishi.text.characters import Script, fold
from shishi.text.periods import Period

FOUR_WORDS: Mapping[str, object] = {"statuses": ["正常", "超前", "滞后", "办结"]}
WHO_EXPLAINS: Mapping[str, object] = {
    "explain": ["滞后", "超前"],
    "reason": ["滞后"],
    "next_step": ["滞后"],
}


def make_page(
    *rows: Mapping[str, str],
    stated: tuple[Mapping[str, object], ...] = (),
    script: Script = Script.SIMPLIFIED,
    findings: tuple[Finding, ...] = (),
) -> Page:
    """Make a page of rows, each a mapping of field names to printed cells; lists are split at 、."""
    rules = tuple(
        StatedRule(str(number), Text("", Place()), facts) for number, facts in enumerate(stated, 1)
    )
    return Page(
        source=Source("page.html", "html", "0" * 64),
        script=script,
        notice=Notice(),
        records=tuple(_record(n, row, script) for n, row in enumerate(rows, 1)),
        stated_rules=rules,
        findings=findings,
    )


def make_subject(
    *rows: Mapping[str, str],
    stated: tuple[Mapping[str, object], ...] = (),
    script: Script = Script.SIMPLIFIED,
    measured: Mapping[int, Measured] | None = None,
    rulebook: str = "default",
    findings: tuple[Finding, ...] = (),
) -> Subject:
    """Make the subject of such a page."""
    page = make_page(*rows, stated=stated, script=script, findings=findings)
    return build_subject(page, measured or {}, rulebook=load_rulebook(rulebook))


def month(
    *rows: Mapping[str, str],
    report: str | None = None,
    plan: str | None = None,
    stated: tuple[Mapping[str, object], ...] = (),
) -> Companion:
    """Make the page of one period ("2031-09"), with its numbers read."""
    page = replace(
        make_page(*rows, stated=stated),
        report=Period.parse(report) if report else None,
        plan=Period.parse(plan) if plan else None,
    )
    return Companion(page, {r.order: measure(r, year=2031) for r in page.records})


def read_subject(
    *rows: Mapping[str, str],
    report: str | None = "2031-10",
    plan: str | None = None,
    stated: tuple[Mapping[str, object], ...] = (),
    rulebook: str = "default",
    **beside: Any,
) -> Subject:
    """Make the subject of such a page, beside earlier pages (`previous=`) and what else is given."""
    own = month(*rows, report=report, plan=plan, stated=stated)
    book = load_rulebook(rulebook)
    return build_subject(own.page, own.measured, rulebook=book, beside=Beside(**beside))


def orders(findings: object) -> list[object]:
    """Give the order of the record of each finding."""
    return [finding.facts["order"] for finding in findings]  # type: ignore[attr-defined]


def _record(order: int, row: Mapping[str, str], script: Script) -> Record:
    place = Place(part="table 1", row=order + 1)
    texts = {Field(name): Text(cell, place) for name, cell in row.items() if cell}
    names = {
        field: tuple(Text(name, place) for name in text.value.split("、"))
        for field, text in texts.items()
        if field in LISTS and text.value != "/"
    }
    folded = {field: fold(text.value, script) for field, text in texts.items()}
    return Record(order=order, place=place, texts=texts, names=names, folded=folded)
