"""The view of the leaders' page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from shishi.rulebook import load_rulebook
from shishi.web.pages.scope import allow
from shishi.web.projects.models import Plan
from shishi.web.projects.queries import leader_page
from shishi.workflow import Role


def leaders(request: HttpRequest) -> HttpResponse:
    """Show what is wrong in a plan, problems first, for one leader where one is chosen."""
    post = request.post  # type: ignore[attr-defined]
    allow(post, Role.OFFICE, Role.LEADER)
    plans = list(Plan.objects.order_by("-year", "pk"))
    if not plans:
        return render(request, "board/empty.html")
    slug = request.GET.get("plan", plans[0].slug)
    chosen = get_object_or_404(Plan.objects.all(), slug=slug)
    page = leader_page(chosen, on=timezone.localdate())
    named = load_rulebook(post.district.rulebook).show.leaders
    names = _names(page.problems) if named else []
    name = request.GET.get("leader", "")
    problems = [p for p in page.problems if not name or name in p.item.leaders]
    told = {"plan": chosen, "plans": plans, "page": page, "problems": problems}
    return render(request, "leaders/leaders.html", {**told, "names": names, "name": name})


def _names(problems: object) -> list[str]:
    return list(dict.fromkeys(name for p in problems for name in p.item.leaders))  # type: ignore[attr-defined]
