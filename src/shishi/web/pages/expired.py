"""The answer to a form whose token has expired: nothing is done, and what was typed is shown again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

HIDDEN = frozenset({"csrfmiddlewaretoken", "password", "version", "key", "do", "next", "after"})
"""What a page posts besides words; a password is never shown."""

SHORTEST = 6
"""Shorter values were chosen and not written."""


def show_typed_text(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form without a valid token: 403, with the words to copy (CSRF_FAILURE_VIEW)."""
    posted = request.POST.items()
    typed = [(n, text) for n, text in posted if n not in HIDDEN and len(text) >= SHORTEST]
    return render(request, "403_csrf.html", {"typed": typed}, status=403)
