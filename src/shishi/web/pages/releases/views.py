"""Views of releases: what was published of each plan, and the next one."""

from __future__ import annotations

from collections import Counter

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shishi.portal import NotPublishable
from shishi.portal.addresses import district_home
from shishi.web.pages.gates import only
from shishi.web.pages.refused import language, words_of
from shishi.web.pages.releases.publishing import publish, what_is_published
from shishi.web.projects.models import Item, Plan, Release
from shishi.web.projects.queries import plans
from shishi.web.projects.refusals import Changed
from shishi.workflow import Role

SITE = "site"
"""The folder in the office's home that the public site is built into; its `current` is served."""


@require_safe
@only(Role.OFFICE)
def list_releases(request: HttpRequest) -> HttpResponse:
    """List every plan with its releases, newest first."""
    by_plan: dict[int, list[Release]] = {}
    for release in Release.objects.defer("snapshot").order_by("-number"):
        by_plan.setdefault(release.plan_id, []).append(release)
    shown = [(plan, by_plan.get(plan.id, [])) for plan in plans(on=localdate())]
    return render(request, "releases/list.html", {"plans": shown, "site": _public_home(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def publish_plan(request: HttpRequest, plan: int) -> HttpResponse:
    """Show what would be published and what is left out; publish."""
    found = get_object_or_404(Plan.objects, pk=plan)
    changed, status = "", 200
    if request.method == "POST":
        try:
            return _publish(request, found)
        except Changed as refused:
            changed, status = words_of(refused), 409
        except NotPublishable as broken:
            changed, status = broken.line(language()), 409
    coming = what_is_published(found)
    context = {
        "plan": found,
        "coming": coming,
        "why": sorted(Counter(left.why for left in coming.left_out).items()),
        "last": Release.objects.filter(plan=found).defer("snapshot").order_by("-number").first(),
        "changed": changed,
    }
    return render(request, "releases/publish.html", context, status=status)


def _public_home(request: HttpRequest) -> str:
    """Give the address of the district's public pages; "" where the office was not told where."""
    if not settings.SITE_URL:
        return ""
    return f"{settings.SITE_URL.rstrip('/')}/{district_home(request.post.district.slug)}"


def _publish(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Publish; a plan without items has nothing to publish."""
    after = request.POST.get("after", "")
    if not after.isdecimal() or not Item.objects.filter(plan=plan).exists():
        raise BadRequest
    on = now()
    out = settings.HOME / SITE
    release = publish(plan, after=int(after), by=request.user.username, on=on, out=out)
    told = {"plan": plan.title, "number": release.number}
    if release.on == on:
        messages.success(request, _("“%(plan)s”第 %(number)d 版已公开。") % told)
    else:
        messages.info(request, _("“%(plan)s”没有新内容，仍是第 %(number)d 版。") % told)
    return redirect("releases", district=request.post.district.slug)
