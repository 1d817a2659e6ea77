"""From a stored report to the street and back: findings while it is written, a verdict when accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.utils.timezone import localdate

from shishi.assessment import Forecast, assess, draw_series, find_mismatches, forecast, say
from shishi.assessment.assessment import Assessment, Status
from shishi.assessment.reasons import Reason
from shishi.findings import Finding, Waiver
from shishi.matching import Companion
from shishi.measures import measure
from shishi.measures.measure import Measured
from shishi.places import Place, Source, Text
from shishi.records import Field, Notice, Page, Record
from shishi.rulebook import load_rulebook
from shishi.rules import check
from shishi.rules.goal_easier_than_line import CODE as GOAL_EASIER
from shishi.rules.group_not_expanded import CODE as GROUP
from shishi.rules.not_in_previous import CODE as NOT_IN_PREVIOUS
from shishi.rules.progress_lengths import CODE as LENGTHS_OF_A_PAGE
from shishi.text.characters import Script, fold
from shishi.text.periods import Period
from shishi.web.projects.models import Goal, Item, Part, Report, Slot, Verdict
from shishi.writers.exchange import plain_value

_NOT_OF_A_REPORT = frozenset({LENGTHS_OF_A_PAGE, GOAL_EASIER, GROUP, NOT_IN_PREVIOUS})


@dataclass(frozen=True, slots=True)
class Told:
    """What a unit submitted for an earlier period, in the exchange spelling."""

    period: str
    progress: str
    claimed: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the judgement of one report rests on, in plain values.

    `last` is what was told for the nearest earlier period, where anything was. `goal_period` and `period` are in the exchange spelling; without a goal the former is the plan's year.
    """

    order: int
    code: str
    theme: str
    item: str
    leads: tuple[str, ...]
    supporters: tuple[str, ...]
    goal: str
    goal_period: str
    period: str
    progress: str
    claimed: str
    explanation: str
    last: Told | None = None
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A case as the street sees it: the numbers read, what is odd, the computed status.

    `mismatch` is the finding that claimed and computed status differ; None where they do not.
    """

    measured: Measured
    assessment: Assessment
    findings: tuple[Finding, ...]
    mismatch: Finding | None


def waivers_of(item: Item) -> tuple[Waiver, ...]:
    """Give the waivers of an item that nobody has ended, those that have run out too; may be prefetched."""
    return tuple(
        Waiver(given.rule, item.order, given.who, given.why, given.until)
        for given in item.waivers.all()
        if given.ended_on is None
    )


def case_of(
    slot: Slot, *, progress: str, claimed: str, explanation: str,
    last: Told | None = None, waivers: tuple[Waiver, ...] = (),
) -> Case:  # fmt: skip
    """Put together what a slot's judgement rests on; the item's parts and goals may be prefetched."""
    item: Item = slot.item
    goal = goal_of(item, Period.parse(slot.period))
    parts = list(item.parts.all())
    return Case(
        order=item.order,
        code=item.code,
        theme=item.theme,
        item=item.text,
        leads=tuple(p.printed for p in parts if p.duty == Part.Duty.LEAD),
        supporters=tuple(p.printed for p in parts if p.duty == Part.Duty.SUPPORT),
        goal=goal.text if goal else "",
        goal_period=goal.period if goal else str(item.plan.year),
        period=slot.period,
        progress=progress,
        claimed=claimed,
        explanation=explanation,
        last=last,
        waivers=waivers,
    )


def page_of(case: Case) -> Page:
    """Put a case into a Page of one record, which has the item's own number in its plan."""
    printed = {
        Field.CODE: case.code,
        Field.THEME: case.theme,
        Field.ITEM: case.item,
        Field.LEAD_UNITS: "、".join(case.leads),
        Field.SUPPORT_UNITS: "、".join(case.supporters),
        Field.GOAL: case.goal,
        Field.PROGRESS: case.progress,
        Field.STATUS: case.claimed,
        Field.EXPLANATION: case.explanation,
    }
    place = Place(part="report", row=case.order)
    texts = {
        field: Text(value, Place(part="report", row=case.order, field=field.value))
        for field, value in printed.items()
        if value.strip()
    }
    listed = {Field.LEAD_UNITS: case.leads, Field.SUPPORT_UNITS: case.supporters}
    record = Record(
        order=case.order,
        place=place,
        texts=texts,
        names={field: tuple(Text(n, place) for n in names) for field, names in listed.items()},
        folded={field: fold(text.value, Script.SIMPLIFIED) for field, text in texts.items()},
    )
    return Page(
        source=Source(f"item {case.order}", "report", ""),
        script=Script.SIMPLIFIED,
        notice=Notice(),
        records=(record,),
        plan=Period.parse(case.goal_period),
        report=Period.parse(case.period),
        columns=frozenset({Field.PROGRESS, Field.STATUS, Field.EXPLANATION}),
    )


def goal_of(item: Item, period: Period) -> Goal | None:
    """Give the goal for a period: its own, or the narrowest one of a longer period around it."""
    covering = [
        (around.last - around.first, goal)
        for goal in item.goals.all()
        for around in (Period.parse(goal.period),)
        if around.year == period.year
        and around.first <= period.first
        and period.last <= around.last
    ]
    return min(covering, key=lambda found: found[0])[1] if covering else None


def _companion(case: Case, last: Told) -> Companion:
    """Put what was told before into a page of its own; which goal it had then is not asked."""
    year = str(Period.parse(last.period).year)
    before = replace(
        case,
        goal="",
        goal_period=year,
        period=last.period,
        progress=last.progress,
        claimed=last.claimed,
        explanation=last.explanation,
        last=None,
    )
    return Companion(page_of(before), {case.order: measure_case(before)})


# A list shows the same words again and again; judging sixty reports anew takes a fifth of a second.
@lru_cache(maxsize=4096)
def judge(case: Case, rulebook: str, *, on: date) -> Judged:
    """Measure, check and assess a case as seen on a day, by the rulebook of that name.

    What was told for the period before is held against it. Left out is what no report can mend: the
    page-wide list of text lengths, and what the rules ask of the plan.
    """
    rules = load_rulebook(rulebook)
    page = page_of(case)
    measured = measure_case(case)
    by_order = {case.order: measured}
    (assessment,) = assess(page, by_order, rulebook=rules, on=on)
    previous = (_companion(case, case.last),) if case.last else ()
    found = check(page, by_order, rulebook=rules, previous=previous, waivers=case.waivers, on=on)
    mismatches = find_mismatches(page, (assessment,), rulebook=rules)
    return Judged(
        measured=measured,
        assessment=assessment,
        findings=tuple(f for f in found if f.code not in _NOT_OF_A_REPORT),
        mismatch=mismatches[0] if mismatches else None,
    )


@lru_cache(maxsize=4096)
def measure_case(case: Case) -> Measured:
    """Read the numbers and milestones of a case."""
    period = Period.parse(case.period)
    month = period.last if period.first == period.last else None
    return measure(page_of(case).records[0], year=period.year, month=month)


def draw_course(
    item: str, *, goals: Iterable[tuple[str, str]], reports: Iterable[tuple[str, str]]
) -> tuple[Forecast, ...]:
    """Draw plan against actual for each number of an item, with where each leads by the year's end.

    `goals` and `reports` are pairs of a period in the exchange spelling and a text; of a period that
    comes twice the last counts. Each forecast carries its series. Raises ValueError for a bad period.

    >>> (bridges,) = draw_course("修桥60座", goals=[("2031Q2", "累计修桥30座。")],
    ...     reports=[("2031-05", "累计修桥25座。")])
    >>> str(bridges.value), [str(point.planned) for point in bridges.series.points]
    ('60', ['None', '30'])
    """
    drawn = draw_series(
        item,
        goals={Period.parse(period): text for period, text in goals},
        reports={Period.parse(period): text for period, text in reports},
    )
    return tuple(forecast(series) for series in drawn)


def mismatch_of(verdict: Verdict, rulebook: str) -> Finding | None:
    """Say whether the claimed and the computed status of a stored verdict differ, as a finding."""
    record = Record(order=1, place=Place(part="report", row=1))
    page = Page(Source("", "report", ""), Script.SIMPLIFIED, Notice(), (record,))
    assessment = Assessment(
        order=1,
        status=Status(verdict.computed),
        word=verdict.computed_word,
        reasons=tuple(Reason(r["code"], r["facts"]) for r in verdict.reasons),
        claimed=verdict.claimed,
    )
    found = find_mismatches(page, (assessment,), rulebook=load_rulebook(rulebook))
    return found[0] if found else None


def _waived(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Give each waiver that let a finding pass once, as the verdict keeps it."""
    held = dict.fromkeys(finding.waived for finding in findings if finding.waived)
    return [
        {"rule": w.rule, "who": w.who, "why": w.why, "until": w.until.isoformat()} for w in held
    ]


def judge_report(
    report: Report, *, reviewed: str, because: str, by: str, on: datetime, last: Told | None = None
) -> Verdict:
    """Make the verdict of a report, unsaved; `last` is what was told before, for the waivers it rests on.

    Raises ValueError for a word outside the rulebook.
    """
    name = report.district.rulebook
    rulebook = load_rulebook(name)
    means = rulebook.meaning(reviewed)
    if means is None:
        known = "、".join(status.word for status in rulebook.statuses)
        raise ValueError(f"reviewed must be one of {known}, not {reviewed!r}")
    case = case_of(
        report.slot,
        progress=report.progress,
        claimed=report.claimed,
        explanation=report.explanation,
        last=last,
        waivers=waivers_of(report.slot.item),
    )
    judged = judge(case, name, on=localdate(on))
    assessment = judged.assessment
    return Verdict(
        report=report,
        version=report.version,
        claimed=report.claimed,
        computed=assessment.status.value,
        computed_word=assessment.word,
        reasons=[
            {"code": r.code, "facts": plain_value(r.facts), "zh": say(r, "zh"), "en": say(r, "en")}
            for r in assessment.reasons
        ],
        reviewed=means,
        reviewed_word=reviewed,
        because=because.strip(),
        rulebook=assessment.rulebook,
        waived=_waived(judged.findings),
        by=by,
        on=on,
    )
