"""Views of reviews: what waits, and the page on which a report is accepted or returned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shishi.assessment.assessment import Status
from shishi.rulebook import load_rulebook
from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of, words_of_code
from shishi.web.pages.reviews.forms import RETURN, ReviewForm, WaiverForm
from shishi.web.projects.actions.reports import accept_report, return_report
from shishi.web.projects.models import Report, Revision, Verdict
from shishi.web.projects.queries import item_page, open_waivers, review_queue
from shishi.web.projects.queries.reviews import ToReview
from shishi.web.projects.refusals import Refused
from shishi.workflow import Role, Stage

A_PAGE = 60


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a decision could not be stored, and the version that had been read, where it is kept."""

    words: str
    read: Revision | None = None


@require_safe
@only(Role.OFFICE)
def list_waiting(request: HttpRequest) -> HttpResponse:
    """List the reports that wait, oldest first."""
    waiting = review_queue(on=localdate(), post=request.post)
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/list.html", {"page": page, "waiting": len(waiting)})


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def review_report(request: HttpRequest, report: int) -> HttpResponse:
    """Read a report and decide. What was read is what is approved: the form carries its version."""
    submitted = Report.objects.exclude(submitted_on__isnull=True)
    found = get_object_or_404(submitted.select_related("slot__item__plan", "unit"), pk=report)
    waiting = to_review(request, found)
    form = _first_form(found, waiting)
    if request.method != "POST":
        return review_page(request, found, waiting, form=form)
    statuses = waiting.statuses if waiting else _statuses_of(request)
    form = ReviewForm(request.POST, statuses=statuses)
    is_return = request.POST.get("do") == RETURN
    if not form.is_valid() or not _is_complete(form, waiting, is_return=is_return):
        return review_page(request, found, waiting, form=form, status=422)
    try:
        _decide(request, found, form, is_return=is_return)
    except (Refused, ValueError) as refused:
        return _refused(request, found, form=form, refused=refused)
    return redirect("reviews", district=request.post.district.slug)


def to_review(request: HttpRequest, report: Report) -> ToReview | None:
    """Give the report as the queue shows it; None where it does not wait."""
    if report.stage != Stage.SUBMITTED:
        return None
    queue = review_queue(report.slot.item.plan, on=localdate(), post=request.post)
    return next((row for row in queue if row.report_id == report.pk), None)


def _statuses_of(request: HttpRequest) -> tuple[str, ...]:
    return tuple(s.word for s in load_rulebook(request.post.district.rulebook).statuses)


def _first_form(report: Report, waiting: ToReview | None) -> ReviewForm:
    claimed = waiting.words.claimed if waiting else ""
    initial = {"version": report.version, "reviewed": claimed}
    return ReviewForm(initial=initial, statuses=waiting.statuses if waiting else ())


def _waiver_form(report: Report, waiting: ToReview | None) -> WaiverForm:
    doubts = waiting.doubts if waiting else ()
    return WaiverForm(initial={"version": report.version}, doubts=doubts)


def _is_complete(form: ReviewForm, waiting: ToReview | None, *, is_return: bool) -> bool:
    if is_return:
        return form.ask_for_return()
    if waiting is None or form.cleaned_data["version"] != waiting.version:
        return True  # the action itself refuses, and says what stands now
    computed = waiting.facts.computed
    judged = computed.word if computed and computed.status != Status.NOT_JUDGED else ""
    return form.ask_for_reason(claimed=waiting.words.claimed, computed=judged)


def _decide(request: HttpRequest, report: Report, form: ReviewForm, *, is_return: bool) -> None:
    given = form.cleaned_data
    who: dict[str, Any] = {"by": request.post, "on": now(), "version": given["version"]}
    try:
        if is_return:
            return_report(report, because=given["returned_because"], **who)
            words = _("已退回给%(unit)s：%(item)s")
        else:
            accept_report(report, reviewed=given["reviewed"], because=given["because"], **who)
            words = _("已审核通过（%(unit)s）：%(item)s")
    except Refused:
        if _is_done_already(request, report, given, is_return=is_return):
            return
        raise
    told = {"unit": report.unit.name, "item": report.slot.item.text[:40]}
    messages.success(request, words % told)


def _is_done_already(
    request: HttpRequest, report: Report, given: dict[str, Any], *, is_return: bool
) -> bool:
    """Say whether this very decision stands already: the second half of a double click."""
    now_stands = Report.objects.get(pk=report.pk)
    if now_stands.version != given["version"] + 1:
        return False
    if is_return:
        because = given["returned_because"].strip()
        return now_stands.stage == Stage.RETURNED and now_stands.returned_because == because
    verdict = Verdict.objects.filter(report=report, by=request.user.username).first()
    return (
        now_stands.stage == Stage.ACCEPTED
        and verdict is not None
        and verdict.reviewed_word == given["reviewed"]
        and verdict.because == given["because"].strip()
    )


def _refused(
    request: HttpRequest, report: Report, *, form: ReviewForm, refused: Refused | ValueError
) -> HttpResponse:
    """Show what stands now, with the reasons that were typed, bound to the version that stands."""
    again = Report.objects.select_related("slot__item__plan", "unit").get(pk=report.pk)
    waiting = to_review(request, again)
    read = None
    if again.version != form.cleaned_data["version"]:
        seen = Revision.objects.filter(report=again, version__lte=form.cleaned_data["version"])
        read = seen.order_by("-version").first()
    typed = {n: form.cleaned_data[n] for n in ("because", "returned_because", "reviewed")}
    form = ReviewForm(
        initial={**typed, "version": again.version}, statuses=waiting.statuses if waiting else ()
    )
    conflict = Conflict(words_of(refused), read)
    return review_page(request, again, waiting, form=form, conflict=conflict, status=409)


def review_page(
    request: HttpRequest,
    report: Report,
    waiting: ToReview | None,
    *,
    form: ReviewForm | None = None,
    conflict: Conflict | None = None,
    waiver_form: WaiverForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw the page of a review; forms that came back are shown as they are."""
    history = item_page(report.slot.item_id, on=localdate())
    periods = history.history if history else ()
    here = next((p for p in periods if p.slot_id == report.slot_id), None)
    earlier = [p for p in periods if p.slot_id != report.slot_id and p.words][:1]
    context = {
        "report": report,
        "row": waiting,
        "here": here,
        "last": earlier[0] if earlier else None,
        "form": form or _first_form(report, waiting),
        "waiver_form": waiver_form or _waiver_form(report, waiting),
        "waivers": open_waivers(report.slot.item_id, on=localdate()),
        "conflict": conflict,
        "refused": words_of_code(waiting.refused) if waiting else "",
    }
    return render(request, "reviews/review.html", context, status=status)
