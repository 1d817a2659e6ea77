"""Waivers: a finding is let pass until a day, on somebody's authority; and that ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from shishi.layouts.words.names.people import find_person_in_grounds
from shishi.rules import RULES
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.accounts.models import Post
from shishi.web.projects.models import GivenWaiver, Report
from shishi.web.projects.refusals import Changed, MoveRefused, NotYours, PersonNamed, WaivedAlready
from shishi.web.tenancy import current
from shishi.workflow import Move, Role, Stage, refusal


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a waiver says of itself: on whose authority (an office), why, and its last day."""

    who: str
    why: str
    until: date


@changing()
def give_waiver(
    report: Report, rule: str, grounds: Grounds, *, by: Post, on: datetime, version: int
) -> GivenWaiver:
    """Let a rule's findings about a report's item pass until a day; one that has run out is ended.

    Only who may accept the report may do so, and `version` is the one that was read. The same again
    gives the first. Raises NotYours, MoveRefused, Changed, WaivedAlready while another one holds,
    PersonNamed, and ValueError for a rule that is none, a day that is over, and blank words.
    """
    who, why = grounds.who.strip(), grounds.why.strip()
    if rule not in RULES or not who or not why or grounds.until < localdate(on):
        raise ValueError("a waiver has a rule, who, why and a day to come: rule, who, why, until")
    if name := find_person_in_grounds(who, why):
        raise PersonNamed(name)
    found = _waiting(report, by=by)
    stands = GivenWaiver.objects.filter(item=found.slot.item, rule=rule, ended_on=None).first()
    if stands and (stands.who, stands.why, stands.until) == (who, why, grounds.until):
        return stands  # type: ignore[no-any-return]
    if found.version != version:
        raise Changed(found.version)
    if stands and stands.until >= localdate(on):
        raise WaivedAlready
    if stands:
        _end(stands, report=found, by=by.user.username, on=on)
    given = GivenWaiver(
        item=found.slot.item, rule=rule, who=who, why=why, until=grounds.until,
        by=by.user.username, on=on,
    )  # fmt: skip
    given.save()
    facts = {"waiver": given.pk, "rule": rule, "who": who, "why": why}
    facts["until"] = grounds.until.isoformat()
    record_event("give-waiver", found, by=by.user.username, on=on, facts=facts)
    return given


@changing()
def end_waiver(waiver: GivenWaiver, report: Report, *, by: Post, on: datetime) -> GivenWaiver:
    """End a waiver of a report's item; the rule holds again from now on. Ended before, it stays so.

    Reports that were accepted under it keep it. Raises NotYours and MoveRefused.
    """
    found = _waiting(report, by=by)
    locked: GivenWaiver = GivenWaiver.objects.select_for_update().get(pk=waiver.pk)
    if locked.item_id != found.slot.item_id:
        raise NotYours
    if locked.ended_on is None:
        _end(locked, report=found, by=by.user.username, on=on)
    return locked


def _end(waiver: GivenWaiver, *, report: Report, by: str, on: datetime) -> None:
    waiver.ended_by, waiver.ended_on = by, on
    waiver.save()
    facts = {"waiver": waiver.pk, "rule": waiver.rule}
    record_event("end-waiver", report, by=by, on=on, facts=facts)


def _waiting(report: Report, *, by: Post) -> Report:
    """Give the report as it stands; refuse whoever may not accept it."""
    if by.district_id != current():
        raise NotYours
    found: Report = Report.objects.select_related("slot__item").get(pk=report.pk)
    author = by.user.username in {found.written_by, found.submitted_by}
    reason = refusal(Stage(found.stage), Move.ACCEPT, role=Role(by.role), is_author=author)
    if reason:
        raise MoveRefused("waive", reason)
    return found
