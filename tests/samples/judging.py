"""Hold what the program reads in a sample page against what is right to read in it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from shishi import layouts, readers
from shishi.findings import About, Severity
from shishi.readers.document import Flow
from shishi.records import LISTS, Field, Page, Record
from shishi.rulebook import choose_rulebook

GRAVE = frozenset({"lead_units", "support_units", "leaders", "investment", "percent"})
"""The cells that hold names or numbers, where a silent mistake does most harm."""

BASE = {"万元": 10_000, "亿元": 100_000_000, "元": 1}


@dataclass(frozen=True)
class Judged:
    """One cell: what is right, what was read, and whether the program doubts it."""

    sample: str
    order: int
    field: str
    right: object
    read: object
    flagged: bool

    @property
    def same(self) -> bool:
        """Say whether the cell was read rightly; white space does not count."""
        return squeezed(self.right) == squeezed(self.read)

    def __str__(self) -> str:
        flag = " (flagged)" if self.flagged else ""
        return (
            f"{self.sample} {self.order} {self.field}: {self.right!r} read as {self.read!r}{flag}"
        )


def squeezed(value: object) -> object:
    """Take the white space out of a text or of each of several names.

    >>> squeezed("环城 南路"), squeezed(["区教 育局"])
    ('环城南路', ['区教育局'])
    """
    if isinstance(value, list):
        return [squeezed(part) for part in value]
    return "".join(value.split()) if isinstance(value, str) else value


@cache
def expected(folder: Path) -> dict[str, Any]:
    """Load what is right to read in the sample of `folder`."""
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


@cache
def page(folder: Path) -> Page:
    """Read the sample of `folder` with the program."""
    [source] = folder.glob("source.*")
    return read_page(source.read_bytes(), source.name)


def read_page(data: bytes, name: str) -> Page:
    """Read a page with the program, under the rulebook it chooses for the text."""
    document = readers.read(data, name)
    text = "\n".join(
        piece.text.value
        for part in document.parts
        for piece in (part.paragraphs if isinstance(part, Flow) else part.cells)
    )
    return layouts.extract(document, rulebook=choose_rulebook(text))


@cache
def judge(folder: Path) -> tuple[Judged, ...]:
    """Judge every cell of the sample of `folder`."""
    return judge_page(folder.name, page(folder), expected(folder))


def judge_page(sample: str, found: Page, wanted: dict[str, Any]) -> tuple[Judged, ...]:
    """Judge every cell of a page, record by record in order; a missing record reads as None."""
    doubted = _doubted(found)
    records = dict(enumerate(found.records, start=1))
    cells = []
    for row in wanted["records"]:
        record = records.get(row["order"])
        for name, right in row.items():
            if name not in {"simplified", *wanted["open_to_reading"]}:
                spot = (record.place.part, record.place.row, name) if record else ()
                flagged = spot in doubted or (row["order"], name) in doubted
                read = _read(record, found, name) if record else None
                cells.append(Judged(sample, row["order"], name, right, read, flagged))
    return tuple(cells)


def _doubted(found: Page) -> set[tuple[object, ...]]:
    """List the cells the program itself doubts, by part, row and field and by order and field."""
    doubts = [
        f for f in found.findings if f.about is About.READING and f.severity is not Severity.NOTES
    ]
    return {(f.place.part, f.place.row, f.place.field) for f in doubts if f.place.row} | {
        (f.facts["order"], f.place.field) for f in doubts if "order" in f.facts
    }


def _read(record: Record, found: Page, name: str) -> object:
    if name in {"order", "section", "open_ended"}:
        return getattr(record, name)
    if name == "shares_item_with":
        return _first(record, found)
    field = Field(name)
    if field in LISTS:
        return [text.value for text in record.names.get(field, ())]
    if field is Field.INVESTMENT:
        return _money(record)
    if field is Field.PERCENT:
        return record.plain(field).strip().removesuffix("%") or None
    return record.printed(field) or None


def _first(record: Record, found: Page) -> int | None:
    """Follow a shared item to the row that prints it first."""
    order = record.shares_item_with
    while order and (above := found.records[order - 1].shares_item_with):
        order = above
    return order


def _money(record: Record) -> str | None:
    printed = record.plain(Field.INVESTMENT).replace(",", "").strip()
    unit = (
        re.sub(r"\([a-zà-ǜ]+\)", "", record.investment_unit).replace("萬", "万").replace("億", "亿")
    )
    if not printed:
        return None
    try:
        return f"{(Decimal(printed) * BASE.get(unit, 1)).normalize():f}"
    except InvalidOperation:
        return printed
