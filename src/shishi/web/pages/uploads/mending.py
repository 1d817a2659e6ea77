"""Settle a doubt with one click, by a proposed repair or as it stands: the office decides, the printed text stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from shishi.findings import About
from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of
from shishi.web.pages.uploads.answering import after_correction, answer, find_upload, to_preview
from shishi.web.pages.uploads.cells import Cell, show_upload
from shishi.web.pages.uploads.forms import CellForm
from shishi.web.projects.actions.checking import Spot, find_open, find_right
from shishi.web.projects.actions.uploads import correct_cell
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed
from shishi.web.projects.settling import FIELDS, standing
from shishi.workflow import Role

_NUMBER = re.compile("[0-9]{1,9}")


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
def find_cell_right(request: HttpRequest, *, upload: int, order: int, field: str) -> HttpResponse:
    """Take a doubtful cell as it stands; a second time changes nothing.

    Where it no longer stands as the person saw it, nothing is settled and the page says so.
    """
    found = find_upload(upload)
    if order not in _orders(found) or field not in FIELDS:
        raise Http404
    seen = request.POST.get("value", "").replace("\r\n", "\n").strip()
    version = found.version if seen == standing(found, order, field) else None
    settled = _settle(request, found, [(order, field)], version=version)
    if settled is None and request.htmx:
        return HttpResponseClientRefresh()
    return after_correction(request, settled or find_upload(upload), order=order, field=field)


@require_POST
@only(Role.OFFICE)
def find_rows_right(request: HttpRequest, *, upload: int) -> HttpResponse:
    """Take the doubts of one kind about rows for settled; a second time changes nothing.

    Nothing is settled where the upload is no longer of the version that the person saw.
    """
    found = find_upload(upload)
    rows = _numbers(request, "row")
    if not rows or not _orders(found).issuperset(rows):
        raise Http404
    version = next(iter(_numbers(request, "version")), None)
    code = request.POST.get("code", "")
    _settle(request, found, [(row, "") for row in rows], version=version, code=code)
    about = About.CONTENT if request.POST.get("about") == About.CONTENT else About.READING
    return redirect(to_preview(request, upload, anchor=f"doubts-{about}"))


def _numbers(request: HttpRequest, name: str) -> list[int]:
    told = request.POST.getlist(name)
    return [int(number) for number in told if _NUMBER.fullmatch(number)]


def _orders(upload: Upload) -> set[int]:
    return {record["order"] for record in upload.read["records"]}


def _settle(
    request: HttpRequest,
    upload: Upload,
    spots: Sequence[Spot],
    *,
    version: int | None,
    code: str = "",
) -> Upload | None:
    """Find right what of these is open; None, with a message, where it no longer stands as it was seen."""
    doubted = find_open(upload, code=code)
    still = [spot for spot in dict.fromkeys(spots) if spot in doubted]
    if upload.plan_id or not still:
        return upload
    try:
        if version is None:
            raise Changed(upload.version)
        who = {"by": request.user.username, "on": now()}
        return find_right(upload, still, version=version, code=code, **who)
    except (Changed, ValueError) as refused:
        messages.error(request, words_of(refused))
        return None


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
