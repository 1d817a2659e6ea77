"""The office opens a period of a plan for reporting."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from shishi.text.periods import Period
from shishi.web.pages.gates import only
from shishi.web.pages.reports.forms import OpenPeriodForm
from shishi.web.pages.templatetags.said import day
from shishi.web.pages.templatetags.said import period as period_words
from shishi.web.projects.actions.plans import open_slots
from shishi.web.projects.models import Item, Plan, Slot
from shishi.web.projects.queries import columns_of_year
from shishi.workflow import Role

DAYS_AFTER = 5
"""How many days after a period the due day is proposed."""


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.OFFICE)
def open_period(request: HttpRequest, plan: int) -> HttpResponse:
    """Open a period for every item of a plan, with the day on which reports are due."""
    found = get_object_or_404(Plan.objects, pk=plan)
    opened = _opened(found)
    names = columns_of_year(found)
    form = OpenPeriodForm(
        request.POST or None, periods=_choices(names, opened), initial=_proposal(names, opened)
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            made = open_slots(
                found,
                form.cleaned_data["period"],
                due_on=form.cleaned_data["due_on"],
                by=request.user.username,
                on=now(),
            )
            _say(request, form, made)
            return redirect("slots", district=request.post.district.slug, plan=found.pk)
        status = 422
    context = {
        "plan": found,
        "form": form,
        "opened": sorted(opened.items(), key=lambda pair: Period.parse(pair[0]).end, reverse=True),
        "items": Item.objects.filter(plan=found).count(),
    }
    return render(request, "reports/open.html", context, status=status)


def _opened(plan: Plan) -> dict[str, list[tuple[date, int]]]:
    """Give the periods that stand open: due days, and how many items have each."""
    opened: dict[str, dict[date, int]] = {}
    for period, due_on in Slot.objects.filter(item__plan=plan).values_list("period", "due_on"):
        days = opened.setdefault(period, {})
        days[due_on] = days.get(due_on, 0) + 1
    return {period: sorted(days.items()) for period, days in opened.items()}


def _choices(
    names: tuple[str, ...], opened: dict[str, list[tuple[date, int]]]
) -> list[tuple[str, str]]:
    words = {name: period_words(name) for name in names}
    done = _("%(period)s（已开放）")
    return [(n, done % {"period": w} if n in opened else w) for n, w in words.items()]


def _proposal(
    names: tuple[str, ...], opened: dict[str, list[tuple[date, int]]]
) -> dict[str, object]:
    """Propose the first period that is not open after the last one that is."""
    last = max((Period.parse(period).end for period in opened), default=date.min)
    later = [name for name in names if Period.parse(name).end > last] or [names[-1]]
    due_on = Period.parse(later[0]).end + timedelta(days=DAYS_AFTER)
    return {"period": later[0], "due_on": max(due_on, localdate())}


def _say(request: HttpRequest, form: OpenPeriodForm, made: int) -> None:
    told = {
        "period": period_words(form.cleaned_data["period"]),
        "day": day(form.cleaned_data["due_on"]),
        "made": made,
    }
    if made:
        words = ngettext(
            "%(period)s已开放填报：%(made)d 项，%(day)s截止。",
            "%(period)s已开放填报：%(made)d 项，%(day)s截止。",
            made,
        )
        messages.success(request, words % told)
    else:
        messages.info(request, _("%(period)s以前已经开放，没有新增，截止日期不变。") % told)
