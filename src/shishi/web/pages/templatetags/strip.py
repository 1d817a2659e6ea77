"""The cells of the year strip: a shape to see and words to hear, each cell the same."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext

from shishi.web.pages.board.overview import Pulse
from shishi.web.pages.templatetags.office import shape, status_words
from shishi.web.projects.queries.strip import Cell

register = template.Library()

KINDS = {
    "returned": gettext_lazy("已退回"),
    "waiting": gettext_lazy("待报"),
    "overdue": gettext_lazy("逾期未报"),
    "nothing": gettext_lazy("无须报送"),
}
"""Words of the cells that have no status."""


@register.simple_tag
def cell_mark(cell: Cell) -> SafeString:
    """Write a cell of the strip: its shape for the eye, its words for a screen reader and the pointer."""
    words = cell_words(cell)
    drawn = cell.status if cell.kind in ("reviewed", "claimed") else cell.kind
    classes = f"is-{drawn or 'not_judged'}"
    if cell.kind == "claimed":
        classes += " is-claimed"
    if cell.differs:
        classes += " differs"
    return format_html(
        '<span class="cell {}" title="{}">{}</span><span class="visually-hidden">{}</span>',
        *(classes, words, shape(drawn), words),
    )


@register.simple_tag
def pulse_mark(pulse: Pulse) -> SafeString:
    """Write what a theme's month looks like: the gravest shape, with how many items have it."""
    words = pulse_words(pulse)
    drawn = pulse.status if pulse.kind in ("reviewed", "claimed") else pulse.kind
    classes = f"is-{drawn or 'not_judged'}{' is-claimed' if pulse.kind == 'claimed' else ''}"
    number = pulse.count if pulse.is_grave else ""
    return format_html(
        '<span class="cell {}">{}<span aria-hidden="true">{}</span></span><span class="visually-hidden">{}</span>',
        *(classes, shape(drawn), number, words),
    )


@register.filter
def kind_words(kind: str) -> str:
    """Say a kind of cell that has no status of its own."""
    return str(KINDS.get(kind, ""))


def cell_words(cell: Cell) -> str:
    """Say a cell: the status word, whether it is only claimed, whether it differs from the numbers."""
    if cell.kind == "claimed":
        words = gettext("自报%(word)s，待审核") % {"word": status_words(cell.status, cell.word)}
    else:
        words = str(KINDS.get(cell.kind) or status_words(cell.status, cell.word))
    return words + gettext("；自报与测算不一致") if cell.differs else words


def pulse_words(pulse: Pulse) -> str:
    """Say what a theme's month looks like."""
    if pulse.kind == "nothing":
        return str(KINDS["nothing"])
    word = status_words(pulse.status, pulse.word) or str(KINDS.get(pulse.kind, ""))
    told = {"word": word, "count": pulse.count}
    return ngettext("%(word)s%(count)s项", "%(word)s%(count)s项", pulse.count) % told
