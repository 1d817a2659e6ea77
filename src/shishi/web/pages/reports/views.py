"""Views of reports: her list, the form, its answers while she types, drafts, the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from shishi.web.accounts.models import Event
from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of, words_of_code
from shishi.web.pages.reports.due import explanation_due
from shishi.web.pages.reports.forms import WordsForm, filled
from shishi.web.pages.reports.kept import forget_words, keep_words, kept_words
from shishi.web.projects.actions.reports import Words, save_draft, submit_report
from shishi.web.projects.models import Part, Receipt, Report, Revision, Slot
from shishi.web.projects.queries import find_slot, my_slots, preview_findings, report_form
from shishi.web.projects.queries.slots import MySlot, ReportForm
from shishi.web.projects.refusals import Changed, KeyReused, Refused
from shishi.workflow import Role, Stage

A_PAGE = 60
WRITABLE = ("", Stage.DRAFT, Stage.RETURNED)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why words could not be stored, and the words that stand where somebody else wrote them."""

    words: str
    stands: Words | None = None
    code: str = ""


@require_safe
@only(Role.REPORTER)
def list_slots(request: HttpRequest) -> HttpResponse:
    """List what her unit reports, what asks for work first."""
    page = Paginator(my_slots(request.post, on=localdate()), A_PAGE).get_page(
        request.GET.get("page")
    )
    groups = [_folded(name, list(found)) for name, found in groupby(page, key=lambda s: s.group)]
    return render(request, "reports/list.html", {"page": page, "groups": groups})


def _folded(name: str, slots: list[MySlot]) -> tuple[str, int, list[MySlot], list[MySlot]]:
    """Part a group into what is open and what is folded: accepted reports of the older periods."""
    newest = slots[0].period
    older = [s for s in slots if name == Stage.ACCEPTED and s.period != newest]
    return name, len(slots), [s for s in slots if s not in older], older


@login_not_required  # so that words sent after the session has ended can be kept; nothing else is done
@require_http_methods(["GET", "HEAD", "POST"])
def write_report(request: HttpRequest, slot: int, district: str = "") -> HttpResponse:
    """Write a period's report: the form, a draft, a check, or the submission."""
    if not request.user.is_authenticated:
        if request.method == "POST":
            keep_words(request)
        return redirect_to_login(request.path)
    return _write(request, slot=slot)


@only(Role.REPORTER)
def _write(request: HttpRequest, slot: int) -> HttpResponse:
    found = find_slot(request.post, slot)
    if found is None:
        return _only_read(request, slot)
    shown = report_form(found, request.post, on=localdate())
    if request.method != "POST":
        return _page(request, found, shown, form=_first_form(request, shown))
    form = WordsForm(request.POST, statuses=shown.statuses, length=shown.length)
    step = request.POST.get("do")
    if not form.is_valid() or (step == "submit" and not form.ask_for_everything()):
        return _page(request, found, shown, form=form, status=422)
    if step == "check":
        return _page(request, found, shown, form=form)
    return _store(request, found, shown, form=form)


@require_POST
@only(Role.REPORTER)
def check_words(request: HttpRequest, slot: int) -> HttpResponse:
    """Answer what was typed so far: the numbers read, and what the rules ask. Nothing is kept."""
    found = _mine(request, slot)
    preview = preview_findings(found, **_typed(request.POST), on=localdate())
    due = explanation_due(request.post.district.rulebook, request.POST.get("claimed", ""))
    return render(request, "reports/_answers.html", {"preview": preview, "due": due})


@require_POST
@only(Role.REPORTER)
def keep_draft(request: HttpRequest, slot: int) -> HttpResponse:
    """Keep a draft for the script that saves by itself: JSON with the time and the version."""
    found = _mine(request, slot)
    typed = _typed(request.POST)
    version = request.POST.get("version", "")
    if not version.isdecimal():
        return JsonResponse({"refused": _("页面不完整。请刷新后再写。")}, status=400)
    on = now()
    try:
        report = _save(request, found, Words(**typed), version=int(version), on=on)
    except Refused as refused:
        told = {"refused": words_of(refused), "code": refused.code}
        return JsonResponse(told, status=409)
    forget_words(request)
    return JsonResponse({"version": report.version, "saved": f"{localtime(on):%H:%M}"})


@require_safe
@only(Role.REPORTER)
def show_receipt(request: HttpRequest, slot: int, receipt: int) -> HttpResponse:
    """Confirm a submission: what was submitted, when, as which version."""
    found = _mine(request, slot)
    kept = Receipt.objects.select_related("report").filter(pk=receipt, report__slot=found).first()
    if kept is None:
        raise Http404
    told = Revision.objects.filter(report=kept.report, version=kept.version).first()
    context = {"slot": found, "receipt": kept, "told": told}
    return render(request, "reports/receipt.html", context)


def _mine(request: HttpRequest, slot: int) -> Slot:
    found = find_slot(request.post, slot)
    if found is None:
        raise Http404
    return found


def _typed(posted: Mapping[str, str]) -> dict[str, str]:
    return {n: posted.get(n, "")[:5_000] for n in ("progress", "claimed", "explanation")}


def _first_form(request: HttpRequest, shown: ReportForm) -> WordsForm:
    """Give the form with what stands, or with what was typed when the session ended."""
    kept = kept_words(request)
    initial = filled(shown.words, shown.version)
    if kept and shown.standing.stage in WRITABLE:
        initial |= {n: kept[n] for n in ("progress", "claimed", "explanation")}
        initial["version"] = kept["version"] if kept["version"].isdecimal() else shown.version
    return WordsForm(initial=initial, statuses=shown.statuses, length=shown.length)


def _store(request: HttpRequest, slot: Slot, shown: ReportForm, *, form: WordsForm) -> HttpResponse:
    """Save or submit; refused, the page comes back with everything that was typed."""
    words, on = form.words(), now()
    address = {"district": request.post.district.slug, "slot": slot.pk}
    version, key = form.cleaned_data["version"], form.cleaned_data["key"]
    try:
        if request.POST.get("do") != "submit":
            _save(request, slot, words, version=version, on=on)
            forget_words(request)
            return redirect("report", **address)
        report = _submit(request, slot, words, version=version, key=key, on=on)
    except Refused as refused:
        return _refused(request, slot, form=form, refused=refused)
    forget_words(request)
    receipt = Receipt.objects.filter(report=report).order_by("-version").first()
    return redirect("report-receipt", **address, receipt=receipt.pk)


def _save(request: HttpRequest, slot: Slot, words: Words, *, version: int, on: Any) -> Report:
    try:
        return save_draft(slot, words, by=request.post, on=on, version=version)
    except Changed as changed:
        if not _stands_already(request, slot, words):
            raise
        return save_draft(slot, words, by=request.post, on=on, version=changed.version)


def _submit(
    request: HttpRequest, slot: Slot, words: Words, *, version: int, key: str, on: Any
) -> Report:
    try:
        return submit_report(slot, words, by=request.post, on=on, version=version, key=key)
    except Changed as changed:
        if not _stands_already(request, slot, words):
            raise
        return submit_report(slot, words, by=request.post, on=on, version=changed.version, key=key)


def _stands_already(request: HttpRequest, slot: Slot, words: Words) -> bool:
    """Say whether the newer version holds these very words, by her: an answer that was lost."""
    report = Report.objects.filter(slot=slot).first()
    if report is None or report.written_by != request.user.username:
        return False
    return Words(report.progress, report.claimed, report.explanation).digest() == words.digest()


def _refused(
    request: HttpRequest, slot: Slot, *, form: WordsForm, refused: Refused
) -> HttpResponse:
    """Show what stands now beside what was typed, in a form bound to the version that stands."""
    again = _mine(request, slot.pk)
    shown = report_form(again, request.post, on=localdate())
    told = shown.words
    stands = None
    if isinstance(refused, Changed | KeyReused):
        stands = Words(told.progress, told.claimed, told.explanation)
    form = WordsForm(
        {**filled(form.words(), shown.version)}, statuses=shown.statuses, length=shown.length
    )
    conflict = Conflict(words_of(refused), stands, refused.code)
    return _page(request, again, shown, form=form, conflict=conflict, status=409)


def _page(
    request: HttpRequest,
    slot: Slot,
    shown: ReportForm,
    *,
    form: WordsForm,
    conflict: Conflict | None = None,
    status: int = 200,
) -> HttpResponse:
    typed = {n: form[n].value() or "" for n in ("progress", "claimed", "explanation")}
    claimed = str(typed["claimed"])
    last = Event.objects.filter(kind="report", key=_key(slot), action="save-draft").last()
    context = {
        "slot": slot,
        "shown": shown,
        "form": form,
        "conflict": conflict,
        "typed": typed,
        "preview": preview_findings(slot, **typed, on=localdate()),
        "due": explanation_due(request.post.district.rulebook, claimed),
        "saved": last.at if last and shown.standing.stage in WRITABLE else None,
        "kept": kept_words(request) if request.method != "POST" else None,
        "can_write": shown.standing.stage in WRITABLE,
        "refused": words_of_code(shown.refused),
    }
    return render(request, "reports/form.html", context, status=status)


def _key(slot: Slot) -> int:
    report = getattr(slot, "report", None)
    return report.pk if report else 0


def _only_read(request: HttpRequest, slot: int) -> HttpResponse:
    """Tell other leads and supporters who files; to everybody else the slot does not exist."""
    slots = Slot.objects.filter(item__parts__unit=request.post.unit_id, pk=slot)
    found = slots.select_related("item__plan").prefetch_related("item__parts__unit").first()
    if found is None:
        raise Http404
    parts = list(found.item.parts.all())
    first = next((p for p in parts if p.duty == Part.Duty.LEAD and p.position == 1), None)
    report = Report.objects.filter(slot=found, submitted_on__isnull=False).first()
    told = Revision.objects.filter(report=report).last() if report else None
    if request.method == "POST":
        raise PermissionDenied
    return render(request, "reports/read.html", {"slot": found, "files": first, "told": told})
