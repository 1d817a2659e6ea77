"""What pages show of a report: status facts, numbers read, findings, in plain values of both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from shishi.assessment import say
from shishi.findings import Finding, Waiver, message
from shishi.measures.measure import Measure
from shishi.rulebook import Rulebook, load_rulebook
from shishi.rules import RULES
from shishi.text.periods import Period
from shishi.web.accounts.models import District
from shishi.web.projects.judging import Judged, Told, mismatch_of
from shishi.web.projects.models import Item, Part, Report, Revision, Slot, Verdict
from shishi.web.tenancy import current
from shishi.workflow import Stage
from shishi.writers.exchange import decimal_string


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages; str() gives the one of the screen."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "").startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Fact:
    """One status fact: what it means ("" for a word the rulebook does not know), its word, why."""

    status: str
    word: str
    reasons: tuple[Said, ...] = ()
    because: str = ""  # the office's own words, of a reviewed fact


@dataclass(frozen=True, slots=True)
class StatusFacts:
    """The three status facts side by side; None for one that is not there yet.

    `mismatch` says that claimed and computed differ; `asks` is False where the claim is only modest.
    """

    claimed: Fact | None = None
    computed: Fact | None = None
    reviewed: Fact | None = None
    mismatch: Said | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as it was read: `text` as printed, `value` in plain digits of the base unit.

    `span` is half-open, in characters of the field; `sure` is False where a person should look.
    """

    field: str
    text: str
    value: str
    unit: str
    comparator: str
    kind: str
    action: str
    object: str
    span: tuple[int, int]
    sure: bool


@dataclass(frozen=True, slots=True)
class WaiverShown:
    """Who lets a finding pass (an office), why, and until when."""

    rule: str
    who: str
    why: str
    until: date


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding as a page shows it: what it asks for (blocks, asks, notes), where, in which words.

    `waived` is there where it is let pass; `can_waive` where a waiver would.
    """

    code: str
    severity: str
    field: str
    said: Said
    span: tuple[int, int] | None = None
    waived: WaiverShown | None = None
    can_waive: bool = False


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What a unit said of a period."""

    period: str
    progress: str
    claimed: str
    explanation: str


@dataclass(frozen=True, slots=True)
class PartShown:
    """A unit's share in an item: the unit's name in the register and as printed."""

    unit_id: int
    unit: str
    printed: str
    duty: str
    files: bool  # the first lead


@dataclass(frozen=True, slots=True)
class ItemShown:
    """An item in a line: what it is and who leads."""

    id: int
    order: int
    section: int
    code: str
    theme: str
    text: str
    leads: tuple[str, ...]
    leaders: tuple[str, ...]
    shares_with: int | None = None  # the order of the item whose goal or text this one continues


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a slot is: stage of its report ("" while there is none), due day, whether it is late.

    `late` means that nothing was submitted by the due day; a report returned for more work is late
    too once that day is over.
    """

    stage: str
    due_on: date
    late: bool
    version: int
    submitted_on: datetime | None = None
    returned_because: str = ""


def rulebook_name() -> str:
    """Give the rulebook of the open district, by name or path."""
    return District.objects.only("rulebook").get(pk=current()).rulebook


def item_shown(item: Item) -> ItemShown:
    """Show an item in a line; its parts may be prefetched."""
    leads = tuple(p.printed for p in item.parts.all() if p.duty == Part.Duty.LEAD)
    return ItemShown(
        id=item.pk,
        order=item.order,
        section=item.section,
        code=item.code,
        theme=item.theme,
        text=item.text,
        leads=leads,
        leaders=tuple(item.leaders),
        shares_with=item.source.get("shares_item_with"),
    )


def parts_shown(item: Item) -> tuple[PartShown, ...]:
    """Show the units of an item: leads in order, then supporters; needs the parts' units."""
    shown = [
        PartShown(
            unit_id=part.unit_id,
            unit=part.unit.name,
            printed=part.printed,
            duty=part.duty,
            files=part.duty == Part.Duty.LEAD and part.position == 1,
        )
        for part in item.parts.all()
    ]
    return tuple(shown)


def report_of(slot: Slot) -> Report | None:
    """Give a slot's report, loaded with select_related("report"); None while there is none."""
    return getattr(slot, "report", None)


def verdict_of(report: Report | None) -> Verdict | None:
    """Give a report's verdict, loaded with it; None while there is none."""
    return getattr(report, "verdict", None) if report else None


def standing_of(slot: Slot, *, on: date) -> Standing:
    """Say how far a slot is as seen on a day."""
    report = report_of(slot)
    open_stages = (None, Stage.DRAFT, Stage.RETURNED)
    stage = report.stage if report else None
    return Standing(
        stage=stage or "",
        due_on=slot.due_on,
        late=stage in open_stages and slot.due_on < on,
        version=report.version if report else 0,
        submitted_on=report.submitted_on if report else None,
        returned_because=report.returned_because if report and stage == Stage.RETURNED else "",
    )


def claimed_fact(word: str, rulebook: Rulebook) -> Fact | None:
    """Show a claimed status word; None for a blank one."""
    return Fact(rulebook.meaning(word) or "", word) if word else None


def verdict_facts(verdict: Verdict, rulebook: str) -> StatusFacts:
    """Show the three status facts of a verdict as they were stored."""
    rules = load_rulebook(rulebook)
    mismatch = mismatch_of(verdict, rulebook)
    reasons = tuple(Said(r["zh"], r["en"]) for r in verdict.reasons)
    return StatusFacts(
        claimed=claimed_fact(verdict.claimed, rules),
        computed=Fact(verdict.computed, verdict.computed_word, reasons),
        reviewed=Fact(verdict.reviewed, verdict.reviewed_word, (), verdict.because),
        mismatch=said(mismatch) if mismatch else None,
        asks=bool(mismatch and mismatch.severity == "asks"),
    )


def judged_facts(judged: Judged, rulebook: str) -> StatusFacts:
    """Show what is claimed and computed of words that nobody has reviewed."""
    found = judged.assessment
    reasons = tuple(Said(say(r, "zh"), say(r, "en")) for r in found.reasons)
    return StatusFacts(
        claimed=claimed_fact(found.claimed, load_rulebook(rulebook)),
        computed=Fact(found.status.value, found.word, reasons),
        mismatch=said(judged.mismatch) if judged.mismatch else None,
        asks=bool(judged.mismatch and judged.mismatch.severity == "asks"),
    )


def said(finding: Finding) -> Said:
    """Say a finding in both languages."""
    return Said(message(finding, "zh"), message(finding, "en"))


WRITTEN = frozenset({"", "progress", "status", "explanation"})
"""What a unit writes each period; a doubt about the promise or its units is the plan keeper's."""


def doubts_of(judged: Judged) -> tuple[Doubt, ...]:
    """Show what is odd in what a unit wrote, the mismatch last."""
    findings = (*judged.findings, *([judged.mismatch] if judged.mismatch else []))
    return tuple(
        Doubt(
            f.code,
            f.severity.value,
            f.place.field,
            said(f),
            f.place.characters,
            waived=waiver_shown(f.waived) if f.waived else None,
            can_waive=f.code in RULES and f.waived is None,
        )
        for f in findings
        if f.place.field in WRITTEN
    )


def waiver_shown(waiver: Waiver) -> WaiverShown:
    """Show a waiver beside the finding that it lets pass."""
    return WaiverShown(waiver.rule, waiver.who, waiver.why, waiver.until)


def waivers_kept(verdict: Verdict | None) -> tuple[WaiverShown, ...]:
    """Give the waivers that a verdict rests on."""
    return tuple(
        WaiverShown(w["rule"], w["who"], w["why"], date.fromisoformat(w["until"]))
        for w in (verdict.waived if verdict else ())
    )


def number_shown(measure: Measure) -> Number:
    """Show a quantity as it was read."""
    return Number(
        field=measure.field.value if measure.field else "",
        text=measure.text,
        value=decimal_string(measure.value),
        unit=measure.unit,
        comparator=measure.comparator.value,
        kind=measure.kind.value,
        action=measure.action,
        object=measure.object,
        span=measure.span,
        sure=measure.sure,
    )


def words_of(said_in: Report | Revision, period: str) -> PeriodWords:
    """Give the words of a report or of one of its revisions."""
    return PeriodWords(period, said_in.progress, said_in.claimed, said_in.explanation)


def last_told(slot: Slot, of_item: Iterable[Slot]) -> tuple[PeriodWords | None, str]:
    """Give the words last submitted for the nearest earlier period, and the reviewed status of it.

    `of_item` are the item's slots, loaded with report, verdict and revisions.
    """
    start = Period.parse(slot.period).start
    told = [
        (Period.parse(s.period).end, s, report_of(s))
        for s in of_item
        if Period.parse(s.period).end < start
    ]
    for _, earlier, report in sorted(told, key=lambda found: found[0], reverse=True):
        revisions = sorted(report.revisions.all(), key=lambda r: r.version) if report else []
        if revisions:
            verdict = verdict_of(report)
            return words_of(revisions[-1], earlier.period), verdict.reviewed_word if verdict else ""
    return None, ""


def told_of(words: PeriodWords | None) -> Told | None:
    """Give the words of an earlier period as a case takes them; None where nothing was told."""
    if words is None:
        return None
    return Told(words.period, words.progress, words.claimed, words.explanation)
