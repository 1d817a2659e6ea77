"""Plans: founded, filled from a confirmed upload, and their slots opened."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from shishi.rulebook import load_rulebook
from shishi.text.periods import Period
from shishi.web.accounts.actions import add_unit, record_event
from shishi.web.accounts.models import District, Unit
from shishi.web.projects.models import Item, Part, Plan, Slot
from shishi.web.tenancy import current


@transaction.atomic
def found_plan(
    slug: str, title: str, *, year: int, kind: str, by: str, on: datetime, reports_every: int = 1
) -> Plan:
    """Found a plan without items. `reports_every` is in months: 1 or 3."""
    plan = Plan(slug=slug, title=title, year=year, kind=kind, reports_every=reports_every)
    plan.save()
    record_event("found-plan", plan, by=by, on=on, facts={"title": title, "year": year})
    return plan


@transaction.atomic
def open_slots(plan: Plan, period: str, *, due_on: date, by: str, on: datetime) -> int:
    """Open a slot for every item of a plan for a period; those that exist stay. Gives how many are new."""
    Period.parse(period)
    have = set(Slot.objects.filter(item__plan=plan, period=period).values_list("item_id", flat=True))
    items = [i for i in Item.objects.filter(plan=plan) if i.pk not in have]
    for item in items:
        Slot(item=item, period=period, due_on=due_on).save()
    if items:
        facts = {"period": period, "slots": len(items), "due_on": due_on.isoformat()}
        record_event("open-slots", plan, by=by, on=on, facts=facts)
    return len(items)


def give_parts(
    item: Item, *, leads: list[str], supporters: list[str], by: str, on: datetime
) -> None:
    """Give an item its units as printed, in order; a unit that is not registered is added.

    A name is matched by the register's own names and aliases, then by the rulebook's.
    """
    given: set[int] = set()
    for duty, names in ((Part.Duty.LEAD, leads), (Part.Duty.SUPPORT, supporters)):
        for position, printed in enumerate(names, 1):
            unit = find_unit(printed) or add_unit(
                printed, kind=_kind(printed), aliases=[], by=by, on=on
            )
            if unit.pk not in given:
                given.add(unit.pk)
                Part(item=item, unit=unit, duty=duty, position=position, printed=printed).save()


def find_unit(printed: str) -> Unit | None:
    """Find the registered unit that a printed name means; None when there is none."""
    rulebook = load_rulebook(District.objects.get(pk=current()).rulebook)
    wanted = rulebook.unit(printed)
    for unit in Unit.objects.all():
        if printed in {unit.name, *unit.aliases} or wanted == rulebook.unit(unit.name):
            return unit
    return None


def _kind(printed: str) -> str:
    if printed.startswith(("各", "相关", "有关")) or printed.endswith("成员单位"):
        return Unit.Kind.GROUP
    if printed.endswith(("街道", "镇", "乡")):
        return Unit.Kind.SUBDISTRICT
    return Unit.Kind.COMPANY if printed.endswith(("公司", "集团")) else Unit.Kind.BUREAU
