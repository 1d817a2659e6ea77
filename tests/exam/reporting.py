"""Add up verdicts by format, and print them for those who go after the failures."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from tests.exam.judging import Cell, Verdict


@dataclass
class Total:
    """The figures of one format."""

    pages: int = 0
    wanted: int = 0
    found: int = 0
    returned: int = 0
    cells: int = 0
    right: int = 0
    silent: int = 0
    silent_leads: int = 0
    over_flagged: int = 0
    unknowable: int = 0
    crashes: int = 0
    by_field: dict[str, list[int]] = field(default_factory=dict)

    def add(self, verdict: Verdict) -> None:
        self.wanted += verdict.wanted
        self.found += verdict.found
        self.returned += verdict.returned
        for cell in verdict.cells:
            self.cells += 1
            self.right += cell.is_right
            self.silent += cell.is_silent
            self.silent_leads += cell.is_silent and cell.field == "lead_units"
            self.over_flagged += cell.is_over_flagged
            self.unknowable += not cell.is_knowable
            tally = self.by_field.setdefault(cell.field, [0, 0, 0])
            tally[0] += 1
            tally[1] += cell.is_right
            tally[2] += cell.is_silent

    def figures(self) -> dict[str, Any]:
        return {
            "pages": self.pages,
            "recall": _share(self.found, self.wanted),
            "precision": _share(self.found, self.returned),
            "exact": _share(self.right, self.cells),
            "silent": _share(self.silent, self.cells, nothing=0),
            "silent_leads": self.silent_leads,
            "over_flagged": _share(self.over_flagged, self.right, nothing=0),
            "unknowable": _share(self.unknowable, self.cells, nothing=0),
            "crashes": self.crashes,
        }


def _share(part: int, whole: int, nothing: float = 100.0) -> float:
    return round(100 * part / whole, 2) if whole else nothing


HEAD = f"{'format':7}{'pages':>6}{'recall':>9}{'precis.':>9}{'exact':>8}{'silent':>8}{'s.leads':>8}{'over':>7}{'unknow.':>8}{'crash':>6}"


def line(name: str, total: Total) -> str:
    """Write the figures of a format on one line."""
    f = total.figures()
    return (
        f"{name:7}{f['pages']:>6}{f['recall']:>9}{f['precision']:>9}{f['exact']:>8}{f['silent']:>8}"
        f"{f['silent_leads']:>8}{f['over_flagged']:>7}{f['unknowable']:>8}{f['crashes']:>6}"
    )


def fields_line(total: Total) -> str:
    """Write cells exact and silent by field."""
    shown = (
        f"{name} {_share(right, all_, 0)}/{silent}"
        for name, (all_, right, silent) in total.by_field.items()
    )
    return "        " + "  ".join(shown)


def cell_line(name: str, seed: int, cell: Cell) -> str:
    """Write one failing cell: format, seed, record, field, truth, got, flag."""
    state = f"flagged {cell.note}" if cell.is_flagged else "SILENT"
    if not cell.is_knowable:
        state += " (unknowable)"
    return f"{name}-{seed} #{cell.order} {cell.field} [{state}]\n    truth: {cell.truth!r}\n    got:   {cell.got!r}"


def cell_object(name: str, seed: int, cell: Cell) -> dict[str, Any]:
    """Give one failing cell as plain values."""
    return {"format": name, "seed": seed, **cell._asdict()}


def total_object(total: Total) -> dict[str, Any]:
    """Give the figures and the tally by field as plain values."""
    return total.figures() | {"by_field": asdict(total)["by_field"]}
