"""From a stored report to the street and back: findings while it is written, a verdict when accepted."""

from __future__ import annotations

from datetime import date, datetime

from shishi.assessment import assess, find_mismatches, say
from shishi.assessment.assessment import Assessment
from shishi.findings import Finding
from shishi.measures import measure
from shishi.places import Place, Source, Text
from shishi.records import Field, Notice, Page, Record
from shishi.rulebook import Rulebook, load_rulebook
from shishi.rules import check
from shishi.text.characters import Script, fold
from shishi.text.periods import Period
from shishi.web.projects.models import Goal, Item, Part, Report, Slot, Verdict


def page_of(slot: Slot, *, progress: str, claimed: str, explanation: str) -> Page:
    """Put a slot's item, its goal and what was written for it into a Page of one record."""
    item: Item = slot.item
    period = Period.parse(slot.period)
    goal = goal_of(item, period)
    printed = {
        Field.CODE: item.code,
        Field.THEME: item.theme,
        Field.ITEM: item.text,
        Field.GOAL: goal.text if goal else "",
        Field.PROGRESS: progress,
        Field.STATUS: claimed,
        Field.EXPLANATION: explanation,
    }
    parts = list(item.parts.select_related("unit"))
    names = {
        Field.LEAD_UNITS: [p.printed for p in parts if p.duty == Part.Duty.LEAD],
        Field.SUPPORT_UNITS: [p.printed for p in parts if p.duty == Part.Duty.SUPPORT],
    }
    record = _record({f: v for f, v in printed.items() if v.strip()}, names)
    return Page(
        source=Source(f"item {item.pk}", "report", ""),
        script=Script.SIMPLIFIED,
        notice=Notice(),
        records=(record,),
        plan=Period.parse(goal.period) if goal else Period(item.plan.year),
        report=period,
    )


def _record(printed: dict[Field, str], names: dict[Field, list[str]]) -> Record:
    place = Place(part="report", row=1)
    texts = {f: Text(v, Place(part="report", row=1, field=f.value)) for f, v in printed.items()}
    for field, listed in names.items():
        if listed:
            texts[field] = Text("、".join(listed), Place(part="report", row=1, field=field.value))
    return Record(
        order=1,
        place=place,
        texts=texts,
        names={f: tuple(Text(n, place) for n in listed) for f, listed in names.items()},
        folded={f: fold(t.value, Script.SIMPLIFIED) for f, t in texts.items()},
    )


def goal_of(item: Item, period: Period) -> Goal | None:
    """Give the goal for a period: its own, or the narrowest one of a longer period around it."""
    around = [
        (Period.parse(goal.period), goal)
        for goal in item.goals.all()
    ]
    covering = [
        (p.last - p.first, goal)
        for p, goal in around
        if p.year == period.year and p.first <= period.first and period.last <= p.last
    ]
    return min(covering, key=lambda found: found[0])[1] if covering else None


def judge(page: Page, rulebook: Rulebook, *, on: date) -> tuple[Assessment, tuple[Finding, ...]]:
    """Check and assess a Page of one record: its assessment and all findings."""
    year = page.report.year if page.report else None
    measured = {r.order: measure(r, year=year) for r in page.records}
    assessments = assess(page, measured, rulebook=rulebook, on=on)
    findings = check(page, measured, rulebook=rulebook)
    mismatches = find_mismatches(page, assessments, rulebook=rulebook)
    return assessments[0], (*findings, *mismatches)


def judge_report(
    report: Report, *, reviewed: str, because: str, by: str, on: datetime
) -> Verdict:
    """Make the verdict of a report, unsaved. Raises ValueError for a word outside the rulebook."""
    rulebook = load_rulebook(report.district.rulebook)
    means = rulebook.meaning(reviewed)
    if means is None:
        raise ValueError(f"reviewed must be one of {'、'.join(rulebook.words)}, not {reviewed!r}")
    page = page_of(
        report.slot,
        progress=report.progress,
        claimed=report.claimed,
        explanation=report.explanation,
    )
    assessment, _ = judge(page, rulebook, on=on.date())
    return Verdict(
        report=report,
        claimed=report.claimed,
        computed=assessment.status.value,
        computed_word=assessment.word,
        reasons=[
            {"code": r.code, "facts": dict(r.facts), "zh": say(r, "zh"), "en": say(r, "en")}
            for r in assessment.reasons
        ],
        reviewed=means,
        reviewed_word=reviewed,
        because=because.strip(),
        rulebook=assessment.rulebook,
        by=by,
        on=on,
    )
