"""`shishi publish`: the last releases of the office's database, as a site in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from shishi.cli.words import sentence

CANNOT = 2


def publish_site(out: Path, *, language: str, district: str, plan: str) -> int:
    """Build the site into `out` and say what was built; 2 and one line where it cannot be.

    Django is set up here and not earlier: the other commands do without a database.
    """
    from shishi.web.start import open_office

    open_office()
    from shishi.portal import NotPublishable
    from shishi.web.publishing import publish

    try:
        built = publish(out, district=district, plan=plan)
    except NotPublishable as error:
        click.echo(
            sentence("lines", "not_published", language, reason=error.line(language)), err=True
        )
        return CANNOT
    facts = {"plans": built.plans, "items": built.items, "pages": built.pages}
    said = sentence("lines", "published", language, site=built.site, digest=built.digest, **facts)
    click.echo(said)
    return 0
