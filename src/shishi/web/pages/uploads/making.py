"""What confirming an upload would make, and what its new plan could be called."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from shishi.text.periods import Period
from shishi.web.projects.actions.uploads import corrected_records
from shishi.web.projects.models import Plan, Upload
from shishi.web.projects.register import Register

WORK_REPORT = "政府工作报告"
"""What the title of a task list names; every other list is one of livelihood projects."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the page itself suggests for a new plan; `has_reports` says that it prints progress."""

    title: str
    slug: str
    year: int | None
    kind: str
    reports_every: int
    has_reports: bool


@dataclass(frozen=True, slots=True)
class Making:
    """What would be made: counts, and the units that would be new in the register.

    `nobody_answers` holds the rows whose progress is left out because they print no unit.
    """

    items: int
    goals: int
    slots: int
    reports: int
    known_units: int
    new_units: tuple[str, ...]
    nobody_answers: tuple[int, ...]


def propose_plan(upload: Upload) -> Proposal:
    """Suggest a new plan from the title and the periods of a page. 1 query."""
    read = upload.read
    title = read["notice"]["title"] or upload.name
    spelt = read["period"]["plan"] or read["period"]["report"]
    year = Period.parse(spelt).year if spelt else None
    report = Period.parse(read["period"]["report"]) if read["period"]["report"] else None
    is_task_list = WORK_REPORT in title
    return Proposal(
        title=title[:120],
        slug=_free_slug(f"{'tasks' if is_task_list else 'livelihood'}-{year or upload.pk}"),
        year=year,
        kind=str(Plan.Kind.WORK_REPORT if is_task_list else Plan.Kind.LIVELIHOOD),
        reports_every=3 if report and report.last - report.first == 2 else 1,
        has_reports=report is not None and any(r["progress"] for r in read["records"]),
    )


def what_is_made(upload: Upload) -> Making:
    """Count what confirming the upload makes. 2 queries."""
    records = corrected_records(upload)
    period = upload.read["period"]["report"]
    names = dict.fromkeys(n for r in records for n in (*r["lead_units"], *r["support_units"]))
    register = Register()
    new = tuple(name for name in names if register.find(name) is None)
    told = [r for r in records if period and r["progress"]]
    silent = tuple(r["order"] for r in told if not r["lead_units"] and not r["support_units"])
    return Making(
        items=len(records),
        goals=sum(bool(r["goal"]) for r in records),
        slots=len(records) if period else 0,
        reports=len(told) - len(silent),
        known_units=len(names) - len(new),
        new_units=new,
        nobody_answers=silent,
    )


def _free_slug(wanted: str) -> str:
    taken = set(Plan.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(slug for n in count(2) if (slug := f"{wanted}-{n}") not in taken)
