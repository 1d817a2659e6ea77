"""Say once what a stranger's file could not be kept from on this machine."""

from __future__ import annotations

import sys

import click

from shishi.cli.words import listed, sentence, word

_told: set[str] = set()


def begin() -> None:
    """Forget what was said: another command line."""
    _told.clear()


def tell_kept(language: str) -> None:
    """Name on the error stream what a child that read a file could still reach; nothing where none read.

    >>> begin(); tell_kept("zh")
    """
    front = sys.modules.get(
        "shishi.readers.apart.front"
    )  # help and mistakes need not load the readers
    kept = [name for name in front.list_kept() if name not in _told] if front else []
    if kept:
        _told.update(kept)
        names = listed((word("lines", f"kept_{name}", language) for name in kept), language)
        click.echo(sentence("lines", "kept", language, kept=names), err=True)
