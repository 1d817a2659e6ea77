"""The preview of an upload, and saying what its columns mean."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shishi.errors import UnreadableSource
from shishi.web.pages.gates import only
from shishi.web.pages.refused import words_of
from shishi.web.pages.uploads.cells import show_upload
from shishi.web.pages.uploads.columns import (
    MEANING_LABELS,
    ColumnsForm,
    headers_of,
    show_dropped,
    show_tables,
)
from shishi.web.projects.actions.meanings import choose_meanings
from shishi.web.projects.models import Upload
from shishi.web.projects.refusals import Changed, Refused
from shishi.workflow import Role

UNDO = "undo"


def preview(
    request: HttpRequest,
    upload: Upload,
    *,
    bound: dict[int, ColumnsForm] | None = None,
    refused: str = "",
    typed: tuple[tuple[str, Any], ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Show what was read. `refused` says why a choice was not taken, `typed` what had been chosen."""
    context = {
        "upload": upload,
        "shown": show_upload(upload),
        "tables": show_tables(upload, bound),
        "dropped": show_dropped(upload),
        "refused": refused,
        "typed": typed,
    }
    return render(request, "uploads/preview.html", context, status=status)


@require_POST
@only(Role.OFFICE)
def choose_columns(request: HttpRequest, *, upload: int, table: int) -> HttpResponse:
    """Take what the office says the columns of a table mean, or take it back; read anew and show it."""
    found = get_object_or_404(Upload.objects.select_related("plan").defer("data"), pk=upload)
    header = dict(enumerate(headers_of(found), 1)).get(table)
    undo = request.POST.get("do") == UNDO
    given = request.POST.copy()
    if undo and header:  # what the selects say does not matter
        for column in header["columns"]:
            given[f"column-{column['number']}"] = column["field"] or "other"
    form = ColumnsForm(given, columns=header["columns"] if header else [])
    if header is None or not form.is_valid():
        bound = {table: form} if header else None
        words = _("这一步没有完成，列的含义没有改动。请看下面标出的地方。")
        return preview(request, found, bound=bound, refused=words, status=422)
    before = found.meanings.get(header["signature"], {}).get("columns", {})
    chosen = {} if undo else form.chosen(before)
    if {str(number): name for number, name in chosen.items()} != before:
        try:
            _choose(request, found, signature=header["signature"], chosen=chosen, form=form)
        except (Refused, UnreadableSource, ValueError) as refused:
            status = 409 if isinstance(refused, Changed) else 422
            typed = tuple(
                (c["word"], MEANING_LABELS[chosen[c["number"]]])
                for c in header["columns"]
                if c["number"] in chosen
            )
            again = get_object_or_404(
                Upload.objects.select_related("plan").defer("data"), pk=upload
            )
            return preview(request, again, refused=words_of(refused), typed=typed, status=status)
    there = reverse("upload", kwargs={"district": request.post.district.slug, "upload": upload})
    return redirect(f"{there}#columns")


def _choose(
    request: HttpRequest, upload: Upload, *,
    signature: str, chosen: dict[int, str], form: ColumnsForm,
) -> None:  # fmt: skip
    after = choose_meanings(
        upload,
        signature,
        chosen,
        by=request.user.username,
        on=now(),
        version=form.cleaned_data["version"],
        seen=form.cleaned_data["seen"],
    )
    words = _("已按新的含义重读，读到 %(records)s 行。下次遇到同样的表头也这样读。")
    if not chosen:
        words = _("已撤销，重新读到 %(records)s 行。下次遇到同样的表头不再这样读。")
    messages.success(request, words % {"records": after.records})
