"""Templates to pages: minijinja, escaping on, an unknown name is an error."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from minijinja import Environment

from shishi.portal.pages import PageDraft


def render(draft: PageDraft) -> str:
    """Render a page. Raises minijinja.TemplateError for a name the template does not get."""
    return _environment().render_template(draft.template, **draft.values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=_load, undefined_behavior="strict", trim_blocks=True, lstrip_blocks=True
    )


def _load(name: str) -> str:
    return (files("shishi") / "data" / "portal" / "templates" / name).read_text(encoding="utf-8")
