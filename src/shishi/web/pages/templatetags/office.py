"""The frame of every page: its style sheets, its navigation, its forms, its statuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, FileInput, RadioSelect, Select
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from shishi.rulebook.book import MEANINGS
from shishi.web.pages.display import Look, look_of
from shishi.workflow import Role

register = template.Library()

EVERYBODY = (Role.OFFICE, Role.REPORTER, Role.LEADER)
LINKS = (
    ("home", gettext_noop("全年进度"), EVERYBODY),
    ("reports", gettext_noop("填报"), (Role.REPORTER,)),
    ("reviews", gettext_noop("审核"), (Role.OFFICE,)),
    ("uploads", gettext_noop("导入"), (Role.OFFICE,)),
    ("releases", gettext_noop("发布"), (Role.OFFICE,)),
    ("leaders", gettext_noop("区领导"), (Role.OFFICE, Role.LEADER)),
)
"""The main places of a district: name of the address, words, who sees the link."""

ROLES = {
    Role.OFFICE: gettext_noop("督查室"),
    Role.REPORTER: gettext_noop("单位联络员"),
    Role.LEADER: gettext_noop("区领导"),
}

STATUSES = {
    "closed": gettext_noop("办结"),
    "done": gettext_noop("完成"),
    "ahead": gettext_noop("超前"),
    "on_schedule": gettext_noop("正常"),
    "partly_behind": gettext_noop("部分滞后"),
    "behind": gettext_noop("滞后"),
    "suspended": gettext_noop("暂停"),
    "adjusted": gettext_noop("调整"),
    "not_judged": gettext_noop("无法判断"),
}
"""What the statuses are called in a language that no rulebook speaks."""

SHAPES = {*MEANINGS, "overdue", "returned", "waiting", "nothing"}


@register.simple_tag(takes_context=True)
def look(context: template.Context) -> Look:
    """Give the look that the person chose."""
    return look_of(context.get("request"))


@register.simple_tag(takes_context=True)
def style_sheets(context: template.Context) -> SafeString:
    """Link the token sets of the look and the office's own sheet."""
    sheets = [*look_of(context.get("request")).style_sheets(), ("office", "")]
    links = ((static(f"office/{name}.css"), media or "all") for name, media in sheets)
    return format_html_join("\n", '<link rel="stylesheet" href="{}" media="{}">', links)


@register.inclusion_tag("parts/nav.html", takes_context=True)
def office_nav(context: template.Context) -> dict[str, object]:
    """Show the main places of the district that is open, those that the person's role uses."""
    post = context.get("post")
    if not post:
        return {"links": []}
    here = context["request"].path
    links = []
    for name, label, roles in LINKS:
        url = _address(name, post.district.slug)
        if url and post.role in roles:
            inside = here.startswith(url) and name != "home"
            current = "page" if here == url else "true" if inside else ""
            links.append({"url": url, "label": gettext(label), "current": current})
    return {"links": links}


@register.simple_tag(takes_context=True)
def link_to(context: template.Context, name: str) -> str:
    """Give the address of one of the district's main places; "" where it is not built in."""
    return _address(name, context["post"].district.slug)


def _address(name: str, district: str) -> str:
    try:
        return reverse(name, kwargs={"district": district})
    except NoReverseMatch:  # a family of pages that is not built in
        return ""


@register.simple_tag
def role_words(role: str) -> str:
    """Say what a person does in a district."""
    return gettext(ROLES[Role(role)])


@register.simple_tag
def styled(field: BoundField) -> SafeString:
    """Write a form's field with the class that its widget has in the design system."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect):
        kind = "form-check-input"
    elif isinstance(widget, Select):
        kind = "form-select"
    else:
        kind = "form-check-input" if isinstance(widget, CheckboxInput) else "form-control"
    own = widget.attrs.get("class", "")
    attrs: dict[str, Any] = {"class": f"{kind} {own}".strip()}
    if isinstance(widget, FileInput):
        attrs["accept"] = widget.attrs.get("accept", "")
    return field.as_widget(attrs=attrs)  # type: ignore[no-any-return]


@register.simple_tag
def status_mark(status: str, word: str, kind: str = "reviewed") -> SafeString:
    """Write a status as shape, word and colour: `{% status_mark fact.status fact.word %}`.

    `status` is a meaning of the rulebook or one of overdue, returned, waiting; a word without a
    meaning gets the question mark. `kind` claimed draws the shape dashed.
    """
    return format_html(
        '<span class="status {}">{}<span>{}</span></span>',
        *(_classes(status, kind), shape(status), status_words(status, word)),
    )


@register.simple_tag
def status_words(status: str, word: str) -> str:
    """Say a status: the district's own word, or what it means where the screen is not in Chinese."""
    foreign = not (get_language() or "zh").startswith("zh")
    return gettext(STATUSES[status]) if foreign and status in STATUSES else word


@register.simple_tag
def shape(status: str) -> SafeString:
    """Write the bare shape of a status, hidden from a screen reader: words stand beside it."""
    return format_html(
        '<svg class="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><use href="#mark-{}"/></svg>',
        _known(status),
    )


@register.simple_tag
def unit_names(names: Iterable[object]) -> SafeString:
    """Write units so that a line breaks after 、 only: `{% unit_names item.leads %}`."""
    told = [str(name) for name in names]
    ends = ["、"] * (len(told) - 1) + [""]
    return format_html_join("", '<span class="unit">{}{}</span>', zip(told, ends, strict=False))


def _classes(status: str, kind: str) -> str:
    dashed = " is-claimed" if kind == "claimed" else ""
    return f"is-{_known(status)}{dashed}"


def _known(status: str) -> str:
    return status if status in SHAPES else "not_judged"
