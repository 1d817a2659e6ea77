"""Small invented pages for the assessment: cells as keywords, periods in the exchange form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shishi.assessment import Assessment, assess
from shishi.measures import measure
from shishi.places import Place, Source, Text
from shishi.records import Field, Notice, Page, Record
from shishi.rulebook import Rulebook, load_rulebook
from shishi.text.characters import Script, fold
from shishi.text.periods import Period


def make_period(printed: str) -> Period | None:
    """Read a period of the exchange form; None for an empty text."""
    return Period.parse(printed) if printed else None


def make_record(order: int = 1, *, script: Script = Script.SIMPLIFIED, **cells: str) -> Record:
    """Make a record of cells by field name; blank ones are left out."""
    place = Place(part="table 1", row=order)
    texts = {Field(name): Text(value, place) for name, value in cells.items() if value}
    folded = {name: fold(text.value, script) for name, text in texts.items()}
    return Record(order, place, texts=texts, folded=folded)


def make_page(*records: Record, plan: str = "2031-05", report: str = "2031-05") -> Page:
    """Make a page of records, its goals and its progress for these periods."""
    return Page(
        source=Source("page.html", "html", "0" * 64),
        script=Script.SIMPLIFIED,
        notice=Notice(),
        records=records,
        plan=make_period(plan),
        report=make_period(report),
    )


def judge_page(
    page: Page, *, on: str = "2031-06-03", rulebook: Rulebook | None = None
) -> tuple[Assessment, ...]:
    """Measure and assess a page."""
    measured = {record.order: measure(record, year=2031) for record in page.records}
    book = rulebook or load_rulebook("default")
    return assess(page, measured, rulebook=book, on=date.fromisoformat(on))


def by_schedule() -> Rulebook:
    """Give the common rulebook with the months that are over as the measure of a year's number."""
    book = load_rulebook("default")
    return replace(book, bands=replace(book.bands, by_schedule=True))


def judge_cells(**cells: str) -> Assessment:
    """Assess one record whose goal is for the month of the report."""
    return judge_page(make_page(make_record(**cells)))[0]


def codes(assessment: Assessment) -> list[str]:
    """Give the codes of the reasons, in order."""
    return [reason.code for reason in assessment.reasons]
