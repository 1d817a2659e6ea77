"""Views of uploads: list, bring in, preview, correct a cell, confirm into a plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shishi.errors import UnreadableSource
from shishi.web.accounts.changing import changing
from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of
from shishi.web.pages.uploads.answering import after_correction, answer, find_upload
from shishi.web.pages.uploads.cells import Cell, show_upload
from shishi.web.pages.uploads.choosing import preview
from shishi.web.pages.uploads.forms import NEW, PUBLISHED, BringInForm, CellForm, ConfirmForm
from shishi.web.pages.uploads.making import propose_plan, what_is_made
from shishi.web.projects.actions.plans import found_plan
from shishi.web.projects.actions.uploads import bring_in, confirm_upload, correct_cell
from shishi.web.projects.models import Plan, Upload
from shishi.web.projects.queries import uploads
from shishi.web.projects.refusals import Changed
from shishi.workflow import Role

A_PAGE = 60


@require_safe
@only(Role.OFFICE)
def list_uploads(request: HttpRequest) -> HttpResponse:
    """List the files that were brought in, newest first."""
    page = Paginator(uploads(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "uploads/list.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def bring_in_file(request: HttpRequest) -> HttpResponse:
    """Take a file or pasted text, read it, and go on to its preview."""
    form = BringInForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = BringInForm(request.POST, request.FILES)
        if form.is_valid() and (upload := _read(request, form)):
            return redirect("upload", district=request.post.district.slug, upload=upload.pk)
    status = 422 if form.errors else 200
    return render(request, "uploads/new.html", {"form": form}, status=status)


@require_safe
@only(Role.OFFICE)
def preview_upload(request: HttpRequest, upload: int) -> HttpResponse:
    """Show what was read: the notice, the periods, the doubts, and every record cell by cell."""
    return preview(request, find_upload(upload))


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def correct_upload_cell(
    request: HttpRequest, *, upload: int, order: int, field: str
) -> HttpResponse:
    """Correct one cell: a page of its own, or in place where the browser can."""
    found = find_upload(upload)
    shown = show_upload(found)
    cell = shown.cell(order, field)
    if cell is None or not (cell.can_correct or found.plan_id):
        raise Http404
    if request.htmx and "leave" in request.GET:
        return answer(request, "uploads/_cell.html", {"upload": found, "cell": cell})
    form = CellForm(initial={"value": cell.value, "version": found.version})
    changed = None
    if request.method == "POST":
        form = CellForm(request.POST)
        if form.is_valid():
            try:
                found = _correct(request, found, cell=cell, form=form)
                return after_correction(request, found, order=order, field=field)
            except (Changed, ValueError) as refused:
                found = find_upload(upload)
                changed = show_upload(found).cell(order, field)
                form = _again(form, found.version, str(words_of(refused)))
    context = {"upload": found, "cell": cell, "form": form, "changed": changed}
    name = "uploads/_cell_form.html" if request.htmx else "uploads/cell.html"
    return answer(request, name, context, status=409 if changed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def confirm_into_plan(request: HttpRequest, upload: int) -> HttpResponse:
    """Show what confirming makes, and confirm. Confirmed before, it leads to what was made."""
    found = find_upload(upload)
    if found.plan_id:
        return redirect("upload", district=request.post.district.slug, upload=found.pk)
    given: dict[str, Any] = {
        "plans": list(Plan.objects.filter(items__isnull=True).order_by("-year", "title")),
        "proposal": propose_plan(found),
    }
    form = ConfirmForm(initial={"version": found.version}, **given)
    status = 200
    if request.method == "POST":
        form = ConfirmForm(request.POST, **given)
        if form.is_valid() and _confirm(request, found, form):
            return redirect("upload", district=request.post.district.slug, upload=found.pk)
        status = 422
    context = {
        "upload": found,
        "form": form,
        "making": what_is_made(found),
        "period": found.read["period"],
    }
    return render(request, "uploads/confirm.html", context, status=status)


def _read(request: HttpRequest, form: BringInForm) -> Upload | None:
    """Read what was given; None with the error on the form where it cannot be read."""
    file = form.cleaned_data["file"]
    data = file.read() if file else form.cleaned_data["text"].encode()
    name = file.name if file else _("粘贴的文字") + ".txt"
    try:
        return bring_in(
            data,
            name,
            rulebook=request.post.district.rulebook,
            by=request.user.username,
            on=now(),
        )
    except UnreadableSource as unreadable:
        form.add_error("file" if file else "text", words_of(unreadable))
        return None


def _correct(request: HttpRequest, upload: Upload, *, cell: Cell, form: CellForm) -> Upload:
    """Correct a cell; the same value again changes nothing."""
    value = form.cleaned_data["value"].strip()
    if value == cell.value and form.cleaned_data["version"] == upload.version:
        return upload
    return correct_cell(
        upload,
        order=cell.order,
        field=cell.field,
        value=value,
        by=request.user.username,
        on=now(),
        version=form.cleaned_data["version"],
    )


def _again(form: CellForm, version: int, error: str) -> CellForm:
    """Give the form back with what was typed, bound to the version that stands now."""
    again = CellForm({"value": form.cleaned_data["value"], "version": version})
    again.is_valid()
    again.add_error("value", error)
    return again


def _confirm(request: HttpRequest, upload: Upload, form: ConfirmForm) -> bool:
    """Confirm; False with the error on the form. A second try of what is done counts as done."""
    try:
        plan = _confirmed_plan(request, upload, form.cleaned_data, plans=form.plans)
    except (Changed, ValueError, IntegrityError) as refused:
        upload.refresh_from_db(fields=["version", "plan", "corrections"])
        if upload.plan_id:
            return True
        if isinstance(refused, IntegrityError):
            form.add_error("slug", _("这个名字刚刚被用了。请换一个。"))
        else:
            form.add_error(None, words_of(refused))
        form.data = {**form.data.dict(), "version": upload.version}
        return False
    messages.success(request, _("已入库到“%(plan)s”。") % {"plan": plan.title})
    return True


def _confirmed_plan(
    request: HttpRequest, upload: Upload, given: dict[str, Any], *, plans: dict[str, Plan]
) -> Plan:
    """Found the plan where it is new, and fill it: both or neither."""
    who: dict[str, Any] = {"by": request.user.username, "on": now()}
    with changing():
        if given["target"] == NEW:
            plan = found_plan(
                given["slug"],
                given["title"],
                year=given["year"],
                kind=given["kind"] or str(Plan.Kind.LIVELIHOOD),
                reports_every=given["reports_every"],
                **who,
            )
        else:
            plan = plans[given["target"]]
        as_published = given["take"] == PUBLISHED
        return confirm_upload(
            upload, plan=plan, as_published=as_published, version=given["version"], **who
        )
