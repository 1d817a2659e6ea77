"""Say what the database holds after the kills, as JSON."""

from __future__ import annotations

import json
from collections import Counter

import django

django.setup()

from shishi.web.accounts.models import District, Event  # noqa: E402
from shishi.web.accounts.queries import verify_events  # noqa: E402
from shishi.web.projects.models import Receipt, Report, Revision  # noqa: E402
from shishi.web.tenancy import open_district  # noqa: E402


def look() -> dict[str, object]:
    """Collect what is stored of every submission."""
    with open_district(District.objects.get()):
        revisions = Counter(Revision.objects.values_list("report", flat=True))
        return {
            "words": dict(Report.objects.values_list("slot", "progress")),
            "receipts": dict(Receipt.objects.values_list("report__slot", "key")),
            "twice": [report for report, times in revisions.items() if times > 1],
            "reports": Report.objects.count(),
            "events": Event.objects.filter(action="submit-report").count(),
            "broken": list(verify_events().broken),
        }


if __name__ == "__main__":
    print(json.dumps(look()))
