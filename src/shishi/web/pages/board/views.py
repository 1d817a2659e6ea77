"""Views of a district's home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from shishi.web.pages.board.overview import overview
from shishi.web.pages.scope import items_in_sight
from shishi.web.projects.models import Plan
from shishi.web.projects.queries import board, columns_of_year


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the newest plan of the district, or the first step where there is none."""
    plans = list(Plan.objects.order_by("-year", "pk"))
    if not plans:
        return render(request, "board/empty.html")
    return _show(request, plans[0], plans)


@require_safe
def plan(request: HttpRequest, plan: str) -> HttpResponse:
    """Show one plan of the district."""
    plans = list(Plan.objects.order_by("-year", "pk"))
    return _show(request, get_object_or_404(Plan.objects.all(), slug=plan), plans)


def _show(request: HttpRequest, chosen: Plan, plans: list[Plan]) -> HttpResponse:
    today = timezone.localdate()
    strip = board(chosen, months=columns_of_year(chosen), inside=True, on=today)
    seen = overview(strip, items_in_sight(request.post))  # type: ignore[attr-defined]
    told = {"plan": chosen, "plans": plans, "board": seen, "today": today}
    return render(request, "board/board.html", told)
