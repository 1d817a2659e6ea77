"""What a page says when a change is refused: plain words, and what to do next."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from shishi.errors import UnreadableSource
from shishi.findings import load_messages
from shishi.web.projects.refusals import Refused


def language() -> str:
    """Give the language of the screen: "zh" or "en"."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def words_of_code(code: str) -> str:
    """Say workflow.refusal's code in words; "" stays ""."""
    return load_messages()[code][language()] if code else ""


def words_of(error: Refused | UnreadableSource | ValueError) -> str:
    """Say why a change was refused and what to do; what was typed stays on the page beside it."""
    if isinstance(error, Refused):
        return error.words(language())
    if isinstance(error, UnreadableSource):
        return f"{error.reason[language()]} {error.remedy[language()]}"
    return _("这一步没有完成，什么都没有改动。请检查填写的内容后再试。")
