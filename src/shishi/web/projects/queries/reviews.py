"""What waits for the office, and what a leader should see first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from shishi.rulebook import load_rulebook
from shishi.text.periods import Period
from shishi.web.accounts.models import Post, User
from shishi.web.projects.judging import case_of, judge, waivers_of
from shishi.web.projects.models import GivenWaiver, Item, Plan, Report, Slot
from shishi.web.projects.queries.facts import (
    Doubt,
    ItemShown,
    Number,
    PeriodWords,
    Said,
    StatusFacts,
    WaiverShown,
    doubts_of,
    item_shown,
    judged_facts,
    last_told,
    number_shown,
    report_of,
    rulebook_name,
    standing_of,
    told_of,
    verdict_facts,
    verdict_of,
    words_of,
)
from shishi.workflow import Move, Role, Stage, refusal

BEHIND, PARTLY, OVERDUE, MISMATCH = "behind", "partly_behind", "overdue", "mismatch"
PROBLEMS = (BEHIND, PARTLY, OVERDUE, MISMATCH)
"""The kinds of problems, in the order in which a leader sees them."""


@dataclass(frozen=True, slots=True)
class ToReview:
    """A submitted report as the office reads it. `refused` is the code why this person may not accept
    it, "" when she may; `statuses` are the words she may give it, the claimed one included."""

    report_id: int
    slot_id: int
    version: int
    period: str
    item: ItemShown
    plan_id: int
    plan_title: str
    unit: str
    submitted_on: datetime
    submitted_by: str
    late: bool  # submitted after the due day
    goal: str
    words: PeriodWords
    facts: StatusFacts
    numbers: tuple[Number, ...]
    doubts: tuple[Doubt, ...]
    statuses: tuple[str, ...]
    refused: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One item that needs a leader: what is wrong, since when, why, and who.

    `periods` counts the periods running that were reviewed behind, or are overdue. `why` are the
    computed reasons; `words` the unit's explanation or progress; `because` the office's own.
    """

    kind: str
    item: ItemShown
    slot_id: int
    period: str
    status: str
    word: str
    periods: int
    why: tuple[Said, ...]
    words: PeriodWords | None
    because: str


@dataclass(frozen=True, slots=True)
class LeaderPage:
    """A leader's page of a plan: problems first, then how many items have none."""

    plan_id: int
    plan_title: str
    problems: tuple[Problem, ...]
    items: int
    quiet: int  # items without a problem

    def of(self, kind: str) -> tuple[Problem, ...]:
        """Give the problems of one kind."""
        return tuple(problem for problem in self.problems if problem.kind == kind)


def review_queue(
    plan: Plan | None = None, *, on: date, post: Post | None = None
) -> tuple[ToReview, ...]:
    """List the submitted reports of a plan, or of all, oldest first. `post` is who asks. 9 queries."""
    reports = Report.objects.filter(stage=Stage.SUBMITTED)
    if plan:
        reports = reports.filter(slot__item__plan=plan)
    chosen = reports.select_related("slot__item__plan", "unit", "slot__report")
    name = rulebook_name()
    earlier = ("slot__item__slots__report__revisions", "slot__item__slots__report__verdict")
    found = chosen.prefetch_related(
        "slot__item__parts", "slot__item__goals", "slot__item__waivers", *earlier
    )
    ordered = found.order_by("submitted_on", "pk")
    return tuple(_to_review(report, name=name, on=on, post=post) for report in ordered)


def _to_review(report: Report, *, name: str, on: date, post: Post | None) -> ToReview:
    slot: Slot = report.slot
    words = words_of(report, slot.period)
    last, _ = last_told(slot, slot.item.slots.all())
    case = case_of(
        slot,
        progress=words.progress,
        claimed=words.claimed,
        explanation=words.explanation,
        last=told_of(last),
        waivers=waivers_of(slot.item),
    )
    judged = judge(case, name, on=on)
    shown = [m for m in judged.measured.measures if m.field != "item"]
    return ToReview(
        report_id=report.pk,
        slot_id=slot.pk,
        version=report.version,
        period=slot.period,
        item=item_shown(slot.item),
        plan_id=slot.item.plan_id,
        plan_title=slot.item.plan.title,
        unit=report.unit.name,
        submitted_on=report.submitted_on,
        submitted_by=report.submitted_by,
        late=localdate(report.submitted_on) > slot.due_on,
        goal=case.goal,
        words=words,
        facts=judged_facts(judged, name),
        numbers=tuple(number_shown(m) for m in shown),
        doubts=doubts_of(judged),
        statuses=tuple(status.word for status in load_rulebook(name).statuses),
        refused=_refused(report, post),
    )


def _refused(report: Report, post: Post | None) -> str:
    if post is None:
        return ""
    author = post.user.username in {report.written_by, report.submitted_by}
    role = Role(post.role)
    return refusal(Stage(report.stage), Move.ACCEPT, role=role, is_author=author) or ""


@dataclass(frozen=True, slots=True)
class OpenWaiver:
    """A waiver that nobody has ended; `expired` where its last day is over. `given_by` is a name."""

    id: int
    shown: WaiverShown
    given_by: str
    given_on: datetime
    expired: bool


def open_waivers(item_id: int, *, on: date) -> tuple[OpenWaiver, ...]:
    """List the waivers of an item that nobody has ended. 2 queries."""
    found = list(GivenWaiver.objects.filter(item=item_id, ended_on=None))
    people = User.objects.filter(username__in={given.by for given in found})
    names = dict(people.values_list("username", "display_name"))
    return tuple(
        OpenWaiver(
            id=given.pk,
            shown=WaiverShown(given.rule, given.who, given.why, given.until),
            given_by=names.get(given.by) or given.by,
            given_on=given.on,
            expired=given.until < on,
        )
        for given in found
    )


def leader_page(plan: Plan, *, on: date) -> LeaderPage:
    """Collect what is wrong in a plan as seen on a day: the newest state of each item. 6 queries.

    An item stands here once for each kind of problem it has, gravest and longest first.
    """
    name = rulebook_name()
    items = list(Item.objects.filter(plan=plan).prefetch_related("parts", "goals"))
    slots = Slot.objects.filter(item__plan=plan).select_related("report__verdict")
    by_item: dict[int, list[Slot]] = {item.pk: [] for item in items}
    for slot in slots:
        by_item[slot.item_id].append(slot)
    problems: list[Problem] = []
    for item in items:
        item.plan = plan
        history = sorted(by_item[item.pk], key=lambda s: Period.parse(s.period).end, reverse=True)
        for slot in history:
            slot.item = item
        problems += _problems(item, history, name=name, on=on)
    problems.sort(key=lambda p: (PROBLEMS.index(p.kind), -p.periods, p.item.order))
    quiet = len(items) - len({problem.item.id for problem in problems})
    return LeaderPage(plan.pk, plan.title, tuple(problems), len(items), quiet)


def _problems(item: Item, history: list[Slot], *, name: str, on: date) -> list[Problem]:
    """Find the problems of one item; `history` is newest first."""
    found: list[Problem] = []
    reviewed = [slot for slot in history if verdict_of(report_of(slot))]
    if reviewed and (problem := _behind(reviewed, name=name)):
        found.append(problem)
    late = [slot for slot in history if standing_of(slot, on=on).late]
    if late:
        found.append(_problem(late[0], OVERDUE, facts=StatusFacts(), periods=len(late), words=None))
    if newest := next((s for s in history if _is_told(s)), None):
        facts = _facts(newest, name=name, on=on)
        if facts.asks:
            words = words_of(report_of(newest), newest.period)  # type: ignore[arg-type]
            found.append(_problem(newest, MISMATCH, facts=facts, periods=1, words=words))
    return found


def _behind(reviewed: list[Slot], *, name: str) -> Problem | None:
    """Tell the newest verdict where it is behind, with how many before it were too."""
    running = 0
    for slot in reviewed:
        verdict = verdict_of(report_of(slot))
        if verdict is None or verdict.reviewed not in (BEHIND, PARTLY):
            break
        running += 1
    if not running:
        return None
    newest = reviewed[0]
    report, verdict = report_of(newest), verdict_of(report_of(newest))
    if report is None or verdict is None:
        return None
    facts = verdict_facts(verdict, name)
    words = words_of(report, newest.period)
    return _problem(newest, verdict.reviewed, facts=facts, periods=running, words=words)


def _problem(
    slot: Slot, kind: str, *, facts: StatusFacts, periods: int, words: PeriodWords | None
) -> Problem:
    fact = facts.reviewed or facts.claimed
    mismatch = (facts.mismatch,) if kind == MISMATCH and facts.mismatch else ()
    return Problem(
        kind=kind,
        item=item_shown(slot.item),
        slot_id=slot.pk,
        period=slot.period,
        status=fact.status if fact else "",
        word=fact.word if fact else "",
        periods=periods,
        why=(*mismatch, *(facts.computed.reasons if facts.computed else ())),
        words=words,
        because=facts.reviewed.because if facts.reviewed else "",
    )


def _is_told(slot: Slot) -> bool:
    report = report_of(slot)
    return report is not None and report.stage in (Stage.SUBMITTED, Stage.ACCEPTED)


def _facts(slot: Slot, *, name: str, on: date) -> StatusFacts:
    report = report_of(slot)
    verdict = verdict_of(report)
    if verdict or report is None:
        return verdict_facts(verdict, name) if verdict else StatusFacts()
    case = case_of(
        slot,
        progress=report.progress,
        claimed=report.claimed,
        explanation=report.explanation,
    )
    return judged_facts(judge(case, name, on=on), name)
