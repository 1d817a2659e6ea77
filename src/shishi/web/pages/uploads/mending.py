"""Settle a doubt with one click, by a proposed repair or as it stands: the office decides, the printed text stays."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of
from shishi.web.pages.uploads.answering import after_correction, answer, find_upload
from shishi.web.pages.uploads.cells import Cell, show_upload
from shishi.web.pages.uploads.forms import CellForm
from shishi.web.projects.actions.checking import find_right, list_open
from shishi.web.projects.actions.uploads import correct_cell
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed
from shishi.web.projects.settling import standing
from shishi.workflow import Role


@require_POST
@only(Role.OFFICE)
def take_proposal(request: HttpRequest, *, upload: int, order: int, field: str) -> HttpResponse:
    """Correct a cell as a rule proposes it; where that is proposed no longer, ask with the cell open."""
    found = find_upload(upload)
    cell = show_upload(found).cell(order, field)
    if cell is None or not (cell.can_correct or found.plan_id):
        raise Http404
    wanted = request.POST.get("value", "")
    if wanted == cell.value:
        return after_correction(request, found, order=order, field=field)
    proposed = next((p for p in cell.proposals if p.value == wanted), None)
    try:
        if proposed is None:
            raise Changed(found.version)
        found = correct_cell(
            found,
            order=order,
            field=field,
            value=proposed.value,
            by=request.user.username,
            on=now(),
            version=found.version,
            proposed_by=proposed.rule,
        )
    except (Changed, ValueError) as refused:
        return _ask(request, upload, cell=cell, wanted=wanted, why=str(words_of(refused)))
    return after_correction(request, found, order=order, field=field)


@require_POST
@only(Role.OFFICE)
def find_cell_right(
    request: HttpRequest, *, upload: int, order: int, field: str = ""
) -> HttpResponse:
    """Take a doubtful cell, or row, as it stands; a second time changes nothing.

    Where it no longer stands as the person saw it (a cell's value, a row's version), nothing is
    settled and the page says so.
    """
    found = find_upload(upload)
    if order not in {record["order"] for record in found.read["records"]}:
        raise Http404
    if not found.plan_id and list_open(found, order=order, field=field):
        try:
            version = _version_seen(request, found, order=order, field=field)
            who = {"by": request.user.username, "on": now()}
            found = find_right(found, order=order, field=field, version=version, **who)
        except (Changed, ValueError) as refused:
            messages.error(request, words_of(refused))
            found = find_upload(upload)
            if request.htmx:
                return HttpResponseClientRefresh()
    return after_correction(request, found, order=order, field=field)


def _version_seen(request: HttpRequest, upload: Upload, *, order: int, field: str) -> int:
    """Give the version of the upload that the person spoke of. Raises Changed."""
    if not field:
        return int(request.POST.get("version", "0"))
    seen = request.POST.get("value", "").replace("\r\n", "\n").strip()
    if seen != standing(upload, order, field):
        raise Changed(upload.version)
    return upload.version


def _ask(request: HttpRequest, upload: int, *, cell: Cell, wanted: str, why: str) -> HttpResponse:
    """Show the cell as it is now, with what was wanted in the field."""
    found: Upload = find_upload(upload)
    form = CellForm({"value": wanted, "version": found.version})
    form.is_valid()
    form.add_error("value", why)
    changed = show_upload(found).cell(cell.order, cell.field)
    context = {"upload": found, "cell": cell, "form": form, "changed": changed}
    name = "uploads/_cell_form.html" if request.htmx else "uploads/cell.html"
    return answer(request, name, context, status=409)
