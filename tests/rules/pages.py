"""Small invented pages for the rules: rows of cells as keywords, stated rules as facts."""

from __future__ import annotations

from collections.abc import Mapping

from shishi.findings import Finding
from shishi.measures.measure import Measured
from shishi.places import Place, Source, Text
from shishi.records import LISTS, Field, Notice, Page, Record, StatedRule
from shishi.rulebook import load_rulebook
from shishi.rules.subject import Subject, build_subject
from shishi.text.characters import Script, fold

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
