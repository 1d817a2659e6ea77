"""Set an office up for the kills, with its own settings: a unit with many slots, and a session.

Run with the number of slots; prints the session's key, the district's address and the slots as JSON.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from shishi.web.accounts.actions import add_unit, appoint, found_district  # noqa: E402
from shishi.web.accounts.models import User  # noqa: E402
from shishi.web.projects.actions.plans import found_plan, open_slots  # noqa: E402
from shishi.web.projects.models import Item, Part, Slot  # noqa: E402
from shishi.web.tenancy import open_district  # noqa: E402
from shishi.workflow import Role  # noqa: E402
from tests.web.factories import DUE, NOON  # noqa: E402

DONE = {"by": "founder", "on": NOON}


def make_office(slots: int) -> dict[str, object]:
    """Make the office in an empty database."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    district = found_district("yunxi", "云溪区", rulebook="default", **DONE)
    user = User.objects.create(username="zhang", display_name="水务局张工", password="!")
    with open_district(district):
        unit = add_unit("水务局", kind="bureau", **DONE)
        plan = found_plan("p", "民生实事", year=2031, kind="livelihood", **DONE)
        items = [Item(plan=plan, order=n, text="修路") for n in range(1, slots + 1)]
        made = Item.objects.bulk_create(items, batch_size=500)
        parts = [
            Part(item=item, unit=unit, duty="lead", position=1, printed="水务局") for item in made
        ]
        Part.objects.bulk_create(parts, batch_size=500)
        open_slots(plan, "2031-03", due_on=DUE, **DONE)
        keys = list(Slot.objects.values_list("pk", flat=True))
    appoint(user, district=district, role=Role.REPORTER, unit=unit, **DONE)
    session = SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = user.get_session_auth_hash()
    session.save()
    return {"session": session.session_key, "district": district.slug, "slots": keys}


if __name__ == "__main__":
    print(json.dumps(make_office(int(sys.argv[1]))))
