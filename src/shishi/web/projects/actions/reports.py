"""Reports: saved, submitted, returned, accepted. Each move is one transaction with its Event."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from shishi.web.accounts.actions import record_event
from shishi.web.accounts.changing import changing
from shishi.web.accounts.models import Post
from shishi.web.projects.judging import judge_report
from shishi.web.projects.models import Part, Receipt, Report, Revision, Slot, Verdict
from shishi.web.projects.queries.facts import last_told, told_of
from shishi.web.projects.refusals import Changed, KeyReused, MoveRefused, NotYours
from shishi.web.tenancy import current
from shishi.workflow import MOVES, Move, Role, Stage, refusal


@dataclass(frozen=True, slots=True)
class Words:
    """What a liaison writes: progress, the status she claims, and an explanation where one is due."""

    progress: str
    claimed: str
    explanation: str = ""

    def digest(self) -> str:
        """A fingerprint, to tell a retry from another submission."""
        told = [self.progress.strip(), self.claimed, self.explanation.strip()]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


@changing()
def save_draft(slot: Slot, words: Words, *, by: Post, on: datetime, version: int) -> Report:
    """Keep what was written so far; `version` is the one the writer saw (0: none yet).

    Words that stand already change nothing, so that a page may save as often as it likes. Raises
    NotYours, MoveRefused, Changed.
    """
    report = _open(slot, by=by, version=version)
    _move(report, Move.SAVE, by=by)
    if report.pk and words.digest() == _stands(report).digest():
        return report
    _write(report, words, by=by)
    report.save()
    record_event(
        "save-draft", report, by=by.user.username, on=on, facts={"version": report.version}
    )
    return report


@changing()
def submit_report(
    slot: Slot, words: Words, *, by: Post, on: datetime, version: int, key: str
) -> Report:
    """Submit a slot's report. The same key with the same words gives the first answer again.

    Raises NotYours, MoveRefused, Changed, KeyReused for the key with other words, and ValueError
    without progress or without a key.
    """
    if not words.progress.strip() or not key:
        raise ValueError("a report has progress, and a submission a key: words.progress, key")
    _check_unit(slot, by=by)
    receipt = Receipt.objects.select_related("report").filter(key=key).first()
    if receipt:
        if receipt.digest != words.digest() or receipt.report.slot_id != slot.pk:
            raise KeyReused
        return receipt.report  # type: ignore[no-any-return]
    report = _open(slot, by=by, version=version)
    _move(report, Move.SUBMIT, by=by)
    _write(report, words, by=by)
    report.submitted_on, report.submitted_by = on, by.user.username
    report.returned_because = ""
    report.save()
    Revision(
        report=report,
        version=report.version,
        by=by.user.username,
        on=on,
        progress=words.progress,
        claimed=words.claimed,
        explanation=words.explanation,
    ).save()
    Receipt(key=key, report=report, digest=words.digest(), version=report.version, on=on).save()
    facts = {"version": report.version, "claimed": words.claimed}
    record_event("submit-report", report, by=by.user.username, on=on, facts=facts)
    return report


@changing()
def return_report(report: Report, *, because: str, by: Post, on: datetime, version: int) -> Report:
    """Send a report back with a reason. Raises ValueError without one, MoveRefused, Changed."""
    if not because.strip():
        raise ValueError("a report is returned with a reason: because")
    report = _reopen(report, by=by, version=version)
    _move(report, Move.RETURN, by=by)
    report.returned_because = because.strip()
    report.version += 1
    report.save()
    Verdict.objects.filter(report=report).delete()
    facts = {"version": report.version, "because": report.returned_because}
    record_event("return-report", report, by=by.user.username, on=on, facts=facts)
    return report


@changing()
def accept_report(
    report: Report, *, reviewed: str, because: str, by: Post, on: datetime, version: int
) -> Verdict:
    """Accept a report as reviewed: a status word of the district, and why where it is not the claim.

    The computed status is worked out here and stored beside it. Raises MoveRefused, Changed, and
    ValueError for a word that is not in the rulebook, or without a reason where one is due.
    """
    report = _reopen(report, by=by, version=version)
    _move(report, Move.ACCEPT, by=by)
    report.version += 1
    report.save()
    if reviewed != report.claimed and not because.strip():
        raise ValueError("a status that is not the claimed one has a reason: because")
    of_item = Slot.objects.filter(item=report.slot.item_id).select_related("report__verdict")
    last, _ = last_told(report.slot, of_item.prefetch_related("report__revisions"))
    verdict = judge_report(
        report,
        reviewed=reviewed,
        because=because,
        by=by.user.username,
        on=on,
        last=told_of(last),
    )
    verdict.save()
    facts = {
        "version": report.version,
        "claimed": verdict.claimed,
        "computed": verdict.computed,
        "reviewed": verdict.reviewed,
        "because": verdict.because,
    }
    if verdict.waived:
        facts["waived"] = verdict.waived
    record_event("accept-report", report, by=by.user.username, on=on, facts=facts)
    return verdict


def filing_unit_id(slot: Slot) -> int | None:
    """Give the unit that files a slot's report: the first lead."""
    lead = Part.objects.filter(item_id=slot.item_id, duty=Part.Duty.LEAD, position=1).first()
    return lead.unit_id if lead else None


def _check_unit(slot: Slot, *, by: Post) -> int:
    """Give the unit that files; NotYours for a reporter of another one, or of another district."""
    unit = filing_unit_id(slot)
    if by.district_id != current() or unit is None:
        raise NotYours
    if by.role == Role.REPORTER and by.unit_id != unit:
        raise NotYours
    return unit


def _open(slot: Slot, *, by: Post, version: int) -> Report:
    """Give the slot's report, or a new draft; only for a person of the unit that files it."""
    unit = _check_unit(slot, by=by)
    report = Report.objects.filter(slot=slot).first()
    stands = report.version if report else 0
    if version != stands:
        raise Changed(stands)
    return report or Report(slot=slot, unit_id=unit, stage=Stage.DRAFT, version=0)


def _reopen(report: Report, *, by: Post, version: int) -> Report:
    """Give a report as it stands now, if it is the version that was seen."""
    if by.district_id != current():
        raise NotYours
    found: Report = Report.objects.select_related("slot__item__plan", "district").get(pk=report.pk)
    if found.version != version:
        raise Changed(found.version)
    return found


def _move(report: Report, move: Move, *, by: Post) -> None:
    author = by.user.username in {report.written_by, report.submitted_by}
    reason = refusal(Stage(report.stage), move, role=Role(by.role), is_author=author)
    if reason:
        raise MoveRefused(move, reason)
    report.stage = MOVES[Stage(report.stage), move][0]


def _stands(report: Report) -> Words:
    return Words(report.progress, report.claimed, report.explanation)


def _write(report: Report, words: Words, *, by: Post) -> None:
    report.progress, report.claimed = words.progress.strip(), words.claimed
    report.explanation = words.explanation.strip()
    report.written_by = by.user.username
    report.version += 1
