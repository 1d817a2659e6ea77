"""The view of the leaders' page."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from shishi.rulebook import load_rulebook
from shishi.web.pages.scope import allow
from shishi.web.projects.models import Plan
from shishi.web.projects.queries import leader_page
from shishi.web.projects.queries.reviews import Problem
from shishi.workflow import Role


@require_safe
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
    show = load_rulebook(post.district.rulebook).show
    names = _names(page.problems) if show.leaders else []
    name = request.GET.get("leader", "")
    name = name if name in names else ""
    told = {
        "plan": chosen,
        "plans": plans,
        "page": page,
        "show": show,
        "names": names,
        "name": name,
        "problems": [p for p in page.problems if not name or name in p.item.leaders],
    }
    return render(request, "leaders/leaders.html", told)


def _names(problems: Iterable[Problem]) -> list[str]:
    """Name the leaders whose items have problems, once each."""
    return list(dict.fromkeys(name for problem in problems for name in problem.item.leaders))
