"""One period of the demo: slots are opened, units report, the office returns and accepts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from shishi.text.periods import Period
from shishi.web.accounts.changing import changing
from shishi.web.accounts.models import Post
from shishi.web.demo.founding import Cast
from shishi.web.demo.story import PlanStory, Turn, turn_of
from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.actions.reports import (
    Words,
    accept_report,
    filing_unit_id,
    return_report,
    save_draft,
    submit_report,
)
from shishi.web.projects.actions.waivers import Grounds, give_waiver
from shishi.web.projects.models import Plan, Report, Slot

_DUE_DAYS, _REVIEW_DAYS, _AMEND_DAYS = 5, 8, 18
"""Days after a period's end: reports are due, are accepted, and are returned once more."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does at a moment: save, submit, return, waive or accept."""

    on: datetime
    does: str
    slot: Slot
    turn: Turn
    words: Words


def moment(day: date, minutes: int) -> datetime:
    """Give a moment of a working day, counted in minutes from 8:30."""
    start = timezone.make_aware(datetime.combine(day, time(8, 30)))
    return start + timedelta(minutes=minutes % (8 * 60))


@changing()
def tell_periods(due: Sequence[tuple[PlanStory, Plan, int]], *, cast: Cast) -> None:
    """Tell a reporting period of each plan, by its number: all that end in one month, in the order of time."""
    steps: list[Step] = []
    for story, plan, number in due:
        steps += _open(story, plan, number, cast=cast)
    reports: dict[int, Report] = {}
    for step in sorted(steps, key=lambda step: step.on):
        _take(step, reports, cast=cast)


def _open(story: PlanStory, plan: Plan, number: int, *, cast: Cast) -> Iterator[Step]:
    """Open the slots of a period, and list what happens to each."""
    period = story.period(number)
    last = period.end
    opened = moment(last - timedelta(days=5), 10)
    due_on = last + timedelta(days=_DUE_DAYS)
    open_slots(plan, str(period), due_on=due_on, by=cast.office.user.username, on=opened)
    slots = Slot.objects.filter(item__plan=plan, period=str(period)).select_related("item__plan")
    for slot in slots.order_by("item__order"):
        turn = turn_of(story.items[slot.item.order - 1], number, rulebook=cast.district.rulebook)
        yield from _steps(slot, turn, last=last)


def _steps(slot: Slot, turn: Turn, *, last: date) -> Iterator[Step]:
    """List what happens to one slot: try, return, second try, review, and an amendment after it."""
    if turn.stage == "none":
        return
    order = slot.item.order

    def step(does: str, days: int, words: Words = turn.words) -> Step:
        return Step(moment(last + timedelta(days=days), order * 13), does, slot, turn, words)

    written = _DUE_DAYS + turn.days if turn.days else 1 + order % _DUE_DAYS
    if turn.stage == "draft":
        yield step("save", written)
        return
    if turn.first:
        yield step("submit", written, turn.first)
        if turn.amended:
            yield step("accept", _REVIEW_DAYS, turn.first)
        yield step("return", _AMEND_DAYS if turn.amended else written + 1)
        written = _AMEND_DAYS + 1 if turn.amended else written + 2
    if turn.stage == "returned":
        return
    yield step("submit", written)
    if turn.stage == "accepted":
        reviewed = max(_REVIEW_DAYS, written + 1)
        if turn.waives:
            yield step("waive", reviewed)
        yield step("accept", reviewed)


def _take(step: Step, reports: dict[int, Report], *, cast: Cast) -> None:
    slot, turn = step.slot, step.turn
    report = reports.get(slot.pk)
    seen = report.version if report else 0
    if step.does in ("save", "submit"):
        liaison = _liaison(slot, cast)
        if step.does == "save":
            save_draft(slot, step.words, by=liaison, on=step.on, version=seen)
            return
        key = f"demo-{slot.pk}-{seen}"
        reports[slot.pk] = submit_report(
            slot, step.words, by=liaison, on=step.on, version=seen, key=key
        )
    elif report and step.does == "return":
        because = turn.amended or turn.returned
        reports[slot.pk] = return_report(
            report, because=because, by=cast.office, on=step.on, version=seen
        )
    elif report and step.does == "waive":
        told = turn.waives
        until = date.fromisoformat(f"{Period.parse(slot.period).year}-{told['until']}")
        grounds = Grounds(told["who"], told["why"], until)
        give_waiver(report, told["rule"], grounds, by=cast.office, on=step.on, version=seen)
    elif report:
        verdict = accept_report(
            report,
            reviewed=turn.reviewed,
            because=turn.because,
            by=cast.office,
            on=step.on,
            version=seen,
        )
        reports[slot.pk] = verdict.report


def _liaison(slot: Slot, cast: Cast) -> Post:
    unit = filing_unit_id(slot)
    if unit is None:
        raise ValueError(f"item {slot.item.order} of the demo has no lead unit")
    return cast.liaisons[unit]
