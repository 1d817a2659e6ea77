"""A reporter's own slots, the form of one, and what the rules say while she types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from shishi.rulebook import load_rulebook
from shishi.text.periods import Period
from shishi.web.accounts.models import Post
from shishi.web.projects.judging import case_of, goal_of, judge, waivers_of
from shishi.web.projects.models import Part, Report, Slot
from shishi.web.projects.queries.facts import (
    Doubt,
    ItemShown,
    Number,
    PeriodWords,
    Standing,
    StatusFacts,
    doubts_of,
    item_shown,
    judged_facts,
    last_told,
    number_shown,
    report_of,
    rulebook_name,
    standing_of,
    told_of,
    words_of,
)
from shishi.workflow import Move, Role, Stage, refusal

ORDER = (Stage.RETURNED, "late", "due", Stage.SUBMITTED, Stage.ACCEPTED)
"""The groups of a reporter's slots: what asks for work comes first."""


@dataclass(frozen=True, slots=True)
class MySlot:
    """A slot of the reporter's own unit: `group` is one of returned, late, due, submitted, accepted.

    `has_draft` says that something is kept that was not submitted; `last` are the words last
    submitted for an earlier period, `last_word` what the office made of them.
    """

    id: int
    group: str
    period: str
    standing: Standing
    has_draft: bool
    item: ItemShown
    plan_id: int
    plan_title: str
    goal: str
    last: PeriodWords | None
    last_word: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What the program makes of words before they are submitted."""

    numbers: tuple[Number, ...]
    doubts: tuple[Doubt, ...]
    facts: StatusFacts


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A slot ready to be written in.

    `version` goes back with what is saved. `refused` says why this person cannot submit now, as a
    code with words in messages/web.toml; "" when she can. `words` are the draft (or what was
    submitted), blank where nothing was written; `statuses` the words she may choose.
    """

    slot_id: int
    period: str
    item: ItemShown
    plan_id: int
    plan_title: str
    supporters: tuple[str, ...]
    goal: str
    goal_period: str
    standing: Standing
    version: int
    refused: str
    words: PeriodWords
    last: PeriodWords | None
    last_word: str
    statuses: tuple[str, ...]
    length: int  # characters asked for, 字数控制在…字左右
    preview: Preview


def find_slot(post: Post, slot_id: int) -> Slot | None:
    """Find a slot of the open district; for a reporter only one that her own unit files."""
    slots = Slot.objects.filter(pk=slot_id).select_related("item__plan", "report__verdict")
    if post.role == Role.REPORTER:
        slots = slots.filter(item__in=_filed_by(post))
    found: Slot | None = slots.prefetch_related("item__parts", "item__goals").first()
    return found


def my_slots(post: Post, *, on: date) -> tuple[MySlot, ...]:
    """List the slots that a reporter's unit files, in the groups of ORDER, soonest due first; of
    those that were accepted the newest first.

    Nobody but a reporter has slots of her own. 6 queries.
    """
    if post.unit_id is None:
        return ()
    slots = _with_words(Slot.objects.filter(item__in=_filed_by(post)))
    by_item: dict[int, list[Slot]] = {}
    for slot in slots:
        by_item.setdefault(slot.item_id, []).append(slot)
    mine = [_mine(slot, by_item[slot.item_id], on=on) for slot in slots]
    mine.sort(key=_urgency)
    return tuple(mine)


def _urgency(slot: MySlot) -> tuple[int, int, int]:
    due = slot.standing.due_on.toordinal()
    return ORDER.index(slot.group), -due if slot.group == Stage.ACCEPTED else due, slot.item.order


def report_form(slot: Slot, post: Post, *, on: date) -> ReportForm:
    """Give the form of a slot that find_slot found, with last period's words beside. 6 queries."""
    rules = load_rulebook(rulebook_name())
    item, report = slot.item, report_of(slot)
    goal = goal_of(item, Period.parse(slot.period))
    last, last_word = last_told(slot, _with_words(Slot.objects.filter(item=item)))
    words = words_of(report, slot.period) if report else PeriodWords(slot.period, "", "", "")
    return ReportForm(
        slot_id=slot.pk,
        period=slot.period,
        item=item_shown(item),
        plan_id=item.plan_id,
        plan_title=item.plan.title,
        supporters=tuple(
            part.printed for part in item.parts.all() if part.duty == Part.Duty.SUPPORT
        ),
        goal=goal.text if goal else "",
        goal_period=goal.period if goal else "",
        standing=standing_of(slot, on=on),
        version=report.version if report else 0,
        refused=_refused(report, post),
        words=words,
        last=last,
        last_word=last_word,
        statuses=rules.words,
        length=rules.length.about,
        preview=_preview(slot, words, last=last, name=rules.name, on=on),
    )


def preview_findings(
    slot: Slot, *, progress: str, claimed: str, explanation: str, on: date
) -> Preview:
    """Say what these words would be read as, and what is odd in them; nothing is kept. 6 queries."""
    words = PeriodWords(slot.period, progress.strip(), claimed, explanation.strip())
    last, _ = last_told(slot, _with_words(Slot.objects.filter(item=slot.item)))
    return _preview(slot, words, last=last, name=rulebook_name(), on=on)


def _preview(
    slot: Slot, words: PeriodWords, *, last: PeriodWords | None, name: str, on: date
) -> Preview:
    """Nothing is odd about a form that nobody has begun."""
    if not (words.progress or words.claimed or words.explanation):
        return Preview((), (), StatusFacts())
    case = case_of(
        slot,
        progress=words.progress,
        claimed=words.claimed,
        explanation=words.explanation,
        last=told_of(last),
        waivers=waivers_of(slot.item),
    )
    judged = judge(case, name, on=on)
    numbers = [m for m in judged.measured.measures if m.field in ("progress", "explanation")]
    return Preview(
        numbers=tuple(number_shown(m) for m in numbers),
        doubts=doubts_of(judged),
        facts=judged_facts(judged, name),
    )


def _filed_by(post: Post) -> QuerySet[Any, Any]:
    first = Part.objects.filter(unit=post.unit_id, duty=Part.Duty.LEAD, position=1)
    return first.values("item")


def _with_words(slots: QuerySet[Any]) -> list[Slot]:
    chosen = slots.select_related("item__plan", "report__verdict")
    return list(
        chosen.prefetch_related("item__parts", "item__goals", "report__revisions").order_by("pk")
    )


def _mine(slot: Slot, of_item: list[Slot], *, on: date) -> MySlot:
    standing = standing_of(slot, on=on)
    goal = goal_of(slot.item, Period.parse(slot.period))
    last, last_word = last_told(slot, of_item)
    return MySlot(
        id=slot.pk,
        group=_group(standing),
        period=slot.period,
        standing=standing,
        has_draft=standing.stage == Stage.DRAFT,
        item=item_shown(slot.item),
        plan_id=slot.item.plan_id,
        plan_title=slot.item.plan.title,
        goal=goal.text if goal else "",
        last=last,
        last_word=last_word,
    )


def _group(standing: Standing) -> str:
    if standing.stage in (Stage.RETURNED, Stage.SUBMITTED, Stage.ACCEPTED):
        return standing.stage
    return "late" if standing.late else "due"


def _refused(report: Report | None, post: Post) -> str:
    stage = Stage(report.stage) if report else Stage.DRAFT
    return refusal(stage, Move.SUBMIT, role=Role(post.role), is_author=False) or ""
