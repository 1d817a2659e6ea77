"""What the leaders' page says of a problem."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext, gettext_lazy, ngettext

from shishi.web.pages.templatetags.office import status_words
from shishi.web.pages.templatetags.said import period
from shishi.web.projects.queries.reviews import Problem

register = template.Library()

KINDS = {
    "behind": gettext_lazy("滞后"),
    "partly_behind": gettext_lazy("部分滞后"),
    "overdue": gettext_lazy("逾期未报"),
    "mismatch": gettext_lazy("自报与测算不一致"),
}
"""What a kind of problem is called where the district has no word of its own."""


@register.simple_tag
def problem_kind(problem: Problem) -> str:
    """Say what kind of problem it is, in the district's own word where it has one."""
    own = problem.word if problem.kind == problem.status else ""
    return status_words(problem.kind, own) if own else str(KINDS[problem.kind])


@register.simple_tag
def since(problem: Problem) -> str:
    """Say for how long: how many periods running, and the newest of them."""
    told = {
        "word": problem_kind(problem),
        "count": problem.periods,
        "period": period(problem.period),
    }
    if problem.periods == 1:
        return gettext("%(period)s%(word)s") % told
    if problem.kind == "overdue":
        words = ngettext(
            "%(count)s期逾期未报，最近是%(period)s",
            "%(count)s期逾期未报，最近是%(period)s",
            told["count"],
        )
        return words % told
    words = ngettext(
        "连续%(count)s期%(word)s，最近是%(period)s",
        "连续%(count)s期%(word)s，最近是%(period)s",
        told["count"],
    )
    return words % told
