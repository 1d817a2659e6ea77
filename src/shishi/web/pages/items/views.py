"""The view of one item."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from shishi.rulebook import load_rulebook
from shishi.web.pages.items.drawing import draw
from shishi.web.pages.items.folding import OPEN, fold_goals
from shishi.web.pages.scope import items_in_sight
from shishi.web.projects.models import Part
from shishi.web.projects.queries import item_events, item_page


@require_safe
def item(request: HttpRequest, item: int) -> HttpResponse:
    """Show an item; for a liaison only one that her unit leads or supports."""
    post = request.post  # type: ignore[attr-defined]
    in_sight = items_in_sight(post)
    if in_sight is not None and item not in in_sight:
        raise Http404
    today = timezone.localdate()
    page = item_page(item, on=today)
    if page is None:
        raise Http404
    newest = page.history[0].period if page.history else f"{today:%Y-%m}"
    goals, other_goals = fold_goals(page.goals, newest)
    told = {
        "page": page,
        "drawings": tuple(draw(course) for course in page.courses),
        "recent": page.history[:OPEN],
        "before": page.history[OPEN:],
        "goals": goals,
        "other_goals": other_goals,
        "leads": [part.printed for part in page.parts if part.duty == str(Part.Duty.LEAD)],
        "supporters": [part.printed for part in page.parts if part.duty == str(Part.Duty.SUPPORT)],
        "rulebook": load_rulebook(post.district.rulebook),
        "events": item_events(item),
    }
    return render(request, "items/item.html", told)
