"""`shishi demo`: two invented districts, the accounts to look around with, and their public site."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from shishi.cli.words import sentence, word

if TYPE_CHECKING:
    from shishi.web.demo import Account, Tell


def make_demo(*, language: str, reset_passwords: bool) -> int:
    """Build what is missing of the demo and say who can sign in.

    Passwords are made and shown when the demo is new, or when `reset_passwords` asks for it.
    """
    from shishi.web.start import open_office

    open_office()
    from shishi.web import demo
    from shishi.web.preparing import prepare_database, publish_released, this_moment

    _say("demo_database", language)
    prepare_database()
    built = demo.build_demo(tell=_tell(language))
    _say("demo_site" if built else "demo_kept", language)
    publish_released()
    if built or reset_passwords:
        show_accounts(demo.reset_passwords(on=this_moment()), language)
        click.echo(word("lines", "demo_once", language))
    else:
        show_accounts(demo.demo_accounts(), language)
        click.echo(word("lines", "demo_reset", language))
    return 0


def show_accounts(accounts: Sequence[Account], language: str) -> None:
    """Print who can sign in, a line each, under the name of the district."""
    district = ""
    for account in accounts:
        if account.district != district:
            district = account.district
            click.echo(district)
        facts = {"username": account.username, "title": account.title, "password": account.password}
        click.echo("  " + sentence("lines", "demo_account", language, **facts).rstrip())


def _say(name: str, language: str) -> None:
    click.echo(word("lines", name, language), err=True)


def _tell(language: str) -> Tell:
    """Show how far the build is: a line a district, a number a month."""

    def tell(district: str, month: int, last: bool) -> None:
        begun = sentence("lines", "demo_building", language, district=district)
        click.echo(f" {month}" if month else begun, nl=last, err=True)

    return tell
