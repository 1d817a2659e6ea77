"""From the kept releases to a site: the last release of each plan, and nothing that came after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db.models import OuterRef, Subquery

from shishi.portal import Built, Snapshot, build_newest, snapshot_from_json
from shishi.web.accounts.models import District
from shishi.web.projects.models import Release
from shishi.web.tenancy import open_district


def publish_district(district: District, *, out: Path) -> Built:
    """Build the site of one district into `out`; `out`/current is what to serve.

    Raises NotPublishable; what was published before then stands as it was.
    """
    return build_newest(lambda: tuple(last_releases(district)), out)


def publish(out: Path, *, district: str = "", plan: str = "") -> Built:
    """Build one site of every district into `out`, or of the district and the plans with that slug.

    Raises NotPublishable, also where nothing was released yet.
    """
    districts = District.objects.filter(slug=district) if district else District.objects.all()

    def newest() -> tuple[Snapshot, ...]:
        ordered = districts.order_by("slug")
        return tuple(s for one in ordered for s in last_releases(one, plan=plan))

    return build_newest(newest, out)


def last_releases(district: District, *, plan: str = "") -> Iterator[Snapshot]:
    """Give the last release of each plan of a district, or of the plan with that slug; one query."""
    with open_district(district):
        newest = Release.objects.filter(plan=OuterRef("plan")).order_by("-number")
        found = Release.objects.filter(number=Subquery(newest.values("number")[:1]))
        if plan:
            found = found.filter(plan__slug=plan)
        told = list(found.order_by("-plan__year", "plan__slug").values_list("snapshot", flat=True))
    for snapshot in told:
        yield snapshot_from_json(snapshot)
