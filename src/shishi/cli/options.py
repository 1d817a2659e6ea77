"""What the commands are built of: options and settings, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from shishi.cli.usage import Localized
from shishi.cli.words import LANGUAGES, word


def localized(
    name: str, language: str, *, call: Callable[..., int], params: Sequence[click.Parameter]
) -> click.Command:
    """Build a command with its help in `language`; `call` returns the exit code."""
    return Localized(
        name,
        callback=call,
        params=list(params),
        help=word("help", name, language),
        options_metavar=word("usage", "option_place", language),
        context_settings=settings(language),
    )


def settings(language: str) -> dict[str, Any]:
    """Give the context settings that every command shares."""
    return {"help_option_names": ["-h", "--help"], "obj": language, "max_content_width": 100}


def option(name: str, language: str, **attributes: Any) -> click.Option:
    """Build the option --name, explained by the word of that name."""
    return click.Option([f"--{name}"], help=word("help", name, language), **attributes)


def lang(language: str) -> click.Option:
    """Build --lang, which was chosen before parsing (words.choose_language) and is only checked here."""
    choice = click.Choice(LANGUAGES)
    return option("lang", language, type=choice, metavar="zh|en", expose_value=False)
