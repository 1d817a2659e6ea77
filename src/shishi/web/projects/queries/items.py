"""One item, whole: the promise, who is responsible, its goals, and its history newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from shishi.assessment import say
from shishi.text.periods import Period
from shishi.web.projects.judging import (
    case_of,
    draw_course,
    goal_of,
    judge,
    measure_case,
    waivers_of,
)
from shishi.web.projects.models import Item, Slot
from shishi.web.projects.queries.facts import (
    Doubt,
    ItemShown,
    Number,
    PartShown,
    PeriodWords,
    Said,
    Standing,
    StatusFacts,
    WaiverShown,
    doubts_of,
    item_shown,
    judged_facts,
    number_shown,
    parts_shown,
    report_of,
    rulebook_name,
    standing_of,
    verdict_facts,
    verdict_of,
    waivers_kept,
    words_of,
)
from shishi.workflow import Stage


@dataclass(frozen=True, slots=True)
class GoalShown:
    """What is to be reached in a period."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class RevisionShown:
    """The words of one submission."""

    version: int
    on: datetime
    by: str
    words: PeriodWords


@dataclass(frozen=True, slots=True)
class PeriodShown:
    """One period of an item's history.

    `words` are the ones last submitted, never a draft: those are their writer's own. `numbers` were
    read in them. `doubts` are there while the report waits for its review.
    """

    slot_id: int
    period: str
    goal: str
    standing: Standing
    words: PeriodWords | None
    facts: StatusFacts
    numbers: tuple[Number, ...]
    doubts: tuple[Doubt, ...]
    waived: tuple[WaiverShown, ...]  # what the verdict rests on
    reviewed_on: datetime | None
    revisions: tuple[RevisionShown, ...]  # newest first


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """What was planned and reported up to the end of a period, counted since January; None: not known."""

    period: str
    month: int  # the last of the period
    planned: Decimal | None
    actual: Decimal | None


@dataclass(frozen=True, slots=True)
class CourseShown:
    """One number of the item over the year. `forecast` is where it leads, None with the reasons why not.

    `asked` is the number as the item prints it, "" for the share of the works.
    """

    asked: str
    target: Decimal
    unit: str
    points: tuple[CoursePoint, ...]
    forecast: Decimal | None
    reasons: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SourceShown:
    """Where an item was read: the upload's number, the file's name, the place inside it."""

    upload_id: int | None
    name: str
    place: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Everything the office knows of an item."""

    item: ItemShown
    plan_id: int
    plan_slug: str
    plan_title: str
    parts: tuple[PartShown, ...]
    open_ended: bool  # 等部门、单位
    levels: tuple[str, ...]
    investment: Decimal | None  # 元
    goals: tuple[GoalShown, ...]
    numbers: tuple[Number, ...]  # read in the promise itself
    history: tuple[PeriodShown, ...]
    courses: tuple[CourseShown, ...]  # drawn from the words last submitted, reviewed or not
    source: SourceShown


def item_page(item_id: int, *, on: date) -> ItemPage | None:
    """Collect an item of the open district; None where it has none of that number.

    `on` decides what is late, and what is computed of reports that wait for review; reviewed ones
    keep what was computed then. 8 queries.
    """
    found = Item.objects.filter(pk=item_id).select_related("plan")
    item = found.prefetch_related("parts__unit", "goals", "waivers").first()
    if item is None:
        return None
    slots = Slot.objects.filter(item=item).select_related("report__verdict")
    history = list(slots.prefetch_related("report__revisions"))
    history.sort(key=lambda slot: Period.parse(slot.period).end, reverse=True)
    for slot in history:
        slot.item = item
    name = rulebook_name()
    shown = item_shown(item)
    periods = tuple(_period(slot, name=name, on=on) for slot in history)
    return ItemPage(
        item=shown,
        plan_id=item.plan_id,
        plan_slug=item.plan.slug,
        plan_title=item.plan.title,
        parts=parts_shown(item),
        open_ended=item.open_ended,
        levels=tuple(item.levels),
        investment=item.investment,
        goals=tuple(GoalShown(goal.period, goal.text) for goal in item.goals.all()),
        numbers=_promised(item),
        history=periods,
        courses=_courses(item, periods),
        source=_source(item),
    )


def _promised(item: Item) -> tuple[Number, ...]:
    slot = Slot(item=item, period=str(item.plan.year))
    numbers = measure_case(case_of(slot, progress="", claimed="", explanation="")).measures
    return tuple(number_shown(m) for m in numbers if m.field == "item")


def _courses(item: Item, history: tuple[PeriodShown, ...]) -> tuple[CourseShown, ...]:
    """Draw each number of the item through the plan's year, where anything was told of it."""
    year = item.plan.year
    goals = [(g.period, g.text) for g in item.goals.all() if Period.parse(g.period).year == year]
    told = [(p.period, p.words.progress) for p in history if p.words]
    reports = [(period, text) for period, text in told if Period.parse(period).year == year]
    return tuple(
        CourseShown(
            asked=found.series.asked.text if found.series.asked else "",
            target=found.series.target,
            unit=found.series.unit,
            points=tuple(
                CoursePoint(str(p.period), p.period.last, p.planned, p.actual)
                for p in found.series.points
            ),
            forecast=found.value,
            reasons=tuple(Said(say(r, "zh"), say(r, "en")) for r in found.reasons),
        )
        for found in draw_course(item.text, goals=goals, reports=reports)
        if found.series.reported
    )


def _period(slot: Slot, *, name: str, on: date) -> PeriodShown:
    report, goal = report_of(slot), goal_of(slot.item, Period.parse(slot.period))
    revisions = sorted(report.revisions.all(), key=lambda r: -r.version) if report else []
    words = words_of(revisions[0], slot.period) if revisions else None
    facts = StatusFacts()
    numbers: tuple[Number, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    verdict = verdict_of(report)
    if words:
        case = case_of(
            slot,
            progress=words.progress,
            claimed=words.claimed,
            explanation=words.explanation,
            waivers=waivers_of(slot.item),
        )
        numbers = tuple(number_shown(m) for m in measure_case(case).measures if m.field != "item")
        if verdict:
            facts = verdict_facts(verdict, name)
        else:
            judged = judge(case, name, on=on)
            facts = judged_facts(judged, name)
            doubts = doubts_of(judged) if report and report.stage == Stage.SUBMITTED else ()
    return PeriodShown(
        slot_id=slot.pk,
        period=slot.period,
        goal=goal.text if goal else "",
        standing=standing_of(slot, on=on),
        words=words,
        facts=facts,
        numbers=numbers,
        doubts=doubts,
        waived=waivers_kept(verdict),
        reviewed_on=verdict.on if verdict else None,
        revisions=tuple(
            RevisionShown(r.version, r.on, r.by, words_of(r, slot.period)) for r in revisions
        ),
    )


def _source(item: Item) -> SourceShown:
    told = item.source
    return SourceShown(told.get("upload"), told.get("name", ""), told.get("place", {}))
