"""Files brought in: read, corrected cell by cell, confirmed into a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from shishi.rulebook import load_rulebook
from shishi.text.periods import Period
from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.projects.actions.meanings import keep_reading, read_as_remembered
from shishi.web.projects.actions.plans import give_parts
from shishi.web.projects.judging import judge_report
from shishi.web.projects.models import Goal, Item, Plan, Report, Revision, Slot, Upload, Verdict
from shishi.web.projects.refusals import Changed
from shishi.web.projects.register import Register
from shishi.web.projects.settling import count_open
from shishi.workflow import Stage

CORRECTABLE = (
    "code", "theme", "item", "lead_units", "support_units", "leaders", "goal", "progress", "status", "explanation",
)  # fmt: skip
"""The fields a person may correct in the preview; lists are written with 、 between the names."""

LISTS = ("lead_units", "support_units", "leaders")


def bring_in(data: bytes, name: str, *, rulebook: str, by: str, on: datetime) -> Upload:
    """Read a file, in a process apart, and keep it with what was read in it. The same bytes twice give
    the first upload, as long as that one is not confirmed. What the office said before of a header is
    applied again. Raises UnreadableSource."""
    # Reading comes before the change: a long table must not hold everybody else up.
    walked, meanings = read_as_remembered(data, name, rulebook=rulebook, on=on.date())
    upload = Upload(
        name=name[-255:],
        sha256=walked.page.source.sha256,
        data=data,
        rulebook=walked.rulebook.name,
        meanings=meanings,
        by=by,
        on=on,
    )
    keep_reading(upload, walked)
    return _keep(upload)


@changing()
def _keep(upload: Upload) -> Upload:
    same = Upload.objects.filter(sha256=upload.sha256, plan__isnull=True).first()
    if same:
        return same  # type: ignore[no-any-return]
    upload.save()
    facts = {"name": upload.name, "sha256": upload.sha256, "records": upload.records}
    if upload.meanings:
        facts["meanings"] = {s: chosen["columns"] for s, chosen in upload.meanings.items()}
    record_event("bring-in", upload, by=upload.by, on=upload.on, facts=facts)
    return upload


@changing()
def correct_cell(
    upload: Upload, *, order: int, field: str, value: str, by: str, on: datetime, version: int,
    proposed_by: str = "",
) -> Upload:  # fmt: skip
    """Write what a person reads in a cell beside what the program read; the printed text stays.

    `proposed_by` is the rule whose proposal the person took; the Event keeps it. Raises Changed, and ValueError for a field or row that is not there or a confirmed upload.
    """
    locked: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.version != version:
        raise Changed(locked.version)
    orders = {record["order"] for record in locked.read["records"]}
    if field not in CORRECTABLE or order not in orders or locked.plan_id:
        raise ValueError(f"{field} of row {order} cannot be corrected")
    told = {"order": order, "field": field, "value": value, "by": by, "on": on.isoformat()}
    locked.corrections = [*locked.corrections, told]
    locked.doubts = count_open(locked)
    locked.version += 1
    locked.save()
    facts = {"order": order, "field": field, "value": value, "version": locked.version}
    if proposed_by:
        facts["proposed_by"] = proposed_by
    record_event("correct-cell", locked, by=by, on=on, facts=facts)
    return locked


def corrected_records(upload: Upload) -> list[dict[str, Any]]:
    """Give the records of an upload with the corrections laid over them, in order."""
    records = [dict(record) for record in upload.read["records"]]
    by_order = {record["order"]: record for record in records}
    for correction in upload.corrections:
        field, value = correction["field"], correction["value"].strip()
        names = [n.strip() for n in value.replace(",", "、").split("、") if n.strip()]
        by_order[correction["order"]][field] = names if field in LISTS else value or None
    return records


@changing()
def confirm_upload(
    upload: Upload, *, plan: Plan, as_published: bool, by: str, on: datetime, version: int
) -> Plan:
    """Make items of an upload's rows in a plan that has none yet, in the order of the page.

    Goals and slots are made for the periods that the page names; where it names none for its goals
    they are taken as the year's, and the Event says so. With `as_published` the progress
    and the status on the page become accepted reports whose reviewed status is the printed one (无法
    判断 where none is printed or the rulebook does not know it): the office confirms what it has
    already published. Without it only the promises are taken. Raises Changed and ValueError.
    """
    locked: Upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.version != version:
        raise Changed(locked.version)
    if locked.plan_id or Item.objects.filter(plan=plan).exists():
        raise ValueError("this upload was confirmed before, or the plan has items already")
    records = corrected_records(locked)
    period = locked.read["period"]
    goal_period = period["plan"] or str(plan.year)
    register = Register()
    for record in records:
        item = _add_item(plan, record, locked)
        leads, supporters = record["lead_units"], record["support_units"]
        give_parts(item, register, leads=leads, supporters=supporters, by=by, on=on)
        if record["goal"]:
            Goal(item=item, period=goal_period, text=record["goal"]).save()
        if period["report"]:
            slot = Slot(item=item, period=period["report"], due_on=_last_day(period["report"]))
            slot.save()
            if as_published and record["progress"]:
                _carry_in(slot, record, by=by, on=on)
    locked.plan, locked.confirmed_by, locked.confirmed_on = plan, by, on
    locked.version += 1
    locked.save()
    facts = {
        "plan": plan.pk,
        "items": len(records),
        "as_published": as_published,
        "goal_period": goal_period,
        "goal_period_printed": period["plan"] is not None,
    }
    record_event("confirm-upload", locked, by=by, on=on, facts=facts)
    return plan


def _add_item(plan: Plan, record: Mapping[str, Any], upload: Upload) -> Item:
    money = record["investment"]
    item = Item(
        plan=plan,
        order=record["order"],
        section=record["section"],
        code=record["code"] or "",
        theme=record["theme"] or "",
        text=record["item"] or "",
        leaders=record["leaders"],
        levels=record["levels"],
        investment=Decimal(money["value"]) if money else None,
        open_ended=record["open_ended"],
        source={
            "upload": upload.pk,
            "name": upload.name,
            "place": record["place"],
            "shares_item_with": record["shares_item_with"],
        },
    )
    item.save()
    return item


def _carry_in(slot: Slot, record: Mapping[str, Any], *, by: str, on: datetime) -> None:
    """Take over a published report: accepted, with the printed status as the reviewed one."""
    lead = slot.item.parts.order_by("duty", "position").first()
    if lead is None:
        return
    report = Report(
        slot=slot, unit=lead.unit, stage=Stage.ACCEPTED, written_by=by, submitted_by=by,
        submitted_on=on, progress=record["progress"], claimed=record["status"] or "",
        explanation=record["explanation"] or "",
    )  # fmt: skip
    report.save()
    Revision(
        report=report, version=1, by=by, on=on, progress=report.progress,
        claimed=report.claimed, explanation=report.explanation,
    ).save()  # fmt: skip
    _published_verdict(report, by=by, on=on).save()


def _published_verdict(report: Report, *, by: str, on: datetime) -> Verdict:
    rulebook = load_rulebook(report.district.rulebook)
    word = report.claimed if rulebook.meaning(report.claimed) else rulebook.word("not_judged")
    because = "" if word == report.claimed else "原表没有公布可以识别的进度状态"
    return judge_report(report, reviewed=word, because=because, by=by, on=on)


def _last_day(period: str) -> date:
    return Period.parse(period).end
