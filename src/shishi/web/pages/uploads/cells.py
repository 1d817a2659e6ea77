"""An upload as a table to be read: each cell as printed, what was corrected, what is doubtful."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shishi.findings import About, Severity
from shishi.web.pages.uploads.doubts import (
    LABELS,
    Alike,
    Doubt,
    gravest_first,
    group_alike,
    list_doubts,
)
from shishi.web.pages.uploads.proposals import Proposal, list_proposals
from shishi.web.projects.actions.uploads import CORRECTABLE
from shishi.web.projects.models import Upload
from shishi.web.projects.settling import printed

NOTICE: Mapping[str, Any] = {
    "title": _("标题"),
    "index_number": _("索引号"),
    "issuer": _("发布机构"),
    "document_number": _("文号"),
    "document_date": _("成文日期"),
    "publication_date": _("发布日期"),
    "source": _("信息来源"),
}
"""What a person compares of the disclosure record; the rest stays in the upload."""

_NAMELESS = re.compile("column ([0-9]+)")
"""How the reading names a column without a header."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: as printed, in simplified characters where those differ, and as corrected."""

    order: int
    field: str
    label: str
    printed: str
    folded: str
    corrected: str | None
    doubts: tuple[Doubt, ...]
    can_correct: bool

    @property
    def anchor(self) -> str:
        """The cell's id on the page."""
        return f"r{self.order}-{self.field}"

    @property
    def doubtful(self) -> bool:
        """Whether a doubt of the cell is open."""
        return any(doubt.settled is None for doubt in self.doubts)

    @property
    def can_be_found_right(self) -> bool:
        """Whether a doubt that asks is open, and a person may say that the cell is right."""
        asks = [d for d in self.doubts if d.settled is None and d.severity != Severity.NOTES]
        return self.can_correct and bool(asks)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What may be put into the cell, over all of its doubts."""
        return tuple(proposal for doubt in self.doubts for proposal in doubt.proposals)

    @property
    def value(self) -> str:
        """What stands now: the correction, or else what is printed."""
        return self.printed if self.corrected is None else self.corrected


@dataclass(frozen=True, slots=True)
class Row:
    """One record with its cells, in the order of the columns; `other` is what stands in columns nobody knows."""

    order: int
    place: str
    cells: tuple[Cell, ...]
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """An upload as the preview shows it; `reading` and `content` hold the doubts, open and gravest first."""

    columns: tuple[tuple[str, Any], ...]
    rows: tuple[Row, ...]
    reading: tuple[Doubt, ...]
    content: tuple[Doubt, ...]
    notice: tuple[tuple[Any, str], ...]
    plan_period: str
    report_period: str

    @property
    def has_other(self) -> bool:
        """Whether anything stands in a column that nobody knows."""
        return any(row.other for row in self.rows)

    @property
    def reading_alike(self) -> tuple[Alike, ...]:
        """The doubts of reading, those that say the same once."""
        return group_alike(self.reading)

    @property
    def content_alike(self) -> tuple[Alike, ...]:
        """The doubts of the page's content, those that say the same once."""
        return group_alike(self.content)

    @property
    def open_reading(self) -> int:
        """How many doubts of reading are open."""
        return sum(doubt.settled is None for doubt in self.reading)

    @property
    def open_content(self) -> int:
        """How many doubts of the page's content are open."""
        return sum(doubt.settled is None for doubt in self.content)

    def cell(self, order: int, field: str) -> Cell | None:
        """Find a cell; None for one that is not on the page."""
        cells = (cell for row in self.rows if row.order == order for cell in row.cells)
        return next((cell for cell in cells if cell.field == field), None)


def show_upload(upload: Upload) -> Shown:
    """Lay an upload out as a table. Columns that are blank in every row are left out, if no cell of them is in doubt."""
    read = upload.read
    records = read["records"]
    doubts = list_doubts(upload)
    at = defaultdict(list)
    for doubt in doubts:
        at[doubt.anchor].append(doubt)
    corrected = {(c["order"], c["field"]): c["value"] for c in upload.corrections}
    asked = {d.field for d in doubts if d.about == About.READING}
    filled = {f for _, f in corrected} | asked
    columns = [n for n in LABELS if n in filled or any(r[n] for r in records)]
    confirmed = upload.plan_id is not None
    rows = tuple(
        Row(
            record["order"],
            _place(record["place"]),
            tuple(
                _cell(record, n, corrected=corrected, at=at, confirmed=confirmed) for n in columns
            ),
            tuple((_said(word), text) for word, text in record.get("other", {}).items() if text),
        )
        for record in records
    )
    return Shown(
        columns=tuple((name, LABELS[name]) for name in columns),
        rows=rows,
        reading=gravest_first(d for d in doubts if d.about == About.READING),
        content=gravest_first(d for d in doubts if d.about == About.CONTENT),
        notice=tuple((NOTICE[n], read["notice"][n]) for n in NOTICE if read["notice"].get(n)),
        plan_period=read["period"]["plan"] or "",
        report_period=read["period"]["report"] or "",
    )


def _cell(
    record: Mapping[str, Any], name: str, *, corrected: Mapping[tuple[int, str], str],
    at: Mapping[str, list[Doubt]], confirmed: bool,
) -> Cell:  # fmt: skip
    order, told = record["order"], printed(record[name])
    folded = printed(record.get("simplified", {}).get(name))
    cell = Cell(
        order=order,
        field=name,
        label=str(LABELS[name]),
        printed=told,
        folded="" if folded == told else folded,
        corrected=corrected.get((order, name)),
        doubts=gravest_first(at.get(f"r{order}-{name}", ())),
        can_correct=name in CORRECTABLE and not confirmed,
    )
    return replace(cell, doubts=_propose(cell)) if cell.doubts and cell.can_correct else cell


def _propose(cell: Cell) -> tuple[Doubt, ...]:
    """Give the open doubts of a cell with what may be put there instead; the same text once."""
    told: set[str] = set()
    doubts = []
    for doubt in cell.doubts:
        found = (
            list_proposals(doubt.finding, field=cell.field, printed=cell.printed, value=cell.value)
            if doubt.settled is None
            else ()
        )
        fresh = [p for p in found if p.value not in told]
        told |= {p.value for p in fresh}
        doubts.append(replace(doubt, proposals=tuple(fresh)))
    return tuple(doubts)


def _said(word: str) -> str:
    """Give the header of a column; one without a word is told by its number, a field by its label."""
    number = _NAMELESS.fullmatch(word)
    told = gettext("第 %(number)s 列") % {"number": number[1]} if number else word
    return str(LABELS.get(told, told))


def _place(place: Mapping[str, Any]) -> str:
    return " ".join(str(place[name]) for name in ("part", "row") if name in place)
