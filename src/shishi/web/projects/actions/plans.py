"""Plans: founded, their items given units and goals, their slots opened."""

from __future__ import annotations

from datetime import date, datetime

from shishi.text.periods import Period
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.models import Goal, Item, Part, Plan, Slot
from shishi.web.projects.register import Register


@changing()
def found_plan(
    slug: str, title: str, *, year: int, kind: str, by: str, on: datetime, reports_every: int = 1
) -> Plan:
    """Found a plan without items. `reports_every` is in months: 1 or 3."""
    plan = Plan(slug=slug, title=title, year=year, kind=kind, reports_every=reports_every)
    plan.save()
    facts = {"slug": slug, "title": title, "year": year, "kind": kind}
    record_event("found-plan", plan, by=by, on=on, facts=facts)
    return plan


@changing()
def open_slots(plan: Plan, period: str, *, due_on: date, by: str, on: datetime) -> int:
    """Open a slot for every item of a plan for a period; those that exist stay. Gives how many are new.

    `period` is in the exchange spelling; ValueError for anything else.
    """
    spelt = str(Period.parse(period))
    have = Slot.objects.filter(item__plan=plan, period=spelt).values("item")
    items = list(Item.objects.filter(plan=plan).exclude(pk__in=have))
    Slot.objects.bulk_create(Slot(item=item, period=spelt, due_on=due_on) for item in items)
    if items:
        facts = {"period": spelt, "slots": len(items), "due_on": due_on.isoformat()}
        record_event("open-slots", plan, by=by, on=on, facts=facts)
    return len(items)


@changing()
def set_goal(item: Item, period: str, text: str, *, by: str, on: datetime) -> Goal:
    """Set what an item is to reach in a period; a goal that stands is replaced, the Event keeps it.

    Raises ValueError for a blank goal or a period that is not in the exchange spelling.
    """
    spelt, wanted = str(Period.parse(period)), text.strip()
    if not wanted:
        raise ValueError("a goal says something: text")
    goal = Goal.objects.filter(item=item, period=spelt).first()
    before = goal.text if goal else ""
    if goal is None:
        goal = Goal(item=item, period=spelt)
    if before != wanted:
        goal.text = wanted
        goal.save()
        facts = {"period": spelt, "before": before, "text": wanted}
        record_event("set-goal", item, by=by, on=on, facts=facts)
    return goal


def give_parts(
    item: Item,
    register: Register,
    *,
    leads: list[str],
    supporters: list[str],
    by: str,
    on: datetime,
) -> None:
    """Give an item its units as printed, in order; a unit that is not registered is added.

    A unit named twice keeps its first part. Belongs inside the change that makes the item.
    """
    given: set[int] = set()
    parts: list[Part] = []
    for duty, names in ((Part.Duty.LEAD, leads), (Part.Duty.SUPPORT, supporters)):
        for position, printed in enumerate(names, 1):
            unit = register.find_or_add(printed, by=by, on=on)
            if unit.pk not in given:
                given.add(unit.pk)
                parts.append(
                    Part(item=item, unit=unit, duty=duty, position=position, printed=printed)
                )
    Part.objects.bulk_create(parts)
