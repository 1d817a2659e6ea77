"""How a change of a cell is answered: with the cell, in place, or with the preview at that cell."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from shishi.web.pages.uploads.cells import show_upload
from shishi.web.projects.models import Upload


def find_upload(upload: int) -> Upload:
    """Find an upload of the open district without its bytes. Raises Http404."""
    found: Upload = get_object_or_404(
        Upload.objects.select_related("plan").defer("data"), pk=upload
    )
    return found


def after_correction(
    request: HttpRequest, upload: Upload, *, order: int, field: str
) -> HttpResponse:
    """Answer a doubt that was settled: the cell to htmx, with the lists of doubts; the preview to everybody else."""
    if request.htmx:
        shown = show_upload(upload)
        context = {
            "upload": upload,
            "cell": shown.cell(order, field),
            "shown": shown,
            "counted": True,
        }
        return answer(request, "uploads/_cell.html", context)
    return redirect(to_preview(request, upload.pk, anchor=f"r{order}-{field}"))


def to_preview(request: HttpRequest, upload: int, *, anchor: str) -> str:
    """Give the address of an upload's preview, at a spot of it."""
    address = {"district": request.post.district.slug, "upload": upload}
    return f"{reverse('upload', kwargs=address)}#{anchor}"


def answer(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Answer with a page or, to htmx, with a piece of one; caches keep the two apart."""
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
