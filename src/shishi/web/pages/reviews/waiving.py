"""Waiving a finding of a report that waits, and ending a waiver."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of
from shishi.web.pages.reviews.forms import WaiverForm
from shishi.web.pages.reviews.views import review_page, to_review
from shishi.web.pages.templatetags.said import day
from shishi.web.projects.actions.waivers import Grounds, end_waiver, give_waiver
from shishi.web.projects.models import GivenWaiver, Report
from shishi.web.projects.refusals import Changed, Refused
from shishi.workflow import Role


@require_POST
@only(Role.OFFICE)
def waive_finding(request: HttpRequest, report: int) -> HttpResponse:
    """Let a finding of a report pass; what cannot be stored comes back with what was typed."""
    found = get_object_or_404(
        Report.objects.exclude(submitted_on__isnull=True).select_related(
            "slot__item__plan", "unit"
        ),
        pk=report,
    )
    waiting = to_review(request, found)
    form = WaiverForm(request.POST, doubts=waiting.doubts if waiting else ())
    stands = _stands(found, request)
    if not stands and not form.is_valid():
        return review_page(request, found, waiting, waiver_form=form, status=422)
    if not stands:
        given = form.cleaned_data
        grounds = Grounds(given["who"], given["why"], given["until"])
        try:
            give_waiver(
                found, given["rule"], grounds, by=request.post, on=now(), version=given["version"]
            )
        except (Refused, ValueError) as refused:
            form.add_error(None, words_of(refused))
            status = 409 if isinstance(refused, Changed) else 422
            form.data = {**form.data.dict(), "version": Report.objects.get(pk=report).version}
            return review_page(request, found, waiting, waiver_form=form, status=status)
        messages.success(
            request, _("已豁免这条提示，有效至%(until)s。") % {"until": day(given["until"])}
        )
    return redirect("review", district=request.post.district.slug, report=report)


@require_POST
@only(Role.OFFICE)
def end_a_waiver(request: HttpRequest, *, report: int, waiver: int) -> HttpResponse:
    """End a waiver of the item that a report is about."""
    submitted = Report.objects.exclude(submitted_on__isnull=True)
    found = get_object_or_404(submitted.select_related("slot__item__plan", "unit"), pk=report)
    given = get_object_or_404(GivenWaiver, pk=waiver, item_id=found.slot.item_id)
    try:
        end_waiver(given, found, by=request.post, on=now())
    except Refused as refused:
        form = WaiverForm({}, doubts=())
        form.errors.clear()
        form.add_error(None, words_of(refused))
        return review_page(request, found, to_review(request, found), waiver_form=form, status=409)
    messages.success(request, _("已终止这份豁免，提示重新出现。"))
    return redirect("review", district=request.post.district.slug, report=report)


def _stands(report: Report, request: HttpRequest) -> bool:
    """Say whether this very waiver stands already: the second half of a double click."""
    told = {n: request.POST.get(n, "").strip() for n in ("rule", "who", "why", "until")}
    open_ones = GivenWaiver.objects.filter(item=report.slot.item_id, ended_on=None)
    return any(
        told == {"rule": w.rule, "who": w.who, "why": w.why, "until": w.until.isoformat()}
        for w in open_ones
    )
