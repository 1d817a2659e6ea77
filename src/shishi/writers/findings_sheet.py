"""The findings of pages as a workbook to mail back: which item, whose, what is wrong, what to do."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from shishi.findings import Finding, Severity
from shishi.places import Place
from shishi.records import Field, Page, Record
from shishi.text.formulas import is_formula_like
from shishi.writers.exchange import say_finding_parts
from shishi.writers.formats.extent import line_count
from shishi.writers.formats.xlsx import MADE, OPTIONS, TALLEST, Formats, set_up_paper
from shishi.writers.office.layout import Paper
from shishi.writers.vocabulary import Words, field_word, load_screen

_PAPER = Paper(landscape=True, top=20, bottom=18, left=15, right=15)
_WIDTHS = {
    "file": 14,
    "units": 16,
    "order": 7,
    "item": 30,
    "severity": 8,
    "fault": 40,
    "remedy": 36,
    "place": 16,
}
_CENTERED = frozenset({"order", "severity"})
_POINTS_A_LINE = 15
_LOOK: dict[str, Any] = {
    "font_name": "仿宋",
    "font_size": 11,
    "text_wrap": True,
    "valign": "vcenter",
}
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Checked:
    """A page and what was found in it, under the name of its file."""

    name: str
    page: Page
    findings: tuple[Finding, ...]


def write_findings(checked: Sequence[Checked], *, language: str = "zh") -> bytes:
    """Write one sheet with a row a finding, sorted by file, unit and item, gravest first.

    What concerns a whole page comes first. With one file there is no column for its name. The sheet
    can be filtered, prints on A4 with its header on every page, and holds no formulas.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"created": MADE})
    names = [name for name in _WIDTHS if name != "file" or len(checked) > 1]
    drawing = _Drawing(book.add_worksheet(), Formats(book), names)
    drawing.draw_head(_title(checked, language), [_words()[name][language] for name in names])
    drawing.draw_rows(list(_rows(checked, language)), none=_words()["none"][language])
    book.close()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The sheet while it is drawn: title, header, rows."""

    sheet: Worksheet
    formats: Formats
    names: Sequence[str]

    def draw_head(self, title: str, words: Sequence[str]) -> None:
        set_up_paper(self.sheet, _PAPER)
        for index, name in enumerate(self.names):
            self.sheet.set_column(index, index, _WIDTHS[name])
        large = self.formats.of(**_LOOK | {"font_name": "黑体", "font_size": 16, "align": "center"})
        self.sheet.merge_range(0, 0, 0, len(words) - 1, "", large)
        self.sheet.write_string(0, 0, title, large)
        self.sheet.set_row(0, 30)
        head = self.formats.of(**_LOOK | {"font_name": "黑体", "align": "center", "border": 1})
        for index, word in enumerate(words):
            self.sheet.write_string(1, index, word, head)
        self.sheet.repeat_rows(1)
        self.sheet.freeze_panes(2, 0)

    def draw_rows(self, rows: Sequence[Mapping[str, str]], *, none: str) -> None:
        for number, row in enumerate(rows, 2):
            for index, name in enumerate(self.names):
                self._write(number, index, row[name])
            lines = max(line_count(row[name], _WIDTHS[name] - 2) for name in self.names)
            self.sheet.set_row(number, min(TALLEST, lines * _POINTS_A_LINE + 4))
        if not rows:
            self.sheet.write_string(2, 0, none, self.formats.of(**_LOOK | {"text_wrap": False}))
        self.sheet.autofilter(1, 0, max(2, len(rows) + 1), len(self.names) - 1)

    def _write(self, row: int, column: int, text: str) -> None:
        name = self.names[column]
        look = _LOOK | {"align": "center" if name in _CENTERED else "left", "border": 1}
        if is_formula_like(text):
            look |= {"quote_prefix": True}
        form = self.formats.of(**look)
        if name == "order" and text:
            self.sheet.write_number(row, column, int(text), form)
        else:
            self.sheet.write_string(row, column, text, form)


def _title(checked: Sequence[Checked], language: str) -> str:
    titles = {one.page.notice.title for one in checked}
    title = titles.pop() if len(titles) == 1 else ""
    return _words()["title"][language].format(title=title).removesuffix(": ")


def _rows(checked: Sequence[Checked], language: str) -> Iterator[dict[str, str]]:
    for one in checked:
        records = {record.order: record for record in one.page.records}
        owned = [(_record_of(one.page, f, records), f) for f in one.findings]
        for record, finding in sorted(owned, key=_sort_key):
            yield {"file": one.name} | _row(record, finding, language)


def _sort_key(owned: tuple[Record | None, Finding]) -> tuple[bool, str, int, int]:
    record, finding = owned
    rank = _RANK[finding.severity]
    return (True, _units(record), record.order, rank) if record else (False, "", 0, rank)


def _row(record: Record | None, finding: Finding, language: str) -> dict[str, str]:
    words = _words()
    fault, remedy = say_finding_parts(finding, language)
    if waived := finding.waived:
        facts = {"until": waived.until.isoformat(), "who": waived.who, "why": waived.why}
        remedy = words["waived"][language].format_map(facts)
    return {
        "units": _units(record) if record else "",
        "order": str(record.order) if record else "",
        "item": record.printed(Field.ITEM) if record else words["whole"][language],
        "severity": load_screen()["severities"][finding.severity][language],
        "fault": fault[:1].upper() + fault[1:],
        "remedy": remedy,
        "place": _place(finding.place, language),
    }


def _units(record: Record) -> str:
    names = [name.value for name in record.names.get(Field.LEAD_UNITS, ())]
    return "、".join(names)


def _place(place: Place, language: str) -> str:
    """Say where it stands in the file: the column by its name, and the row of the table."""
    words = [field_word(place.field, language)] if place.field else []
    if place.row is not None:
        row = _words()["row"][language].format(row=place.row)
        words.append(row)
    return " · ".join(words)


def _record_of(page: Page, finding: Finding, records: dict[int, Record]) -> Record | None:
    """Give the record a finding is about: by its facts, else by its row."""
    order = finding.facts.get("order")
    if isinstance(order, int):
        return records.get(order)
    spot = (finding.place.part, finding.place.row)
    return next((r for r in page.records if (r.place.part, r.place.row) == spot), None)


def _words() -> Words:
    return load_screen()["findings_sheet"]
