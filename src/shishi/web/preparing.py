"""What an office needs before it opens: its tables, its style sheets, and settings that hold."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core import checks
from django.core.management import call_command
from django.utils.timezone import now

from shishi.web.accounts.changing import gate
from shishi.web.accounts.models import District
from shishi.web.projects.models import Release
from shishi.web.publishing import publish
from shishi.web.tenancy import open_district


def this_moment() -> datetime:
    """Look at the clock for a command, which hands the time on; nothing further in does."""
    return now()


def prepare_database() -> None:
    """Bring the tables up to date; one that is up to date stays as it is."""
    with gate():
        call_command("migrate", verbosity=0, interactive=False)


def prepare_static() -> None:
    """Collect style sheets and scripts into SHISHI_HOME/static, each under a name of its content."""
    call_command("collectstatic", verbosity=0, interactive=False)


def find_errors() -> list[str]:
    """List what forbids opening: the settings are asked, and the database itself, each with its remedy."""
    found = checks.run_checks(include_deployment_checks=settings.HTTPS, databases=["default"])
    return [f"{m.id}: {m.msg} {m.hint or ''}".strip() for m in found if m.level >= checks.ERROR]


def publish_released() -> bool:
    """Build the public site where none stands and something was released; says whether one stands."""
    out = settings.HOME / "site"
    if not (out / "current").exists() and _is_released():
        publish(out)
    return (out / "current").exists()


def _is_released() -> bool:
    for district in District.objects.all():
        with open_district(district):
            if Release.objects.exists():
                return True
    return False
