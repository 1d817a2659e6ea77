"""From the database to the public: the one place that decides what leaves the office.

Only slots whose report is accepted, with the verdict that judged these very words, are read. A draft,
a report that waits for its review and one that was returned after its acceptance are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone

from shishi.portal.snapshot import PublicItem, PublicReport, PublicStatus, PublicWaiver, Snapshot
from shishi.rulebook import Rulebook, load_rulebook
from shishi.text.periods import Period
from shishi.web.accounts.models import District
from shishi.web.projects.judging import Case, case_of, measure_case, page_of
from shishi.web.projects.models import Item, Part, Plan, Slot, Upload
from shishi.workflow import Stage
from shishi.writers.exchange import decimal_string, to_exchange


@dataclass(frozen=True, slots=True)
class _Approved:
    """An item with its accepted slots, in the order of time."""

    item: Item
    slots: tuple[Slot, ...]


def take_snapshot(plan: Plan, *, on: datetime, release: int) -> Snapshot:
    """Collect what the public may see of a plan of the open district, as of now; at most 6 queries.

    `on` becomes the time of publication. Figures are as of the end of the last period that has an
    accepted report, or the day of its acceptance where that came first; "" while there is none.
    Claimed and computed status, reasons and leaders are in it only where the rulebook says so.
    """
    district = District.objects.get(pk=plan.district_id)
    rulebook = load_rulebook(district.rulebook)
    approved = _approved(plan)
    items = tuple(_item(found, rulebook) for found in approved)
    periods = _in_time({slot.period for found in approved for slot in found.slots})
    accepted = [slot.report.verdict.on for found in approved for slot in found.slots]
    approved_on = _day(max(accepted, default=None) or _confirmed_on(plan))
    return Snapshot(
        district=district.name,
        district_slug=district.slug,
        plan=plan.title,
        plan_slug=plan.slug,
        year=plan.year,
        kind=plan.kind,
        periods=tuple(periods),
        items=items,
        as_of=min(Period.parse(periods[-1]).end.isoformat(), approved_on) if periods else "",
        approved_on=approved_on,
        published_on=timezone.localtime(on).isoformat(timespec="minutes"),
        release=release,
        rulebook=f"{rulebook.name} {rulebook.version}",
        statuses=tuple(PublicStatus(word=s.word, means=s.means) for s in rulebook.statuses),
    )


def _approved(plan: Plan) -> list[_Approved]:
    """Read the items, and of their slots those alone whose words stand as they were judged."""
    accepted = Slot.objects.filter(
        item__plan=plan,
        report__stage=Stage.ACCEPTED,
        report__verdict__version=F("report__version"),
    ).select_related("report__verdict")
    slots: dict[int, list[Slot]] = {}
    for slot in accepted:
        slots.setdefault(slot.item_id, []).append(slot)
    items = Item.objects.filter(plan=plan).prefetch_related("parts", "goals")
    found = []
    for item in items:
        item.plan = plan
        mine = sorted(slots.get(item.pk, ()), key=lambda slot: _time(slot.period))
        for slot in mine:
            slot.item = item
        found.append(_Approved(item, tuple(mine)))
    return found


def _item(found: _Approved, rulebook: Rulebook) -> PublicItem:
    item = found.item
    promise = case_of(
        Slot(item=item, period=str(item.plan.year)), progress="", claimed="", explanation=""
    )
    return PublicItem(
        id=item.pk,
        order=item.order,
        section=item.section,
        code=item.code,
        theme=item.theme,
        text=item.text,
        lead_units=_units(item, Part.Duty.LEAD),
        support_units=_units(item, Part.Duty.SUPPORT),
        open_ended=item.open_ended,
        leaders=tuple(item.leaders) if rulebook.show.leaders else (),
        levels=tuple(item.levels),
        investment=None if item.investment is None else decimal_string(item.investment),
        goals=_goals(item),
        reports=tuple(_report(slot, rulebook) for slot in found.slots),
        measures=_measures(promise, "item"),
    )


def _report(slot: Slot, rulebook: Rulebook) -> PublicReport:
    report, verdict = slot.report, slot.report.verdict
    words = case_of(
        slot, progress=report.progress, claimed=report.claimed, explanation=report.explanation
    )
    show = rulebook.show
    return PublicReport(
        period=slot.period,
        progress=report.progress,
        explanation=report.explanation,
        reviewed=PublicStatus(
            word=verdict.reviewed_word, means=verdict.reviewed, because=verdict.because
        ),
        approved_on=_day(verdict.on),
        claimed=verdict.claimed if show.claimed else None,
        computed=verdict.computed_word if show.computed else None,
        reasons=tuple(reason["zh"] for reason in verdict.reasons) if show.computed else (),
        measures=_measures(words, "progress"),
        waivers=tuple(PublicWaiver(**waiver) for waiver in verdict.waived),
    )


def _measures(case: Case, field: str) -> tuple[dict[str, Any], ...]:
    """Give the numbers read in one field, under the names of the exchange format."""
    page = page_of(case)
    told: dict[str, Any] = to_exchange(page, {case.order: measure_case(case)}, findings=())
    return tuple(m for m in told["records"][0]["measures"] if m["field"] == field)


def _units(item: Item, duty: object) -> tuple[str, ...]:
    return tuple(part.printed for part in item.parts.all() if part.duty == duty)


def _goals(item: Item) -> tuple[tuple[str, str], ...]:
    goals: Sequence[Any] = sorted(item.goals.all(), key=lambda goal: _time(goal.period))
    return tuple((goal.period, goal.text) for goal in goals)


def _confirmed_on(plan: Plan) -> datetime | None:
    """Say when the promises themselves were last confirmed: what counts while nothing is reported."""
    uploads = Upload.objects.filter(plan=plan, confirmed_on__isnull=False)
    return uploads.order_by("-confirmed_on").values_list("confirmed_on", flat=True).first()


def _in_time(periods: Iterable[str]) -> list[str]:
    return sorted(periods, key=_time)


def _time(period: str) -> tuple[Any, Any]:
    known = Period.parse(period)
    return known.end, known.start


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).date().isoformat() if moment else ""
